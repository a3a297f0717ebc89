import MattersBlocks
import MattersText

/// What a tracker's key says that its tick looks like.
///
/// A tick of a symbol font turns into another letter where the font is lost; the key under the
/// table prints the same letter, and so tells what it stands for.
enum TickKey {
  /// How many blocks after a table its key is looked for.
  private static let reach = 300

  /// The mark that means "completed" by the nearest key after a block.
  static func mark(after start: Int, in paper: Paper) -> String? {
    for block in paper.blocks[min(start, paper.blocks.count)...].prefix(reach) {
      switch block.kind {
      case .paragraph, .item:
        guard block.text.count <= 400, paper.has(block, "complete"),
          let mark = mark(in: paper.text(block))
        else { continue }
        return mark
      case .row, .heading, .furniture:
        continue
      }
    }
    return nil
  }

  /// `A tick X in the status column means "completed"`, `X = completed`.
  static func mark(in text: String) -> String? {
    // Without the word itself, only how the line begins can tell.
    let most = text.place(of: "tick") == nil ? 2 : Int.max
    let words = text.split(separator: " ", maxSplits: most).prefix(most)
    func bare(_ index: Int) -> String {
      index < words.count ? words[index].filter { !"\"'“”‘’()".contains($0) } : ""
    }
    for index in words.indices where index == 0 || words[index].place(of: "tick") != nil {
      let (word, after) = (bare(index), bare(index + 1))
      let next = after.lowercased()
      if word.lowercased() == "tick", next.count == 1, next != "a" { return after }
      if index == 0, word.count == 1, word != "A",
        ["=", "-", "–", "means", "denotes"].contains(next)
      {
        return String(word)
      }
    }
    return nil
  }
}
