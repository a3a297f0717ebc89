/// ASCII words of which any one, anywhere in a run of bytes, is a sign of something.
///
/// The bytes are gone through once, however many signs there are: only where two of them begin a
/// sign is it compared.
package struct SignSet: Sendable, ExpressibleByArrayLiteral {
  /// Whether a sign begins with two bytes, in lower case: a bit for each pair of them.
  private var pairs: [UInt64] = Array(repeating: 0, count: 1024)
  /// The signs by a mix of their first two bytes.
  private var buckets: [[StaticString]] = Array(repeating: [], count: 256)

  /// The signs, each of two letters or more in lower case.
  package init(arrayLiteral signs: StaticString...) {
    for sign in signs where sign.utf8CodeUnitCount >= 2 {
      sign.withUTF8Buffer { letters in
        let pair = Int(letters[0]) << 8 | Int(letters[1])
        pairs[pair >> 6] |= 1 << UInt64(pair & 63)
        buckets[Int(SignSet.mix(letters[0], letters[1]))].append(sign)
      }
    }
  }

  /// Whether a range of bytes holds any of the signs, letter case aside.
  package func isIn(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    guard range.count >= 2, range.upper <= bytes.count else { return false }
    return bytes.withUnsafeBufferPointer { text in
      pairs.withUnsafeBufferPointer { pairs in
        var first = text[range.lower].lowered
        for at in range.lower..<range.upper - 1 {
          let second = text[at + 1].lowered
          let pair = Int(first) << 8 | Int(second)
          if pairs[pair >> 6] >> UInt64(pair & 63) & 1 != 0 {
            for sign in buckets[Int(SignSet.mix(first, second))]
            where bytes.matches(sign, at: at, before: range.upper) {
              return true
            }
          }
          first = second
        }
        return false
      }
    }
  }

  /// Whether a text holds any of the signs, letter case aside.
  package func isIn(_ text: String) -> Bool {
    isIn(Array(text.utf8), ByteRange(0, text.utf8.count))
  }

  private static func mix(_ first: UInt8, _ second: UInt8) -> UInt8 { (first &* 31) ^ second }
}
