import MattersBlocks
import MattersText

/// A table that minutes are printed in: which column has the numbers, the titles, the words, what was
/// decided and who is to act.
///
/// `Item | Discussion | Action`, `No | Subject | Notes | Decision | Owner`; without a header, numbers or
/// titles down the first column with prose beside them.
struct MinutesTable {
  /// What a column holds.
  enum Role { case number, title, words, decision, action, owner, due, other }

  private(set) var roles: [Role]
  /// The row that names the columns.
  let header: Int?
  /// Whether its rows tell which of them open a minute, and by what title.
  private(set) var isHeaded = false

  /// How many rows are looked at.
  private static let sample = 120

  /// The table that a row stands in, where it is one of minutes.
  init?(ofTableAt row: Int, in paper: Paper) {
    let rows = Self.rows(ofTableAt: row, in: paper)
    guard rows.count >= 2 else { return nil }
    var named: (roles: [Role], row: Int)?
    for row in rows.prefix(3) {
      if let roles = Self.named(paper.cells(paper.blocks[row]).map { paper.text($0) }) {
        named = (roles, row)
        break
      }
    }
    let body = named.map { named in rows.filter { $0 > named.row } } ?? rows
    header = named?.row
    if let named {
      roles = named.roles
      settle(by: body, in: paper)
    } else if let found = Self.unnamed(rows, in: paper) {
      roles = found
    } else {
      return nil
    }
    var opened = 0
    var standard = 0
    var last: ItemNumber?
    for row in body {
      guard let heading = heading(of: row, in: paper) else { continue }
      if StandardTitle.begins(heading.title, in: paper.clean.bytes) { standard += 1 }
      if let number = heading.label.flatMap({ ItemNumber(paper.text($0), isPrefixed: true) }) {
        if let former = last, !number.follows(former), !number.follows(former.ordinal) { continue }
        last = number
      }
      opened += 1
    }
    isHeaded = roles.contains(.title) || opened * 10 >= body.count * 4
    // Numbers that count on, or titles that every meeting has: a table of sums has neither.
    guard opened >= 2, last != nil || standard >= 2 || standard >= 1 && opened <= 4 else {
      return nil
    }
  }

  /// A table that goes on with another on the next page, without a header of its own.
  init?(goingOn former: MinutesTable, at row: Int, in paper: Paper) {
    guard paper.cells(paper.blocks[row]).count == former.roles.count else { return nil }
    (roles, header, isHeaded) = (former.roles, nil, former.isHeaded)
  }

  /// The rows of the table that a row stands in, from its first on.
  private static func rows(ofTableAt row: Int, in paper: Paper) -> [Int] {
    let table = paper.blocks[row].table
    var first = row
    while first > 0,
      paper.blocks[first - 1].kind == .furniture || paper.blocks[first - 1].table == table
    {
      first -= 1
    }
    var rows: [Int] = []
    while first < paper.blocks.count, rows.count < sample {
      let block = paper.blocks[first]
      if block.kind == .row {
        if block.table != table { break }
        rows.append(first)
      } else if block.kind != .furniture {
        break
      }
      first += 1
    }
    return rows
  }

  // MARK: - Columns

  /// The roles that a header gives its columns.
  private static func named(_ header: [String]) -> [Role]? {
    let filled = header.filter { !$0.isEmpty }
    guard (2...7).contains(header.count), filled.count >= 2,
      filled.allSatisfy({ $0.utf8.count <= 48 })
    else { return nil }
    var roles: [Role] = []
    for cell in header {
      guard let role = MinutesColumn.role(of: MatchKey(cell).description) else { return nil }
      roles.append(role)
    }
    let hasWords = roles.contains(.words) || roles.contains(.decision)
    let hasTask = roles.contains(.action) || roles.contains(.owner)
    guard
      roles.contains(.title) && (hasWords || hasTask) || roles.contains(.words) && hasTask
        || roles.contains(.number) && hasWords
    else { return nil }
    return roles
  }

