import MattersBlocks
import MattersRecords
import MattersText

/// The points under a heading of minutes that says that they are actions: `Actions agreed on ponds`.
enum ActionList {
  /// Words by which the heading speaks of what an earlier meeting set.
  private static let former: Set<String> = [
    "previous", "last", "arising", "outstanding", "review", "matters", "log", "update", "updates",
    "progress", "plan", "plans", "tracker", "former", "earlier", "since", "taken", "group",
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
  static func read(
    _ index: Int, of paper: Paper, minute: String?, date: PlainDate?, into sink: inout RecordSink
  ) {
    let block = paper.blocks[index]
    guard block.kind == .item, !sink.isClaimed[index], (12...1200).contains(block.text.count) else {
      return
    }
    let (text, owner) = ActionLine.withOwner(paper.text(block))
    guard !["none", "nil", "n a"].contains(MatchKey(text).description) else { return }
    var action = Action()
    action.meetingDate = date?.iso
    action.minute = minute
    action.label = paper.label(block)
    action.text = text
    action.owner = owner
    action.due = DueWording.read(text).due
    sink.add(
      .action(action), parts: [date?.iso, minute, action.label], lines: block.lines,
      blocks: index..<index + 1)
  }
}
