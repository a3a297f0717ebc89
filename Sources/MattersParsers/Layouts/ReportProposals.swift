import MattersBlocks
import MattersRecords
import MattersText

/// The decisions that an officer's report proposes, under a heading `Recommendations`: a list, a
/// sentence, or a line that carries both heading and words.
enum ReportProposals {
  /// Reads the proposals of a report and claims what it reads.
  static func read(
    _ blocks: Range<Int>, of paper: Paper, report: String?, date: String?, group: String? = nil,
    into sink: inout RecordSink
  ) {
    let group = group ?? Self.group(of: blocks, in: paper)
    if group == nil, readRow(in: blocks, of: paper, report, date, into: &sink) { return }
    var index = blocks.lowerBound
    while index < blocks.upperBound {
      let block = paper.blocks[index]
      guard !sink.isClaimed[index] || block.kind != .row,
        isHeading(block, in: paper) || group != nil && isOfGroup(block, in: paper)
      else {
        index += 1
        continue
      }
      var reader = ProposalList(paper: paper, report: report, date: date, group: group)
      let next = reader.read(under: index, before: blocks.upperBound, into: &sink)
      // A report proposes once; a second such heading is of somebody else's recommendations.
      if next > index + 1 { return }
      index += 1
    }
    guard report != nil else { return }
    for index in blocks
    where !sink.isClaimed[index] && isStem(paper.blocks[index], in: paper) {
      var reader = ProposalList(paper: paper, report: report, date: date, group: group)
      reader.take(stem: paper.text(paper.blocks[index]))
      if reader.read(under: index, before: blocks.upperBound, into: &sink) > index + 1 { return }
    }
  }

  /// The group whose report a document is, by the lines of its front.
  private static func group(of blocks: Range<Int>, in paper: Paper) -> String? {
    for block in paper.blocks[blocks].prefix(10) {
      guard block.kind == .paragraph || block.kind == .heading, block.text.count <= 160,
        paper.has(block, "report"), !paper.ends(block, with: ".")
      else { continue }
      var report = Report()
      report.title = paper.text(block)
      if let name = ScrutinyReport.author(of: report) { return name }
    }
    return nil
  }

  /// Whether a block is the heading: alone, numbered, or in two languages.
  static func isHeading(_ block: Block, in paper: Paper) -> Bool {
    guard block.kind == .paragraph || block.kind == .heading || block.kind == .item,
      !block.style.contains(.bullet), (10...80).contains(block.text.count)
    else { return false }
    if block.kind == .item, ItemNumber(paper.label(block) ?? "") == nil { return false }
    var text = Substring(paper.text(block))
    if block.kind != .item { text = text.drop { $0.isNumber || $0 == "." || $0 == " " } }
    return isHeading(String(text))
  }

  /// Whether words are the heading, perhaps in two languages.
  static func isHeading(_ text: String) -> Bool {
    guard text.contains("/") || text.contains("|") else { return isWhole(text) }
    return text.split(whereSeparator: { $0 == "/" || $0 == "|" }).contains { isWhole(String($0)) }
  }

  private static func isWhole(_ text: String) -> Bool {
    beginnings.mayBegin(text) && headings.contains(MatchKey(text).description)
  }

  /// Whether a line puts a list to the body that gets the report, where no heading stands over it:
  /// `The Committee is asked to:`.
  private static func isStem(_ block: Block, in paper: Paper) -> Bool {
    guard block.kind == .paragraph || block.kind == .item, (14...140).contains(block.text.count),
      paper.ends(block, with: ":") || paper.ends(block, with: ":-")
    else { return false }
    let words = MatchKey.words(paper.text(block))
    let bodies: Set<String> = [
      "committee", "members", "cabinet", "board", "panel", "council", "executive", "commission",
      "subcommittee", "governors",
    ]
    guard let verb = words.firstIndex(where: { ["asked", "invited", "recommended"].contains($0) }),
      verb <= 8, verb > 0, ["is", "are"].contains(words[verb - 1]),
      words[..<verb].contains(where: bodies.contains)
        || words[0] == "it" && words[verb...].contains(where: bodies.contains)
    else { return false }
    return !words.contains("declare")
  }

