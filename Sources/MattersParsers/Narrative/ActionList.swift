import MattersBlocks
import MattersRecords
import MattersText

/// The points under a heading or a line of minutes that says that they are actions: `Actions agreed
/// on ponds`, `Actions for the Secretariat:`.
struct ActionList {
  /// Who is to act, where the line names somebody for all of them.
  var owner: String?

  /// The list of a minute that is headed so.
  init() {}

  /// The list that a line leads to: `Actions:`, `Agreed action points for the Clerk`.
  init?(above index: Int, in paper: Paper) {
    let block = paper.blocks[index]
    guard block.kind == .paragraph || block.kind == .heading, block.label.isEmpty,
      (6...70).contains(block.text.count), paper.has(block, "action"),
      let next = paper.next(after: index), paper.blocks[next].kind == .item
    else { return nil }
    let printed = paper.text(block).split(whereSeparator: { " :".contains($0) })
    var words = printed[...]
    if let first = words.first, Self.qualifiers.contains(first.lowercased()) { words.removeFirst() }
    guard let first = words.popFirst(), Self.firsts.contains(first.lowercased()) else { return nil }
    while let word = words.first, Self.fillers.contains(word.lowercased()) { words.removeFirst() }
    guard let join = words.popFirst() else { return }
    guard ["for", "by", "on"].contains(join.lowercased()), !words.isEmpty, words.count <= 6 else {
      return nil
    }
    if words.first?.lowercased() == "the" { words.removeFirst() }
    let named = words.joined(separator: " ")
    if ActingParty.isOne(named) { owner = named }
  }

  /// Words that may stand before `Actions`.
  private static let qualifiers: Set<String> = [
    "agreed", "new", "key", "further", "summary", "list", "immediate", "follow-up", "the",
  ]
  /// Words between `Actions` and whom they are for.
  private static let fillers: Set<String> = [
    "points", "items", "point", "agreed", "arising", "required", "to", "be", "taken", "were",
    "from", "this", "item", "the", "meeting", "of", "actions", "action", "follow", "up", "carried",
    "forward", "as", "follows", "today", "noted", "list", "summary", "steps", "and", "next",
  ]
  /// Words by which the heading speaks of what an earlier meeting set.
  private static let former: Set<String> = [
    "previous", "last", "outstanding", "review", "matters", "log", "update", "updates",
    "progress", "plan", "plans", "tracker", "former", "earlier", "since", "taken", "group",
    "minutes", "completed", "schedule",
  ]
  /// What an item that is due for action is called, and no list of them.
  private static let firsts: Set<String> = ["action", "actions"]

  /// Whether a heading is over a list of what is to be done.
  static func isHeading(_ title: String) -> Bool {
    guard title.utf8.count <= 90 else { return false }
    let words = MatchKey.words(title)
    guard former.isDisjoint(with: words), let first = words.first else { return false }
    if firsts.contains(first) {
      return words.count == 1 || words.count <= 10 && first != "action"
        || words.count >= 2 && ["points", "items", "point", "list", "notes"].contains(words[1])
    }
    return ["agreed", "summary", "key", "new"].contains(first) && words.count <= 6
      && words.contains("actions")
  }

  /// Reads a point of such a list.
  func read(
    _ index: Int, of paper: Paper, minute: String?, date: PlainDate?, into sink: inout RecordSink
  ) {
    let block = paper.blocks[index]
    guard block.kind == .item, !sink.isClaimed[index], (12...1200).contains(block.text.count) else {
      return
    }
    let (text, named) = ActionOwner.withOwner(paper.text(block))
    guard !["none", "nil", "n a"].contains(MatchKey(text).description) else { return }
    var action = Action()
    action.meetingDate = date?.iso
    action.minute = minute
    action.label = paper.label(block)
    action.text = text
    action.owner = named ?? owner
    action.due = DueWording.read(text).due
    sink.add(
      .action(action), parts: [date?.iso, minute, action.label], lines: block.lines,
      blocks: index..<index + 1)
  }
}
