/// Finding words in a string by its bytes.
///
/// The ends of what is found are offsets of bytes and need not be those of characters: a mark that
/// combines with a space makes one character of both, so that counting characters back from the end
/// of a phrase can leave the string.
extension String {
  /// The first place where some words stand, letter case aside; `words` are lower-case ASCII.
  package func place(of words: String) -> Range<Index>? {
    WordPlace.first(words, in: self)
  }
}

extension Substring {
  /// The first place where some words stand, letter case aside; `words` are lower-case ASCII.
  package func place(of words: String) -> Range<Index>? {
    WordPlace.first(words, in: self)
  }
}

private enum WordPlace {
  @inline(__always)
  static func first(_ words: String, in text: some StringProtocol) -> Range<String.Index>? {
    var words = words
    return words.withUTF8 { wanted in
      let found = text.utf8.withContiguousStorageIfAvailable {
        ByteSearch.first(wanted, in: $0, from: 0, before: $0.count)
      }
      let offset =
        switch found {
        case let found?: found
        case nil:
          Array(text.utf8).withUnsafeBufferPointer {
            ByteSearch.first(wanted, in: $0, from: 0, before: $0.count)
          }
        }
      guard let offset else { return nil }
      let start = text.utf8.index(text.startIndex, offsetBy: offset)
      return start..<text.utf8.index(start, offsetBy: wanted.count)
    }
  }
}

extension String {
  /// Whether some words stand in the text, letter case and all.
  ///
  /// It stands before the standard library's own, which goes from character to character.
  package func contains(_ words: String) -> Bool { Substring(self).contains(words) }
}

extension Substring {
  /// Whether some words stand in the text, letter case and all.
  package func contains(_ words: String) -> Bool {
    var wanted = words
    let found = wanted.withUTF8 { wanted in
      utf8.withContiguousStorageIfAvailable { ByteSearch.holds(wanted, in: $0) }
    }
    return (found ?? nil) ?? (firstRange(of: words) != nil)
  }
}