  /// Whether a block heads the recommendations in a group's report: `Our recommendations`.
  private static func isOfGroup(_ block: Block, in paper: Paper) -> Bool {
    guard block.kind == .paragraph || block.kind == .heading || block.kind == .item,
      !block.style.contains(.bullet), (15...60).contains(block.text.count),
      !paper.ends(block, with: ".")
    else { return false }
    let words = MatchKey.words(paper.text(block))
    let others: Set<String> = [
      "previous", "response", "progress", "other", "others", "earlier", "past", "to", "monitoring",
      "implementing", "about", "on",
    ]
    return words.contains("recommendations") && others.isDisjoint(with: words) && words.count <= 6
  }

  private static let beginnings = FirstWords(headings)

  private static let headings: Set<String> = [
    "recommendation", "recommendations", "recommendation s", "officer recommendation",
    "officer recommendations", "officers recommendation", "officers recommendations",
    "recommended decision", "recommended decisions", "recommendations to the committee",
    "recommendation to the committee", "recommendations to cabinet", "recommendation to cabinet",
    "recommendations to the board", "summary of recommendations", "recommended action",
    "staff recommendation", "staff recommendations", "recommended", "proposed recommendations",
    "decisions required", "decision required", "decision requested", "decisions requested",
    "matters for decision", "for decision", "proposed decision", "proposed decisions",
    "draft resolution", "draft resolutions", "proposed resolution", "suggested resolution",
    "recommended resolution", "recommended resolutions", "recommendations for decision",
    "what the committee is asked to do", "what members are asked to do", "action requested",
    "actions requested", "decision sought", "decisions sought", "recommendations to council",
    "recommendation to council", "recommendations to the executive", "what we recommend",
    "recommendation to the executive", "recommendations to the cabinet",
  ]
}

/// The list or the sentence under such a heading.
private struct ProposalList {
  let paper: Paper
  let report: String?
  let date: String?
  /// The group whose own recommendations these are, if the report is one.
  let group: String?
  private var addressedTo: String?
  /// How many proposals were read.
  private var count = 0
  /// Whether a stem puts what follows to the committee that gets a group's report.
  private var isAsked = false

  init(paper: Paper, report: String?, date: String?, group: String?) {
    (self.paper, self.report, self.date, self.group) = (paper, report, date, group)
  }

  /// Reads on from a heading; the block after the last that was read, or after the heading.
  mutating func read(under heading: Int, before end: Int, into sink: inout RecordSink) -> Int {
    let number = paper.label(paper.blocks[heading])
    var index = heading + 1
    var first: Block?
    var last = heading
    while index < end {
      let block = numbered(labelled(paper.blocks[index]), heading: number)
      if block.kind == .furniture {
        index += 1
        continue
      }
      guard block.kind == .item || block.kind == .paragraph, !sink.isClaimed[index] else { break }
      let label = paper.label(block)
      if block.kind == .item {
        if isSection(block, after: last == heading ? nil : labelled(paper.blocks[last]), number) {
          break
        }
      }
      let text = paper.text(block)
      if isStem(text), first == nil || block.kind == .paragraph && isProposal(text) {
        take(stem: text)
        index += 1
        continue
      }
      if block.kind != .item, first != nil {
        guard let next = resume(after: index, before: end, last: last) else { break }
        index = next
        continue
      }
      let words = Self.withoutLead(text)
      guard let words, words.utf8.count >= 4 else { break }
      guard block.kind == .item || isProposal(text) else { break }
      add(
        words, label: isOwnNumber(label, under: number) ? nil : label, block, index, &sink)
      if first == nil { first = block }
      count += 1
      last = index
      index += 1
    }
    return first == nil ? heading + 1 : last + 1
  }

