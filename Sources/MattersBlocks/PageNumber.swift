import MattersText

/// Knows a line that is only a page's number: `31`, `- 31 -`, `[31]`, `Page 31`, `Page 3 of 12`.
enum PageNumber {
  static func stands(on line: ByteRange, in bytes: [UInt8]) -> Bool {
    isNamed(on: line, in: bytes) || isFramed(on: line, in: bytes) || isBare(line, bytes)
  }

  /// `Page 31`, `Page 3 of 12`.
  static func isNamed(on line: ByteRange, in bytes: [UInt8]) -> Bool {
    line.count <= 20 && bytes.matches("page ", at: line.lower, before: line.upper)
      && bytes[(line.lower + 5)..<line.upper].allSatisfy {
        $0.isDigit || $0.isSpace || $0.lowered == 0x6F || $0.lowered == 0x66
      }
  }

  /// `-2-`, `- 31 -`, `[31]`: a mark on either side.
  static func isFramed(on line: ByteRange, in bytes: [UInt8]) -> Bool {
    guard line.count >= 3, line.count <= 10 else { return false }
    switch (bytes[line.lower], bytes[line.upper - 1]) {
    case (0x2D, 0x2D), (0x5B, 0x5D), (0x7C, 0x7C): break
    default: return false
    }
    return isBare(bytes.trimmed(ByteRange(line.lower + 1, line.upper - 1)), bytes)
  }

  private static func isBare(_ line: ByteRange, _ bytes: [UInt8]) -> Bool {
    (1...4).contains(line.count) && bytes[line.lower..<line.upper].allSatisfy(\.isDigit)
  }
}
