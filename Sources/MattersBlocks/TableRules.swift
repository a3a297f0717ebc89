import MattersText

/// The rules that tables of every form share: keys and repeated headers are furniture, and a row
/// that a page break cut is made whole.
extension PaperBuilder {
  /// What is known of the table that rows are being added to.
  struct TableState {
    var ordinal: Int32 = -1
    var isOpen = false
    var header: [String] = []
    var lastRow: Int?
    /// How often the last row was joined with one that a page break cut off.
    var joins = 0
  }

  /// Takes the cells from `firstCell` on as a row.
  ///
  /// - Parameter opensList: for each cell, whether its words begin with a list's first point.
  mutating func addRow(from firstCell: Int, lines: LineRange, opensList: [Bool]) {
    let row = Int32(firstCell)..<Int32(cells.count)
    if isKey(row) {
      blocks.append(Block(kind: .furniture, lines: lines, furniture: .keyRow))
      cells.removeLast(cells.count - firstCell)
      return
    }
    if table.isOpen, sawGap, isHeader(row) {
      blocks.append(Block(kind: .furniture, lines: lines, furniture: .repeatedTableHeader))
      cells.removeLast(cells.count - firstCell)
      return
    }
    // No row runs over dozens of pages, and each joining copies what it joins.
    if table.isOpen, sawGap, table.joins < 30, let last = table.lastRow, isCutOff(row, from: last) {
      table.joins += 1
      join(row, to: last, opensList, lines)
      sawGap = false
      return
    }
    if !table.isOpen {
      table.ordinal += 1
      table.isOpen = true
      table.header = headerWords(row)
    }
    var block = Block(kind: .row, lines: lines)
    block.cells = row
    block.table = table.ordinal
    blocks.append(block)
    table.lastRow = blocks.count - 1
    table.joins = 0
    sawGap = false
  }

  /// The key to a table's colours or marks: its first cell is the word, and three more explain.
  private func isKey(_ row: Range<Int32>) -> Bool {
    guard row.count >= 4 else { return false }
    let first = cells[Int(row.lowerBound)]
    return first.count == 3
      && cleaner.text.bytes.matches("key", at: first.lower, before: first.upper)
  }

  /// Whether a row says what the table's header says.
  private func isHeader(_ row: Range<Int32>) -> Bool {
    // "Date | 4 May 2023" again is the next card of a form.
    if row.count == 2, table.header.last?.utf8.contains(where: \.isDigit) ?? false { return false }
    return row.count == table.header.count
      && zip(row, table.header).allSatisfy { cell, words in
        let own = cleaner.text.string(cells[Int(cell)])
        return own == words || own.lowercased() == words.lowercased()
      }
  }

  private func headerWords(_ row: Range<Int32>) -> [String] {
    row.map { cleaner.text.string(cells[Int($0)]) }
  }

  private func firstFilled(_ row: Range<Int32>) -> Int {
    row.firstIndex { !cells[Int($0)].isEmpty }.map { Int($0 - row.lowerBound) } ?? row.count
  }

  /// Whether a row after a page break goes on with the one before: it begins further right.
  private func isCutOff(_ row: Range<Int32>, from last: Int) -> Bool {
    let former = blocks[last].cells
    let first = firstFilled(row)
    return first > 0 && first > firstFilled(former) && first < row.count
      && row.count <= former.count
  }

  /// Whether words are the title of a numbered row and those below begin what is said under it.
  private func isTitle(_ head: ByteRange, of row: Range<Int32>, over tail: ByteRange) -> Bool {
    let bytes = cleaner.text.bytes
    let number = cells[Int(row.lowerBound)]
    guard (1...4).contains(number.count), (4...80).contains(head.count), number != head,
      bytes[number.lower].isDigit, bytes[number.upper - 1] == 0x2E || number.count <= 2,
      bytes[head.lower].isUpper, bytes[head.upper - 1].isWordByte, bytes[tail.lower].isUpper
    else { return false }
    return tail.count > head.count || bytes[tail.upper - 1] == 0x2E
      || bytes.matches("none", at: tail.lower, before: tail.upper)
  }

  private mutating func join(
    _ row: Range<Int32>, to last: Int, _ opensList: [Bool], _ lines: LineRange
  ) {
    let former = blocks[last].cells
    let firstCell = cells.count
    for index in 0..<former.count {
      let head = cells[Int(former.lowerBound) + index]
      let tail = index < row.count ? cells[Int(row.lowerBound) + index] : .none
      if tail.isEmpty {
        cells.append(head)
        continue
      }
      let start = cleaner.begin()
      cleaner.appendCleaned(head)
      // A list's tag begins a new point; a sentence that was cut has none, or a paragraph's.
      if index < opensList.count && opensList[index] || isTitle(head, of: former, over: tail) {
        cleaner.paragraph()
      } else {
        cleaner.space()
      }
      cleaner.appendCleaned(tail)
      cells.append(ByteRange(start, cleaner.text.bytes.count))
    }
    blocks[last].cells = Int32(firstCell)..<Int32(cells.count)
    blocks[last].lines.last = lines.last
  }

}
