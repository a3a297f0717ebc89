import MattersBlocks
import MattersRecords
import MattersText

/// The rows of a tracker as its clerk sees them: a row that a page break or a second paragraph cut
/// is whole again, a heading inside the table is no row, and neither is a header printed again.
struct TrackerRows {
  /// What one row says.
  struct Entry {
    var cells: [String]
    var lines: LineRange
    /// The day or the month that the heading above it names.
    var date: String?
    /// The day that heads what follows it.
    var after: String?
    /// The words of the heading above it.
    var heading: String?
  }

  private(set) var entries: [Entry] = []
  private let columns: [TrackerColumn: Int]
  private var header: [String]
  /// Whether days that head the rows below stand at the end of what was asked.
  private var hasTails = false
  private var date: String?
  private var above: String?
  /// The day in the last row's own cell, which holds for rows that have none.
  private var carried: String?

  /// The rows below a table's header.
  static func of(
    _ table: TableView, _ columns: [TrackerColumn: Int], _ date: String?, in paper: Paper
  ) -> [Entry] {
    var rows = TrackerRows(columns: columns, header: table.header(in: paper), date: date)
    if let wording = rows.wordingColumn, wording < rows.header.count,
      let tail = DayTail(rows.header[wording])
    {
      // "Recommendation or request 7 March 2023": a converter joined the day over the rows below to
      // what stands above it.
      (rows.header[wording], rows.hasTails) = (tail.words, true)
      if !table.hasBorrowedHeader { rows.date = tail.day }
    }
    for row in table.rows.dropFirst() {
      rows.take(table.cells(row, in: paper), row.lines)
    }
    if !rows.entries.isEmpty { rows.entries[rows.entries.count - 1].after = rows.date }
    return rows.entries
  }

  private init(columns: [TrackerColumn: Int], header: [String], date: String?) {
    (self.columns, self.header, self.date) = (columns, header, date)
  }

  private mutating func take(_ cells: [String], _ lines: LineRange) {
    guard cells.contains(where: { !$0.isEmpty }), !isHeaderAgain(cells), !Self.isPageFoot(cells)
    else { return }
    var cells = withoutHeader(cells)
    var next: String?
    if hasTails, let wording = wordingColumn, wording < cells.count,
      let tail = DayTail(cells[wording])
    {
      (cells[wording], next) = (tail.words, tail.day)
    }
    defer { date = next ?? date }
    if let heading = heading(cells) {
      let day = DateReader.first(in: heading)?.iso ?? DateReader.only(heading)
      date = day ?? date
      carried = nil
      if day == nil { above = heading }
      return
    }
    guard goesOn(cells), var last = entries.popLast() else {
      if let at = columns[.meeting], at < cells.count, !cells[at].isEmpty {
        carried = DateReader.first(in: cells[at])?.iso
      }
      entries.append(Entry(cells: cells, lines: lines, date: carried ?? date, heading: above))
      return
    }
    for (index, words) in cells.enumerated() where !words.isEmpty && index < last.cells.count {
      last.cells[index] += last.cells[index].isEmpty ? words : " " + words
    }
    last.lines = last.lines.union(lines)
    entries.append(last)
  }

  /// The cells without the header that a page printed again above the rest of a row.
  private func withoutHeader(_ cells: [String]) -> [String] {
    let headed = cells.indices.filter {
      $0 < header.count && !header[$0].isEmpty && cells[$0].hasPrefix(header[$0])
    }
    guard headed.count >= 3, headed.count == cells.count(where: { !$0.isEmpty }),
      headed.contains(where: { cells[$0].utf8.count > header[$0].utf8.count + 8 })
    else { return cells }
    return cells.enumerated().map { index, words in
      headed.contains(index)
        ? String(words.dropFirst(header[index].count)).trimmingMarks : words
    }
  }

  /// Whether a row is what a page has at its foot: a line of words and the page's number.
  static func isPageFoot(_ cells: [String]) -> Bool {
    let filled = cells.filter { !$0.isEmpty }
    guard filled.count == 2, let first = cells.first, first == filled[0], first.utf8.count >= 12,
      !first.contains(where: { "?!:".contains($0) }), !first.hasSuffix(".")
    else { return false }
    // "Ponds Committee", "12 September 2023 12"
    let words = filled[1].split(separator: " ")
    if words.count == 4, let number = words.last, number.count <= 3, number.allSatisfy(\.isNumber),
      DateReader.whole(words.dropLast().joined(separator: " ")) != nil
    {
      return true
    }
    return filled[1].utf8.count <= 4 && filled[1].allSatisfy(\.isNumber)
  }

