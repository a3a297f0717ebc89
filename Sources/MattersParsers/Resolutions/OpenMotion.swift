import MattersBlocks
import MattersText

/// What was moved, until it is known whether it was carried.
struct OpenMotion {
  /// The paragraphs and items that begin with "That".
  var parts: [MinuteLine] = []
  /// The number of the notice by which it was given.
  var label: String?
  /// Whether somebody seconded it.
  var isSeconded = false
}

extension OperativeReader {
  /// Reads a block as part of a motion: who moves it, its words, its result; whether it was one.
  mutating func takeMotion(
    _ block: Block, _ line: MinuteLine, into sink: inout RecordSink
  ) -> Bool {
    let block = MotionWording.withoutName(block, in: paper)
    if motion?.parts.isEmpty == false, let isCarried = MotionWording.isCarried(block, in: paper) {
      if isCarried { addMotion(because: nil, into: &sink) } else { wasLost = true }
      motion = nil
      return block.text.count <= 80 || MotionWording.isMover(block, in: paper)
        || paper.starts(block, with: "the motion")
    }
    if let label = MotionWording.notice(block, in: paper) {
      settleMotion(into: &sink)
      motion = OpenMotion()
      motion?.label = label
      return true
    }
    if let order = MotionWording.orderBehindMovers(block, in: paper),
      lead != nil || motion != nil
        || !sink.decidesInProse && paper.starts(block, with: "it was ")
          && Sentences.split(paper.clean.bytes, block.text).count == 1
    {
      var piece = block
      piece.text = ByteRange(order, block.text.upper)
      if let current = lead, !hasItems {
        add(
          purpose(of: piece.text, current), piece.text, label: current.label, line, lead: current,
          into: &sink)
        (hasItems, closedByParagraph, motion) = (true, true, nil)
      } else {
        if motion?.parts.isEmpty == false { settleMotion(into: &sink) }
        if motion == nil { motion = OpenMotion() }
        motion?.parts.append(MinuteLine(block: piece, index: line.index))
        motion?.isSeconded = true
      }
      return true
    }
    if MotionWording.isMover(block, in: paper) {
      if motion?.parts.isEmpty == false || motion == nil {
        settleMotion(into: &sink)
        motion = OpenMotion()
        motion?.label = MotionWording.number(before: block, in: paper) ?? numberLine
      }
      numberLine = nil
      if paper.has(block, "second") { motion?.isSeconded = true }
      return true
    }
    numberLine = MotionWording.isNumber(block, in: paper) ? paper.text(block) : nil
    if let isCarried = MotionWording.closingResult(block, in: paper) {
      // "THAT the agenda be adopted.      CARRIED"
      if motion == nil { motion = OpenMotion() }
      motion?.parts.append(MinuteLine(block: block, index: line.index))
      if isCarried { addMotion(because: nil, into: &sink) } else { wasLost = true }
      motion = nil
      return true
    }
    guard motion != nil else {
      takeBack(block, into: &sink)
      return false
    }
    // "AND AGREED" below the movers leads to what was agreed.
    if motion?.parts.isEmpty == true, paper.starts(block, with: "and "),
      !paper.starts(block, with: "and whereas ")
    {
      return false
    }
    // "WHEREAS ...", "NOW THEREFORE BE IT RESOLVED": why it is moved, above what is.
    if motion?.parts.isEmpty == true, MotionWording.leadsToOrder(block, in: paper) { return true }
    if MotionWording.beginsMotion(block, in: paper) {
      motion?.parts.append(MinuteLine(block: block, index: line.index))
      return true
    }
    if let isCarried = MotionWording.isCarried(block, in: paper) {
      if isCarried { addMotion(because: nil, into: &sink) } else { wasLost = true }
      motion = nil
      return block.text.count <= 80
    }
    return false
  }

