public import MattersText

/// Reads the text of a paper into blocks: tab-separated rows, Markdown marks, inline tags, plain
/// lines, hard-wrapped or not.
///
/// Damage that converters do is met here, once: sentences and table cells that a page break cut are
/// joined, headings printed twice become one, repeated table headers, keys, rules and page numbers
/// become furniture. Any text gives blocks; nothing is thrown and nothing is dropped.
public struct TextReader {
  let source: SourceText
  var builder: PaperBuilder
  private var wrapWidth: Int?
  /// The width of lines that all stand apart, where wrapped lines do too.
  private var spreadWidth: Int?
  private var noise = PageNoise(isPage: false)
  /// Whether the lines in which a block goes on are set in, and whether this line is one.
  private var hanging = (isPaper: false, isLine: false)
  /// The lines that are pages' feet.
  private var feet: Set<Int> = []
  /// The lines that hold an item's number and nothing else.
  private var standing: Set<Int> = []

  /// Whether this line of prose, and the one before it, stood in a box drawn with bars.
  private var isBoxed = (now: false, before: false)

  /// The block that the next line may continue, if no other words came between.
  var openBlock: Int?

  /// Reads a paper in the dialect that it is found to have, or each part of it that has another.
  public static func read(_ source: SourceText) -> Paper {
    let parts = LayoutParts.of(source)
    return parts.count == 1
      ? readPart(source) : Paper(joining: parts.map(readPart), of: source)
  }

  private static func readPart(_ source: SourceText) -> Paper {
    let (dialect, diagnostics) = Dialect.of(source)
    if dialect == .spaced { return SpacedReader.read(source, diagnostics: diagnostics) }
    var reader = TextReader(source: source)
    reader.builder.diagnostics = diagnostics
    reader.wrapWidth = HardWrap.width(of: source)
    if reader.wrapWidth == nil, HardWrap.isSpread(source) {
      reader.spreadWidth = HardWrap.spreadWidth(source)
    }
    reader.hanging.isPaper = HardWrap.hangs(source)
    reader.feet = PageFeet(source).lines
    reader.standing = StandingNumbers(source).lines
    reader.noise = PageNoise(
      source.bytes,
      lines: (0..<source.lineCount).lazy.map { source.bytes.trimmed(source.line($0 + 1)) })
    var number = 1
    var mayHaveTables = true
    var listsLeft = 8
    var pastedLeft = 8
    while number <= source.lineCount {
      if mayHaveTables, reader.opensTable(number) {
        // One that never ends is no table, and nor is any after it.
        guard let table = TaggedTable(source, at: number) else {
          mayHaveTables = false
          continue
        }
        reader.readTable(table, from: number)
        number = table.lastLine + 1
      } else if reader.builder.sawGap, let table = StackedTable(source, at: number) {
        number = reader.readTable(table)
      } else if let table = PeriodicTable(source, at: number, tries: &pastedLeft), table.isExact {
        number = reader.readTable(table)
      } else if let table = ListedTable(source, at: number, tries: &listsLeft) {
        number = reader.readTable(table)
      } else if let table = PeriodicTable(source, at: number, tries: &pastedLeft) {
        number = reader.readTable(table)
      } else if let table = BarTable(source, at: number) {
        number = reader.readTable(table)
      } else if let table = OpenPipeTable(source, at: number)
        ?? OpenPipeTable(plain: source, at: number)
      {
        number = reader.readTable(table)
      } else {
        reader.readLine(number)
        number += 1
      }
    }
    return reader.builder.finish()
  }

  /// Reads text that was laid out from printed pages, with a blank line after every paragraph that
  /// did not fill its last line: what follows without one goes on.
  package static func readPages(_ source: SourceText) -> Paper {
    SpacedReader.read(source, diagnostics: [], isLaidOut: true)
  }

  private init(source: SourceText) {
    self.source = source
    builder = PaperBuilder(source: source)
  }

  // MARK: - Lines

  private func opensTable(_ number: Int) -> Bool {
    let line = source.bytes.trimmed(source.line(number))
    return source.bytes.matches("<table", at: line.lower, before: line.upper)
  }

