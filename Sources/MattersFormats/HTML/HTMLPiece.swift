import MattersBlocks
import MattersText

/// A piece of a page before it is known where it goes: into the paper or into a table's cell.
enum HTMLPiece {
  case heading(PlacedWords, level: Int)
  case paragraph(PlacedWords, level: Int = 0)
  case item(PlacedWords, label: String?, level: Int, isBullet: Bool)
  case table(HTMLTable)
  case furniture(Furniture, LineRange)

  /// The piece's words; a table's cells are joined by spaces and its rows by paragraph breaks.
  var words: PlacedWords {
    switch self {
    case .heading(let words, _), .paragraph(let words, _): return words
    // The number that a list counts is no word of its point.
    case .item(let words, _, _, _): return words
    case .table(let table):
      var words = PlacedWords()
      for row in table.rows {
        words.paragraph()
        for cell in row.cells {
          words.append(cell.words)
          words.space()
        }
      }
      return words
    case .furniture: return PlacedWords()
    }
  }
}

/// A table as the page has it.
struct HTMLTable {
  /// A cell: its pieces and how far it stretches.
  struct Cell {
    var pieces: [HTMLPiece] = []
    var isHeader = false
    var columns = 1
    var rows = 1
    /// What a picture in it stands for; taken where there are no words.
    var picture: PlacedWords?

    /// All words of the cell, its pieces being paragraphs.
    var words: PlacedWords {
      var words = PlacedWords()
      for (position, piece) in pieces.enumerated() {
        let next = piece.words
        guard !next.isEmpty else { continue }
        if position == 0, case .item = piece { words.opensList = true }
        words.paragraph()
        words.append(next)
      }
      if words.isEmpty, let picture { return picture }
      return words
    }
  }

  /// A row of cells.
  struct HTMLRow {
    var cells: [Cell] = []
    var isHead = false
    /// The lines of the row's element, where they are known.
    var lines: LineRange?

    /// Whether all of its cells are headers.
    var isHeader: Bool { isHead || cells.count > 1 && cells.allSatisfy(\.isHeader) }
  }

  var rows: [HTMLRow] = []
  /// Whether the page itself says that the table only places things.
  var isPresentation = false
  /// Whether the class says that it lists the items of a meeting.
  var listsItems = false

  /// Whether the table only places things on the page: what is in its cells is the page's.
  var isLayout: Bool {
    if isPresentation { return true }
    if rows.contains(where: { $0.cells.contains(where: \.isHeader) }) { return false }
    if rows.allSatisfy({ $0.cells.count <= 1 }) { return true }
    let cells = rows.lazy.flatMap(\.cells)
    if cells.contains(where: { $0.holdsTable }) { return true }
    return rows.count == 1 && cells.contains { $0.pieces.count > 6 }
  }

  /// Whether each row is an item of a meeting: its number, then all that the page says of it.
  var isItemList: Bool {
    if listsItems { return true }
    guard let head = rows.first, head.isHeader, head.cells.count == 2 else { return false }
    return PageNoise.isItemHead(head.cells.map { $0.words.bytes })
  }
}

extension HTMLTable.Cell {
  fileprivate var holdsTable: Bool {
    pieces.contains { piece in
      if case .table = piece { return true }
      return false
    }
  }
}
