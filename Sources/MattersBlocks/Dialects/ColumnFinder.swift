import MattersText

/// Lines of one page that stand in columns.
struct ColumnRegion {
  /// The lines, as indices into the text's lines; furniture may stand among them.
  var lines: Range<Int>
  /// Where each column begins, left to right.
  var columns: [Int]
  /// Whether it is drawn with rules and bars, which tell all that blanks leave to be guessed.
  var isDrawn = false
  /// Whether tabs part its cells, a line a row.
  var isTabbed = false
}

/// Finds tables whose columns are told by spaces: the gaps of several lines, one above the other,
/// leave rivers of blanks that no word crosses.
struct ColumnFinder {
  private let text: SpacedText
  private let furniture: [Furniture?]
  private(set) var regions: [ColumnRegion] = []
  /// The tables whose cells tabs part, by their first lines: what is set by blanks ends there.
  private let tabbed: [Int: ColumnRegion]

  init(_ text: SpacedText, furniture: [Furniture?]) {
    self.text = text
    self.furniture = furniture
    tabbed = TabTable.all(in: text)
    var index = 0
    var free = 0
    while index < text.lines.count {
      if let drawn = GridTable.region(text, at: index) ?? tabbed[index] {
        regions.append(drawn)
        index = drawn.lines.upperBound
        free = index
        continue
      }
      if furniture[index] != nil || text.isTitle(index, furniture) {
        index += 1
        continue
      }
      let carried = carriedColumns(to: index)
      if let carried, !isSeed(index), let region = tail(at: index, of: carried) {
        regions.append(region)
        index = region.lines.upperBound
      } else if isSeed(index) {
        var (region, end) = grow(from: index, notBefore: free, isCarried: carriedBefore(index))
        if let found = region, let header = text.header(below: found, furniture, mayBegin: isSeed) {
          (region, end) = (nil, header)
        }
        if var found = region {
          reclaimHeader(of: &found)
          let last = regions.last?.lines.upperBound ?? 0
          if let head = text.header(over: found, notBefore: last, furniture) {
            found.lines = head..<found.lines.upperBound
          }
          if let header = text.header(
            apartFrom: found, notBefore: regions.last?.lines.upperBound ?? 0, furniture)
          {
            regions.append(header)
          }
          regions.append(found)
          end = found.lines.upperBound
        } else if let wide = (index + 1..<max(end, index + 1)).first(where: {
          furniture[$0] == nil && text.isWide($0) && isSeed($0)
        }) {
          // A line of two stretches above a table, such as a running head, is no part of it.
          end = wide
        }
        index = max(end, index + 1)
      } else {
        index += 1
        continue
      }
      free = index
    }
  }

  /// Takes a header back from the lines above that drew it in.
  private mutating func reclaimHeader(of region: inout ColumnRegion) {
    guard let above = regions.last, let head = text.header(lostTo: above, of: region),
      furniture[head] == nil,
      (head + 1..<region.lines.lowerBound).allSatisfy({ furniture[$0] != nil })
    else { return }
    regions[regions.count - 1].lines = above.lines.lowerBound..<head
    region.lines = head..<region.lines.upperBound
  }

  // MARK: - Where a table may begin

  /// Whether a line has a gap between columns, and not only one after a label.
  private func isSeed(_ index: Int) -> Bool {
    let chunks = text.chunks[text.lines[index].chunks]
    guard let first = chunks.first, chunks.count >= 2 else { return false }
    let isLabelled = text.isLabel(first.bytes) || text.isBullet(first.bytes)
    var rest = isLabelled ? chunks.dropFirst() : chunks
    if isLabelled, rest.count == 2, let second = rest.first, text.isLabel(second.bytes) {
      rest = rest.dropFirst()
    }
    guard rest.count >= 2 else { return false }
    if chunks.count == 2, text.source.bytes[first.bytes.upper - 1] == 0x3A { return false }
    return zip(rest, rest.dropFirst()).contains { $1.start - $0.end >= 3 }
  }

  /// The columns of the table that reached the foot of the page before, if a line is the first of
  /// its page.
  private func carriedColumns(to index: Int) -> [Int]? {
    guard let last = regions.last, text.lines[index].page > 0 else { return nil }
    for between in last.lines.upperBound..<index where furniture[between] == nil { return nil }
    return text.lines[last.lines.upperBound - 1].page < text.lines[index].page
      ? last.columns : nil
  }

