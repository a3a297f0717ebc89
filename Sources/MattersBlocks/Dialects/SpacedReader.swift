import MattersText

/// Reads text whose layout is told by spaces into blocks: what `pdftotext -layout` gives, and
/// hard-wrapped text with labels in the margin and lists in columns.
struct SpacedReader {
  private let text: SpacedText
  private let furniture: [Furniture?]
  private let fit: LineFit
  private let isLaidOut: Bool
  private var drafts: [BlockDraft] = []

  /// The prose that the next line may go on with.
  private var open: OpenProse?
  private var table = OpenTable()

  /// A block of prose as it stands on the page.
  private struct OpenProse {
    var draft: Int
    var lastLine: Int
    var lineCount = 1
    /// The column of its first line, and where its later lines begin, once that is known.
    var indent: Int
    var hang: Int?
    /// Who the margin says is to act on it.
    var owner: ByteRange?
    /// Whether the margin says what became of it.
    var isResult = false
  }

  /// The table that the next rows may go on with.
  private struct OpenTable {
    var ordinal: Int32 = -1
    var isOpen = false
    var header = ""
    var columns: [Int] = []
    var page = 0
  }

  /// Reads a paper.
  ///
  /// - Parameter isLaidOut: whether blank lines alone tell where paragraphs end.
  static func read(
    _ source: SourceText, diagnostics: [Diagnostic], isLaidOut: Bool = false
  ) -> Paper {
    let text = SpacedText(source)
    let furniture = RunningLines(text).rules
    var reader = SpacedReader(
      text: text, furniture: furniture, fit: LineFit(text, furniture: furniture),
      isLaidOut: isLaidOut)
    let regions = ColumnFinder(text, furniture: furniture).regions
    var at = 0
    for region in regions {
      if !reader.readGroup(at..<region.lines.lowerBound, before: region) {
        reader.readProse(at..<region.lines.lowerBound)
      }
      reader.readTable(region)
      at = region.lines.upperBound
    }
    reader.readProse(at..<text.lines.count)
    reader.close()
    return Paper(source, drafts: reader.drafts, diagnostics: diagnostics)
  }

  private init(text: SpacedText, furniture: [Furniture?], fit: LineFit, isLaidOut: Bool) {
    self.isLaidOut = isLaidOut
    self.text = text
    self.furniture = furniture
    self.fit = fit
  }

  private mutating func addFurniture(_ index: Int, _ rule: Furniture) {
    let number = text.lines[index].number
    drafts.append(
      BlockDraft(kind: .furniture, lines: LineRange(number, number), furniture: rule))
  }

  // MARK: - Prose

  private mutating func readProse(_ lines: Range<Int>) {
    for index in lines {
      if let rule = furniture[index] {
        addFurniture(index, rule)
        continue
      }
      table.isOpen = false
      if let going = open, continues(going, index) {
        extend(going, index)
      } else {
        begin(index)
      }
    }
  }

  /// Puts the name from the margin behind the words that it stands beside.
  private mutating func close() {
    if let open, let owner = open.owner {
      drafts[open.draft].text.append(
        Segment(range: owner, join: open.isResult ? .paragraph : .space))
    }
    open = nil
  }