  private mutating func readLine(_ number: Int) {
    let whole = source.line(number)
    if whole.count > 200, let pieces = BrokenLine.pieces(source.bytes, whole) {
      for piece in pieces { readPiece(number, piece) }
      return
    }
    if whole.count > 24, let pieces = FlatItem.pieces(source.bytes, whole) {
      for piece in pieces { readPiece(number, piece) }
      return
    }
    readPiece(number, whole)
  }

  private mutating func readPiece(_ number: Int, _ printed: ByteRange) {
    // A form feed sets nothing in.
    let isPage = !printed.isEmpty && source.bytes[printed.lower] == 0x0C
    let whole = isPage ? ByteRange(printed.lower + 1, printed.upper) : printed
    let line = source.bytes.trimmed(whole)
    if line.isEmpty {
      // A line of tabs is an empty row; it holds nothing.
      builder.sawGap = true
      return
    }
    hanging.isLine =
      hanging.isPaper && !builder.sawGap && openBlock != nil
      && HardWrap.isHung(source.bytes, line, in: whole)
    if hanging.isLine {
      readProse(number, line, indent: 2)
    } else if feet.contains(number) {
      builder.furniture(.runningFoot, lines: LineRange(number, number))
    } else if FurnitureLine.isHidden(source.bytes, line) {
      builder.furniture(.hidden, lines: LineRange(number, number))
    } else if noise.isPage, let rule = pageRule(line) {
      builder.furniture(rule, lines: LineRange(number, number))
    } else if let cells = PipeTable.cells(source.bytes, line) {
      readPipeRow(number, cells)
    } else if hasTab(whole) {
      readRow(number, split(whole))
    } else if standing.contains(number) {
      readStandingNumber(number, line)
    } else if let rule = FurnitureLine.rule(source.bytes, line) {
      builder.furniture(rule, lines: LineRange(number, number))
    } else {
      let boxed = PipeTable.boxed(source.bytes, line)
      let quoted = boxed ?? withoutQuoteMarks(line)
      isBoxed = (boxed != nil, isBoxed.now)
      readProse(number, noise.content(source.bytes, quoted), indent: quoted.lower - whole.lower)
    }
  }

  private func pageRule(_ line: ByteRange) -> Furniture? {
    let shape = LineShape.of(source.bytes, line, indent: 0)
    return noise.rule(
      source.bytes, shape.label.isEmpty ? shape.content : line,
      isBullet: shape.style.contains(.bullet))
  }

  private func hasTab(_ line: ByteRange) -> Bool {
    source.bytes.firstIndex(of: 0x09, in: line) != nil
  }

  // MARK: - Prose

  private mutating func readProse(_ number: Int, _ line: ByteRange, indent: Int) {
    let bytes = source.bytes
    builder.table.isOpen = false
    var shape = LineShape.of(bytes, line, indent: indent)
    if let open = openBlock, continues(open, shape, line) {
      // A page prints an item's number on a line of its own, over the title.
      if noise.isPage, builder.blocks[open].text.isEmpty, !isPointLabel(builder.blocks[open].label)
      {
        builder.blocks[open].kind = .heading
      }
      resume(open)
      builder.cleaner.space()
      builder.cleaner.append(bytes, line.lower, line.upper)
      builder.blocks[open].text = ByteRange(
        builder.blocks[open].text.lower, builder.cleaner.text.bytes.count)
      builder.blocks[open].lines.last = number
      builder.sawGap = false
      return
    }
    var block = Block(kind: shape.kind, lines: LineRange(number, number))
    block.level = shape.level
    block.style = shape.style
    if !shape.label.isEmpty {
      let start = builder.cleaner.begin()
      builder.cleaner.append(bytes, shape.label.lower, shape.label.upper)
      block.label = ByteRange(start, builder.cleaner.text.bytes.count)
    }
    let start = builder.cleaner.begin()
    shape.content = withoutBars(bytes.trimmed(shape.content))
    let lead = shape.headEnd ?? shape.content.lower
    builder.cleaner.append(bytes, shape.content.lower, lead, openMark: shape.openMark)
    let head = builder.cleaner.text.bytes.count - start
    builder.cleaner.append(
      bytes, lead, shape.content.upper, openMark: shape.headEnd == nil ? shape.openMark : nil)
    block.text = ByteRange(start, builder.cleaner.text.bytes.count)
    block.lead = UInt8(clamping: head < block.text.count ? head : 0)
    if let twin = printedTwice(block) {
      builder.blocks[twin].lines.last = number
      builder.sawGap = false
      return
    }
    builder.blocks.append(block)
    openBlock = builder.blocks.count - 1
    builder.sawGap = false
  }

