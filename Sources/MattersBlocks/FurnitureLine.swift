import MattersText

/// Lines that carry no words of the paper, known by their own words alone.
enum FurnitureLine {
  /// The rule by which some trimmed words are furniture, if they are.
  static func rule(_ bytes: [UInt8], _ line: ByteRange) -> Furniture? {
    if PageNumber.stands(on: line, in: bytes) || PipeTable.isPageRule(bytes, line) {
      return .pageNumber
    }
    if PipeTable.isPlaceholder(bytes, line) { return .marksOnly }
    return bytes[line.lower..<line.upper].contains(where: \.isWordByte) ? nil : .marksOnly
  }

  /// Whether a line is nothing but an element that its page does not show.
  static func isHidden(_ bytes: [UInt8], _ line: ByteRange) -> Bool {
    guard line.count >= 30, bytes[line.lower] == 0x3C, bytes[line.upper - 1] == 0x3E,
      bytes.matches("<span", at: line.lower, before: line.upper)
        || bytes.matches("<div", at: line.lower, before: line.upper),
      let close = bytes.firstIndex(of: ">", in: line)
    else { return false }
    let tag = ByteRange(line.lower, close)
    return bytes.contains("display:none", in: tag) || bytes.contains("display: none", in: tag)
  }
}
