import MattersText

/// A table written with HTML's tags inside Markdown, as converters write one whose cells hold more
/// than a line.
struct TaggedTable {
  /// A row: its cells' words with the tags inside them, and its lines.
  struct TagRow {
    var cells: [ByteRange]
    var lines: LineRange
  }

  /// The rows, and the last line of the table.
  private(set) var rows: [TagRow] = []
  private(set) var lastLine: Int

  /// Lines beyond this one are no table's; a tag that is never closed must not swallow the paper.
  private static let longest = 5_000

  /// Reads the table that begins on a line; nothing where none does, or it never ends.
  init?(_ source: SourceText, at number: Int) {
    let bytes = source.bytes
    let first = bytes.trimmed(source.line(number))
    guard Self.isTag("table", bytes, first.lower, first.upper) else { return nil }
    var last = number
    while !bytes.contains("</table", in: source.line(last)) {
      last += 1
      guard last <= source.lineCount, last - number < Self.longest else { return nil }
    }
    lastLine = last
    read(source, ByteRange(first.lower, source.line(last).upper))
    guard !rows.isEmpty else { return nil }
  }

  private mutating func read(_ source: SourceText, _ range: ByteRange) {
    let bytes = source.bytes
    var cells: [ByteRange] = []
    var cell: Int?
    var row: Int?
    var at = range.lower
    func close(_ end: Int) {
      if let start = cell { cells.append(ByteRange(start, end)) }
      cell = nil
    }
    while at < range.upper {
      guard bytes[at] == 0x3C else {
        at += 1
        continue
      }
      let end = bytes[at..<range.upper].firstIndex(of: 0x3E).map { $0 + 1 } ?? range.upper
      if Self.isTag("tr", bytes, at, end) {
        (cells, cell, row) = ([], nil, at)
      } else if Self.isTag("td", bytes, at, end) || Self.isTag("th", bytes, at, end) {
        close(at)
        cell = end
      } else if Self.isTag("/td", bytes, at, end) || Self.isTag("/th", bytes, at, end) {
        close(at)
      } else if Self.isTag("/tr", bytes, at, end), let start = row {
        close(at)
        rows.append(
          TagRow(cells: cells, lines: LineRange(source.line(at: start), source.line(at: at))))
        (cells, row) = ([], nil)
      }
      at = end
    }
  }

  /// Whether a tag of some name stands at an offset.
  private static func isTag(_ name: StaticString, _ bytes: [UInt8], _ at: Int, _ end: Int) -> Bool {
    let next = at + 1 + name.utf8CodeUnitCount
    return at < end && bytes[at] == 0x3C && bytes.matches(name, at: at + 1, before: end)
      && next < end && (bytes[next] == 0x3E || bytes[next].isSpace)
  }
}
