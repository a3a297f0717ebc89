import MattersText

/// The words of a sentence with where they stand, for wording that turns on word order.
///
/// Capitals that are set apart (`R E S O L V E D`, `T H A T`) are one word.
struct SpokenWords {
  /// One word of a sentence.
  struct Word {
    /// Lower case, without the marks around it.
    var plain: String
    /// Where it stands, marks left out.
    var range: ByteRange
    /// Whether it is four or more letters, all capitals.
    var isLoud: Bool
    /// Whether a mark that ends a clause follows it.
    var endsClause: Bool
    /// Whether its first letter is a capital.
    var isCapital = false
  }

  /// The words in order.
  private(set) var words: [Word] = []

  /// The words without their places.
  var plain: [String] { words.map(\.plain) }

  /// Scans the first so many words of a range of cleaned text.
  init(_ bytes: [UInt8], _ range: ByteRange, limit: Int = 90) {
    var at = range.lower
    while at < range.upper, words.count < limit {
      while at < range.upper, !bytes[at].isWordByte { at += 1 }
      let start = at
      if let end = Self.spacedCapitals(bytes, at, range.upper) {
        at = end
        let plain = bytes[start..<end].filter(\.isUpper).map(\.lowered)
        add(String(decoding: plain, as: UTF8.self), ByteRange(start, end), true, bytes, range.upper)
        continue
      }
      while at < range.upper, bytes[at].isWordByte || Self.joins(bytes, at, range.upper) { at += 1 }
      guard at > start else { break }
      let word = bytes[start..<at]
      let isLoud = word.count >= 4 && word.allSatisfy(\.isUpper)
      let plain = String(unsafeUninitializedCapacity: word.count) { letters in
        var count = 0
        for byte in word {
          letters[count] = byte.lowered
          count += 1
        }
        return count
      }
      add(plain, ByteRange(start, at), isLoud, bytes, range.upper)
    }
  }

  private mutating func add(
    _ plain: String, _ range: ByteRange, _ isLoud: Bool, _ bytes: [UInt8], _ end: Int
  ) {
    let mark = range.upper < end ? bytes[range.upper] : 0x2E
    let ends =
      switch mark {
      case 0x2C, 0x2E, 0x3A, 0x3B, 0x29: true
      default: false
      }
    words.append(
      Word(
        plain: plain, range: range, isLoud: isLoud, endsClause: ends,
        isCapital: bytes[range.lower].isUpper))
  }

  /// A hyphen or an apostrophe between two letters.
  private static func joins(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Bool {
    (bytes[at] == 0x2D || bytes[at] == 0x27) && at + 1 < end && bytes[at + 1].isWordByte
  }

  /// The end of four or more single capitals with a space between each two.
  static func spacedCapitals(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    guard start + 6 < end, bytes[start].isUpper, bytes[start + 1] == 0x20 else { return nil }
    var at = start
    var count = 0
    while at < end, bytes[at].isUpper, at + 1 == end || !bytes[at + 1].isWordByte {
      count += 1
      at += 1
      guard at + 1 < end, bytes[at] == 0x20, bytes[at + 1].isUpper,
        at + 2 == end || !bytes[at + 2].isWordByte
      else { break }
      at += 1
    }
    return count >= 4 ? at : nil
  }
}
