import Foundation

/// The words of a text with their places: runs of letters and digits, folded for comparison.
struct WordScan: Sequence, IteratorProtocol {
  /// A word.
  struct Word {
    var start: Int
    var end: Int
    /// What its letters come to without case and accents.
    var key: UInt64
  }

  private let text: [UInt8]
  private var at = 0

  init(_ text: [UInt8]) { self.text = text }

  mutating func next() -> Word? {
    while at < text.count {
      let skipped = Self.separator(text, at)
      guard skipped > 0 else { break }
      at += skipped
    }
    guard at < text.count else { return nil }
    let start = at
    var key = Self.seed
    var isPlain = true
    while at < text.count, Self.separator(text, at) == 0 {
      if text[at] >= 0x80 { isPlain = false }
      key = Self.add((0x41...0x5A).contains(text[at]) ? text[at] + 32 : text[at], to: key)
      at += 1
    }
    if !isPlain {
      let word = String(decoding: text[start..<at], as: UTF8.self)
        .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
      key = word.utf8.reduce(Self.seed) { Self.add($1, to: $0) }
    }
    return Word(start: start, end: at, key: key)
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static func add(_ byte: UInt8, to key: UInt64) -> UInt64 {
    (key ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// How many bytes of a sign that parts words stand at a place; none where a letter does.
  private static func separator(_ text: [UInt8], _ at: Int) -> Int {
    let byte = text[at]
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return 0
    case ..<0x80: return 1
    // U+0080 to U+00BF, and U+2000 to U+206F: spaces, dashes, quotes.
    case 0xC2: return at + 1 < text.count ? 2 : 1
    case 0xE2 where at + 2 < text.count && (text[at + 1] == 0x80 || text[at + 1] == 0x81): return 3
    default: return 0
    }
  }
}
