import MattersText

/// Takes off a line what a converter put around its words.
extension TextReader {
  /// A line without the `>` of a Markdown quotation, by which converters also show an indent.
  func withoutQuoteMarks(_ line: ByteRange) -> ByteRange {
    var at = line.lower
    while at + 1 < line.upper, source.bytes[at] == 0x3E, source.bytes[at + 1] == 0x20 {
      at += 2
      while at < line.upper, source.bytes[at].isBlank { at += 1 }
    }
    return at < line.upper ? ByteRange(at, line.upper) : line
  }

  /// Words without the bars of a table that lost its outer ones: `2. | Election of Chair |`.
  func withoutBars(_ content: ByteRange) -> ByteRange {
    var content = content
    let bytes = source.bytes
    if content.count > 2, bytes[content.lower] == 0x7C, bytes[content.lower + 1].isBlank {
      content = bytes.trimmed(ByteRange(content.lower + 1, content.upper))
    }
    if content.count > 2, bytes[content.upper - 1] == 0x7C, bytes[content.upper - 2].isBlank {
      content = bytes.trimmed(ByteRange(content.lower, content.upper - 1))
    }
    return content
  }
}