  /// Whether only lines that may be the rest of a row stand between the head of a page, where a
  /// table goes on, and a line.
  private func carriedBefore(_ index: Int) -> Bool {
    guard let last = regions.last else { return false }
    var prose = 0
    for between in last.lines.upperBound..<index where furniture[between] == nil { prose += 1 }
    return prose <= 12 && text.lines[last.lines.upperBound - 1].page + 1 == text.lines[index].page
  }

  /// The lines at the head of a page that go on with one cell of the table before it.
  private func tail(at index: Int, of columns: [Int]) -> ColumnRegion? {
    let start = text.lines[index].indent
    guard columns.dropFirst().contains(where: { abs($0 - start) <= 3 }) else { return nil }
    var end = index + 1
    while end < text.lines.count, furniture[end] == nil, text.lines[end].gap == 0,
      text.lines[end].page == text.lines[index].page, text.lines[end].indent == start,
      !isSeed(end)
    {
      end += 1
    }
    // Where the table has more rows on this page, they are found with their own columns.
    if end < text.lines.count, furniture[end] == nil,
      text.lines[end].page == text.lines[index].page,
      isSeed(end)
    {
      return nil
    }
    return ColumnRegion(lines: index..<end, columns: columns)
  }

  // MARK: - Growing

  private func grow(
    from seed: Int, notBefore free: Int, isCarried: Bool
  ) -> (ColumnRegion?, end: Int) {
    var rivers = Rivers()
    add(seed, to: &rivers)
    var end = seed + 1
    var wide = 1
    var sinceWide = 0
    while end < text.lines.count, text.lines[end].page == text.lines[seed].page,
      !text.lines[end].isDrawn, tabbed[end] == nil
    {
      if furniture[end] != nil {
        guard furniture[end] == .marksOnly else { break }
        end += 1
        continue
      }
      let line = text.lines[end]
      guard line.gap <= 4, sinceWide < (wide > 1 ? 120 : 12), !repeats(end, seed),
        fits(end, &rivers)
      else { break }
      if line.chunks.count > 1 { (wide, sinceWide) = (wide + 1, 0) } else { sinceWide += 1 }
      end += 1
    }
    var start = seed
    while start > free, furniture[start - 1] == nil,
      text.lines[start - 1].page == text.lines[seed].page,
      text.lines[start].gap == 0 || isCarried, continuesUpwards(start - 1, rivers)
    {
      start -= 1
      add(start, to: &rivers)
    }
    let columns = self.columns(start..<end, rivers)
    let last = lastLine(of: start..<end, columns)
    let region = ColumnRegion(lines: start..<last, columns: columns)
    return (isTable(region, rivers, isCarried: isCarried) ? region : nil, last)
  }

  private func add(_ index: Int, to rivers: inout Rivers) {
    rivers.add(words(index))
    for chunk in text.chunks[text.lines[index].chunks] {
      rivers.starts[min(chunk.start, SpacedText.widest)] += 1
    }
  }

  /// The columns of each word of a line.
  private func words(_ index: Int) -> [Range<Int>] {
    var words: [Range<Int>] = []
    text.forEachInk(text.lines[index]) { column, _ in
      if let last = words.last, last.upperBound >= column {
        words[words.count - 1] = last.lowerBound..<max(last.upperBound, column + 1)
      } else {
        words.append(column..<column + 1)
      }
    }
    return words
  }

  /// Takes a line in if it leaves the rivers open.
  private func fits(_ index: Int, _ rivers: inout Rivers) -> Bool {
    guard let fit = fit(index, rivers) else { return false }
    if fit == .within { add(index, to: &rivers) }
    return true
  }

  private enum Fit { case within, across }

