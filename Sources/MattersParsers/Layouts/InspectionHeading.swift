import MattersBlocks
import MattersText

/// What a heading of an inspection report announces.
enum InspectionHeading {
  /// What has to improve.
  case improvement
  /// What has to improve at once.
  case priority
  /// Anything else.
  case other

  /// Reads a heading.
  init(_ block: Block, in paper: Paper) {
    let key = MatchKey(paper.text(block)).description
    if Self.priorities.contains(key) {
      self = .priority
    } else if Self.improvements.contains(key)
      || key.hasPrefix("what ")
        && (key.contains(" need to improve") || key.contains(" needs to improve"))
      || key.hasPrefix("what ") && key.contains(" must improve")
    {
      self = .improvement
    } else {
      self = .other
    }
  }

  private static let improvements: Set<String> = [
    "areas for improvement", "area for improvement", "areas for further improvement",
    "areas for development", "key areas for improvement", "areas requiring improvement",
    "required improvements", "improvements required", "areas that require improvement",
  ]

  private static let priorities: Set<String> = [
    "priority and immediate action", "areas for priority action", "areas of priority action",
    "area for priority action", "priority action", "priority actions", "immediate action",
    "areas for priority and immediate action", "areas for immediate action",
  ]

  /// Whether a block has the form of a heading: a short line of its own that is no sentence.
  static func isForm(_ block: Block, in paper: Paper) -> Bool {
    if block.kind == .heading { return !block.text.isEmpty }
    guard block.kind == .paragraph, block.text.count >= 3, block.text.count <= 160 else {
      return false
    }
    let bytes = paper.clean.bytes
    switch bytes[block.text.upper - 1] {
    case 0x2E, 0x3B, 0x2C: return false
    default: return !isFootnote(block, in: paper)
    }
  }

  /// Whether a paragraph begins with a raised number: `²`, `³`, `⁴`.
  static func isFootnote(_ block: Block, in paper: Paper) -> Bool {
    guard block.kind == .paragraph, block.text.count >= 3 else { return false }
    let bytes = paper.clean.bytes
    let at = block.text.lower
    switch (bytes[at], bytes[at + 1]) {
    case (0xC2, 0xB9), (0xC2, 0xB2), (0xC2, 0xB3): return true
    case (0xE2, 0x81): return bytes[at + 2] >= 0xB0
    default: return false
    }
  }
}
