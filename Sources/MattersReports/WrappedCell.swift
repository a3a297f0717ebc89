/// How wide a cell is at most, and how wide the longest piece in it that is not broken.
///
/// Most cells are plain ASCII: they are measured by their bytes, others by their characters.
struct CellMeasure {
  /// The longest line.
  private(set) var line: Int
  /// The longest word, or part of a long word.
  private(set) var piece: Int

  init(_ cell: String) {
    var cell = cell
    if let plain = cell.withUTF8({ Self(plain: $0) }) {
      self = plain
      return
    }
    self.init(byCharacters: cell)
  }

  init(byCharacters cell: String) {
    line = cell.split(separator: "\n").map(\.count).max() ?? 0
    piece =
      cell.split { $0 == " " || $0 == "\n" }.flatMap(TerminalWriter.pieces).map(\.count).max() ?? 0
  }

  private init?(plain bytes: UnsafeBufferPointer<UInt8>) {
    guard WrappedCell.isPlain(bytes) else { return nil }
    (line, piece) = (0, 0)
    var lineStart = 0
    var wordStart = 0
    for end in 0...bytes.count {
      let isEnd = end == bytes.count || bytes[end] == 0x0A
      guard isEnd || bytes[end] == 0x20 else { continue }
      if end - wordStart <= WrappedCell.longWord {
        piece = max(piece, end - wordStart)
      } else {
        WrappedCell.pieces(bytes, wordStart, end) { piece = max(piece, $1 - $0) }
      }
      wordStart = end + 1
      if isEnd {
        line = max(line, end - lineStart)
        lineStart = end + 1
      }
    }
  }

  /// Takes another cell of the same column in.
  mutating func take(_ other: CellMeasure) {
    line = max(line, other.line)
    piece = max(piece, other.piece)
  }
}

/// A cell's lines, wrapped between words to a width.
struct WrappedCell {
  /// Words that are longer may be broken behind their hyphens.
  static let longWord = 20

  /// The lines one after the other.
  private var bytes: [UInt8] = []
  /// Where each line ends, and how wide it is.
  private var lines: [(end: Int, width: Int)] = []

  /// How many lines there are.
  var count: Int { lines.count }

  init(_ cell: String, width: Int) {
    var cell = cell
    let isPlain = cell.withUTF8 { bytes in
      guard Self.isPlain(bytes) else { return false }
      wrap(bytes, width)
      return true
    }
    guard !isPlain else { return }
    for line in TerminalWriter.wrap(cell, width) {
      bytes.append(contentsOf: line.utf8)
      lines.append((bytes.count, line.count))
    }
  }

  /// How wide a line is; nothing is no wide.
  func width(of line: Int) -> Int { line < lines.count ? lines[line].width : 0 }

  /// Writes a line.
  func append(_ line: Int, to out: inout [UInt8]) {
    guard line < lines.count else { return }
    out.append(contentsOf: bytes[(line == 0 ? 0 : lines[line - 1].end)..<lines[line].end])
  }

  /// The lines as words.
  var words: [String] {
    lines.indices.map { line in
      var out: [UInt8] = []
      append(line, to: &out)
      return String(decoding: out, as: UTF8.self)
    }
  }

  /// Whether each byte is a character of its own: a carriage return makes one with the line end.
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy { $0 < 0x80 && $0 != 0x0D }
  }

  /// The parts that a word may be broken into, behind its hyphens.
  static func pieces(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, each: (Int, Int) -> Void
  ) {
    var from = start
    if end - start > longWord {
      for at in start..<end where bytes[at] == 0x2D || bytes[at] == 0x5F {
        each(from, at + 1)
        from = at + 1
      }
    }
    if from < end { each(from, end) }
  }

  private mutating func endLine() {
    let start = lines.last?.end ?? 0
    lines.append((bytes.count, bytes.count - start))
  }

  private mutating func wrap(_ text: UnsafeBufferPointer<UInt8>, _ width: Int) {
    bytes.reserveCapacity(text.count)
    var wordStart = 0
    for end in 0...text.count {
      let isEnd = end == text.count || text[end] == 0x0A
      guard isEnd || text[end] == 0x20 else { continue }
      if end > wordStart {
        Self.pieces(text, wordStart, end) { from, to in
          put(text, from, to, isFirst: from == wordStart, width)
        }
      }
      wordStart = end + 1
      if isEnd { endLine() }
    }
  }

  /// Adds a piece to the line that is open, or to the next where it has no room.
  private mutating func put(
    _ text: UnsafeBufferPointer<UInt8>, _ from: Int, _ to: Int, isFirst: Bool, _ width: Int
  ) {
    var from = from
    let used = bytes.count - (lines.last?.end ?? 0)
    let gap = isFirst && used > 0 ? 1 : 0
    var isOpen = used > 0
    if isOpen, used + gap + to - from > width {
      endLine()
      isOpen = false
    }
    while to - from > width, width > 0 {
      bytes.append(contentsOf: text[from..<from + width])
      endLine()
      from += width
    }
    if isOpen, gap > 0 { bytes.append(0x20) }
    bytes.append(contentsOf: text[from..<to])
  }
}