  /// Makes the words of a block the last that were cleaned, so that more can be joined to them: a
  /// heading printed again or a table's key may have been cleaned since.
  private mutating func resume(_ open: Int) {
    let text = builder.blocks[open].text
    if text.upper == builder.cleaner.text.bytes.count {
      builder.cleaner.resume(text.lower)
      return
    }
    let start = builder.cleaner.begin()
    builder.cleaner.appendCleaned(text)
    let lead = builder.blocks[open].lead
    builder.blocks[open].text = ByteRange(start, builder.cleaner.text.bytes.count)
    builder.blocks[open].lead = lead
  }

  /// Whether a line goes on with the block before it: a wrapped line, or a sentence that a page
  /// break cut, which ends in mid-air and goes on in lower case.
  private func continues(_ open: Int, _ shape: LineShape, _ line: ByteRange) -> Bool {
    guard shape.kind == .paragraph, !shape.style.contains(.struck) else { return false }
    if hanging.isLine { return true }
    let block = builder.blocks[open]
    guard block.kind != .heading, !block.text.isEmpty || !block.label.isEmpty else { return false }
    if block.text.isEmpty, noise.isPage || isPointLabel(block.label) { return true }
    let clean = builder.cleaner.text.bytes
    let startsLower = source.bytes[shape.content.lower].isLower
    if !builder.sawGap {
      if isBoxed.now, isBoxed.before { return true }
      guard let wrapWidth else { return isBroken(block, before: startsLower) }
      if block.text.isEmpty { return true }
      if isQuoting(block) { return true }
      let previous = source.line(block.lines.last)
      let firstWord = wordLength(shape.content)
      let wasFull = previous.count + 1 + firstWord > wrapWidth
      return wasFull || startsLower && previous.count * 2 > wrapWidth
    }
    if let spreadWidth, block.text.count >= 30, block.kind == .paragraph || block.kind == .item {
      let previous = source.bytes.trimmed(source.line(block.lines.last))
      let isFull = previous.count + 1 + wordLength(shape.content) > spreadWidth * 9 / 10
      guard isFull || startsLower || breaksOff(clean, block.text) else { return false }
    } else if block.text.count < 60 || !startsLower && !breaksOff(clean, block.text) {
      return false
    }
    switch clean[block.text.upper - 1] {
    // . ? ! : ; " and closing quotes, misread ones too
    case 0x2E, 0x3F, 0x21, 0x3A, 0x3B, 0x22, 0x99, 0x9D, 0x9F: return false
    default: return true
    }
  }

  /// Whether the last word of some words wants a name behind it: `seconded by Councillor`.
  private func breaksOff(_ clean: [UInt8], _ words: ByteRange) -> Bool {
    let joining: [StaticString] = [
      " councillor", " cllr", " cllr.", " mr", " mr.", " mrs", " mrs.", " ms", " ms.", " dr",
      " dr.",
    ]
    return joining.contains {
      clean.matches($0, at: words.upper - $0.utf8CodeUnitCount, before: words.upper)
    }
  }

  /// Whether a label is a point's of a list, `(a)` or `iv)`, and no item's number.
  private func isPointLabel(_ label: ByteRange) -> Bool {
    guard !label.isEmpty, label.count <= 6 else { return false }
    let words = builder.cleaner.text.bytes[label.lower..<label.upper]
    return words.first == 0x28 || words.first?.isLower == true
  }

  /// Whether the words of a block stop in mid-sentence although the paper's lines are not wrapped to
  /// a width: a long line goes on in small letters right below.
  private func isBroken(_ block: Block, before startsLower: Bool) -> Bool {
    guard block.text.count >= 40 else { return false }
    if isQuoting(block) { return true }
    guard startsLower, block.lines.last > 0,
      source.bytes.trimmed(source.line(block.lines.last)).count >= 60
    else { return false }
    let last = builder.cleaner.text.bytes[block.text.upper - 1]
    return last.isWordByte || last == 0x2C
  }

