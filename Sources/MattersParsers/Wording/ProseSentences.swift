import MattersText

extension String {
  /// The sentences of some prose, cut after a full stop, question or exclamation mark that a
  /// capital, a quotation mark or the end follows.
  public var sentences: [String] {
    var text = self
    let cuts = text.withUTF8(Self.sentenceStarts)
    var found: [String] = []
    var start = text.startIndex
    for cut in cuts {
      let next = text.utf8.index(text.startIndex, offsetBy: cut)
      found.append(String(text[start..<next]))
      start = next
    }
    let rest = text[start...]
    if rest.utf8.contains(where: { $0 != 0x20 }) { found.append(String(rest)) }
    return found
  }

  /// Where sentences begin that others stand before.
  private static func sentenceStarts(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var cuts: [Int] = []
    var previous: UInt8 = 0x20
    // Whether a mark and a blank closed the sentence.
    var isClosed = false
    for at in bytes.indices {
      let byte = bytes[at]
      if byte == 0x20 {
        if isClosed || previous == 0x2E || previous == 0x3F || previous == 0x21 {
          isClosed = true
        } else {
          previous = byte
        }
        continue
      }
      if isClosed, opensSentence(bytes, at) { cuts.append(at) }
      isClosed = false
      previous = byte
    }
    return cuts
  }

  private static func opensSentence(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    let byte = bytes[at]
    guard byte >= 0x80 else { return byte.isUpper || byte == 0x22 }
    guard byte >= 0xC0 else { return false }
    let end = Swift.min(bytes.count, at + 4)
    let scalar = String(decoding: bytes[at..<end], as: UTF8.self).unicodeScalars.first
    return scalar.map { $0 == "\u{201C}" || Character($0).isUppercase } ?? false
  }
}
