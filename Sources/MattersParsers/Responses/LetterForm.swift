import MattersBlocks
import MattersText

/// Whether a paper is a letter or a note to somebody: then what follows a recommendation answers it.
enum LetterForm {
  /// How many blocks may stand above the greeting.
  private static let reach = 40

  static func isLetter(_ stretch: Range<Int>, in paper: Paper) -> Bool {
    var hasFrom = false
    for index in stretch.prefix(reach) {
      let block = paper.blocks[index]
      guard block.kind == .paragraph || block.kind == .item, block.text.count <= 200 else {
        continue
      }
      if paper.starts(block, with: "dear ") { return true }
      if paper.starts(block, with: "from") { hasFrom = true }
      if hasFrom,
        paper.starts(block, with: "to ") || paper.starts(block, with: "to:")
          || paper.says(block, "to")
      {
        return true
      }
    }
    return false
  }
}
