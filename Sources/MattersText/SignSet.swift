/// ASCII words of which any one, anywhere in a run of bytes, is a sign of something.
///
/// The bytes are gone through once, however many signs there are: only where two of them begin a
/// sign is it compared.
package struct SignSet: Sendable, ExpressibleByArrayLiteral {
  /// Whether a sign begins with a byte, in lower case.
  private var begins: [Bool] = Array(repeating: false, count: 256)
  /// The signs by a mix of their first two bytes.
  private var buckets: [[StaticString]] = Array(repeating: [], count: 256)

  /// The signs, each of two letters or more in lower case.
  package init(arrayLiteral signs: StaticString...) {
    for sign in signs where sign.utf8CodeUnitCount >= 2 {
      sign.withUTF8Buffer { letters in
        begins[Int(letters[0])] = true
        buckets[Int(SignSet.mix(letters[0], letters[1]))].append(sign)
      }
    }
  }

  /// Whether a range of bytes holds any of the signs, letter case aside.
  package func isIn(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    var at = range.lower
    while at + 1 < range.upper {
      let first = bytes[at].lowered
      if begins[Int(first)] {
        for sign in buckets[Int(SignSet.mix(first, bytes[at + 1].lowered))]
        where bytes.matches(sign, at: at, before: range.upper) {
          return true
        }
      }
      at += 1
    }
    return false
  }

  private static func mix(_ first: UInt8, _ second: UInt8) -> UInt8 { (first &* 31) ^ second }
}
