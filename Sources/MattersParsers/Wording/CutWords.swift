import MattersBlocks
import MattersText

/// Words that a page break, a column or a row cut in two, and how they are made whole.
extension Paper {
  /// Whether some words end a sentence, a closing quote or bracket aside.
  func isEnded(_ range: ByteRange) -> Bool {
    let bytes = clean.bytes
    var end = range.upper
    // ) " ] and the last byte of a curly closing quote
    while end > range.lower, [0x29, 0x22, 0x5D, 0x27].contains(bytes[end - 1]) { end -= 1 }
    if end - range.lower > 3, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80,
      bytes[end - 1] == 0x9D || bytes[end - 1] == 0x99
    {
      end -= 3
    }
    guard end > range.lower else { return true }
    return [0x2E, 0x3F, 0x21, 0x3B, 0x3A].contains(bytes[end - 1])
  }

  /// The line of the source that a byte of the cleaned words stands in.
  func line(of offset: Int) -> Int {
    let place = clean.sourceOffset(of: offset)
    var low = 1
    var high = source.lineCount
    while low < high {
      let middle = (low + high + 1) / 2
      if source.line(middle).lower <= place { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// Whether some words begin in lower case, as the rest of a sentence does.
  func beginsLower(_ range: ByteRange) -> Bool {
    !range.isEmpty && clean.bytes[range.lower].isLower
  }

  /// Whether the last word is one that no sentence ends with: "and", "with", "are".
  func isOpenEnded(_ range: ByteRange) -> Bool {
    let bytes = clean.bytes
    var start = range.upper
    while start > range.lower, bytes[start - 1].isWordByte { start -= 1 }
    return Self.openers.contains(bytes.string(ByteRange(start, range.upper)).lowercased())
  }

  /// Words of the language after which more must come.
  private static let openers: Set<String> = [
    "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "each", "every", "for", "from",
    "had", "has",
    "have", "if", "in", "into", "is", "its", "of", "on", "or", "our", "that", "the", "their",
    "these", "this", "to", "was", "were", "which", "who", "will", "with",
  ]

  /// The pieces of some words joined by single spaces, or by nothing after the hyphen of a compound
  /// that was cut.
  func joined(_ pieces: [ByteRange]) -> String {
    var words = ""
    for piece in pieces where !piece.isEmpty {
      if !words.isEmpty, !endsInCompound(words) || !beginsLower(piece) { words += " " }
      words += text(piece)
    }
    return words
  }

  private func endsInCompound(_ words: String) -> Bool {
    let tail = words.utf8.suffix(2)
    return tail.count == 2 && tail.last == 0x2D && tail.first.map(\.isLetter) == true
  }

  /// The offset at which the second sentence of a range begins; its end where there is only one.
  func secondSentence(in range: ByteRange) -> Int {
    let bytes = clean.bytes
    var at = range.lower
    while at + 2 < range.upper {
      if bytes[at] == 0x2E || bytes[at] == 0x3F, bytes[at + 1].isSpace, bytes[at + 2].isUpper {
        return at + 2
      }
      at += 1
    }
    return range.upper
  }
}
