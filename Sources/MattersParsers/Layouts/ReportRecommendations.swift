import MattersBlocks
import MattersRecords
import MattersText

/// Recommendations that the body of a report tells of: those of an outside review, those of a task
/// and finish group in its own report, and those that the committee made before.
///
/// Who recommends decides what a recommendation is, so a list whose author the words do not show is
/// left alone: officers' proposals stand at the head of the report and are read there.
struct ReportRecommendations {
  let paper: Paper
  let report: Report
  /// The group whose report this is.
  private let group: String?
  private var addressedTo: String?
  /// The earlier meeting that the prose named last.
  private var date: PlainDate?

  init(paper: Paper, report: Report) {
    self.paper = paper
    self.report = report
    group = ScrutinyReport.author(of: report)
  }

  /// Reads the report of a group, whatever its front says.
  init(paper: Paper, report: Report, group: String) {
    self.paper = paper
    self.report = report
    self.group = group
  }

  mutating func read(_ blocks: Range<Int>, into sink: inout RecordSink) {
    var index = blocks.lowerBound
    while index < blocks.upperBound {
      let block = paper.blocks[index]
      guard block.kind != .row, block.kind != .furniture, !sink.isClaimed[index] else {
        index += 1
        continue
      }
      noteDate(block)
      if paper.ends(block, with: ":"),
        let lead = RecommendationLead(block, before: index, in: paper, group: group)
      {
        addressedTo = lead.addressedTo ?? addressedTo
        index = readList(under: lead, at: index, before: blocks.upperBound, into: &sink)
      } else if let (label, text) = RecommendationLabel.named(block, in: paper),
        label.utf8.count > 4 || group != nil
      {
        index = readNumbered(label, text, at: index, before: blocks.upperBound, into: &sink)
      } else {
        index += 1
      }
    }
  }

  private static let meetings: SignSet = ["meeting"]

  private mutating func noteDate(_ block: Block) {
    guard Self.meetings.isIn(block, of: paper),
      let found = DateReader.first(in: paper.clean.bytes, block.text)?.date,
      found.iso < report.meetingDate ?? "9999"
    else { return }
    date = found
  }

  // MARK: - Lists under a lead

  private mutating func readList(
    under lead: RecommendationLead, at start: Int, before end: Int, into sink: inout RecordSink
  ) -> Int {
    let own = LabelStyle(paper.label(paper.blocks[start]))
    var index = start + 1
    var first: Block?
    var pending: (block: Block, text: String, last: Int)?
    while index < end {
      let block = paper.blocks[index]
      if block.kind == .furniture {
        index += 1
        continue
      }
      guard
        block.kind == .item
          || block.kind == .paragraph && RecommendationLabel.listed(paper.text(block)) != nil
      else { break }
      let style = LabelStyle(paper.label(block))
      // The report's own next paragraph: "10." after a lead that is "9.".
      if own != .none, style == own, goesOn(from: start, block) { break }
      if let first, isSection(block, style, after: first) { break }
      if let first, let head = pending,
        block.level > first.level || style != LabelStyle(paper.label(first))
      {
        pending = (head.block, head.text + " " + paper.text(block), index)
      } else {
        if first == nil { first = block }
        if let pending { add(pending, lead, into: &sink) }
        pending = (block, paper.text(block), index)
      }
      sink.claim(index)
      index += 1
    }
    if let pending { add(pending, lead, into: &sink) }
    if first != nil { sink.claim(start) }
    return max(index, start + 1)
  }

  /// Whether an item is the report's own next paragraph and not the first of a list: "10." after a
  /// lead that is "9.", but not "1." after one that is "2.1".
  private func goesOn(from lead: Int, _ block: Block) -> Bool {
    func parts(_ label: String?) -> [Int] {
      (label ?? "").split { !$0.isNumber }.compactMap { Int($0) }
    }
    let (own, next) = (parts(paper.label(paper.blocks[lead])), parts(paper.label(block)))
    guard own.count == next.count, let last = own.last, let number = next.last else {
      return own.isEmpty
    }
    return number == last + 1
  }

