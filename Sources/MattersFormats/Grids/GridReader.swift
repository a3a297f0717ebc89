import MattersBlocks
import MattersText

/// A cell of a grid: its words as they are, and where they stood in the source.
struct GridCell {
  var text: String
  var place: Int
}

/// Turns the rows of a spreadsheet or of a CSV file into a paper.
///
/// A grid has no headings of its own: a row with one cell filled, above a table or between two, is
/// prose such as the tracker's title.
struct GridReader {
  private var builder: PaperBuilder
  /// Whether a table's rows are being read.
  private var isInTable = false
  private var sawBlank = true
  /// A table's header, until the next row tells whether it has a second line.
  private var header: (words: [PlacedWords], lines: LineRange)?

  init(source: SourceText) { builder = PaperBuilder(source: source) }

  /// A row without words.
  mutating func blankRow() { sawBlank = true }

  /// The name of the sheet that the next rows are on.
  mutating func sheet(_ name: GridCell, line: Int) {
    putHeader()
    builder.endTable()
    isInTable = false
    sawBlank = true
    let letters = name.text.lowercased().filter { !$0.isNumber && !$0.isWhitespace }
    guard !["sheet", "table"].contains(letters) else {
      return builder.furniture(.marksOnly, lines: LineRange(line, line))
    }
    builder.heading(Self.words(of: name), level: 1, lines: LineRange(line, line))
  }

  /// A row: empty cells keep their place.
  mutating func row(_ cells: [GridCell], lines: LineRange) {
    let words = cells.map(Self.words)
    let filled = words.filter { !$0.isEmpty }
    guard let only = filled.first else { return blankRow() }
    if let head = header, !sawBlank, let whole = Self.joined(head.words, words) {
      header = nil
      builder.row(whole, lines: head.lines.union(lines))
      return
    }
    putHeader()
    if filled.count == 1, !isInTable || sawBlank {
      builder.paragraph(only, lines: lines)
      isInTable = false
    } else {
      if isInTable {
        builder.row(words, lines: lines)
      } else {
        header = (words, lines)
      }
      isInTable = true
    }
    sawBlank = false
  }

  /// The paper that the rows make.
  mutating func finish() -> Paper {
    putHeader()
    return builder.finish()
  }

  private mutating func putHeader() {
    guard let head = header else { return }
    header = nil
    builder.row(head.words, lines: head.lines)
  }

  /// A header with its second line, where a row is one: nothing in the first column, and each word
  /// below a heading that is said twice, or was merged over several columns and so is followed by
  /// empty ones.
  private static func joined(_ head: [PlacedWords], _ row: [PlacedWords]) -> [PlacedWords]? {
    guard row.first?.isEmpty == true, row.contains(where: { !$0.isEmpty }), row.count > 2 else {
      return nil
    }
    var whole = head
    var group = PlacedWords()
    for column in row.indices {
      let own = column < head.count ? head[column] : PlacedWords()
      if !own.isEmpty { group = own }
      guard !row[column].isEmpty else { continue }
      let next = column + 1 < head.count ? head[column + 1] : PlacedWords()
      let last = column > 0 && column - 1 < head.count ? head[column - 1] : PlacedWords()
      let isGroup =
        own.isEmpty || next.isEmpty && column + 1 < row.count && !row[column + 1].isEmpty
        || own.bytes == next.bytes || own.bytes == last.bytes
      guard isGroup, row[column].bytes.count <= 60 else { return nil }
      var words = group
      words.space()
      words.append(row[column])
      if column < whole.count { whole[column] = words } else { whole.append(words) }
    }
    return whole
  }

  /// The words of a cell; a line break inside it ends a paragraph.
  private static func words(of cell: GridCell) -> PlacedWords {
    var words = PlacedWords()
    var offset = 0
    let bytes = Array(cell.text.utf8)
    for line in bytes.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == 0x0A || $0 == 0x0D })
    {
      words.append(line, at: cell.place + offset)
      words.paragraph()
      offset += line.count + 1
    }
    return words
  }
}
