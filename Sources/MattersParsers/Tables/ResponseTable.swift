import MattersBlocks
import MattersRecords
import MattersText

/// A table of the executive's responses: each row holds a recommendation and what is said to it.
enum ResponseTable: TableLayout {
  static let name = "responses"
  static let summary = "Executive responses: a recommendation and the response to it in each row"

  static func signs(of table: TableView, in paper: Paper) -> Int {
    let columns = TrackerColumns(header: table.header(in: paper)).index
    guard fits(columns) else { return PairedResponses.fits(table, in: paper) ? 4 : 0 }
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
    let origin = RecommendationOrigin(above: table.start, in: paper, before: sink.meeting.date)
    let entries =
      fits(columns)
      ? joined(table, columns, in: paper) : PairedResponses.entries(of: table, in: paper)
    for entry in entries { add(entry, origin, of: paper, into: &sink) }
    sink.claimRows(of: table, in: paper)
  }

  /// What a table says to one recommendation: the cells of each column, and where they stand.
  struct Entry {
    var cells: [TrackerColumn: [ByteRange]] = [:]
    var lines: LineRange
  }

  /// The rows below the header; one whose recommendation is empty goes on with the one before.
  private static func joined(
    _ table: TableView, _ columns: [TrackerColumn: Int], in paper: Paper
  ) -> [Entry] {
    var entries: [Entry] = []
    for block in table.rows.dropFirst() {
      let cells = Array(paper.cells(block))
      var entry = Entry(lines: block.lines)
      for (column, index) in columns where index < cells.count && !cells[index].isEmpty {
        entry.cells[column] = [cells[index]]
      }
      if entry.cells[.recommendation] == nil, var last = entries.popLast() {
        last.cells.merge(entry.cells) { $0 + $1 }
        last.lines.last = block.lines.last
        entries.append(last)
      } else {
        entries.append(entry)
      }
    }
    return entries
  }

  private static func add(
    _ entry: Entry, _ origin: RecommendationOrigin, of paper: Paper, into sink: inout RecordSink
  ) {
    func cell(_ column: TrackerColumn) -> String? {
      entry.cells[column].map { $0.map { paper.text($0) }.joined(separator: " ") }
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
    let place = (entry.cells[.recommendation] ?? []).map { paper.lines(of: $0) }
    sink.add(
      .recommendation(asked), parts: [asked.meetingDate, asked.minute ?? asked.madeBy, mark],
      lines: place.dropFirst().reduce(place.first ?? entry.lines) { $0.union($1) })

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
      lines: entry.lines)
  }
}
