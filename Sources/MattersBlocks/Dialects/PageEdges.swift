import MattersText

/// Tells by the first and last lines of pages whether a printer set them: numbers stand there, or
/// lines that are the same on most pages.
struct PageEdges {
  private var firsts: [UInt64: Int] = [:]
  private var lasts: [UInt64: Int] = [:]
  private var numbers = 0
  private var pages = 0
  private var isFirst = true
  private var endsInBreak = false
  /// The line before, which is a page's last where a break follows.
  private var last = ByteRange.none

  /// Ends a page; another follows where it is not the last.
  mutating func endPage(_ bytes: [UInt8]) {
    // Nothing but a printer's text ends with a page's end.
    endsInBreak = isFirst && pages > 0
    pages += 1
    isFirst = true
    guard !last.isEmpty else { return }
    lasts[Self.key(bytes, last), default: 0] += 1
    if PageNumber.stands(on: last, in: bytes) { numbers += 1 }
    last = .none
  }

  /// Takes the next line that is not blank.
  mutating func add(_ bytes: [UInt8], _ line: ByteRange) {
    if isFirst, pages > 0 {
      firsts[Self.key(bytes, line), default: 0] += 1
      if PageNumber.stands(on: line, in: bytes) { numbers += 1 }
    }
    isFirst = false
    last = line
  }

  /// Whether every second page or more has such an edge.
  var arePrinted: Bool {
    let most = max(firsts.values.max() ?? 0, lasts.values.max() ?? 0)
    return endsInBreak || max(numbers, most >= 2 ? most : 0) * 2 >= pages
  }

  /// The words of a line, every number the same, as one number.
  private static func key(_ bytes: [UInt8], _ line: ByteRange) -> UInt64 {
    var key: UInt64 = 0xCBF2_9CE4_8422_2325
    var wasDigit = false
    for at in line.lower..<min(line.upper, line.lower + 160) {
      let byte = bytes[at]
      if byte.isSpace || byte.isDigit && wasDigit { continue }
      wasDigit = byte.isDigit
      key = (key ^ UInt64(wasDigit ? 0x23 : byte.lowered)) &* 0x100_0000_01B3
    }
    return key
  }
}
