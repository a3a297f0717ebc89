import MattersBlocks
import MattersRecords
import MattersText

/// Reads the sentences of a paragraph that say what was decided.
extension OperativeReader {
  /// Reads the sentences of a paragraph that say what was decided; whether there was one.
  mutating func readSentences(
    _ block: Block, _ line: MinuteLine, into sink: inout RecordSink
  ) -> Bool {
    let bytes = paper.clean.bytes
    let goesOn = paper.starts(block, with: "that ") || block.kind == .item
    if isMinute, sink.decidesInProse, lead != nil, hasItems, !goesOn { interrupt() }
    let isTold = isMinute && sink.decidesInProse && lead == nil
    if isMinute, QuotedDecision.isOne(block, in: paper) { return false }
    guard isTold || OperativeSentence.mayDecide(bytes, block.text) else { return false }
    var found = false
    var sentences = Sentences.split(bytes, block.text)
    // "Resolved. That the report be noted."
    if sentences.count >= 2, sentences[0].count <= 24,
      bytes.matches("that ", at: sentences[1].lower, before: sentences[1].upper),
      OperativeSentence.mayDecide(bytes, sentences[0])
    {
      sentences[0] = ByteRange(sentences[0].lower, sentences[1].upper)
      sentences.remove(at: 1)
    }
    var at = 0
    while at < sentences.count {
      defer { at += 1 }
      var plain = OperativeSentence(
        sentences[at], of: block, in: paper, underDecision: isUnderDecision)
      // "The Board agreed." behind what it was asked leads to nothing.
      if isTold, at > 0, plain?.isLead == true, paper.ends(block, with: ".") { plain = nil }
      if isTold, lead == nil, plain.map({ mayBeTold($0, sink) }) ?? true,
        let told = ToldDecision(
          sentences, at: at, of: block, in: paper, quotes: sink.quotesDecisions)
      {
        found = true
        takeTold(told, sentences, at, block, line, into: &sink)
        at = told.next - 1
        continue
      }
      if plain == nil, isMinute, !isTold, lead == nil, paper.has(block, "second"),
        let carried = TellingReading(
          sentences: sentences, block: block, paper: paper, quotes: false
        ).carriedMotion(at: at)
      {
        found = true
        takeTold(carried, sentences, at, block, line, into: &sink)
        at = carried.next - 1
        continue
      }
      guard var decision = plain else { continue }
      found = true
      settleMotion(into: &sink)
      sink.decide(at: sentences[at].lower)
      isPart = sentences.count > 1 && !(at == 0 && decision.isAtHead)
      if !isPart { sink.claim(line.index) }
      var current = Lead(purpose: .resolution)
      (current.addressedTo, current.mayRecommend) = (
        decision.addressedTo, decision.verb == .recommended
      )
      current.label = decision.label
      let isTale =
        decision.verb == .recommended && !decision.isCertain && decision.words == sentences[at]
      if decision.addressedTo != nil || isTale
        || decision.verb == .recommended && isRecommended(decision)
      {
        current.purpose = .recommendation
        current.addressedTo = decision.addressedTo ?? Recommended.to(paper.text(decision.words))
      }
      if decision.verb == .recommended, decision.isAtHead, sink.recommendsApart,
        current.purpose == .resolution
      {
        (current.purpose, current.isPut) = (.recommendation, true)
      }
      if decision.isLead {
        (lead, hasItems) = (current, false)
        if decision.takesPoints {
          lead = nil
          held = HeldWords(lead: current, words: decision.words, block: block, line: line)
        }
        continue
      }
      // At the head of its block a resolution may have more sentences than one.
      if at == 0 && decision.words != sentences[0] && decision.isAtHead || decision.label != nil {
        while at + 1 < sentences.count, !EndOfDecision.ends(sentences[at + 1], in: paper),
          !(at + 2 == sentences.count && OwnedTask.isOwner(sentences[at + 1], in: paper)),
          OperativeSentence(sentences[at + 1], of: block, in: paper) == nil
        {
          at += 1
          sink.decide(at: sentences[at].lower)
          decision.words = ByteRange(decision.words.lower, sentences[at].upper)
        }
      }
      take(decision, current, block, line, into: &sink)
    }
    isPart = false
    return found
  }

