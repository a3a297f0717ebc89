import MattersBlocks
import MattersText

extension OperativeReader {
  /// Whether a sentence that says what was decided says it in prose, and is quoted as such.
  func mayBeTold(_ decision: OperativeSentence, _ sink: RecordSink) -> Bool {
    guard !decision.isLead, !decision.isLoud else { return false }
    switch decision.verb {
    case .resolved, .recommended: return false
    case .agreed, .other: return !decision.isCertain || sink.quotesDecisions
    }
  }

  /// Takes a decision that is told in prose.
  mutating func takeTold(
    _ told: ToldDecision, _ sentences: [ByteRange], _ at: Int, _ block: Block, _ line: MinuteLine,
    into sink: inout RecordSink
  ) {
    settleMotion(into: &sink)
    for sentence in sentences[at..<min(told.next, sentences.count)] {
      sink.decide(at: sentence.lower)
    }
    isPart = sentences.count > 1
    if !isPart { sink.claim(line.index) }
    add(
      purpose(of: told.words, Lead(purpose: .resolution)),
      OperativeSentence.beforeCorrection(told.words, in: paper.clean.bytes),
      label: label(of: block),
      line, lead: nil, isCertain: false, into: &sink)
    isPart = false
  }

  /// Whether a line is "The Committee:" over points that begin with what it did: `approved ...`.
  func opensActs(_ index: Int, in lines: ArraySlice<MinuteLine>) -> Bool {
    let block = lines[index].block
    guard isMinute, lead == nil, block.kind == .paragraph || block.kind == .item,
      block.text.count <= 60, paper.ends(block, with: ":") || paper.ends(block, with: ":-"),
      DecidingBody.isAlone(block, in: paper), index + 1 < lines.endIndex
    else { return false }
    let next = lines[index + 1].block
    guard next.kind == .item else { return false }
    let first = SpokenWords(paper.clean.bytes, next.text, limit: 2).words.first?.plain ?? ""
    return OperativeSentence.verbs[first] != nil && first != "asked"
  }

  /// "The Committee noted the report.": a line of its own in a minute that decides nothing else.
  mutating func readActs(_ lines: ArraySlice<MinuteLine>, into sink: inout RecordSink) {
    for line in lines {
      let block = line.block
      guard block.kind == .paragraph || block.kind == .item, block.text.count <= 160,
        Sentences.split(paper.clean.bytes, block.text).count == 1,
        PlainAct.isOne(block.text, in: paper)
      else { continue }
      sink.decide(at: block.text.lower)
      add(
        .resolution, block.text, label: label(of: block), line, lead: nil, isCertain: false,
        because: "the line says what the meeting did, and nothing else was decided", into: &sink)
    }
  }
}
