import MattersBlocks
import MattersRecords
import MattersText

/// A tracker as a document of its own, or as the appendix of a report: a title, then its tables.
///
/// The tables are read by ``TrackerTable``; the layout tells of which committee they are, and at
/// which meeting they were laid.
enum TrackerLayout: Layout {
  static let name = "tracker document"
  static let summary =
    "Tracking report or action log: a title with the committee, then tracker tables"

  static func opening(at index: Int, in paper: Paper) -> Opening? {
    guard isTitle(paper.blocks[index], in: paper) else { return nil }
    var at = paper.next(after: index)
    var seen = 0
    while let current = at, seen < 6 {
      let block = paper.blocks[current]
      if block.kind == .row {
        let table = TableView(rows: [block], start: current, above: [])
        guard TrackerTable.signs(of: table, in: paper) > 0 else { return nil }
        var start = index
        if let before = paper.previous(before: index), index - before <= 2,
          BodyName.isCouncil(paper.text(paper.blocks[before]))
        {
          start = before
        }
        return Opening(start: start, signs: 2)
      }
      if block.kind == .paragraph, CardName.isOne(paper.text(block)) {
        return Opening(start: index, signs: 2)
      }
      // Of two titles the nearer one is the table's; the other only lists it.
      if isTitle(block, in: paper) { return nil }
      at = paper.next(after: current)
      seen += 1
    }
    return nil
  }

  private static let titles: SignSet = [
    "tracking report", "tracker", "action log", "tracking sheet", "action tracking",
    "recommendations monitor", "action sheet", "resolution progress", "outstanding actions",
    "matters arising schedule", "decision tracking", "tracking decisions", "actions log",
    "action list", "outstanding items", "action points", "schedule of outstanding",
    "actions outstanding", "recommendation tracking", "recommendations tracking",
    "action register", "outstanding issues", "matters outstanding", "actions tracker",
    "information requests log", "log of", "what we asked for", "requests log", "follow-up list",
    "follow up list", "progress on recommendations", "progress of recommendations",
    "rolling list",
    "actions arising", "outstanding feedback", "requests for information", "information log",
    "monitoring action", "rolling action", "action plan tracker", "summary of actions",
  ]

  /// Whether a line is the title of a tracker.
  static func isTitle(_ block: Block, in paper: Paper) -> Bool {
    guard block.kind == .paragraph || block.kind == .heading, block.text.count <= 160,
      !paper.ends(block, with: ".")
    else { return false }
    return titles.isIn(block, of: paper)
  }

  /// Whether a line over a table names it as a tracker.
  static func names(_ block: Block, in paper: Paper) -> Bool {
    isTitle(block, in: paper)
      || block.kind != .item && block.text.count <= 120 && TrackerTitle.isOne(paper.text(block))
  }

  static func read(_ section: Section, of paper: Paper, into sink: inout RecordSink) {
    var council: String?
    var body: String?
    var date: PlainDate?
    for index in section.blocks.prefix(8) {
      let block = paper.blocks[index]
      if block.kind == .row { break }
      guard block.kind != .furniture else { continue }
      let text = paper.text(block)
      if BodyName.isCouncil(text) { council = text }
      if body == nil { body = BodyName.leading(text) }
      if date == nil, isLaying(block, in: paper) { date = DateReader.first(in: text) }
    }
    // Inside a pack the tracker is laid at the pack's meeting, unless it says another committee.
    if let body, BodyName.isSame(body, sink.pack.body) == false {
      sink.meeting = RecordSetting(council: council ?? sink.pack.council, body: body, date: date)
    } else {
      sink.meeting.date = date ?? sink.meeting.date
    }
  }

  private static let layings: SignSet = [
    "considered", "presented", "meeting date", "for the meeting", "meeting of", "meeting on",
    "meeting to be held", "report to",
  ]

  /// A line that says at which meeting the tracker is laid, not one that heads a group of rows.
  private static func isLaying(_ block: Block, in paper: Paper) -> Bool {
    layings.isIn(block, of: paper)
  }
}
