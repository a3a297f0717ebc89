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
    if MotionWording.isMover(block, in: paper) {
      if motion?.parts.isEmpty == false || motion == nil {
        settleMotion(into: &sink)
        motion = OpenMotion()
      }
      if paper.has(block, "second") { motion?.isSeconded = true }
      return true
    }
    guard motion != nil else { return false }
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
      addMotion(
        because: "moved and seconded; the word that says it was resolved is lost", into: &sink)
    }
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
    guard added == 0 else { return }
    readOnlySentence(lines, into: &sink)
    guard added == 0 else { return }
    guard !wasLost else { return }
    defer { if added == 0 { readLostLead(lines, into: &sink) } }
    for line in MotionWording.closingList(lines, in: paper) {
      add(
        ItemWording.purpose(of: line.block, in: paper), line.block.text,
        label: paper.label(line.block), line, lead: nil, isCertain: false,
        because: "a list of points that begin with That closes the item; its lead word is lost",
        into: &sink)
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
      paper.starts(line.block, with: "the "), !paper.ends(line.block, with: ":"),
      let decision = OperativeSentence(
        line.block.text, of: line.block, in: paper, underDecision: true),
      decision.words == line.block.text, decision.verb == .other || decision.verb == .agreed
    else { return }
    sink.decide(at: line.block.text.lower)
    add(
      .resolution, decision.words, label: nil, line, lead: nil, isCertain: false,
      because: "the only sentence of the minute, and it says what the meeting did", into: &sink)
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

  private mutating func addMotion(because: String?, into sink: inout RecordSink) {
    for part in motion?.parts ?? [] {
      let block = part.block
      let start = MotionWording.afterResolved(block, in: paper)
      let words = ByteRange(start, block.text.upper)
      add(
        ItemWording.purpose(of: words, in: paper), words,
        label: paper.label(block) ?? motion?.label, part,
        lead: nil, isCertain: because == nil, because: because ?? "", into: &sink)
    }
  }
}

/// How minutes print motions: the movers in a line, the words in the next, the result below.
enum MotionWording {
  /// Whether a motion begins with "That", and not with what it asks for.
  static func isOrder(_ block: Block, in paper: Paper) -> Bool {
    let bytes = paper.clean.bytes
    var at = block.text.lower
    while at < block.text.upper, !bytes[at].isLetter, at - block.text.lower < 7 { at += 1 }
    return !bytes.matches("to ", at: at, before: block.text.upper)
  }

  /// "Moved by: Councillor Ash", "It was moved by X, seconded by Y and".
  static func isMover(_ block: Block, in paper: Paper) -> Bool {
    guard block.text.count <= 160, block.kind != .heading else { return false }
    let leads: [StaticString] = [
      "moved by", "moved:", "mover:", "seconded by", "seconded:", "seconder:", "moved and seconded",
      "proposed by", "proposed:", "proposer:", "on the proposal of", "on the proposition of",
    ]
    if leads.contains(where: { paper.starts(block, with: $0) }) {
      // "Proposed by X (seconded by Y) it was:" leads to what was resolved.
      if paper.ends(block, with: "it was:") || paper.ends(block, with: "it was") { return false }
      return !OperativeSentence.mayDecide(paper.clean.bytes, block.text)
        && !paper.has(block, " that ")
    }
    if paper.ends(block, with: ":"),
      paper.has(block, "motion") || paper.ends(block, with: "moved:"),
      paper.has(block, "proposed") || paper.has(block, "moved")
    {
      return true
    }
    return (paper.has(block, "moved") || paper.has(block, "proposed"))
      && paper.has(block, "seconded")
      && (paper.ends(block, with: " and") || paper.ends(block, with: ",")
        || paper.ends(block, with: ":"))
      && !OperativeSentence.mayDecide(paper.clean.bytes, block.text)
  }

  /// "5(a) Cllr. T. Marsh": the number of a notice of motion and whoever gives it; its number.
  static func notice(_ block: Block, in paper: Paper) -> String? {
    guard block.text.count <= 70, block.kind == .paragraph || block.kind == .item else {
      return nil
    }
    let bytes = paper.clean.bytes
    var at = block.text.lower
    var number = paper.label(block)
    if number == nil {
      while at < block.text.upper, !bytes[at].isSpace { at += 1 }
      let printed = bytes.string(ByteRange(block.text.lower, at))
      guard printed.count <= 7, printed.first?.isNumber == true, printed.hasSuffix(")") else {
        return nil
      }
      number = printed
      while at < block.text.upper, bytes[at].isSpace { at += 1 }
    }
    let words = bytes.string(ByteRange(at, block.text.upper)).split(separator: " ")
    guard let first = words.first, PeopleList.title(first) != nil, (2...7).contains(words.count),
      words.allSatisfy({ $0.first?.isUppercase == true || $0.count <= 3 })
    else { return nil }
    return number
  }

