import ArgumentParser
import MattersReports

/// The forms in which most commands list what they found.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case table, markdown, csv, json

  /// Writes a list that has parts with the same columns: each below its heading, and as CSV with
  /// the heading in a column of its own.
  func write(
    _ parts: [(heading: String, table: ReportTable)], heading: String, none: String,
    json: @autoclosure () -> String
  ) {
    func each(_ write: (String, ReportTable) -> String) {
      let shown = parts.filter { !$0.table.rows.isEmpty }
        .map { write("\($0.heading) (\($0.table.rows.count))", $0.table) }
      Console.write(shown.isEmpty ? none + "\n" : shown.joined(separator: "\n"))
    }
    switch self {
    case .json: Console.write(json())
    case .csv:
      Console.write(
        CSVWriter.table(
          ReportTable(
            caption: "", columns: [heading] + (parts.first?.table.columns ?? []),
            rows: parts.flatMap { part in part.table.rows.map { [part.heading] + $0 } })))
    case .markdown: each { "## \($0)\n\n" + MarkdownWriter.table($1) }
    case .table:
      each { "\($0)\n\n" + TerminalWriter.table($1.abridged(to: 160), width: Console.width) }
    }
  }
}
