/// A sheet of a workbook, in the text that was made of the workbook.
///
/// That text has one line for each row, sheet after sheet; each sheet begins with a line of its own
/// that is a form feed and the sheet's name. So a row is found again by its sheet and number.
public struct Sheet: Hashable, Sendable {
  /// The name on the sheet's tab.
  public var name: String
  /// The line of the text that has the name; row 1 stands on the line after it.
  public var nameLine: Int

  /// The rows that some lines of the text are.
  public func rows(_ lines: LineRange) -> LineRange {
    LineRange(max(1, lines.first - nameLine), max(1, lines.last - nameLine))
  }

  /// The lines of the text that some rows are.
  public func lines(_ rows: LineRange) -> LineRange {
    LineRange(rows.first + nameLine, rows.last + nameLine)
  }
}

extension SourceText {
  /// The sheets of the workbook that this is the text of, in their order.
  public var sheets: [Sheet] {
    (0..<lineCount).compactMap { index in
      let line = line(index + 1)
      guard !line.isEmpty, bytes[line.lower] == 0x0C else { return nil }
      return Sheet(name: bytes.string(ByteRange(line.lower + 1, line.upper)), nameLine: index + 1)
    }
  }
}
