import MattersBlocks
import MattersText

/// Makes pieces of a page's flat events: paragraphs, headings, items, tables.
///
/// White space and `<br>` are treated as a browser shows them; lists count their numbers; what the
/// site puts around the page is dropped under its rule's name. The events' own order and nesting are
/// all that is relied on, so that broken markup gives pieces too.
final class HTMLReader: MarkupHandler {
  /// An element that is open.
  private struct Frame {
    var name: String
    var tag: HTMLTag
    var dropped: Furniture?
    var isSet = false
  }

  /// A list that is open.
  private struct List {
    var isOrdered: Bool
    var numbering: ListNumbering
    var next: Int
  }

  /// A table that is open, and the pieces that came before it.
  private struct OpenTable {
    var table = HTMLTable()
    var outside: [HTMLPiece]
    var lists: [List]
    var row: HTMLTable.HTMLRow?
    var rowStart = 0
    var cell: HTMLTable.Cell?
    var isInHead = false
  }

  private let source: SourceText
  /// The bytes that are parsed.
  private var parsed: [UInt8]?
  /// The place in the source of a place in what is parsed; the two differ for text in text.
  private let place: (Int) -> Int
  private let emit: (HTMLPiece) -> Void

  private var frames: [Frame] = []
  private var dropping: (depth: Int, rule: Furniture, start: Int, hasWords: Bool)?
  private var pieces: [HTMLPiece] = []
  private var tables: [OpenTable] = []
  private var lists: [List] = []
  private var words = PlacedWords()
  /// How many open elements set their words in bold, struck through, apart otherwise.
  private var (boldDepth, struckDepth, setDepth) = (0, 0, 0)
  private var heading: Int?
  private var preformattedDepth = 0
  private var articleDepth = 0
  /// A list item whose first words are still to come.
  private var pendingItem: (label: String?, isBullet: Bool)?
  /// The words of a `<dt>` that its `<dd>` goes on with.
  private var term: PlacedWords?
  private var isInDefinition = false
  private var isInPageName = false
  private var hasSiteName = false
  private var sawBreak = false

  /// Reads the pieces of some HTML; `emit` gets them in order.
  static func read(
    _ bytes: [UInt8], of source: SourceText, place: @escaping (Int) -> Int = { $0 },
    emit: @escaping (HTMLPiece) -> Void
  ) throws(MarkupParser.Stop) {
    let reader = HTMLReader(source: source, place: place, emit: emit)
    reader.parsed = bytes
    try MarkupParser.parse(bytes, as: .html, into: reader)
    reader.finish(at: bytes.count)
  }

  private init(
    source: SourceText, place: @escaping (Int) -> Int, emit: @escaping (HTMLPiece) -> Void
  ) {
    self.source = source
    self.place = place
    self.emit = emit
  }

  // MARK: - Events

  func open(_ name: String, _ attributes: MarkupAttributes, at offset: Int) {
    var frame = Frame(name: name, tag: HTMLTag.of(name))
    defer { frames.append(frame) }
    guard dropping == nil else { return }
    if let why = dropped(frame.tag, name, attributes) {
      if why == .navigation { endParagraph() }
      let rule: Furniture = why == .navigation ? .navigation : .hidden
      frame.dropped = rule
      dropping = (frames.count, rule, place(offset), false)
      return
    }
    defer {
      if HTMLEmphasis.isSet(name, attributes) {
        frame.isSet = true
        setDepth += 1
      }
    }
    switch frame.tag {
    case .inline, .dropped: break
    case .bold: boldDepth += 1
    case .struck: struckDepth += 1
    case .lineBreak: sawBreak = true
    case .image: picture(attributes, at: offset)
    case .heading(let level):
      endParagraph()
      heading = level
    case .pageName:
      endParagraph()
      isInPageName = true
    case .list(let isOrdered): openList(isOrdered, attributes)
    case .listItem: openItem(attributes)
    case .term:
      endParagraph()
      term = nil
    case .definition:
      if term == nil { endParagraph() }
      isInDefinition = true
    case .table: openTable(attributes)
    case .tableHead: if !tables.isEmpty { tables[tables.count - 1].isInHead = true }
    case .row: openRow(at: offset)
    case .cell(let isHeader): openCell(isHeader, attributes)
    case .preformatted:
      endParagraph()
      preformattedDepth += 1
    case .article:
      endParagraph()
      articleDepth += 1
    case .block: endParagraph()
    }
  }

