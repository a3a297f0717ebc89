/// The first words of some folded phrases, asked of text that is not folded yet.
///
/// Nearly every line of a paper begins with a word that no known heading begins with. That is told
/// from the bytes of this one word, before anything is copied, folded or looked up.
package struct FirstWords: Sendable {
  /// A bit for each mix of a word's letters; several words may share one.
  private var bits: [UInt64] = Array(repeating: 0, count: FirstWords.count / 64)
  /// Whether a phrase is empty, which text without a word is too.
  private var hasEmpty = false

  private static let count = 4096

  /// The first words of some phrases, each folded.
  package init(_ phrases: some Sequence<String>) {
    for phrase in phrases {
      var mix = WordMix()
      for byte in phrase.utf8.prefix(while: { $0 != UInt8(ascii: " ") }) { mix.add(byte) }
      if mix.isEmpty { hasEmpty = true }
      // A word outside ASCII may be spelt in more than one way, and is asked in full.
      bits[mix.index >> 6] |= 1 << UInt64(mix.index & 63)
    }
  }

  /// Whether the words of a text, once folded, may begin as one of the phrases does.
  package func mayBegin(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { mayBegin($0) } ?? true
  }

  /// Whether the words of a range, once folded, may begin as one of the phrases does.
  package func mayBegin(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    bytes.withUnsafeBufferPointer {
      mayBegin(UnsafeBufferPointer(rebasing: $0[range.lower..<range.upper]))
    }
  }

  private func mayBegin(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var mix = WordMix()
    for byte in text {
      // Beyond ASCII a character may be a letter, a mark, or nothing.
      if byte >= 0x80 { return true }
      if byte.isLetter || byte.isDigit {
        mix.add(byte.lowered)
      } else if !mix.isEmpty, byte != UInt8(ascii: "'") {
        break
      }
    }
    if mix.isEmpty { return hasEmpty }
    return bits[mix.index >> 6] >> UInt64(mix.index & 63) & 1 != 0
  }

  /// The letters of a word, mixed into a number.
  private struct WordMix {
    private var value: UInt32 = 0
    private(set) var isEmpty = true

    mutating func add(_ byte: UInt8) {
      value = value &* 31 &+ UInt32(byte)
      isEmpty = false
    }

    var index: Int { Int((value &* 0x9E37_79B1) >> 20) }
  }
}
