import MattersBlocks
import MattersText

/// A minute's heading: its number, its title, the line it is.
struct MinuteHeading {
  /// The number, where the minutes number their items.
  var number: ItemNumber?
  var title: String
  /// The paper's block.
  var block: Int
  /// The line among the lines of the minutes, and how many lines the heading takes.
  var line: Int
  var count = 1
  /// Where it stands in the source.
  var lines: LineRange
  /// The title and all that its block says after it.
  var words: ByteRange = .none
  /// What stands in square brackets behind the title: `[Exempt]`.
  var note: String?
  /// Whether the title takes more lines than one.
  var isContinued = false
  /// What the block says after the title, where minutes run on in their heading's line.
  var rest: ByteRange = .none
}

/// Finds the headings of minutes among numbered lists that look like them.
///
/// Numbers count up, and all headings of one set of minutes are printed alike. Three ways of telling
/// are tried, the strictest first: by capitals, bold or a heading mark; by numbers of one form that
/// count on with titles behind them; and, where nothing is numbered, by the titles alone.
enum MinuteHeadings {
  static func find(_ lines: [MinuteLine], in paper: Paper) -> [MinuteHeading] {
    let tabled = tabled(lines, in: paper)
    let found = prose(lines, in: paper)
    return tabled.count >= max(2, found.count) ? above(tabled, lines, in: paper) + tabled : found
  }

  /// The titles that stand in a column of their own.
  private static func tabled(_ lines: [MinuteLine], in paper: Paper) -> [MinuteHeading] {
    lines.indices.filter { lines[$0].isTitle }.map { position in
      let block = lines[position].block
      let number = paper.label(block).flatMap { ItemNumber($0, isPrefixed: true) }
      let whole = paper.text(block)
      var heading = MinuteHeading(
        number: number, title: PageRange.split(HeadingNote.without(whole)).title,
        block: lines[position].index, line: position, lines: paper.lines(of: block.text))
      heading.note = HeadingNote.of(whole)
      return heading
    }
  }

  private static func prose(_ lines: [MinuteLine], in paper: Paper) -> [MinuteHeading] {
    let strict = marked(lines, in: paper)
    let counted = CountedHeadings.find(lines, in: paper)
    if counted.count > strict.count { return above(counted, lines, in: paper) + counted }
    if strict.count >= 2 { return above(strict, lines, in: paper) + strict }
    let titled = TitledHeadings.find(lines, in: paper)
    if titled.isEmpty, strict.isEmpty {
      let lettered = LetteredHeadings.find(lines, in: paper)
      if !lettered.isEmpty { return lettered }
    }
    if titled.isEmpty, strict.isEmpty,
      let only = CountedHeadings.only(lines, in: paper) ?? TitledHeadings.only(lines, in: paper)
    {
      return [only]
    }
    return titled.count > strict.count + 1 ? titled : strict
  }

  /// The business that a parish takes before its first number: a public forum, an election.
  private static func above(
    _ headings: [MinuteHeading], _ lines: [MinuteLine], in paper: Paper
  ) -> [MinuteHeading] {
    let titles: [StaticString] = [
      "open forum", "public forum", "public participation", "public question", "election of",
      "apologies", "declarations of", "welcome",
    ]
    let first = headings.first?.line ?? 0
    return lines[..<first].indices.compactMap { position in
      let block = lines[position].block
      guard block.kind == .heading || block.kind == .paragraph, block.label.isEmpty,
        (3...80).contains(block.text.count), isTitleLike(block, in: paper),
        block.kind == .heading || block.style.contains(.bold)
          || paper.capitalShare(block.text) > 0.9,
        titles.contains(where: { paper.starts(block, with: $0) })
      else { return nil }
      return MinuteHeading(
        number: nil, title: paper.text(block), block: lines[position].index, line: position,
        lines: block.lines)
    }
  }

  /// The headings that share what sets the first apart.
  private static func marked(_ lines: [MinuteLine], in paper: Paper) -> [MinuteHeading] {
    var found: [MinuteHeading] = []
    var traits: Traits?
    var last = 0
    for (position, line) in lines.enumerated() {
      let block = line.block
      guard block.kind == .item || block.kind == .heading, !block.style.contains(.bullet),
        let label = paper.label(block), let number = ItemNumber(label), number.follows(last),
        isTitleLike(block, in: paper)
      else { continue }
      let own = Traits(block, in: paper)
      if let traits {
        guard own.contains(traits) || !own.isDisjoint(with: traits) else { continue }
      } else {
        guard !own.isEmpty else { continue }
        traits = own
      }
      last = number.ordinal
      let more = CountedHeadings.continued(block.text, at: position, lines, in: paper)
      let whole = ([block.text] + more).map { paper.text($0) }.joined(separator: " ")
      let (title, _) = PageRange.split(HeadingNote.without(whole))
      var heading = MinuteHeading(
        number: number, title: title, block: line.index, line: position,
        lines: block.lines.union(lines[position + more.count].block.lines))
      heading.count += more.count
      heading.note = HeadingNote.of(whole)
      found.append(heading)
    }
    return found
  }

