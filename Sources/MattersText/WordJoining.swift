/// Joining words into a text by their bytes.
///
/// The standard library's own asks each word for its next in turn. This stands before it wherever
/// parts of a text are joined, and gives the same.
extension Sequence where Element == Substring {
  /// The words with something between them.
  @inlinable
  package func joined(separator: String) -> String {
    let words = Array(self)
    guard words.count > 1 else { return words.first.map { String($0) } ?? "" }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(
      words.reduce(separator.utf8.count * (words.count - 1)) { $0 + $1.utf8.count })
    for (index, word) in words.enumerated() {
      if index > 0 { bytes += separator.utf8 }
      bytes += word.utf8
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