  /// Takes the result that stands in the columns of a recorded vote: `Against: | Ash, Birch | LOST`.
  mutating func takeResult(of row: MinuteLine, into sink: inout RecordSink) {
    guard isMinute, motion?.parts.isEmpty == false else { return }
    for cell in paper.cells(row.block) where (4...40).contains(cell.count) {
      var block = row.block
      (block.kind, block.text) = (.paragraph, cell)
      guard paper.capitalShare(cell) > 0.7,
        let isCarried = MotionWording.isCarried(block, in: paper)
      else { continue }
      if isCarried { addMotion(because: nil, into: &sink) } else { wasLost = true }
      motion = nil
      return
    }
  }

  /// Takes what stood in quotation marks above, where a line says that the motion was carried.
  private mutating func takeBack(_ block: Block, into sink: inout RecordSink) {
    if let quoted = lastQuoted, block.text.count <= 240, paper.has(block, "motion"),
      paper.starts(block, with: "having been") || paper.has(block, "the motion was ")
        || paper.starts(block, with: "motion "),
      let isCarried = MotionWording.isCarried(block, in: paper)
        ?? (paper.has(block, "agreed") ? true : nil)
    {
      lastQuoted = nil
      motion = OpenMotion()
      motion?.parts.append(quoted)
      if isCarried { addMotion(because: nil, into: &sink) } else { wasLost = true }
      motion = nil
    }
  }

  /// Takes a motion that was seconded and that nothing says was lost, as another decision follows.
  mutating func settleMotion(into sink: inout RecordSink) {
    guard let parts = motion?.parts, !parts.isEmpty else {
      motion = nil
      return
    }
    // A question put by notice of motion is asked, whatever becomes of the reply.
    if motion?.label != nil || parts.allSatisfy({ !MotionWording.isOrder($0.block, in: paper) }),
      parts.allSatisfy({ ItemWording.purpose(of: $0.block, in: paper) == .informationRequest })
    {
      addMotion(because: "asked by notice of motion", into: &sink)
      motion = nil
      return
    }
    if let motion, motion.isSeconded, motion.parts.count <= 2,
      sink.decidesInProse
    {
      if isNomination(parts[0].block) {
        nominations.append(motion)
      } else {
        addMotion(
          because: "moved and seconded; the word that says it was resolved is lost", into: &sink)
      }
    }
    motion = nil
  }

  /// Whether a motion names somebody for an office: of several only one can be carried.
  private func isNomination(_ block: Block) -> Bool {
    paper.has(block, " be appointed ") || paper.has(block, " be elected ")
      || paper.has(block, " be nominated ")
  }

  /// Takes the nomination that nobody stood against.
  private mutating func takeNomination(into sink: inout RecordSink) {
    guard nominations.count == 1, let only = nominations.first else { return }
    motion = only
    addMotion(
      because: "moved and seconded; the word that says it was resolved is lost", into: &sink)
    motion = nil
  }

  /// Reads what is left at the end of a minute: a motion whose result is not printed, or a list
  /// whose lead word was lost.
  mutating func finish(_ lines: ArraySlice<MinuteLine>, into sink: inout RecordSink) {
    if motion?.parts.isEmpty == false, added == 0, !sink.decidesInProse {
      addMotion(
        because: "moved and seconded; the word that says it was resolved is lost", into: &sink)
    }
    settleMotion(into: &sink)
    takeNomination(into: &sink)
    guard added == 0 else { return }
    readOnlySentence(lines, into: &sink)
    guard added == 0 else { return }
    guard !wasLost else { return }
    readCarriedProposals(lines, into: &sink)
    guard added == 0 else { return }
    if isMinute { readActs(lines, into: &sink) }
    guard added == 0 else { return }
    defer {
      if added == 0 { readLostLead(lines, into: &sink) }
      if added == 0, isMinute { readActs(lines, passive: true, into: &sink) }
    }
    for line in MotionWording.closingList(lines, in: paper) {
      add(
        ItemWording.purpose(of: line.block, in: paper), line.block.text,
        label: paper.label(line.block), line, lead: nil, isCertain: false,
        because: "a list of points that begin with That closes the item; its lead word is lost",
        into: &sink)
    }
  }