  mutating func take(
    _ decision: OperativeSentence, _ current: Lead, _ block: Block, _ line: MinuteLine,
    into sink: inout RecordSink
  ) {
    let bytes = paper.clean.bytes
    var decision = decision
    decision.words = MotionWording.beforeResult(decision.words, in: paper)
    if takesFirstPoint(decision, current, line, into: &sink) { return }
    // "3 Mill Rise - extension. Resolved: no objection." says too little by itself.
    if decision.words.count <= 20, !bytes.contains(" be ", in: decision.words),
      isOfPlace(ByteRange(block.text.lower, decision.words.lower))
    {
      decision.words = ByteRange(block.text.lower, decision.words.upper)
    }
    let points = RunOnList.points(bytes, decision.words)
    lead = nil
    for point in points {
      add(
        purpose(of: point.words, current), point.words, label: paper.text(point.label), line,
        lead: current, into: &sink)
    }
    if points.isEmpty {
      addClauses(
        of: decision.words, current, label: decision.label ?? label(of: block), line,
        lead: current, isCertain: decision.isCertain, into: &sink)
    }
    // "RESOLVED that the report be noted; and" goes on.
    if RunOnList.goesOn(bytes, decision.words) { (lead, hasItems) = (current, true) }
  }

  /// Adds what some words decide: a record for each clause, where they are more than one.
  mutating func addClauses(
    of words: ByteRange, _ current: Lead, label: String?, _ line: MinuteLine, lead: Lead?,
    isCertain: Bool, into sink: inout RecordSink
  ) {
    var clauses = RunOnClauses.clauses(
      paper.clean.bytes, words, kind: { purpose(of: $0, current) })
    if clauses.isEmpty { clauses = [words] }
    let wasPart = isPart
    isPart = isPart || clauses.count > 1
    defer { isPart = wasPart }
    // "The Committee noted the report and recommended that ...": two verbs, of two kinds.
    if isMinute, clauses.count == 1, current.purpose == .resolution, current.addressedTo == nil,
      let second = paper.clean.bytes.firstIndex(of: " and recommended that ", in: words),
      second - words.lower >= 20
    {
      isPart = true
      let first = ByteRange(words.lower, second)
      add(
        purpose(of: first, current), first, label: label, line, lead: lead, isCertain: isCertain,
        into: &sink)
      add(
        .recommendation, ByteRange(second + 17, words.upper), label: label, line, lead: lead,
        isCertain: isCertain, into: &sink)
      return
    }
    for clause in clauses {
      add(
        purpose(of: clause, current), clause, label: label, line, lead: lead,
        isCertain: isCertain, into: &sink)
    }
  }

  /// Whether the words before a brief decision name what it is of, and tell no debate.
  func isOfPlace(_ words: ByteRange) -> Bool {
    let bytes = paper.clean.bytes
    let telling: [StaticString] = [
      "proposed", "seconded", "moved", "amendment", " asked ", " said ", " reported ",
    ]
    return bytes.contains(". ", in: words)
      && !bytes.matches("that ", at: words.lower, before: words.upper)
      && !telling.contains { bytes.contains($0, in: words) }
  }

  /// The label of a paragraph whose words were resolved: its own, or, where it is set in below a
  /// numbered one, that one's.
  func label(of block: Block) -> String? {
    if !block.label.isEmpty {
      let printed = paper.label(block)
      return isParagraph(block) ? printed.map(Self.bare) : printed
    }
    return block.level > 0 ? paragraphLabel : nil
  }
}
