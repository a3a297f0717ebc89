import MattersBlocks
import MattersRecords
import MattersText

/// A table of the executive's responses: each row holds a recommendation and what is said to it.
enum ResponseTable: TableLayout {
  static let name = "responses"
  static let summary = "Executive responses: a recommendation and the response to it in each row"

  static func signs(of table: TableView, in paper: Paper) -> Int {
    let columns = TrackerColumns(header: table.header(in: paper)).index
    guard fits(columns) else { return 0 }
    return 2
      + [.response, .decision, .due, .responsible, .leadOfficer, .reason].count {
        columns[$0 as TrackerColumn] != nil
      }
  }

  /// Whether a table with these columns holds responses, and is not a tracker that keeps what
  /// became of them: nothing tells where a row comes from, or when it was last looked at.
  static func fits(_ columns: [TrackerColumn: Int]) -> Bool {
    guard let wording = columns[.recommendation], columns[.request] == nil,
      columns[.response] != nil || columns[.decision] != nil
    else { return false }
    let kept: [TrackerColumn] = [
      .subject, .updated, .status, .implementation, .decidedOn, .decidedBy,
    ]
    // A column "Date" that stands after the response is a day to do something by.
    return kept.allSatisfy { columns[$0] == nil } && columns[.meeting].map { $0 > wording } ?? true
  }

  static func read(_ table: TableView, of paper: Paper, into sink: inout RecordSink) {
    let columns = TrackerColumns(header: table.header(in: paper)).index
    guard fits(columns) else { return }
    let origin = RecommendationOrigin(above: table.start, in: paper, before: sink.meeting.date)
    for row in joined(table, columns, in: paper).dropFirst() {
      read(row, columns, origin, of: paper, into: &sink)
    }
    var index = table.start
    var left = table.rows.count
    while left > 0, index < paper.blocks.count {
      if paper.blocks[index].kind == .row {
        sink.claim(index)
        left -= 1
      }
      index += 1
    }
  }

  /// A recommendation's cells; it may go on in rows whose first cells are empty.
  private struct Row {
    var cells: [[ByteRange]]
    var lines: LineRange
  }

  private static func joined(
    _ table: TableView, _ columns: [TrackerColumn: Int], in paper: Paper
  ) -> [Row] {
    var rows: [Row] = []
    for block in table.rows {
      let cells = Array(paper.cells(block))
      let wording = columns[.recommendation] ?? 0
      let isEmpty = wording < cells.count ? cells[wording].isEmpty : true
      if isEmpty, rows.count > 1 {
        for index in cells.indices.prefix(rows[rows.count - 1].cells.count)
        where !cells[index].isEmpty {
          rows[rows.count - 1].cells[index].append(cells[index])
        }
        rows[rows.count - 1].lines.last = block.lines.last
      } else {
        rows.append(Row(cells: cells.map { $0.isEmpty ? [] : [$0] }, lines: block.lines))
      }
    }
    return rows
  }

  private static func read(
    _ row: Row, _ columns: [TrackerColumn: Int], _ origin: RecommendationOrigin, of paper: Paper,
    into sink: inout RecordSink
  ) {
    func cell(_ column: TrackerColumn) -> String? {
      guard let index = columns[column], index < row.cells.count, !row.cells[index].isEmpty else {
        return nil
      }
      return row.cells[index].map { paper.text($0) }.joined(separator: " ")
    }
    guard let words = cell(.recommendation) else { return }
    let split = RecommendationLabel.split(words)
    let label = split.label ?? cell(.reference)
    guard !split.text.isEmpty else { return }

    var asked = Recommendation()
    asked.text = split.text
    asked.label = label
    asked.meetingDate = origin.meetingDate?.iso
    asked.minute = origin.minute
    asked.madeBy = origin.madeBy
    asked.madeIn = origin.isGroup ? .scrutinyReport : .minutes
    let executive = sink.meeting.body.flatMap { BodyName.isExecutive($0) ? $0 : nil }
    asked.addressedTo = executive ?? origin.addressedTo
    let mark = label ?? split.text.split(separator: " ").prefix(6).joined(separator: " ")
    let place = columns[.recommendation].flatMap { $0 < row.cells.count ? row.cells[$0] : nil }
    sink.add(
      .recommendation(asked), parts: [asked.meetingDate, asked.minute ?? asked.madeBy, mark],
      lines: (place ?? []).map { paper.lines(of: $0) }.reduce(nil) { $0?.union($1) ?? $1 }
        ?? row.lines)

    let decision = cell(.decision)
    guard let text = cell(.response) ?? cell(.reason) ?? decision else { return }
    var response = ExecutiveResponse()
    response.text = text
    response.decisionAsPrinted = decision
    response.decision = decision.flatMap(DecisionWording.decision(ofCell:))
    if decision == nil, let found = DecisionWording.opening(text) {
      response.decision = found.decision
      response.decisionAsPrinted = found.printed
    }
    response.reason = cell(.reason)
    response.action = cell(.action)
    response.lead = cell(.leadOfficer) ?? cell(.responsible) ?? cell(.portfolioHolder)
    response.due = (cell(.due) ?? cell(.meeting)).flatMap(DateReader.whole)
    response.reviewDate = cell(.reviewDate).flatMap(DateReader.whole)
    if response.decision == .deferred { response.deferredTo = response.due }
    response.recommendationLabels = label.map { [$0] } ?? []
    if sink.isMinutes, executive != nil {
      response.stage = .decided
      response.decidedBy = executive
      response.date = sink.meeting.date?.iso
    } else if executive != nil {
      response.stage = .proposed
    } else if let decided = origin.decidedOn {
      response.stage = .decided
      response.date = decided.iso
    }
    sink.add(
      .executiveResponse(response),
      parts: [sink.meeting.date?.iso, response.stage?.rawValue, mark],
      lines: row.lines)
  }
}
