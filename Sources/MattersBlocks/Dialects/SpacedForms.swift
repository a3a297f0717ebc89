import MattersText

/// What single lines of spaced text are by their form, beside the columns of a table.
extension SpacedText {
  /// The fewest stretches of a line that can be nothing but a table's.
  private static let wide = 5

  /// Whether a line has so many stretches that it is a table's, whatever stands around it.
  func isWide(_ index: Int) -> Bool { lines[index].chunks.count >= Self.wide }

  /// Whether a line is a label with a colon and, across a gap, what is said under it.
  func isField(_ index: Int) -> Bool {
    guard lines.indices.contains(index) else { return false }
    let chunks = chunks[lines[index].chunks]
    guard let first = chunks.first, chunks.count == 2 else { return false }
    return first.bytes.count <= 48 && source.bytes[first.bytes.upper - 1] == 0x3A
  }

  /// Whether a line begins with a capital and soon has a colon: `Co-opted: Mrs J Penhallow`.
  func opensField(_ index: Int) -> Bool {
    guard let first = chunks[lines[index].chunks].first else { return false }
    return (0x41...0x5A).contains(source.bytes[first.bytes.lower]) && isLabelled(first)
  }

  /// Whether a stretch begins with a word and a colon.
  func isLabelled(_ chunk: Chunk) -> Bool {
    source.bytes[chunk.bytes.lower..<min(chunk.bytes.upper, chunk.bytes.lower + 24)].contains(0x3A)
  }

  /// Whether a stretch is a code of a list, `R1` or `SC 12`: capitals and a number.
  func isCode(_ range: ByteRange) -> Bool {
    guard range.count >= 2, range.count <= 6 else { return false }
    let letters = source.bytes[range.lower..<range.upper].prefix { (0x41...0x5A).contains($0) }
    let rest = source.bytes[range.lower + letters.count..<range.upper].drop { $0 == 0x20 }
    return (1...3).contains(letters.count) && !rest.isEmpty && rest.allSatisfy(\.isDigit)
  }

  /// Whether a label is a year with a full stop.
  ///
  /// `2023.`
  func isYear(_ label: ByteRange) -> Bool {
    let bytes = source.bytes
    return label.count == 5 && bytes[label.upper - 1] == 0x2E
      && (bytes.matches("19", at: label.lower, before: label.upper)
        || bytes.matches("20", at: label.lower, before: label.upper))
      && bytes[label.lower..<label.upper - 1].allSatisfy(\.isDigit)
  }

  /// The headings of a table that stand apart from it, over a line that heads its first rows:
  /// `Meeting of 4 May 2023`.
  func header(
    apartFrom table: ColumnRegion, notBefore free: Int, _ furniture: [Furniture?]
  ) -> ColumnRegion? {
    let head = table.lines.lowerBound - 2
    guard table.columns.count >= 4, head >= free, furniture[head] == nil,
      furniture[head + 1] == nil, !lines[head].isDrawn,
      lines[head].page == lines[table.lines.lowerBound].page,
      isGroup(head + 1, between: table.columns, and: table.columns)
    else { return nil }
    let chunks = chunks[lines[head].chunks]
    guard chunks.count == table.columns.count,
      zip(chunks, table.columns).allSatisfy({ abs($0.start - $1) <= 2 })
    else { return nil }
    return ColumnRegion(lines: head..<head + 1, columns: table.columns)
  }

  /// The first line of the header that stands directly above a table and was not taken for its own,
  /// because its words are but one blank apart: they begin where the columns do, and none runs over
  /// from one into the next.
  func header(
    over table: ColumnRegion, notBefore free: Int, _ furniture: [Furniture?]
  ) -> Int? {
    let first = table.lines.lowerBound
    guard table.columns.count >= 4, !table.isDrawn, !table.isTabbed, lines[first].gap <= 1 else {
      return nil
    }
    var head: Int?
    for at in (max(free, first - 3)..<max(free, first)).reversed() {
      guard furniture[at] == nil, !lines[at].isDrawn, lines[at].page == lines[first].page,
        at == first - 1 || lines[at + 1].gap == 0, let starts = columnStarts(at, table.columns)
      else { break }
      if starts * 10 >= table.columns.count * 7 { head = at }
    }
    return head
  }

