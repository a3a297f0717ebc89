public import MattersText

/// Reads the text of a paper into blocks: tab-separated rows, Markdown marks, inline tags, plain
/// lines, hard-wrapped or not.
///
/// Damage that converters do is met here, once: sentences and table cells that a page break cut are
/// joined, headings printed twice become one, repeated table headers, keys, rules and page numbers
/// become furniture. Any text gives blocks; nothing is thrown and nothing is dropped.
public struct TextReader {
  private let source: SourceText
  private var cleaner = InlineCleaner()
  private var blocks: [Block] = []
  private var cells: [ByteRange] = []
  private var wrapWidth: Int?

  /// The block that the next line may continue, if no other words came between.
  private var openBlock: Int?
  /// Whether a blank line or furniture came since the open block.
  private var sawGap = false
  private var table = TableState()

  /// What is known of the table that rows are being read into.
  private struct TableState {
    var ordinal: Int32 = -1
    var isOpen = false
    var header: [String] = []
    var lastRow: Int?
    /// How often the last row was joined with one that a page break cut off.
    var joins = 0
  }

  /// Reads a paper.
  public static func read(_ source: SourceText) -> Paper {
    var reader = TextReader(source: source)
    reader.wrapWidth = HardWrap.width(of: source)
    for number in 1...max(1, source.lineCount) where number <= source.lineCount {
      reader.readLine(number)
    }
    return Paper(
      source: source, clean: reader.cleaner.text, blocks: reader.blocks, cells: reader.cells,
      diagnostics: [])
  }

  private init(source: SourceText) { self.source = source }

  // MARK: - Lines

  private mutating func readLine(_ number: Int) {
    let whole = source.line(number)
    let line = source.bytes.trimmed(whole)
    if line.isEmpty {
      // A line of tabs is an empty row; it holds nothing.
      sawGap = true
      return
    }
    if hasTab(whole) {
      readRow(number, whole)
    } else if let rule = furnitureRule(line) {
      addFurniture(rule, number)
    } else {
      readProse(number, line, indent: line.lower - whole.lower)
    }
  }

  private func hasTab(_ line: ByteRange) -> Bool {
    source.bytes[line.lower..<line.upper].contains(0x09)
  }

  private func furnitureRule(_ line: ByteRange) -> Furniture? {
    let bytes = source.bytes
    if line.count <= 4, bytes[line.lower..<line.upper].allSatisfy(\.isDigit) { return .pageNumber }
    if line.count <= 20, bytes.matches("page ", at: line.lower, before: line.upper),
      bytes[(line.lower + 5)..<line.upper].allSatisfy({
        $0.isDigit || $0.isSpace || $0.lowered == 0x6F || $0.lowered == 0x66
      })
    {
      return .pageNumber
    }
    return bytes[line.lower..<line.upper].contains(where: \.isWordByte) ? nil : .marksOnly
  }

  private mutating func addFurniture(_ rule: Furniture, _ number: Int) {
    blocks.append(Block(kind: .furniture, lines: LineRange(number, number), furniture: rule))
    sawGap = true
  }

  // MARK: - Prose

  private mutating func readProse(_ number: Int, _ line: ByteRange, indent: Int) {
    let bytes = source.bytes
    table.isOpen = false
    var shape = LineShape.of(bytes, line, indent: indent)
    if let open = openBlock, continues(open, shape, line) {
      resume(open)
      cleaner.space()
      cleaner.append(bytes, line.lower, line.upper)
      blocks[open].text = ByteRange(blocks[open].text.lower, cleaner.text.bytes.count)
      blocks[open].lines.last = number
      sawGap = false
      return
    }
    var block = Block(kind: shape.kind, lines: LineRange(number, number))
    block.level = shape.level
    block.style = shape.style
    if !shape.label.isEmpty {
      let start = cleaner.begin()
      cleaner.append(bytes, shape.label.lower, shape.label.upper)
      block.label = ByteRange(start, cleaner.text.bytes.count)
    }
    let start = cleaner.begin()
    shape.content = bytes.trimmed(shape.content)
    cleaner.append(
      bytes, shape.content.lower, shape.content.upper, openMark: shape.openMark)
    block.text = ByteRange(start, cleaner.text.bytes.count)
    if let twin = printedTwice(block) {
      blocks[twin].lines.last = number
      sawGap = false
      return
    }
    blocks.append(block)
    openBlock = blocks.count - 1
    sawGap = false
  }

