import MattersText

/// Text whose layout is told by spaces, measured: its lines, where they stand, and the stretches
/// between wide gaps.
///
/// Blank lines are not kept; each line knows how many came before it, and on which page it is.
struct SpacedText {
  /// One line that is not blank.
  struct Line {
    var number: Int
    /// The bytes without the blanks at both ends.
    var bytes: ByteRange
    /// The column of its first character, from 0.
    var indent: Int
    /// The column after its last character.
    var end: Int
    var chunks: Range<Int>
    /// How many blank lines stand before it on its page.
    var gap: Int
    var page: Int
    /// Whether bars divide its cells.
    var hasBars = false
    /// Whether it is a rule of a table that is drawn.
    var isRule = false

    /// Whether it is of a table that is drawn.
    var isDrawn: Bool { hasBars || isRule }
  }

  /// A stretch of a line without a gap of two spaces or more.
  struct Chunk {
    var start: Int
    var end: Int
    var bytes: ByteRange
  }

  /// Columns beyond this one are taken together: no page is so wide.
  static let widest = 512

  let source: SourceText
  /// Whether its tables are drawn with bars and rules, as pandoc draws them.
  private(set) var isGrid = false
  /// Whether a tab stands anywhere in it.
  private(set) var hasTabs = false
  private(set) var lines: [Line] = []
  private(set) var chunks: [Chunk] = []

  /// What stands in the margin of a line, under a heading such as `Action`: who is to act.
  private(set) var owners: [Int: ByteRange] = [:]
  /// The lines whose margin says what became of a motion.
  private(set) var results: Set<Int> = []

  init(_ source: SourceText) {
    self.init(measuring: source)
    takeOwners()
    takeResults()
  }

  /// Takes the initials and posts in a narrow last column, headed `Action`, off the lines of prose.
  ///
  /// Such a column is the margin of a text and makes no table of it.
  private mutating func takeOwners() {
    let heads: [StaticString] = ["action", "actions", "action by", "by whom", "owner", "lead"]
    var column: Int?
    var page = -1
    var headed: [(line: Int, column: Int)] = []
    for index in lines.indices {
      let own = chunks[lines[index].chunks]
      // The heading may stand in a line of its own, printed again on each page.
      guard own.count >= 1, own.count <= 3, let last = own.last, last.start >= 50,
        last.bytes.count <= 10, own.dropLast().allSatisfy({ $0.bytes.count <= 24 }),
        heads.contains(where: {
          $0.utf8CodeUnitCount == last.bytes.count
            && source.bytes.matches($0, at: last.bytes.lower, before: last.bytes.upper)
        })
      else { continue }
      headed.append((index, last.start))
    }
    guard let first = headed.first, headed.allSatisfy({ abs($0.column - first.column) <= 3 }) else {
      return
    }
    // A table of actions has more columns, and wide words under the heading.
    let start = first.column
    let end = tableBelow(first.line) ?? lines.count
    var taken: [Int] = []
    for index in (first.line + 1)..<max(first.line + 1, end) {
      if lines[index].page != page { (page, column) = (lines[index].page, start) }
      guard let column, let last = chunks[lines[index].chunks].last,
        abs(last.start - column) <= 8, lines[index].chunks.count >= 2
      else { continue }
      let before = chunks[lines[index].chunks.upperBound - 2]
      guard last.bytes.count <= 24, last.start - before.end >= 2,
        !heads.contains(where: {
          source.bytes.matches($0, at: last.bytes.lower, before: last.bytes.upper)
        })
      else { continue }
      taken.append(index)
    }
    let filled = lines[(first.line + 1)..<max(first.line + 1, end)].count { $0.end > start }
    guard !taken.isEmpty, filled <= taken.count * 2 + headed.count + 2 else { return }
    for index in taken + headed.map(\.line) where lines[index].chunks.count >= 2 {
      let line = lines[index]
      let last = line.chunks.upperBound - 1
      if !headed.contains(where: { $0.line == index }) { owners[index] = chunks[last].bytes }
      lines[index].chunks = line.chunks.lowerBound..<last
      lines[index].end = chunks[last - 1].end
      lines[index].bytes = ByteRange(line.bytes.lower, chunks[last - 1].bytes.upper)
    }
    dropAlone(headed.map(\.line))
  }

