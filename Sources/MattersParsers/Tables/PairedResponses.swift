import MattersBlocks
import MattersRecords
import MattersText

/// Responses in a table whose first column names what each row holds: `Recommendation 1 | ...`,
/// `Executive response | ...`, then often a line of headings (`Action | Owner | By when`) and rows
/// under it.
enum PairedResponses {
  /// Whether a table is so: a recommendation in one of its first rows, and a response below it.
  static func fits(_ table: TableView, in paper: Paper) -> Bool {
    guard let first = table.rows.prefix(2).firstIndex(where: { opens($0, in: paper) != nil }) else {
      return false
    }
    return table.rows[first...].dropFirst().prefix(3).contains { named($0, in: paper) == .response }
  }

  /// The recommendations of the table with what is said to each.
  static func entries(of table: TableView, in paper: Paper) -> [ResponseRecords.Entry] {
    var entries: [ResponseRecords.Entry] = []
    var columns: [TrackerColumn: Int] = [:]
    for row in table.rows {
      if let cells = opens(row, in: paper) {
        entries.append(ResponseRecords.Entry(cells: cells, lines: row.lines))
        columns = [:]
        continue
      }
      guard var entry = entries.popLast() else { continue }
      let cells = Array(paper.cells(row))
      let header = TrackerColumns(header: cells.map { paper.text($0) }, exactly: true).index
      if header.count > 1 {
        columns = header
      } else if !columns.isEmpty {
        for (column, index) in columns where index < cells.count && !cells[index].isEmpty {
          entry.cells[column, default: []].append(cells[index])
        }
      } else if let column = named(row, in: paper) {
        entry.cells[column, default: []] += cells.dropFirst().filter { !$0.isEmpty }
      }
      entry.lines.last = row.lines.last
      entries.append(entry)
    }
    return entries
  }

  /// The column that a row's first cell names, where a value stands beside it.
  private static func named(_ row: Block, in paper: Paper) -> TrackerColumn? {
    let cells = paper.cells(row)
    guard let first = cells.first, cells.dropFirst().contains(where: { !$0.isEmpty }) else {
      return nil
    }
    return TrackerColumns.known(paper.text(first))
  }

  /// The cells that a row opens a recommendation with: `Recommendation 1 | That ...`, or all in one.
  private static func opens(_ row: Block, in paper: Paper) -> [TrackerColumn: [ByteRange]]? {
    let cells = paper.cells(row)
    guard let first = cells.first,
      let (_, text) = RecommendationLabel.named(paper.text(first))
    else { return nil }
    let rest = cells.dropFirst().filter { !$0.isEmpty }
    if text.isEmpty {
      return rest.isEmpty ? nil : [.reference: [first], .recommendation: Array(rest)]
    }
    return rest.isEmpty ? [.recommendation: [first]] : nil
  }
}