  /// Where the list goes on behind a note that stands in it: `(B) ...; and`, a remark, `(C) ...`; in
  /// a group's report, behind the reasons that it gives for each.
  private func resume(after stray: Int, before end: Int, last: Int) -> Int? {
    let former = labelled(paper.blocks[last])
    guard let label = paper.label(former) else { return nil }
    let isOpen = [";", " and", ","].contains { paper.text(former).hasSuffix($0) }
    guard isOpen || group != nil else { return nil }
    for index in (stray + 1)..<max(stray + 1, min(end, stray + (isOpen ? 3 : 8))) {
      let block = labelled(paper.blocks[index])
      if block.kind == .heading || HeadingWords.isKnown(block, in: paper) { return nil }
      guard block.kind == .item, let next = paper.label(block),
        Self.shape(next) == Self.shape(label)
      else { continue }
      var sequence = LabelSequence()
      _ = sequence.take(label)
      // A list that begins again is another.
      return sequence.take(next)
        && !["1", "a", "i", "A"].contains(next.filter { $0.isLetter || $0.isNumber })
        ? index : nil
    }
    return nil
  }

  /// A paragraph that begins with the next number and no mark, `2 Quay Street should ...`, as the item
  /// that it is.
  private func numbered(_ block: Block, heading: String?) -> Block {
    guard block.kind == .paragraph, block.text.count >= 12 else { return block }
    let bytes = paper.clean.bytes
    var at = block.text.lower
    while at < block.text.upper, bytes[at].isDigit { at += 1 }
    guard (1...2).contains(at - block.text.lower), bytes[at] == 0x20,
      Int(bytes.string(ByteRange(block.text.lower, at))) == count + 1,
      bytes[at + 1].isUpper || bytes[at + 1] == 0x20
    else { return block }
    var item = block
    (item.kind, item.label) = (.item, ByteRange(block.text.lower, at))
    item.text = bytes.trimmed(ByteRange(at, block.text.upper))
    return item
  }

  /// A row of a label and its words as the item that it is.
  private func labelled(_ row: Block) -> Block {
    let cells = paper.cells(row).filter { !$0.isEmpty }
    guard row.kind == .row, cells.count == 2, let label = cells.first, label.count <= 6,
      LabelStyle(paper.text(label)) != .none, cells[1].count > label.count
    else { return row }
    var item = row
    (item.kind, item.label, item.text, item.cells) = (.item, label, cells[1], 0..<0)
    return item
  }

  /// Whether an item is the heading of the report's next section: "3." after a heading that is
  /// "2.", unless it goes on with the list's own numbers and reads as a proposal.
  private func isSection(_ block: Block, after former: Block?, _ heading: String?) -> Bool {
    let label = paper.label(block)
    let isNext =
      heading.flatMap(Self.ordinal).map { own in
        Self.ordinal(label ?? "") == own + 1 && Self.shape(label) == Self.shape(heading)
      } ?? false
    let isTitle = paper.capitalShare(block.text) > 0.8
    guard !HeadingWords.isKnown(block, in: paper) else { return true }
    guard let former else { return isNext || isTitle }
    let formerLabel = paper.label(former)
    if isTitle { return Self.shape(formerLabel) != Self.shape(label) || isNext }
    // "1." again is the first paragraph of what follows.
    if Self.shape(formerLabel) == Self.shape(label), let last = formerLabel.flatMap(Self.ordinal),
      let number = label.flatMap(Self.ordinal), number <= last
    {
      return true
    }
    let goesOn =
      Self.shape(formerLabel) == Self.shape(label)
      && Self.ordinal(formerLabel ?? "").map { Self.ordinal(label ?? "") == $0 + 1 } ?? true
    return isNext && !goesOn
  }

  /// The number of a label that is one number: 3 of `3.`, `(3)` or `3.0`.
  private static func ordinal(_ label: String) -> Int? {
    var digits = Substring(label).drop { !$0.isNumber }
    if digits.hasSuffix(".0") { digits = digits.dropLast(2) }
    let core = digits.filter { $0.isNumber || $0 == "." }
    return Int(core.hasSuffix(".") ? core.dropLast() : core[...])
  }

