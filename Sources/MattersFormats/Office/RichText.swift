import MattersText

/// Makes RTF such as pandoc reads whole.
///
/// A character beyond the old code pages is written as its number and, for programs that know none,
/// a stand-in, mostly `?`. Pandoc's reader takes a digit behind that for part of it: of `\u163?9,500`
/// it keeps `£,500`. Written as the escape `\'3f`, the stand-in ends where it ends.
enum RichText {
  static func plain(_ contents: [UInt8]) -> [UInt8] {
    // Where no stand-in is announced, a question mark is one.
    guard !contents.contains(Array("\\uc0".utf8)) else { return contents }
    var out: [UInt8] = []
    out.reserveCapacity(contents.count)
    var at = 0
    while at < contents.count {
      let end = standIn(contents, at)
      if let end {
        out += contents[at..<end]
        out += Array("\\'3f".utf8)
        at = end + 1
      } else {
        // An escaped backslash begins nothing.
        let step = contents[at] == 0x5C && at + 1 < contents.count ? 2 : 1
        out += contents[at..<at + step]
        at += step
      }
    }
    return out
  }

  /// Where the question mark stands that a numbered character at an offset is followed by.
  private static func standIn(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard start + 3 < bytes.count, bytes[start] == 0x5C, bytes[start + 1] == 0x75 else {
      return nil
    }
    var at = start + 2
    if bytes[at] == 0x2D { at += 1 }
    let digits = at
    while at < bytes.count, bytes[at].isDigit, at - digits < 6 { at += 1 }
    return at > digits && at < bytes.count && bytes[at] == 0x3F ? at : nil
  }
}
