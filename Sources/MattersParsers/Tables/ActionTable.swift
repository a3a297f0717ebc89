import MattersBlocks
import MattersRecords
import MattersText

/// A table of the actions that minutes set: what, who, by when, and nothing of what came back.
enum ActionTable: TableLayout {
  static let name = "actions"
  static let summary = "Actions that minutes set: Action, Owner and Due, without a status"

  static func signs(of table: TableView, in paper: Paper) -> Int {
    let columns = table.columns(in: paper)
    guard columns[.action] != nil, columns[.responsible] ?? columns[.leadOfficer] != nil,
      table.rows.count >= 2
    else { return 0 }
    let kept: [TrackerColumn] = [
      .response, .status, .updated, .decision, .implementation, .rating, .recommendation, .request,
      .outcome, .reason,
    ]
    return kept.allSatisfy { columns[$0] == nil } ? 2 : 0
  }

  static func read(_ table: TableView, of paper: Paper, into sink: inout RecordSink) {
    guard sink.isMinutes else {
      // A list of actions by itself is a log, though nothing has come back yet.
      if table.above.suffix(4).contains(where: { TrackerLayout.isTitle($0, in: paper) }) {
        TrackerTable.read(table, of: paper, into: &sink)
      }
      return
    }
    let columns = table.columns(in: paper)
    for row in table.rows.dropFirst() {
      let cells = paper.cells(row).map { paper.text($0) }
      func cell(_ column: TrackerColumn) -> String? {
        guard let index = columns[column], index < cells.count, !cells[index].isEmpty else {
          return nil
        }
        return cells[index]
      }
      guard let text = cell(.action), !["none", "nil", "n a"].contains(MatchKey(text).description),
        let owner = cell(.responsible) ?? cell(.leadOfficer)
      else {
        continue
      }
      var action = Action()
      action.meetingDate = sink.meeting.date?.iso
      action.text = text
      action.owner = owner
      action.due = cell(.due).flatMap(DateReader.whole)
      sink.add(
        .action(action), parts: [action.meetingDate, cell(.reference)], lines: row.lines)
    }
    sink.claimRows(of: table, in: paper)
  }
}
