import MattersText

/// A table on printed pages: its lines, which may go on over pages, and the gaps between its
/// columns.
struct PrintedTable {
  /// The lines, as indices; what runs at the pages' edges is not among them.
  var lines: [Int]
  /// The gaps, left to right.
  var gaps: [PrintedGap]

  /// The column in which a word stands.
  func column(of word: PrintedWord) -> Int { gaps.count { word.left >= $0.left } }
}

/// A strip of a table that none of its words stands in.
struct PrintedGap {
  var left: Double
  var right: Double
  /// How many lines have words on both sides.
  var both = 0

  var width: Double { right - left }
  /// Whether it is the margin on one side of the table.
  var isMargin: Bool { left == -.infinity || right == .infinity }
}

/// Finds tables by the gaps that go on from line to line, however narrow they are.
struct PrintedTableFinder {
  private let lines: PrintedLines
  private let running: Set<Int>
  private(set) var tables: [PrintedTable] = []

  init(_ lines: PrintedLines, running: Set<Int>) {
    self.lines = lines
    self.running = running
    var index = 0
    var free = 0
    while index < lines.all.count {
      guard isSeed(index) else {
        index += 1
        continue
      }
      let (found, end) = grow(from: index, notBefore: free)
      if let table = found {
        tables.append(table)
        index = max(index + 1, (table.lines.last ?? index) + 1)
      } else {
        // What was looked at for long is not looked at again.
        index = end - index > 12 ? end : index + 1
      }
      free = index
    }
  }

  private func isSeed(_ index: Int) -> Bool {
    !running.contains(index) && (2...60).contains(lines.all[index].stretches.count)
      && !lines.overfull.contains(lines.all[index].page)
  }

  // MARK: - Growing

  private func grow(from seed: Int, notBefore free: Int) -> (PrintedTable?, end: Int) {
    let first = lines.all[seed]
    var gaps: [PrintedGap] = zip(first.stretches, first.stretches.dropFirst()).map {
      PrintedGap(left: first.edges($0).right, right: first.edges($1).left, both: 1)
    }
    // A column may stand beyond those of the first line.
    gaps.insert(PrintedGap(left: -.infinity, right: first.words[0].left), at: 0)
    gaps.append(
      PrintedGap(left: first.edges(first.stretches.last ?? 0..<1).right, right: .infinity))
    var taken = [seed]
    var below = 0
    var index = seed + 1
    while index < lines.all.count {
      if running.contains(index) {
        index += 1
        continue
      }
      guard let last = taken.last, !lines.overfull.contains(lines.all[index].page),
        lines.all[index].stretches.count <= 200, below < 60, follows(index, last, gaps)
      else { break }
      if let narrowed = narrow(gaps, by: index) {
        gaps = narrowed
      } else if !isSpanning(index, gaps) || says(index + 1, taken[0]) {
        break
      }
      below = lines.all[index].stretches.count > 1 ? 0 : below + 1
      taken.append(index)
      index += 1
    }
    let end = index
    var above = seed - 1
    while above >= free, !running.contains(above), lines.all[above].page == first.page,
      stands(above, over: taken[0], gaps), let narrowed = narrow(gaps, by: above),
      narrowed.count >= gaps.count
    {
      gaps = narrowed
      taken.insert(above, at: 0)
      above -= 1
    }
    gaps = gaps.filter { !$0.isMargin && hasBank($0, taken) }
    joinApart(&gaps, taken)
    trim(&taken, gaps)
    merge(&gaps, taken)
    let table = PrintedTable(lines: taken, gaps: gaps)
    return (isTable(table) ? table : nil, end)
  }

  /// Whether a line is near enough to the last one to be of the same table.
  private func follows(_ index: Int, _ last: Int, _ gaps: [PrintedGap]) -> Bool {
    let (line, before) = (lines.all[index], lines.all[last])
    guard let first = gaps.first(where: { !$0.isMargin }) else { return false }
    let isAcross = line.words.contains { $0.left >= first.left }
    if line.page != before.page {
      return line.page == before.page + 1 && gaps.contains { $0.both > 1 }
        && (isAcross || isHeadOf(index + 1, index))
    }
    let distance = (line.top - before.top) / (before.height * lines.leading)
    let starts = line.stretches.count
    return distance < (starts > 1 ? 5 : isAcross ? 3 : 2.2)
  }

