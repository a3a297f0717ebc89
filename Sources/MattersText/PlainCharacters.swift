/// What kind of character it is, told by its byte where it has only one.
///
/// The standard library asks Unicode's tables of every letter. These stand before its own for
/// whoever imports MattersText, and give the same.
extension Character {
  /// The character's byte, where it is one of ASCII.
  @inlinable var plainByte: UInt8? {
    let bytes = utf8
    guard let first = bytes.first, first < 0x80, bytes.count == 1 else { return nil }
    return first
  }

  /// Whether it is a letter.
  @inlinable package var isLetter: Bool {
    if let byte = plainByte { return byte.isLetter }
    return unicodeScalars.first?.properties.isAlphabetic ?? false
  }

  /// Whether it is a digit or another number.
  @inlinable package var isNumber: Bool {
    if let byte = plainByte { return byte.isDigit }
    return unicodeScalars.first?.properties.numericType != nil
  }

  /// Whether it is a capital.
  @inlinable package var isUppercase: Bool {
    if let byte = plainByte { return byte.isUpper }
    if let scalar = onlyScalar, scalar.properties.isUppercase { return true }
    return String(self) == uppercased() && isOfTwoCases
  }

  /// Whether it is a small letter.
  @inlinable package var isLowercase: Bool {
    if let byte = plainByte { return byte.isLower }
    if let scalar = onlyScalar, scalar.properties.isLowercase { return true }
    return String(self) == lowercased() && isOfTwoCases
  }

  @inlinable var isOfTwoCases: Bool {
    if let scalar = onlyScalar, scalar.properties.isCased { return true }
    return String(self) != uppercased() || String(self) != lowercased()
  }

  @inlinable var onlyScalar: Unicode.Scalar? {
    unicodeScalars.count == 1 ? unicodeScalars.first : nil
  }
}
