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
    let bytes = paper.clean.bytes
    if OwnedTask.read(index, of: paper, minute: minute, date: date, into: &sink) { return true }
    if paper.starts(block, with: "direction to staff") {
      let setting = Setting(paper: paper, index: index, minute: minute, date: date)
      return add(block.text, setting, into: &sink)
    }
    guard paper.has(block, "action") else { return false }
    var start = block.text.lower
    // A box that was drawn around it, or brackets.
    let frame: Set<UInt8> = [0x7C, 0x5B, 0x28]
    while start < block.text.upper, frame.contains(bytes[start]) || bytes[start].isSpace {
      start += 1
    }
    if bytes.matches("action", at: start, before: block.text.upper) {
      if isReported(index, in: paper) { return false }
      var setting = Setting(paper: paper, index: index, minute: minute, date: date)
      setting.before = paper.previous(before: index)
      return add(ByteRange(start, block.text.upper), setting, into: &sink)
    }
    if readMark(index, of: paper, minute: minute, date: date, into: &sink) { return false }
    // "... would write to the contractor. ACTION: Harbour Master"
    for sentence in Sentences.split(bytes, block.text).dropFirst().map({ undashed($0, in: bytes) })
    where bytes.matches("action:", at: sentence.lower, before: sentence.upper)
      || bytes.matches("action -", at: sentence.lower, before: sentence.upper)
      || bytes.matches("action by", at: sentence.lower, before: sentence.upper)
    {
      var setting = Setting(paper: paper, index: index, minute: minute, date: date)
      setting.before = index
      setting.until = sentence.lower
      _ = add(ByteRange(sentence.lower, block.text.upper), setting, into: &sink)
      return false
    }
    return false
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

  /// Whether a block begins as such a line does.
  static func begins(_ block: Block, in paper: Paper) -> Bool {
    paper.starts(block, with: "action:") || paper.starts(block, with: "actions:")
      || paper.starts(block, with: "action point")
  }

  /// Reads a row of minutes that are printed in columns.
  static func read(
    _ line: MinuteLine, of paper: Paper, minute: String?, date: PlainDate?,
    into sink: inout RecordSink
  ) {
    guard paper.starts(line.block, with: "action") else { return }
    let setting = Setting(paper: paper, index: line.index, minute: minute, date: date)
    _ = add(line.block.text, setting, into: &sink)
  }

  /// Where an action stands, and the block that tells what it is about.
  private struct Setting {
    let paper: Paper
    let index: Int
    let minute: String?
    let date: PlainDate?
    var before: Int?
    var until: Int?
  }

  private static func add(
    _ range: ByteRange, _ setting: Setting, into sink: inout RecordSink
  ) -> Bool {
    let paper = setting.paper
    guard let words = words(of: range, in: paper) else { return false }
    var action = Action()
    action.meetingDate = setting.date?.iso
    action.minute = setting.minute
    var lines = paper.lines(of: range)
    let (said, due) = ownerDue(paper.text(words)) ?? ActionDue.split(paper.text(words))
    let alone = said.trimmingMarks
    if words.count <= 60, isOwner(alone) {
      guard let (text, above) = aboutWhat(setting, sink) else { return false }
      action.text = text
      action.owner = owner(before: text, strictly: true) ?? firstOwner(alone)
      lines = above.union(lines)
    } else {
      let inside = ActionDetails.split(said) ?? ActionDetails.named(said)
      let said = inside?.text ?? said
      var (text, bracketed) = owner(inBrackets: said)
      if inside == nil, bracketed == nil, let (rest, last) = owner(afterDash: text) {
        (text, bracketed) = (rest, last)
      }
      let named = inside?.owner ?? bracketed ?? owner(inLead: range, paper)
      guard words.count >= 8, setting.until == nil || !said.isEmpty else { return false }
      let below = ActionDetails(below: setting.index, in: paper)
      action.due = inside?.due
      let owner =
        named ?? owner(before: text, strictly: false) ?? anyOwner(before: text)
        ?? owner(beforeMark: text) ?? below?.owner
      guard owner != nil || isPlainTask(text) else { return false }
      action.text = text
      action.owner = owner
      if let below {
        action.due = action.due ?? below.due
        lines = lines.union(below.lines)
        sink.claim(below.block)
      }
    }
    action.due = action.due ?? due ?? DueWording.read(action.text).due
    if sink.records.suffix(4).contains(where: {
      if case .action(let former) = $0.content { former.text == action.text } else { false }
    }) {
      return true
    }
    sink.add(
      .action(action), parts: [action.meetingDate, action.minute], lines: lines,
      blocks: setting.index..<setting.index + (setting.until == nil ? 1 : 0))
    return true
  }

  /// Whether the words behind `Action:` are a task though nobody is named: "Start the recruitment".
  private static func isPlainTask(_ text: String) -> Bool {
    let words = MatchKey.words(text)
    guard words.count >= 3, text.first?.isUppercase == true else { return false }
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

  /// Whether words only name who is to act: a post, a name, initials.
  private static func isOwner(_ words: String) -> Bool {
    guard words.first?.isUppercase == true, words.split(separator: " ").count <= 8 else {
      return false
    }
    let plain = words.split(separator: " ").map { $0.lowercased() }
    if plain.contains("to") || plain.contains("will") { return false }
    if isInitials(firstOwner(words)) { return true }
    return PostWords.isPost(words) || names(words)
  }

  private static func isInitials(_ words: String) -> Bool {
    (2...4).contains(words.count) && words.allSatisfy(\.isUppercase)
  }

  /// Who is to act, without a councillor's title; "LQ and DG" are one owner.
  private static func firstOwner(_ words: String) -> String { withoutTitle(words) }

  /// Whether words name one or more of those who can act.
  private static func names(_ words: String) -> Bool {
    words.replacing(" and ", by: "/").split(whereSeparator: { "/,&".contains($0) }).allSatisfy {
      let one = withoutTitle(String($0).trimmingMarks)
      return isInitials(one) || PostWords.isName(one, words: 1)
    }
  }

  private static func withoutTitle(_ words: String) -> String {
    let parts = words.split(separator: " ")
    guard let first = parts.first, parts.count > 1, PeopleList.title(first) != nil else {
      return words
    }
    return parts.dropFirst().joined(separator: " ")
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
    let end = setting.until ?? block.text.upper
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

  /// The words behind `Action:`, `ACTION POINT 3 -`, `Actions:`.
  private static func words(of range: ByteRange, in paper: Paper) -> ByteRange? {
    let bytes = paper.clean.bytes
    let isDirection = bytes.matches("direction to staff", at: range.lower, before: range.upper)
    var at = range.lower + (isDirection ? 18 : 6)
    if at < range.upper, bytes[at].lowered == 0x73 { at += 1 }
    for word: StaticString in [" point", " required", " item", " by", " for", " agreed"]
    where bytes.matches(word, at: at, before: range.upper) {
      at += word.utf8CodeUnitCount
      break
    }
    while at < range.upper, bytes[at].isSpace || bytes[at].isDigit { at += 1 }
    // "ACTION (Clerk): order stakes"
    if at < range.upper, bytes[at] == 0x28,
      let close = bytes[at..<range.upper].firstIndex(of: 0x29),
      close - at <= 40, close + 1 < range.upper, bytes[close + 1] == 0x3A
    {
      at = close + 1
    }
    guard at < range.upper else { return nil }
    let isStop =
      bytes[at] == 0x2E && at + 2 < range.upper && bytes[at + 1] == 0x20
      && bytes[at + 2].isUpper
    if bytes[at] == 0x3A || bytes[at] == 0x2D || isStop {
      at += 1
      if at < range.upper, bytes[at] == 0x2D { at += 1 }
    } else if bytes[at] == 0xE2, at + 2 < range.upper, bytes[at + 1] == 0x80 {
      at += 3
    } else {
      return nil
    }
    var end = range.upper
    while end > at, bytes[end - 1] == 0x7C || bytes[end - 1].isSpace { end -= 1 }
    let opens = range.lower > 0 ? bytes[range.lower - 1] : 0
    let close: UInt8 = opens == 0x5B ? 0x5D : opens == 0x28 ? 0x29 : 0
    if close != 0, end > at, bytes[end - 1] == close { end -= 1 }
    let rest = bytes.trimmed(ByteRange(at, end))
    return rest.count >= 2 ? rest : nil
  }

  /// "Action: Chair, by end of July 2023": nothing but who and when.
  private static func ownerDue(_ words: String) -> (text: String, due: String?)? {
    guard words.utf8.count <= 60, let place = words.place(of: ", by ") else { return nil }
    let named = String(words[..<place.lowerBound])
    let rest = String(words[place.upperBound...]).trimmingMarks
    guard isOwner(named), let due = DateReader.whole(rest) ?? DateReader.only(rest) else {
      return nil
    }
    return (named, due)
  }

  /// "ACTION (Clerk): order stakes": the owner stands in brackets behind the word itself.
  private static func owner(inLead range: ByteRange, _ paper: Paper) -> String? {
    let bytes = paper.clean.bytes
    let window = ByteRange(range.lower, min(range.upper, range.lower + 60))
    guard let open = bytes[window.lower..<window.upper].firstIndex(of: 0x28),
      open - range.lower <= 8,
      let close = bytes[open..<window.upper].firstIndex(of: 0x29),
      close + 1 < range.upper, bytes[close + 1] == 0x3A
    else { return nil }
    let named = paper.text(ByteRange(open + 1, close))
    return isOwner(named) ? firstOwner(named) : nil
  }

  /// "To circulate the note (Head of Waste)": the owner stands at the end in brackets.
  private static func owner(inBrackets text: String) -> (text: String, owner: String?) {
    var words = Substring(text)
    while let last = words.last, ". ".contains(last) { words = words.dropLast() }
    guard words.hasSuffix(")"), let open = words.lastIndex(of: "(") else { return (text, nil) }
    var inner = words[words.index(after: open)...].dropLast()
    for lead in ["Action: ", "ACTION: ", "Owner: ", "Lead: ", "by "] where inner.hasPrefix(lead) {
      inner = inner.dropFirst(lead.count)
    }
    guard
      PostWords.isPost(inner) || PostWords.isName(inner) || names(String(inner))
        || ["team", "officers", "all", "staff"].contains(MatchKey.words(String(inner)).last ?? ""),
      inner.utf8.count <= 80
    else {
      return (text, nil)
    }
    // A team, or two people, may be part of what is said.
    guard PostWords.isPost(inner) || PostWords.isName(inner) || isInitials(String(inner)) else {
      return (text, String(inner))
    }
    var rest = words[..<open]
    while rest.last == " " { rest = rest.dropLast() }
    return (String(rest), String(inner))
  }

  /// The words of a task, and who is to act where they say so before or behind it.
  static func withOwner(_ words: String) -> (text: String, owner: String?) {
    let (text, bracketed) = owner(inBrackets: words)
    if let bracketed { return (text, bracketed) }
    if let (rest, last) = owner(afterDash: text) { return (rest, last) }
    return (text, owner(before: text, strictly: true) ?? owner(beforeMark: text))
  }

  /// "order the bulbs - Clerk": a dash at the end sets the owner apart.
  private static func owner(afterDash text: String) -> (text: String, owner: String)? {
    var words = text.split(separator: " ")
    guard let dash = words.lastIndex(where: { $0 == "-" || $0 == "\u{2013}" || $0 == "\u{2014}" }),
      dash >= 2, (1...5).contains(words.count - dash - 1)
    else { return nil }
    let named = words[(dash + 1)...].joined(separator: " ").trimmingMarks
    let isOne = named.split(separator: "/").allSatisfy {
      let one = String($0).trimmingMarks
      return isInitials(one) || PostWords.isPost(one) || names(one)
    }
    guard isOne, isOwner(named) || named.contains("/"), named.first?.isUppercase == true else {
      return nil
    }
    words.removeSubrange(dash...)
    return (words.joined(separator: " "), firstOwner(named))
  }

  /// "Head of Waste - list of bins to be sent": a dash or a colon sets the owner apart.
  private static func owner(beforeMark text: String) -> String? {
    for mark in [" \u{2013} ", " - ", ": "] {
      guard let place = text.place(of: mark) else { continue }
      let named = String(text[..<place.lowerBound])
      guard named.split(separator: " ").count <= 7, isOwner(named) else { continue }
      return firstOwner(named)
    }
    return nil
  }

  /// "Legal Services to check": a service, where the word `Action` leaves no doubt.
  private static func anyOwner(before text: String) -> String? {
    let words = text.split(separator: " ")
    guard let at = words.prefix(6).firstIndex(of: "to"), at > 0,
      words[..<at].allSatisfy({
        $0.first?.isUppercase == true || ["of", "for", "and", "&"].contains($0)
      })
    else { return nil }
    return words[..<at].joined(separator: " ")
  }

  /// "Head of Waste to circulate", "That the Head of Waste write": who stands before the verb.
  private static func owner(before text: String, strictly: Bool) -> String? {
    var words = text.split(separator: " ")
    if words.first?.lowercased() == "that" { words.removeFirst() }
    if words.first?.lowercased() == "the" { words.removeFirst() }
    let verbs: Set<String> = strictly ? ["to"] : ["to", "will", "would", "should", "agreed"]
    guard let at = words.prefix(16).firstIndex(where: { verbs.contains($0.lowercased()) }), at > 0
    else { return nil }
    let named = words[..<at].joined(separator: " ").trimmingMarks
    guard named.first?.isUppercase == true else { return nil }
    let first = firstOwner(named)
    let joins: Set<String> = ["of", "for", "and", "&", "the", "/", "-", "\u{2013}"]
    let isCapital = first.split(separator: " ").allSatisfy {
      $0.first?.isLowercase != true || joins.contains(String($0))
    }
    guard isCapital, PostWords.isPost(first) || names(first) else { return nil }
    return first
  }
}
