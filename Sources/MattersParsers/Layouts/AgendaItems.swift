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
    if best.items.isEmpty {
      best = AgendaItems(section, of: paper)
      best.readUnnumbered()
      var titled = AgendaItems(section, of: paper)
      titled.readTitled()
      if titled.items.count > best.items.count { best = titled }
      if best.items.isEmpty { best.readCounted(isLoose: true) }
    }
    best.takePages()
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
    let times = AgendaTimes(section, of: paper)
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
        if let timed = times.items[index] {
          last = timed.number ?? last
          index = finish(timed.item, at: index, from: index + 1)
          continue
        }
        guard let number = ItemNumber(roman: label, after: last) ?? ItemNumber(label),
          follows(number, last) || startsAgain(number, at: index),
          block.text.count >= 3, block.text.count <= 400
        else {
          index += 1
          continue
        }
        last = number
        index = readFlattened(number, at: index)
      default:
        if let timed = times.items[index] {
          last = timed.number ?? last
          index = finish(timed.item, at: index, from: index + 1)
          continue
        }
        if let (item, number) = spacedItem(at: index, after: last) {
          last = number
          index = finish(item, at: index, from: index + 1)
          continue
        }
        notice(block)
        index += 1
      }
    }
  }

  /// An item whose number stands in its paragraph, between items that have theirs apart: `3 Minutes
  /// (Pages 3 - 4)`.
  private func spacedItem(at index: Int, after last: ItemNumber?) -> (AgendaItem, ItemNumber)? {
    let block = paper.blocks[index]
    let bytes = paper.clean.bytes
    guard let last, block.kind == .paragraph, block.label.isEmpty,
      (6...300).contains(block.text.count), bytes[block.text.lower].isDigit
    else { return nil }
    var at = block.text.lower
    while at < block.text.upper, bytes[at].isDigit { at += 1 }
    guard at - block.text.lower <= 3, at + 2 < block.text.upper, bytes[at] == 0x20,
      bytes[at + 1].isUpper,
      let number = ItemNumber(bytes.string(ByteRange(block.text.lower, at))),
      number.ordinal == last.ordinal + 1
    else { return nil }
    let words = ByteRange(at + 1, block.text.upper)
    var item = AgendaTitle.item(words, in: paper)
    let (title, pages) = AgendaTitle.pagesBehind(item.title)
    if item.pages == nil { (item.title, item.pages) = (title, pages) }
    item.number = number.printed
    return (item, number)
  }

  /// Whether a converter began to count anew behind the points that stand under an item.
  private func startsAgain(_ number: ItemNumber, at index: Int) -> Bool {
    guard number.printed == "1", let before = paper.previous(before: index) else { return false }
    return paper.blocks[before].kind == .item && paper.blocks[before].label.isEmpty
  }

  private func follows(_ number: ItemNumber, _ last: ItemNumber?) -> Bool {
    guard let last else { return true }
    return number.follows(last) || number.follows(last.ordinal)
  }

  /// An item that stands as a paragraph, its pages and its purpose as paragraphs of their own.
  private mutating func readFlattened(_ number: ItemNumber, at start: Int) -> Int {
    var item = AgendaTitle.item(paper.blocks[start].text, in: paper)
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

  private mutating func readCounted(isLoose: Bool = false) {
    let lines = MinuteLines.of(section.blocks, in: paper)
    let headings =
      isLoose
      ? LetteredHeadings.find(lines, in: paper) : CountedHeadings.find(lines, in: paper)
    var read = section.blocks.lowerBound
    for heading in headings {
      for index in min(read, heading.block)..<heading.block where paper.blocks[index].kind != .row {
        notice(paper.blocks[index])
      }
      var item =
        heading.isContinued
        ? AgendaWords.item(heading.title) : AgendaTitle.item(heading.words, in: paper)
      guard let number = heading.number else { continue }
      item.number = number.printed
      let end = lines[min(lines.count - 1, heading.line + heading.count - 1)].index
      read = finish(item, at: heading.block, from: end + 1)
    }
  }

  /// Takes the page off the end of each title where nearly all have one: dots led to it.
  private mutating func takePages() {
    var last = 0
    var paged: [(index: Int, title: String, page: Int)] = []
    for index in items.indices where items[index].content.pages == nil {
      let words = items[index].content.title.split(separator: " ")
      guard words.count >= 2, let end = words.last, end.count <= 3, let page = Int(end),
        page >= last
      else { continue }
      last = page
      paged.append((index, words.dropLast().joined(separator: " "), page))
    }
    guard paged.count >= 3, paged.count * 5 >= items.count * 4 else { return }
    for (index, title, page) in paged {
      items[index].content.title = title.trimmingMarks
      items[index].content.pages = String(page)
    }
  }

  /// Reads titles that only their print sets apart: bold, capitals, a heading's mark.
  private mutating func readTitled() {
    let lines = MinuteLines.of(section.blocks, in: paper)
    for heading in TitledHeadings.find(lines, in: paper) {
      var item = AgendaWords.item(heading.title)
      if let number = heading.number { item.number = number.printed }
      let end = lines[min(lines.count - 1, heading.line + heading.count - 1)].index
      _ = finish(item, at: heading.block, from: end + 1)
    }
  }

  // MARK: - No numbers

  /// Reads a list that has bullets at most: all of it, where some are what every meeting takes.
  private mutating func readUnnumbered() {
    var run: [Int] = []
    var best: [Int] = []
    func close(_ best: inout [Int], _ run: inout [Int]) {
      if run.count > best.count { best = run }
      run = []
    }
    for index in section.blocks {
      let block = paper.blocks[index]
      guard block.kind != .furniture else { continue }
      let isPoint = block.kind == .item && block.label.isEmpty
      let isLine =
        block.kind == .paragraph && block.label.isEmpty && !paper.has(block, ": ")
        && !paper.ends(block, with: ".") && !paper.ends(block, with: ":")
        && DateReader.first(in: paper.text(block)) == nil
      let isMore = run.last.map { paper.blocks[$0].kind == block.kind } ?? true
      guard (4...140).contains(block.text.count), isPoint || isLine else {
        close(&best, &run)
        continue
      }
      if !isMore { close(&best, &run) }
      run.append(index)
    }
    close(&best, &run)
    let bytes = paper.clean.bytes
    let standard = best.filter { StandardTitle.begins(paper.blocks[$0].text, in: bytes) }
    guard best.count >= 4, let first = standard.first,
      standard.count >= (paper.blocks[best[0]].kind == .item ? isUnderTitle(best[0]) ? 1 : 2 : 3)
    else {
      readOrders()
      return
    }
    for index in best where paper.blocks[index].kind == .item || index >= first {
      let item = AgendaWords.item(paper.text(paper.blocks[index]))
      add(item, lines: paper.blocks[index].lines, blocks: index..<index + 1)
    }
  }

  /// Whether the word for the paper stands right over a list, or over one line above it.
  private func isUnderTitle(_ index: Int) -> Bool {
    var at = index
    for _ in 0..<2 {
      guard let before = paper.previous(before: at) else { return false }
      if paper.says(paper.blocks[before], "agenda") { return true }
      at = before
    }
    return false
  }

  /// Reads what is to be done at a meeting of one item or two: `To consider ...` right below the
  /// word for the paper.
  private mutating func readOrders() {
    guard
      var at = section.blocks.first(where: {
        paper.blocks[$0].kind != .row && paper.says(paper.blocks[$0], "agenda")
      })
    else { return }
    while let next = paper.next(after: at), next < section.blocks.upperBound {
      let block = paper.blocks[next]
      guard block.kind == .paragraph, block.label.isEmpty, (12...400).contains(block.text.count),
        paper.starts(block, with: "to ")
      else { return }
      add(
        AgendaWords.item(paper.text(block)), lines: block.lines, blocks: next..<next + 1)
      at = next
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
