/// ASCII words of which any one, anywhere in a run of bytes, is a sign of something.
///
/// The bytes are gone through once, however many signs there are: only where two of them begin a
/// sign are the first four looked at, and only where these fit is it compared.
package struct SignSet: Sendable, ExpressibleByArrayLiteral {
  /// A sign, and its first four letters or as many as it has.
  private struct Sign {
    var letters: StaticString
    var head: UInt32
    var mask: UInt32
  }

  /// What stands in a block wherever one of the signs does.
  package let stems: WordStems
  /// Whether a sign begins with two bytes, in lower case: a bit for each pair of them.
  private var pairs: [UInt64] = Array(repeating: 0, count: 1024)
  /// Which signs have a mix of their first two bytes.
  private var members: [Range<Int>] = []
  private var signs: [Sign] = []

  /// The signs, each of two letters or more in lower case.
  package init(arrayLiteral signs: StaticString...) { self.init(signs) }

  /// The signs, each of two letters or more in lower case.
  package init(_ signs: [StaticString]) {
    stems = WordStems(ofAny: signs)
    var buckets: [[Sign]] = Array(repeating: [], count: 256)
    for sign in signs where sign.utf8CodeUnitCount >= 2 {
      sign.withUTF8Buffer { letters in
        let pair = Int(letters[0]) << 8 | Int(letters[1])
        pairs[pair >> 6] |= 1 << UInt64(pair & 63)
        var (head, mask): (UInt32, UInt32) = (0, 0)
        for (index, letter) in letters.prefix(4).enumerated() {
          head |= UInt32(letter | 0x20) << UInt32(8 * index)
          mask |= 0xFF << UInt32(8 * index)
        }
        buckets[SignSet.mix(letters[0], letters[1])].append(
          Sign(letters: sign, head: head, mask: mask))
      }
    }
    for bucket in buckets {
      members.append(self.signs.count..<self.signs.count + bucket.count)
      self.signs += bucket
    }
  }

  /// Whether a range of bytes holds any of the signs, letter case aside.
  package func isIn(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    guard range.count >= 2, range.upper <= bytes.count else { return false }
    return bytes.withUnsafeBufferPointer { isIn($0, range) }
  }

  /// Whether a text holds any of the signs, letter case aside.
  package func isIn(_ text: String) -> Bool {
    let range = ByteRange(0, text.utf8.count)
    guard range.count >= 2 else { return false }
    return text.utf8.withContiguousStorageIfAvailable { isIn($0, range) }
      ?? isIn(Array(text.utf8), range)
  }

  private func isIn(_ text: UnsafeBufferPointer<UInt8>, _ range: ByteRange) -> Bool {
    pairs.withUnsafeBufferPointer { pairs in
      var first = text[range.lower].lowered
      for at in range.lower..<range.upper - 1 {
        let second = text[at + 1].lowered
        let pair = Int(first) << 8 | Int(second)
        if pairs[pair >> 6] >> UInt64(pair & 63) & 1 != 0,
          begins(SignSet.mix(first, second), text, at, before: range.upper)
        {
          return true
        }
        first = second
      }
      return false
    }
  }

  /// Whether one of the signs with some first two letters stands at a place.
  @inline(__always)
  private func begins(
    _ bucket: Int, _ text: UnsafeBufferPointer<UInt8>, _ at: Int, before end: Int
  ) -> Bool {
    let head: UInt32? =
      at + 4 <= end
      ? UInt32(
        littleEndian: UnsafeRawBufferPointer(text).loadUnaligned(
          fromByteOffset: at, as: UInt32.self)) | 0x2020_2020 : nil
    for index in members[bucket] {
      if let head, head & signs[index].mask != signs[index].head { continue }
      if stands(signs[index].letters, text, at, before: end) { return true }
    }
    return false
  }

  @inline(never)
  private func stands(
    _ sign: StaticString, _ text: UnsafeBufferPointer<UInt8>, _ at: Int, before end: Int
  ) -> Bool {
    sign.withUTF8Buffer { letters in
      guard at + letters.count <= end else { return false }
      for index in letters.indices where text[at + index].lowered != letters[index] {
        return false
      }
      return true
    }
  }

  private static func mix(_ first: UInt8, _ second: UInt8) -> Int {
    Int((first &* 31) ^ second)
  }
}
