/// Finding a character in text by its byte.
///
/// The standard library goes from character to character, which asks Unicode's tables where each
/// ends. These stand before its own wherever an ASCII character is looked for, and give the same.
extension String {
  /// Whether a character stands in the text.
  package func contains(_ character: Character) -> Bool {
    PlainSearch.contains(character, in: self)
  }

  /// Where a character first stands in the text.
  package func firstIndex(of character: Character) -> Index? {
    PlainSearch.firstIndex(of: character, in: self)
  }

  /// Where a character last stands in the text.
  package func lastIndex(of character: Character) -> Index? {
    PlainSearch.lastIndex(of: character, in: self)
  }
}

extension Substring {
  /// Whether a character stands in the text.
  package func contains(_ character: Character) -> Bool {
    PlainSearch.contains(character, in: self)
  }

  /// Where a character first stands in the text.
  package func firstIndex(of character: Character) -> Index? {
    PlainSearch.firstIndex(of: character, in: self)
  }

  /// Where a character last stands in the text.
  package func lastIndex(of character: Character) -> Index? {
    PlainSearch.lastIndex(of: character, in: self)
  }
}

private enum PlainSearch {
  /// Which of the places where a character stands is looked for.
  private enum End { case first, last }

  /// Where a character stands, as far as bytes can tell.
  private enum Found {
    case at(Int)
    case nowhere, unknown
  }

  @inline(__always)
  static func contains(_ character: Character, in text: some StringProtocol) -> Bool {
    switch find(.first, character, in: text.utf8) {
    case .at: true
    case .nowhere: false
    case .unknown: text.contains { $0 == character }
    }
  }

  @inline(__always)
  static func firstIndex(
    of character: Character, in text: some StringProtocol
  ) -> String.Index? {
    switch find(.first, character, in: text.utf8) {
    case .at(let offset): text.utf8.index(text.startIndex, offsetBy: offset)
    case .nowhere: nil
    case .unknown: text.firstIndex { $0 == character }
    }
  }

  @inline(__always)
  static func lastIndex(
    of character: Character, in text: some StringProtocol
  ) -> String.Index? {
    switch find(.last, character, in: text.utf8) {
    case .at(let offset): text.utf8.index(text.startIndex, offsetBy: offset)
    case .nowhere: nil
    case .unknown: text.lastIndex { $0 == character }
    }
  }

  @inline(__always)
  private static func find(
    _ end: End, _ character: Character, in bytes: some Collection<UInt8>
  ) -> Found {
    guard let byte = character.plainByte else { return .unknown }
    return bytes.withContiguousStorageIfAvailable { find(end, byte, in: $0) } ?? .unknown
  }

  private static func find(
    _ end: End, _ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Found {
    // Both halves of a line's end are one character.
    guard byte != 0x0D, byte != 0x0A else { return .unknown }
    if hasTwin(byte), bytes.contains(where: { $0 >= 0x80 }) { return .unknown }
    let place =
      switch end {
      case .first: ByteSearch.first(byte, in: bytes, from: 0)
      case .last: bytes.lastIndex(of: byte)
      }
    guard let at = place else { return .nowhere }
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