  /// Whether a block is a quotation that has not been closed.
  private func isQuoting(_ block: Block) -> Bool {
    let bytes = builder.cleaner.text.bytes
    guard block.text.count >= 30, block.text.count <= 2000, bytes[block.text.lower] == 0xE2,
      bytes[block.text.lower + 1] == 0x80, bytes[block.text.lower + 2] == 0x9C
    else { return false }
    return !bytes.contains("\u{201D}", in: block.text)
  }

  private func wordLength(_ content: ByteRange) -> Int {
    var at = content.lower
    while at < content.upper, !source.bytes[at].isSpace { at += 1 }
    return at - content.lower
  }

  /// The block just before, where it has the same label and words: a heading printed again as a
  /// running head.
  private func printedTwice(_ block: Block) -> Int? {
    guard let open = openBlock, builder.sawGap, builder.blocks[open].kind == block.kind,
      block.text.count <= 200, block.text.count >= 4, mayRunAsHead(block),
      builder.cleaner.text.string(builder.blocks[open].text)
        == builder.cleaner.text.string(block.text),
      builder.cleaner.text.string(builder.blocks[open].label)
        == builder.cleaner.text.string(block.label)
    else { return nil }
    return open
  }

  /// Whether a block is marked as a heading is.
  ///
  /// Plain words said twice, "Quarter 2" and "Quarter 2", are two answers.
  private func mayRunAsHead(_ block: Block) -> Bool {
    if block.kind == .heading || !block.label.isEmpty || block.style.contains(.bold) { return true }
    return !builder.cleaner.text.bytes[block.text.lower..<block.text.upper].contains(
      where: \.isLower)
  }

  // MARK: - Rows

  /// Reads a row of a Markdown table; of two that follow each other without a word between them,
  /// the second goes on with the first where it has as many columns.
  private mutating func readPipeRow(_ number: Int, _ pieces: [ByteRange]) {
    let columns = builder.table.header.count
    if builder.table.isOpen, builder.sawGap, pieces.count != columns { builder.endTable() }
    readRow(number, pieces)
  }

  /// Reads a table of tags; the lines between its rows hold nothing but tags.
  private mutating func readTable(_ tagged: TaggedTable, from number: Int) {
    builder.endTable()
    var at = number
    for row in tagged.rows {
      if row.lines.first > at {
        builder.furniture(.tableRule, lines: LineRange(at, row.lines.first - 1))
        builder.sawGap = false
      }
      addRow(row.cells, lines: row.lines)
      at = max(at, row.lines.last + 1)
    }
    if at <= tagged.lastLine {
      builder.furniture(.tableRule, lines: LineRange(at, tagged.lastLine))
    }
    builder.endTable()
  }

  mutating func readRow(_ number: Int, _ pieces: [ByteRange]) {
    let lines = LineRange(number, number)
    if pieces.allSatisfy({ isRule($0) }) {
      builder.blocks.append(Block(kind: .furniture, lines: lines, furniture: .tableRule))
      return
    }
    addRow(pieces, lines: lines)
  }

  mutating func addRow(_ pieces: [ByteRange], lines: LineRange) {
    let firstCell = builder.cells.count
    for piece in pieces {
      let start = builder.cleaner.begin()
      builder.cleaner.append(source.bytes, piece.lower, piece.upper)
      builder.cells.append(ByteRange(start, builder.cleaner.text.bytes.count))
    }
    builder.addRow(
      from: firstCell, lines: lines, opensList: pieces.map { opensList($0) })
    if builder.table.lastRow == builder.blocks.count - 1 { openBlock = nil }
  }

  private func isRule(_ cell: ByteRange) -> Bool {
    source.bytes[cell.lower..<cell.upper].allSatisfy {
      $0 == 0x2D || $0 == 0x3A || $0.isSpace
    }
  }

  private func opensList(_ cell: ByteRange) -> Bool {
    let cell = source.bytes.trimmed(cell)
    return ["<ul", "<ol", "<li"].contains {
      source.bytes.matches($0, at: cell.lower, before: cell.upper)
    }
  }
}