  private mutating func begin(_ index: Int) {
    close()
    let line = text.lines[index]
    var shape = LineShape.of(text.source.bytes, line.bytes, indent: line.indent)
    let chunks = text.chunks[line.chunks]
    if shape.kind == .paragraph, chunks.count == 2, let first = chunks.first,
      let second = chunks.last,
      text.isLabel(first.bytes), !text.startsLower(second.bytes)
    {
      // A number in the margin needs no dot.
      shape.kind = .item
      shape.label = first.bytes
      shape.content = second.bytes
    } else if shape.kind == .paragraph, chunks.count == 3, let first = chunks.first,
      let last = chunks.last, text.isLabel(first.bytes),
      text.isLabel(chunks[chunks.startIndex + 1].bytes), !text.startsLower(last.bytes)
    {
      // The minute's number and the agenda's beside each other.
      shape.kind = .item
      shape.label = first.bytes
      shape.content = last.bytes
    }
    var draft = BlockDraft(kind: shape.kind, lines: LineRange(line.number, line.number))
    draft.label = shape.label
    draft.level = shape.level
    draft.style = shape.style
    draft.headEnd = shape.headEnd
    shape.content = text.source.bytes.trimmed(shape.content)
    draft.text = text.spacedLetters(shape.content) ?? [Segment(range: shape.content, join: .none)]
    var prose = OpenProse(draft: drafts.count, lastLine: index, indent: line.indent)
    if shape.content.lower > line.bytes.lower, !shape.content.isEmpty {
      prose.hang = text.column(of: shape.content.lower, in: line)
    } else if chunks.count == 2, let first = chunks.first, let second = chunks.last,
      text.source.bytes[first.bytes.upper - 1] == 0x3A
    {
      prose.hang = second.start  // "Present:     Councillor Ash"
    }
    prose.owner = text.owners[index]
    prose.isResult = text.results.contains(index)
    drafts.append(draft)
    open = prose
  }

  private mutating func extend(_ going: OpenProse, _ index: Int) {
    let line = text.lines[index]
    let last = drafts[going.draft].text.last?.range ?? .none
    drafts[going.draft].text.append(
      Segment(range: line.bytes, join: text.wrapJoin(after: last, before: line.bytes)))
    drafts[going.draft].lines.last = line.number
    open?.lastLine = index
    open?.lineCount += 1
    if let owner = text.owners[index] {
      open?.owner = owner
      open?.isResult = text.results.contains(index)
    }
    if going.lineCount == 1 { open?.hang = line.indent }
  }

  /// Whether a line goes on with the open block.
  private func continues(_ going: OpenProse, _ index: Int) -> Bool {
    let line = text.lines[index]
    let before = text.lines[going.lastLine]
    let shape = LineShape.of(text.source.bytes, line.bytes, indent: line.indent)
    // A year that ends a sentence on the next line is no label: "on 19 September" and "2023."
    let isYear = text.isYear(shape.label) && !text.isClosed(before.bytes)
    // "in the terms of i) and" over "ii) by 8 February": the label is a word of the sentence.
    let isWord =
      shape.kind == .item && line.gap == 0 && !text.isClosed(before.bytes)
      && text.startsLower(shape.content) && line.indent == going.hang && going.hang != going.indent
    guard shape.kind == .paragraph || isYear || isWord, drafts[going.draft].kind != .heading else {
      return false
    }
    if line.chunks.count == 2, text.isLabel(text.chunks[line.chunks.lowerBound].bytes) {
      return false
    }
    if text.isField(index), text.isField(going.lastLine - going.lineCount + 1) { return false }
    let between = furniture[going.lastLine + 1..<index]
    let isCut = line.page != before.page || between.contains { $0 != nil && $0 != .marksOnly }
    guard isCut || line.gap == 0 && index == going.lastLine + 1 else { return false }
    if isCut, text.isField(index) || text.opensField(index) { return false }
    if isLaidOut, !isCut { return abs(line.indent - (going.hang ?? going.indent)) <= 8 }
    let slack = isCut ? 3 : 1
    let stands =
      if let hang = going.hang {
        abs(line.indent - hang) <= slack
          // Printed lines of one indent may stand some columns apart.
          || !fit.isTyped && line.indent > going.indent && abs(line.indent - hang) <= 4
            && !text.isClosed(before.bytes)
          // Items whose later lines go back to the margin.
          || going.lineCount == 1 && abs(line.indent - going.indent) <= slack
            && !(isCut && text.isField(going.lastLine))
      } else {
        abs(line.indent - going.indent) <= (isCut ? 3 : 8)
      }
    guard stands else { return false }
    if isYear { return true }
    let startsLower = text.startsLower(line.bytes)
    // What was decided stands directly below the item's title.
    if drafts[going.draft].kind == .item, going.lineCount == 1, !text.breaksOff(before.bytes),
      text.opensDecision(line.bytes)
    {
      return false
    }
    if !isCut, text.breaksOff(before.bytes), !text.isLabel(line.bytes) { return true }
    let isFull = fit.isFull(before, before: text.firstWord(line.bytes))
    if isCut {
      return !text.isClosed(before.bytes)
        && (startsLower && (going.lineCount > 1 || before.bytes.count >= 20) || isFull
          || text.breaksSentence(before.bytes, before: line.bytes))
    }
    if startsLower { return isFull || !text.isClosed(before.bytes) }
    guard text.isClosed(before.bytes) else {
      let isDigit = text.source.bytes[line.bytes.lower].isDigit
      if drafts[going.draft].kind == .paragraph || going.lineCount > 1,
        text.isProse(before.bytes), !text.startsInCapitals(line.bytes),
        fit.isAlmostFull(before, before: text.firstWord(line.bytes))
      {
        return true
      }
      return isFull || isDigit && fit.isNearlyFull(before, before: text.firstWord(line.bytes))
    }
    // A full stop at the end of a full line closes a sentence or a paragraph. What comes next tells:
    // a lead in capitals, or a heading, which has no stop of its own and ends before the margin.
    return isFull && !text.startsInCapitals(line.bytes) && !isHeading(index)
  }

