import MattersText

/// A line of a page's source that holds the whole page, its own lines ended by `<br />`.
enum BrokenLine {
  /// The fewest tags that make a line such a page.
  private static let fewest = 4

  /// The pieces between the tags; nothing where a line has hardly any.
  static func pieces(_ bytes: [UInt8], _ line: ByteRange) -> [ByteRange]? {
    var pieces: [ByteRange] = []
    var start = line.lower
    var at = line.lower
    while let tag = bytes.firstIndex(of: "<br", in: ByteRange(at, line.upper)) {
      at = tag
      var end = at + 3
      while end < line.upper, bytes[end] == 0x20 || bytes[end] == 0x2F { end += 1 }
      guard end < line.upper, bytes[end] == 0x3E else {
        at += 3
        continue
      }
      pieces.append(ByteRange(start, at))
      at = end + 1
      start = at
    }
    guard pieces.count >= fewest else { return nil }
    return pieces + [ByteRange(start, line.upper)]
  }
}