  /// Tells by what stands in them which of `Item` and `Minute` holds numbers.
  private mutating func settle(by body: [Int], in paper: Paper) {
    func cells(_ column: Int) -> [ByteRange] {
      body.compactMap { row in
        let cells = paper.cells(paper.blocks[row])
        let at = cells.startIndex + column
        return at < cells.endIndex && !cells[at].isEmpty ? cells[at] : nil
      }
    }
    for column in roles.indices where [.number, .title, .words, .other].contains(roles[column]) {
      let own = cells(column)
      let numbers = own.count { Self.isNumber($0, in: paper) }
      if !own.isEmpty, numbers * 10 >= own.count * 6 {
        roles[column] = .number
      } else if roles[column] == .number {
        roles[column] = roles.contains(.title) ? .other : .title
      }
    }
    // "No | Item | Action": the title stands over the words in one column.
    if !roles.contains(.words), !roles.contains(.decision),
      let title = roles.firstIndex(of: .title),
      roles.contains(.number)
    {
      roles[title] = .words
    }
    // Over the words no heading was printed.
    if !roles.contains(.words), !roles.contains(.decision),
      let column = roles.firstIndex(of: .other),
      cells(column).contains(where: { $0.count > 60 })
    {
      roles[column] = .words
    }
    if roles.count(where: { $0 == .number }) > 1 {
      let first = roles.firstIndex(of: .number)
      for column in roles.indices where column != first && roles[column] == .number {
        roles[column] = .other
      }
    }
  }

  /// The roles of columns that no header names.
  private static func unnamed(_ rows: [Int], in paper: Paper) -> [Role]? {
    let all = rows.map { Array(paper.cells(paper.blocks[$0])) }
    let width = all.map(\.count).max() ?? 0
    guard (2...5).contains(width), rows.count >= 3, let top = all.first,
      let corner = top.first, !corner.isEmpty
    else { return nil }
    // A first row without a number and without a sentence has headings that minutes do not have.
    let opens = LabelScanner.scan(paper.clean.bytes, corner.lower, corner.upper) != nil
    guard
      opens || isNumber(corner, in: paper)
        || top.contains(where: { !$0.isEmpty && paper.clean.bytes[$0.upper - 1] == 0x2E })
    else { return nil }
    func column(_ index: Int) -> [ByteRange] {
      all.compactMap { index < $0.count && !$0[index].isEmpty ? $0[index] : nil }
    }
    func isTitles(_ index: Int) -> Bool {
      let own = column(index)
      return own.count * 2 >= rows.count
        && own.count { mayBeTitle($0, in: paper) } * 10 >= own.count * 8
    }
    func isProse(_ index: Int) -> Bool {
      let own = column(index)
      return own.count * 2 >= rows.count
        && own.count { $0.count > 24 && paper.clean.bytes[$0.upper - 1] == 0x2E } * 2 >= own.count
    }
    // A title stands over its words in one cell.
    func isStacked(_ index: Int) -> Bool {
      let own = column(index).map { paper.paragraphs($0) }.filter { $0.count >= 2 }
      return own.count * 2 >= rows.count
        && own.count { mayBeTitle($0[0], in: paper) } * 10 >= own.count * 8
    }
    var roles = Array(repeating: Role.other, count: width)
    let first = column(0)
    let isNumbered =
      first.count >= 3 && first.count { isNumber($0, in: paper) } * 10 >= first.count * 8
    // A title stands beside each number, its words in the rows below.
    func isOver(_ index: Int) -> Bool {
      let own = all.filter { index < $0.count && !$0[0].isEmpty && !$0[index].isEmpty }
      return own.count >= 3 && own.count < rows.count
        && own.count { mayBeTitle($0[index], in: paper) } * 10 >= own.count * 8
    }
    var at = 0
    if isNumbered {
      roles[0] = .number
      at = 1
    }
    guard at < width else { return nil }
    if at + 1 < width, isTitles(at), isProse(at + 1) {
      roles[at] = .title
      at += 1
    } else if !isNumbered || !isStacked(at) && !isOver(at) {
      return nil
    }
    roles[at] = .words
    // What is left is who is to act, or what: words that no sentence is.
    for rest in (at + 1)..<max(at + 1, width) {
      let own = column(rest)
      if own.isEmpty { continue }
      roles[rest] =
        own.allSatisfy { ActingParty.isOne(paper.text($0).trimmingMarks) }
        ? .owner : own.contains { paper.clean.bytes[$0.upper - 1] == 0x2E } ? .words : .action
    }
    return roles
  }

