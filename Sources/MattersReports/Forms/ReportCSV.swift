import MattersText

/// A report as comma-separated values.
extension PlainReport {
  /// The rows of all tables below one header; where the tables differ, a record for each figure,
  /// with its table, row and column.
  public var csv: String {
    guard hasOneShape else { return CSVWriter.table(figures) }
    let columns = grids.first?.columns ?? []
    return CSVWriter.table(
      ReportTable(
        caption: title, columns: columns.map(\.heading),
        rows: grids.flatMap { $0.entries.map { $0.cells.map(\.plain) } }))
  }

  private var figures: ReportTable {
    var table = ReportTable(caption: title, columns: ["Table", "Row", "Column", "Value"], rows: [])
    for part in parts {
      switch part {
      case .passage: break
      case .chart(let chart):
        table.rows += chart.bars.map { bar in
          [chart.title, bar.name, "Number of \(chart.unit)", String(bar.count)]
        }
      case .grid(let grid):
        for entry in grid.entries {
          for (column, cell) in zip(grid.columns, entry.cells).dropFirst() {
            table.rows.append([
              grid.caption, entry.cells.first?.plain ?? "", column.heading, cell.plain,
            ])
          }
        }
      }
    }
    return table
  }
}

extension ReportCell {
  /// The words for programs: a day that was not printed otherwise is ISO 8601.
  var plain: String {
    if case .date(let day) = value, words == day.inWords { day.iso } else { words }
  }
}