  /// How a line stands in the columns found so far: within them, or with one cell too long.
  private func fit(_ index: Int, _ rivers: Rivers) -> Fit? {
    let line = text.lines[index]
    let chunks = text.chunks[line.chunks]
    if line.gap > 0, line.chunks.count == 1, line.indent >= (rivers.banks.first ?? 0),
      near(rivers, line.indent) == 0
    {
      return nil
    }
    if line.gap > 1, line.chunks.count > 1, !chunks.contains(where: { near(rivers, $0.start) > 0 })
    {
      return nil
    }
    let words = words(index)
    var word = 0
    for river in rivers.all where river.count >= 2 {
      while word < words.count, words[word].upperBound <= river.lowerBound { word += 1 }
      var isOpen = false
      var blank = river.lowerBound
      var next = word
      while !isOpen, blank < river.upperBound {
        let end =
          next < words.count ? min(words[next].lowerBound, river.upperBound) : river.upperBound
        let begins = rivers.starts[end] + (chunks.contains { $0.start == end } ? 1 : 0)
        isOpen = end - blank >= 2 || end - blank == 1 && begins >= 2 && chunks.count > 1
        guard next < words.count else { break }
        blank = max(blank, words[next].upperBound)
        next += 1
      }
      if isOpen { continue }
      // One cell may be too long for its column while the others stand in theirs.
      let aligned = chunks.dropFirst().count { rivers.starts[min($0.start, SpacedText.widest)] > 1 }
      return chunks.count >= 3 && aligned >= 2 ? .across : nil
    }
    return .within
  }

  private func near(_ rivers: Rivers, _ start: Int) -> Int {
    let low = min(SpacedText.widest, max(0, start - 1))
    return rivers.starts[low...min(SpacedText.widest, max(low, start + 1))].reduce(0, +)
  }

  /// Whether a line says the same as the table's first: the header of a table that begins anew.
  private func repeats(_ index: Int, _ first: Int) -> Bool {
    let own = text.chunks[text.lines[index].chunks]
    let other = text.chunks[text.lines[first].chunks]
    guard own.count == other.count, own.count >= 2, text.lines[index].gap > 0 else { return false }
    return zip(own, other).allSatisfy {
      text.source.bytes[$0.bytes.lower..<$0.bytes.upper]
        .elementsEqual(text.source.bytes[$1.bytes.lower..<$1.bytes.upper])
    }
  }

  /// A header or a cut cell above the first full line: it stands over a column that is not the first.
  private func continuesUpwards(_ index: Int, _ rivers: Rivers) -> Bool {
    guard let bank = rivers.banks.first else { return false }
    return text.lines[index].indent >= bank - 1 && near(rivers, text.lines[index].indent) > 0
      && fit(index, rivers) != nil
  }

  // MARK: - What was found

  /// The columns' starts; a column of bullets belongs to the one after it.
  private func columns(_ lines: Range<Int>, _ rivers: Rivers) -> [Int] {
    let starts = ([rivers.ink.firstIndex(of: true) ?? 0] + rivers.banks + narrow(lines, rivers))
      .sorted()
    guard starts.count > 2 else { return starts }
    let cells = lines.filter { furniture[$0] == nil }
      .map { text.cells(text.lines[$0], columns: starts) }
    return starts.indices.filter { column in
      guard column > 1 else { return true }
      let former = cells.compactMap { $0[column - 1].isEmpty ? nil : $0[column - 1] }
      return former.isEmpty || !former.allSatisfy { text.isBullet($0) }
    }.map { starts[$0] }
  }

  /// The far banks of rivers that are one blank wide: where words begin below each other again and
  /// again, with words before them, a narrow gap divides columns and not words.
  private func narrow(_ lines: Range<Int>, _ rivers: Rivers) -> [Int] {
    let candidates = rivers.all.filter { $0.count == 1 && rivers.starts[$0.upperBound] < 2 }
    guard !candidates.isEmpty, !rivers.banks.isEmpty else { return [] }
    var count: [Int: Int] = [:]
    for index in lines where furniture[index] == nil {
      let words = words(index)
      // The first two words of a stretch do not count: a list has "Councillor" on every line.
      for at in words.indices.dropFirst(2)
      where words[at - 1].upperBound + 1 >= words[at].lowerBound
        && words[at - 2].upperBound + 1 >= words[at - 1].lowerBound
      {
        count[words[at].lowerBound, default: 0] += 1
      }
    }
    return candidates.map(\.upperBound).filter { count[$0] ?? 0 >= 5 }
  }

