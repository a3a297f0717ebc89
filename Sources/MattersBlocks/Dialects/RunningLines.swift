import MattersText

/// Finds the lines that a page's layout prints and not its author: page numbers, running heads and
/// feet, rules.
struct RunningLines {
  /// Why each line of the text is furniture; nothing for the lines that are not.
  private(set) var rules: [Furniture?]
  private let text: SpacedText

  init(_ text: SpacedText) {
    self.text = text
    rules = Array(repeating: nil, count: text.lines.count)
    for index in text.lines.indices where !hasWords(text.lines[index].bytes) {
      rules[index] = .marksOnly
    }
    let feet = PageFeet(text.source).lines
    if !feet.isEmpty {
      for index in text.lines.indices where feet.contains(text.lines[index].number) {
        rules[index] = .runningFoot
      }
    }
    let pages = Self.pages(of: text)
    if pages.count > 1 { markRunning(pages) }
    for page in pages { markNumbers(at: page, isPaged: pages.count > 1) }
    if pages.count == 1 {
      markBesideNumbers()
      markNumbered()
    }
  }

  /// How many lines at a page's edge may run.
  private static let depth = 4

  private static func pages(of text: SpacedText) -> [Range<Int>] {
    var pages: [Range<Int>] = []
    var start = 0
    for index in text.lines.indices.dropFirst()
    where text.lines[index].page != text.lines[index - 1].page {
      pages.append(start..<index)
      start = index
    }
    if start < text.lines.count { pages.append(start..<text.lines.count) }
    return pages
  }

  private func hasWords(_ range: ByteRange) -> Bool {
    text.source.bytes[range.lower..<range.upper].contains(where: \.isWordByte)
  }

  // MARK: - Lines that are the same on several pages

  private mutating func markRunning(_ pages: [Range<Int>]) {
    var count: [String: Int] = [:]
    for page in pages {
      let edges = Set(
        (Array(page.prefix(Self.depth)) + Array(page.suffix(Self.depth)))
          .filter { !isOfText($0) }.map { key($0) })
      for key in edges { count[key, default: 0] += 1 }
    }
    let inside = insidePages(pages, of: Set(count.filter { $0.value > 1 }.keys))
    for (ordinal, page) in pages.enumerated() {
      let opensPaper = ordinal == 0 || opensMinutes(page) { count[key($0)] ?? 0 > 1 }
      // From the edge inwards, as long as the lines run.
      for index in page.suffix(Self.depth).reversed() {
        if rules[index] == .marksOnly { continue }
        guard !text.lines[index].isDrawn, !isOfText(index),
          count[key(index)] ?? 0 > 1 && !inside.contains(key(index)) || isNumber(index)
        else { break }
        rules[index] = isNumber(index) ? .pageNumber : .runningFoot
      }
      for index in page.prefix(Self.depth) where rules[index] == nil {
        guard !text.lines[index].isDrawn, count[key(index)] ?? 0 > 1 || isNumber(index),
          !headsTable(index, isFirst: index == page.lowerBound)
        else { break }
        // The head of the first page is the paper's title as well, and so it is on the page on which
        // another of that name begins.
        if !opensPaper || isNumber(index) {
          rules[index] = isNumber(index) ? .pageNumber : .runningHead
        }
      }
    }
  }

  /// Those of some words that stand in the middle of a page too, as no foot does: `Action: Clerk`.
  private func insidePages(_ pages: [Range<Int>], of keys: Set<String>) -> Set<String> {
    guard !keys.isEmpty else { return [] }
    var found: Set<String> = []
    for page in pages {
      for index in page.dropFirst(Self.depth).dropLast(Self.depth) {
        let key = key(index)
        if keys.contains(key) { found.insert(key) }
      }
    }
    return found
  }

  /// Whether the first lines of a page that do not run are the title of minutes, which a page's head
  /// stands over as the council's name: "MINUTES OF THE MEETING HELD ...", "DRAFT minutes of".
  private func opensMinutes(_ page: Range<Int>, runs: (Int) -> Bool) -> Bool {
    let first = page.prefix(Self.depth).drop { runs($0) || isNumber($0) }
    guard let title = first.first, title > page.lowerBound else { return false }
    let bytes = text.source.bytes
    let leads: [StaticString] = [
      "minutes of", "draft minutes of", "unconfirmed minutes of", "confirmed minutes of",
    ]
    let line = text.lines[title].bytes
    guard leads.contains(where: { bytes.matches($0, at: line.lower, before: line.upper) }) else {
      return false
    }
    return first.prefix(3).contains { bytes.contains(" held ", in: text.lines[$0].bytes) }
  }

  /// Whether a line leads to what stands below it or says what was decided, `RESOLVED:`, `NOTED.`: it
  /// may end one page and begin another, and runs over none.
  private func isOfText(_ index: Int) -> Bool {
    let line = text.lines[index].bytes
    let last = text.source.bytes[line.upper - 1]
    return last == 0x3A || (last == 0x2E || line.count <= 12) && text.opensDecision(line)
  }

  /// A line's words with every number made the same, so that only what varies from page to page
  /// is left out.
  private func key(_ index: Int) -> String {
    var key: [UInt8] = []
    var wasDigit = false
    for byte in text.source.bytes[
      text.lines[index].bytes
        .lower..<min(
          text.lines[index].bytes.upper, text.lines[index].bytes.lower + 300)]
    {
      if byte.isSpace { continue }
      if byte.isDigit {
        if !wasDigit { key.append(0x23) }
      } else {
        key.append(byte.lowered)
      }
      wasDigit = byte.isDigit
    }
    return String(decoding: key, as: UTF8.self)
  }