  func close(_ name: String, at offset: Int) {
    guard let frame = frames.popLast() else { return }
    if let dropping {
      guard frames.count == dropping.depth else { return }
      self.dropping = nil
      if dropping.hasWords {
        add(
          .furniture(
            dropping.rule,
            LineRange(source.line(at: dropping.start), source.line(at: place(offset)))))
      }
      return
    }
    defer { if frame.isSet { setDepth -= 1 } }
    switch frame.tag {
    case .inline, .dropped, .lineBreak, .image: break
    case .bold: boldDepth -= 1
    case .struck: struckDepth -= 1
    case .heading:
      endParagraph()
      heading = nil
    case .pageName:
      isInPageName = false
      addSiteName()
    case .list:
      endParagraph()
      _ = lists.popLast()
    case .listItem:
      endParagraph()
      pendingItem = nil
    case .term:
      term = words.isEmpty ? nil : words
      words = PlacedWords()
    case .definition:
      endParagraph()
      isInDefinition = false
      term = nil
    case .table: closeTable()
    case .tableHead: if !tables.isEmpty { tables[tables.count - 1].isInHead = false }
    case .row: closeRow(at: offset)
    case .cell: closeCell()
    case .preformatted:
      endParagraph()
      preformattedDepth -= 1
    case .article:
      endParagraph()
      articleDepth -= 1
    case .block: endParagraph()
    }
  }

  func words(_ text: ArraySlice<UInt8>, at offset: Int) {
    if dropping != nil {
      if text.contains(where: { !$0.isSpace }) { dropping?.hasWords = true }
      return
    }
    guard preformattedDepth > 0 else { return addWords(text, at: offset) }
    // In preformatted text a blank line ends a paragraph, and others are where a browser breaks.
    var start = text.startIndex
    for at in text.indices where text[at] == 0x0A {
      addWords(text[start..<at], at: offset + start - text.startIndex)
      start = at + 1
      if text[start...].first == 0x0A || text[start...].prefix(2) == [0x0D, 0x0A] {
        endParagraph()
      } else {
        words.space()
      }
    }
    addWords(text[start...], at: offset + start - text.startIndex)
  }

  // MARK: - Words

  private func addWords(_ text: ArraySlice<UInt8>, at offset: Int) {
    guard !text.isEmpty else { return }
    if sawBreak, let first = text.first(where: { !$0.isSpace }) {
      sawBreak = false
      if tables.last?.cell != nil || isInDefinition {
        words.paragraph()
      } else if first.isLower || endsOpen {
        words.space()
      } else {
        endParagraph()
      }
    }
    words.append(
      text, at: place(offset), isBold: boldDepth > 0, isStruck: struckDepth > 0,
      isSet: setDepth > 0)
  }

  /// Whether the last word asks for another: `Review of`.
  private var endsOpen: Bool {
    let last = words.bytes.reversed().prefix { $0 != 0x20 }.reversed()
    return Self.openWords.contains(String(decoding: last, as: UTF8.self).lowercased())
  }

  private static let openWords: Set<String> = [
    "of", "the", "and", "for", "to", "in", "on", "by", "with", "a", "an", "from", "at", "&", "or",
  ]

  /// The site's name, which the names of its pages end with; a heading above all others.
  private func addSiteName() {
    defer { words = PlacedWords() }
    sawBreak = false
    guard !hasSiteName else { return }
    let name = words.lastPart(after: [" - ", " | ", " \u{2013} ", " :: "])
    guard let name else { return }
    hasSiteName = true
    add(.heading(name, level: 0))
  }

  private func picture(_ attributes: MarkupAttributes, at offset: Int) {
    guard let alternative = attributes.value("alt"), !alternative.isEmpty,
      alternative.utf8.count <= 30, !tables.isEmpty
    else { return }
    tables[tables.count - 1].cell?.picture = PlacedWords(alternative, at: place(offset))
  }

  /// Ends the paragraph, heading or item whose words are being gathered.
  private func endParagraph() {
    sawBreak = false
    guard !words.isEmpty || term != nil else {
      words = PlacedWords()
      return
    }
    var words = words
    self.words = PlacedWords()
    if var lead = term {
      term = nil
      if lead.bytes.last != 0x3A { lead.append([0x3A], at: lead.firstPlace) }
      lead.space()
      lead.append(words)
      words = lead
    }
    if let heading {
      add(.heading(words, level: heading))
    } else if let item = pendingItem {
      pendingItem = nil
      add(
        .item(
          words, label: item.label, level: max(0, lists.count - 1), isBullet: item.isBullet))
    } else {
      add(.paragraph(words))
    }
  }

