import MattersBlocks
import MattersText

/// Finds the headings of minutes by their numbers: of one form, counting on, a title behind each.
enum CountedHeadings {
  /// A line that can be a heading.
  struct Candidate {
    var number: ItemNumber
    var form: String
    var line: Int
    /// How many lines the heading takes: two where the number stands alone.
    var count = 1
    var title: ByteRange
    var rest: ByteRange = .none
    var isStandard: Bool
    var isMarked: Bool
    /// The lines in which a title in capitals or in bold goes on.
    var more: [ByteRange] = []
  }

  static func find(_ lines: [MinuteLine], in paper: Paper) -> [MinuteHeading] {
    var chains: [String: [[Candidate]]] = [:]
    for position in lines.indices {
      guard let candidate = candidate(position, lines, in: paper) else { continue }
      // Each chain takes the next number; what fits none begins one of its own.
      var open = chains[candidate.form] ?? []
      let fit = open.indices.filter {
        open[$0].last.map { candidate.number.follows($0.number) } ?? false
      }
      if let best = fit.max(by: { open[$0].count < open[$1].count }) {
        open[best].append(candidate)
      } else if open.count < 12 {
        open.append([candidate])
      }
      chains[candidate.form] = open
    }
    let all = chains.values.flatMap { $0 }.filter { chain in
      chain.count >= 2 && chain.contains { $0.isStandard || $0.isMarked }
        && !isDecided(chain, lines, in: paper)
    }
    func weight(_ chain: [Candidate]) -> Int {
      chain.count + 2 * chain.count { $0.isStandard } + chain.count { $0.isMarked }
    }
    guard
      let best = all.max(by: {
        (weight($0), -($0.first?.line ?? 0)) < (weight($1), -($1.first?.line ?? 0))
      })
    else { return [] }
    return withInner(best, lines, in: paper).map { heading($0, lines, in: paper) }
  }

  /// Whether a chain is of points that were moved or decided: "1) To note the report." stands
  /// directly under "Decision" or "Motion".
  private static func isDecided(
    _ chain: [Candidate], _ lines: [MinuteLine], in paper: Paper
  ) -> Bool {
    guard let first = chain.first, first.line > 0 else { return false }
    let above = lines[first.line - 1].block
    let heads: [StaticString] = [
      "motion", "amendment", "decision", "decisions", "resolved", "recommendation",
      "recommendations", "the motion", "the amendment",
    ]
    if heads.contains(where: { paper.says(above, $0) }) { return true }
    return paper.ends(above, with: ":") && above.text.count <= 200
      && (OperativeSentence.mayDecide(paper.clean.bytes, above.text)
        || paper.starts(above, with: "to approve"))
  }

  /// The one heading of a meeting that had one item: number 1, set apart as a title.
  static func only(_ lines: [MinuteLine], in paper: Paper) -> MinuteHeading? {
    for position in lines.indices {
      guard let found = candidate(position, lines, in: paper) else { continue }
      // An extract has one minute, whose number may be any.
      let isReference =
        found.number.form.contains(where: \.isLetter) && found.number.form.count >= 3
      guard found.number.printed == "1" || isReference, found.isMarked else { return nil }
      return heading(found, lines, in: paper)
    }
    return nil
  }

  private static func heading(
    _ candidate: Candidate, _ lines: [MinuteLine], in paper: Paper
  ) -> MinuteHeading {
    let first = lines[candidate.line]
    let last = lines[candidate.line + candidate.count - 1]
    let whole = ([candidate.title] + candidate.more).map { paper.text($0) }.joined(separator: " ")
    var title = PageRange.withoutSize(PageRange.split(HeadingNote.without(whole)).title)
    while let mark = title.last, " –—-:".contains(mark) { title.removeLast() }
    var heading = MinuteHeading(
      number: candidate.number, title: title, block: first.index, line: candidate.line,
      lines: first.block.lines.union(last.block.lines))
    heading.count = candidate.count
    heading.note = HeadingNote.of(whole)
    heading.isContinued = !candidate.more.isEmpty
    heading.rest = candidate.rest
    heading.words = ByteRange(
      candidate.title.lower, max(candidate.title.upper, candidate.rest.upper))
    return heading
  }

  // MARK: - Candidates

