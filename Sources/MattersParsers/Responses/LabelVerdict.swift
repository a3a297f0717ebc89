import MattersBlocks
import MattersRecords
import MattersText

/// Verdicts that stand where a recommendation is named, or alone on a line below it.
extension LabelledResponses {
  /// Whether a line such as `Agreed` is the verdict on the recommendation that is open, and not a
  /// heading over one.
  func isVerdictAlone(_ block: Block, at index: Int) -> Bool {
    if let current, current.cells[.recommendation] == nil || current.cells[.decision] != nil {
      return false
    }
    guard
      paper.clean.bytes.firstIndex(of: ":", in: block.text) == nil,
      DecisionWording.isVerdict(paper.text(block))
    else { return false }
    guard let next = paper.next(after: index) else { return true }
    let words = paper.blocks[next].text
    return words.count > 3 && !DecisionWording.isVerdict(paper.text(words))
  }

  /// The words of a line that resolves on the recommendation that is open.
  ///
  /// `RESOLVED: That the recommendation be not accepted.`
  func resolvedWords(of block: Block) -> ByteRange? {
    guard current?.cells[.recommendation] != nil, current?.cells[.response] == nil else {
      return nil
    }
    return Self.resolvedWords(of: block, in: paper)
  }

  /// The words of a line that resolves on one recommendation and does not name it.
  static func resolvedWords(of block: Block, in paper: Paper) -> ByteRange? {
    guard block.kind == .paragraph, block.text.count <= 600,
      paper.starts(block, with: "resolved") || paper.starts(block, with: "agreed")
        || paper.starts(block, with: "decision"), paper.has(block, "recommendation ")
    else { return nil }
    let bytes = paper.clean.bytes
    var at = block.text.lower
    while at < block.text.upper, bytes[at].isLetter { at += 1 }
    while at < block.text.upper, !bytes[at].isLetter { at += 1 }
    let words = ByteRange(at, block.text.upper)
    let first = MatchKey.words(paper.text(ByteRange(at, min(at + 60, words.upper)))).drop {
      $0 == "that"
    }
    guard first.count >= 4, ["the", "this"].contains(first[first.startIndex]),
      first[first.startIndex + 1] == "recommendation", first[first.startIndex + 2] == "be"
    else { return nil }
    return words
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