  /// The first line below another at which a table of four columns or more begins: its last column
  /// is its own and no margin of the text above.
  private func tableBelow(_ line: Int) -> Int? {
    lines.indices.first { index in
      index > line && index + 1 < lines.count && lines[index].chunks.count >= 4
        && chunks[lines[index].chunks].allSatisfy { $0.bytes.count <= 32 }
        && lines[index + 1].chunks.count >= 3
    }
  }

  /// Drops the lines that hold nothing but the margin's heading.
  private mutating func dropAlone(_ headed: [Int]) {
    let alone = Set(headed.filter { lines[$0].chunks.count == 1 && lines[$0].indent >= 50 })
    guard !alone.isEmpty else { return }
    var kept: [Line] = []
    var moved: [Int: ByteRange] = [:]
    for (index, line) in lines.enumerated() where !alone.contains(index) {
      if let owner = owners[index] { moved[kept.count] = owner }
      kept.append(line)
    }
    (lines, owners) = (kept, moved)
  }

  /// Takes what became of a motion, `CARRIED` at the right of its last line, off the line.
  private mutating func takeResults() {
    let words: [StaticString] = [
      "carried", "defeated", "lost", "motion carried", "motion defeated", "motion lost", "passed",
    ]
    for index in lines.indices where lines[index].chunks.count == 2 && !lines[index].isDrawn {
      let own = chunks[lines[index].chunks]
      guard let first = own.first, let last = own.last, (4...24).contains(last.bytes.count),
        last.start - first.end >= 4, first.bytes.count >= 6,
        source.bytes[last.bytes.lower].isUpper, source.bytes[last.bytes.lower + 1].isUpper,
        words.contains(where: {
          source.bytes.matches($0, at: last.bytes.lower, before: last.bytes.upper)
        })
      else { continue }
      results.insert(index)
      owners[index] = last.bytes
      lines[index].chunks = lines[index].chunks.dropLast()
      lines[index].end = first.end
      lines[index].bytes = first.bytes
    }
  }

  private init(measuring source: SourceText) {
    self.source = source
    hasTabs = source.bytes.contains(0x09)
    isGrid = (1...max(1, source.lineCount)).contains { number in
      number <= source.lineCount
        && Dialect.isGridRule(source.bytes, source.bytes.trimmed(source.line(number)))
    }
    var gap = 0
    var page = 0
    for number in 1...max(1, source.lineCount) where number <= source.lineCount {
      let whole = source.line(number)
      for at in whole.lower..<whole.upper {
        if source.bytes[at] == 0x0C { (page, gap) = (page + 1, 0) }
        if !source.bytes[at].isSpace { break }
      }
      guard let line = measure(number, whole, gap: gap, page: page) else {
        // A line of bars alone is blank only inside its table.
        if !isGrid || !source.bytes.trimmed(whole).isStarted(by: 0x7C, in: source.bytes) {
          gap += 1
        }
        continue
      }
      lines.append(line)
      gap = 0
    }
    closeDoubleSpacing()
  }

  /// Takes one blank line from between all lines where a typist left one after each, and more
  /// between paragraphs.
  private mutating func closeDoubleSpacing() {
    guard lines.count >= 20 else { return }
    let close = lines.dropFirst().count { $0.gap == 0 }
    let single = lines.count { $0.gap == 1 }
    let wide = lines.count { $0.gap >= 2 }
    guard close * 20 <= lines.count, single * 2 >= lines.count, wide * 8 >= lines.count else {
      return
    }
    for index in lines.indices where lines[index].gap > 0 { lines[index].gap -= 1 }
  }