  /// In how many columns a word with a capital begins just where the column does; nothing where a
  /// word runs over from one column into the next.
  private func columnStarts(_ index: Int, _ columns: [Int]) -> Int? {
    var starts = 0
    var runsOver = false
    var former = -2
    forEachInk(lines[index]) { at, offset in
      if columns.contains(at) {
        if former == at - 1 { runsOver = true }
        if source.bytes[offset].isUpper || source.bytes[offset] == 0x23 { starts += 1 }
      }
      former = at
    }
    return runsOver ? nil : starts
  }

  /// The last line of one table that is the header of the next: its words begin where the next
  /// one's columns do, and not where its own table's are.
  func header(lostTo above: ColumnRegion, of table: ColumnRegion) -> Int? {
    let index = above.lines.upperBound - 1
    guard !above.isDrawn, !above.isTabbed, !table.isDrawn, !table.isTabbed, above.lines.count >= 2,
      lines[index].page == lines[table.lines.lowerBound].page
    else { return nil }
    let chunks = chunks[lines[index].chunks]
    guard chunks.count >= 3, chunks.count == table.columns.count,
      zip(chunks, table.columns).allSatisfy({ abs($0.start - $1) <= 1 }),
      chunks.count > above.columns.count
        || zip(chunks, above.columns).contains(where: { abs($0.start - $1) > 2 })
    else { return nil }
    return index
  }

  /// The line where a table begins below a title that has a day or an item's number at its right, and
  /// so drew the table's columns together: it is in more pieces than the title and the columns found.
  func header(
    below title: ColumnRegion, _ furniture: [Furniture?], mayBegin: (Int) -> Bool
  ) -> Int? {
    var pieces = 0
    var titles = 0
    for index in title.lines where furniture[index] == nil {
      let line = lines[index]
      let own = line.chunks.count
      if index > title.lines.lowerBound, line.gap > 0, own >= 4, own > title.columns.count,
        pieces <= own - 2, mayBegin(index)
      {
        return index
      }
      if own > 1 { (pieces, titles) = (max(pieces, own), titles + 1) }
      // "Date: 4 May    Time: 10:00    Place: ..." is read by its pieces.
      if titles > 2 || own > 2 && chunks[line.chunks].contains(where: { isLabelled($0) }) {
        return nil
      }
    }
    return nil
  }

  /// Whether a line of two or three stretches stands over a table and not in it: below a blank line
  /// its header follows, which has more.
  func isTitle(_ index: Int, _ furniture: [Furniture?]) -> Bool {
    let own = lines[index].chunks.count
    guard own == 2 || own == 3, !lines[index].isDrawn,
      let first = chunks[lines[index].chunks].first,
      !source.bytes[first.bytes.lower..<first.bytes.upper].contains(0x3A),
      let next = (index + 1..<min(index + 3, lines.count)).first(where: { furniture[$0] == nil }),
      lines[next].gap > 0, lines[next].gap <= 3, lines[next].page == lines[index].page
    else { return false }
    let heads = chunks[lines[next].chunks]
    return heads.count >= own + 2 && heads.count >= 5 && heads.allSatisfy { $0.bytes.count <= 40 }
  }

  /// Whether a line between two parts of one table names a day, and so heads the rows below it.
  func isGroup(_ index: Int, between above: [Int], and below: [Int]) -> Bool {
    let line = lines[index]
    guard above.count >= 4, above.count == below.count,
      zip(above, below).allSatisfy({ abs($0 - $1) <= 2 }),
      line.chunks.count == 1, line.bytes.count <= 80, abs(line.indent - above[0]) <= 2,
      !isClosed(line.bytes)
    else { return false }
    return DateReader.next(in: source.bytes, from: line.bytes.lower, before: line.bytes.upper)
      != nil
  }

  /// The key to a table's colours or marks: its first cell is the word, and three more explain.
  func isKey(_ row: RowSplitter.TableRow) -> Bool {
    guard row.cells.count >= 4, let word = row.cells[0].first?.range, row.cells[0].count == 1,
      word.count == 3
    else { return false }
    return source.bytes.matches("key", at: word.lower, before: word.upper)
  }
}
