import MattersBlocks
import MattersText

/// What was moved, until it is known whether it was carried.
struct OpenMotion {
  /// The paragraphs and items that begin with "That".
  var parts: [MinuteLine] = []
}

extension OperativeReader {
  /// Reads a block as part of a motion: who moves it, its words, its result; whether it was one.
  mutating func takeMotion(
    _ block: Block, _ line: MinuteLine, into sink: inout RecordSink
  ) -> Bool {
    if MotionWording.isMover(block, in: paper) {
      if motion?.parts.isEmpty == false || motion == nil { motion = OpenMotion() }
      return true
    }
    guard motion != nil else { return false }
    if MotionWording.beginsMotion(block, in: paper) {
      motion?.parts.append(MinuteLine(block: block, index: line.index))
      return true
    }
    if let isCarried = MotionWording.isCarried(block, in: paper) {
      if isCarried { addMotion(because: nil, into: &sink) }
      motion = nil
      return block.text.count <= 80
    }
    return false
  }

  /// Reads what is left at the end of a minute: a motion whose result is not printed, or a list
  /// whose lead word was lost.
  mutating func finish(_ lines: ArraySlice<MinuteLine>, into sink: inout RecordSink) {
    if motion?.parts.isEmpty == false, added == 0 {
      addMotion(
        because: "moved and seconded; the word that says it was resolved is lost", into: &sink)
    }
    motion = nil
    guard added == 0 else { return }
    readOnlySentence(lines, into: &sink)
    guard added == 0 else { return }
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

  private mutating func addMotion(because: String?, into sink: inout RecordSink) {
    for part in motion?.parts ?? [] {
      let block = part.block
      let start = MotionWording.afterResolved(block, in: paper)
      let words = ByteRange(start, block.text.upper)
      add(
        ItemWording.purpose(of: words, in: paper), words, label: paper.label(block), part,
        lead: nil, isCertain: because == nil, because: because ?? "", into: &sink)
    }
  }
}

/// How minutes print motions: the movers in a line, the words in the next, the result below.
enum MotionWording {
  /// "Moved by: Councillor Ash", "It was moved by X, seconded by Y and".
  static func isMover(_ block: Block, in paper: Paper) -> Bool {
    guard block.text.count <= 160, block.kind != .heading else { return false }
    let leads: [StaticString] = [
      "moved by", "moved:", "mover:", "seconded by", "seconded:", "seconder:", "moved and seconded",
    ]
    if leads.contains(where: { paper.starts(block, with: $0) }) {
      return !OperativeSentence.mayDecide(paper.clean.bytes, block.text)
        && !paper.has(block, " that ")
    }
    return paper.has(block, "moved") && paper.has(block, "seconded")
      && (paper.ends(block, with: " and") || paper.ends(block, with: ",")
        || paper.ends(block, with: ":"))
      && !OperativeSentence.mayDecide(paper.clean.bytes, block.text)
  }

  static func beginsMotion(_ block: Block, in paper: Paper) -> Bool {
    guard block.text.count >= 12 else { return false }
    return paper.starts(block, with: "that ") || paper.starts(block, with: "\u{201C}that ")
      || paper.starts(block, with: "\"that ") || paper.starts(block, with: "be it resolved")
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
      "failed", "fell",
    ]
    let carried: [StaticString] = ["carried", "passed", "adopted", "motion was agreed"]
    let isShort = block.text.count <= 80
    let speaks = isShort || paper.has(block, "motion") || paper.has(block, "vote")
    guard speaks else { return nil }
    if lost.contains(where: { paper.has(block, $0) }) { return false }
    return carried.contains { paper.has(block, $0) } ? true : nil
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
