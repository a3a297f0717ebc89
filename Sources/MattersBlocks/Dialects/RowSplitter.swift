import MattersText

/// Cuts the lines of a table into rows, and each row's lines into cells.
///
/// Nothing rules the rows in text. A row begins where a line is blank or ruled before it, where a
/// cell begins that had ended (cells hang from the row's top), or where a word stands on a new line
/// though it had room on the line before.
struct RowSplitter {
  private let text: SpacedText
  private let region: ColumnRegion
  private let lines: [Int]
  private let cells: [[ByteRange]]
  private let widths: [Int]
  private var isMatrix = false
  private var sharesFirst = false
  private var isParted = false
  private let isCarried: Bool
  private let isTyped: Bool

  /// A row: its lines as indices into the text, and its cells.
  struct TableRow {
    var lines: Range<Int>
    var cells: [[Segment]]
    /// Whether it begins as the rest of a row does: nothing in the first column.
    var isRest: Bool
  }

  init(
    _ text: SpacedText, _ region: ColumnRegion, furniture: [Furniture?], isCarried: Bool,
    isTyped: Bool
  ) {
    self.isTyped = isTyped
    self.text = text
    self.region = region
    self.isCarried = isCarried
    lines = region.lines.filter { furniture[$0] == nil }
    let cells = lines.map { text.cells(text.lines[$0], columns: region.columns) }
    self.cells = cells
    widths = region.columns.indices.map { column in
      cells.map { text.width($0[column]) }.max() ?? 0
    }
    isMatrix =
      lines.count > 1
      && cells.allSatisfy { row in
        row.allSatisfy { !$0.isEmpty && !text.startsLower($0) && !isOpen($0) }
      }
    sharesFirst = findShared()
    isParted = findParted()
  }

  /// Whether blank lines part the rows and nothing else does, as where cells stand in the middle of
  /// their row's height: some row's first cell begins below its others, and every row has one.
  private func findParted() -> Bool {
    guard region.columns.count >= 3, !isCarried, !isFieldTable else { return false }
    var (groups, centred) = (0, 0)
    var at = 0
    while at < lines.count {
      var end = at + 1
      while end < lines.count, !hasGap(end) { end += 1 }
      let filled = (at..<end).filter { !cells[$0][0].isEmpty }
      guard let first = filled.first, let last = filled.last, last - first == filled.count - 1
      else {
        return false
      }
      groups += 1
      if first > at { centred += 1 }
      at = end
    }
    return groups >= 3 && centred >= 1
  }

  /// Whether rows share the first cell of the one above: at two lines or more, three cells or more
  /// begin below a blank line beside an empty first column.
  private func findShared() -> Bool {
    guard region.columns.count >= 4, !isFieldTable else { return false }
    let strong = lines.indices.count { at in
      opensShared(at)
        && cells[at].dropFirst().count { !$0.isEmpty && !text.startsLower($0) } >= 3
    }
    return strong >= 2
  }

  func rows() -> [TableRow] {
    var rows: [TableRow] = []
    var start = 0
    for at in lines.indices.dropFirst() where startsRow(at, rowStart: start) {
      rows.append(row(start..<at))
      start = at
    }
    if !lines.isEmpty { rows.append(row(start..<lines.count)) }
    return rows
  }

  // MARK: - Where rows begin

  /// Whether a line has a blank line or a rule before it.
  private func hasGap(_ at: Int) -> Bool {
    text.lines[lines[at]].gap > 0 || at > 0 && lines[at] - lines[at - 1] > 1
  }