  /// Whether a line is a table's header, which also comes again on each page: the next line has
  /// columns too, or, for a page's first line, stands in the same ones.
  private func headsTable(_ index: Int, isFirst: Bool) -> Bool {
    guard text.lines[index].chunks.count >= 2, index + 1 < text.lines.count,
      text.lines[index + 1].page == text.lines[index].page
    else { return false }
    let own = text.chunks[text.lines[index].chunks].map(\.start)
    let next = text.chunks[text.lines[index + 1].chunks].map(\.start)
    return isFirst ? next.count { own.contains($0) } >= 2 : next.count >= 2
  }

  // MARK: - Page numbers

  private mutating func markNumbers(at page: Range<Int>, isPaged: Bool) {
    for index in page
    where rules[index] == nil && !text.lines[index].isDrawn && isNumber(index) {
      let isEdge = isPaged && (index - page.lowerBound < 3 || page.upperBound - index <= 3)
      let isAlone =
        text.lines[index].gap > 0
        && (index + 1 == page.upperBound || text.lines[index + 1].gap > 0)
      let isBeside = text.lines[index].gap > 0 && text.lines[index].indent > 20
      if saysPage(index) || isEdge && text.lines[index].gap > 0 || isAlone || !isPaged && isBeside {
        rules[index] = .pageNumber
      }
    }
  }

  private func isNumber(_ index: Int) -> Bool {
    PageNumber.stands(on: text.lines[index].bytes, in: text.source.bytes)
  }

  private func saysPage(_ index: Int) -> Bool {
    PageNumber.isNamed(on: text.lines[index].bytes, in: text.source.bytes)
  }

  // MARK: - Without form feeds

  /// A line that says the paper's title again beside a page number is a running head.
  private mutating func markBesideNumbers() {
    var title: Set<String> = []
    for line in text.lines.prefix(8) { title.formUnion(words(line.bytes)) }
    for index in text.lines.indices.dropFirst(8) where rules[index] == .pageNumber {
      for (other, rule) in [(index + 1, Furniture.runningHead), (index - 1, .runningFoot)]
      where text.lines.indices.contains(other) && rules[other] == nil {
        let own = words(text.lines[other].bytes)
        let isAdjacent = text.lines[max(index, other)].gap == 0
        // The day may stand under the title.
        var last = other
        if other > index, other + 1 < text.lines.count, text.lines[other + 1].gap == 0,
          words(text.lines[other + 1].bytes).allSatisfy({ $0.allSatisfy(\.isNumber) })
        {
          last = other + 1
        }
        let isAlone =
          other < index
          ? text.lines[other].gap > 0
          : last + 1 == text.lines.count || text.lines[last + 1].gap > 0
        guard isAdjacent, isAlone, own.count >= 2, own.isSubset(of: title) else { continue }
        for at in other...max(other, last) { rules[at] = rule }
      }
    }
  }

  /// A line that comes again with nothing changed but the page's number before or behind it.
  private mutating func markNumbered() {
    var seen: [String: [(line: Int, number: Int)]] = [:]
    for index in text.lines.indices where rules[index] == nil && text.lines[index].gap > 0 {
      let isAlone = index + 1 == text.lines.count || text.lines[index + 1].gap > 0
      guard isAlone, let (words, number) = numbered(text.lines[index].bytes) else { continue }
      seen[words, default: []].append((index, number))
    }
    for lines in seen.values where lines.count >= 2 {
      guard zip(lines, lines.dropFirst()).allSatisfy({ $0.number < $1.number }) else { continue }
      for line in lines { rules[line.line] = .runningFoot }
    }
  }

  /// The words and the number of "Ponds Committee - 14 March 2023          32" or "2 - Ponds
  /// Committee (14.10.25)".
  private func numbered(_ line: ByteRange) -> (words: String, number: Int)? {
    let bytes = text.source.bytes
    guard (14...160).contains(line.count) else { return nil }
    var words = line
    var digits = ByteRange.none
    if bytes[line.upper - 1].isDigit {
      var start = line.upper
      while start > line.lower, bytes[start - 1].isDigit { start -= 1 }
      digits = ByteRange(start, line.upper)
      guard start - line.lower > 4, bytes[(start - 3)..<start].allSatisfy({ $0 == 0x20 }) else {
        return nil
      }
      words = bytes.trimmed(ByteRange(line.lower, start))
    } else if bytes[line.lower].isDigit {
      var end = line.lower
      while end < line.upper, bytes[end].isDigit { end += 1 }
      digits = ByteRange(line.lower, end)
      guard bytes.matches(" - ", at: end, before: line.upper) else { return nil }
      words = bytes.trimmed(ByteRange(end + 3, line.upper))
    } else {
      return nil
    }
    guard (1...3).contains(digits.count), words.count >= 12, let number = Int(bytes.string(digits))
    else { return nil }
    return (bytes.string(words), number)
  }

  private func words(_ range: ByteRange) -> Set<String> {
    let plain = text.source.bytes[range.lower..<min(range.upper, range.lower + 300)]
      .map { $0.isWordByte ? $0.lowered : 0x20 }
    return Set(String(decoding: plain, as: UTF8.self).split(separator: " ").map(String.init))
  }
}
