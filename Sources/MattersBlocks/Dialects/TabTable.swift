import MattersText

/// A table whose cells tabs part, in a paper that is otherwise set out by spaces: somebody pasted a
/// tracker into a pack.
///
/// Its first line has a word in every cell, and each line below is a row with as many tabs.
enum TabTable {
  /// The fewest tabs of a row; fewer set a list or a label apart.
  private static let fewest = 3

  /// The tables of a paper by their first lines.
  static func all(in text: SpacedText) -> [Int: ColumnRegion] {
    guard text.hasTabs else { return [:] }
    var found: [Int: ColumnRegion] = [:]
    var index = 0
    while index < text.lines.count {
      let region = region(text, at: index)
      found[index] = region
      index = region?.lines.upperBound ?? index + 1
    }
    return found
  }

  /// The table that begins at a line, if one does.
  private static func region(_ text: SpacedText, at start: Int) -> ColumnRegion? {
    let count = tabs(text, start)
    guard count >= fewest, cells(text, start).allSatisfy({ !$0.isEmpty }) else { return nil }
    var end = start + 1
    while end < text.lines.count, text.lines[end].page == text.lines[start].page,
      text.lines[end].gap == 0, tabs(text, end) == count
    {
      end += 1
    }
    guard end - start >= 2 else { return nil }
    return ColumnRegion(
      lines: start..<end, columns: Array(0...count), isDrawn: true, isTabbed: true)
  }

  static func rows(_ text: SpacedText, _ region: ColumnRegion) -> [RowSplitter.TableRow] {
    region.lines.map { index in
      let cells = cells(text, index)
      return RowSplitter.TableRow(
        lines: index..<index + 1,
        cells: cells.map { $0.isEmpty ? [] : [Segment(range: $0, join: .space)] }, isRest: false)
    }
  }

  private static func tabs(_ text: SpacedText, _ index: Int) -> Int {
    let line = text.source.line(text.lines[index].number)
    return text.source.bytes[line.lower..<line.upper].count { $0 == 0x09 }
  }

  private static func cells(_ text: SpacedText, _ index: Int) -> [ByteRange] {
    let line = text.source.line(text.lines[index].number)
    var cells: [ByteRange] = []
    var start = line.lower
    for at in line.lower..<line.upper where text.source.bytes[at] == 0x09 {
      cells.append(text.source.bytes.trimmed(ByteRange(start, at)))
      start = at + 1
    }
    cells.append(text.source.bytes.trimmed(ByteRange(start, line.upper)))
    return cells
  }
}

extension ColumnRegion {
  /// The rows of a table whose own marks tell them.
  func drawnRows(in text: SpacedText) -> [RowSplitter.TableRow] {
    isTabbed ? TabTable.rows(text, self) : GridTable(text, self).rows()
  }
}

extension TextReader {
  /// The stretches of a line between its tabs.
  func split(_ line: ByteRange) -> [ByteRange] {
    var pieces: [ByteRange] = []
    var start = line.lower
    for at in line.lower..<line.upper where source.bytes[at] == 0x09 {
      pieces.append(ByteRange(start, at))
      start = at + 1
    }
    pieces.append(ByteRange(start, line.upper))
    return pieces
  }
}
