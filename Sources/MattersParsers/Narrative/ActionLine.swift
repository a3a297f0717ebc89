import MattersBlocks
import MattersRecords
import MattersText

/// Reads lines of minutes that set somebody a task: `ACTION: Head of Waste to write to ...`.
enum ActionLine {
  /// Reads a block; whether it was such a line.
  static func read(
    _ index: Int, of paper: Paper, minute: String?, date: PlainDate?, into sink: inout RecordSink
  ) -> Bool {
    let block = paper.blocks[index]
    let labels = ActionLabel.all(in: block, of: paper)
    if OwnedTask.read(
      index, of: paper, until: labels.first?.start, minute: minute, date: date, into: &sink),
      labels.isEmpty
    {
      return true
    }
    if paper.starts(block, with: "direction to staff") {
      let setting = Setting(paper: paper, index: index, minute: minute, date: date)
      return addDirection(block.text, setting, into: &sink)
    }
    if labels.isEmpty {
      if paper.has(block, "action") {
        _ = readMark(index, of: paper, minute: minute, date: date, into: &sink)
      }
      return false
    }
    var isHead = false
    for (position, label) in labels.enumerated() {
      let isFirst = position == 0 && !hasWords(before: label, of: block, in: paper)
      if isFirst, isReported(index, in: paper) { return false }
      var setting = Setting(paper: paper, index: index, minute: minute, date: date)
      setting.before = isFirst ? paper.previous(before: index) : index
      setting.until = isFirst ? nil : label.start
      let isAdded = add(label, setting, into: &sink)
      if isFirst { isHead = isAdded }
    }
    return isHead
  }

  /// Whether words of a block stand before a label.
  private static func hasWords(
    before label: ActionLabel, of block: Block, in paper: Paper
  ) -> Bool {
    paper.clean.bytes[block.text.lower..<label.start].contains { $0.isLetter || $0.isDigit }
  }

  /// Whether the line below says how the action stands, so that an earlier meeting set it.
  static func isReported(_ index: Int, in paper: Paper) -> Bool {
    guard let next = paper.next(after: index) else { return false }
    let states: [StaticString] = [
      "complete", "not complete", "partially complete", "completed", "closed", "ongoing",
      "on going", "done", "outstanding", "status:", "progress:",
    ]
    return states.contains { paper.starts(paper.blocks[next], with: $0) }
  }

  /// Reads a row of minutes that are printed in columns.
  static func read(
    _ line: MinuteLine, of paper: Paper, minute: String?, date: PlainDate?,
    into sink: inout RecordSink
  ) {
    let setting = Setting(paper: paper, index: line.index, minute: minute, date: date)
    if paper.starts(line.block, with: "action") {
      guard let label = ActionLabel(paper.clean.bytes, line.block.text) else { return }
      _ = add(label, setting, into: &sink)
    } else if line.isOfTable {
      let labels = ActionLabel.all(in: line.block, of: paper)
      for label in labels { _ = add(label, setting, into: &sink) }
      if labels.isEmpty, !sink.hasAction(at: paper.lines(of: line.block.text)) {
        _ = OwnedTask.read(
          line.index, of: paper, piece: line.block, minute: minute, date: date, into: &sink)
      }
    }
  }

  /// Where an action stands, and the block that tells what it is about.
  private struct Setting {
    let paper: Paper
    let index: Int
    let minute: String?
    let date: PlainDate?
    var before: Int?
    /// Where the label stands in a block with other words before it.
    var until: Int?
  }

  /// Reads what a label announces: a task or several, or only who is to do what was said before.
  private static func add(
    _ label: ActionLabel, _ setting: Setting, into sink: inout RecordSink
  ) -> Bool {
    let paper = setting.paper
    let said = paper.text(label.words)
    if let (owner, due) = ownerAlone(said, label, setting) {
      guard let (text, above) = aboutWhat(setting, sink) else { return false }
      var action = Action()
      action.text = text
      action.owner = ActionOwner.before(text, strictly: true) ?? owner
      action.due = due
      put(action, above.union(paper.lines(of: label.words)), label, setting, into: &sink)
      return true
    }
    var isAdded = false
    for task in tasks(of: label, isAlone: setting.until == nil, in: paper) {
      isAdded = add(task, label, setting, into: &sink) || isAdded
    }
    return isAdded
  }

