import MattersText

/// Phrases of which some words may be one, letter case, marks and apostrophes aside.
///
/// Only those that begin with the words' first letter are compared.
struct SaidPhrases: Sendable, ExpressibleByArrayLiteral {
  private var phrases: [[StaticString]] = Array(repeating: [], count: 256)
  /// The phrases as they were given.
  let all: [StaticString]

  init(arrayLiteral phrases: StaticString...) { self.init(phrases) }

  init(_ phrases: [StaticString]) {
    all = phrases
    for phrase in phrases {
      let first = phrase.withUTF8Buffer { $0.first ?? 0 }
      self.phrases[Int(first)].append(phrase)
    }
  }

  /// Whether a range says just one of the phrases, or with `thenMore` begins with one.
  func isSaid(by bytes: [UInt8], in range: ByteRange, thenMore: Bool = false) -> Bool {
    guard !range.isEmpty else { return false }
    // A mark or an apostrophe may stand before the first letter.
    let first = bytes[range.lower]
    let candidates = first.isLetter || first.isDigit ? phrases[Int(first.lowered)] : all
    for phrase in candidates where bytes.says(phrase, in: range, thenMore: thenMore) {
      return true
    }
    return false
  }
}
