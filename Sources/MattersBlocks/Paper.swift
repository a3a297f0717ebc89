public import MattersText

/// A paper after reading: its blocks in order, their cleaned words, and the untouched source.
public struct Paper: Sendable {
  /// The text as received.
  public let source: SourceText
  /// The cleaned words of all blocks, and where each came from.
  public let clean: CleanText
  /// The blocks in document order.
  public private(set) var blocks: [Block]
  /// The cells of all rows, as ranges of the cleaned text.
  public let cells: [ByteRange]
  /// What the reader noticed.
  public private(set) var diagnostics: [Diagnostic]
  /// The program that took the text out of the file, with its version; none where the file is text.
  public private(set) var converter: String?
  /// The sheets, where the paper is a workbook.
  public private(set) var sheets: [Sheet] = []

  package init(
    source: SourceText, clean: CleanText, blocks: [Block], cells: [ByteRange],
    diagnostics: [Diagnostic]
  ) {
    self.source = source
    self.clean = clean
    var blocks = blocks
    for index in blocks.indices { blocks[index].noteStems(in: clean.bytes, cells) }
    self.blocks = blocks
    self.cells = cells
    self.diagnostics = diagnostics
  }

  /// The same paper with a word on what took its text out of the file.
  package func converted(by converter: String, sheets: [Sheet] = []) -> Paper {
    var paper = self
    paper.converter = converter
    paper.sheets = sheets
    return paper
  }

  /// The same paper with every stem said to stand in each block, so that each rule goes through
  /// all words: what is read of it is the same.
  package func withoutStems() -> Paper {
    var paper = self
    for index in paper.blocks.indices { paper.blocks[index].forgetStems() }
    return paper
  }

  /// The same paper with more that was noticed.
  package func noticing(_ more: [Diagnostic]) -> Paper {
    var paper = self
    paper.diagnostics += more
    return paper
  }

  /// A line as people find it: its number, or a workbook's sheet and row.
  public func place(_ line: Int) -> String {
    guard let sheet = sheets.last(where: { $0.nameLine <= line }) else { return "\(line)" }
    if line == sheet.nameLine { return sheet.name }
    return "\(sheet.name):\(sheet.rows(LineRange(line, line)).first)"
  }

  /// The words of a block: a row's cells are joined by single spaces.
  public func text(_ block: Block) -> String {
    guard block.kind == .row || !block.cells.isEmpty else { return clean.string(block.text) }
    return cells(block).map { clean.string($0) }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The words of a range of the cleaned text, paragraphs joined by spaces.
  public func text(_ range: ByteRange) -> String { clean.string(range) }

  /// The label of an item as printed, if it has one.
  public func label(_ block: Block) -> String? {
    block.label.isEmpty ? nil : clean.string(block.label)
  }

  /// The cells of a row, left to right; empty ones included.
  public func cells(_ block: Block) -> ArraySlice<ByteRange> {
    cells[Int(block.cells.lowerBound)..<Int(block.cells.upperBound)]
  }

  /// The paragraphs inside a range of the cleaned text, as their own ranges.
  public func paragraphs(_ range: ByteRange) -> [ByteRange] {
    var found: [ByteRange] = []
    var start = range.lower
    for offset in range.lower..<range.upper where clean.bytes[offset] == CleanText.paragraphBreak {
      if offset > start { found.append(ByteRange(start, offset)) }
      start = offset + 1
    }
    if range.upper > start { found.append(ByteRange(start, range.upper)) }
    return found
  }
}
