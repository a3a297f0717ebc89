import MattersText

/// Lines that carry no words of the paper, known by their own words alone.
enum FurnitureLine {
  /// The rule by which some trimmed words are furniture, if they are.
  static func rule(_ bytes: [UInt8], _ line: ByteRange) -> Furniture? {
    if line.count <= 4, bytes[line.lower..<line.upper].allSatisfy(\.isDigit) { return .pageNumber }
    if line.count <= 20, bytes.matches("page ", at: line.lower, before: line.upper),
      bytes[(line.lower + 5)..<line.upper].allSatisfy({
        $0.isDigit || $0.isSpace || $0.lowered == 0x6F || $0.lowered == 0x66
      })
    {
      return .pageNumber
    }
    return bytes[line.lower..<line.upper].contains(where: \.isWordByte) ? nil : .marksOnly
  }
}
