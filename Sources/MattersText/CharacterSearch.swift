/// Finding a character in text by its byte.
///
/// The standard library goes from character to character, which asks Unicode's tables where each
/// ends. These stand before its own wherever an ASCII character is looked for, and give the same.
extension String {
  /// Whether a character stands in the text.
  package func contains(_ character: Character) -> Bool {
    switch PlainSearch.first(character, in: utf8) {
    case .at: true
    case .nowhere: false
    case .unknown: contains { $0 == character }
    }
  }

  /// Where a character first stands in the text.
  package func firstIndex(of character: Character) -> Index? {
    switch PlainSearch.first(character, in: utf8) {
    case .at(let offset): utf8.index(startIndex, offsetBy: offset)
    case .nowhere: nil
    case .unknown: firstIndex { $0 == character }
    }
  }
}

extension Substring {
  /// Whether a character stands in the text.
  package func contains(_ character: Character) -> Bool {
    switch PlainSearch.first(character, in: utf8) {
    case .at: true
    case .nowhere: false
    case .unknown: contains { $0 == character }
    }
  }

  /// Where a character first stands in the text.
  package func firstIndex(of character: Character) -> Index? {
    switch PlainSearch.first(character, in: utf8) {
    case .at(let offset): utf8.index(startIndex, offsetBy: offset)
    case .nowhere: nil
    case .unknown: firstIndex { $0 == character }
    }
  }
}

private enum PlainSearch {
  /// Where a character stands, as far as bytes can tell.
  enum Found {
    case at(Int)
    case nowhere, unknown
  }

  @inline(__always)
  static func first(_ character: Character, in bytes: some Collection<UInt8>) -> Found {
    guard let byte = character.plainByte else { return .unknown }
    return bytes.withContiguousStorageIfAvailable { first(byte, in: $0) } ?? .unknown
  }

  private static func first(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Found {
    // Both halves of a line's end are one character.
    guard byte != 0x0D, byte != 0x0A else { return .unknown }
    if hasTwin(byte), bytes.contains(where: { $0 >= 0x80 }) { return .unknown }
    guard let at = ByteSearch.first(byte, in: bytes, from: 0) else { return .nowhere }
    // A mark beyond ASCII on either side may make one character of both.
    guard ByteSearch.standsAlone(bytes, at), at == 0 || bytes[at - 1] < 0x80 else {
      return .unknown
    }
    return .at(at)
  }

  /// Whether a character beyond ASCII counts as the same.
  private static func hasTwin(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ";") || byte == UInt8(ascii: "`") || byte == UInt8(ascii: "K")
  }
}