  private func startsRow(_ at: Int, rowStart: Int) -> Bool {
    let own = cells[at]
    if isInnerHeading(at) || isInnerHeading(at - 1) { return true }
    if isParted { return hasGap(at) }
    let before = cells[at - 1]
    if text.isGrid, text.lines[lines[at]].hasBars { return lines[at] - lines[at - 1] > 1 }
    if own[0].isEmpty { return startsBelowEmpty(at, rowStart: rowStart) }
    if text.startsLower(own[0]) { return false }
    // A header whose cells stand on its last line.
    if rowStart == 0, !isCarried, cells[..<at].allSatisfy({ $0[0].isEmpty }), !hasGap(at) {
      return false
    }
    if hasGap(at) || before[0].isEmpty || isMatrix { return true }
    if own.indices.contains(where: { !own[$0].isEmpty && before[$0].isEmpty }) { return true }
    if own.count > 2 {
      if own.allSatisfy({ !$0.isEmpty }) {
        // The first number below a heading in words begins a row, whatever its cells begin with.
        let isFirst =
          text.source.bytes[own[0].lower].isDigit && !text.source.bytes[before[0].lower].isDigit
        return isFirst || !own.contains { text.startsLower($0) }
      }
      return isLikeKey(own[0], cells[rowStart][0]) || endsHard(0, at)
    }
    return endsHard(0, at) || endsHard(1, at)
  }

  /// Whether a line heads the rows below it: alone between blank lines, with a day and no stop, beside
  /// an empty first column, as in `Full Council, 19 June 2023`.
  private func isInnerHeading(_ at: Int) -> Bool {
    let line = text.lines[lines[at]]
    guard at > 0, at + 1 < lines.count, cells[at][0].isEmpty, !cells[at + 1][0].isEmpty,
      line.chunks.count == 1, hasGap(at), hasGap(at + 1), line.bytes.count <= 100,
      text.source.bytes[line.bytes.upper - 1] != 0x2E, !text.startsLower(line.bytes)
    else { return false }
    guard let day = DateReader.first(in: text.source.bytes, line.bytes) else { return false }
    return day.range.upper + 2 >= line.bytes.upper
  }

  /// Whether a line with nothing in the first column begins a row of its own.
  private func startsBelowEmpty(_ at: Int, rowStart: Int) -> Bool {
    let own = cells[at]
    let first = cells[rowStart][0]
    if isFieldTable || !first.isEmpty && text.source.bytes[first.upper - 1] == 0x3A {
      // A list beside its label: each name is a line.
      return own.indices.contains { column in
        !own[column].isEmpty && !text.startsLower(own[column])
          && (cells[at - 1][column].isEmpty || endsHard(column, at))
      } && !own.contains { text.startsLower($0) }
    }
    if sharesFirst, opensShared(at) { return true }
    // Several points that share the first cell: (a) and then (b), each with its own answer.
    let starting = own.indices.filter {
      !own[$0].isEmpty && (hasGap(at) || cells[at - 1][$0].isEmpty)
    }
    return starting.count > 1
      && starting.contains {
        opensPoint(own[$0]) && opensPoint(cells[rowStart][$0])
      }
  }

  /// Whether a line below a blank one begins what the second column holds anew, under the first
  /// cell of the row above: each request of one meeting has its own answer.
  private func opensShared(_ at: Int) -> Bool {
    guard at > 0, hasGap(at), cells[at].count > 2, cells[at][0].isEmpty, !cells[at][1].isEmpty,
      !text.startsLower(cells[at][1]), !opensPoint(cells[at][1])
    else { return false }
    guard let above = cells[..<at].last(where: { !$0[1].isEmpty }) else { return false }
    return text.isClosed(above[1])
  }

  /// Whether the first column holds labels that end in a colon.
  private var isFieldTable: Bool {
    let heads = cells.compactMap { $0[0].isEmpty ? nil : $0[0] }
    return !heads.isEmpty && heads.allSatisfy { text.source.bytes[$0.upper - 1] == 0x3A }
  }

  /// Whether a cell's line ended though the next word had room on it.
  private func endsHard(_ column: Int, _ at: Int) -> Bool {
    let former = cells[at - 1][column]
    let own = cells[at][column]
    guard !former.isEmpty, !own.isEmpty, !text.startsLower(own), !isOpen(former) else {
      return false
    }
    let word = text.firstWord(own)
    if word > 2, text.firstWord(former) == word,
      text.source.bytes[former.lower..<former.lower + word]
        .elementsEqual(text.source.bytes[own.lower..<own.lower + word])
    {
      return true
    }
    // Printed letters differ in width, so a cell is full before it is as long as the longest.
    let room = isTyped ? widths[column] : widths[column] * 4 / 5
    return text.width(former) + 1 + word <= room
  }