  static func beginsMotion(_ block: Block, in paper: Paper) -> Bool {
    guard block.text.count >= 12 else { return false }
    let bytes = paper.clean.bytes
    var at = block.text.lower
    while at < block.text.upper, !bytes[at].isLetter, at - block.text.lower < 7 { at += 1 }
    return bytes.matches("that ", at: at, before: block.text.upper)
      || bytes.matches("that,", at: at, before: block.text.upper)
      || at > block.text.lower
        && (bytes.matches("to ask ", at: at, before: block.text.upper)
          || bytes.matches("to request ", at: at, before: block.text.upper))
      || paper.starts(block, with: "be it resolved")
      || paper.starts(block, with: "and that ")
      || paper.starts(block, with: "be it further resolved")
      || paper.starts(block, with: "resolved that ")
  }

  /// Past "Be it resolved that".
  static func afterResolved(_ block: Block, in paper: Paper) -> Int {
    for lead: StaticString in [
      "be it resolved that ", "be it further resolved that ", "resolved that ", "and that ",
    ] where paper.starts(block, with: lead) {
      return block.text.lower + lead.utf8CodeUnitCount
    }
    return block.text.lower
  }

  /// What a line says of the result; nothing where it says none.
  static func isCarried(_ block: Block, in paper: Paper) -> Bool? {
    guard block.text.count <= 300 else { return nil }
    let lost: [StaticString] = [
      "defeated", "lost", "not carried", "withdrawn", "not passed", "motion fell", "tabled",
      "failed", "fell", "deferral", "deferred", "no seconder", "negatived",
    ]
    let carried: [StaticString] = [
      "carried", "passed", "adopted", "motion was agreed", "and agreed", "so resolved",
    ]
    let isShort = block.text.count <= 80
    let speaks =
      isShort || paper.has(block, "motion") || paper.has(block, "vote")
      || paper.starts(block, with: "proposed by")
    guard speaks else { return nil }
    if lost.contains(where: { paper.has(block, $0) }) { return false }
    return carried.contains { paper.has(block, $0) } ? true : nil
  }

  /// Whether a line begins with "That", tells an order or leads to points, and nothing announces it
  /// as somebody's proposal.
  static func isLostLead(
    _ index: Int, _ lines: ArraySlice<MinuteLine>, in paper: Paper
  ) -> Bool {
    let block = lines[index].block
    guard block.kind == .paragraph, block.text.count >= 8, block.text.count <= 600,
      paper.starts(block, with: "that ") || paper.starts(block, with: "that, ")
        || paper.says(block, "that")
    else { return false }
    if index > lines.startIndex {
      let above = lines[index - 1].block
      let isAnnounced = paper.ends(above, with: ":") || paper.ends(above, with: ":-")
      let announces: [StaticString] = ["recommend", "motion", "amendment", "proposed", "moved"]
      if isAnnounced, announces.contains(where: { paper.has(above, $0) }) { return false }
    }
    if paper.ends(block, with: ".") { return paper.has(block, " be ") }
    let closes: [StaticString] = [":", ":-", "-", "\u{2013}", "\u{2014}"]
    guard closes.contains(where: { paper.ends(block, with: $0) }), index + 1 < lines.endIndex else {
      return false
    }
    return lines[index + 1].block.kind == .item && !lines[index + 1].block.label.isEmpty
  }

  /// The words behind a "that" in small letters, which belongs to the word that was lost.
  static func withoutThat(_ block: Block, _ paper: Paper) -> ByteRange {
    let bytes = paper.clean.bytes
    let start = block.text.lower
    return bytes[start].isLower && bytes.matches("that ", at: start, before: block.text.upper)
      ? ByteRange(start + 5, block.text.upper) : block.text
  }

  /// The points at the end of a minute that all begin with "That" and bear labels.
  static func closingList(_ lines: ArraySlice<MinuteLine>, in paper: Paper) -> [MinuteLine] {
    var end = lines.endIndex
    // Reasons and closing notes may stand behind.
    while end > lines.startIndex, lines[end - 1].block.kind != .item,
      EndOfDecision.ends(lines[end - 1].block, in: paper) || isNote(lines[end - 1].block, in: paper)
    {
      end -= 1
    }
    var start = end
    while start > lines.startIndex {
      let block = lines[start - 1].block
      guard block.kind == .item, !block.label.isEmpty, block.text.count >= 12,
        paper.starts(block, with: "that ")
      else { break }
      start -= 1
    }
    return Array(lines[start..<end])
  }

  static func isNote(_ block: Block, in paper: Paper) -> Bool {
    block.text.count <= 200 && block.text.count > 0
      && (paper.starts(block, with: "(the meeting") || paper.starts(block, with: "the meeting")
        || paper.starts(block, with: "chair") || paper.starts(block, with: "supporting documents"))
  }
}
