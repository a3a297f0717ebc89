/// Cutting text at a mark by its bytes.
///
/// The standard library goes from character to character, which asks Unicode's tables where each
/// ends. These stand before its own wherever a text is cut at an ASCII mark, and give the same.
extension String {
  /// The pieces between some marks, empty ones left out unless they are kept.
  package func split(
    separator: Character, maxSplits: Int = .max, omittingEmptySubsequences: Bool = true
  ) -> [Substring] {
    Substring(self).split(
      separator: separator, maxSplits: maxSplits,
      omittingEmptySubsequences: omittingEmptySubsequences)
  }
}

extension String {
  /// The first words of a text, by which what stands in it is told apart.
  package func opening(words count: Int) -> String {
    if let end = utf8.withContiguousStorageIfAvailable({ ByteSplitter.end(of: count, words: $0) }),
      let end
    {
      return String(self[..<utf8.index(startIndex, offsetBy: end)])
    }
    return split(separator: " ", maxSplits: count).prefix(count).joined(separator: " ")
  }
}

extension Substring {
  /// The pieces between some marks, empty ones left out unless they are kept.
  package func split(
    separator: Character, maxSplits: Int = .max, omittingEmptySubsequences: Bool = true
  ) -> [Substring] {
    let cut = separator.plainByte.flatMap { mark in
      utf8.withContiguousStorageIfAvailable {
        ByteSplitter.pieces($0, mark, maxSplits, omittingEmptySubsequences)
      }
    }
    guard let ranges = cut ?? nil else {
      return split(maxSplits: maxSplits, omittingEmptySubsequences: omittingEmptySubsequences) {
        $0 == separator
      }
    }
    return ranges.map { range in
      let start = utf8.index(startIndex, offsetBy: range.lower)
      return self[start..<utf8.index(start, offsetBy: range.count)]
    }
  }
}

private enum ByteSplitter {
  /// The pieces as ranges; nothing where a mark may be only a part of a character.
  static func pieces(
    _ bytes: UnsafeBufferPointer<UInt8>, _ mark: UInt8, _ most: Int, _ omitsEmpty: Bool
  ) -> [ByteRange]? {
    var pieces: [ByteRange] = []
    pieces.reserveCapacity(8)
    var start = 0
    for at in bytes.indices where bytes[at] == mark {
      guard standsAlone(bytes, at) else { return nil }
      guard pieces.count < most else { break }
      if at > start || !omitsEmpty { pieces.append(ByteRange(start, at)) }
      start = at + 1
    }
    if start < bytes.count || !omitsEmpty { pieces.append(ByteRange(start, bytes.count)) }
    return pieces
  }

  /// Where so many words end, or all; nothing where they are not parted by single blanks.
  static func end(of count: Int, words bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard count > 0 else { return 0 }
    var words = 0
    var former = UInt8(ascii: " ")
    for at in bytes.indices {
      if bytes[at] == UInt8(ascii: " ") {
        guard former != bytes[at], standsAlone(bytes, at) else { return nil }
        words += 1
        if words == count { return at }
      }
      former = bytes[at]
    }
    return former == UInt8(ascii: " ") ? nil : bytes.count
  }

  /// Whether a byte is a character by itself, and no half of a line's end.
  private static func standsAlone(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    if bytes[at] == 0x0D || bytes[at] == 0x0A && at > 0 && bytes[at - 1] == 0x0D { return false }
    return ByteSearch.standsAlone(bytes, at)
  }
}