  /// "Proposed by Cllr Ash, seconded by Cllr Birch and unanimously approved.": what the item's own
  /// title says was carried.
  private mutating func readCarriedProposals(
    _ lines: ArraySlice<MinuteLine>, into sink: inout RecordSink
  ) {
    guard sink.decidesInProse else { return }
    let bytes = paper.clean.bytes
    for line in lines where line.block.kind == .paragraph || line.block.kind == .item {
      guard paper.has(line.block, "second"), paper.has(line.block, "propos") else { continue }
      for sentence in Sentences.split(bytes, line.block.text)
      where bytes.matches("proposed ", at: sentence.lower, before: sentence.upper)
        && bytes.contains("second", in: sentence)
        && (bytes.contains(" approved", in: sentence) || bytes.contains(" agreed", in: sentence)
          || bytes.contains(" accepted", in: sentence) || bytes.contains(" adopted", in: sentence))
      {
        sink.decide(at: sentence.lower)
        add(
          .resolution, sentence, label: paper.label(line.block), line, lead: nil, isCertain: false,
          because: "what the item is about was proposed, seconded and agreed", into: &sink)
      }
    }
  }

  /// "The Committee noted a report by the Director.": all that the minute says.
  private mutating func readOnlySentence(
    _ lines: ArraySlice<MinuteLine>, into sink: inout RecordSink
  ) {
    let prose = lines.filter { $0.block.kind == .paragraph && $0.block.text.count > 3 }
    guard let line = prose.first, lines.count <= 4,
      prose.dropFirst().allSatisfy({
        $0.block.text.count <= 200 && MotionWording.isNote($0.block, in: paper)
      }),
      Sentences.split(paper.clean.bytes, line.block.text).count == 1,
      !paper.ends(line.block, with: ":"), isOnlyAct(line.block)
    else { return }
    sink.decide(at: line.block.text.lower)
    add(
      .resolution, line.block.text, label: nil, line, lead: nil, isCertain: false,
      because: "the only sentence of the minute, and it says what the meeting did", into: &sink)
  }

  /// Whether a sentence says what the meeting did.
  ///
  /// "The Board noted the report.", "Deferred to the September meeting."
  private func isOnlyAct(_ block: Block) -> Bool {
    if paper.starts(block, with: "the ") {
      let decision = OperativeSentence(block.text, of: block, in: paper, underDecision: true)
      let plain = SpokenWords(paper.clean.bytes, block.text, limit: 14).plain
      if let verb = plain.firstIndex(where: DecidingVerbs.firm.contains),
        PlainAct.isCourtesy(plain, after: verb)
      {
        return false
      }
      return decision.map { $0.words == block.text && ($0.verb == .other || $0.verb == .agreed) }
        ?? isPassiveAct(block)
    }
    let words = SpokenWords(paper.clean.bytes, block.text, limit: 40).words
    // "Approved.*"
    if words.count == 1, paper.clean.bytes[words[0].range.lower].isUpper {
      return ["approved", "agreed", "adopted", "endorsed"].contains(words[0].plain)
    }
    guard words.count >= 4, !words[0].endsClause, paper.ends(block, with: ".") else { return false }
    // "These were agreed as accurate."
    if words.count <= 14, ["these", "they"].contains(words[0].plain), words[1].plain == "were" {
      return ["approved", "agreed", "confirmed", "accepted"].contains(words[2].plain)
    }
    return ["deferred", "approved", "adopted", "ratified", "accepted", "agreed", "confirmed"]
      .contains(words[0].plain)
  }

