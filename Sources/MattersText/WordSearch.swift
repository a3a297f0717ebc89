/// Finding words in a string by its bytes.
///
/// The ends of what is found are offsets of bytes and need not be those of characters: a mark that
/// combines with a space makes one character of both, so that counting characters back from the end
/// of a phrase can leave the string.
extension StringProtocol {
  /// The first place where some words stand, letter case aside; `words` are lower-case ASCII.
  package func place(of words: String) -> Range<String.Index>? {
    let bytes = Array(utf8)
    let wanted = Array(words.utf8)
    guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
    for offset in 0...(bytes.count - wanted.count) where bytes[offset].lowered == first {
      guard wanted.indices.allSatisfy({ bytes[offset + $0].lowered == wanted[$0] }) else {
        continue
      }
      let start = utf8.index(startIndex, offsetBy: offset)
      return start..<utf8.index(start, offsetBy: wanted.count)
    }
    return nil
  }
}
