extension [UInt8] {
  /// The bytes as UTF-8, with a replacement character for what is none.
  var madeValid: [UInt8] {
    String(validating: self, as: UTF8.self) != nil
      ? self : Array(String(decoding: self, as: UTF8.self).utf8)
  }

  /// Whether the bytes hold some others, one after another.
  func contains(_ words: [UInt8]) -> Bool {
    guard let first = words.first else { return true }
    var at = startIndex
    while let found = self[at...].firstIndex(of: first) {
      if self[found...].starts(with: words) { return true }
      at = found + 1
    }
    return false
  }
}