  /// Whether an item is the heading of the next section, `3. Next steps` below `(b)`: a list of
  /// another kind that goes on from elsewhere.
  private func isSection(_ block: Block, _ style: LabelStyle, after first: Block) -> Bool {
    guard style != LabelStyle(paper.label(first)), style != .none else { return false }
    if HeadingWords.isKnown(block, in: paper) { return true }
    let number = (paper.label(block) ?? "").filter { $0.isLetter || $0.isNumber }
    return style == .number && block.level <= first.level && !["1", "2"].contains(number)
      && !number.hasPrefix("1")
  }

  private func add(
    _ item: (block: Block, text: String, last: Int), _ lead: RecommendationLead,
    into sink: inout RecordSink
  ) {
    let named = RecommendationLabel.listed(item.text)
    add(
      lead.madeIn, label: named?.label ?? paper.label(item.block), text: named?.text ?? item.text,
      madeBy: lead.madeBy, addressedTo: lead.addressedTo,
      lines: item.block.lines.union(paper.blocks[item.last].lines), into: &sink)
  }

  // MARK: - Numbered recommendations

  /// `Recommendation 1`, alone or with its words behind it; bullets under it belong to it.
  private mutating func readNumbered(
    _ label: String, _ inline: String, at start: Int, before end: Int, into sink: inout RecordSink
  ) -> Int {
    let madeIn: MadeIn
    if group != nil {
      madeIn = .scrutinyReport
    } else if RecommendationLead.tellsOfReview(before: start, in: paper) {
      madeIn = .review
    } else {
      return start + 1
    }
    var words = inline.isEmpty ? [] : [inline]
    var lines = paper.blocks[start].lines
    var index = start + 1
    while index < end {
      let block = paper.blocks[index]
      if block.kind == .furniture {
        index += 1
        continue
      }
      let isOwnWords = block.kind == .paragraph && words.isEmpty
      let isSubItem = block.kind == .item && !words.isEmpty && block.style.contains(.bullet)
      guard isOwnWords || isSubItem, RecommendationLabel.named(paper.text(block)) == nil else {
        break
      }
      words.append(paper.text(block))
      lines = lines.union(block.lines)
      index += 1
    }
    guard !words.isEmpty else { return start + 1 }
    for claimed in start..<index { sink.claim(claimed) }
    let text = words.joined(separator: " ")
    add(
      madeIn, label: label, text: text, madeBy: group,
      addressedTo: madeIn == .review ? Self.subject(of: text) : addressedTo, lines: lines,
      into: &sink)
    return index
  }

  /// Whom a sentence calls on: `The safeguarding partnership seeks assurance that ...`.
  private static func subject(of text: String) -> String? {
    let words = text.split(separator: " ").prefix(12)
    guard words.first?.lowercased() == "the" else { return nil }
    let verbs: Set<String> = [
      "should", "must", "seeks", "needs", "ensures", "to", "is", "are", "will",
    ]
    guard let verb = words.firstIndex(where: { verbs.contains($0.lowercased()) }),
      (2...7).contains(verb)
    else { return nil }
    return words[1..<verb].joined(separator: " ")
  }

  private func add(
    _ madeIn: MadeIn, label: String?, text: String, madeBy: String?, addressedTo: String?,
    lines: LineRange, into sink: inout RecordSink
  ) {
    guard text.utf8.count > 3 else { return }
    if madeIn == .scrutinyReport, sink.isMade(text, label) { return }
    var content = Recommendation()
    content.text = text
    content.label = label
    content.madeIn = madeIn
    content.madeBy = madeBy
    content.report = report.title
    content.addressedTo = addressedTo
    switch madeIn {
    case .minutes: content.meetingDate = date?.iso
    case .scrutinyReport: content.meetingDate = report.meetingDate
    case .report, .review: break
    }
    let mark = label ?? text.opening(words: 6)
    sink.add(
      .recommendation(content),
      parts: [madeIn == .review ? "review" : content.meetingDate, report.title, mark], lines: lines)
  }
}
