import MattersBlocks
import MattersRecords
import MattersText

/// Reads tasks that no word `Action` announces: `Clerk to send a letter of thanks. NC`, `PL to bring a
/// revised plan to the July meeting.`, `Cllr Ash will mend the seat. Action AB`.
///
/// Whoever is to act stands before `to`, or in the margin behind a sentence that says who does what.
enum OwnedTask {
  /// Reads the tasks of a block; whether its last words were one.
  static func read(
    _ index: Int, of paper: Paper, piece: Block? = nil, until end: Int? = nil, minute: String?,
    date: PlainDate?, into sink: inout RecordSink
  ) -> Bool {
    var block = piece ?? paper.blocks[index]
    if let end { block.text = ByteRange(block.text.lower, end) }
    let bytes = paper.clean.bytes
    guard block.kind == .paragraph || block.kind == .item, block.text.count >= 12,
      paper.has(block, " to ") || paper.has(block, " will ") || paper.has(block, " would ")
        || paper.has(block, " be ") || sink.decidesInProse && paper.has(block, "clerk "),
      !ActionLabel.opens(block, in: paper)
    else { return false }
    // A list under "Actions" has it already; a piece of a block has tasks of its own.
    if piece == nil, sink.isClaimed[index], sink.hasAction(at: block.lines) { return true }
    let sentences = Sentences.split(bytes, block.text)
    var found = false
    for (position, sentence) in sentences.enumerated() where sentence.count <= 400 {
      let isLast = position == sentences.count - 1
      let following = isLast ? nil : sentences[position + 1]
      let mark = following.flatMap {
        owner(inMargin: $0, isEnd: position == sentences.count - 2, paper)
      }
      guard
        let task = task(
          sentence, mark: mark, isWhole: sentence == block.text && end == nil, in: paper)
          ?? (sink.decidesInProse ? ClerkTask.task(sentence, in: paper) : nil)
          ?? mark.flatMap({
            isToDo(sentence, in: paper) || isOpen(sentence, $0, in: paper) ? (sentence, $0) : nil
          })
      else { continue }
      var action = Action()
      action.meetingDate = date?.iso
      action.minute = minute
      action.text = paper.text(task.words)
      action.owner = mark ?? task.owner
      action.due = DueWording.read(action.text).due
      sink.add(
        .action(action), parts: [date?.iso, minute], lines: paper.lines(of: task.words),
        blocks: index..<index + 1, certainty: .probable,
        because: mark == nil ? "somebody is to do something" : "the margin says who is to act")
      sink.decide(at: sentence.lower)
      found = true
    }
    return found
  }

  /// Reads the tasks of a row whose last column names whoever is to act; `isMargin` says that its
  /// heading is of actions.
  static func readRow(
    _ index: Int, of paper: Paper, isMargin: Bool, minute: String?, date: PlainDate?,
    into sink: inout RecordSink
  ) {
    let cells = paper.cells(paper.blocks[index]).filter { !$0.isEmpty }
    guard cells.count >= 2, let last = cells.last, last.count <= 40 else { return }
    let (owner, isSaid) = marginOwner(paper.text(last), last, in: paper)
    guard let owner else { return }
    let isInitials = owner.split(whereSeparator: { "/,& ".contains($0) }).allSatisfy {
      ActingParty.isInitials($0)
    }
    // Other columns than the words and who sees to them are a table of something else.
    let words = cells.dropLast().drop { $0.count <= 12 }
    guard isInitials || isSaid || isMargin || words.count == 1 && !sink.isClaimed[index] else {
      return
    }
    var isFound = false
    var open: ByteRange?
    for cell in cells.dropLast() where cell.count >= 12 {
      for sentence in Sentences.split(paper.clean.bytes, cell) {
        if isToDo(sentence, in: paper) { open = sentence }
        guard isInitials || isSaid, let task = task(sentence, mark: owner, in: paper) else {
          continue
        }
        add(task.words, owner, index, paper, minute, date, into: &sink)
        isFound = true
      }
    }
    if !isFound, let open, isMargin || words.count == 1, !isLabelled(below: index, in: paper) {
      add(open, owner, index, paper, minute, date, into: &sink)
    }
  }

  /// Whether an action stands in the next lines, so that the margin only says whose it will be.
  private static func isLabelled(below index: Int, in paper: Paper) -> Bool {
    paper.blocks[(index + 1)...].prefix(4).contains { block in
      if block.kind != .row { return ActionLabel.opens(block, in: paper) }
      return paper.cells(block).contains { ActionLabel(paper.clean.bytes, $0) != nil }
    }
  }

