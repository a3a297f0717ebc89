import MattersBlocks
import MattersRecords
import MattersText

/// What only letters that answer do: they say the answer right behind a recommendation's name, or
/// quote one that has no name.
extension LabelledResponses {
  /// Whether what stands behind a recommendation's name answers it: `Recommendation 2 - Accepted.
  /// ...`, `Recommendation 3 - The Cabinet does not accept this recommendation. ...`.
  func answers(_ text: String) -> Bool {
    guard isAnswer, !text.isEmpty, !text.lowercased().hasPrefix("that "),
      let verdict = DecisionWording.opening(text) ?? LetterVerdict.opening(text)
    else { return false }
    let first = MatchKey.words(text.sentences.first ?? text)
    return text.hasPrefix(verdict.printed) || first.contains("this")
      || first.contains("recommendation")
  }

  /// Whether a letter that answers quotes a recommendation without a name, over what is said to it.
  ///
  /// `The Committee recommends that the gate be shut.`
  mutating func quotes(_ block: Block, at index: Int) -> Bool {
    guard isAnswer, block.kind == .paragraph || block.kind == .item, block.text.count <= 600,
      paper.has(block, "recommend"), let next = paper.next(after: index),
      paper.blocks[next].kind == .paragraph, LetterWish.commends(paper.text(block))
    else { return false }
    begin(at: index)
    keep(block.text, as: .recommendation)
    isQuoted = true
    return true
  }

  /// Whether a paragraph is of something else than the recommendation that is open: it speaks of
  /// another by its label, or it quotes what else was asked.
  func isOfOther(_ block: Block) -> Bool {
    guard isLetter, open == .response, let entry = current, let last = blocks.last else {
      return false
    }
    if isQuoted, entry.cells[.response] != nil {
      // Where answers stand on the line below what they answer, a blank line ends them.
      let isPaired = blocks.count == 2 && paper.blocks[last].lines.first == entry.lines.first + 1
      return isPaired && block.lines.first > paper.blocks[last].lines.last + 1
        || LetterWish.isOfCommittee(paper.text(block))
    }
    guard paper.has(block, "recommendation ") else { return false }
    let text = paper.text(block)
    guard let place = text.place(of: "recommendation "),
      let (labels, _) = RecommendationLabels.read(text[place.upperBound...].prefix(24))
    else { return false }
    let printed = entry.labels + (entry.cells[.reference] ?? []).map { paper.text($0) }
    let own = Set(printed.map { $0.filter(\.isNumber) })
    return labels.allSatisfy { !own.contains($0.filter(\.isNumber)) }
  }
}
