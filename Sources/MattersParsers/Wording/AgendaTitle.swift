import MattersBlocks
import MattersRecords
import MattersText

/// Tells an item's title from what is printed behind it in the same cell or paragraph: by bold, by
/// the line in which it stands, or by the words that open what is to be done.
struct AgendaTitle {
  private let paper: Paper
  private let range: ByteRange

  /// The title, the purpose and the pages that the words of an item hold.
  static func item(_ range: ByteRange, in paper: Paper) -> AgendaItem {
    let title = AgendaTitle(paper: paper, range: range)
    guard let end = title.end, end < range.upper else { return AgendaWords.item(paper.text(range)) }
    let bytes = paper.clean.bytes
    let (words, own) = pagesBehind(paper.text(bytes.trimmed(ByteRange(range.lower, end))))
    var item = AgendaWords.item(words)
    item.pages = item.pages ?? own
    var rest = paper.text(bytes.trimmed(ByteRange(end, range.upper)))
    if item.pages == nil, rest.lowercased().hasPrefix("(page"),
      let close = rest.firstIndex(of: ")"),
      let pages = PageRange.read(String(rest[...close]))
    {
      item.pages = pages
      rest = String(rest[rest.index(after: close)...].drop { $0 == " " })
    }
    let (purpose, pages) = AgendaWords.withoutPages(rest)
    item.pages = item.pages ?? pages
    if item.purpose == nil, !purpose.isEmpty { item.purpose = purpose }
    return item
  }

  /// A title without the pages at its end that have no brackets: `Minutes 5 - 12`.
  static func pagesBehind(_ title: String) -> (title: String, pages: String?) {
    let parts = title.split(separator: " ")
    var count = 0
    while count < parts.count,
      parts[parts.count - 1 - count].allSatisfy({ $0.isNumber || "-\u{2013}".contains($0) })
    {
      count += 1
    }
    let tail = parts.suffix(count).joined(separator: " ")
    guard (1...3).contains(count), parts.count > count, tail.contains(where: { !$0.isNumber }),
      tail.split(whereSeparator: { !$0.isNumber }).count == 2, let pages = PageRange.read(tail)
    else { return (title, nil) }
    // "Budget 2025 - 2026" names years.
    if pages.split(separator: "-").allSatisfy({ $0.count == 4 && $0.hasPrefix("20") }) {
      return (title, nil)
    }
    return (parts.dropLast(count).joined(separator: " "), pages)
  }

  // MARK: - Where the title ends

  private var end: Int? { BoldLead.end(of: range, in: paper) ?? endOfLine }

  /// The end of a line below which something else begins than the rest of the title.
  private var endOfLine: Int? {
    let bytes = paper.clean.bytes
    guard range.count <= 1200 else { return nil }
    let lines = paper.lines(of: range)
    guard lines.last > lines.first else { return nil }
    var line = Int(lines.first)
    for at in range.lower..<range.upper - 1
    where bytes[at] == 0x20 || bytes[at] == CleanText.paragraphBreak {
      let next = paper.source.line(at: paper.clean.sourceOffset(of: at + 1))
      guard next > line else { continue }
      line = next
      let own = ByteRange(range.lower, at)
      if Self.pagesBehind(paper.text(own)).pages != nil { return at }
      if isOpen(own) { continue }
      if opensMore(at + 1) || own.count <= 30 && bytes[at + 1].isUpper && isSentence(at + 1) {
        return at
      }
    }
    return nil
  }

  /// Whether a line ends in mid-air.
  private func isOpen(_ line: ByteRange) -> Bool {
    let bytes = paper.clean.bytes
    if [0x2C, 0x2D, 0x26, 0x2F, 0x28].contains(bytes[line.upper - 1]) { return true }
    let joins: [StaticString] = [
      " of", " the", " and", " for", " to", " in", " on", " at", " with", " from", " by", " a",
      " an", " or",
    ]
    return joins.contains {
      bytes.matches($0, at: line.upper - $0.utf8CodeUnitCount, before: line.upper)
    }
  }

  /// Whether the words from an offset on open what is to be done, who reports, or a note.
  private func opensMore(_ start: Int) -> Bool {
    let leads: [StaticString] = [
      "to ", "report of ", "report by ", "report from ", "the committee is ", "the board is ",
      "the panel is ", "the council is ", "the cabinet is ", "the committee will ",
      "members are ", "lead:", "lead officer", "presented by", "presentation by",
      "presentation from", "purpose", "exempt", "none ", "(report", "verbal", "cabinet member:",
      "officer:", "contact", "attached", "appendix ", "presenter", "portfolio holder", "wards ",
      "joint report ", "councillors are ", "item ", "not for publication", "led by", "(led by",
    ]
    let bytes = paper.clean.bytes
    guard bytes[start].isUpper || bytes[start] == 0x28 else {
      return bytes[start].isDigit
        && DateReader.first(
          in: paper.text(ByteRange(start, min(range.upper, start + 24)))) != nil
    }
    return leads.contains { bytes.matches($0, at: start, before: range.upper) }
  }

  /// Whether the words from an offset on are a sentence.
  private func isSentence(_ start: Int) -> Bool {
    let bytes = paper.clean.bytes
    let words = ByteRange(start, range.upper)
    return words.count >= 24 && bytes[range.upper - 1] == 0x2E
  }
}