  /// Whether a line ends in mid-air: in a comma, in a bracket, before a joining word.
  private func isOpen(_ cell: ByteRange) -> Bool {
    guard !cell.isEmpty else { return false }
    let bytes = text.source.bytes
    switch bytes[cell.upper - 1] {
    case 0x2C, 0x2D, 0x26, 0x2F: return true  // , - & /
    default: break
    }
    var depth = 0
    for byte in bytes[cell.lower..<cell.upper] {
      if byte == 0x28 { depth += 1 }
      if byte == 0x29 { depth -= 1 }
    }
    return depth > 0
  }

  /// Whether two first cells are references of one pattern: `PL24/04`, `PL24/05`.
  private func isLikeKey(_ a: ByteRange, _ b: ByteRange) -> Bool {
    func shape(_ range: ByteRange) -> [UInt8] {
      var shape: [UInt8] = []
      for byte in text.source.bytes[range.lower..<range.upper] {
        let kind: UInt8 = byte.isDigit ? 0x39 : byte.isLetter ? 0x61 : byte
        if shape.last != kind { shape.append(kind) }
      }
      return shape
    }
    guard a.count <= 20, b.count <= 20, !b.isEmpty else { return false }
    let own = shape(a)
    return own.contains(0x39) && own == shape(b)
  }

  private func opensPoint(_ cell: ByteRange) -> Bool {
    !cell.isEmpty && text.source.bytes[cell.lower] == 0x28
      && LabelScanner.scan(text.source.bytes, cell.lower, cell.upper) != nil
  }

  // MARK: - Cells

  private func row(_ range: Range<Int>) -> TableRow {
    var row = TableRow(
      lines: lines[range.lowerBound]..<lines[range.upperBound - 1] + 1,
      cells: Array(repeating: [], count: region.columns.count),
      isRest: cells[range.lowerBound][0].isEmpty || text.startsLower(cells[range.lowerBound][0]))
    if range.count == 1, isInnerHeading(range.lowerBound) {
      row.isRest = false
      row.cells[0] = [Segment(range: text.lines[lines[range.lowerBound]].bytes, join: .none)]
      return row
    }
    for column in region.columns.indices {
      var last: Int?
      for at in range where !cells[at][column].isEmpty {
        let isPoint = startsPoint(cells[at][column])
        let join: Segment.Join
        if let last {
          let isApart = (last + 1...at).contains { hasGap($0) } || at > last + 1
          join =
            isPoint || isApart || endsParagraph(column, last, at)
            ? .paragraph : text.wrapJoin(after: cells[last][column], before: cells[at][column])
        } else {
          join = isPoint ? .paragraph : .space
        }
        row.cells[column].append(Segment(range: text.withoutBullet(cells[at][column]), join: join))
        last = at
      }
    }
    return row
  }

  private func startsPoint(_ cell: ByteRange) -> Bool {
    opensPoint(cell) || text.withoutBullet(cell).lower > cell.lower
  }

  private func endsParagraph(_ column: Int, _ last: Int, _ at: Int) -> Bool {
    last + 1 == at && text.isClosed(cells[last][column]) && endsHard(column, at)
  }
}

extension SpacedText {
  /// How many columns the bytes take.
  func width(_ range: ByteRange) -> Int {
    var count = 0
    for at in range.lower..<range.upper where source.bytes[at] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The bytes without a bullet before them.
  func withoutBullet(_ range: ByteRange) -> ByteRange {
    guard let next = LineShape.bullet(source.bytes, range.lower, range.upper) else { return range }
    return ByteRange(next, range.upper)
  }
}

extension SpacedText {
  /// The cells of a line: each word belongs to the column in which it begins.
  func cells(_ line: Line, columns: [Int]) -> [ByteRange] {
    var cells = [ByteRange](repeating: .none, count: columns.count)
    var column = 0
    forEachInk(line) { at, offset in
      if offset == line.bytes.lower || source.bytes[offset - 1].isSpace {
        while column + 1 < columns.count, at >= columns[column + 1] { column += 1 }
      }
      if cells[column].isEmpty { cells[column] = ByteRange(offset, offset + 1) }
      var end = offset + 1
      while end < line.bytes.upper, source.bytes[end] & 0xC0 == 0x80 { end += 1 }
      cells[column].end = UInt32(end)
    }
    return cells
  }
}
