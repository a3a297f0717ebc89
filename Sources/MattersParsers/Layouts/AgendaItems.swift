import MattersBlocks
import MattersRecords
import MattersText

/// Reads the items of an agenda: rows of its table, or paragraphs with numbers, letters or times.
struct AgendaItems {
  private let paper: Paper
  private let section: Section
  /// Who may see the items that follow.
  private var closed = AccessWording()
  private var items: [Item] = []

  /// An item and where it stands.
  private struct Item {
    var content: AgendaItem
    var access: AccessWording
    var lines: LineRange
    var blocks: Range<Int>
  }

  static func read(_ section: Section, of paper: Paper, into sink: inout RecordSink) {
    var best = AgendaItems(section, of: paper)
    best.readRowsAndLists()
    var counted = AgendaItems(section, of: paper)
    counted.readCounted()
    if counted.items.count > best.items.count { best = counted }
    for item in best.items {
      var content = item.content
      content.meetingDate = sink.meeting.date?.iso
      sink.access = item.access
      sink.add(
        .agendaItem(content), parts: [content.meetingDate, content.number],
        lines: item.lines, blocks: item.blocks)
    }
    sink.access = AccessWording()
  }

  private init(_ section: Section, of paper: Paper) {
    self.section = section
    self.paper = paper
  }

  // MARK: - Rows, and lists that the conversion made of them

  private mutating func readRowsAndLists() {
    var last: ItemNumber?
    var columns: [Int32: AgendaColumns] = [:]
    var named: AgendaColumns?
    var index = section.blocks.lowerBound
    while index < section.blocks.upperBound {
      let block = paper.blocks[index]
      switch block.kind {
      case .row:
        let cells = Array(paper.cells(block))
        if columns[block.table] == nil {
          // A heading between the rows begins a table that has no header of its own.
          let own = AgendaColumns(header: cells.map { paper.text($0) })
          if own.isNamed { named = own }
          columns[block.table] = own.isNamed ? own : named ?? own
        }
        if let layout = columns[block.table], layout.isNamed, !layout.isNumbered,
          let item = layout.bareItem(cells, in: paper)
        {
          add(item, lines: block.lines, blocks: index..<index + 1)
        } else if let layout = columns[block.table],
          let (item, number) = layout.item(cells, in: paper, after: last), follows(number, last)
        {
          last = number
          add(item, lines: block.lines, blocks: index..<index + 1)
        }
        index += 1
      case .item, .heading:
        let label = paper.label(block) ?? ""
        guard let number = ItemNumber(roman: label, after: last) ?? ItemNumber(label),
          follows(number, last),
          block.text.count >= 3, block.text.count <= 400
        else {
          index += 1
          continue
        }
        last = number
        index = readFlattened(number, at: index)
      default:
        notice(block)
        index += 1
      }
    }
  }

  private func follows(_ number: ItemNumber, _ last: ItemNumber?) -> Bool {
    guard let last else { return true }
    return number.follows(last) || number.follows(last.ordinal)
  }

  /// An item that stands as a paragraph, its pages and its purpose as paragraphs of their own.
  private mutating func readFlattened(_ number: ItemNumber, at start: Int) -> Int {
    var item = AgendaWords.item(paper.text(paper.blocks[start]))
    item.number = number.printed
    return finish(item, at: start, from: start + 1)
  }

  /// Takes the pages and the purpose below an item's title.
  private mutating func finish(_ item: AgendaItem, at start: Int, from first: Int) -> Int {
    var item = item
    var lines = paper.blocks[start].lines
    for block in paper.blocks[start..<first] { lines = lines.union(block.lines) }
    var index = first
    var purpose: [String] = []
    // "To elect a Chair of the Municipal" goes on in the lines below, up to its full stop.
    let head = paper.blocks[max(start, first - 1)]
    if item.title.lowercased().hasPrefix("to "), !paper.ends(head, with: "."),
      item.title.utf8.count >= 50
    {
      var title = item.title
      var at = index
      var taken = 0
      while taken < 4, at < section.blocks.upperBound, !title.hasSuffix(".") {
        let block = paper.blocks[at]
        if block.kind != .furniture {
          guard block.kind == .paragraph, block.text.count <= 200, !paper.ends(block, with: ":")
          else { break }
          title += " " + paper.text(block)
          taken += 1
        }
        at += 1
      }
      if title.hasSuffix("."), taken > 0 {
        item.title = title
        for block in paper.blocks[index..<at] { lines = lines.union(block.lines) }
        index = at
      }
    }
    while index < section.blocks.upperBound {
      let block = paper.blocks[index]
      if block.kind == .furniture {
        index += 1
        continue
      }
      guard block.kind == .paragraph else { break }
      let text = paper.text(block)
      if item.pages == nil, let pages = PageRange.read(text) {
        item.pages = pages
      } else if purpose.isEmpty, item.purpose == nil, AgendaWords.isPurpose(text) {
        let (words, pages) = AgendaWords.withoutPages(text)
        purpose.append(words)
        item.pages = item.pages ?? pages
      } else {
        break
      }
      lines = lines.union(block.lines)
      index += 1
    }
    if !purpose.isEmpty { item.purpose = purpose.joined(separator: " ") }
    add(item, lines: lines, blocks: start..<index)
    return index
  }

