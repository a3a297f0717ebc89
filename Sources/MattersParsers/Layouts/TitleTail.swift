import MattersBlocks
import MattersText

/// The second line of a title that is too long for one: `3. Review of the Arrangements for the Hire`
/// over `of Rooms and the Pavilion`.
enum TitleTail {
  private static let joins: Set<Substring> = [
    "of", "for", "to", "at", "on", "in", "and", "the", "with", "by", "from", "or", "&", "-", "a",
    "\u{2013}",
  ]
  /// What stands below a title and is none of it.
  private static let others: [StaticString] = [
    "report ", "presented", "lead", "councillor", "cllr", "officer", "present", "item ", "minute ",
    "attached", "verbal", "appendix", "resolved", "agreed", "noted", "none", "moved", "action:",
    "actions",
    "to ", "page", "nil", "the ", "no ", "members ", "it ", "there ",
  ]

  /// The line right below a title with which the title ends.
  static func find(
    _ title: ByteRange, at line: Int, _ lines: [MinuteLine], in paper: Paper
  ) -> ByteRange? {
    let bytes = paper.clean.bytes
    guard title.count >= 40, title.count <= 120, line + 1 < lines.count else { return nil }
    let (own, next) = (lines[line].block, lines[line + 1].block)
    guard own.kind == .item || own.kind == .paragraph, next.kind == .paragraph, next.label.isEmpty,
      next.style == own.style, next.lines.first == own.lines.last + 1,
      next.lines.first == next.lines.last, (4...100).contains(next.text.count),
      ![0x2E, 0x3A, 0x3B, 0x2C].contains(bytes[next.text.upper - 1]),
      line + 2 >= lines.count || lines[line + 2].block.lines.first > next.lines.last + 1
        || !lines[line + 2].block.label.isEmpty,
      CountedHeadings.isTitle(ByteRange(title.lower, title.upper), .none, in: bytes)
    else { return nil }
    if others.contains(where: { paper.starts(next, with: $0) }) { return nil }
    let words = paper.text(next).split(separator: " ")
    let last = paper.text(title).split(separator: " ").last ?? ""
    let isOpen = joins.contains(last)
    let goesOn = bytes[next.text.lower].isLower
    let isTitle = words.allSatisfy { $0.first?.isLowercase != true || joins.contains($0) }
    guard isOpen || goesOn || isTitle && next.level > 0 else { return nil }
    if goesOn || isOpen {
      let verbs: [StaticString] = [" was ", " were ", " had ", " has ", " reported ", " agreed "]
      if verbs.contains(where: { bytes.contains($0, in: next.text) }) { return nil }
    }
    return next.text
  }
}