  private static func isNumber(_ cell: ByteRange, in paper: Paper) -> Bool {
    cell.count <= 16 && ItemNumber(paper.text(cell), isPrefixed: true) != nil
  }

  /// Whether a cell can be a title: short, and no sentence.
  private static func mayBeTitle(_ cell: ByteRange, in paper: Paper) -> Bool {
    guard (3...140).contains(cell.count), !paper.beginsLower(cell) else { return false }
    return CountedHeadings.isTitle(cell, .none, in: paper.clean.bytes)
      && DateReader.whole(paper.text(cell)) == nil
  }

  // MARK: - Rows

  /// The column that has a role.
  func column(_ role: Role) -> Int? { roles.firstIndex(of: role) }

  /// Whether the titles stand in a column of their own.
  var isTitled: Bool { roles.contains(.title) }

  /// The number, the title and what runs on behind it of the minute that a row opens.
  func heading(
    of row: Int, in paper: Paper
  ) -> (label: ByteRange?, title: ByteRange, rest: ByteRange)? {
    let cells = Array(paper.cells(paper.blocks[row]))
    if let span = spanning(cells, in: paper) { return self.span(span, in: paper) }
    guard let title = column(.title) ?? column(.words), title < cells.count, !cells[title].isEmpty
    else { return nil }
    let bytes = paper.clean.bytes
    var label = column(.number).flatMap { $0 < cells.count ? cells[$0] : nil }
    if let printed = label, !Self.isNumber(printed, in: paper) { label = nil }
    var whole = cells[title]
    if label == nil, let (own, next) = LabelScanner.scan(bytes, whole.lower, whole.upper),
      ItemNumber(paper.text(own), isPrefixed: true) != nil
    {
      label = own
      whole = bytes.trimmed(ByteRange(next, whole.upper))
    } else if label == nil, let (_, next) = HeadingNumber.leading(bytes, whole), next < whole.upper
    {
      label = bytes.trimmed(ByteRange(whole.lower, next))
      whole = ByteRange(next, whole.upper)
    }
    // Where the words have no column but the title's, it is the first paragraph; a row that has no
    // number goes on.
    if label == nil, !isTitled || column(.number) != nil { return nil }
    let paragraphs = paper.paragraphs(whole)
    guard let first = paragraphs.first else { return nil }
    var words = isTitled && whole.count <= 140 && bytes[first.upper - 1] != 0x2E ? whole : first
    let rest = bytes.trimmed(ByteRange(min(words.upper + 1, whole.upper), whole.upper))
    while words.count > 3, [0x2E, 0x3A, 0x20, 0x2D].contains(bytes[words.upper - 1]) {
      words = ByteRange(words.lower, words.upper - 1)
    }
    guard Self.mayBeTitle(words, in: paper) else { return nil }
    return (label, words, rest)
  }

  /// The words of a row that stretches over all columns: converters say them again in each.
  private func spanning(_ cells: [ByteRange], in paper: Paper) -> ByteRange? {
    guard cells.count >= 2, let first = cells.first, !first.isEmpty else { return nil }
    let bytes = paper.clean.bytes
    let isSame = cells.dropFirst().allSatisfy {
      $0.count == first.count
        && bytes[$0.lower..<$0.upper].elementsEqual(bytes[first.lower..<first.upper])
    }
    return isSame ? first : nil
  }

