import MattersText

/// Finds the words at the head of a line that are set apart from those behind them: a title in bold, in
/// italics or underlined that its paragraph runs on from, `**Road safety:** The bend ...`.
enum EmphasizedHead {
  /// Marks that open such words, and what closes each; the longer ones first.
  private static let marks: [(open: StaticString, close: StaticString)] = [
    ("**_", "_**"), ("_**", "**_"), ("***", "***"), ("**", "**"), ("__", "__"), ("*", "*"),
    ("_", "_"), ("<b>", "</b>"), ("<strong>", "</strong>"), ("<u>", "</u>"), ("<em>", "</em>"),
    ("<i>", "</i>"), ("[", "]{.underline}"),
  ]
  /// A title is no longer.
  private static let longest = 160

  /// The offset past the words that a line begins with in such marks; the line's end where all of it
  /// stands in them, and nothing where it begins otherwise.
  ///
  /// With `open`, the mark that was opened before a label: its words begin at once.
  static func end(_ bytes: [UInt8], _ content: ByteRange, open: UInt8? = nil) -> Int? {
    guard content.count >= 5 else { return nil }
    var at = content.lower
    var found: Int?
    if let open {
      let isDouble = bytes.firstIndex(of: open == 0x2A ? "**" : "__", in: limit(content, at))
      guard let close = isDouble ?? first(open, bytes, limit(content, at)) else { return nil }
      at = close + (isDouble == nil ? 1 : 2)
      found = at
    }
    while at < content.upper {
      var next = at
      while next < content.upper, bytes[next].isBlank { next += 1 }
      guard next < content.upper, [0x2A, 0x5F, 0x3C, 0x5B].contains(bytes[next]),
        let mark = marks.first(where: { bytes.matches($0.open, at: next, before: content.upper) })
      else { break }
      let words = next + mark.open.utf8CodeUnitCount
      guard words < content.upper, !bytes[words].isBlank,
        let close = bytes.firstIndex(of: mark.close, in: limit(content, words)), close > words
      else { break }
      at = close + mark.close.utf8CodeUnitCount
      found = at
    }
    return found
  }

  private static func limit(_ content: ByteRange, _ at: Int) -> ByteRange {
    ByteRange(at, min(content.upper, at + longest))
  }

  private static func first(_ byte: UInt8, _ bytes: [UInt8], _ range: ByteRange) -> Int? {
    bytes[range.lower..<range.upper].firstIndex(of: byte)
  }
}