  /// Whether a line stands alone and has no stop, as a heading does.
  private func isHeading(_ index: Int) -> Bool {
    let line = text.lines[index]
    guard text.source.bytes[line.bytes.upper - 1] != 0x2E else { return false }
    guard index + 1 < text.lines.count, text.lines[index + 1].page == line.page else {
      return false
    }
    let next = text.lines[index + 1]
    return !fit.isNearlyFull(line, before: text.firstWord(next.bytes)) && next.gap == 0
      && (!text.startsLower(next.bytes)
        || LabelScanner.scan(text.source.bytes, next.bytes.lower, next.bytes.upper) != nil)
  }

  // MARK: - Tables

  /// Takes a line that stands between the rows of a table and names a day as the row that heads
  /// those below it: `Meeting of 4 May 2023`.
  private mutating func readGroup(_ lines: Range<Int>, before region: ColumnRegion) -> Bool {
    let own = lines.filter { furniture[$0] == nil }
    guard own.count == 1, let index = own.first, table.isOpen, !region.isDrawn,
      text.isGroup(index, between: table.columns, and: region.columns)
    else { return false }
    let line = text.lines[index]
    close()
    for at in lines {
      if let rule = furniture[at] {
        addFurniture(at, rule)
        continue
      }
      var cells = Array(repeating: [Segment](), count: table.columns.count)
      cells[0] = [Segment(range: line.bytes, join: .none)]
      drafts.append(
        BlockDraft(
          kind: .row, lines: LineRange(line.number, line.number), cells: cells,
          table: table.ordinal))
    }
    return true
  }

  private mutating func readTable(_ region: ColumnRegion) {
    close()
    let page = text.lines[region.lines.lowerBound].page
    let isSamePage = page == table.page
    var rows =
      region.isDrawn
      ? region.drawnRows(in: text)
      : RowSplitter(
        text, region, furniture: furniture, isCarried: table.isOpen && !isSamePage,
        isTyped: fit.isTyped
      ).rows()
    guard let first = rows.first else { return }
    let header = words(first)
    let isHeaderAgain = table.isOpen && header == table.header
    var mapping = Array(region.columns.indices)
    if isHeaderAgain {
      for index in first.lines where furniture[index] == nil {
        addFurniture(index, .repeatedTableHeader)
      }
      rows.removeFirst()
      // Below the header that a page prints again, a row goes on that the page's end cut.
      if region.isDrawn, !isSamePage, let rest = rows.first,
        let last = drafts.lastIndex(where: { $0.kind == .row }), isRest(rest, of: last, mapping)
      {
        join(rest, to: last, mapping)
        rows.removeFirst()
      }
    } else if table.isOpen, let found = match(region.columns, slack: isSamePage ? 1 : 8) {
      mapping = found
      if !isSamePage, let last = drafts.lastIndex(where: { $0.kind == .row }),
        isRest(first, of: last, mapping)
      {
        join(first, to: last, mapping)
        rows.removeFirst()
      }
    } else {
      table.ordinal += 1
      table.header = header
      table.columns = region.columns
    }
    table.isOpen = true
    table.page = page
    var at = isHeaderAgain ? first.lines.upperBound : region.lines.lowerBound
    for row in rows {
      addFurniture(in: at..<row.lines.lowerBound)
      if text.isKey(row) {
        for index in row.lines { addFurniture(index, furniture[index] ?? .keyRow) }
        at = row.lines.upperBound
        continue
      }
      var cells = Array(repeating: [Segment](), count: table.columns.count)
      for (column, segments) in row.cells.enumerated() where mapping[column] < cells.count {
        cells[mapping[column]] += segments
      }
      drafts.append(
        BlockDraft(kind: .row, lines: lines(row), cells: cells, table: table.ordinal))
      addFurniture(in: row.lines)
      at = row.lines.upperBound
    }
    addFurniture(in: at..<region.lines.upperBound)
  }

