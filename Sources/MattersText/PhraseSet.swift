/// Phrases that are looked for together among folded words.
///
/// A text is gone through once, however many phrases there are: at the start of each word only
/// those that begin with its first two letters are compared. A phrase is met as whole words.
public struct PhraseSet: Sendable, ExpressibleByArrayLiteral {
  /// The phrases in order, by a mix of their first two bytes.
  private var buckets: [[[UInt8]]] = Array(repeating: [], count: 64)

  /// The phrases, folded.
  public init(_ phrases: [String]) {
    for phrase in phrases {
      let bytes = WordFolding.fold(phrase, keepingConnector: true)
      guard !bytes.isEmpty else { continue }
      buckets[PhraseSet.bucket(bytes[0], bytes.count > 1 ? bytes[1] : 0x20)].append(bytes)
    }
  }

  /// The phrases, folded.
  public init(arrayLiteral phrases: String...) { self.init(phrases) }

  /// Whether any of the phrases stands among the words.
  public func isIn(_ key: MatchKey) -> Bool {
    var words = key.description
    return words.withUTF8 { text in
      var at = 0
      while at < text.count {
        let second = at + 1 < text.count ? text[at + 1] : 0x20
        for phrase in buckets[PhraseSet.bucket(text[at], second)]
        where PhraseSet.stands(phrase, in: text, at: at) {
          return true
        }
        while at < text.count, text[at] != 0x20 { at += 1 }
        at += 1
      }
      return false
    }
  }

  private static func bucket(_ first: UInt8, _ second: UInt8) -> Int {
    Int((first &* 7) ^ second) & 63
  }

  private static func stands(
    _ phrase: [UInt8], in text: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Bool {
    let end = start + phrase.count
    guard end <= text.count, end == text.count || text[end] == 0x20 else { return false }
    for index in phrase.indices where text[start + index] != phrase[index] { return false }
    return true
  }
}
