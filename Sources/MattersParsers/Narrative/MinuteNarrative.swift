import MattersBlocks
import MattersRecords
import MattersText

/// Reads what stands in a minute beside its resolutions: apologies, substitutes, votes, actions,
/// corrections, and what was suggested or promised in the debate.
struct MinuteNarrative {
  let paper: Paper
  private let date: PlainDate?
  /// Who took part, from the head of the minutes and from their sentences.
  var roll: AttendanceRoll
  /// Whether the meeting has ended: what follows are appendices.
  private var isOver = false
  private var columns = ActionColumns()

  init(paper: Paper, setting: RecordSetting) {
    self.paper = paper
    date = setting.date
    roll = AttendanceRoll(date: setting.date, body: setting.body)
  }

  /// Reads the blocks under a minute's heading, after its operative part has been read.
  mutating func read(
    _ blocks: Range<Int>, of heading: MinuteHeading, into sink: inout RecordSink
  ) {
    guard !isOver else { return }
    var end = blocks.lowerBound
    while end < blocks.upperBound, !isClosing(paper.blocks[end]) { end += 1 }
    isOver = end < blocks.upperBound
    let minute = heading.number?.printed
    let ofSubstitutes = heading.title.lowercasedRange(of: "substitut") != nil
    var actions = ActionList.isHeading(heading.title) ? ActionList() : nil
    var votes = VoteReader(paper: paper, date: date, minute: minute)
    let reported = ReportedActions.read(blocks.lowerBound..<end, of: paper, into: &sink)
    for index in blocks.lowerBound..<end where !reported.contains(index) {
      let block = paper.blocks[index]
      if block.kind == .row {
        let column = columns.column(ofTableAt: index, in: paper)
        let isBeside = columns.isBesideTasks(ofTableAt: index, in: paper)
        if !isBeside {
          OwnedTask.readRow(
            index, of: paper, isMargin: column != nil, minute: minute, date: date, into: &sink)
        }
        if !isBeside || column?.isOfMinutes == true {
          column?.read(index, of: paper, minute: minute, date: date, into: &sink)
        }
      }
      if block.kind == .row, !sink.isClaimed[index] {
        AskedAndPromised.readCells(index, of: paper, minute: minute, date: date, into: &sink)
      }
      if block.kind != .item, block.kind != .furniture { actions = nil }
      if block.kind == .heading { actions = ActionList(above: index, in: paper) }
      guard block.kind == .paragraph || block.kind == .item else { continue }
      let isOperative = sink.isClaimed[index]
      ApologyReader.read(
        index, of: paper, ofSubstitutes: ofSubstitutes, &roll, into: &sink)
      votes.read(index, into: &sink)
      // An action behind a sentence is about what was said there.
      if !isOperative, !ActionLabel.opens(block, in: paper) {
        AskedAndPromised.read(
          index, of: paper, minute: minute, date: date, present: roll, into: &sink)
      }
      let isAction = ActionLine.read(index, of: paper, minute: minute, date: date, into: &sink)
      StarredTask.read(index, of: paper, minute: minute, date: date, into: &sink)
      if isAction { continue }
      actions = actions ?? ActionList(above: index, in: paper)
      actions?.read(index, of: paper, minute: minute, date: date, into: &sink)
    }
    votes.finish(into: &sink)
    RetoldProposals.read(
      blocks.lowerBound..<end, of: paper, title: heading.title, date: date, into: &sink)
    ToldResponses.readMinute(blocks.lowerBound..<end, of: paper, into: &sink)
    CorrectionReader.read(
      blocks.lowerBound..<end, of: paper, heading: heading, date: date, into: &sink)
  }

  /// Where the meeting ends, a signature, or the heading of what is appended.
  private func isClosing(_ block: Block) -> Bool {
    guard block.kind == .paragraph || block.kind == .heading, block.text.count <= 200 else {
      return false
    }
    return MeetingEnd.begins(block.text, in: paper.clean.bytes)
      || paper.starts(block, with: "appendix") || paper.says(block, "chairperson")
      || paper.says(block, "chairman") || paper.says(block, "chair")
  }
}
