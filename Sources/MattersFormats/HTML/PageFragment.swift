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
  /// It begins with an element of a page, and such close again and again in it; or they do in every
  /// other line. A paper's plain text has tags inside its lines only.
  init?(_ bytes: [UInt8]) {
    start = Self.endOfFront(bytes) ?? 0
    var at = start
    while at < bytes.count, bytes[at].isSpace { at += 1 }
    let name = Self.tag(bytes, at: at)
    let isCell = name == "tr" || name == "td"
    guard isCell || Self.count(bytes, from: at, isOpened: name.map(Self.isKnown) ?? false) else {
      return nil
    }
    if isCell { opening = "<table>" }
  }

  /// The name of the tag that stands at an offset, in small letters.
  private static func tag(_ bytes: [UInt8], at offset: Int) -> String? {
    guard offset < bytes.count, bytes[offset] == 0x3C else { return nil }
    var at = offset + 1
    if at < bytes.count, bytes[at] == 0x2F { at += 1 }
    let start = at
    while at < bytes.count, at - start < 12, bytes[at].isLetter || bytes[at].isDigit { at += 1 }
    guard at > start, at < bytes.count, bytes[at].isSpace || bytes[at] == 0x3E || bytes[at] == 0x2F
    else { return nil }
    return bytes.string(ByteRange(start, at)).lowercased()
  }

  /// Whether an element is one of a page's.
  private static func isKnown(_ name: String) -> Bool {
    if case .inline = HTMLTag.of(name) { return inline.contains(name) }
    return true
  }

  private static let inline: Set<String> = [
    "a", "span", "u", "em", "i", "font", "small", "time", "label", "big", "sup", "sub", "mark",
    "ins", "abbr", "cite",
  ]
  /// What ends a paragraph, a point, a cell or a line of a page.
  private static let ends: [StaticString] = [
    "</p>", "</li>", "</td>", "</h", "</dd>", "</div>", "<br>", "<br/>", "<br />",
  ]

  /// Whether tags end paragraphs, points, cells or lines at least in every fifth line.
  ///
  /// Blank lines do not count. Where no tag opens the text, every second line begins with one.
  /// Markdown has such tags in its cells.
  private static func count(_ bytes: [UInt8], from start: Int, isOpened: Bool) -> Bool {
    var (lines, closed, marked, opened) = (1, 0, 0, 0)
    var isBlank = true
    for at in start..<bytes.count {
      switch bytes[at] {
      case 0x0A:
        if !isBlank { lines += 1 }
        isBlank = true
      case 0x3C:
        if isBlank { opened += 1 }
        if ends.contains(where: { bytes.matches($0, at: at, before: bytes.count) }) { closed += 1 }
        isBlank = false
      case let byte where !byte.isSpace:
        if isBlank, byte == 0x7C || byte == 0x23 || byte == 0x2A { marked += 1 }
        isBlank = false
      default: break
      }
    }
    return closed >= 3 && closed * 5 >= lines && marked * 10 <= lines
      && (isOpened || lines >= 4 && opened * 2 >= lines)
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