  /// Who is to act, and by when, where nothing else stands behind the label.
  private static func ownerAlone(
    _ said: String, _ label: ActionLabel, _ setting: Setting
  ) -> (String, String?)? {
    guard label.owner == nil else { return nil }
    if let (named, due) = ownerDue(said) { return (ActingParty.withoutTitle(named), due) }
    let (rest, due) = ActionDue.split(said)
    var alone = rest.trimmingMarks
    // "... Action: JB. It was noted that": the label's own sentence is all that is its.
    if setting.until != nil, let first = said.sentences.first, first.utf8.count < said.utf8.count {
      alone = first.trimmingMarks
    }
    guard alone.utf8.count <= 60, ActingParty.isOne(alone) else { return nil }
    if !label.isMarked, !label.isOfOwner, !isPlainOwner(alone) { return nil }
    return (ActingParty.withoutTitle(alone), due)
  }

  /// Whether words can only be somebody's, so that no mark need set them off.
  private static func isPlainOwner(_ words: String) -> Bool {
    ActingParty.isInitials(words) || PostWords.isPost(words)
      || PostWords.isName(ActingParty.withoutTitle(words)) || ActingParty.isTogether(words)
  }

  /// The tasks behind a label: `A to do this; B to do that` are two.
  private static func tasks(of label: ActionLabel, isAlone: Bool, in paper: Paper) -> [ByteRange] {
    let bytes = paper.clean.bytes
    var found: [ByteRange] = []
    for sentence in Sentences.split(bytes, label.words) {
      var parts = [sentence]
      if bytes.contains("; ", in: sentence) {
        let pieces = ActionOwner.pieces(sentence, in: paper)
        if pieces.count > 1 { parts = pieces }
      }
      for part in parts {
        if let last = found.indices.last, parts.count == 1 {
          let isOwn =
            ActionOwner.begins(part, in: paper) && ActionOwner.begins(found[0], in: paper)
          if !isOwn {
            // What the paragraph goes on to tell is none of it.
            guard isAlone, !tells(part, in: paper) else { return found }
            found[last] = ByteRange(found[last].lower, part.upper)
            continue
          }
        }
        found.append(part)
      }
    }
    return found
  }

  /// Whether a sentence tells what happened, and so is no part of a task.
  private static func tells(_ sentence: ByteRange, in paper: Paper) -> Bool {
    let bytes = paper.clean.bytes
    return ["it was ", "it is noted", "there was ", "there were ", "members noted", "the meeting "]
      .contains { bytes.matches($0, at: sentence.lower, before: sentence.upper) }
  }

  /// Adds a task with what it says of its owner and its day.
  private static func add(
    _ range: ByteRange, _ label: ActionLabel, _ setting: Setting, into sink: inout RecordSink
  ) -> Bool {
    let paper = setting.paper
    guard range.count >= 8 else { return false }
    var action = Action()
    var lines = paper.lines(of: range)
    let (said, due) = ActionDue.split(paper.text(range))
    let inside = ActionDetails.split(said) ?? ActionDetails.named(said)
    var (text, named) = ActionOwner.inBrackets(inside?.text ?? said)
    if let owner = label.owner.map({ paper.text($0) }), ActingParty.isOne(owner) {
      named = ActingParty.withoutTitle(owner)
    }
    if inside == nil, named == nil, let (rest, last) = ActionOwner.afterDash(text) {
      (text, named) = (rest, last)
    }
    let below = ActionDetails(below: setting.index, in: paper)
    let owner =
      inside?.owner ?? named ?? ActionOwner.before(text, strictly: false)
      ?? ActionOwner.anyone(before: text)
    if owner == nil, let (rest, first) = ActionOwner.beforeMark(text, isOfLabel: label.isOfOwner) {
      (text, action.owner) = (rest, first)
    } else {
      action.owner = owner ?? below?.owner
    }
    guard action.owner != nil || isPlainTask(text),
      label.isMarked || label.isOfOwner || isDoing(text)
    else {
      return false
    }
    action.text = text
    action.due = inside?.due ?? due
    if let below {
      action.due = action.due ?? below.due
      lines = lines.union(below.lines)
      for block in below.blocks { sink.claim(block) }
    }
    put(action, lines, label, setting, into: &sink)
    return true
  }

  /// Whether words say who is to do something, though no mark sets them off from the label.
  private static func isDoing(_ text: String) -> Bool {
    text.place(of: " to ") != nil || text.place(of: " will ") != nil
  }

