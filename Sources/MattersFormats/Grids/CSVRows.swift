public import MattersText

/// The rows of a CSV file that is no paper, such as a calendar of meetings.
public enum CSVRows {
  /// A row: its fields without the space around them, and the line at which it begins.
  public struct Fields: Sendable {
    /// The line, counted from one.
    public var line: Int
    /// The fields, in order.
    public var cells: [String]
  }

  /// The rows of a text that hold anything, cut at commas, or at semicolons where its first row has
  /// more of them, as spreadsheets write where the comma is a decimal mark.
  ///
  /// A quoted field may run over lines; a quote that is never closed ends with its line.
  public static func read(_ source: SourceText) -> [Fields] {
    let head = source.bytes.prefix { $0 != 0x0A }
    let commas = head.count { $0 == .ascii(",") }
    let semicolons = head.count { $0 == .ascii(";") }
    let delimiter: UInt8 = semicolons > commas ? .ascii(";") : .ascii(",")
    var cutter = CSVCutter(source, delimiter: delimiter)
    var rows: [Fields] = []
    while let record = cutter.next() {
      guard !record.isBlank else { continue }
      let cells = CSVForm.fields(of: record, delimiter).map(CSVForm.withoutGuard)
      rows.append(Fields(line: record.lines.first, cells: cells.map(\.withoutOuterSpace)))
    }
    return rows
  }
}

extension String {
  fileprivate var withoutOuterSpace: String {
    let words = drop(while: \.isWhitespace)
    return String(words.dropLast(words.reversed().prefix(while: \.isWhitespace).count))
  }
}