  private static func candidate(
    _ position: Int, _ lines: [MinuteLine], in paper: Paper
  ) -> Candidate? {
    let block = lines[position].block
    let bytes = paper.clean.bytes
    guard block.kind != .row, block.kind != .furniture,
      !block.style.contains(.bullet) || !block.label.isEmpty && isSet(block)
    else {
      return nil
    }
    var words = block.text
    let number: ItemNumber
    let form: String
    if let label = paper.label(block) {
      let isReference = label.first?.isUppercase == true && label.count > 2
      guard let found = ItemNumber(label, isPrefixed: isReference, isApart: label.contains(" "))
      else { return nil }
      // "3. Minutes ... 4 Finance": where a page ran all together, a dot more or less is nothing.
      let isRun = lines[position].isRunOn && found.form.isEmpty
      let marks = isRun ? "." : label.filter { ".)(".contains($0) }
      // "1.0", "2.0": the points "1.1" under them count by themselves.
      let outer = found.printed.hasSuffix(".0") ? "0" : ""
      (number, form) = (found, (formOf(found) ?? found.form + marks) + outer)
    } else if let (label, next) = HeadingNumber.stuck(
      bytes, words, isSet: block.style.contains(.bold) || block.kind == .heading),
      let found = ItemNumber(label)
    {
      words = bytes.trimmed(ByteRange(next, words.upper))
      (number, form) = (found, found.form + ".")
    } else {
      // "14 AIR QUALITY", "24/101 Apologies", "Item 3: Waste": no dot, so no label for the reader.
      guard let (found, next) = HeadingNumber.leading(bytes, words) else { return nil }
      words = bytes.trimmed(ByteRange(next, words.upper))
      // "C048/23 1. APOLOGIES": the agenda's number behind the minute's.
      if !found.form.isEmpty, let (_, after) = LabelScanner.scan(bytes, words.lower, words.upper) {
        words = bytes.trimmed(ByteRange(after, words.upper))
      }
      // A title in capitals whose dot was forgotten counts on with those that have it.
      let isCapital =
        paper.capitalShare(words) > 0.7 || FormedTitle.opensInCapitals(words, in: bytes)
      if found.form == "ROMAN", !isCapital { return nil }
      // So does one with a title that every meeting has and a colon behind it: "2 Apologies: Ash".
      let isLoud =
        found.form.isEmpty
        && (isCapital
          || StandardTitle.begins(words, in: bytes)
            && bytes[words.lower..<min(words.upper, words.lower + 30)].contains(0x3A))
      let isPoint = found.form == "." && start(of: block, in: bytes)
      (number, form) = (found, formOf(found) ?? found.form + (isLoud || isPoint ? "." : "~"))
    }
    var count = 1
    if words.count < 2 {
      guard position + 1 < lines.count else { return nil }
      let next = lines[position + 1].block
      guard next.kind == .paragraph || next.kind == .heading, next.label.isEmpty,
        !MeetingEnd.begins(next.text, in: bytes)
      else { return nil }
      words = next.text
      count = 2
    }
    let isWhole = isTitleAlone(block, words, in: paper)
    let running = count == 1 ? FormedTitle.running(block, words, in: paper) : nil
    let parted =
      isWhole
      ? (words, .none) : running ?? split(words, isRunOn: lines[position].isRunOn, in: bytes)
    guard var (title, rest) = parted else { return nil }
    if running == nil, let (short, more) = RunInTitle.beforeDash(title, rest, in: bytes) {
      (title, rest) = (short, more)
    }
    let isStandard = StandardTitle.begins(title, in: bytes)
    let isMarked =
      paper.capitalShare(title) > 0.7 || block.style.contains(.bold) || block.kind == .heading
      || running != nil || number.printed.hasSuffix(".0")
    // A number with letters or a year in it is no count of a list.
    let isReference = number.form.contains { $0.isLetter } && title.count <= 140
    guard
      isStandard || isMarked || isReference && bytes[title.lower].isUpper
        || isTitle(title, rest, in: bytes)
    else { return nil }
    var found = Candidate(
      number: number, form: form, line: position, count: count, title: title, rest: rest,
      isStandard: isStandard, isMarked: isMarked)
    if isMarked, rest.isEmpty {
      found.more = continued(found.title, at: position + count - 1, lines, in: paper)
      found.count += found.more.count
    } else if count == 2, rest.isEmpty {
      found.more = purpose(found.title, at: position + 1, lines, in: paper)
      found.count += found.more.count
    } else if count == 1, rest.isEmpty,
      let more = TitleTail.find(found.title, at: position, lines, in: paper)
    {
      found.more = [more]
      found.count += 1
    }
    return found
  }

