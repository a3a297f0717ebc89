import MattersBlocks
import MattersRecords
import MattersText

/// A table of the executive's responses: each row holds a recommendation and what is said to it.
enum ResponseTable: TableLayout {
  static let name = "responses"
  static let summary = "Executive responses: a recommendation and the response to it in each row"

  private static let auditors: SignSet = ["management", "audit"]

  static func signs(of table: TableView, in paper: Paper) -> Int {
    let columns = table.columns(in: paper)
    guard !ForeignTable.isOne(table.header(in: paper)) else { return 0 }
    // What managers say to auditors is not an executive's answer.
    let header = table.header(in: paper).joined(separator: " ")
    if auditors.isIn(header),
      !Set(MatchKey.words(header)).isDisjoint(with: ["management", "audit"])
    {
      return 0
    }
    guard fits(columns), !table.tellsProgress(columns, in: paper), !isTracked(table, columns, paper)
    else {
      if fits(columns) { return 0 }
      return PairedResponses.fits(table, in: paper) ? 4 : 0
    }
    return 2
      + [.response, .decision, .due, .responsible, .leadOfficer, .reason].count {
        columns[$0 as TrackerColumn] != nil
      }
  }

  /// Whether a title says that a tracker stands below it, and no column holds what was decided.
  private static func isTracked(
    _ table: TableView, _ columns: [TrackerColumn: Int], _ paper: Paper
  ) -> Bool {
    columns[.decision] == nil
      && table.above.suffix(3).contains { TrackerLayout.names($0, in: paper) }
  }

  /// Whether a table with these columns holds responses, and is not a tracker that keeps what
  /// became of them: nothing tells where a row comes from, or when it was last looked at.
  static func fits(_ columns: [TrackerColumn: Int]) -> Bool {
    // The recommendations may have been printed before: then a label stands for each.
    guard columns[.request] == nil, columns[.response] != nil || columns[.decision] != nil,
      let wording = columns[.recommendation]
        ?? (columns[.response] != nil && columns[.decision] != nil ? columns[.reference] : nil)
    else { return false }
    let kept: [TrackerColumn] = [
      .subject, .updated, .status, .implementation, .decidedOn, .decidedBy, .rating,
    ]
    // A column "Date" that stands after the response is a day to do something by.
    return kept.allSatisfy { columns[$0] == nil } && columns[.meeting].map { $0 > wording } ?? true
  }

  static func read(_ table: TableView, of paper: Paper, into sink: inout RecordSink) {
    let columns = table.columns(in: paper)
    let origin = RecommendationOrigin(
      above: table.start, from: table.document, in: paper, before: sink.meeting.date,
      isMinutes: sink.isMinutes)
    let entries =
      fits(columns)
      ? joined(table, columns, in: paper) : PairedResponses.entries(of: table, in: paper)
    let header = MatchKey(table.header(in: paper).joined(separator: " ")).description
    var records = ResponseRecords(paper: paper, origin: origin)
    records.key = DecisionKey(around: table, in: paper)
    if header.contains("proposed") || header.contains("draft") { records.origin.isProposed = true }
    for entry in labelled(entries, in: paper) { records.add(entry, into: &sink) }
    sink.claimRows(of: table, in: paper)
  }

  /// The entries with the codes that their recommendations begin with as their labels.
  private static func labelled(
    _ entries: [ResponseRecords.Entry], in paper: Paper
  ) -> [ResponseRecords.Entry] {
    let cells = entries.map { $0.cells[.recommendation]?.first.map { paper.text($0) } ?? "" }
    guard let codes = CodedLabels(cells) else { return entries }
    return entries.enumerated().map { index, entry in
      guard entry.cells[.reference] == nil, let range = entry.cells[.recommendation]?.first,
        let (label, words) = codes.label(of: cells[index])
      else { return entry }
      var entry = entry
      entry.cells[.reference] = [ByteRange(range.lower, range.lower + label.utf8.count)]
      entry.cells[.recommendation]?[0] = ByteRange(
        max(range.lower, range.upper - words.utf8.count), range.upper)
      return entry
    }
  }

  /// The rows below the header; one whose recommendation is empty goes on with the one before.
  private static func joined(
    _ table: TableView, _ columns: [TrackerColumn: Int], in paper: Paper
  ) -> [ResponseRecords.Entry] {
    var entries: [ResponseRecords.Entry] = []
    for block in table.rows.dropFirst() {
      let cells = Array(paper.cells(block))
      if cells.count <= 8, TrackerRows.isPageFoot(cells.map { paper.text($0) }) { continue }
      let filled = cells.filter { !$0.isEmpty }
      if filled.count == 1, RunningHead.isOne(paper.text(filled[0])) { continue }
      var entry = ResponseRecords.Entry(lines: block.lines)
      for (column, index) in columns where index < cells.count && !cells[index].isEmpty {
        entry.cells[column] = [cells[index]]
      }
      let wording = columns[.recommendation] == nil ? TrackerColumn.reference : .recommendation
      // A theme that heads the rows below it stands alone in its row.
      if entry.cells.count == 1, let alone = entry.cells[wording]?.first, alone.count <= 120,
        cells.count(where: { !$0.isEmpty }) == 1, cells.count >= 3, !paper.isEnded(alone),
        !paper.beginsLower(alone)
      {
        continue
      }
      let isNext =
        entry.cells[wording].map { cells in
          // "with grants of ...": a page cut the row in two.
          entries.isEmpty || !cells.contains { paper.beginsLower($0) }
            || entry.cells[.reference] != nil || entry.cells[.decision] != nil
        } ?? false
      if !isNext, var last = entries.popLast() {
        last.cells.merge(entry.cells) { $0 + $1 }
        last.lines.last = block.lines.last
        entries.append(last)
      } else {
        entries.append(entry)
      }
    }
    return entries
  }
}
