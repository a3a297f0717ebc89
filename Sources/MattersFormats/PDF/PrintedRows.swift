import MattersText

/// A row of a printed table: for each column, its lines of words.
struct PrintedRow {
  /// The words of one line of a cell; `isNew` where it begins a paragraph of the cell.
  struct CellLine {
    var words: ArraySlice<PrintedWord>
    var isNew: Bool
  }

  var cells: [[CellLine]]
  /// The page on which it stands.
  var page: Int
}

/// Cuts a printed table's lines into rows.
///
/// Where rows stand apart, by padding or a rule's width, the distance tells. Where they do not, a row
/// begins with a cell that begins again after it had ended, for cells hang from a row's top, or with
/// a word that had room on the line before.
struct PrintedRowCutter {
  private let table: PrintedTable
  private let lines: PrintedLines
  /// The words of each of the table's lines by column.
  private let cells: [[ArraySlice<PrintedWord>]]
  private let tops: [Double]
  private let pages: [Int]
  /// How far a column's words reach to the right.
  private let reach: [Double]
  /// The distance of lines in one cell.
  private let pitch: Double
  private var isSpaced = false
  /// The usual distance of a row from the line above it, where rows stand apart.
  private var rowDistance = 0.0

  /// A difference of heights that is more than a mistake in measuring.
  private static let slack = 0.4

  init(_ table: PrintedTable, _ lines: PrintedLines) {
    self.table = table
    self.lines = lines
    let columns = table.gaps.count + 1
    cells = table.lines.map { index in
      let words = lines.all[index].words
      var cells = [ArraySlice<PrintedWord>](repeating: [], count: columns)
      var at = 0
      while at < words.count {
        let column = table.column(of: words[at])
        var end = at + 1
        while end < words.count, table.column(of: words[end]) == column { end += 1 }
        // What runs across the columns is one cell.
        if let last = cells.lastIndex(where: { !$0.isEmpty }),
          words[at].left - words[at - 1].right < lines.space(lines.all[index]) * 0.5 + 0.2
            || Self.runsAcross(lines.all[index], at)
        {
          cells[last] = words[cells[last].startIndex..<end]
        } else {
          cells[column] = words[at..<end]
        }
        at = end
      }
      return cells
    }
    tops = table.lines.map { lines.all[$0].top }
    pages = table.lines.map { lines.all[$0].page }
    let cells = cells
    reach = (0..<columns).map { column in
      let end = column + 1 < columns ? table.gaps[column].right : .infinity
      return cells.compactMap { $0[column].last?.right }.filter { $0 < end }.max() ?? 0
    }
    pitch = Self.pitch(cells, tops, pages, lines.all[table.lines[0]].height)
    isSpaced = areRowsSpaced()
    let distances = tops.indices.dropFirst().filter { at in
      pages[at] == pages[at - 1] && isApart(at) && isFilled(at, 0) && stands(at).count > 1
    }.map { tops[$0] - tops[$0 - 1] }.sorted()
    rowDistance = distances.isEmpty ? 0 : distances[distances.count / 2]
  }

  /// Whether a word goes on with the one before it, though a gap of the table is between them.
  private static func runsAcross(_ line: PrintedLine, _ at: Int) -> Bool {
    line.stretches.contains { $0.lowerBound < at && at < $0.upperBound }
  }

  /// The smallest distance that is usual between lines of one column.
  private static func pitch(
    _ cells: [[ArraySlice<PrintedWord>]], _ tops: [Double], _ pages: [Int], _ height: Double
  ) -> Double {
    var count: [Int: Int] = [:]
    for at in cells.indices.dropFirst() where pages[at] == pages[at - 1] {
      for column in cells[at].indices
      where !cells[at][column].isEmpty && !cells[at - 1][column].isEmpty {
        count[Int((tops[at] - tops[at - 1]) * 4), default: 0] += 1
      }
    }
    let most = count.values.max() ?? 0
    let usual = count.filter { $0.value * 4 >= most }.keys.min().map { Double($0) / 4 + 0.25 }
    return min(usual ?? height * 1.3, height * 1.35)
  }

  // MARK: - Where rows begin

  func rows() -> [PrintedRow] {
    var starts = [0]
    /// Where the rows begin below a header that a page prints again.
    var body: Int?
    for at in cells.indices.dropFirst() {
      if pages[at] != pages[at - 1], starts.count > 1, repeatsHeader(at, count: starts[1]) {
        body = at + starts[1]
        starts.append(at)
      } else if at == body {
        starts.append(at)
      } else if body.map({ at > $0 }) ?? true, startsRow(at, rowStart: starts[starts.count - 1]) {
        starts.append(at)
      }
    }
    return zip(starts, starts.dropFirst() + [cells.count]).map { row($0..<$1) }
  }

  private func repeatsHeader(_ at: Int, count: Int) -> Bool {
    at + count <= cells.count && (0..<count).allSatisfy { says(at + $0, $0) }
  }

  private func isFilled(_ at: Int, _ column: Int) -> Bool { !cells[at][column].isEmpty }

  private func stands(_ at: Int) -> [Int] {
    cells[at].indices.filter { !cells[at][$0].isEmpty }
  }

  /// Whether a line stands further from the one before than lines of one cell do.
  private func isApart(_ at: Int) -> Bool { tops[at] - tops[at - 1] > pitch + Self.slack }

  private func startsLower(_ at: Int, _ column: Int) -> Bool {
    cells[at][column].first.map { lines.bytes[$0.text.lower].isLower } ?? false
  }

