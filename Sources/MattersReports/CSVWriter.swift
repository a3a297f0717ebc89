/// Writes tables as comma-separated values (RFC 4180): CRLF line ends, quotes where they are needed.
public enum CSVWriter {
  /// The table with its headings as the first record.
  public static func table(_ table: ReportTable) -> String {
    ([table.columns] + table.rows)
      .map { $0.map(field).joined(separator: ",") + "\r\n" }
      .joined()
  }

  /// A field, quoted where it holds a comma, a quote or a line end, or begins with a blank, which
  /// many readers would drop.
  ///
  /// A spreadsheet would run a cell that begins like a formula; an apostrophe before it keeps it
  /// words.
  static func field(_ text: String) -> String {
    let safe = isFormula(text) ? "'" + text : text
    let isQuoted =
      safe.utf8.first == UInt8(ascii: " ")
      || safe.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
    guard isQuoted else { return safe }
    return "\""
      + safe.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  /// Apostrophes before it are looked past: one more is written, so that the reader, who takes one
  /// off, leaves what was there.
  private static func isFormula(_ text: String) -> Bool {
    let rest = text.utf8.drop { $0 == UInt8(ascii: "'") }
    guard let first = rest.first else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "@"), 0x09, 0x0D: return true
    case UInt8(ascii: "-"): return rest.dropFirst().first != UInt8(ascii: " ")
    default: return false
    }
  }
}
