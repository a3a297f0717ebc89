import MattersBlocks
import MattersText

/// Knows the points of a list whose marks are capitals with a dot, `A. Travel times`: by themselves
/// they may be initials, under a line that ends in a colon and counting on they are a list.
enum LetteredLines {
  /// The lines with such paragraphs as the items that they are.
  static func marked(_ lines: ArraySlice<MinuteLine>, in paper: Paper) -> ArraySlice<MinuteLine> {
    var lines = lines
    // "RESOLVED:", "That" and the points, each on a line of its own.
    if lines.contains(where: { isOnlyThat($0.block, in: paper) }) {
      lines = lines.filter { !isOnlyThat($0.block, in: paper) }[...]
    }
    var at = lines.startIndex
    while at + 2 < lines.endIndex {
      defer { at += 1 }
      markNamed(after: at, in: &lines, of: paper)
      guard lines[at].block.kind == .paragraph || lines[at].block.kind == .item,
        paper.ends(lines[at].block, with: ":"),
        isPoint(lines[at + 1].block, 0x41, in: paper), isPoint(lines[at + 2].block, 0x42, in: paper)
      else { continue }
      var next = at + 1
      var letter: UInt8 = 0x41
      while next < lines.endIndex, letter <= 0x5A {
        // What stands under a point in a list of its own: (1), (2).
        if lines[next].block.kind == .item, !lines[next].block.label.isEmpty, letter > 0x42 {
          next += 1
          continue
        }
        guard isPoint(lines[next].block, letter, in: paper) else { break }
        let text = lines[next].block.text
        lines[next].block.kind = .item
        lines[next].block.label = ByteRange(text.lower, text.lower + 2)
        lines[next].block.text = paper.clean.bytes.trimmed(ByteRange(text.lower + 2, text.upper))
        (next, letter) = (next + 1, letter + 1)
      }
    }
    return lines
  }

  private static func isOnlyThat(_ block: Block, in paper: Paper) -> Bool {
    block.kind == .paragraph && block.label.isEmpty && block.text.count <= 6
      && paper.says(block, "that")
  }

  /// Marks paragraphs under a colon that begin with a recommendation's name and a verdict,
  /// `Recommendation 2 (boats): Agreed. ...`, as points with that name for a label.
  private static func markNamed(
    after lead: Int, in lines: inout ArraySlice<MinuteLine>, of paper: Paper
  ) {
    guard paper.ends(lines[lead].block, with: ":") else { return }
    var at = lead + 1
    while at < lines.endIndex, lines[at].block.kind == .paragraph,
      paper.starts(lines[at].block, with: "recommendation")
    {
      let range = lines[at].block.text
      guard let (label, text) = RecommendationLabel.named(paper.text(range)),
        DecisionWording.opening(text) != nil
      else { return }
      lines[at].block.kind = .item
      lines[at].block.label = ByteRange(range.lower, range.lower + label.utf8.count)
      lines[at].block.text = ByteRange(range.upper - text.utf8.count, range.upper)
      at += 1
    }
  }

  private static func isPoint(_ block: Block, _ letter: UInt8, in paper: Paper) -> Bool {
    let bytes = paper.clean.bytes
    return block.kind == .paragraph && block.text.count >= 8 && bytes[block.text.lower] == letter
      && [0x2E, 0x29].contains(bytes[block.text.lower + 1]) && bytes[block.text.lower + 2] == 0x20
  }
}
