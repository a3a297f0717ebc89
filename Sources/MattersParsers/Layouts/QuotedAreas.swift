import MattersBlocks
import MattersRecords
import MattersText

/// The list in a plan's introduction that quotes what an inspection said must improve.
///
/// A lead such as `The inspection identified the following areas for improvement:` stands above it.
enum QuotedAreas {
  /// The lead's index, where a quoted list stands shortly before a plan's first area.
  static func start(before index: Int, in paper: Paper) -> Int? {
    var at = index
    var items = 0
    var others = 0
    while let before = paper.previous(before: at), others <= 4, items <= 40 {
      at = before
      let block = paper.blocks[at]
      if block.kind == .row { return nil }
      if isLead(block, in: paper) { return items > 1 ? at : nil }
      if block.kind == .item { items += 1 } else { others += 1 }
    }
    return nil
  }

  /// Reads the list that a document begins with, if it is one.
  static func read(_ section: Section, of paper: Paper, into sink: inout RecordSink) {
    guard let lead = section.blocks.first, isLead(paper.blocks[lead], in: paper) else { return }
    var index = lead + 1
    while index < section.blocks.upperBound {
      let block = paper.blocks[index]
      defer { index += 1 }
      if block.kind == .furniture { continue }
      guard block.kind == .item, !block.text.isEmpty else { return }
      guard let label = paper.label(block), let number = ItemNumber(label) else { continue }
      var content = ImprovementRequired()
      content.number = number.printed
      content.text = paper.text(block)
      sink.add(
        .improvementRequired(content), parts: [content.number], lines: block.lines,
        blocks: index..<index + 1)
    }
  }

  private static func isLead(_ block: Block, in paper: Paper) -> Bool {
    guard block.kind == .paragraph || block.kind == .item, block.text.count <= 500,
      paper.ends(block, with: ":"), paper.has(block, "inspect"), paper.has(block, "improve")
    else { return false }
    let verbs: [StaticString] = [
      "identif", "following", "found that", "set out", "required", "requires", "must",
    ]
    return verbs.contains { paper.has(block, $0) }
  }
}
