/// Tells whether bytes are UTF-8, thirty-two of ASCII at a step.
package enum UTF8Check {
  /// Whether the bytes are whole characters from the first to the last.
  package static func isValid(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      var at = 0
      while true {
        while at + 32 <= bytes.count, isPlain(raw, at) { at += 32 }
        while at < bytes.count, bytes[at] < 0x80 { at += 1 }
        guard at < bytes.count else { return true }
        guard let next = end(bytes, at) else { return false }
        at = next
      }
    }
  }

  /// Whether the next thirty-two bytes are ASCII.
  @inline(__always)
  private static func isPlain(_ raw: UnsafeRawBufferPointer, _ at: Int) -> Bool {
    let all = unsafeBitCast(WideBytes.load(raw, at), to: SIMD4<UInt64>.self)
    return (all.x | all.y | all.z | all.w) & 0x8080_8080_8080_8080 == 0
  }

  /// Where the character of several bytes ends that begins at an offset; nothing where it is none.
  ///
  /// The second byte rules out what is longer than it need be, surrogates, and what is beyond Unicode.
  private static func end(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
    let count: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch bytes[at] {
    case 0xC2...0xDF: count = 2
    case 0xE0: (count, second) = (3, 0xA0...0xBF)
    case 0xED: (count, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: count = 3
    case 0xF0: (count, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: count = 4
    case 0xF4: (count, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard at + count <= bytes.count, second.contains(bytes[at + 1]) else { return nil }
    for index in (at + 2)..<max(at + 2, at + count) where bytes[index] & 0xC0 != 0x80 {
      return nil
    }
    return at + count
  }
}
