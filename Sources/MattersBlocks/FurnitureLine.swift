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
}
