/// Characters that take no room and say nothing: word processors and web pages leave them between a
/// number and its title, inside long words and at the heads of lines.
enum InvisibleCharacters {
  /// The bytes without zero-width spaces, word joiners, soft hyphens and byte-order marks; the same
  /// bytes where there are none.
  static func removed(from bytes: [UInt8]) -> [UInt8] {
    guard var at = first(in: bytes, from: 0) else { return bytes }
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var start = 0
    while true {
      kept += bytes[start..<at]
      start = at + width(bytes, at)
      // Two words may have nothing else between them.
      if bytes[at] == 0xE2, let last = kept.last, last.isWordByte, start < bytes.count,
        bytes[start].isWordByte
      {
        kept.append(0x20)
      }
      guard let next = first(in: bytes, from: start) else { break }
      at = next
    }
    kept += bytes[start...]
    return kept
  }

  private static func first(in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { text in
      var at = start
      while at < text.count {
        // Nearly all bytes are below those that such a character begins with.
        if text[at] >= 0xC2, width(text, at) > 0 { return at }
        at += 1
      }
      return nil
    }
  }

  /// How many bytes such a character at an offset takes; 0 where there is none.
  private static func width<Bytes: RandomAccessCollection<UInt8>>(_ bytes: Bytes, _ at: Int) -> Int
  where Bytes.Index == Int {
    guard at + 1 < bytes.count else { return 0 }
    switch (bytes[at], bytes[at + 1]) {
    case (0xC2, 0xAD): return 2
    case (0xE2, 0x80): return at + 2 < bytes.count && bytes[at + 2] == 0x8B ? 3 : 0
    case (0xE2, 0x81): return at + 2 < bytes.count && bytes[at + 2] == 0xA0 ? 3 : 0
    case (0xEF, 0xBB): return at + 2 < bytes.count && bytes[at + 2] == 0xBF ? 3 : 0
    default: return 0
    }
  }
}