  private mutating func measure(_ number: Int, _ whole: ByteRange, gap: Int, page: Int) -> Line? {
    let bytes = source.bytes
    let firstChunk = chunks.count
    var column = 0
    var blanks = 2
    var chunk: Chunk?
    let hasBars = isGrid && bytes.trimmed(whole).isStarted(by: 0x7C, in: bytes)
    for at in whole.lower..<whole.upper {
      let byte = bytes[at]
      if byte.isSpace {
        if byte != 0x0C { column += byte == 0x09 ? 8 - column % 8 : 1 }
        blanks += byte == 0x09 ? 2 : 1
        continue
      }
      if hasBars, byte == 0x7C {
        (column, blanks) = (column + 1, blanks + 2)
        continue
      }
      let isInside = byte & 0xC0 == 0x80
      if blanks >= 2, !isInside {
        let isSentenceGap = blanks == 2 && (chunk.map { endsSentence($0) } ?? false)
        if let last = chunk, !isSentenceGap {
          chunks.append(last)
          chunk = nil
        }
      }
      blanks = 0
      if !isInside { column += 1 }
      if chunk == nil {
        chunk = Chunk(start: column - 1, end: column, bytes: ByteRange(at, at + 1))
      } else {
        chunk?.end = column
        chunk?.bytes.end = UInt32(at + 1)
      }
    }
    guard let last = chunk else { return nil }
    chunks.append(last)
    return Line(
      number: number, bytes: ByteRange(chunks[firstChunk].bytes.lower, last.bytes.upper),
      indent: chunks[firstChunk].start, end: last.end, chunks: firstChunk..<chunks.count,
      gap: gap, page: page, hasBars: hasBars,
      isRule: isGrid && Dialect.isGridRule(bytes, bytes.trimmed(whole)))
  }

  /// A typist puts two spaces after a full stop; that is no gap between columns.
  private func endsSentence(_ chunk: Chunk) -> Bool {
    guard chunk.bytes.count > 12 else { return false }
    switch source.bytes[chunk.bytes.upper - 1] {
    case 0x2E, 0x3F, 0x21, 0x3A: return true
    default: return false
    }
  }

  /// Calls `body` with the column and the offset of each character of a line that is not a blank.
  func forEachInk(_ line: Line, _ body: (_ column: Int, _ offset: Int) -> Void) {
    var column = line.indent
    for at in line.bytes.lower..<line.bytes.upper {
      let byte = source.bytes[at]
      if line.hasBars, byte == 0x7C {
        column += 1
      } else if byte.isSpace {
        if byte != 0x0C { column += byte == 0x09 ? 8 - column % 8 : 1 }
      } else if byte & 0xC0 != 0x80 {
        body(min(column, Self.widest - 1), at)
        column += 1
      }
    }
  }

  /// The column at which a byte of a line stands.
  func column(of offset: Int, in line: Line) -> Int {
    var found = line.end
    forEachInk(line) { column, at in if at >= offset, column < found { found = column } }
    return found
  }

  /// How many columns the first word of some bytes takes.
  func firstWord(_ range: ByteRange) -> Int {
    var count = 0
    for at in range.lower..<range.upper {
      if source.bytes[at].isSpace { break }
      if source.bytes[at] & 0xC0 != 0x80 { count += 1 }
    }
    return count
  }

  func startsLower(_ range: ByteRange) -> Bool {
    !range.isEmpty && source.bytes[range.lower].isLower
  }

  /// Whether the bytes begin with a word in capitals, as "RESOLVED" stands at the head of its line.
  func startsInCapitals(_ range: ByteRange) -> Bool {
    var at = range.lower
    while at < range.upper, source.bytes[at].isUpper { at += 1 }
    return at - range.lower >= 5
  }

  /// Whether the bytes begin with the word that leads to a decision, in capitals.
  func opensDecision(_ range: ByteRange) -> Bool {
    guard startsInCapitals(range) else { return false }
    let words: [StaticString] = ["resolved", "agreed", "recommended", "decision", "noted"]
    return words.contains { source.bytes.matches($0, at: range.lower, before: range.upper) }
  }

