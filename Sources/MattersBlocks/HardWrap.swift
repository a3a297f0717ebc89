import MattersText

/// Tells text that was wrapped to a fixed width from text with a paragraph a line.
enum HardWrap {
  /// The width a paper was wrapped to, or nothing where its lines are whole paragraphs.
  ///
  /// Wrapped text has hardly any long line, and many lines that are followed directly by one that
  /// begins in lower case.
  static func width(of source: SourceText) -> Int? {
    let bytes = source.bytes
    var lengths: [Int] = []
    var continued = 0
    var long = 0
    var previous = ByteRange.none
    for number in 1...max(1, source.lineCount) where number <= source.lineCount {
      let line = bytes.trimmed(source.line(number))
      defer { previous = line }
      // Rows of tables are as long as their cells.
      guard !line.isEmpty, bytes[line.lower] != 0x7C else { continue }
      lengths.append(line.count)
      if line.count > 120 { long += 1 }
      if !previous.isEmpty, previous.count > 40, bytes[line.lower].isLower { continued += 1 }
    }
    guard lengths.count >= 8, long * 50 <= lengths.count, continued * 8 >= lengths.count else {
      return nil
    }
    // The width that nearly all lines keep to: the longest one may be a table or an address.
    lengths.sort()
    return lengths[lengths.count * 97 / 100]
  }
}