  /// Where the region ends without the lines that only stand below its first column.
  private func lastLine(of lines: Range<Int>, _ columns: [Int]) -> Int {
    var end = lines.upperBound
    guard columns.count > 1 else { return lines.lowerBound }
    var last = lines.lowerBound
    for index in lines where furniture[index] == nil && text.lines[index].end > columns[1] {
      last = index
    }
    end = last + 1
    // The rest of a first cell that is taller than its neighbours.
    while end < lines.upperBound, furniture[end] == nil, text.lines[end].gap == 0,
      text.startsLower(text.lines[end].bytes)
        || text.lines[end].indent == text.lines[end - 1].indent
          && text.lines[end].bytes.count <= 12
    {
      end += 1
    }
    return end
  }

  /// Whether a region is one line at a page's foot, with as many stretches as the next page's first:
  /// a header that its rows did not follow.
  private func headsNextPage(_ region: ColumnRegion) -> Bool {
    guard region.lines.count == 1, region.columns.count > 2,
      let next = (region.lines.upperBound..<text.lines.count).first(where: { furniture[$0] == nil })
    else { return false }
    return text.lines[next].page == text.lines[region.lines.lowerBound].page + 1
      && text.lines[next].chunks.count == text.lines[region.lines.lowerBound].chunks.count
  }

  /// Whether under headings such as `Ref` and `Item` nothing follows but numbers in the margin and
  /// paragraphs beside them: prose, and no rows.
  private func isNumberedProse(_ region: ColumnRegion) -> Bool {
    var labels = 0
    var headings = 0
    var lines = 0
    for index in region.lines where furniture[index] == nil {
      let cells = text.cells(text.lines[index], columns: region.columns)
      if !cells[0].isEmpty, text.isLabel(cells[0]) {
        labels += 1
      } else if !cells[0].isEmpty {
        guard labels == 0, headings < 3, cells[0].count <= 12 else { return false }
        headings += 1
        continue
      } else if labels == 0 {
        guard headings < 3 else { return false }
        headings += 1
        continue
      }
      guard cells.dropFirst(2).allSatisfy(\.isEmpty) else { return false }
      lines += 1
    }
    // Rows of a line or two are a list's; paragraphs below a title are minutes.
    let below = region.lines.upperBound
    let goesOn =
      below < text.lines.count && furniture[below] == nil && text.lines[below].gap == 0
      && region.columns.count > 1 && abs(text.lines[below].indent - region.columns[1]) <= 1
    return labels >= 1 && headings >= 1 && (lines >= labels * 2 || goesOn)
  }

  private func isTable(_ region: ColumnRegion, _ rivers: Rivers, isCarried: Bool) -> Bool {
    guard region.columns.count >= 2 else { return false }
    var full = 0
    var single = 0
    var isList = true
    var heads: [ByteRange] = []
    for index in region.lines where furniture[index] == nil {
      let cells = text.cells(text.lines[index], columns: region.columns)
      // A label and its value are a line of a form, not of a table.
      let isField =
        text.lines[index].chunks.count == 2 && !cells[0].isEmpty
        && text.source.bytes[cells[0].upper - 1] == 0x3A
      let filled = cells.count { !$0.isEmpty }
      if filled > 1, !isField { full += 1 }
      // A line apart that crosses to no other column: a title on a front page.
      if filled == 1, !cells[0].isEmpty, text.lines[index].gap > 0 { single += 1 }
      if !cells[0].isEmpty { heads.append(cells[0]) }
      let isApart = text.lines[index].gap > 0 && cells[0].isEmpty
      let words = cells.drop {
        $0.isEmpty || text.isLabel($0) || text.isBullet($0) || text.isCode($0)
      }
      if isApart || words.count(where: { !$0.isEmpty }) > 1 { isList = false }
    }
    if isNumberedProse(region) { return false }
    if isCarried, full > 0 { return true }
    // Labels in the margin, of whatever depth, and a paragraph beside each.
    if isList { return false }
    guard full >= 2 || full == 1 && headsNextPage(region), single <= full else { return false }
    guard region.columns.count == 2 else { return true }
    guard rivers.starts[min(region.columns[1], SpacedText.widest)] >= 2 else { return false }
    let areFields = heads.allSatisfy { text.source.bytes[$0.upper - 1] == 0x3A }
    let areLabels = heads.allSatisfy { text.isLabel($0) || text.isBullet($0) }
    return !areLabels && !areFields
  }
}