  /// A title and what runs on behind it, however the two are parted.
  private static func split(
    _ words: ByteRange, isRunOn: Bool, in bytes: [UInt8]
  ) -> (title: ByteRange, rest: ByteRange)? {
    isRunOn || RunOnParagraph.runsOn(words, in: bytes)
      ? splitAtColon(words, in: bytes) ?? RunOnParagraph.split(words, in: bytes)
      : RunInTitle.split(words, in: bytes) ?? RunInTitle.dashed(words, in: bytes)
        ?? split(words, in: bytes)
  }

  /// Whether a block's words, or those at its head, are set apart as a title is.
  static func isSet(_ block: Block) -> Bool {
    block.style.contains(.bold) || block.style.contains(.emphasized) || block.lead > 0
  }

  /// Whether a block in bold says what is to be done and nothing else, in two sentences or one: "To
  /// approve the minutes. Chair to sign."
  private static func isTitleAlone(_ block: Block, _ words: ByteRange, in paper: Paper) -> Bool {
    block.style.contains(.bold) && words.count <= 200
      && paper.clean.bytes.matches("to ", at: words.lower, before: words.upper)
  }

  /// The lines in which a title in capitals goes on, directly below it.
  static func continued(
    _ title: ByteRange, at line: Int, _ lines: [MinuteLine], in paper: Paper
  ) -> [ByteRange] {
    guard paper.capitalShare(title) > 0.9, title.count >= 24 else { return [] }
    var more: [ByteRange] = []
    var at = line
    while more.count < 3, at + 1 < lines.count {
      let next = lines[at + 1].block
      guard next.kind == .paragraph || next.kind == .heading, next.label.isEmpty,
        next.lines.first == lines[at].block.lines.last + 1, (4...160).contains(next.text.count),
        paper.capitalShare(next.text) > 0.9, !paper.ends(next, with: ":"),
        !OperativeSentence.mayDecide(paper.clean.bytes, next.text),
        !StandardTitle.begins(next.text, in: paper.clean.bytes)
      else { break }
      more.append(next.text)
      at += 1
    }
    return more
  }

  /// The lines in which a title goes on that says what is to be done.
  ///
  /// "To adopt the minutes of the meeting held on 5 May" over "and of that held on 7 May."
  private static func purpose(
    _ title: ByteRange, at line: Int, _ lines: [MinuteLine], in paper: Paper
  ) -> [ByteRange] {
    let bytes = paper.clean.bytes
    guard bytes.matches("to ", at: title.lower, before: title.upper) else { return [] }
    var more: [ByteRange] = []
    var at = line
    while more.count < 3, at + 1 < lines.count {
      let (own, next) = (lines[at].block, lines[at + 1].block)
      guard !paper.ends(own, with: "."), !paper.ends(own, with: ":"), next.kind == .paragraph,
        next.label.isEmpty, next.lines.first == own.lines.last + 1, next.text.count <= 120
      else { break }
      more.append(next.text)
      at += 1
    }
    return more
  }

  /// The form of a number with letters in it, whichever marks stand round it.
  private static func formOf(_ number: ItemNumber) -> String? {
    number.form != "ROMAN" && number.form.count { $0.isLetter } >= 2 ? number.form : nil
  }

  /// Whether a column's heading was run into the first line: "Action 1.0 Welcome".
  private static func start(of block: Block, in bytes: [UInt8]) -> Bool {
    bytes.matches("action ", at: block.text.lower, before: block.text.upper)
  }

