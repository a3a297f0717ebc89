import MattersText

/// A table that fell apart into its cells: its headings below one another, then the cells of each
/// row, every one in a line or a paragraph of its own.
///
/// Nothing keeps the place of an empty cell, so that a row is known by what it begins with: a
/// number that counts up, a reference or a day, of one pattern in all rows.
struct ListedTable {
  /// A row, or the headings printed again.
  struct Part {
    var lines: LineRange
    var cells: [ByteRange]
    var isHeaderAgain = false
  }

  /// The parts, the headings first.
  private(set) var parts: [Part] = []

  private let source: SourceText
  /// Whether blank lines part the cells.
  private let isApart: Bool
  /// The bytes of the longest line, where cells take more lines than one.
  private var full = 0

  /// How many headings there may be, how long one may be, and how many rows prove a table.
  private static let widths = 4...12
  private static let longestHeading = 40
  private static let leastRows = 3
  private static let longestKey = 24

  /// Words of which a table's headings have some.
  private static let telling: SignSet = [
    "action", "status", "date", "response", "update", "officer", "owner", "responsible", "progress",
    "meeting", "ref", "no.", "number", "item", "due", "recommendation", "request", "lead",
    "decision", "whom", "minute", "reply", "notes", "comments", "deadline", "subject",
    "information", "reason", "rationale", "comment", "answer", "verdict", "agree", "accept",
  ]

  /// The table whose first heading stands in a line; nothing where none does.
  ///
  /// - Parameter tries: how often headings may turn out to have no rows before none are looked for,
  ///   so that a long file of headings is not gone through with each of them.
  init?(_ source: SourceText, at number: Int, tries: inout Int) {
    guard tries > 0 else { return nil }
    let opening = source.bytes.trimmed(source.line(number))
    guard (2...Self.longestHeading).contains(opening.count),
      source.bytes[opening.lower].isUpper || source.bytes[opening.lower] == 0x23
    else { return nil }
    self.source = source
    isApart =
      source.bytes.trimmed(source.line(number + 1 <= source.lineCount ? number + 1 : number))
      .isEmpty
    guard let first = token(at: number), isHeading(first) else { return nil }
    var headings: [Part] = []
    var told = 0
    var next = number
    var key: Part?
    while headings.count <= Self.widths.upperBound, let found = token(at: next) {
      if isKey(found) {
        key = found
        break
      }
      guard isHeading(found) else { return nil }
      if Self.telling.isIn(source.bytes, found.cells[0]) { told += 1 }
      headings.append(found)
      next = found.lines.last + 1
    }
    guard Self.widths.contains(headings.count), told >= 3, let key, let last = headings.last else {
      return nil
    }
    parts = [
      Part(
        lines: LineRange(number, last.lines.last), cells: headings.map { $0.cells[0] })
    ]
    tries -= 1
    let rows = rows(below: headings, from: key)
    guard rows.count(where: { !$0.isHeaderAgain }) >= Self.leastRows else { return nil }
    let width = headings.count
    let whole = rows.count { $0.isHeaderAgain || (width - 1...width).contains($0.cells.count) }
    // A title above the headings is none of them.
    let isTitled = !rows.contains { $0.cells.count == width }
    guard !isTitled, whole * 3 >= rows.count * 2 else { return nil }
    parts += rows.map { fitted($0, width) }
    tries += 1
  }

  // MARK: - Cells

  /// The cell that begins at a line or below the blank lines there: one line, or a paragraph.
  private func token(at number: Int) -> Part? {
    var start = number
    while start <= source.lineCount, line(start).isEmpty || isPageNumber(start) { start += 1 }
    // A table's cells follow each other closely.
    guard start <= source.lineCount, start - number <= 4 else { return nil }
    var last = start
    if isApart {
      while last < source.lineCount, !line(last + 1).isEmpty { last += 1 }
    }
    return Part(
      lines: LineRange(start, last),
      cells: [ByteRange(line(start).lower, line(last).upper)])
  }

  private func isPageNumber(_ number: Int) -> Bool {
    PageNumber.isNamed(on: line(number), in: source.bytes)
  }

  private func line(_ number: Int) -> ByteRange {
    source.bytes.trimmed(source.line(number))
  }

  private func isHeading(_ token: Part) -> Bool {
    let words = token.cells[0]
    guard token.lines.first == token.lines.last, words.count <= Self.longestHeading else {
      return false
    }
    let bytes = source.bytes
    let (first, last) = (bytes[words.lower], bytes[words.upper - 1])
    return (first.isUpper || first == 0x23) && last != 0x3B && last != 0x3A
      && (last != 0x2E || words.count <= 5)
      && !bytes[words.lower..<words.upper].contains { $0 == 0x09 || $0 == 0x7C || $0.isDigit }
  }

  /// Whether a cell can be what a row begins with: short, with a figure.
  private func isKey(_ token: Part) -> Bool {
    let words = token.cells[0]
    return token.lines.first == token.lines.last && words.count <= Self.longestKey
      && source.bytes[words.lower..<words.upper].contains(where: \.isDigit)
      && !source.bytes[words.lower..<words.upper].contains { $0 == 0x09 || $0 == 0x7C }
  }

  // MARK: - Rows