  private func add(_ piece: HTMLPiece) {
    if let last = tables.indices.last {
      if tables[last].cell != nil {
        tables[last].cell?.pieces.append(piece)
      } else if case .furniture = piece {
        // Between cells: nothing of the paper.
      } else {
        // Words between a table's rows stand before the table, as browsers show them.
        tables[last].outside.append(piece)
      }
    } else {
      emit(piece)
    }
  }

  // MARK: - What is dropped

  private func dropped(
    _ tag: HTMLTag, _ name: String, _ attributes: MarkupAttributes
  ) -> DroppedElement? {
    if case .dropped(let why) = tag { return why }
    if name == "body" || name == "html" || name == "main" { return nil }
    if name == "input" { return nil }
    if name == "footer" || name == "aside", articleDepth == 0, tables.isEmpty {
      return .navigation
    }
    return SiteMarks.dropped(attributes)
  }

  // MARK: - Lists

  private func openList(_ isOrdered: Bool, _ attributes: MarkupAttributes) {
    endParagraph()
    pendingItem = nil
    lists.append(
      List(
        isOrdered: isOrdered,
        numbering: ListNumbering(
          type: attributes.value("type"), style: attributes.value("style")),
        next: attributes.value("start").flatMap { Int($0) } ?? 1))
  }

  private func openItem(_ attributes: MarkupAttributes) {
    endParagraph()
    guard let last = lists.indices.last, lists[last].isOrdered else {
      pendingItem = (nil, true)
      return
    }
    let number = attributes.value("value").flatMap { Int($0) } ?? lists[last].next
    lists[last].next = number &+ 1
    pendingItem = (lists[last].numbering.label(number), false)
  }

  // MARK: - Tables

  private func openTable(_ attributes: MarkupAttributes) {
    endParagraph()
    var open = OpenTable(outside: [], lists: lists)
    let role = attributes.value("role")?.lowercased()
    open.table.isPresentation = role == "presentation" || role == "none"
    open.table.listsItems = PageMarks.listsItems(attributes)
    lists = []
    pendingItem = nil
    tables.append(open)
  }

  private func openRow(at offset: Int) {
    endParagraph()
    closeRow()
    guard let last = tables.indices.last else { return }
    tables[last].row = HTMLTable.HTMLRow(isHead: tables[last].isInHead)
    tables[last].rowStart = source.line(at: place(max(0, offset - 1)))
  }

  private func openCell(_ isHeader: Bool, _ attributes: MarkupAttributes) {
    endParagraph()
    guard let last = tables.indices.last else { return }
    closeCell()
    if tables[last].row == nil { tables[last].row = HTMLTable.HTMLRow() }
    if PageMarks.numbersItem(attributes) { tables[last].table.listsItems = true }
    func span(_ name: StaticString) -> Int {
      min(max(attributes.value(name).flatMap { Int($0) } ?? 1, 1), 1_000)
    }
    tables[last].cell = HTMLTable.Cell(
      isHeader: isHeader, columns: span("colspan"), rows: span("rowspan"))
  }

  private func closeCell() {
    endParagraph()
    pendingItem = nil
    guard let last = tables.indices.last, let cell = tables[last].cell else { return }
    lists = []
    tables[last].cell = nil
    tables[last].row?.cells.append(cell)
  }

  /// Ends a row; it stands on the lines of its element, where its own tag ends it.
  private func closeRow(at offset: Int? = nil) {
    closeCell()
    guard let last = tables.indices.last, var row = tables[last].row else { return }
    tables[last].row = nil
    if let offset, let parsed, HTMLTag.ends("</tr", parsed, offset) {
      row.lines = LineRange(tables[last].rowStart, source.line(at: place(max(0, offset - 1))))
    }
    if !row.cells.isEmpty { tables[last].table.rows.append(row) }
  }

  private func closeTable() {
    closeRow()
    guard let closed = tables.popLast() else { return }
    lists = closed.lists
    for piece in closed.outside { add(piece) }
    for piece in closed.table.unrolled { add(piece) }
  }

  private func finish(at end: Int) {
    while !tables.isEmpty { closeTable() }
    endParagraph()
  }
}