  /// Makes the words of a block the last that were cleaned, so that more can be joined to them: a
  /// heading printed again or a table's key may have been cleaned since.
  private mutating func resume(_ open: Int) {
    let text = blocks[open].text
    if text.upper == cleaner.text.bytes.count {
      cleaner.resume(text.lower)
      return
    }
    let start = cleaner.begin()
    cleaner.appendCleaned(text)
    blocks[open].text = ByteRange(start, cleaner.text.bytes.count)
  }

  /// Whether a line goes on with the block before it: a wrapped line, or a sentence that a page
  /// break cut, which ends in mid-air and goes on in lower case.
  private func continues(_ open: Int, _ shape: LineShape, _ line: ByteRange) -> Bool {
    guard shape.kind == .paragraph, !shape.style.contains(.struck) else { return false }
    let block = blocks[open]
    guard block.kind != .heading, !block.text.isEmpty || !block.label.isEmpty else { return false }
    let clean = cleaner.text.bytes
    let startsLower = source.bytes[shape.content.lower].isLower
    if !sawGap {
      guard let wrapWidth else { return false }
      if block.text.isEmpty { return true }
      let previous = source.line(block.lines.last)
      let firstWord = wordLength(shape.content)
      let wasFull = previous.count + 1 + firstWord > wrapWidth
      return wasFull || startsLower && previous.count * 2 > wrapWidth
    }
    guard startsLower, block.text.count >= 60 else { return false }
    switch clean[block.text.upper - 1] {
    case 0x2E, 0x3F, 0x21, 0x3A, 0x3B, 0x22, 0x9D: return false  // . ? ! : ; " and a closing quote
    default: return true
    }
  }

  private func wordLength(_ content: ByteRange) -> Int {
    var at = content.lower
    while at < content.upper, !source.bytes[at].isSpace { at += 1 }
    return at - content.lower
  }

  /// The block just before, where it has the same label and words: a heading printed again as a
  /// running head.
  private func printedTwice(_ block: Block) -> Int? {
    guard let open = openBlock, sawGap, blocks[open].kind == block.kind,
      block.text.count <= 200, block.text.count >= 4, mayRunAsHead(block),
      cleaner.text.string(blocks[open].text) == cleaner.text.string(block.text),
      cleaner.text.string(blocks[open].label) == cleaner.text.string(block.label)
    else { return nil }
    return open
  }

  /// Whether a block is marked as a heading is.
  ///
  /// Plain words said twice, "Quarter 2" and "Quarter 2", are two answers.
  private func mayRunAsHead(_ block: Block) -> Bool {
    if block.kind == .heading || !block.label.isEmpty || block.style.contains(.bold) { return true }
    return !cleaner.text.bytes[block.text.lower..<block.text.upper].contains(where: \.isLower)
  }

  // MARK: - Rows

