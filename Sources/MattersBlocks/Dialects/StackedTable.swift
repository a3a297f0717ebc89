import MattersText

/// A table that was copied out of a page with one cell a line: its headings below one another, a
/// blank line, and then each row in as many lines as there are headings, a blank line after each.
///
/// An empty cell is a blank line of its own, so that rows are counted in lines and not in
/// paragraphs.
struct StackedTable {
  /// The rows, the headings first: the lines of each.
  private(set) var rows: [LineRange] = []

  /// How many headings there may be, how long one may be, and how many rows prove a table.
  private static let widths = 4...12
  private static let longestHeading = 40
  private static let leastRows = 2

  /// Words of which a table's headings have some.
  private static let telling: SignSet = [
    "action", "status", "date", "response", "update", "officer", "owner", "responsible", "progress",
    "meeting", "ref", "no.", "number", "item", "due", "recommendation", "request", "lead",
    "decision",
  ]

  /// The table whose first heading stands in a line; nothing where none does.
  init?(_ source: SourceText, at number: Int) {
    let bytes = source.bytes
    func line(_ number: Int) -> ByteRange {
      number <= source.lineCount ? bytes.trimmed(source.line(number)) : ByteRange(0, 0)
    }
    var width = 0
    var told = 0
    while width <= Self.widths.upperBound {
      let heading = line(number + width)
      if heading.isEmpty { break }
      guard Self.isHeading(bytes, heading) else { return nil }
      if Self.telling.isIn(bytes, heading) { told += 1 }
      width += 1
    }
    guard Self.widths.contains(width), told >= 3 else { return nil }
    rows = [LineRange(number, number + width - 1)]
    var at = number + width + 1
    while at + width - 1 <= source.lineCount + 1 {
      let filled = (at..<(at + width)).count { !line($0).isEmpty }
      // A row ends with a blank line, and begins with a cell that names it.
      guard filled * 2 > width, !line(at).isEmpty, line(at).count <= Self.longestHeading,
        line(at + width).isEmpty
      else { break }
      rows.append(LineRange(at, min(at + width - 1, source.lineCount)))
      at += width + 1
    }
    guard rows.count > Self.leastRows else { return nil }
  }

  private static func isHeading(_ bytes: [UInt8], _ line: ByteRange) -> Bool {
    guard line.count <= longestHeading else { return false }
    let (first, last) = (bytes[line.lower], bytes[line.upper - 1])
    // "No." is a heading; a sentence is none, nor is a label with its words.
    return (first.isUpper || first == 0x23) && last != 0x3B && last != 0x3A
      && (last != 0x2E || line.count <= 5) && bytes.firstIndex(of: 0x09, in: line) == nil
      && bytes.firstIndex(of: 0x7C, in: line) == nil
  }
}

extension TextReader {
  /// Reads a table with one cell a line; returns the line after it.
  mutating func readTable(_ stacked: StackedTable) -> Int {
    builder.endTable()
    var next = 0
    for row in stacked.rows {
      // The header is no heading again, nor a row cut off, because blank lines part them.
      builder.sawGap = false
      addRow((row.first...row.last).map { source.line($0) }, lines: row)
      next = row.last + 1
    }
    builder.endTable()
    return next
  }
}
