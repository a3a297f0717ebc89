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
}