  /// Whether a line is the first of a header whose other cells stand on the next.
  private func isHeadOf(_ next: Int, _ index: Int) -> Bool {
    guard next < lines.all.count, !running.contains(next) else { return false }
    let (line, below) = (lines.all[index], lines.all[next])
    return line.stretches.count == 1 && below.stretches.count >= 3 && below.page == line.page
      && abs(below.words[0].left - line.words[0].left) < 1.5
      && below.top - line.top < line.height * max(1.35, lines.leading)
      && line.edges(line.stretches[0]).right < below.edges(below.stretches[1]).left
  }

  /// The gaps that a line leaves open; nothing where it runs across one that others bear out.
  private func narrow(_ gaps: [PrintedGap], by index: Int) -> [PrintedGap]? {
    let line = lines.all[index]
    let ink = line.stretches.map { line.edges($0) }
    var kept: [PrintedGap] = []
    for gap in gaps {
      var pieces: [PrintedGap] = []
      var left = gap.left
      for stretch in ink where stretch.right > gap.left && stretch.left < gap.right {
        if stretch.left - left >= lines.wideGap(line) {
          pieces.append(PrintedGap(left: left, right: stretch.left, both: gap.both))
        }
        left = max(left, stretch.right)
      }
      if gap.right - left >= lines.wideGap(line) {
        pieces.append(PrintedGap(left: left, right: gap.right, both: gap.both))
      }
      if pieces.isEmpty, gap.both > 2 { return nil }
      for var piece in pieces where !piece.isMargin {
        if ink.contains(where: { $0.right <= piece.left + 0.01 }),
          ink.contains(where: { $0.left >= piece.right - 0.01 })
        {
          piece.both += 1
        }
        kept.append(piece)
      }
      kept += pieces.filter(\.isMargin)
    }
    return kept.allSatisfy(\.isMargin) ? nil : kept.sorted { $0.left < $1.left }
  }

  /// Whether a line runs across the columns as one cell, with the table's rows going on after it.
  private func isSpanning(_ index: Int, _ gaps: [PrintedGap]) -> Bool {
    let line = lines.all[index]
    guard gaps.count >= 4, line.stretches.count == 1, index + 1 < lines.all.count else {
      return false
    }
    let next = lines.all[index + 1]
    guard next.page == line.page, next.stretches.count >= 2,
      next.top - line.top < 2 * line.height * lines.leading,
      let narrowed = narrow(gaps, by: index + 1)
    else { return false }
    return narrowed.count == gaps.count && narrowed.count { $0.both > 3 } >= 2
  }

  /// Whether two lines have the same words: a header that begins another table.
  private func says(_ a: Int, _ b: Int) -> Bool {
    let (a, b) = (lines.all[a].words, lines.all[b].words)
    return a.count == b.count
      && zip(a, b).allSatisfy {
        lines.bytes[$0.text.lower..<$0.text.upper]
          .elementsEqual(lines.bytes[$1.text.lower..<$1.text.upper])
      }
  }

  /// Whether a line above a table's first full one is the head of a column that is not the first.
  private func stands(_ index: Int, over first: Int, _ gaps: [PrintedGap]) -> Bool {
    guard let gap = gaps.first(where: { !$0.isMargin }) else { return false }
    let (line, below) = (lines.all[index], lines.all[first])
    if isHeadOf(first, index) { return true }
    let reach = line.words.count <= 3 && line.stretches.count == 1 ? 3.5 : 1.5
    return line.words[0].left >= gap.right - 1
      && below.top - line.top < line.height * lines.leading * reach
  }

  // MARK: - What was found

  /// Whether words begin at a gap's right bank line after line, end at its left one, or the gap is
  /// wide enough to need no such proof.
  private func hasBank(_ gap: PrintedGap, _ taken: [Int]) -> Bool {
    guard gap.both >= 2 else { return false }
    if gap.width >= 2 * lines.space(lines.all[taken[0]]) { return true }
    var count = 0
    for index in taken {
      let line = lines.all[index]
      if line.stretches.contains(where: {
        let edges = line.edges($0)
        return abs(edges.left - gap.right) < 1.5 || abs(edges.right - gap.left) < 1.5
      }) {
        count += 1
      }
    }
    return count >= 2
  }

  /// Takes out the gaps beside which no line has words on both sides: a centred heading over short
  /// words stands beside them and is of their column all the same.
  private func joinApart(_ gaps: inout [PrintedGap], _ taken: [Int]) {
    while gaps.count > 1 {
      let all = gaps
      var full = [Int](repeating: 0, count: all.count)
      for index in taken {
        let columns = Set(lines.all[index].words.map { word in all.count { word.left >= $0.left } })
        for gap in all.indices where columns.contains(gap) && columns.contains(gap + 1) {
          full[gap] += 1
        }
      }
      let empty = all.indices.filter { full[$0] == 0 }
      guard let least = empty.min(by: { all[$0].width < all[$1].width }) else { return }
      gaps.remove(at: least)
    }
  }

