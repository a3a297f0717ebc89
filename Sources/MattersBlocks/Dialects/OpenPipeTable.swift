import MattersText

/// A Markdown table without bars at its edges: a row of headings over a rule of dashes and bars.
///
/// ```
/// Ref | Recommendation | Status
/// ---|---|---
/// 04 | That the ponds be dredged | Ongoing
/// ```
struct OpenPipeTable {
  /// The cells of each line that is a row or the rule, the headings first.
  private(set) var rows: [(line: Int, cells: [ByteRange])] = []
  /// The line after the table.
  private(set) var next = 0

  /// The table that begins on a line; nothing where none does.
  init?(_ source: SourceText, at number: Int) {
    let bytes = source.bytes
    guard number < source.lineCount else { return nil }
    let rule = bytes.trimmed(source.line(number + 1))
    guard rule.count >= 5, bytes[rule.lower] == 0x2D || bytes[rule.lower] == 0x3A,
      Self.isRule(bytes, rule)
    else { return nil }
    let width = Self.cells(bytes, rule).count
    let head = bytes.trimmed(source.line(number))
    guard width >= 2, !head.isEmpty, bytes[head.lower] != 0x7C, bytes[head.upper - 1] != 0x7C,
      Self.cells(bytes, head).count == width
    else { return nil }
    var at = number
    while at <= source.lineCount {
      let line = bytes.trimmed(source.line(at))
      guard !line.isEmpty else { break }
      let cells = Self.cells(bytes, line)
      // A line without a bar is the paragraph that follows.
      guard cells.count > 1, cells.count <= width else { break }
      rows.append((at, cells))
      at += 1
    }
    next = at
    guard rows.count > 2 else { return nil }
  }

  /// The least cells and rows of a table without a rule, and the most bytes of its headings.
  private static let leastCells = 3
  private static let leastRows = 3
  private static let longestHeading = 60

  /// The table that begins on a line and has no rule: headings, and below them lines of as many
  /// cells, a blank on both sides of each bar.
  init?(plain source: SourceText, at number: Int) {
    let bytes = source.bytes
    let head = bytes.trimmed(source.line(number))
    guard !head.isEmpty, bytes[head.lower].isUpper || bytes[head.lower] == 0x23,
      bytes.contains(" | ", in: head)
    else { return nil }
    let headings = Self.cells(bytes, head)
    guard headings.count >= Self.leastCells,
      headings.allSatisfy({
        let words = bytes.trimmed($0)
        return (1...Self.longestHeading).contains(words.count) && bytes[words.upper - 1] != 0x2E
          || (1...6).contains(words.count)
      })
    else { return nil }
    var at = number
    while at <= source.lineCount {
      let line = bytes.trimmed(source.line(at))
      let cells = Self.cells(bytes, line)
      guard cells.count == headings.count else { break }
      rows.append((at, cells))
      at += 1
    }
    next = at
    guard rows.count >= Self.leastRows else { return nil }
  }

  private static func isRule(_ bytes: [UInt8], _ line: ByteRange) -> Bool {
    bytes[line.lower..<line.upper].allSatisfy {
      $0 == 0x2D || $0 == 0x3A || $0 == 0x7C || $0 == 0x20
    }
  }

  /// The stretches of a line between its bars; `\|` is a bar that is a word's.
  private static func cells(_ bytes: [UInt8], _ line: ByteRange) -> [ByteRange] {
    var cells: [ByteRange] = []
    var start = line.lower
    for at in line.lower..<line.upper
    where bytes[at] == 0x7C && (at == line.lower || bytes[at - 1] != 0x5C) {
      cells.append(ByteRange(start, at))
      start = at + 1
    }
    cells.append(ByteRange(start, line.upper))
    return cells
  }
}

extension TextReader {
  /// Reads a table without bars at its edges; returns the line after it.
  mutating func readTable(_ pipes: OpenPipeTable) -> Int {
    builder.endTable()
    builder.sawGap = false
    for row in pipes.rows { readRow(row.line, row.cells) }
    builder.endTable()
    return pipes.next
  }
}