  // MARK: - Numbers of any form

  private mutating func readCounted() {
    let lines = MinuteLines.of(section.blocks, in: paper)
    let headings = CountedHeadings.find(lines, in: paper)
    var read = section.blocks.lowerBound
    for heading in headings {
      for index in min(read, heading.block)..<heading.block where paper.blocks[index].kind != .row {
        notice(paper.blocks[index])
      }
      var item = AgendaWords.item(
        heading.isContinued ? heading.title : paper.text(heading.words))
      guard let number = heading.number else { continue }
      item.number = number.printed
      let end = lines[min(lines.count - 1, heading.line + heading.count - 1)].index
      read = finish(item, at: heading.block, from: end + 1)
    }
  }

  // MARK: - Who may see them

  /// Takes note of a line that shuts the public out of what follows, or lets it in.
  private mutating func notice(_ block: Block) {
    guard block.text.count <= 1200 else { return }
    let text = paper.text(block)
    if let shut = AccessWording.excluding(text) ?? AccessWording.ofPart(text) { closed = shut }
  }

  /// What the words of an item say of who may see it, before a note was taken off them.
  private func note(_ blocks: Range<Int>) -> AccessWording? {
    guard let first = blocks.first else { return nil }
    let block = paper.blocks[first]
    let text =
      block.kind == .row
      ? paper.cells(block).map { paper.text($0) }.joined(separator: " ") : paper.text(block)
    guard
      let open = text.place(of: "(not for publication") ?? text.place(of: "(exempt")
        ?? text.place(of: "(confidential")
    else { return nil }
    return AccessWording.ofTitle(String(text[open.lowerBound...].prefix(60)))
  }

  private mutating func add(_ item: AgendaItem, lines: LineRange, blocks: Range<Int>) {
    let note = note(blocks)
    var access = closed
    let words = [item.title, item.purpose ?? ""].joined(separator: " ")
    if access.kind == .exempt, access.paragraph == nil, words.lowercased().contains("exempt") {
      access.paragraph = AccessWording.paragraph(in: words)
    }
    if access.kind == .public, let own = AccessWording.ofTitle(item.title) { access = own }
    if access.kind == .public, let own = note { access = own }
    if access.kind == .exempt, access.paragraph == nil { access.paragraph = note?.paragraph }
    items.append(Item(content: item, access: access, lines: lines, blocks: blocks))
    if let shut = AccessWording.excluding(words) { closed = shut }
  }
}

/// Which column of an agenda's table holds what.
struct AgendaColumns {
  /// Whether the header named the titles' column.
  private(set) var isNamed = false
  /// Whether a column has the items' numbers.
  private(set) var isNumbered = true
  private var header: [String] = []
  private var number = 0
  private var title = 1
  private var purpose: Int?
  private var pages: Int?

  init(header: [String]) {
    let keys = header.map { MatchKey($0).description }
    let titles: Set<String> = [
      "subject", "title", "agenda item", "item title", "topic", "business",
    ]
    let numbers: Set<String> = ["no", "item no", "number", "ref", "item number", "agenda item no"]
    if let named = keys.firstIndex(where: titles.contains) {
      title = named
      isNamed = true
      number = keys.firstIndex { numbers.contains($0) || $0 == "item" } ?? 0
    } else if let named = keys.firstIndex(of: "item"), named > 0 {
      title = named
      isNamed = true
    }
    self.header = keys
    if isNamed, title > 0, number != title,
      keys.contains(where: { ["time", "timing", "start"].contains($0) }) || keys[number].isEmpty,
      !keys.contains(where: { numbers.contains($0) || $0 == "item" && title != number })
    {
      isNumbered = false
    }
    if number == title { (number, title) = (0, 1) }
    purpose = keys.firstIndex { ["purpose", "action", "action required", "outcome"].contains($0) }
    pages = keys.firstIndex { $0.hasPrefix("page") }
  }

  /// The item of a row of a table that numbers nothing, with times at most.
  func bareItem(_ cells: [ByteRange], in paper: Paper) -> AgendaItem? {
    guard title < cells.count else { return nil }
    let paragraphs = paper.paragraphs(cells[title]).map { paper.text($0) }
    guard let first = paragraphs.first, first.count >= 3, first.count <= 300,
      first.first?.isUppercase == true, !header.contains(MatchKey(first).description)
    else { return nil }
    var item = AgendaWords.item(first)
    let rest = AgendaWords.withoutPages(paragraphs.dropFirst().joined(separator: " "))
    if !rest.words.isEmpty { item.purpose = rest.words }
    let others = cells.indices.filter { $0 != title }.map { cells[$0] }
    item.pages =
      others.lazy.compactMap { PageRange.read(paper.text($0)) }.first ?? item.pages ?? rest.pages
    return item
  }