  /// The heading that stretches over all columns.
  private func span(
    _ words: ByteRange, in paper: Paper
  ) -> (label: ByteRange?, title: ByteRange, rest: ByteRange)? {
    let bytes = paper.clean.bytes
    var (label, title): (ByteRange?, ByteRange) = (nil, words)
    if let (own, next) = LabelScanner.scan(bytes, words.lower, words.upper) {
      (label, title) = (own, bytes.trimmed(ByteRange(next, words.upper)))
    } else if let (_, next) = HeadingNumber.leading(bytes, words), next < words.upper {
      (label, title) = (
        bytes.trimmed(ByteRange(words.lower, next)), ByteRange(next, words.upper)
      )
    }
    while title.count > 3, [0x3A, 0x20].contains(bytes[title.upper - 1]) {
      title = ByteRange(title.lower, title.upper - 1)
    }
    guard title.count <= 120, Self.mayBeTitle(title, in: paper), bytes[title.upper - 1] != 0x2E
    else { return nil }
    return (label, title, .none)
  }

  /// The lines that a row comes to, its heading marked as one; what is to be done is left to the
  /// column's own reader.
  func lines(of row: Int, in paper: Paper) -> [MinuteLine] {
    if row == header { return [] }
    var cells = Array(paper.cells(paper.blocks[row]))
    var base = paper.blocks[row]
    (base.kind, base.cells, base.table, base.label) = (.paragraph, 0..<0, -1, .none)
    var lines: [MinuteLine] = []
    let isSpan = spanning(cells, in: paper) != nil
    if isHeaded, let heading = heading(of: row, in: paper) {
      var block = base
      block.kind = .item
      block.label = heading.label ?? .none
      block.text = heading.title
      var line = MinuteLine(block: block, index: row)
      line.isTitle = true
      lines.append(line)
      if isSpan { return lines }
      if let title = column(.title) ?? column(.words) { cells[title] = heading.rest }
      if let number = column(.number), number < cells.count { cells[number] = .none }
    }
    if isSpan { cells = Array(cells.prefix(1)) }
    for (column, cell) in cells.enumerated() where !cell.isEmpty {
      let role = column < roles.count ? roles[column] : .other
      guard isSpan || ![.action, .owner, .due, .number].contains(role) else { continue }
      for paragraph in paper.paragraphs(cell) {
        if role == .decision {
          guard Self.saysDecision(paragraph, in: paper) else { continue }
          // "The price be accepted" under "Decision": the column's heading says that it was decided.
          if let head = head(of: column, in: paper) {
            var block = base
            block.text = head
            lines.append(MinuteLine(block: block, index: row))
          }
        }
        var block = base
        block.text = paragraph
        if let (label, next) = LabelScanner.scan(
          paper.clean.bytes, paragraph.lower, paragraph.upper)
        {
          (block.kind, block.label) = (.item, label)
          block.text = paper.clean.bytes.trimmed(ByteRange(next, paragraph.upper))
        }
        var line = MinuteLine(block: block, index: row)
        line.isOfTable = true
        lines.append(line)
      }
    }
    return lines
  }

  /// The heading of a column.
  private func head(of column: Int, in paper: Paper) -> ByteRange? {
    guard let header else { return nil }
    let heads = Array(paper.cells(paper.blocks[header]))
    return column < heads.count && !heads[column].isEmpty ? heads[column] : nil
  }

  /// Whether words under `Decision` say that something was decided, and not that nothing was.
  private static func saysDecision(_ words: ByteRange, in paper: Paper) -> Bool {
    let nothing: Set<String> = [
      "none", "not applicable", "no decision", "nil", "for information", "n a", "none required",
      "no decision required", "no action",
    ]
    return words.count >= 4 && !nothing.contains(MatchKey(paper.text(words)).description)
  }
}
