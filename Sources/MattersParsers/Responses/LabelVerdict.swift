import MattersBlocks
import MattersRecords
import MattersText

/// Verdicts that stand where a recommendation is named, or alone on a line below it.
extension LabelledResponses {
  /// Whether a line such as `Agreed` is the verdict on the recommendation that is open, and not a
  /// heading over one.
  func isVerdictAlone(_ block: Block, at index: Int) -> Bool {
    guard let current, current.cells[.recommendation] != nil, current.cells[.decision] == nil,
      paper.clean.bytes.firstIndex(of: ":", in: block.text) == nil,
      DecisionWording.isVerdict(paper.text(block))
    else { return false }
    guard let next = paper.next(after: index) else { return true }
    let words = paper.blocks[next].text
    return words.count > 3 && !DecisionWording.isVerdict(paper.text(words))
  }

  /// What stands in brackets behind a recommendation's name, where it decides: `Recommendation 2
  /// (accepted in part): ...`.
  func verdict(behind label: String, _ head: Int, of block: Block) -> ByteRange? {
    let bytes = paper.clean.bytes
    let between = ByteRange(
      block.text.lower + label.utf8.count, min(block.text.lower + head, block.text.upper))
    guard between.count >= 6, let open = bytes.firstIndex(of: "(", in: between),
      let close = bytes.firstIndex(of: ")", in: ByteRange(open, between.upper))
    else { return nil }
    let inner = ByteRange(open + 1, close)
    return DecisionWording.isVerdict(paper.text(inner)) ? inner : nil
  }
}
