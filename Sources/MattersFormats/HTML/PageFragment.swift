import MattersText

/// What is cut out of a web page, with or without what a site's generator writes above it: lines
/// between `---` or `+++` that give a title and a day.
struct PageFragment {
  /// The offset behind what stands above the markup; 0 where nothing does.
  var start = 0
  /// The tags that were cut off before the first.
  var opening = ""

  /// The fragment that a text is, if it is one.
  ///
  /// It begins with a paragraph, a list or a row, and such tags close again and again in it. A
  /// paper's plain text has tags inside its lines only.
  init?(_ bytes: [UInt8]) {
    start = Self.endOfFront(bytes) ?? 0
    var at = start
    while at < bytes.count, bytes[at].isSpace { at += 1 }
    let first = Self.first.first {
      let next = at + $0.utf8CodeUnitCount
      return bytes.matches($0, at: at, before: bytes.count) && next < bytes.count
        && !bytes[next].isLetter
    }
    guard let first else { return nil }
    let isCell = first.utf8CodeUnitCount == 3 && bytes[at + 1].lowered == 0x74
    guard isCell || Self.count(bytes, from: at) else { return nil }
    if bytes[at + 1].lowered == 0x74, first.utf8CodeUnitCount == 3 { opening = "<table>" }
  }

  private static let first: [StaticString] = [
    "<p", "<ol", "<ul", "<h1", "<h2", "<h3", "<h4", "<h5", "<div", "<table", "<tr", "<td",
  ]

  /// Whether at least every fifth line that is not blank closes a paragraph, a point or a cell.
  private static func count(_ bytes: [UInt8], from start: Int) -> Bool {
    var lines = 1
    var closed = 0
    var isBlank = true
    for at in start..<bytes.count {
      switch bytes[at] {
      case 0x0A:
        if !isBlank { lines += 1 }
        isBlank = true
      case 0x3C where at + 1 < bytes.count && bytes[at + 1] == 0x2F:
        if bytes.matches("</p>", at: at, before: bytes.count)
          || bytes.matches("</li>", at: at, before: bytes.count)
          || bytes.matches("</td>", at: at, before: bytes.count)
        {
          closed += 1
        }
        isBlank = false
      case let byte: if !byte.isSpace { isBlank = false }
      }
    }
    return closed >= 3 && closed * 5 >= lines
  }

  /// The offset behind the closing marks of what stands above the text.
  static func endOfFront(_ bytes: [UInt8]) -> Int? {
    guard bytes.count > 8, bytes[0] == 0x2D || bytes[0] == 0x2B, bytes[1] == bytes[0],
      bytes[2] == bytes[0], bytes[3] == 0x0A || bytes[3] == 0x0D
    else { return nil }
    var at = 4
    let end = min(bytes.count, 8192)
    while at + 3 < end {
      if bytes[at - 1] == 0x0A, bytes[at] == bytes[0], bytes[at + 1] == bytes[0],
        bytes[at + 2] == bytes[0], bytes[at + 3] == 0x0A || bytes[at + 3] == 0x0D
      {
        return at + 4
      }
      at += 1
    }
    return nil
  }
}
