package import MattersText

/// Makes a paper from pieces that a reader has told apart: headings, paragraphs, items, table rows.
///
/// Each piece is given its words, decoded, with the places in the source that they came from. The
/// builder keeps the cleaned text and its map, splits labels off, and applies the rules that every
/// form of paper shares: what of a table is furniture, and which of its rows a page break cut.
package struct PaperBuilder {
  /// The text whose bytes and lines the pieces are placed in.
  package let source: SourceText
  /// What the reader noticed on the way.
  package var diagnostics: [Diagnostic] = []
  var cleaner = InlineCleaner()
  var blocks: [Block] = []
  var cells: [ByteRange] = []
  var table = TableState()
  /// Whether a page break, a blank line or furniture came since the last words.
  var sawGap = false

  /// Begins a paper without blocks.
  package init(source: SourceText) {
    self.source = source
    cleaner.reserve(source.bytes.count)
    blocks.reserveCapacity(source.lineCount)
  }

  /// The paper that the pieces so far make; the builder holds none of them any more.
  package mutating func finish() -> Paper {
    let parted = RunOnPage.parted(blocks, cleaner.text, of: source)
    blocks = []
    return Paper(
      source: source, clean: cleaner.text, blocks: parted, cells: cells, diagnostics: diagnostics)
  }

  // MARK: - Prose

  /// Adds a heading; a number that it begins with becomes its label.
  package mutating func heading(_ words: PlacedWords, level: Int, lines: LineRange? = nil) {
    add(.heading, words, level: level, lines: lines)
  }

  /// Adds a paragraph; one that begins with a label such as `(a)` or `12.` is an item.
  package mutating func paragraph(_ words: PlacedWords, level: Int = 0, lines: LineRange? = nil) {
    add(.paragraph, words, level: level, lines: lines)
  }

  /// Adds a list item; a label in its own words wins over the number that the list counts for it.
  package mutating func item(
    _ words: PlacedWords, label: String? = nil, level: Int = 0, isBullet: Bool = false,
    lines: LineRange? = nil
  ) {
    add(.item, words, counted: label, level: level, isBullet: isBullet, lines: lines)
  }

  /// Adds lines that carry no words of the paper.
  package mutating func furniture(_ rule: Furniture, lines: LineRange) {
    if rule == .marksOnly, let last = blocks.last,
      Underline.isOne(Int(lines.first), under: last, in: source)
    {
      blocks[blocks.count - 1].style.insert(.bold)
    }
    blocks.append(Block(kind: .furniture, lines: lines, furniture: rule))
    sawGap = true
  }

  /// Says that a page ended or a blank line came: a table's row after it may go on with the last.
  package mutating func gap() { sawGap = true }

  private mutating func add(
    _ kind: Block.Kind, _ words: PlacedWords, counted: String? = nil, level: Int,
    isBullet: Bool = false,
    lines: LineRange?
  ) {
    let words = words.trimmed
    guard !words.isEmpty || counted != nil else { return }
    endTable()
    let lines = lines ?? words.lines(in: source)
    if kind == .paragraph, let rule = FurnitureLine.rule(words.bytes, words.all) {
      return furniture(rule, lines: lines)
    }
    var block = Block(kind: kind, lines: lines)
    block.level = UInt8(clamping: level)
    block.style = words.style
    if isBullet { block.style.insert(.bullet) }
    var content = words.all
    if let (label, next) = LabelScanner.scan(words.bytes, 0, words.bytes.count) {
      let start = cleaner.begin()
      cleaner.append(words, label)
      block.label = ByteRange(start, cleaner.text.bytes.count)
      content = words.bytes.trimmed(ByteRange(next, words.bytes.count))
      if kind == .paragraph { block.kind = .item }
    } else if let counted {
      let start = cleaner.begin()
      cleaner.append(PlacedWords(counted, at: words.firstPlace), ByteRange(0, counted.utf8.count))
      block.label = ByteRange(start, cleaner.text.bytes.count)
    }
    let start = cleaner.begin()
    cleaner.append(words, content)
    block.text = ByteRange(start, cleaner.text.bytes.count)
    block.lead = UInt8(clamping: words.lead(from: content.lower))
    blocks.append(block)
    sawGap = false
  }

  // MARK: - Tables

  /// Adds a table's row, and opens a table where none is open; empty cells keep their place.
  package mutating func row(_ row: [PlacedWords], lines: LineRange? = nil) {
    let words = row.map(\.trimmed)
    let filled = words.filter { !$0.isEmpty }
    guard let first = filled.first else {
      sawGap = true
      return
    }
    let lines =
      lines
      ?? filled.dropFirst().reduce(first.lines(in: source)) { $0.union($1.lines(in: source)) }
    let firstCell = cells.count
    for cell in words {
      let start = cleaner.begin()
      cleaner.append(cell, cell.all)
      cells.append(ByteRange(start, cleaner.text.bytes.count))
    }
    addRow(from: firstCell, lines: lines, opensList: words.map(\.opensList))
  }

  /// Ends the table that rows are being added to; the next row opens another.
  package mutating func endTable() { table.isOpen = false }
}
