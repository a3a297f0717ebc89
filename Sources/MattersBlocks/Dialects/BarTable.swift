import MattersText

/// A table of bars that lost its rows: a bar alone opens a row, and each cell stands in lines of its
/// own, the last of which ends with a bar.
///
/// ```
/// |
/// Ref |
/// Recommendation |
/// |
/// 04 |
/// That the ponds be dredged. |
/// ```
struct BarTable {
  /// A row: its cells' words, and its lines.
  struct BarRow {
    var cells: [ByteRange]
    var lines: LineRange
  }

  /// The rows, the headings first.
  private(set) var rows: [BarRow] = []
  /// The line after the table.
  private(set) var next = 0

  private static let widths = 2...16
  private static let longestHeading = 60
  /// More lines than these are no cell's: a bar that is missing must not swallow the paper.
  private static let longestCell = 40

  /// The table that begins on a line; nothing where none does.
  init?(_ source: SourceText, at number: Int) {
    let bytes = source.bytes
    func line(_ number: Int) -> ByteRange {
      number <= source.lineCount ? bytes.trimmed(source.line(number)) : ByteRange(0, 0)
    }
    func isBar(_ number: Int) -> Bool {
      let line = line(number)
      return line.count == 1 && bytes[line.lower] == 0x7C
    }
    func endsCell(_ number: Int) -> Bool {
      let line = line(number)
      return !line.isEmpty && bytes[line.upper - 1] == 0x7C
    }
    guard isBar(number) else { return nil }
    var width = 0
    while !isBar(number + 1 + width) {
      let heading = line(number + 1 + width)
      guard endsCell(number + 1 + width), heading.count <= Self.longestHeading,
        width < Self.widths.upperBound, bytes[heading.lower] != 0x7C
      else { return nil }
      width += 1
    }
    guard Self.widths.contains(width) else { return nil }
    var at = number
    while isBar(at) {
      var cells: [ByteRange] = []
      var start = at + 1
      while cells.count < width {
        var end = start
        while !endsCell(end), end - start < Self.longestCell, end <= source.lineCount { end += 1 }
        guard endsCell(end) else { break }
        cells.append(ByteRange(line(start).lower, line(end).upper - 1))
        start = end + 1
      }
      guard cells.count == width else { break }
      if cells.contains(where: { !bytes.trimmed($0).isEmpty }) {
        rows.append(BarRow(cells: cells, lines: LineRange(at, start - 1)))
      }
      at = start
    }
    next = at
    guard rows.count >= 2 else { return nil }
  }
}

extension TextReader {
  /// Reads a table that lost its rows; returns the line after it.
  mutating func readTable(_ bars: BarTable) -> Int {
    builder.endTable()
    for row in bars.rows {
      builder.sawGap = false
      addRow(row.cells, lines: row.lines)
    }
    builder.endTable()
    return bars.next
  }
}
