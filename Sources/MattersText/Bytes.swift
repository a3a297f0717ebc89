/// One-line predicates on ASCII bytes, shared by every scanner.
///
/// They are inlinable because the hot loops live in other modules.
extension UInt8 {
  @inlinable package var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  @inlinable package var isUpper: Bool { self >= 0x41 && self <= 0x5A }
  @inlinable package var isLower: Bool { self >= 0x61 && self <= 0x7A }
  @inlinable package var isLetter: Bool { (self | 0x20).isLower }
  /// A letter, a digit, or any byte of a character outside ASCII.
  @inlinable package var isWordByte: Bool { isLetter || isDigit || self >= 0x80 }
  @inlinable package var isBlank: Bool { self == 0x20 || self == 0x09 }
  /// Space, tab, line ends, vertical tab and form feed.
  @inlinable package var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
  @inlinable package var lowered: UInt8 { isUpper ? self | 0x20 : self }
  @inlinable package static func ascii(_ scalar: Unicode.Scalar) -> UInt8 {
    UInt8(truncatingIfNeeded: scalar.value)
  }
}

/// Scanning over a run of bytes by offset.
///
/// A `View` is a borrowed window: it copies nothing, and a `String` is made only where a value
/// leaves the parser.
extension Array where Element == UInt8 {
  /// The bytes of a range as text; the bytes are known to be UTF-8.
  @inlinable
  package func string(_ range: ByteRange) -> String {
    String(decoding: self[range.lower..<range.upper], as: UTF8.self)
  }

  /// The range without the white space at its ends, no-break spaces among it.
  @inlinable
  package func trimmed(_ range: ByteRange) -> ByteRange {
    var start = range.lower
    var end = range.upper
    while start < end {
      if self[start].isSpace {
        start += 1
      } else if self[start] == 0xC2, start + 1 < end, self[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while end > start {
      if self[end - 1].isSpace {
        end -= 1
      } else if self[end - 1] == 0xA0, end - 2 >= start, self[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    return ByteRange(start, end)
  }

  /// Whether a no-break space begins at an offset.
  @inlinable
  package func isNoBreakSpace(at offset: Int, before end: Int) -> Bool {
    offset + 1 < end && self[offset] == 0xC2 && self[offset + 1] == 0xA0
  }

  /// Whether the bytes at an offset are these ASCII words, letter case aside.
  ///
  /// `word` must be written in lower case.
  @inlinable @inline(__always)
  package func matches(_ word: StaticString, at offset: Int, before end: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard offset >= 0, offset + count <= end else { return false }
    // Nearly all that is asked differs in the first letter.
    if count > 0, word.hasPointerRepresentation, self[offset].lowered != word.utf8Start[0] {
      return false
    }
    return goesOn(as: word, at: offset)
  }

  /// Whether the bytes at an offset are these words to their last letter; all of them are there.
  @inlinable @inline(never)
  package func goesOn(as word: StaticString, at offset: Int) -> Bool {
    word.withUTF8Buffer { letters in
      withUnsafeBufferPointer { bytes in
        for index in letters.indices where bytes[offset + index].lowered != letters[index] {
          return false
        }
        return true
      }
    }
  }

  /// The offset of the first place in the range where these ASCII words stand, letter case aside.
  package func firstIndex(of word: StaticString, in range: ByteRange) -> Int? {
    word.withUTF8Buffer { letters in
      withUnsafeBufferPointer {
        ByteSearch.first(letters, in: $0, from: range.lower, before: range.upper)
      }
    }
  }

  /// The offset of the first of some byte in the range.
  package func firstIndex(of byte: UInt8, in range: ByteRange) -> Int? {
    withUnsafeBufferPointer { bytes in
      guard range.upper <= bytes.count else { return nil }
      return ByteSearch.first(
        byte, in: UnsafeBufferPointer(rebasing: bytes[..<range.upper]), from: range.lower)
    }
  }

  /// Whether the range holds these ASCII words, letter case aside.
  package func contains(_ word: StaticString, in range: ByteRange) -> Bool {
    firstIndex(of: word, in: range) != nil
  }
}
