import MattersText

/// The text of a PDF file, laid out line for line as it is printed, with the tables drawn.
///
/// The text is what the register keeps and what records' lines count in, so that it is made from
/// the words' places alone and always in the same way. A table is drawn with rules and bars, as
/// pandoc draws them: where it was cut into rows and cells here, by distances that text does not
/// have, nothing is left to be guessed.
struct PageLayout {
  private let lines: PrintedLines
  private(set) var text: [UInt8] = []

  /// Columns beyond this one are taken together: no page is so wide.
  private static let widest = 400

  init(_ printed: PrintedPages) {
    lines = PrintedLines(printed)
    let running = PrintedEdges(lines).running
    let tables = PrintedTableFinder(lines, running: running).tables
    let vocabulary = PrintedVocabulary(lines)
    var drawings: [Int: Drawing] = [:]
    var drawn = Set<Int>()
    for table in tables {
      let rows = PrintedRowCutter(table, lines).rows().map { vocabulary.mended($0) }
      let widths = Self.widths(rows)
      guard isWorthDrawing(rows, widths) else { continue }
      drawn.formUnion(table.lines)
      var page = -1
      for index in table.lines where lines.all[index].page != page {
        page = lines.all[index].page
        drawings[index] = Drawing(rows: rows.filter { $0.page == page }, widths: widths)
      }
    }
    var page = 0
    var former: PrintedLine?
    for index in lines.all.indices {
      let line = lines.all[index]
      while page < line.page {
        text.append(0x0C)
        (page, former) = (page + 1, nil)
      }
      if let drawing = drawings[index] {
        addGap(before: line, after: former)
        draw(drawing)
      } else if !drawn.contains(index) {
        addGap(before: line, after: former)
        add(line)
      }
      former = line
    }
    while page < lines.pageCount {
      text.append(0x0C)
      page += 1
    }
  }

  // MARK: - Lines

  /// Blank lines for the blank space between two lines.
  private mutating func addGap(before line: PrintedLine, after former: PrintedLine?) {
    guard let former else { return }
    let usual = max(former.height, line.height) * lines.leading
    let extra = (line.top - former.top) / max(1, usual) - 1
    guard extra > 0.25 || lines.endsParagraph(former, before: line) else { return }
    for _ in 0..<max(1, min(4, Int(extra.rounded()))) { text.append(0x0A) }
  }

  private mutating func add(_ line: PrintedLine) {
    var column = 0
    var former: PrintedWord?
    let starts = Set(line.stretches.map(\.lowerBound))
    for (index, word) in line.words.enumerated() {
      var blanks = former == nil ? 0 : 1
      if starts.contains(index) {
        let place = ((word.left - lines.margin) / lines.character).rounded()
        let wanted = Int(min(Double(Self.widest), max(0, place)))
        blanks = max(former == nil ? 0 : 2, wanted - column)
        if let former, word.left - former.right >= 3 * lines.space(line) { blanks = max(3, blanks) }
      }
      addBlanks(blanks)
      text += lines.bytes[word.text.lower..<word.text.upper]
      column += blanks + word.length
      former = word
    }
    text.append(0x0A)
  }

  private mutating func addBlanks(_ count: Int) {
    text.append(contentsOf: repeatElement(0x20, count: count))
  }

  // MARK: - Tables

  /// The rows of a table on one page, and how wide its columns are over all pages.
  private struct Drawing {
    var rows: [PrintedRow]
    var widths: [Int]
  }

  private static func width(_ words: ArraySlice<PrintedWord>) -> Int {
    words.reduce(words.count - 1) { $0 + $1.length }
  }

  private static func widths(_ rows: [PrintedRow]) -> [Int] {
    guard let columns = rows.first?.cells.count else { return [] }
    return (0..<columns).map { column in
      max(1, rows.flatMap { $0.cells[column].map { width($0.words) } }.max() ?? 1)
    }
  }

  /// Whether a drawing is not out of all proportion to its words, as nobody's table is.
  private func isWorthDrawing(_ rows: [PrintedRow], _ widths: [Int]) -> Bool {
    let height = rows.reduce(0) { $0 + ($1.cells.map(\.count).max() ?? 0) + 1 }
    let words = rows.reduce(0) { sum, row in
      sum + row.cells.joined().reduce(0) { $0 + Self.width($1.words) }
    }
    return height * widths.reduce(0, +) < words * 40 + 10_000
  }

  private mutating func draw(_ drawing: Drawing) {
    rule(drawing.widths)
    for row in drawing.rows {
      let cells = row.cells.map(Self.stacked)
      for height in 0..<(cells.map(\.count).max() ?? 0) {
        for (column, cell) in cells.enumerated() {
          let words = height < cell.count ? cell[height] : ArraySlice()
          text += [0x7C, 0x20]
          var width = 0
          for word in words {
            if width > 0 { text.append(0x20) }
            text += lines.bytes[word.text.lower..<word.text.upper]
            if let rest = word.rest { text += lines.bytes[rest.lower..<rest.upper] }
            width += word.length + (width > 0 ? 1 : 0)
          }
          addBlanks(max(0, drawing.widths[column] - width) + 1)
        }
        text += [0x7C, 0x0A]
      }
      rule(drawing.widths)
    }
  }

  /// The lines of a cell from the row's top, with a blank line before each new paragraph.
  private static func stacked(_ cell: [PrintedRow.CellLine]) -> [ArraySlice<PrintedWord>] {
    var lines: [ArraySlice<PrintedWord>] = []
    for line in cell {
      if line.isNew { lines.append([]) }
      lines.append(line.words)
    }
    return lines
  }

  private mutating func rule(_ widths: [Int]) {
    for width in widths {
      text.append(0x2B)
      text.append(contentsOf: repeatElement(0x2D, count: width + 2))
    }
    text += [0x2B, 0x0A]
  }
}