  /// Whom a narrow cell or the margin names, and whether it says `Action` too.
  private static func marginOwner(
    _ words: String, _ range: ByteRange, in paper: Paper
  ) -> (owner: String?, isSaid: Bool) {
    if let label = ActionLabel(paper.clean.bytes, range) {
      let named = paper.text(label.words).trimmingMarks
      return (ActingParty.isOne(named) ? named : nil, true)
    }
    let named = words.trimmingMarks
    let isNamed =
      named.split(whereSeparator: { "/,& ".contains($0) }).allSatisfy { ActingParty.isInitials($0) }
      || PostWords.isPost(named) && ActingParty.isCapital(named) || PostWords.isName(named)
      || MatchKey(named).description == "all"
    return (isNamed && ActingParty.isOne(named) ? named : nil, false)
  }

  private static func add(
    _ words: ByteRange, _ owner: String, _ index: Int, _ paper: Paper, _ minute: String?,
    _ date: PlainDate?, into sink: inout RecordSink
  ) {
    var action = Action()
    action.meetingDate = date?.iso
    action.minute = minute
    action.text = paper.text(words)
    action.owner = owner
    action.due = DueWording.read(action.text).due
    sink.add(
      .action(action), parts: [date?.iso, minute], lines: paper.blocks[index].lines,
      blocks: index..<index + 1, certainty: .probable, because: "the margin says who is to act")
  }

  /// Whether a sentence tells of something to be done, so that a name beside it is who does it.
  private static func isToDo(_ sentence: ByteRange, in paper: Paper) -> Bool {
    let words = SpokenWords(paper.clean.bytes, sentence, limit: 60).words.map(\.plain)
    return words.count >= 4
      && words.contains { ["would", "will", "be", "should", "to"].contains($0) }
  }

  /// Whether a sentence tells nothing that is done with, so that a name beside it is of who sees to it.
  private static func isOpen(_ sentence: ByteRange, _ owner: String, in paper: Paper) -> Bool {
    // A member's name may be cut off by the end of a page.
    if owner.lowercased().hasPrefix("cllr") { return false }
    let done: Set<String> = [
      "noted", "approved", "received", "carried", "elected", "adopted", "confirmed", "signed",
      "left",
      "arrived", "closed", "apologies", "thanked", "present", "none",
      "supported", "resolved", "accepted",
    ]
    let words = SpokenWords(paper.clean.bytes, sentence, limit: 60).words.map(\.plain)
    return words.count >= 6 && !words.contains(where: done.contains)
  }

  /// Whether a sentence is nothing but the name that the margin has behind what is to be done.
  static func isOwner(_ sentence: ByteRange, in paper: Paper) -> Bool {
    owner(inMargin: sentence, isEnd: true, paper) != nil
  }

