/// A table as a plain value: what all writers write.
public struct ReportTable: Sendable, Equatable {
  /// What the table shows, for its caption.
  public var caption: String
  /// The headings.
  public var columns: [String]
  /// The rows, each with as many cells as there are headings.
  public var rows: [[String]]
  /// How wide columns are to one another on a page; empty where the page may choose.
  public var weights: [Int] = []
  /// The places of the columns that hold figures, which stand below one another by their last digit.
  public var figures: Set<Int> = []

  /// A table from its parts.
  public init(caption: String, columns: [String], rows: [[String]], weights: [Int] = []) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.weights = weights
  }

  /// The table without some of its columns.
  public func without(_ names: Set<String>) -> ReportTable {
    let kept = columns.indices.filter { !names.contains(columns[$0]) }
    return ReportTable(
      caption: caption, columns: kept.map { columns[$0] },
      rows: rows.map { row in kept.map { row[$0] } })
  }

  /// The table with long cells cut between words, for a screen; the cut is marked.
  public func abridged(to length: Int) -> ReportTable {
    var table = self
    table.rows = rows.map { row in
      row.map { cell in
        // No text has more characters than bytes.
        guard cell.utf8.count > length, cell.count > length else { return cell }
        let head = cell.prefix(length)
        return String(head[..<(head.lastIndex(of: " ") ?? head.endIndex)]) + " …"
      }
    }
    return table
  }
}