  /// Whether most cells of a row say just what stands over them.
  private func isHeaderAgain(_ cells: [String]) -> Bool {
    let filled = cells.indices.filter { !cells[$0].isEmpty }
    let same = filled.count {
      $0 < header.count && MatchKey(cells[$0]) == MatchKey(header[$0])
    }
    if same >= 2, same * 3 >= filled.count * 2 { return true }
    // The same words, cut otherwise.
    return filled.count >= 3
      && MatchKey(cells.joined(separator: " ")) == MatchKey(header.joined(separator: " "))
  }

  /// The words of a row that heads those below it: they stand alone in the first cell.
  private func heading(_ cells: [String]) -> String? {
    // "13 June 2023" over the rows of that meeting, in the column of what was asked.
    let filled = cells.indices.filter { !cells[$0].isEmpty }
    if header.count >= 3, filled.count == 1, filled[0] == wordingColumn,
      cells[filled[0]].utf8.count <= 40, DateReader.whole(cells[filled[0]])?.count == 10
    {
      return cells[filled[0]]
    }
    guard header.count >= 3, let first = cells.first, !first.isEmpty, first.utf8.count <= 120,
      cells.dropFirst().allSatisfy(\.isEmpty),
      ![
        columns[.request], columns[.recommendation],
        columns[.action], columns[.response],
      ].contains(0)
    else { return nil }
    return first
  }

  /// Whether a row is nothing by itself: where others have a reference it has none, nor a day or a
  /// status; or what was asked is the very thing it lacks.
  private func goesOn(_ cells: [String]) -> Bool {
    func isEmpty(_ column: TrackerColumn) -> Bool? {
      columns[column].map { $0 >= cells.count || cells[$0].isEmpty }
    }
    let wording = wording
    let marks: [TrackerColumn] = [.meeting, .due, .status, .rating]
    // "Dr Ames" below "HC-104": who asked, under the number that every entry has.
    if let at = columns[.reference], at < cells.count, !cells[at].isEmpty,
      !cells[at].contains(where: \.isNumber), !entries.isEmpty,
      entries.allSatisfy({ at < $0.cells.count && $0.cells[at].contains(where: \.isNumber) }),
      marks.allSatisfy({ isEmpty($0) ?? true })
    {
      return true
    }
    // "Minute 20 (4) Ponds" below "1 December 2021": the rest of one cell.
    if let at = columns[.meeting], at < cells.count, let last = entries.last?.cells,
      at < last.count, cells[at].lowercased().hasPrefix("minute "),
      DateReader.first(in: cells[at]) == nil, DateReader.first(in: last[at]) != nil,
      last[at].place(of: "minute") == nil
    {
      return true
    }
    if isEmpty(.reference) == false { return false }
    if isEmpty(.reference) == true, entries.contains(where: { isKeyed($0.cells) }) {
      return isEmpty(wording) == true || marks.allSatisfy { isEmpty($0) ?? true }
    }
    return isEmpty(wording) == true && isEmpty(.subject) ?? true && isEmpty(.meeting) ?? true
  }

  private var wording: TrackerColumn {
    columns[.request] != nil
      ? .request : columns[.recommendation] != nil ? .recommendation : .action
  }
  private var wordingColumn: Int? { columns[wording] }

  private func isKeyed(_ cells: [String]) -> Bool {
    columns[.reference].map { $0 < cells.count && !cells[$0].isEmpty } ?? false
  }
}

/// A cell that names an officer and a member for one matter: `HT / Cllr Munday`.
struct PeoplePair {
  var officer: String
  var member: String

  init?(_ cell: String) {
    let parts = cell.split(separator: "/").map { String($0).trimmingMarks }
    guard parts.count == 2 else { return nil }
    let isMember = parts.map { part in
      part.split(separator: " ").first.map { ["cllr", "councillor"].contains($0.lowercased()) }
        ?? false
    }
    guard isMember[0] != isMember[1], parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    (officer, member) = isMember[1] ? (parts[0], parts[1]) : (parts[1], parts[0])
  }
}
