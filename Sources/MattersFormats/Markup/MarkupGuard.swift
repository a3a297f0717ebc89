import MattersText

/// Looks for markup that would take the parser more than linear time, before it is parsed.
enum MarkupGuard {
  /// The most bytes a page may have: the largest real ones have a few million.
  static let sizeLimit = 32 << 20
  /// The most attributes one tag may have; the parser compares each with all others.
  static let attributeLimit = 250

  /// The offset of the first tag with more attributes than the limit.
  static func overloadedTag(_ source: [UInt8]) -> Int? {
    var at = 0
    while at + 1 < source.count {
      guard source[at] == 0x3C else {
        at += 1
        continue
      }
      if source.matches("<!--", at: at, before: source.count) {
        at = skip(to: "-->", source, at + 4)
      } else if source.matches("<script", at: at, before: source.count) {
        at = skip(to: "</script", source, at + 7)
      } else if source[at + 1].isLetter {
        let (end, count) = tag(source, at)
        if count > attributeLimit { return at }
        at = end
      } else {
        at += 1
      }
    }
    return nil
  }

  /// Where a tag ends, and how many attributes it can have at most.
  private static func tag(_ source: [UInt8], _ start: Int) -> (end: Int, attributes: Int) {
    var at = start + 1
    var count = 0
    var last: UInt8 = 0
    while at < source.count {
      let byte = source[at]
      if byte == 0x3E { break }
      if byte == 0x22 || byte == 0x27, last == 0x3D {
        at += 1
        while at < source.count, source[at] != byte { at += 1 }
        // The next attribute may follow a quoted value without a blank.
        last = 0x20
      } else if byte.isSpace {
        if last != 0x3D { last = 0x20 }
      } else {
        if last == 0x20 { count += 1 }
        last = byte
      }
      at += 1
    }
    return (at, count)
  }

  private static func skip(to mark: StaticString, _ source: [UInt8], _ start: Int) -> Int {
    guard start < source.count else { return source.count }
    return source.firstIndex(of: mark, in: ByteRange(start, source.count)) ?? source.count
  }
}
