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
    if let words = wholeQuote(block), let next = paper.next(after: index),
      paper.blocks[next].kind == .paragraph,
      LetterVerdict.opening(paper.text(paper.blocks[next])) != nil
    {
      begin(at: index)
      keep(words, as: .recommendation)
      (isQuoted, hasWholeQuotes) = (true, true)
      return true
    }
    guard isAnswer, block.kind == .paragraph || block.kind == .item, block.text.count <= 600,
      paper.has(block, "recommend"), let next = paper.next(after: index),
      paper.blocks[next].kind == .paragraph, LetterWish.commends(paper.text(block))
    else { return false }
    begin(at: index)
    keep(block.text, as: .recommendation)
    isQuoted = true
    return true
  }

  /// The words of a paragraph of a letter that is in quotation marks from end to end: what was
  /// recommended, over what is said to it.
  private func wholeQuote(_ block: Block) -> ByteRange? {
    guard isAnswer, block.kind == .paragraph, (20...900).contains(block.text.count) else {
      return nil
    }
    return Self.unquoted(block.text, in: paper)
  }

  /// The words between the quotation marks that a range begins and ends with.
  static func unquoted(_ range: ByteRange, in paper: Paper) -> ByteRange? {
    let bytes = paper.clean.bytes
    func mark(at offset: Int) -> Int {
      if bytes[offset] == 0x22 { return 1 }
      guard offset + 2 < bytes.count, bytes[offset] == 0xE2, bytes[offset + 1] == 0x80 else {
        return 0
      }
      return bytes[offset + 2] == 0x9C || bytes[offset + 2] == 0x9D ? 3 : 0
    }
    guard range.count >= 8 else { return nil }
    let open = mark(at: range.lower)
    let close = [1, 3].first { mark(at: range.upper - $0) == $0 }
    guard open > 0, let close else { return nil }
    return ByteRange(range.lower + open, range.upper - close)
  }

  /// Whether a block names a minute and a label, and quotes what was recommended there: `Minute 14
  /// (1): "every gate is shut"`.
  mutating func quotesMinute(_ block: Block, at index: Int) -> Bool {
    guard block.kind == .paragraph || block.kind == .heading, block.text.count <= 900,
      paper.starts(block, with: "minute ")
    else { return false }
    let bytes = paper.clean.bytes
    let window = ByteRange(block.text.lower, min(block.text.upper, block.text.lower + 24))
    guard let open = bytes.firstIndex(of: "(", in: window),
      let close = bytes.firstIndex(of: "):", in: window), open < close,
      let quoted = Self.unquoted(
        bytes.trimmed(ByteRange(close + 2, block.text.upper)), in: paper)
    else { return false }
    let number = bytes.string(ByteRange(block.text.lower + 7, open)).trimmingMarks
    guard !number.isEmpty, number.allSatisfy({ $0.isNumber || $0 == "." || $0 == "/" }) else {
      return false
    }
    begin(at: index)
    keep(ByteRange(open, close + 1), as: .reference)
    keep(quoted, as: .recommendation)
    current?.minute = number
    return true
  }

  /// The group that the nearest heading above an entry names: what follows comes from its report.
  static func group(above index: Int, from document: Int, in paper: Paper) -> String? {
    var at = index
    while let before = paper.previous(before: at), before >= document, index - before <= 40 {
      at = before
      let block = paper.blocks[before]
      guard block.kind == .heading || block.kind == .paragraph, block.text.count <= 120,
        !paper.ends(block, with: "."), paper.starts(block, with: "part ") || block.kind == .heading
      else { continue }
      let name = ScrutinyReport.body(paper.text(block))
      return name.flatMap { ScrutinyReport.isGroup($0) ? $0 : nil }
    }
    return nil
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
