import MattersText

/// A table drawn with rules and bars, as pandoc draws it and as PDF files are laid out.
///
///     +------+-----------------+
///     | Ref  | What was asked  |
///     +------+-----------------+
///
/// The rules tell the columns and the rows; nothing is guessed from blanks.
struct GridTable {
  private let text: SpacedText
  private let region: ColumnRegion

  init(_ text: SpacedText, _ region: ColumnRegion) {
    self.text = text
    self.region = region
  }

  /// The table that is drawn from a line on, if one is.
  static func region(_ text: SpacedText, at start: Int) -> ColumnRegion? {
    guard text.isGrid, text.lines[start].isRule else { return nil }
    var end = start + 1
    var columns = Set<Int>()
    var rules = 0
    while end < text.lines.count, text.lines[end].page == text.lines[start].page,
      text.lines[end].gap == 0, text.lines[end].isRule || text.lines[end].hasBars
    {
      end += 1
    }
    for line in text.lines[start..<end] where line.isRule {
      rules += 1
      let bytes = text.source.bytes
      for at in line.bytes.lower..<line.bytes.upper where bytes[at] == 0x2B {
        columns.insert(line.indent + at - line.bytes.lower)
      }
    }
    guard columns.count > 1, rules > 1, end - start > rules else { return nil }
    return ColumnRegion(
      lines: start..<end, columns: columns.sorted().dropLast(), isDrawn: true)
  }

  func rows() -> [RowSplitter.TableRow] {
    var rows: [RowSplitter.TableRow] = []
    var start = region.lines.lowerBound
    for index in region.lines where text.lines[index].isRule {
      if index > start { rows.append(row(start..<index)) }
      start = index + 1
    }
    if start < region.lines.upperBound { rows.append(row(start..<region.lines.upperBound)) }
    return rows.filter { row in row.cells.contains { !$0.isEmpty } }
  }

  private func row(_ lines: Range<Int>) -> RowSplitter.TableRow {
    let cells = lines.map { cut(text.lines[$0]) }
    var row = RowSplitter.TableRow(
      lines: lines, cells: Array(repeating: [], count: region.columns.count), isRest: false)
    for column in region.columns.indices {
      var last: Int?
      for at in cells.indices where !cells[at][column].isEmpty {
        let own = cells[at][column]
        let bare = text.withoutBullet(own)
        let join: Segment.Join
        if bare.lower > own.lower || isApart(lines, at, last) {
          join = .paragraph
        } else if let last {
          join = text.wrapJoin(after: cells[last][column], before: own)
        } else {
          join = .space
        }
        row.cells[column].append(Segment(range: bare, join: join))
        last = at
      }
    }
    row.isRest = row.cells[0].first.map { text.startsLower($0.range) } ?? true
    return row
  }

  /// Whether a line of a cell has a blank one before it.
  private func isApart(_ lines: Range<Int>, _ at: Int, _ last: Int?) -> Bool {
    guard let last else { return false }
    return text.lines[lines.lowerBound + at].number > text.lines[lines.lowerBound + last].number + 1
  }

  /// The cells of a line: between its bars where each column has one, or else by the columns, with
  /// words that run on over a column's edge left together.
  private func cut(_ line: SpacedText.Line) -> [ByteRange] {
    var cells = [ByteRange](repeating: .none, count: region.columns.count)
    let bytes = text.source.bytes
    let whole = text.source.line(line.number)
    var column = 0
    var at = whole.lower
    var cell = -1
    var start = at
    func close(_ end: Int) {
      guard cell >= 0, cell < cells.count else { return }
      cells[cell] = bytes.trimmed(ByteRange(start, end))
    }
    while at < whole.upper {
      if bytes[at] & 0xC0 == 0x80 || bytes[at] == 0x0C {
        at += 1
        continue
      }
      if bytes[at] == 0x7C {
        if let next = region.columns.firstIndex(of: column) {
          close(at)
          (cell, start) = (next, at + 1)
        } else if bytes[at + 1..<whole.upper].allSatisfy(\.isSpace) {
          close(at)
          return cells
        }
      }
      column += 1
      at += 1
    }
    close(whole.upper)
    return cells
  }
}