  /// Rules inside a table, which the rows step over.
  private mutating func addFurniture(in lines: Range<Int>) {
    for index in lines {
      if let rule = furniture[index] { addFurniture(index, rule) }
    }
  }

  private func lines(_ row: RowSplitter.TableRow) -> LineRange {
    LineRange(
      text.lines[row.lines.lowerBound].number, text.lines[row.lines.upperBound - 1].number)
  }

  private func words(_ row: RowSplitter.TableRow) -> String {
    row.cells.map { cell in
      cell.map { text.source.bytes.string($0.range) }.joined(separator: " ")
    }.joined(separator: "\t").lowercased()
  }

  /// The columns of the open table that a region's columns are; empty columns leave no trace on a
  /// page, so that there may be fewer.
  private func match(_ columns: [Int], slack: Int) -> [Int]? {
    guard columns.count <= table.columns.count else { return nil }
    if columns.count == table.columns.count {
      return zip(columns, table.columns).allSatisfy { abs($0 - $1) <= max(slack, 12) }
        ? Array(columns.indices) : nil
    }
    var mapping: [Int] = []
    for start in columns {
      let free = (mapping.last.map { $0 + 1 } ?? 0)..<table.columns.count
      guard
        let best = free.min(by: {
          abs(table.columns[$0] - start) < abs(table.columns[$1] - start)
        }), abs(table.columns[best] - start) <= slack
      else { return nil }
      mapping.append(best)
    }
    return mapping
  }

  /// Whether a page's first row goes on with the last: it begins as a rest does, or a cell of the
  /// last broke off before a word that has to follow.
  private func isRest(_ row: RowSplitter.TableRow, of last: Int, _ mapping: [Int]) -> Bool {
    if row.isRest { return true }
    return row.cells.indices.contains { column in
      guard mapping[column] < drafts[last].cells.count, let next = row.cells[column].first?.range,
        let former = drafts[last].cells[mapping[column]].last?.range
      else { return false }
      return text.breaksOff(former)
        || text.startsLower(next) && !text.isClosed(former)
          && drafts[last].cells[mapping[column]].count > 1 && former.count >= 12
    }
  }

  /// Joins the rest of a row that a page break cut.
  private mutating func join(_ rest: RowSplitter.TableRow, to last: Int, _ mapping: [Int]) {
    for (column, segments) in rest.cells.enumerated()
    where mapping[column] < drafts[last].cells.count {
      var segments = segments
      let cell = mapping[column]
      if let former = drafts[last].cells[cell].last?.range, let first = segments.first,
        first.join != .paragraph
      {
        let isNew = text.isClosed(former) && !text.startsLower(first.range)
        segments[0].join = isNew ? .paragraph : text.wrapJoin(after: former, before: first.range)
      }
      drafts[last].cells[cell] += segments
    }
    drafts[last].lines.last = lines(rest).last
  }
}