  /// Takes off the lines at the end that only stand below the first column.
  private func trim(_ taken: inout [Int], _ gaps: [PrintedGap]) {
    guard let gap = gaps.first else { return }
    while let last = taken.last, taken.count > 1 {
      let line = lines.all[last]
      let before = lines.all[taken[taken.count - 2]]
      guard !line.words.contains(where: { $0.left >= gap.left }) else { return }
      let isRest =
        line.page == before.page
        && line.top - before.top < line.height * max(1.3, lines.leading * 1.05)
        && lines.bytes[line.words[0].text.lower].isLower
      if isRest || isInset(line, taken) || isNearer(last, taken, gap) { return }
      taken.removeLast()
    }
  }

  /// Whether the lines below the first column stand nearer to the table than to what comes next.
  private func isNearer(_ last: Int, _ taken: [Int], _ gap: PrintedGap) -> Bool {
    guard last + 1 < lines.all.count, lines.all[last + 1].page == lines.all[last].page,
      let full = taken.lastIndex(where: { index in
        lines.all[index].words.contains { $0.left >= gap.left }
      }), full + 1 < taken.count
    else { return false }
    let left = lines.all[taken[full + 1]].words[0].left
    guard abs(left - lines.all[taken[0]].words[0].left) < 1 else { return false }
    let before = lines.all[taken[full + 1]].top - lines.all[taken[full]].top
    return lines.all[last + 1].top - lines.all[last].top > before + 2
  }

  /// Whether a line begins where a table's first cells do, and prose does not.
  private func isInset(_ line: PrintedLine, _ taken: [Int]) -> Bool {
    let left = taken.map { lines.all[$0].words[0].left }.min() ?? 0
    return abs(line.words[0].left - left) < 0.5 && abs(left - lines.indent) > 1.5
  }

  /// A column of bullets or list labels belongs to the one after it.
  private func merge(_ gaps: inout [PrintedGap], _ taken: [Int]) {
    var at = 1
    while at < gaps.count {
      let cells = taken.flatMap { index in
        lines.all[index].words.filter {
          $0.left >= gaps[at - 1].left && $0.left < gaps[at].left
        }
      }
      if !cells.isEmpty, cells.allSatisfy({ isMark($0) }) {
        gaps.remove(at: at)
      } else {
        at += 1
      }
    }
  }

  /// Whether a word is a bullet, or a label in brackets.
  private func isMark(_ word: PrintedWord) -> Bool {
    let bytes = lines.bytes[word.text.lower..<word.text.upper]
    if word.length == 1 { return !bytes.contains { $0.isLetter || $0.isDigit } || bytes == [0x6F] }
    return word.length <= 5 && bytes.last == 0x29
  }

  private func isTable(_ table: PrintedTable) -> Bool {
    guard let gap = table.gaps.first else { return false }
    var full = 0
    var areMarks = true
    var areFields = true
    for index in table.lines {
      let words = lines.all[index].words
      if Set(words.map { table.column(of: $0) }).count > 1 { full += 1 }
      let head = words.prefix { $0.left < gap.left }
      guard let last = head.last else { continue }
      if head.count > 1 || !isMark(last) && !isNumber(last) { areMarks = false }
      if !isField(last) { areFields = false }
    }
    guard full >= 2 else { return false }
    guard table.gaps.count == 1 else { return true }
    return full >= 3 && gap.both >= 3 && !areMarks && !areFields && !isNewspaper(table)
  }

  private func isNumber(_ word: PrintedWord) -> Bool {
    lines.bytes[word.text.lower..<word.text.upper].allSatisfy { $0.isDigit || $0 == 0x2E }
  }

  private func isField(_ word: PrintedWord) -> Bool {
    lines.bytes[word.text.upper - 1] == 0x3A
  }

  /// Whether two columns are prose set in columns: nearly every line is full on both sides.
  private func isNewspaper(_ table: PrintedTable) -> Bool {
    let gap = table.gaps[0]
    let full = table.lines.count { index in
      let words = lines.all[index].words
      let left = words.count { $0.left < gap.left }
      return left >= 4 && words.count - left >= 4
    }
    return table.lines.count >= 12 && full * 4 >= table.lines.count * 3
  }
}