  private static func put(
    _ action: Action, _ lines: LineRange, _ label: ActionLabel?, _ setting: Setting,
    into sink: inout RecordSink
  ) {
    var action = action
    action.meetingDate = setting.date?.iso
    action.minute = setting.minute
    action.label = label?.code.map { setting.paper.text($0) }
    action.due = action.due ?? DueWording.read(action.text).due
    let isSaid = sink.records.suffix(4).contains {
      if case .action(let former) = $0.content { former.text == action.text } else { false }
    }
    if isSaid { return }
    sink.add(
      .action(action), parts: [action.meetingDate, action.minute], lines: lines,
      blocks: setting.index..<setting.index + (setting.until == nil ? 1 : 0))
  }

  /// `Direction to staff: report on the culverts`.
  private static func addDirection(
    _ range: ByteRange, _ setting: Setting, into sink: inout RecordSink
  ) -> Bool {
    let bytes = setting.paper.clean.bytes
    var at = range.lower + 18
    while at < range.upper, !bytes[at].isLetter { at += 1 }
    let text = setting.paper.text(ByteRange(at, range.upper))
    guard at > range.lower + 18, at + 8 < range.upper, isPlainTask(text) || isDoing(text) else {
      return false
    }
    var action = Action()
    action.text = text
    action.owner = ActionOwner.before(text, strictly: false)
    put(action, setting.paper.lines(of: range), nil, setting, into: &sink)
    return true
  }

  /// Whether the words behind `Action:` are a task though nobody is named: "Start the recruitment".
  private static func isPlainTask(_ text: String) -> Bool {
    let words = MatchKey.words(text)
    guard words.count >= 3, text.first?.isUppercase == true || words[0] == "that" else {
      return false
    }
    let never: Set<String> = [
      "none", "no", "nil", "not", "for", "n", "see", "as", "noted", "note",
      "agreed", "resolved", "council", "committee", "information", "completed", "closed",
    ]
    if words[0] == "to" { return !["note", "be", "receive", "discuss"].contains(words[1]) }
    if ["members", "the"].contains(words[0]) {
      return words.dropFirst(2).contains("to") && words[1] != "to"
    }
    return !never.contains(words[0])
  }

  /// What the action is about, where only its owner is named: what was decided or said just before.
  private static func aboutWhat(
    _ setting: Setting, _ sink: RecordSink
  ) -> (String, LineRange)? {
    guard let before = setting.before else { return nil }
    let paper = setting.paper
    let block = paper.blocks[before]
    guard block.kind == .paragraph || block.kind == .item else { return nil }
    var best: (text: String, lines: LineRange)?
    for record in sink.records.reversed().prefix(40) {
      guard record.lines.first >= block.lines.first, record.lines.last <= block.lines.last else {
        continue
      }
      let text: String? =
        switch record.content {
        case .resolution(let content): content.text
        case .recommendation(let content): content.text
        case .informationRequest(let content): content.text
        case .suggestion(let content): content.text
        case .undertaking(let content): content.text
        default: nil
        }
      guard let text, best.map({ record.lines.first > $0.lines.first }) ?? true else { continue }
      best = (text, record.lines)
    }
    if let best, !isTold(best.text, in: block, paper) { return best }
    let bytes = paper.clean.bytes
    var end = setting.until ?? block.text.upper
    while end > block.text.lower, [0x20, 0x28, 0x5B, 0x2D, 0x2A].contains(bytes[end - 1]) {
      end -= 1
    }
    guard
      let last = Sentences.split(paper.clean.bytes, ByteRange(block.text.lower, end))
        .last(where: { $0.count >= 20 })
    else { return nil }
    return (paper.text(last), paper.lines(of: last))
  }

  /// Whether a block leads to a decision in small letters, "It was agreed to mend the fence": the
  /// task is then told by the whole sentence.
  private static func isTold(_ text: String, in block: Block, _ paper: Paper) -> Bool {
    let words = paper.text(block)
    guard words != text, words.hasSuffix(text) else { return false }
    let lead = ByteRange(block.text.lower, block.text.upper - text.utf8.count)
    guard let last = Sentences.split(paper.clean.bytes, lead).last,
      OperativeSentence.mayDecide(paper.clean.bytes, last)
    else { return false }
    return !SpokenWords(paper.clean.bytes, last).words.contains(where: \.isLoud)
  }

  /// "Action: Chair, by end of July 2023": nothing but who and when.
  private static func ownerDue(_ words: String) -> (text: String, due: String?)? {
    guard words.utf8.count <= 60, let place = words.place(of: ", by ") else { return nil }
    let named = String(words[..<place.lowerBound])
    let rest = String(words[place.upperBound...]).trimmingMarks
    guard ActingParty.isOne(named), let due = DateReader.whole(rest) ?? DateReader.only(rest) else {
      return nil
    }
    return (named, due)
  }
}