  /// The item that a row holds.
  func item(
    _ cells: [ByteRange], in paper: Paper, after last: ItemNumber?
  ) -> (AgendaItem, ItemNumber)? {
    guard number < cells.count, title < cells.count else { return nil }
    let label = paper.text(cells[number])
    guard
      let printed = ItemNumber(roman: label, after: last) ?? ItemNumber(label, isPrefixed: true)
    else { return nil }
    let paragraphs = paper.paragraphs(cells[title]).map { paper.text($0) }
    guard let first = paragraphs.first, !first.isEmpty else { return nil }
    var item = AgendaWords.item(first)
    item.number = printed.printed
    let rest = AgendaWords.withoutPages(paragraphs.dropFirst().joined(separator: " "))
    if !rest.words.isEmpty { item.purpose = rest.words }
    if item.purpose == nil, let purpose, purpose < cells.count, !cells[purpose].isEmpty {
      item.purpose = paper.text(cells[purpose])
    }
    let others =
      pages.map { $0 < cells.count ? [cells[$0]] : [] } ?? Array(cells.dropFirst(title + 1))
    item.pages =
      others.lazy.compactMap { PageRange.read(paper.text($0)) }.first ?? item.pages ?? rest.pages
    return (item, printed)
  }
}

/// The words of an agenda's item: a time before them, a purpose and pages behind.
enum AgendaWords {
  /// Takes title, purpose and pages apart.
  static func item(_ words: String) -> AgendaItem {
    var item = AgendaItem()
    let (unpaged, pages) = withoutPages(withoutTime(words))
    let (title, purpose) = split(PageRange.withoutSize(unpaged))
    item.title = title
    item.purpose = purpose
    item.pages = pages
    return item
  }

  /// Words without "(pages 5 - 10)", "(Copy attached)" behind them, and the pages.
  static func withoutPages(_ words: String) -> (words: String, pages: String?) {
    var words = words
    var pages: String?
    while true {
      let hasStop = words.hasSuffix(").")
      let bare = hasStop ? String(words.dropLast()) : words
      guard bare.hasSuffix(")"), let open = bare.lastIndex(of: "(") else { break }
      let inner = bare[open...].lowercased()
      let isNote =
        inner.contains("attached") || inner.contains("enclosed") || inner.contains("to follow")
        || inner.contains("herewith") || inner.contains("to be tabled")
        || inner.contains("not for publication") || inner.hasPrefix("(exempt")
        || inner.hasPrefix("(confidential")
      if inner.hasPrefix("(page") || inner.hasPrefix("(pp"),
        let found = PageRange.read(String(bare[open...]))
      {
        pages = found
      } else if !isNote || inner.count > 60 {
        break
      }
      var rest = bare[..<open]
      while rest.last == " " { rest = rest.dropLast() }
      let isSentence = hasStop && rest.last.map { !".!?".contains($0) } ?? false
      words = String(rest) + (isSentence ? "." : "")
      if rest.isEmpty { break }
    }
    return (words, pages)
  }

  /// Whether a paragraph below a title says what is to be done.
  static func isPurpose(_ text: String) -> Bool {
    let leads = ["To ", "Report of ", "Consider ", "Receive ", "Report by ", "Presentation "]
    if leads.contains(where: text.hasPrefix), text.utf8.count <= 600 { return true }
    return text.hasSuffix(".") && text.utf8.count > 40
  }

  /// "Finance - to approve the payments", "Roads: To consider the Schedule".
  private static func split(_ words: String) -> (title: String, purpose: String?) {
    for mark in [" - to ", " \u{2013} to ", " \u{2014} to ", ": to ", ". to "] {
      guard let end = words.lowercasedRange(of: mark) else { continue }
      let start = words.utf8.index(end, offsetBy: -mark.utf8.count)
      guard start > words.startIndex else { continue }
      let purpose = words.utf8.index(end, offsetBy: -3)
      return (String(words[..<start]), String(words[purpose...]))
    }
    return (words.trimmingMarks, nil)
  }

  /// Words without the time of day before them.
  private static func withoutTime(_ words: String) -> String {
    guard words.first?.isNumber == true else { return words }
    let parts = words.split(separator: " ", maxSplits: 2)
    guard parts.count >= 2 else { return words }
    if TimeReader.first(in: String(parts[0])) != nil,
      parts[0].contains(".") || parts[0].contains(":")
        || parts[0].hasSuffix("m")
    {
      let next = parts[1].lowercased()
      let isHalf = ["am", "pm", "a.m.", "p.m."].contains(next)
      return isHalf && parts.count == 3
        ? String(parts[2]) : words.dropFirst(parts[0].count + 1).description
    }
    return words
  }
}