  /// The words of a task and who is named before it.
  private static func task(
    _ sentence: ByteRange, mark: String?, isWhole: Bool = false, in paper: Paper
  ) -> (words: ByteRange, owner: String)? {
    let bytes = paper.clean.bytes
    var sentence = sentence
    // "Follow-up: Treasurer to report."
    let window = ByteRange(sentence.lower, min(sentence.upper, sentence.lower + 20))
    if let colon = bytes.firstIndex(of: ": ", in: window) {
      sentence = bytes.trimmed(ByteRange(colon + 1, sentence.upper))
    }
    // "(Clerk to order bulbs)"
    let isBracketed = bytes[sentence.lower] == 0x28 && bytes[sentence.upper - 1] == 0x29
    if isBracketed { sentence = ByteRange(sentence.lower + 1, sentence.upper - 1) }
    // "→ Clerk to order bulbs."
    while !sentence.isEmpty, bytes[sentence.lower] >= 0x80 || bytes[sentence.lower] == 0x3E {
      sentence = bytes.trimmed(ByteRange(sentence.lower + 1, sentence.upper))
    }
    guard !sentence.isEmpty, bytes[sentence.lower].isUpper,
      mark != nil || isWhole || isBracketed || bytes[sentence.upper - 1] == UInt8(ascii: ".")
    else { return nil }
    let text = paper.text(sentence)
    // The verb is one of the first eight words.
    let words = text.split(separator: " ", maxSplits: 12)
    guard words.count >= 3, text.last != "?" else { return nil }
    let verbs: Set<String> = mark == nil ? ["to"] : ["to", "will", "would", "should", "must"]
    guard let at = words.prefix(8).firstIndex(where: { verbs.contains($0.lowercased()) }), at > 0,
      at + 1 < words.count, words[at + 1].first?.isLowercase == true
    else { return nil }
    let isTask = TaskVerbs.all.contains(words[at + 1].lowercased())
    if isSettled(words.last ?? "", text) { return nil }
    if mark == nil, text.last != ".", !isTask || words.count < 5 { return nil }
    var named = words[..<at]
    if named.first?.lowercased() == "the" { named = named.dropFirst() }
    guard let first = named.first else { return nil }
    var owner = named
    if PeopleList.title(first) != nil { owner = named.dropFirst() }
    let printed = owner.joined(separator: " ")
    let isInitials =
      (2...4).contains(printed.count) && printed.allSatisfy(\.isUppercase) && printed != "NHS"
    let isNamed =
      isInitials || PostWords.isPost(printed) && owner.count <= 6
      || owner.count <= 4 && !owner.isEmpty
        && owner.allSatisfy { PostWords.isNameWord($0) }
        && (mark != nil || owner.count < named.count
          || owner.count == 2 && owner.first.map { $0.filter(\.isLetter).count == 1 } == true
          || owner.count >= 2 && isTask)
      || isTask && ActingParty.isTogether(printed)
    guard isNamed,
      owner.allSatisfy({
        $0.first?.isUppercase == true || ["of", "for", "and", "&", "the"].contains($0)
      })
    else { return nil }
    // "Clerk to record, without note or comment, all ...": a law is quoted.
    let isList = words.count > at + 1 && words[at + 1].hasSuffix(",")
    if isList { return nil }
    // "Members to note" is what an item is for.
    let plain = printed.lowercased()
    if ["committee", "board", "council"].contains(plain)
      || ["members", "councillors"].contains(plain) && !isTask
    {
      return nil
    }
    let never: Set<Substring> = [
      "note", "be", "have", "discuss", "date", "the", "a", "an", "his", "her", "their", "our",
      "this", "that", "members", "residents", "any", "all", "remain", "continue", "stay", "stand",
    ]
    if never.contains(words[at + 1]) { return nil }
    return (sentence, printed)
  }

  /// Whether a dash and a word at the end say how the task stands: `- done`.
  private static func isSettled(_ rest: Substring, _ text: String) -> Bool {
    guard
      let dash = [" - ", " \u{2013} ", " \u{2014} "].lazy.compactMap({ text.place(of: $0) }).first
    else { return false }
    let state = String(text[dash.upperBound...]).trimmingMarks
    return Self.settled.contains(state.lowercased())
      || ResponseWording.stateOfStatus(state) != nil
  }

  private static let settled: Set<String> = [
    "done", "complete", "completed", "outstanding", "ongoing", "on-going", "in progress", "closed",
    "open", "pending", "not done", "carried forward", "actioned", "no update", "in hand",
  ]

  /// The owner that a margin names behind a sentence: `NC`, `MO/PL`, `Action RO`.
  private static func owner(inMargin range: ByteRange, isEnd: Bool, _ paper: Paper) -> String? {
    guard isEnd, range.count <= 24 else { return nil }
    var words = paper.text(range).split(separator: " ")
    var isSaid = false
    if let first = words.first?.lowercased().filter(\.isLetter), first == "action" {
      words.removeFirst()
      isSaid = true
    }
    guard !words.isEmpty, words.count <= 5 else { return nil }
    let printed = words.joined(separator: " ").trimmingMarks
    let isInitials = printed.split(whereSeparator: { "/,& ".contains($0) }).allSatisfy {
      (2...4).contains($0.count) && $0.allSatisfy(\.isUppercase)
    }
    if isInitials || isSaid && PostWords.isPost(printed) { return printed }
    // "R Ash", "Panel Officer", "Cllrs Ash and Birch": the margin's words end in no stop.
    let isOpen = paper.clean.bytes[range.upper - 1] != 0x2E
    let isNamed =
      words.count == 2 && words[0].filter(\.isLetter).count == 1 && PostWords.isName(printed)
      || PostWords.isPost(printed) && words.count <= 3
        && words.allSatisfy { $0.first?.isUppercase == true || $0 == "of" }
      || words.count >= 2 && ["cllr", "cllrs"].contains(words[0].lowercased())
    return isOpen && isNamed ? printed : nil
  }
}