  /// Whether every line that surely begins a row stands apart from the one before.
  private func areRowsSpaced() -> Bool {
    var apart = 0
    var close = 0
    var isHead = true
    for at in cells.indices.dropFirst() where pages[at] == pages[at - 1] {
      if isFilled(at - 1, 0) { isHead = false }
      guard isFilled(at, 0), !startsLower(at, 0), stands(at).count > 1 else { continue }
      if isApart(at) {
        apart += 1
      } else if !isFilled(at - 1, 0), !isHead {
        close += 1
      }
    }
    return apart > 0 && close * 2 <= apart
  }

  private func startsRow(_ at: Int, rowStart: Int) -> Bool {
    if pages[at] != pages[at - 1] { return true }
    if isHeader(at, rowStart: rowStart) { return false }
    if stands(at) == [0], cells[at][0].count > 1, isSpanning(at) { return true }
    if stands(at - 1) == [0], isSpanning(at - 1) { return true }
    return isSpaced ? startsSpaced(at) : startsClose(at, rowStart: rowStart)
  }

  /// Whether a line goes on with a header whose cells stand on its last line.
  private func isHeader(_ at: Int, rowStart: Int) -> Bool {
    guard rowStart == 0, !isApart(at) else { return false }
    let own = Set(stands(at))
    return Set(stands(at - 1)).isStrictSubset(of: own) && stands(rowStart).count < own.count
  }

  /// Whether two lines have the same words.
  private func says(_ a: Int, _ b: Int) -> Bool {
    let (a, b) = (Array(cells[a].joined()), Array(cells[b].joined()))
    return a.count == b.count
      && zip(a, b).allSatisfy {
        lines.bytes[$0.text.lower..<$0.text.upper]
          .elementsEqual(lines.bytes[$1.text.lower..<$1.text.upper])
      }
  }

  /// Whether a line's one cell runs over into other columns.
  private func isSpanning(_ at: Int) -> Bool {
    guard let gap = table.gaps.first, let last = cells[at][0].last else { return false }
    return last.right > gap.right
  }

  private func startsSpaced(_ at: Int) -> Bool {
    guard isApart(at) else { return false }
    let own = stands(at)
    guard !own.contains(where: { startsLower(at, $0) }) else { return false }
    if own.count > 1 { return true }
    // The first cell's next paragraph stands nearer than the next row does.
    if isFilled(at, 0) { return tops[at] - tops[at - 1] > rowDistance - Self.slack }
    // A cell may stand in the middle of its row: the first column's is lower than this line's.
    var next = at + 1
    while next < cells.count, pages[next] == pages[at], !isApart(next) {
      if isFilled(next, 0) { return !startsLower(next, 0) && !isFilled(next - 1, 0) }
      next += 1
    }
    return false
  }

  private func startsClose(_ at: Int, rowStart: Int) -> Bool {
    let own = stands(at)
    let begun = own.filter { !isFilled(at - 1, $0) }
    if !isFilled(at, 0) {
      // Several points that share the first cell, each with an answer beside it.
      return begun.count > 1 && begun.contains { opensPoint(at, $0) }
        && begun.contains { opensPoint(rowStart, $0) }
    }
    guard !startsLower(at, 0) else { return false }
    if !(rowStart..<at).contains(where: { isFilled($0, 0) }) { return rowStart > 0 && isApart(at) }
    if !isFilled(at - 1, 0) || !begun.isEmpty { return true }
    if isApart(at), own.count > 1 { return true }
    if own.contains(where: { startsLower(at, $0) || goesOn(at, $0) }) { return false }
    return own.contains { hadRoom(at, $0) }
  }

  private func opensPoint(_ at: Int, _ column: Int) -> Bool {
    cells[at][column].first.map {
      lines.bytes[$0.text.lower] == 0x28 && lines.bytes[$0.text.upper - 1] == 0x29
    } ?? false
  }

  /// Whether a cell's word would have stood on the line before, had it been of the same paragraph.
  private func hadRoom(_ at: Int, _ column: Int) -> Bool {
    guard let word = cells[at][column].first, let last = cells[at - 1][column].last else {
      return false
    }
    return last.right + lines.space * word.height + (word.right - word.left) < reach[column] - 0.5
  }

  /// Whether a cell's line surely goes on with the one before, which was full and no sentence's end.
  private func goesOn(_ at: Int, _ column: Int) -> Bool {
    let former = cells[at - 1][column]
    guard isFilled(at, column), former.count >= 3, !hadRoom(at, column), let last = former.last
    else { return false }
    switch lines.bytes[last.text.upper - 1] {
    case 0x2E, 0x3F, 0x21, 0x3A, 0x3B: return false  // . ? ! : ;
    default: return true
    }
  }

  // MARK: - Cells

  private func row(_ range: Range<Int>) -> PrintedRow {
    var row = PrintedRow(
      cells: Array(repeating: [], count: table.gaps.count + 1), page: pages[range.lowerBound])
    for column in row.cells.indices {
      var last: Int?
      for at in range where isFilled(at, column) {
        let isNew = last.map { startsParagraph(at, column, after: $0) } ?? false
        row.cells[column].append(.init(words: cells[at][column], isNew: isNew))
        last = at
      }
    }
    return row
  }

  private func startsParagraph(_ at: Int, _ column: Int, after last: Int) -> Bool {
    if startsLower(at, column) { return false }
    if tops[at] - tops[last] > pitch * 1.2 { return true }
    return last + 1 == at && hadRoom(at, column)
  }
}
