import MattersBlocks
import MattersRecords
import MattersText

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
    let keys = header.map { ["#", "\u{2116}"].contains($0) ? "no" : MatchKey($0).description }
    let titles: Set<String> = [
      "subject", "title", "agenda item", "item title", "topic", "business", "what it is about",
      "item of business", "what", "description", "matter",
      "items", "subject matter", "item description", "agenda topic", "item and title",
      "report title",
      "agenda title", "items of business", "discussion item", "item of business title", "detail",
      "details", "content", "agenda items", "item subject",
    ]
    let numbers: Set<String> = [
      "no", "item no", "number", "ref", "item number", "agenda item no", "agenda no", "agenda ref",
      "item ref", "reference", "nr", "agenda number", "agenda item number",
    ]
    if let named = keys.firstIndex(where: titles.contains) {
      title = named
      isNamed = true
      number = keys.firstIndex { numbers.contains($0) || $0 == "item" } ?? 0
    } else if let named = keys.firstIndex(of: "item") ?? keys.firstIndex(of: "agenda"), named > 0 {
      title = named
      isNamed = true
      number = keys.firstIndex(where: numbers.contains) ?? 0
    }
    // "Agenda item | Lead | Time": nothing is numbered, or the number stands before the title.
    let isFirst = isNamed && title == 0 && number == 0 && keys.count >= 2
    if isFirst, !keys.contains(where: numbers.contains) { isNumbered = false }
    // "Item      Time  Pages": nothing stands over the titles.
    let beside: Set<String> = [
      "time", "page", "pages", "paper", "papers", "lead", "page no", "presenter", "format", "enc",
      "enclosure", "owner", "purpose", "action", "report", "officer", "who", "attachment",
    ]
    if !isNamed, keys.count >= 3, keys[1].isEmpty, numbers.contains(keys[0]) || keys[0] == "item",
      keys.dropFirst(2).allSatisfy({ beside.contains($0) })
    {
      isNamed = true
    }
    self.header = keys
    if isNamed, title > 0, number != title,
      keys.contains(where: { ["time", "timing", "start"].contains($0) }) || keys[number].isEmpty,
      !keys.contains(where: { numbers.contains($0) || $0 == "item" && title != number })
    {
      isNumbered = false
    }
    // A row without a header above it: a time, a number, a title.
    if !isNamed, header.count >= 3, TimeReader.first(in: header[0]) != nil,
      ItemNumber(header[1]) != nil
    {
      (number, title) = (1, 2)
    }
    // "Item | Lead | Time", where what stands beside it can be no title.
    if !isNamed, keys.count >= 2, ["item", "items", "agenda"].contains(keys[0]), !keys[1].isEmpty,
      keys.dropFirst().allSatisfy({ beside.contains($0) })
    {
      (isNamed, isNumbered, title) = (true, false, 0)
    }
    if isNumbered, number == title { (number, title) = (0, 1) }
    purpose = keys.firstIndex { ["purpose", "action", "action required", "outcome"].contains($0) }
    pages = keys.firstIndex { $0.hasPrefix("page") }
  }

  /// The item of a row of a table that numbers nothing, with times at most.
  func bareItem(_ cells: [ByteRange], in paper: Paper) -> AgendaItem? {
    guard title < cells.count else { return nil }
    let parts = paper.paragraphs(cells[title])
    let paragraphs = parts.map { paper.text($0) }
    guard let first = paragraphs.first, first.count >= 3, first.count <= 300,
      !header.contains(MatchKey(first).description)
    else { return nil }
    var range = parts[0]
    var printed: String?
    let bytes = paper.clean.bytes
    if let (label, next) = LabelScanner.scan(bytes, range.lower, range.upper),
      let found = ItemNumber(paper.text(label)), next < range.upper
    {
      printed = found.printed
      range = bytes.trimmed(ByteRange(next, range.upper))
    }
    guard bytes[range.lower].isUpper || bytes[range.lower] >= 0x80 else { return nil }
    var item = AgendaTitle.item(range, in: paper)
    if let printed { item.number = printed }
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
    let parts = paper.paragraphs(cells[title])
    let paragraphs = parts.map { paper.text($0) }
    guard let first = paragraphs.first, !first.isEmpty else { return nil }
    var item = AgendaTitle.item(parts[0], in: paper)
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
