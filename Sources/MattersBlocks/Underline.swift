import MattersText

/// A rule of dashes right below a short line, as long as the line: plain text has no other way of
/// setting a title apart.
enum Underline {
  private static let longest = 120

  /// Whether a line of the source underlines the block that stands right above it.
  static func isOne(_ line: Int, under block: Block, in source: SourceText) -> Bool {
    guard block.kind == .paragraph || block.kind == .item, block.lines.last + 1 == line,
      block.lines.first == block.lines.last, (3...longest).contains(block.text.count)
    else { return false }
    let rule = source.bytes.trimmed(source.line(line))
    guard rule.count >= 3, let mark = source.bytes[rule.lower..<rule.upper].first,
      mark == 0x2D || mark == 0x3D || mark == 0x5F || mark == 0x7E,
      source.bytes[rule.lower..<rule.upper].allSatisfy({ $0 == mark })
    else { return false }
    let above = source.bytes.trimmed(source.line(Int(block.lines.last)))
    return rule.count * 5 >= above.count * 3 && rule.count <= above.count * 3 / 2 + 6
  }
}
