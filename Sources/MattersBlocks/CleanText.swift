public import MattersText

/// The words of a paper with markup taken off, and the way back to the source.
///
/// White space is one space; ``paragraphBreak`` stands where a paragraph ends inside a block, as in
/// a table cell that holds several. The map has one entry for each run of bytes that was copied
/// unchanged, so its size grows with the markup and not with the text.
public struct CleanText: Sendable {
  /// Separates paragraphs inside one block or cell.
  public static let paragraphBreak: UInt8 = 0x0A

  /// The cleaned words of all blocks, one after another.
  public internal(set) var bytes: [UInt8] = []
  /// Where runs of cleaned bytes begin, in the cleaned text and in the source; ascending.
  var runs: [Run] = []

  struct Run: Sendable {
    var clean: UInt32
    var source: UInt32
  }

  /// Adds the words of a part of a paper that begins at an offset of it.
  mutating func append(_ part: CleanText, placedAt offset: Int) {
    let base = UInt32(bytes.count)
    runs += part.runs.map { Run(clean: $0.clean + base, source: $0.source + UInt32(offset)) }
    bytes += part.bytes
  }

  /// The words of a range; paragraph breaks become spaces.
  public func string(_ range: ByteRange) -> String {
    if range.isEmpty { return "" }
    return bytes.withUnsafeBufferPointer { all in
      let words = UnsafeBufferPointer(rebasing: all[range.lower..<range.upper])
      if !Self.isBroken(words) { return String(decoding: words, as: UTF8.self) }
      return String(
        decoding: words.map { $0 == Self.paragraphBreak ? 0x20 : $0 }, as: UTF8.self)
    }
  }

  /// Whether a paragraph ends among some words.
  private static func isBroken(_ words: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(words)
    var at = 0
    while at + 8 <= words.count {
      let differing = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) ^ breaks
      if (differing &- 0x0101_0101_0101_0101) & ~differing & 0x8080_8080_8080_8080 != 0 {
        return true
      }
      at += 8
    }
    while at < words.count {
      if words[at] == paragraphBreak { return true }
      at += 1
    }
    return false
  }

  /// The break in each of eight bytes.
  private static let breaks = UInt64(paragraphBreak) &* 0x0101_0101_0101_0101

  /// The offset in the source that a cleaned byte came from.
  public func sourceOffset(of offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if Int(runs[middle].clean) <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return offset }
    let run = runs[low - 1]
    return Int(run.source) + offset - Int(run.clean)
  }
}