  /// Whether a sentence in the passive tells a result, such as: the report was noted.
  func isPassiveAct(_ block: Block) -> Bool {
    var words = SpokenWords(paper.clean.bytes, block.text, limit: 40).words.map(\.plain)
    // "The draft was adopted subject to ...", "The report was noted with thanks to the wardens."
    let done = ["noted", "received", "approved", "agreed", "adopted", "endorsed", "accepted"]
    let tails: Set<String> = ["with", "subject", "as", "unanimously", "without", "for"]
    if let at = words.indices.dropLast().first(where: {
      done.contains(words[$0]) && tails.contains(words[$0 + 1])
    }) {
      words = Array(words[...at])
    }
    guard (4...16).contains(words.count), let last = words.last, done.contains(last),
      let verb = words.lastIndex(where: { $0 == "was" || $0 == "were" }), words.count - verb <= 4,
      verb >= 1
    else { return false }
    return words[1..<verb].contains(where: TellingReading.papers.contains)
      && !words.contains { ["that", "which", "had", "who"].contains($0) }
  }

  /// "that, subject to the above -" and the points under it, or "That the plan be approved." alone:
  /// the word before them was in bold, and was lost.
  private mutating func readLostLead(
    _ lines: ArraySlice<MinuteLine>, into sink: inout RecordSink
  ) {
    let because = "words that begin with That close the item; their lead word is lost"
    guard
      let at = lines.indices.last(where: { MotionWording.isLostLead($0, lines, in: paper) })
    else { return }
    let line = lines[at]
    if paper.ends(line.block, with: ".") {
      add(
        ItemWording.purpose(of: line.block, in: paper),
        MotionWording.withoutThat(line.block, paper),
        label: nil, line, lead: nil, isCertain: false, because: because, into: &sink)
      return
    }
    for point in lines[(at + 1)...] {
      if point.block.kind == .furniture { continue }
      guard point.block.kind == .item, !point.block.label.isEmpty else { break }
      add(
        ItemWording.purpose(of: point.block, in: paper), point.block.text,
        label: paper.label(point.block), point, lead: nil, isCertain: false, because: because,
        into: &sink)
    }
  }

  /// Adds a motion of several clauses, "THAT ...; AND THAT ...", as one; whether it was such.
  private mutating func addJoined(
    _ parts: [MinuteLine], because: String?, into sink: inout RecordSink
  ) -> Bool {
    guard parts.count >= 2, let first = parts.first, first.block.label.isEmpty,
      parts.dropFirst().allSatisfy({
        $0.block.label.isEmpty && MotionWording.joinsClause($0.block, in: paper)
      })
    else { return false }
    var texts: [String] = []
    var lines = first.block.lines
    for part in parts {
      let isFirst = part.index == first.index
      let start =
        isFirst ? MotionWording.afterResolved(part.block, in: paper) : part.block.text.lower
      let words = MotionWording.beforeResult(ByteRange(start, part.block.text.upper), in: paper)
      texts.append(paper.text(words))
      lines = lines.union(part.block.lines)
      sink.claim(part.index)
    }
    add(
      ItemWording.purpose(of: first.block, in: paper), text: texts.joined(separator: " "),
      label: motion?.label, lines: lines, first, lead: nil, because: because, into: &sink)
    return true
  }

  private mutating func addMotion(because: String?, into sink: inout RecordSink) {
    if let parts = motion?.parts, addJoined(parts, because: because, into: &sink) { return }
    // "Recommendation to Council" over the movers says what the motion is.
    let open = lead?.purpose == .recommendation && !hasItems ? lead : nil
    for part in motion?.parts ?? [] {
      let block = part.block
      let start = MotionWording.afterResolved(block, in: paper)
      let words = MotionWording.beforeResult(ByteRange(start, block.text.upper), in: paper)
      add(
        open?.purpose ?? ItemWording.purpose(of: words, in: paper), words,
        label: paper.label(block) ?? motion?.label, part,
        lead: open, isCertain: because == nil, because: because ?? "", into: &sink)
    }
  }
}