  /// A title, and what runs on behind a colon or a full stop.
  private static func split(
    _ words: ByteRange, in bytes: [UInt8]
  ) -> (title: ByteRange, rest: ByteRange)? {
    guard words.count >= 3, words.count <= 3000 else { return nil }
    var cut: Int?
    for at in words.lower..<min(words.upper - 1, words.lower + 90)
    where (bytes[at] == 0x3A || bytes[at] == 0x2E || bytes[at] == 0x3F) && bytes[at + 1].isSpace
      || bytes[at] == 0x3A && bytes[at + 1] == 0x2D
      || bytes[at] == 0x3A && bytes[at + 1].isUpper && bytes[at - 1].isLower
    {
      if bytes[at] == 0x2E, isAbbreviation(bytes, at, words.lower) { continue }
      cut = at
      break
    }
    guard let cut else {
      let isPurpose = bytes.matches("to ", at: words.lower, before: words.upper)
      guard words.count <= (isPurpose ? 400 : 200) else { return nil }
      var title = words
      if bytes[title.upper - 1] == 0x2E || bytes[title.upper - 1] == 0x3A {
        guard words.count <= 90 || isPurpose else { return nil }
        title = ByteRange(title.lower, title.upper - 1)
      }
      return (title, .none)
    }
    // "CHILDREN'S SERVICES: ANNUAL REPORT" is one title.
    let isDashed = bytes[cut] == 0x3A && bytes[cut + 1] == 0x2D
    let rest = bytes.trimmed(ByteRange(cut + (isDashed ? 2 : 1), words.upper))
    let isTitleWhole =
      bytes[cut] == 0x3A && !isDashed && words.count <= 160 && bytes[words.upper - 1] != 0x2E
      && !bytes.contains(". ", in: words)
      && !(rest.count <= 8 && bytes.matches("none", at: rest.lower, before: rest.upper))
      && (!StandardTitle.begins(words, in: bytes)
        || bytes.matches("notice of ", at: words.lower, before: words.upper))
    if isTitleWhole { return (words, .none) }
    return (ByteRange(words.lower, cut), rest)
  }

  /// A title with a colon behind it, where a page ran all together.
  ///
  /// `Police report: None.`
  private static func splitAtColon(
    _ words: ByteRange, in bytes: [UInt8]
  ) -> (title: ByteRange, rest: ByteRange)? {
    let window = ByteRange(words.lower, min(words.upper, words.lower + 80))
    guard let colon = bytes.firstIndex(of: ": ", in: window), colon - words.lower >= 3,
      !bytes[words.lower..<colon].contains(0x2E)
    else { return nil }
    return (ByteRange(words.lower, colon), bytes.trimmed(ByteRange(colon + 1, words.upper)))
  }

  /// Whether the full stop at an offset closes a short word with a capital: `Maiden St. West`.
  private static func isAbbreviation(_ bytes: [UInt8], _ at: Int, _ lower: Int) -> Bool {
    var start = at
    while start > lower, bytes[start - 1].isLetter { start -= 1 }
    // "submitted by Cllr. Ash"
    if PeopleList.title(bytes.string(ByteRange(start, at))) != nil { return true }
    return (1...2).contains(at - start) && bytes[start].isUpper && at + 2 < bytes.count
      && bytes[at + 2].isUpper
  }

  /// Whether words read as a title and not as a sentence or a point of a list.
  static func isTitle(_ title: ByteRange, _ rest: ByteRange, in bytes: [UInt8]) -> Bool {
    guard !title.isEmpty, !bytes[title.lower].isLower else { return false }
    switch bytes[title.upper - 1] {
    case 0x3B, 0x2C: return false
    default: break
    }
    // "To elect a Chair to hold office until a successor has been elected": what is to be done.
    if bytes.matches("to ", at: title.lower, before: title.upper), title.count <= 400 {
      return true
    }
    guard title.count <= 120 else { return false }
    let verbs: [StaticString] = [
      " be ", " was ", " were ", " is ", " are ", " had ", " has ", " have ", " would ", " will ",
      " reported ", " asked ", " said ", " noted ", " agreed ", " advised ", " should ", " must ",
    ]
    if verbs.contains(where: { isVerb($0, in: title, bytes) }) { return false }
    return !bytes.matches("that ", at: title.lower, before: title.upper)
  }

  /// Whether a verb makes words a sentence: "the proposal to have one warden" is none.
  private static func isVerb(_ verb: StaticString, in title: ByteRange, _ bytes: [UInt8]) -> Bool {
    guard let at = bytes.firstIndex(of: verb, in: title) else { return false }
    return !bytes.matches(" to", at: max(title.lower, at - 3), before: at)
  }
}
