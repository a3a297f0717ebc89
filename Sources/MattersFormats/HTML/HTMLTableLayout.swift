import MattersBlocks
import MattersText

/// What becomes of a page's table: rows of the paper, items of a meeting, or only what it places.
extension HTMLTable {
  /// The pieces that a table comes to in the page that holds it.
  var unrolled: [HTMLPiece] {
    if isItemList { return rows.flatMap(Self.item) }
    if isLayout { return rows.flatMap { $0.cells.flatMap(\.pieces) } }
    if isFactSheet { return rows.map(Self.fact) }
    return rows.isEmpty ? [] : [.table(self)]
  }

  /// Whether each row is a label with a colon and one short value: `Date:`, `Place:`.
  private var isFactSheet: Bool {
    rows.count > 1
      && rows.allSatisfy { row in
        guard row.cells.count == 2 else { return false }
        let value = row.cells[1].words
        return row.cells[0].words.bytes.last == 0x3A && value.bytes.count <= 200
          && !value.bytes.contains(CleanText.paragraphBreak)
      }
  }

  private static func fact(_ row: HTMLRow) -> HTMLPiece {
    var words = row.cells[0].words
    words.space()
    words.append(row.cells[1].words)
    return .paragraph(words)
  }

  /// The pieces of a row that is an item of a meeting: the title takes the number, the rest follows.
  private static func item(_ row: HTMLRow) -> [HTMLPiece] {
    var pieces = row.cells.flatMap(\.pieces)
    guard row.cells.count > 1, let number = row.cells.first?.words, !number.isEmpty else {
      return pieces
    }
    if row.isHeader {
      return [
        .paragraph(
          row.cells.reduce(into: PlacedWords()) {
            $0.space()
            $0.append($1.words)
          })
      ]
    }
    pieces = row.cells.dropFirst().flatMap(\.pieces)
    var title = number
    title.space()
    let first = pieces.firstIndex { !$0.words.isEmpty }
    if let first {
      title.append(pieces[first].words)
      pieces.removeSubrange(...first)
    }
    return [.heading(title, level: 3)] + pieces.map(\.underItem)
  }

  /// The rows with their spans written out, one header row at their head.
  ///
  /// A cell over several rows is said again in each; one over several columns is followed by empty
  /// ones. Header rows over one another become one: the lowest words of each column.
  ///
  /// - Parameter budget: how many cells may be added for spans, all tables together.
  func grid(budget: inout Int) -> [(cells: [PlacedWords], lines: LineRange?)] {
    var grid: [[PlacedWords]] = []
    var below: [Int: (words: PlacedWords, rows: Int)] = [:]
    for row in rows {
      var line: [PlacedWords] = []
      var next: [Int: (words: PlacedWords, rows: Int)] = [:]
      func fillFromAbove() {
        while budget > 0, let above = below[line.count] {
          if above.rows > 1 { next[line.count] = (above.words, above.rows - 1) }
          line.append(above.words)
          budget -= 1
        }
      }
      for cell in row.cells {
        fillFromAbove()
        let words = cell.words
        for column in 0..<(budget > 0 ? min(cell.columns, 60) : 1) {
          if cell.rows > 1, budget > 0 {
            next[line.count] = (column == 0 ? words : PlacedWords(), cell.rows - 1)
          }
          line.append(column == 0 ? words : PlacedWords())
          if column > 0 { budget -= 1 }
        }
      }
      fillFromAbove()
      below = next
      grid.append(line)
    }
    let heads = rows.prefix(while: \.isHeader).count
    let placed = zip(grid, rows).map { (cells: $0, lines: $1.lines) }
    guard heads > 1, heads < rows.count else { return placed }
    let columns = grid[..<heads].map(\.count).max() ?? 0
    let head = (0..<columns).map { column in
      grid[..<heads].last { $0.indices.contains(column) && !$0[column].isEmpty }?[column]
        ?? PlacedWords()
    }
    let lines = rows[..<heads].compactMap(\.lines)
    let span = lines.dropFirst().reduce(lines.first) { $0?.union($1) }
    return [(head, span)] + placed[heads...]
  }
}

extension HTMLPiece {
  /// The piece as one that belongs to the item above it.
  var underItem: HTMLPiece {
    guard case .paragraph(let words, let level) = self else { return self }
    return .paragraph(words, level: level + 1)
  }
}