  static func isTitleLike(_ block: Block, in paper: Paper) -> Bool {
    guard block.text.count >= 3, block.text.count <= 250 else { return false }
    switch paper.clean.bytes[block.text.upper - 1] {
    case 0x2E, 0x3B, 0x3A: return false
    default: return true
    }
  }

  /// What sets a heading apart from prose.
  struct Traits: OptionSet {
    let rawValue: UInt8
    static let capitals = Traits(rawValue: 1)
    static let bold = Traits(rawValue: 2)
    static let marked = Traits(rawValue: 4)
    static let standardTitle = Traits(rawValue: 8)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ block: Block, in paper: Paper) {
      self = []
      if paper.capitalShare(block.text) > 0.7 { insert(.capitals) }
      if block.style.contains(.bold) { insert(.bold) }
      if block.kind == .heading { insert(.marked) }
      if StandardTitle.begins(block, in: paper), block.text.count < 80 { insert(.standardTitle) }
    }
  }
}

/// What a clerk sets behind a title in square brackets, mostly at the right: `[Key decision]`.
enum HeadingNote {
  /// The note, without its brackets.
  static func of(_ title: String) -> String? {
    guard title.hasSuffix("]"), let open = title.lastIndex(of: "["), open > title.startIndex,
      title.utf8.count - title.utf8.distance(from: title.startIndex, to: open) <= 60
    else { return nil }
    return String(title[title.index(after: open)...].dropLast())
  }

  /// The title without it, and without the place in the recording: `Modular Homes (0.41.37)`.
  static func without(_ title: String) -> String {
    let title = withoutRecording(title)
    guard of(title) != nil, let open = title.lastIndex(of: "[") else { return title }
    var rest = title[..<open]
    while rest.last == " " { rest = rest.dropLast() }
    return String(rest)
  }

  /// Hours, minutes and seconds in brackets tell where the webcast is.
  private static func withoutRecording(_ title: String) -> String {
    guard let last = title.last, last == ")" || last == "]",
      let open = title.lastIndex(of: last == ")" ? "(" : "["), open > title.startIndex
    else { return title }
    let inner = title[title.index(after: open)...].dropLast()
    let parts = inner.split(whereSeparator: { ".:".contains($0) })
    guard (6...9).contains(inner.utf8.count), parts.count == 3,
      parts.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy(\.isNumber) })
    else { return title }
    var rest = title[..<open]
    while rest.last == " " { rest = rest.dropLast() }
    return String(rest)
  }
}

/// The titles that items have at nearly every meeting.
enum StandardTitle {
  private static let first: [StaticString] = ["apologies", "declarations of", "minutes", "welcome"]
  private static let more: [StaticString] = [
    "present", "attendance", "declaration", "disclosure", "disclosures", "interests",
    "matters arising",
    "minute", "public participation", "public questions", "questions from", "public forum",
    "call to order",
    "correspondence", "finance", "planning", "any other", "aob", "date of next", "next meeting",
    "dates of", "work programme", "forward plan", "forward work", "exclusion of", "exclude",
    "confirmation of minutes", "confirm minutes", "confirm the minutes", "approval of",
    "adoption of", "previous minutes", "urgent",
    "chair's", "chairman's", "chair\u{2019}s", "chairman\u{2019}s", "clerk's", "clerk\u{2019}s",
    "chairperson's", "chairperson\u{2019}s", "chair announcements", "mayor's", "mayor\u{2019}s",
    "closing", "opening", "land acknowledg", "delegations", "new business", "old business",
    "unfinished business", "reports of", "action points", "review of action", "update on actions",
    "meeting close", "quorum", "conflict of interest", "conflicts of interest", "public comment",
    "election of", "membership",
    "action log", "action tracker", "to receive", "to approve", "to confirm", "to consider",
    "to elect", "to fix", "to agree", "to note", "to adopt", "to appoint", "to discuss",
    "to review",
    "open forum",
    "introductions",
    "police report", "treasurer", "adjournment", "close", "confidential", "petitions",
    "deputations",
    "reports from", "order of business", "notice of motion", "notices of motion", "substitut",
  ]

  static func begins(_ block: Block, in paper: Paper) -> Bool {
    first.contains { paper.starts(block, with: $0) }
  }

  /// Whether words begin as such a title does, the rarer ones with them.
  static func begins(_ range: ByteRange, in bytes: [UInt8]) -> Bool {
    first.contains { bytes.matches($0, at: range.lower, before: range.upper) }
      || more.contains { bytes.matches($0, at: range.lower, before: range.upper) }
  }
}
