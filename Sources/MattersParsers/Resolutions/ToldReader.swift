import MattersBlocks
import MattersText

extension OperativeReader {
  /// Whether a sentence that says what was decided says it in prose, and is quoted as such.
  func mayBeTold(_ decision: OperativeSentence, _ sink: RecordSink) -> Bool {
    guard !decision.isLead, !decision.isLoud else { return false }
    switch decision.verb {
    case .resolved, .recommended, .carried: return false
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
    addClauses(
      of: OperativeSentence.beforeCorrection(told.words, in: paper.clean.bytes),
      Lead(purpose: .resolution), label: label(of: block), line, lead: nil, isCertain: false,
      into: &sink)
    isPart = false
  }

  /// Whether a line is "The Committee:" over points that begin with what it did: `approved ...`.
  func opensActs(_ index: Int, in lines: ArraySlice<MinuteLine>) -> Bool {
    let block = lines[index].block
    guard isMinute, lead == nil, block.kind == .paragraph || block.kind == .item,
      block.text.count <= 240,
      paper.ends(block, with: ":") || paper.ends(block, with: ":-")
        || paper.ends(block, with: " \u{2013}") || paper.ends(block, with: " -"),
      DecidingBody.isAlone(block, in: paper) || DecidingBody.isWithClause(block, in: paper),
      index + 1 < lines.endIndex
    else { return false }
    let points = lines[(index + 1)...].prefix { $0.block.kind == .item }
    let firsts = points.map {
      SpokenWords(paper.clean.bytes, $0.block.text, limit: 2).words.first?.plain ?? ""
    }
    return firsts.contains(where: DecidingVerbs.decides)
      && firsts.allSatisfy(DecidingVerbs.mayBegin)
  }

  /// "The Committee noted the report.": a line of its own in a minute that decides nothing else.
  ///
  /// With `passive`, "The report was noted."
  mutating func readActs(
    _ lines: ArraySlice<MinuteLine>, passive: Bool = false, into sink: inout RecordSink
  ) {
    let closing = lines.last {
      $0.block.kind != .row && $0.block.text.count >= 12
        && !MeetingEnd.begins($0.block.text, in: paper.clean.bytes)
    }?.index
    for line in lines {
      let block = line.block
      guard block.kind == .paragraph || block.kind == .item else { continue }
      let sentences = Sentences.split(paper.clean.bytes, block.text)
      // What closes the minute may close a paragraph of the debate, and what opens it may open one.
      var acts = sentences.filter {
        !passive && PlainAct.isBare($0, in: paper)
          // "Letter from the bank. Noted.": what only came in is no business.
          && ($0 == sentences[0]
            || !paper.clean.bytes.matches("noted", at: $0.lower, before: $0.upper))
      }
      if let last = sentences.last,
        sentences.count == 1
          || line.index == closing && !PlainAct.isBare(last, in: paper)
      {
        acts.append(last)
      }
      if let first = sentences.first, sentences.count > 1, line.index == lines.first?.index {
        acts.append(first)
      }
      guard
        let act = acts.first(where: { act in
          var own = block
          own.text = act
          guard act.count <= 240 else { return false }
          return passive
            ? isPassiveAct(own) : PlainAct.isOne(act, in: paper) || PlainAct.isBare(act, in: paper)
        })
      else { continue }
      sink.decide(at: act.lower)
      isPart = sentences.count > 1
      defer { isPart = false }
      add(
        .resolution, act, label: label(of: block), line, lead: nil, isCertain: false,
        because: "the line says what the meeting did, and nothing else was decided", into: &sink)
    }
  }

  /// The words of a point without the initials that the margin has behind them, `... the ward. PL`,
  /// and without the "and" that joins it to the next.
  func withoutTail(_ words: ByteRange) -> ByteRange {
    let bytes = paper.clean.bytes
    var end = words.upper
    if end - words.lower > 12, bytes.matches(" and", at: end - 4, before: end),
      bytes[end - 5].isWordByte
    {
      end -= 4
    }
    var start = end
    while start > words.lower, bytes[start - 1].isUpper { start -= 1 }
    if (2...4).contains(end - start), start - words.lower > 12, bytes[start - 1] == 0x20,
      bytes[start - 2] == 0x2E || bytes[start - 2] == 0x3B
    {
      end = start - 1
    }
    return bytes.trimmed(ByteRange(words.lower, end))
  }

  mutating func readConfirmation(_ line: MinuteLine, into sink: inout RecordSink) -> Bool {
    guard isMinute, paper.confirmsMinutes(line.block) else { return false }
    add(.resolution, line.block.text, label: label(of: line.block), line, lead: nil, into: &sink)
    return true
  }
}
