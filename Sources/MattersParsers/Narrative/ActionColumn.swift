import MattersBlocks
import MattersRecords
import MattersText

/// The last column of minutes that are printed as a table, where its heading says that it holds what
/// is to be done: `Ref | Item | Action`.
struct ActionColumn {
  /// Which column it is, counted from 0.
  let index: Int

  private static let headings: Set<String> = [
    "action", "actions", "action by", "by whom", "actioned by", "action owner", "action required",
    "actions required", "action lead", "lead", "owner", "who", "action for", "actions and owner",
    "action owner and date", "responsible", "responsibility", "responsible officer",
    "assigned to", "responsible person", "initials",
  ]

  /// The column of the table that a row stands in, if it has one.
  init?(ofTableAt row: Int, in paper: Paper) {
    let header = Self.header(ofTableAt: row, in: paper)
    guard header.count >= 2, let last = header.last, (3...24).contains(last.count),
      header.allSatisfy({ $0.count <= 40 }),
      Self.headings.contains(MatchKey(paper.text(last)).description)
    else { return nil }
    index = header.count - 1
  }

  /// The first row of the table that a row stands in.
  private static func header(ofTableAt row: Int, in paper: Paper) -> [ByteRange] {
    let table = paper.blocks[row].table
    var first = row
    while first > 0,
      paper.blocks[first - 1].kind == .furniture || paper.blocks[first - 1].table == table
    {
      first -= 1
    }
    while paper.blocks[first].kind != .row { first += 1 }
    return Array(paper.cells(paper.blocks[first]))
  }

  /// Whether a column before the last has the tasks, so that the others only say whose they are and
  /// how they stand.
  static func isBesideTasks(ofTableAt row: Int, in paper: Paper) -> Bool {
    header(ofTableAt: row, in: paper).dropLast().contains { cell in
      cell.count <= 40
        && MatchKey.words(paper.text(cell)).contains { ["action", "actions", "task"].contains($0) }
    }
  }

  /// Reads what a row has in the column: a task in each paragraph.
  ///
  /// Initials alone are the owner of what stands beside them.
  func read(
    _ row: Int, of paper: Paper, minute: String?, date: PlainDate?, into sink: inout RecordSink
  ) {
    let cells = Array(paper.cells(paper.blocks[row]))
    guard index < cells.count, cells[index].count >= 12 else { return }
    for paragraph in paper.paragraphs(cells[index]) where paragraph.count >= 12 {
      let words = paper.text(paragraph)
      guard words.split(separator: " ").count >= 3, DateReader.whole(words) == nil,
        !ActingParty.isOne(words.trimmingMarks)
      else { continue }
      let (text, owner) = ActionOwner.withOwner(words)
      var action = Action()
      action.meetingDate = date?.iso
      action.minute = minute
      action.text = text
      action.owner = owner
      action.due = DueWording.read(text).due
      sink.add(
        .action(action), parts: [date?.iso, minute], lines: paper.lines(of: paragraph),
        blocks: row..<row + 1)
    }
  }
}

/// The action columns of the tables of one set of minutes, each looked for once.
struct ActionColumns {
  private var found: [Int32: ActionColumn?] = [:]
  private var beside: [Int32: Bool] = [:]

  /// The column of the table that a row stands in.
  mutating func column(ofTableAt row: Int, in paper: Paper) -> ActionColumn? {
    let table = paper.blocks[row].table
    if let known = found[table] { return known }
    let column = ActionColumn(ofTableAt: row, in: paper)
    found[table] = .some(column)
    return column
  }

  /// Whether the table that a row stands in has the tasks in another column than the last.
  mutating func isBesideTasks(ofTableAt row: Int, in paper: Paper) -> Bool {
    let table = paper.blocks[row].table
    if let known = beside[table] { return known }
    let isBeside = ActionColumn.isBesideTasks(ofTableAt: row, in: paper)
    beside[table] = isBeside
    return isBeside
  }
}
