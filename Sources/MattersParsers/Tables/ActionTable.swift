import MattersBlocks
import MattersRecords
import MattersText

/// A table of the actions that minutes set: what, who, by when, and nothing of what came back.
enum ActionTable: TableLayout {
  static let name = "actions"
  static let summary =
    "Actions and requests that minutes set: Action, Owner and Due, without a status"

  static func signs(of table: TableView, in paper: Paper) -> Int {
    let columns = table.columns(in: paper)
    guard columns[.action] != nil || isOfRequests(table, columns, in: paper),
      columns[.responsible] ?? columns[.leadOfficer] != nil, table.rows.count >= 2
    else { return 0 }
    let kept: [TrackerColumn] = [
      .response, .status, .updated, .decision, .implementation, .rating, .recommendation,
      .outcome, .reason,
    ]
    if columns[.action] != nil, columns[.request] != nil { return 0 }
    return kept.allSatisfy { columns[$0] == nil } ? 2 : 0
  }

  /// Whether a column holds what is requested, and not questions that somebody put.
  private static func isOfRequests(
    _ table: TableView, _ columns: [TrackerColumn: Int], in paper: Paper
  ) -> Bool {
    guard let column = columns[.request] else { return false }
    let header = table.header(in: paper)
    return column < header.count
      && MatchKey.words(header[column]).contains {
        $0.hasPrefix("request") || $0 == "information" || $0 == "data"
      }
  }

  static func read(_ table: TableView, of paper: Paper, into sink: inout RecordSink) {
    guard sink.isMinutes else {
      // A list of actions by itself is a log, though nothing has come back yet.
      if table.above.suffix(4).contains(where: { TrackerLayout.names($0, in: paper) }) {
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
      if columns[.action] == nil {
        guard let text = cell(.request), let whom = cell(.responsible) ?? cell(.leadOfficer),
          text.utf8.count >= 8
        else { continue }
        var request = InformationRequest()
        request.meetingDate = sink.meeting.date?.iso
        request.text = text
        request.addressedTo = whom
        request.due = cell(.due).flatMap(DateReader.whole)
        sink.add(
          .informationRequest(request), parts: [request.meetingDate, cell(.reference)],
          lines: row.lines)
        continue
      }
      guard let text = cell(.action), !["none", "nil", "n a"].contains(MatchKey(text).description),
        let owner = cell(.responsible) ?? cell(.leadOfficer),
        // The next minute's heading, which stands where the columns do.
        !(text == text.uppercased() && ItemNumber(owner) != nil)
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
