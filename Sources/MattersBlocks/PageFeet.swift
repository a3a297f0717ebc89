import MattersText

/// The feet that pages print under their last line where no form feed tells where a page ends: words
/// with `Page 2 of 4` behind them, and the line above that comes again with each page's number.
struct PageFeet {
  /// The source's lines that are such feet.
  private(set) var lines: Set<Int> = []

  private static let longest = 160

  init(_ source: SourceText) {
    var tails: [(number: Int, key: [UInt8], isCounted: Bool)] = []
    var numbers: Set<Int> = []
    for number in 1...max(1, source.lineCount) where number <= source.lineCount {
      let line = source.bytes.trimmed(source.line(number))
      guard line.count <= Self.longest, line.count >= 6,
        source.bytes.contains("page ", in: line)
      else { continue }
      if PageNumber.isNamed(on: line, in: source.bytes) {
        numbers.insert(number)
      } else if let (words, isCounted) = Self.tail(source.bytes, line) {
        tails.append((number, Self.key(source.bytes, words), isCounted))
      }
    }
    guard !tails.isEmpty || numbers.count >= 2 else { return }
    var count: [[UInt8]: Int] = [:]
    for tail in tails { count[tail.key, default: 0] += 1 }
    for tail in tails where tail.isCounted || count[tail.key, default: 0] >= 2 {
      lines.insert(tail.number)
      numbers.insert(tail.number)
    }
    markAbove(numbers, in: source)
  }

  /// Marks the lines right above page numbers that are the same above several of them.
  private mutating func markAbove(_ numbers: Set<Int>, in source: SourceText) {
    var above: [[UInt8]: [Int]] = [:]
    for number in numbers where number > 1 && !lines.contains(number - 1) {
      let line = source.bytes.trimmed(source.line(number - 1))
      guard (8...Self.longest).contains(line.count) else { continue }
      above[Self.key(source.bytes, line), default: []].append(number - 1)
    }
    for same in above.values where same.count >= 2 { lines.formUnion(same) }
  }

  /// The words before `Page 2` or `Page 2 of 4` at the end of a line, a gap between them; and whether
  /// it says of how many.
  private static func tail(
    _ bytes: [UInt8], _ line: ByteRange
  ) -> (words: ByteRange, isCounted: Bool)? {
    var at = line.upper
    while at > line.lower + 6 {
      at -= 1
      guard bytes.matches("page ", at: at, before: line.upper) else { continue }
      let named = ByteRange(at, line.upper)
      guard PageNumber.isNamed(on: named, in: bytes), bytes[line.upper - 1].isDigit,
        at - 3 >= line.lower, bytes[(at - 3)..<at].allSatisfy(\.isBlank)
      else { return nil }
      let words = bytes.trimmed(ByteRange(line.lower, at))
      return words.count >= 6 ? (words, bytes.contains(" of ", in: named)) : nil
    }
    return nil
  }

  /// A line's words, every number the same.
  private static func key(_ bytes: [UInt8], _ line: ByteRange) -> [UInt8] {
    var key: [UInt8] = []
    for byte in bytes[line.lower..<line.upper] where !byte.isSpace {
      if byte.isDigit, key.last == 0x23 { continue }
      key.append(byte.isDigit ? 0x23 : byte.lowered)
    }
    return key
  }
}
