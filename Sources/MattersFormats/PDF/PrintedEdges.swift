import MattersText

/// The lines that pages print again at their head and foot, so that a table can be followed from
/// one page to the next.
///
/// What they are to the paper is told later, from the text; here they are only stepped over.
struct PrintedEdges {
  /// The lines that run.
  private(set) var running: Set<Int> = []

  /// How many lines at a page's edge may run.
  private static let depth = 4

  init(_ lines: PrintedLines) {
    let pages = Self.pages(lines)
    guard pages.count > 1 else { return }
    let keys = Dictionary(
      uniqueKeysWithValues: pages.joined().compactMap { index in
        Self.isEdge(index, pages[lines.all[index].page]) ? (index, Self.key(index, lines)) : nil
      })
    var count: [[UInt8]: Int] = [:]
    for page in pages {
      for key in Set(page.compactMap { keys[$0] }) { count[key, default: 0] += 1 }
    }
    func runs(_ index: Int) -> Bool {
      guard let key = keys[index] else { return false }
      return count[key] ?? 0 > 1 || Self.isNumber(index, lines)
    }
    for page in pages {
      for index in page.suffix(Self.depth).reversed() {
        guard runs(index) else { break }
        running.insert(index)
      }
      for index in page.prefix(Self.depth) {
        guard runs(index), !Self.headsTable(index, page, lines) else { break }
        running.insert(index)
      }
    }
  }

  private static func pages(_ lines: PrintedLines) -> [Range<Int>] {
    var pages = [Range<Int>](repeating: 0..<0, count: lines.pageCount)
    for index in lines.all.indices {
      let page = lines.all[index].page
      pages[page] = (pages[page].isEmpty ? index : pages[page].lowerBound)..<index + 1
    }
    return pages
  }

  private static func isEdge(_ index: Int, _ page: Range<Int>) -> Bool {
    index - page.lowerBound < depth || page.upperBound - index <= depth
  }

  /// A line's letters with every number made the same.
  private static func key(_ index: Int, _ lines: PrintedLines) -> [UInt8] {
    var key: [UInt8] = []
    for word in lines.all[index].words.prefix(40) {
      for byte in lines.bytes[word.text.lower..<word.text.upper] {
        if !byte.isDigit {
          key.append(byte.lowered)
        } else if key.last != 0x23 {
          key.append(0x23)
        }
      }
    }
    return key
  }

  private static func isNumber(_ index: Int, _ lines: PrintedLines) -> Bool {
    let words = lines.all[index].words
    return words.count == 1 && words[0].length <= 4
      && lines.bytes[words[0].text.lower..<words[0].text.upper].allSatisfy(\.isDigit)
  }

  /// Whether a line is a table's header, which also comes again on each page: it has columns itself
  /// or stands over those of the next lines.
  private static func headsTable(_ index: Int, _ page: Range<Int>, _ lines: PrintedLines) -> Bool {
    let line = lines.all[index]
    if line.stretches.count >= 3 { return true }
    let starts = line.stretches.map { line.edges($0).left }
    for next in lines.all[index + 1..<min(page.upperBound, index + 4)]
    where next.stretches.count >= max(2, 4 - line.stretches.count) {
      let shared = next.stretches.count { stretch in
        starts.contains { abs($0 - next.edges(stretch).left) < 2 }
      }
      if shared >= line.stretches.count { return true }
    }
    return false
  }
}
