import MattersBlocks
import MattersRecords
import MattersText

/// Responses in a table whose first column names what each row holds: `Recommendation 1 | ...`,
/// `Executive response | ...`, then often a line of headings (`Action | Owner | By when`) and rows
/// under it.
enum PairedResponses {
  /// Whether a table is so: a recommendation in one of its first rows, and a response below it.
  static func fits(_ table: TableView, in paper: Paper) -> Bool {
    if table.rows.prefix(3).contains(where: { whole($0, in: paper) != nil }) { return true }
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
      if let cells = whole(row, in: paper) {
        entries.append(ResponseRecords.Entry(cells: cells, lines: row.lines))
        columns = [:]
        continue
      }
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

  /// A row of a label and of all that is said to it, each part with its name: `R1 | That ...
  /// Proposed response: Accept. Lead: ...`.
  private static func whole(_ row: Block, in paper: Paper) -> [TrackerColumn: [ByteRange]]? {
    let cells = paper.cells(row).filter { !$0.isEmpty }
    guard cells.count == 2, let label = cells.first, let words = cells.last, label.count <= 24,
      RecommendationLabel.named(paper.text(label)).map({ $0.text.isEmpty })
        ?? (LabelStyle(paper.text(label)) != .none && label.count <= 5)
    else { return nil }
    let parts = LabelledPart.following(in: words, of: paper, anywhere: true)
    guard let first = parts.first,
      parts.contains(where: { $0.column == .response || $0.column == .decision })
    else { return nil }
    let asked = paper.clean.bytes.trimmed(ByteRange(words.lower, first.at))
    guard asked.count >= 8 else { return nil }
    var found: [TrackerColumn: [ByteRange]] = [.reference: [label], .recommendation: [asked]]
    for part in parts where !part.value.isEmpty {
      let said = paper.text(part.value)
      let isVerdict =
        part.column == .response && found[.decision] == nil
        && DecisionWording.isShort(said)
      found[isVerdict ? .decision : part.column, default: []].append(part.value)
    }
    return found
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
