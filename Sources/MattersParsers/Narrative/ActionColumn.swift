import MattersBlocks
import MattersRecords
import MattersText

/// The columns of minutes that are printed as a table, where their headings say that they hold what
/// is to be done, by whom and by when: `Ref | Item | Action`, `Item | Notes | Action | Owner | Due`.
struct ActionColumn {
  /// The first of these columns, counted from 0: what stands before it are the minutes' own words.
  let index: Int
  /// Whether the table is one of minutes, all of whose columns are known.
  private(set) var isOfMinutes = false
  private var task: Int?
  private var owner: Int?
  private var due: Int?

  private static let headings: Set<String> = [
    "action", "actions", "action by", "by whom", "actioned by", "action owner", "action required",
    "actions required", "action lead", "lead", "owner", "who", "action for", "actions and owner",
    "action owner and date", "responsible", "responsibility", "responsible officer",
    "assigned to", "responsible person", "initials",
  ]

  /// The columns of the table that a row stands in, if it has such.
  init?(ofTableAt row: Int, in paper: Paper) {
    if let table = MinutesTable(ofTableAt: row, in: paper) {
      (task, owner, due) = (table.column(.action), table.column(.owner), table.column(.due))
      guard let first = [task, owner].compactMap({ $0 }).min() else { return nil }
      index = first
      isOfMinutes = true
      return
    }
    let header = Self.header(ofTableAt: row, in: paper)
    guard header.count >= 2, let last = header.last, (3...24).contains(last.count),
      header.allSatisfy({ $0.count <= 40 }),
      Self.headings.contains(MatchKey(paper.text(last)).description)
    else { return nil }
    index = header.count - 1
    task = index
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

  /// Reads what a row has in the columns: a task in each paragraph.
  ///
  /// A name alone is the owner of what stands beside it.
  func read(
    _ row: Int, of paper: Paper, minute: String?, date: PlainDate?, into sink: inout RecordSink
  ) {
    let cells = Array(paper.cells(paper.blocks[row]))
    func cell(_ column: Int?) -> ByteRange? {
      column.flatMap { $0 < cells.count && !cells[$0].isEmpty ? cells[$0] : nil }
    }
    // What stretches over all columns is said again in each.
    if let first = cells.first, index > 0, index < cells.count, first.count == cells[index].count,
      paper.text(first) == paper.text(cells[index])
    {
      return
    }
    let names = cell(owner).map { paper.text($0) }.flatMap {
      ActingParty.isOne($0.trimmingMarks) ? $0 : nil
    }
    let day = cell(due).map { paper.text($0) }
    let tasks = (cell(task) ?? cell(owner)).map { paper.paragraphs($0) } ?? []
    for paragraph in tasks {
      let words = paper.text(paragraph)
      if ActingParty.isOne(words.trimmingMarks) {
        if words.count <= 40, let beside = beside(cells, in: paper) {
          add(beside, owner: words, due: day, row, of: paper, minute, date, into: &sink)
        }
        continue
      }
      guard paragraph.count >= 12, words.split(separator: " ").count >= 3,
        DateReader.whole(words) == nil
      else { continue }
      add(paragraph, owner: names, due: day, row, of: paper, minute, date, into: &sink)
    }
  }

  private func add(
    _ words: ByteRange, owner: String?, due: String?, _ row: Int, of paper: Paper,
    _ minute: String?, _ date: PlainDate?, into sink: inout RecordSink
  ) {
    let lines = paper.lines(of: words)
    let (text, own) = ActionOwner.withOwner(paper.text(words))
    guard owner == nil || !sink.hasAction(at: lines) else { return }
    var action = Action()
    action.meetingDate = date?.iso
    action.minute = minute
    action.text = text
    action.owner = owner.map(ActingParty.withoutTitle) ?? own
    action.due = due.flatMap(DateReader.whole) ?? DueWording.read(text).due
    sink.add(
      .action(action), parts: [date?.iso, minute], lines: lines, blocks: row..<row + 1)
  }

  /// The one sentence of the words beside a name that says what is to be done.
  private func beside(_ cells: [ByteRange], in paper: Paper) -> ByteRange? {
    let words = cells[..<min(index, cells.count)].filter { $0.count >= 12 }
    guard let cell = words.last, words.count <= 2 else { return nil }
    let sentences = Sentences.split(paper.clean.bytes, cell)
    guard sentences.count == 1, let only = sentences.first, only.count <= 300,
      Self.isTask(only, in: paper)
    else { return nil }
    return only
  }

  /// Whether a sentence says what is to be done: its verb stands first, or somebody is to do it.
  private static func isTask(_ words: ByteRange, in paper: Paper) -> Bool {
    let said = SpokenWords(paper.clean.bytes, words, limit: 40).words.map(\.plain)
    guard let first = said.first, said.count >= 3 else { return false }
    if TaskVerbs.all.contains(first) { return true }
    return said.prefix(10).contains { ["will", "to", "would", "should", "must"].contains($0) }
      && !said.contains { ["was", "were", "noted", "reported", "resolved", "agreed"].contains($0) }
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
