import MattersBlocks
import MattersRecords
import MattersText

/// Reads the operative part of a minute: what was resolved, recommended and requested.
///
/// A lead line (`It was resolved that:`, `And that the following information requests be made:`)
/// says what the items after it are; an item may itself be a lead, and an item may be of another
/// kind than its lead says, where its own words are plain.
enum Operative {
  static func read(
    _ range: Range<Int>, of paper: Paper, minute: String, into sink: inout RecordSink
  ) {
    var reader = OperativeReader(paper: paper, minute: minute, report: nil, date: sink.meeting.date)
    reader.read(range, into: &sink)
  }
}

/// The state of reading one minute, or the paragraphs of a report that restate one.
struct OperativeReader {
  let paper: Paper
  let minute: String?
  let report: String?
  var date: PlainDate?

  fileprivate var lead: Lead?
  /// Whether the lead has had an item or a paragraph yet.
  fileprivate var hasItems = false
  private var ordinal = 0

  init(paper: Paper, minute: String?, report: String?, date: PlainDate?) {
    self.paper = paper
    self.minute = minute
    self.report = report
    self.date = date
  }

  mutating func read(_ range: Range<Int>, into sink: inout RecordSink) {
    var index = range.lowerBound
    while index < range.upperBound {
      let block = paper.blocks[index]
      switch block.kind {
      case .furniture:
        index += 1
      case .row:
        lead = nil
        index += 1
      case .item:
        index = readItem(at: index, in: range, into: &sink)
      case .paragraph, .heading:
        readParagraph(at: index, into: &sink)
        index += 1
      }
    }
  }

  // MARK: - Paragraphs

  private mutating func readParagraph(at index: Int, into sink: inout RecordSink) {
    let block = paper.blocks[index]
    if let found = Lead.of(block, in: paper, inReport: report != nil) {
      lead = found
      hasItems = false
      sink.claim(index)
      if let inline = found.inline {
        add(found.purpose, text: inline, label: nil, at: index..<index + 1, lead: found, into: &sink)
        hasItems = true
      }
      return
    }
    if minute != nil, isConfirmation(of: block) {
      add(
        .resolution, text: paper.text(block), label: nil, at: index..<index + 1, lead: nil,
        into: &sink)
      lead = nil
      return
    }
    guard let current = lead else { return }
    if block.text.count >= 3, !hasItems || paper.starts(block, with: "that ") {
      add(
        current.purpose, text: paper.text(block), label: nil, at: index..<index + 1, lead: current,
        into: &sink)
      hasItems = true
    } else {
      lead = nil
    }
  }

  /// "The minutes of the meeting held on ... were agreed as a correct record and signed."
  private func isConfirmation(of block: Block) -> Bool {
    guard block.text.count < 400, paper.has(block, "minutes") else { return false }
    // "... were approved and signed by the Leader."
    let signed: [StaticString] = [
      "approved and signed", "agreed and signed", "confirmed and signed", "signed by the chair",
      "signed by the leader",
    ]
    if paper.has(block, "meeting"), signed.contains(where: { paper.has(block, $0) }) { return true }
    guard paper.has(block, "record") else { return false }
    let words: [StaticString] = [
      "as a correct record", "as a true record", "as an accurate record", "as a true and",
      "as a correct and", "as an accurate and", "a correct record",
    ]
    guard words.contains(where: { paper.has(block, $0) }) else { return false }
    let verbs: [StaticString] = ["agreed", "approved", "confirmed", "accepted", "signed"]
    return verbs.contains { paper.has(block, $0) }
  }

  // MARK: - Items

