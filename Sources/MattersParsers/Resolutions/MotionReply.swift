import MattersBlocks
import MattersRecords
import MattersText

/// A notice of motion with the reply that officers gave to it in writing, as minutes print it: the
/// motion, `Reply:`, the words, and who gives them.
struct MotionReply {
  var words: [ByteRange] = []
  var lines: LineRange
  /// Who gives it.
  var from: String?
  /// The line after the last of it.
  var next: Int

  /// The reply to the motion at a line, if one stands right below it.
  init?(toMotionAt at: Int, in lines: ArraySlice<MinuteLine>, of paper: Paper) {
    guard at + 2 < lines.endIndex, let start = Self.afterMark(lines[at + 1].block, in: paper) else {
      return nil
    }
    let head = lines[at + 1].block
    self.lines = head.lines
    next = at + 2
    if start < head.text.upper { words.append(ByteRange(start, head.text.upper)) }
    while next < lines.endIndex, words.count < 8 {
      let block = lines[next].block
      guard block.kind == .paragraph || block.kind == .item, !Self.ends(block, in: paper) else {
        break
      }
      next += 1
      if !words.isEmpty, Self.isSigned(block, in: paper) {
        from = paper.text(block)
        break
      }
      words.append(block.text)
      self.lines = self.lines.union(block.lines)
    }
    guard !words.isEmpty else { return nil }
    if start == head.text.upper { self.lines.first = lines[at + 2].block.lines.first }
  }

  /// Where the words after `Reply:` begin.
  private static func afterMark(_ block: Block, in paper: Paper) -> Int? {
    guard block.kind == .paragraph || block.kind == .heading else { return nil }
    let bytes = paper.clean.bytes
    for mark: StaticString in ["reply", "response", "written reply", "officer response"]
    where paper.starts(block, with: mark) {
      var at = block.text.lower + mark.utf8CodeUnitCount
      guard at < block.text.upper else { return at }
      guard bytes[at] == 0x3A else { return nil }
      at += 1
      while at < block.text.upper, bytes[at].isSpace || bytes[at] == 0x2D { at += 1 }
      return at
    }
    return nil
  }

  /// Whether the debate goes on at a line.
  private static func ends(_ block: Block, in paper: Paper) -> Bool {
    let leads: [StaticString] = [
      "cllr", "councillor", "on the proposal", "on the proposition", "the reply", "the response",
      "the motion", "the members", "members", "it was ", "a vote", "following", "the meeting",
      "the chair", "the cathaoirleach", "the mayor", "resolved", "agreed",
    ]
    return MotionWording.isMover(block, in: paper) || paper.starts(block, with: "proposed by")
      || paper.starts(block, with: "moved by")
      || leads.contains { paper.starts(block, with: $0) }
      || MotionWording.notice(block, in: paper) != nil
  }

  /// Whether a line is only the name, the post or the section of whoever replies.
  private static func isSigned(_ block: Block, in paper: Paper) -> Bool {
    guard block.text.count <= 90, !paper.ends(block, with: ".") else { return false }
    let words = MatchKey.words(paper.text(block))
    let offices: Set<String> = [
      "section", "department", "directorate", "office", "unit", "team", "services", "division",
    ]
    return PostWords.isPost(paper.text(block)) || words.last.map(offices.contains) ?? false
  }
}

extension OperativeReader {
  /// Reads a motion and the reply to it; the line after them, or nothing where there is no reply.
  ///
  /// What the motion asks to be told is a request, and the reply answers it. What it asks to be done
  /// is put to those who reply, and the reply says what they make of it.
  mutating func readReplied(
    at index: Int, in lines: ArraySlice<MinuteLine>, into sink: inout RecordSink
  ) -> Int? {
    let line = lines[index]
    guard isMinute, line.block.kind == .paragraph || line.block.kind == .item,
      MotionWording.isQuotedOrder(line.block, in: paper)
        || motion != nil && MotionWording.beginsMotion(line.block, in: paper),
      let reply = MotionReply(toMotionAt: index, in: lines, of: paper)
    else { return nil }
    let printed = motion?.label ?? paper.label(line.block)
    let label = (printed ?? minute).flatMap(Self.bracketed) ?? printed
    motion = nil
    lastQuoted = nil
    // "To ask when ..." is answered and not decided, whatever it asks.
    if wasCarried(after: reply.next, in: lines) { return nil }
    let isRequest =
      ItemWording.purpose(of: line.block, in: paper) == .informationRequest
      || !MotionWording.isOrder(line.block, in: paper)
    add(
      isRequest ? .informationRequest : .recommendation, line.block.text, label: label, line,
      lead: nil, into: &sink)
    let words = reply.words.map { paper.text($0) }.joined(separator: " ")
    let day = sink.meeting.date?.iso
    if isRequest {
      var content = InformationResponse()
      (content.text, content.from, content.date) = (words, reply.from, day)
      sink.add(
        .informationResponse(content), parts: [day, minute, label], lines: reply.lines,
        blocks: line.index + 1..<line.index + 1)
    } else {
      var content = ExecutiveResponse()
      (content.text, content.decidedBy, content.date) = (words, reply.from, day)
      content.stage = .decided
      let found = DecisionWording.opening(words)
      let declining = ReplyWording.declining(words)
      content.decision = found?.decision ?? (declining == nil ? .unclear : .rejected)
      content.decisionAsPrinted = found?.printed ?? declining
      content.recommendationLabels = label.map { [$0] } ?? []
      sink.add(
        .executiveResponse(content), parts: [day, minute, label], lines: reply.lines,
        blocks: line.index + 1..<line.index + 1)
    }
    for at in index..<reply.next { sink.claim(lines[at].index) }
    return reply.next
  }

  /// Whether the debate below a reply ends with the motion being agreed all the same.
  private func wasCarried(after next: Int, in lines: ArraySlice<MinuteLine>) -> Bool {
    lines[min(next, lines.endIndex)...].prefix(4).contains { line in
      (paper.has(line.block, "the motion was ") || paper.has(line.block, "proposed the motion"))
        && paper.has(line.block, "second")
        && (paper.has(line.block, " it was agreed.") || paper.has(line.block, " and agreed")
          || paper.has(line.block, " carried") || paper.has(line.block, " adopted"))
    }
  }

  /// The label of a motion that is numbered as a minute: `(b)` of `7(b)`.
  private static func bracketed(_ number: String) -> String? {
    guard number.hasSuffix(")"), let open = number.lastIndex(of: "("), open > number.startIndex
    else { return nil }
    return String(number[open...])
  }
}

/// How officers decline in a reply what a motion asks for.
enum ReplyWording {
  private static let signs = PhraseTable<Decision>([
    (
      .rejected,
      [
        "not proposed", "no plans", "not intended", "not possible", "not in a position to",
        "no funding is available", "no funding available", "does not propose", "not feasible",
        "cannot be provided", "no proposals", "not the policy",
      ]
    )
  ])

  /// The words of its first sentence that decline; nothing where it does not.
  static func declining(_ words: String) -> String? {
    guard let first = words.sentences.first else { return nil }
    let printed = PrintedWords(first)
    return signs.first(in: printed).map { printed.printed($0.words) }
  }
}
