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
    guard paper.starts(block, with: "action"), let words = words(of: block, in: paper) else {
      return false
    }
    let (text, named) = owner(inBrackets: paper.text(words))
    guard let owner = named ?? owner(before: text) else { return false }
    var action = Action()
    action.meetingDate = date?.iso
    action.minute = minute
    action.text = text
    action.owner = owner
    action.due = DueWording.read(text).due
    sink.add(
      .action(action), parts: [date?.iso, minute], lines: block.lines, blocks: index..<index + 1)
    return true
  }

  /// The words behind `Action:`, `ACTION POINT 3 -`, `Actions:`.
  private static func words(of block: Block, in paper: Paper) -> ByteRange? {
    let bytes = paper.clean.bytes
    var at = block.text.lower + 6
    if at < block.text.upper, bytes[at].lowered == 0x73 { at += 1 }
    for word: StaticString in [" point", " required", " item"]
    where bytes.matches(word, at: at, before: block.text.upper) {
      at += word.utf8CodeUnitCount
      break
    }
    while at < block.text.upper, bytes[at].isSpace || bytes[at].isDigit { at += 1 }
    guard at < block.text.upper else { return nil }
    if bytes[at] == 0x3A || bytes[at] == 0x2D {
      at += 1
    } else if bytes[at] == 0xE2, at + 2 < block.text.upper, bytes[at + 1] == 0x80 {
      at += 3
    } else {
      return nil
    }
    let rest = bytes.trimmed(ByteRange(at, block.text.upper))
    return rest.count >= 8 ? rest : nil
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
    guard PostWords.isPost(inner) || PostWords.isName(inner), inner.utf8.count <= 80 else {
      return (text, nil)
    }
    var rest = words[..<open]
    while rest.last == " " { rest = rest.dropLast() }
    return (String(rest), String(inner))
  }

  /// "Head of Waste to circulate", "That the Head of Waste write": who stands before the verb.
  private static func owner(before text: String) -> String? {
    var words = text.split(separator: " ")
    if words.first?.lowercased() == "that" { words.removeFirst() }
    if words.first?.lowercased() == "the" { words.removeFirst() }
    let verbs: Set<String> = ["to", "will", "would", "should", "agreed"]
    guard let at = words.prefix(16).firstIndex(where: { verbs.contains($0.lowercased()) }), at > 0
    else { return nil }
    var named = words[..<at]
    if let first = named.first, PeopleList.title(first) != nil { named = named.dropFirst() }
    var owner = named.joined(separator: " ")
    while let last = owner.last, ",:".contains(last) { owner.removeLast() }
    guard owner.first?.isUppercase == true,
      PostWords.isPost(owner) || PostWords.isName(owner, words: 1)
    else { return nil }
    return owner
  }
}