  private mutating func readItem(
    at index: Int, in range: Range<Int>, into sink: inout RecordSink
  ) -> Int {
    guard let current = lead else { return index + 1 }
    let block = paper.blocks[index]
    if paper.ends(block, with: ":"), let inner = Lead.of(block, in: paper, inReport: report != nil) {
      lead = inner
      hasItems = false
      sink.claim(index)
      return index + 1
    }
    var text = paper.text(block)
    var end = index + 1
    // Items of another style under one that ends in a colon belong to its words.
    if paper.ends(block, with: ":") {
      let style = LabelStyle(paper.label(block))
      while end < range.upperBound {
        let next = paper.blocks[end]
        if next.kind == .furniture {
          end += 1
          continue
        }
        guard next.kind == .item, LabelStyle(paper.label(next)) != style else { break }
        text += " " + paper.text(next)
        end += 1
      }
    }
    let purpose = current.purpose == .resolution ? ItemWording.purpose(of: block, in: paper) : current.purpose
    add(
      purpose, text: text, label: paper.label(block), at: index..<end, lead: current, into: &sink)
    hasItems = true
    return end
  }

  // MARK: - Records

  private mutating func add(
    _ purpose: Lead.Purpose, text: String, label: String?, at blocks: Range<Int>, lead: Lead?,
    into sink: inout RecordSink
  ) {
    guard !text.isEmpty, report == nil || purpose == .informationRequest else { return }
    ordinal += 1
    let lines = blocks.map { paper.blocks[$0].lines }.reduce(paper.blocks[blocks.lowerBound].lines) {
      $0.union($1)
    }
    let day = date?.iso
    let mark = label ?? (minute == nil ? "\(ordinal)" : nil)
    let isExecutive = sink.meeting.body.map(BodyName.isExecutive) == true
    // What an executive commends to the council is its own decision; only a committee recommends.
    switch isExecutive && purpose == .recommendation ? .resolution : purpose {
    case .resolution:
      let decided = isExecutive ? ExecutiveDecision.read(text) : []
      if !decided.isEmpty {
        for var content in decided {
          content.decidedBy = sink.meeting.body
          content.date = day
          sink.add(
            .executiveResponse(content), parts: [day, minute, mark], lines: lines, blocks: blocks)
        }
        return
      }
      var content = Resolution()
      content.meetingDate = day
      content.minute = minute
      content.label = label
      content.text = text
      sink.add(.resolution(content), parts: [day, minute, mark], lines: lines, blocks: blocks)
    case .informationRequest:
      var content = InformationRequest()
      content.meetingDate = day
      content.minute = minute
      content.report = report
      content.label = label
      content.text = text
      content.addressedTo = Addressee.ofRequest(text)
      (content.due, content.dueAsPrinted) = DueWording.read(text)
      sink.add(
        .informationRequest(content), parts: [day, minute ?? report, mark], lines: lines,
        blocks: blocks)
    case .recommendation:
      var content = Recommendation()
      content.meetingDate = day
      content.minute = minute
      content.label = label
      content.text = text
      content.madeIn = .minutes
      content.madeBy = sink.meeting.body
      content.addressedTo = Addressee.ofRecommendation(text) ?? lead?.addressedTo
      sink.add(.recommendation(content), parts: [day, minute, mark], lines: lines, blocks: blocks)
    case .action:
      var content = Action()
      content.meetingDate = day
      content.minute = minute
      content.label = label
      content.text = text
      sink.add(.action(content), parts: [day, minute, mark], lines: lines, blocks: blocks)
    }
  }
}

/// How a label is written, so that nested lists can be told apart.
enum LabelStyle: Equatable {
  case none, roman, letter, number

  init(_ label: String?) {
    let core = (label ?? "").lowercased().filter { $0.isLetter || $0.isNumber }
    if core.isEmpty {
      self = .none
    } else if core.allSatisfy(\.isNumber) {
      self = .number
    } else if core.allSatisfy({ "ivxl".contains($0) }) {
      self = .roman
    } else {
      self = .letter
    }
  }
}

extension OperativeReader {
  /// Reads the items under a lead in a report; the lead may itself be a numbered paragraph.
  mutating func readRestated(lead index: Int, items: Range<Int>, into sink: inout RecordSink) {
    lead = Lead.of(paper.blocks[index], in: paper, inReport: true)
    hasItems = false
    read(items, into: &sink)
    lead = nil
  }
}