  /// A label's marks without its letters and digits.
  private static func shape(_ label: String?) -> String {
    (label ?? "").filter { !$0.isLetter && !$0.isNumber }
  }

  /// `2.1`: the number of the report's own paragraph is not the proposal's label.
  private func isOwnNumber(_ label: String?, under heading: String?) -> Bool {
    guard let parts = label?.split(separator: "."), let heading else { return false }
    return parts.count == 2 && parts[0] == heading.split(separator: ".").first
  }

  /// Takes from a stem to whom what follows is put.
  mutating func take(stem text: String) {
    let words = MatchKey.words(text)
    isAsked = words.contains("asked") || words.contains("invited")
    addressedTo =
      Addressee.ofRecommendation(text)
      ?? (words.contains("cabinet") ? "Cabinet" : words.contains("executive") ? "Executive" : nil)
  }

  /// A line that only announces the list: `The Board is asked to:`, `That`.
  private func isStem(_ text: String) -> Bool {
    text.hasSuffix(":") || text.hasSuffix(":-") || text.hasSuffix(": -")
      || MatchKey.words(text).count <= 6 && MatchKey.words(text).last == "that"
      || MatchKey.words(text).count <= 8 && MatchKey.words(text).suffix(2) == ["asked", "to"]
  }

  /// Whether a paragraph proposes something by its own words.
  private func isProposal(_ text: String) -> Bool {
    let words = MatchKey.words(text)
    if words.first == "that" || words.first == "to" { return true }
    return words.prefix(14).contains {
      ["recommended", "recommend", "recommends", "asked", "invited", "requested"].contains($0)
    }
  }

  /// The proposal without the words that lead to it; nil where the words only speak of others'.
  static func withoutLead(_ text: String) -> String? {
    let words = text.split(separator: " ")
    let plain = words.map { $0.lowercased().filter { $0.isLetter || $0 == "'" } }
    let leads: Set<String> = ["asked", "invited", "recommended", "recommend", "requested"]
    guard let verb = plain.prefix(14).firstIndex(where: leads.contains), verb + 1 < words.count
    else { return text }
    let subjects: Set<String> = [
      "it", "i", "we", "members", "committee", "cabinet", "board", "panel", "council", "executive",
      "governing", "commission", "authority",
    ]
    guard verb <= 3 || plain[..<verb].contains("is") || plain[..<verb].contains("are"),
      plain[..<verb].contains(where: subjects.contains), plain.first != "that"
    else { return text }
    var start = verb + 1
    if plain[start] == "to" { start += 1 }
    if start < plain.count, plain[start] == "that" {
      start += 1
      // "that the Ponds Committee notes ...": whom it is put to is no part of it.
      let clause = plain[start...].prefix(9)
      if verb <= 1, let at = clause.firstIndex(where: subjects.contains), at + 1 < words.count,
        [
          "notes", "agrees", "approves", "considers", "endorses", "recommends", "accepts",
          "supports",
          "receives", "comments", "note", "agree", "approve", "consider", "endorse",
        ]
        .contains(plain[at + 1])
      {
        start = at + 1
      }
    }
    return start < words.count ? words[start...].joined(separator: " ") : nil
  }

  private func add(
    _ text: String, label: String?, _ block: Block, _ index: Int, _ sink: inout RecordSink
  ) {
    var content = Recommendation()
    let named = RecommendationLabel.named(text)
    content.text = named?.text ?? text
    content.label = named?.label ?? label
    guard !content.text.isEmpty else { return }
    if group != nil, sink.isMade(content.text, content.label) { return }
    content.madeIn = .report
    if let group, !isAsked {
      content.madeIn = .scrutinyReport
      content.madeBy = group
      content.addressedTo = addressedTo
    }
    content.report = report
    content.meetingDate = date
    let mark = label ?? text.opening(words: 6)
    sink.add(
      .recommendation(content), parts: [date, report, mark], lines: block.lines,
      blocks: index..<index + 1)
  }
}