  /// The letters of a title that is spaced out, "A G E N D A", to be put together again.
  func spacedLetters(_ range: ByteRange) -> [Segment]? {
    guard range.count >= 7, range.count <= 80 else { return nil }
    var letters: [Segment] = []
    var at = range.lower
    while at < range.upper {
      guard source.bytes[at].isUpper, at + 1 == range.upper || source.bytes[at + 1] == 0x20 else {
        return nil
      }
      let isWordStart = at >= range.lower + 2 && source.bytes[at - 2] == 0x20
      letters.append(Segment(range: ByteRange(at, at + 1), join: isWordStart ? .space : .none))
      at += 2
      while at < range.upper, source.bytes[at] == 0x20 { at += 1 }
    }
    return letters
  }

  /// Whether the bytes end as a sentence, a lead or a list item does.
  func isClosed(_ range: ByteRange) -> Bool {
    guard !range.isEmpty else { return true }
    switch source.bytes[range.upper - 1] {
    case 0x2E, 0x3F, 0x21, 0x3A, 0x3B, 0x22, 0x9D: return true  // . ? ! : ; " and a closing quote
    default: return false
    }
  }

  /// Whether the bytes are running prose: eight words or more, most of them in small letters.
  func isProse(_ range: ByteRange) -> Bool {
    var words = 0
    var small = 0
    for at in range.lower..<range.upper
    where source.bytes[at].isWordByte && (at == range.lower || source.bytes[at - 1].isSpace) {
      words += 1
      if source.bytes[at].isLower { small += 1 }
    }
    return words >= 8 && small * 2 > words
  }

  /// Whether the bytes are a list label and nothing else; numbers need no dot in the margin.
  func isLabel(_ range: ByteRange) -> Bool {
    let bytes = source.bytes
    var start = range.lower
    if start < range.upper, bytes[start] == 0x22 { start += 1 }
    if start + 2 < range.upper, bytes[start] == 0xE2, bytes[start + 1] == 0x80 { start += 3 }
    let range = ByteRange(start, range.upper)
    guard !range.isEmpty else { return false }
    if range.count <= 4, bytes[range.lower..<range.upper].allSatisfy(\.isDigit) { return true }
    if range.count <= 5, bytes[range.lower..<range.upper].allSatisfy(Self.isRoman) { return true }
    if isReference(range) || isLabelGroup(range) { return true }
    guard let (label, _) = LabelScanner.scan(bytes, range.lower, range.upper) else { return false }
    return label.upper == range.upper
  }

  private static func isRoman(_ byte: UInt8) -> Bool {
    byte == 0x49 || byte == 0x56 || byte == 0x58
  }

  /// Whether the bytes are a number with capitals before it: `C17`, `ICB/24/047`, `HS 30.`.
  private func isReference(_ range: ByteRange) -> Bool {
    let bytes = source.bytes
    guard range.count <= 16, bytes[range.lower].isUpper else { return false }
    var at = range.lower
    while at < range.upper, bytes[at].isUpper { at += 1 }
    guard at - range.lower <= 5, at < range.upper else { return false }
    let isMark = bytes[at] == 0x20 || bytes[at] == 0x2F || bytes[at] == 0x2E
    let rest = ByteRange(isMark ? at + 1 : at, range.upper)
    return rest.count >= 2 && bytes[rest.lower].isDigit
      && bytes[rest.lower..<rest.upper].allSatisfy { $0.isDigit || $0 == 0x2F || $0 == 0x2E }
  }

  /// Whether the bytes are the labels of several points in one bracket: `(1&2)`, `(1, 3)`.
  private func isLabelGroup(_ range: ByteRange) -> Bool {
    let bytes = source.bytes
    guard range.count >= 5, range.count <= 12, bytes[range.lower] == 0x28,
      bytes[range.upper - 1] == 0x29
    else { return false }
    return bytes[range.lower + 1..<range.upper - 1].allSatisfy {
      $0.isDigit || $0 == 0x26 || $0 == 0x2C || $0 == 0x20 || $0 == 0x2D
    }
  }

  /// Whether the bytes are one bullet.
  func isBullet(_ range: ByteRange) -> Bool {
    LineShape.bullet(source.bytes, range.lower, range.upper, alone: true) == range.upper
  }
}

extension ByteRange {
  /// Whether the range begins with a byte.
  fileprivate func isStarted(by byte: UInt8, in bytes: [UInt8]) -> Bool {
    !isEmpty && bytes[lower] == byte
  }
}
