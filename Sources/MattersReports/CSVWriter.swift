/// Writes tables as comma-separated values (RFC 4180): CRLF line ends, quotes where they are needed.
public enum CSVWriter {
  /// The table with its headings as the first record.
  public static func table(_ table: ReportTable) -> String {
    ([table.columns] + table.rows)
      .map { $0.map(field).joined(separator: ",") + "\r\n" }
      .joined()
  }

  /// A field, quoted where it holds a comma, a quote or a line end.
  ///
  /// A spreadsheet would run a cell that begins like a formula; an apostrophe before it keeps it
  /// words.
  static func field(_ text: String) -> String {
    let safe = isFormula(text) ? "'" + text : text
    guard safe.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
      return safe
    }
    return "\""
      + safe.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  private static func isFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    switch first {
    case "=", "+", "@", "\t", "\r": return true
    case "-": return text.dropFirst().first != " "
    default: return false
    }
  }
}
