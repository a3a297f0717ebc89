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

  init(source: SourceText) { builder = PaperBuilder(source: source) }

  /// A row without words.
  mutating func blankRow() { sawBlank = true }

  /// The name of the sheet that the next rows are on.
  mutating func sheet(_ name: GridCell, line: Int) {
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
    if filled.count == 1, !isInTable || sawBlank {
      builder.paragraph(only, lines: lines)
      isInTable = false
    } else {
      builder.row(words, lines: lines)
      isInTable = true
    }
    sawBlank = false
  }

  /// The paper that the rows so far make.
  func finish() -> Paper { builder.finish() }

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
