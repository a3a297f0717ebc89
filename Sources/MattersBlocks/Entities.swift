import MattersText

/// The character references that converters leave in text.
enum Entities {
  /// The character that `source[start..<end]`, between `&` and `;`, stands for.
  static func scalar(_ source: [UInt8], _ start: Int, _ end: Int) -> Unicode.Scalar? {
    guard end > start, end - start <= 10 else { return nil }
    if source[start] == 0x23 {
      let isHex = start + 1 < end && source[start + 1].lowered == 0x78
      let digits = String(decoding: source[(start + (isHex ? 2 : 1))..<end], as: UTF8.self)
      return UInt32(digits, radix: isHex ? 16 : 10).flatMap(Unicode.Scalar.init)
    }
    return names[String(decoding: source[start..<end], as: UTF8.self)]
  }

  private static let names: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "ndash": "\u{2013}", "mdash": "\u{2014}", "lsquo": "\u{2018}", "rsquo": "\u{2019}",
    "ldquo": "\u{201C}", "rdquo": "\u{201D}", "pound": "\u{A3}", "euro": "\u{20AC}",
    "hellip": "\u{2026}", "bull": "\u{2022}", "middot": "\u{B7}", "deg": "\u{B0}",
    "frac12": "\u{BD}", "eacute": "\u{E9}", "check": "\u{2713}",
  ]
}