  private mutating func rows(below headings: [Part], from key: Part) -> [Part] {
    let pattern = shape(key.cells[0])
    let days = headings.count { part in
      ["date", "due", "deadline", "when"].contains { source.bytes.contains($0, in: part.cells[0]) }
    }
    // Where rows begin with a day and hold another, nothing tells the two apart.
    if pattern == Self.day, days > 1 { return [] }
    var rows: [[Part]] = []
    var again: [Int: LineRange] = [:]
    var next = key.lines.first
    var last = 0
    while let found = token(at: next) {
      next = found.lines.last + 1
      if let end = headerAgain(headings, at: found) {
        again[rows.count] = LineRange(found.lines.first, end)
        next = end + 1
        continue
      }
      let value = number(found.cells[0])
      let follows = pattern != [0x39] || value.map { $0 > last && $0 <= last + 20 } ?? false
      let isFull = rows.last.map { $0.count >= headings.count - 2 } ?? true
      if isKey(found), isFull, rows.isEmpty || shape(found.cells[0]) == pattern && follows {
        rows.append([found])
        last = value ?? last
      } else if let count = rows.last?.count, count < headings.count * 8 {
        rows[rows.count - 1].append(found)
      } else {
        break
      }
    }
    if !isApart { full = rows.joined().map { $0.cells[0].count }.max() ?? 0 }
    // Where every row has a line for each heading, no cell takes two.
    let isWhole = rows.dropLast().allSatisfy { $0.count == headings.count }
    var found: [Part] = []
    for (index, tokens) in rows.enumerated() {
      if let lines = again[index] {
        found.append(Part(lines: lines, cells: [], isHeaderAgain: true))
      }
      var cells = isApart || isWhole ? tokens : joined(tokens, into: headings.count)
      // What stands behind the last row is not of the table.
      if index == rows.count - 1 { cells = Array(cells.prefix(headings.count)) }
      guard let first = cells.first, let last = cells.last else { continue }
      found.append(
        Part(
          lines: LineRange(first.lines.first, last.lines.last), cells: cells.map { $0.cells[0] }))
    }
    return found
  }

  /// Lines as cells, as many as there are headings where some measure of a full line gives that.
  private func joined(_ lines: [Part], into width: Int) -> [Part] {
    var first: [Part]?
    for share in [100, 95, 90, 85, 80] {
      let cells = joined(lines, from: full * share / 100)
      if cells.count == width { return cells }
      first = first ?? cells
    }
    return first ?? lines
  }

  /// Lines as cells: one goes on where the next word had no room on it, or in small letters.
  private func joined(_ lines: [Part], from room: Int) -> [Part] {
    var cells: [Part] = []
    for line in lines {
      guard cells.count > 1, let last = cells.last, goesOn(last, line, from: room) else {
        cells.append(line)
        continue
      }
      cells[cells.count - 1].lines.last = line.lines.last
      cells[cells.count - 1].cells[0].end = line.cells[0].end
    }
    return cells
  }

  private func goesOn(_ cell: Part, _ next: Part, from room: Int) -> Bool {
    let words = next.cells[0]
    if source.bytes[words.lower].isLower { return true }
    let above = line(cell.lines.last)
    var end = words.lower
    while end < words.upper, !source.bytes[end].isSpace { end += 1 }
    return above.count + 1 + (end - words.lower) > room
  }

  /// A row with as many cells as there are headings; what is over goes on with the last.
  private func fitted(_ row: Part, _ width: Int) -> Part {
    var row = row
    guard !row.isHeaderAgain, row.cells.count != width else { return row }
    if row.cells.count > width, let last = row.cells.last {
      row.cells = Array(row.cells.prefix(width))
      row.cells[width - 1].end = last.end
    }
    let end = row.cells.last.map(\.upper) ?? 0
    while row.cells.count < width { row.cells.append(ByteRange(end, end)) }
    return row
  }

  /// The last line of the headings, where they are printed again.
  private func headerAgain(_ headings: [Part], at token: Part) -> Int? {
    var next = token.lines.first
    var last = next
    for heading in headings {
      guard let found = self.token(at: next), isSame(found.cells[0], heading.cells[0]) else {
        return nil
      }
      last = found.lines.last
      next = last + 1
    }
    return last
  }

  private func isSame(_ a: ByteRange, _ b: ByteRange) -> Bool {
    source.bytes[a.lower..<a.upper].elementsEqual(source.bytes[b.lower..<b.upper])
  }

  // MARK: - What rows begin with

  /// `12/03/2024`.
  private static let day: [UInt8] = [0x39, 0x2F, 0x39, 0x2F, 0x39]

  /// A cell with every run of figures and of letters as one sign, without a letter behind a number:
  /// `124a` counts as `124`.
  private func shape(_ range: ByteRange) -> [UInt8] {
    var shape: [UInt8] = []
    for byte in source.bytes[range.lower..<range.upper] {
      let sign: UInt8 = byte.isDigit ? 0x39 : byte.isLetter ? 0x61 : byte
      if shape.last != sign { shape.append(sign) }
    }
    if shape == [0x39, 0x61] || shape == [0x39, 0x2E] { shape.removeLast() }
    return shape
  }

  private func number(_ range: ByteRange) -> Int? {
    var value: Int?
    for byte in source.bytes[range.lower..<range.upper].prefix(6) {
      guard byte.isDigit else { break }
      value = (value ?? 0) * 10 + Int(byte - 0x30)
    }
    return value
  }
}

extension TextReader {
  /// Reads a table that fell apart into its cells; returns the line after it.
  mutating func readTable(_ listed: ListedTable) -> Int {
    builder.endTable()
    var next = 0
    for part in listed.parts {
      builder.sawGap = false
      if part.isHeaderAgain {
        builder.furniture(.repeatedTableHeader, lines: part.lines)
        builder.sawGap = false
      } else {
        addRow(part.cells, lines: part.lines)
      }
      next = part.lines.last + 1
    }
    builder.endTable()
    return next
  }
}