  private mutating func readRow(_ number: Int, _ line: ByteRange) {
    let lines = LineRange(number, number)
    let pieces = split(line)
    if pieces.allSatisfy({ isRule($0) }) {
      blocks.append(Block(kind: .furniture, lines: lines, furniture: .tableRule))
      return
    }
    let firstCell = cells.count
    for piece in pieces {
      let start = cleaner.begin()
      cleaner.append(source.bytes, piece.lower, piece.upper)
      cells.append(ByteRange(start, cleaner.text.bytes.count))
    }
    let row = Int32(firstCell)..<Int32(cells.count)
    if isKey(row) {
      blocks.append(Block(kind: .furniture, lines: lines, furniture: .keyRow))
      cells.removeLast(cells.count - firstCell)
      return
    }
    if table.isOpen, sawGap, headerWords(row) == table.header {
      blocks.append(Block(kind: .furniture, lines: lines, furniture: .repeatedTableHeader))
      cells.removeLast(cells.count - firstCell)
      return
    }
    // No row runs over dozens of pages, and each joining copies what it joins.
    if table.isOpen, sawGap, table.joins < 30, let last = table.lastRow, isCutOff(row, from: last) {
      table.joins += 1
      join(row, to: last, pieces, number)
      sawGap = false
      return
    }
    if !table.isOpen {
      table.ordinal += 1
      table.isOpen = true
      table.header = headerWords(row)
    }
    var block = Block(kind: .row, lines: lines)
    block.cells = row
    block.table = table.ordinal
    blocks.append(block)
    table.lastRow = blocks.count - 1
    table.joins = 0
    openBlock = nil
    sawGap = false
  }

  private func split(_ line: ByteRange) -> [ByteRange] {
    var pieces: [ByteRange] = []
    var start = line.lower
    for at in line.lower..<line.upper where source.bytes[at] == 0x09 {
      pieces.append(ByteRange(start, at))
      start = at + 1
    }
    pieces.append(ByteRange(start, line.upper))
    return pieces
  }

  private func isRule(_ cell: ByteRange) -> Bool {
    source.bytes[cell.lower..<cell.upper].allSatisfy {
      $0 == 0x2D || $0 == 0x3A || $0.isSpace
    }
  }

  /// The key to a table's colours or marks: its first cell is the word, and three more explain.
  private func isKey(_ row: Range<Int32>) -> Bool {
    row.count >= 4 && cleaner.text.string(cells[Int(row.lowerBound)]).lowercased() == "key"
  }

  private func headerWords(_ row: Range<Int32>) -> [String] {
    row.map { cleaner.text.string(cells[Int($0)]).lowercased() }
  }

  private func firstFilled(_ row: Range<Int32>) -> Int {
    row.firstIndex { !cells[Int($0)].isEmpty }.map { Int($0 - row.lowerBound) } ?? row.count
  }

  /// Whether a row after a page break goes on with the one before: it begins further right.
  private func isCutOff(_ row: Range<Int32>, from last: Int) -> Bool {
    let former = blocks[last].cells
    let first = firstFilled(row)
    return first > 0 && first > firstFilled(former) && first < row.count
      && row.count <= former.count
  }

  private mutating func join(
    _ row: Range<Int32>, to last: Int, _ pieces: [ByteRange], _ number: Int
  ) {
    let former = blocks[last].cells
    let firstCell = cells.count
    for index in 0..<former.count {
      let head = cells[Int(former.lowerBound) + index]
      let tail = index < row.count ? cells[Int(row.lowerBound) + index] : .none
      if tail.isEmpty {
        cells.append(head)
        continue
      }
      let start = cleaner.begin()
      cleaner.appendCleaned(head)
      // A list's tag begins a new point; a sentence that was cut has none, or a paragraph's.
      if index < pieces.count, opensList(pieces[index]) {
        cleaner.paragraph()
      } else {
        cleaner.space()
      }
      cleaner.appendCleaned(tail)
      cells.append(ByteRange(start, cleaner.text.bytes.count))
    }
    blocks[last].cells = Int32(firstCell)..<Int32(cells.count)
    blocks[last].lines.last = number
  }

  private func opensList(_ cell: ByteRange) -> Bool {
    let cell = source.bytes.trimmed(cell)
    return ["<ul", "<ol", "<li"].contains {
      source.bytes.matches($0, at: cell.lower, before: cell.upper)
    }
  }
}
