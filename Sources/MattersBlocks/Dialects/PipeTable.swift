import MattersText

/// Rows of Markdown tables: `| a | b |`, with `\|` for a bar that is a word's.
enum PipeTable {
  /// The cells of a line, or nothing where it is no row.
  ///
  /// A row begins with a bar, and ends with one or has another inside.
  static func cells(_ bytes: [UInt8], _ line: ByteRange) -> [ByteRange]? {
    guard line.count > 2, bytes[line.lower] == 0x7C else { return nil }
    var cells: [ByteRange] = []
    var start = line.lower + 1
    var at = start
    while at < line.upper {
      if bytes[at] == 0x5C, at + 1 < line.upper {
        at += 2
        continue
      }
      if bytes[at] == 0x7C {
        cells.append(ByteRange(start, at))
        start = at + 1
      }
      at += 1
    }
    if start < line.upper { cells.append(ByteRange(start, line.upper)) }
    return cells.count > 1 ? cells : nil
  }

  /// The words of a line inside a box that is drawn with bars, `| ACTION: Clerk |`.
  static func boxed(_ bytes: [UInt8], _ line: ByteRange) -> ByteRange? {
    guard line.count > 2, bytes[line.lower] == 0x7C, bytes[line.upper - 1] == 0x7C else {
      return nil
    }
    let words = bytes.trimmed(ByteRange(line.lower + 1, line.upper - 1))
    return words.isEmpty ? nil : words
  }

  /// Whether a line is what converters leave in place of something that is not text: a comment, a
  /// picture.
  static func isPlaceholder(_ bytes: [UInt8], _ line: ByteRange) -> Bool {
    let isComment =
      bytes.matches("<!--", at: line.lower, before: line.upper)
      && bytes.firstIndex(of: "-->", in: line) == line.upper - 3
    guard !isComment else { return true }
    return bytes.matches("![", at: line.lower, before: line.upper)
      && bytes[line.upper - 1] == 0x29 && bytes.firstIndex(of: "](", in: line) != nil
  }

  /// Whether a line tells where a page ended: `{12}----------`.
  static func isPageRule(_ bytes: [UInt8], _ line: ByteRange) -> Bool {
    guard line.count >= 8, bytes[line.lower] == 0x7B else { return false }
    var at = line.lower + 1
    while at < line.upper, bytes[at].isDigit { at += 1 }
    guard at > line.lower + 1, at < line.upper, bytes[at] == 0x7D else { return false }
    return bytes[(at + 1)..<line.upper].allSatisfy { $0 == 0x2D }
  }
}
