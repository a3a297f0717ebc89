package import MattersText

/// Tells what a web page of a committee system prints around a meeting's words.
///
/// The same wording stands in saved pages and in text pasted from them, so that both readers ask
/// here. The rules hold only in a paper that shows several marks of such a page.
package struct PageNoise: Sendable {
  /// Whether the paper is such a page.
  package let isPage: Bool

  /// Looks at a paper's lines, given by ranges of some bytes, for the marks of such a page.
  package init(_ bytes: [UInt8], lines: some Sequence<ByteRange>) {
    var marks = Set<Int>()
    var isSure = false
    for line in lines where line.count <= 300 && !line.isEmpty {
      if line.count <= 24, let mark = Self.marks.firstIndex(where: { Self.says(bytes, line, $0) }) {
        marks.insert(mark)
        if mark >= Self.weakMarks { isSure = true }
      } else if Self.fileSize(bytes, line) != nil {
        marks.insert(-1)
        isSure = true
      }
      if isSure, marks.count > 1 { break }
    }
    isPage = isSure && marks.count > 1
  }

  /// Whether a line is a mark that stands on such pages only.
  static func isSureMark(_ bytes: [UInt8], _ line: ByteRange) -> Bool {
    line.count <= 24 && marks.dropFirst(weakMarks).contains { says(bytes, line, $0) }
  }

  /// A paper that is known to be such a page, or not.
  package init(isPage: Bool) { self.isPage = isPage }

  /// The rule by which a line is furniture, if it is.
  package func rule(_ bytes: [UInt8], _ line: ByteRange, isBullet: Bool) -> Furniture? {
    guard isPage, !line.isEmpty else { return nil }
    if let size = Self.fileSize(bytes, line) {
      let name = bytes.trimmed(ByteRange(line.lower, size))
      if isBullet || name.isEmpty || Self.citesItem(bytes, name)
        || Self.files.contains(where: { bytes.matches($0, at: name.lower, before: name.upper) })
      {
        return .documentLink
      }
      return nil
    }
    if Self.labels.contains(where: { Self.says(bytes, line, $0) }) { return .pageLabel }
    if Self.menus.contains(where: { Self.says(bytes, line, $0) }) { return .navigation }
    if Self.menuLeads.contains(where: { bytes.matches($0, at: line.lower, before: line.upper) }) {
      return .navigation
    }
    return nil
  }

  /// A line without what a page prints behind its words: a file's kind and size, a link to a map.
  package func content(_ bytes: [UInt8], _ line: ByteRange) -> ByteRange {
    guard isPage else { return line }
    if let size = Self.fileSize(bytes, line) {
      let words = bytes.trimmed(ByteRange(line.lower, size))
      return words.isEmpty ? line : words
    }
    for tail in Self.tails
    where line.count > tail.utf8CodeUnitCount
      && bytes.matches(tail, at: line.upper - tail.utf8CodeUnitCount, before: line.upper)
    {
      return bytes.trimmed(ByteRange(line.lower, line.upper - tail.utf8CodeUnitCount))
    }
    return line
  }

  /// Whether two cells head the numbers and the items of a meeting.
  package static func isItemHead(_ cells: [[UInt8]]) -> Bool {
    guard cells.count == 2 else { return false }
    let first = ["no.", "no", "number", "item no."]
    return first.contains(String(decoding: cells[0], as: UTF8.self).lowercased())
      && String(decoding: cells[1], as: UTF8.self).lowercased() == "item"
  }

  // MARK: - Wording

  /// Lines that mark such a page; the first few stand in other papers too.
  private static let marks: [StaticString] = [
    "minutes:", "decision:", "items", "no. item", "no.\titem", "no. | item |",
    "additional documents:", "supporting documents:", "share this item", "skip to content",
    "skip to main content", "issue - meetings", "accompanying documents:",
  ]
  private static let weakMarks = 3

  private static let labels: [StaticString] = [
    "no. item", "no.\titem", "no. | item |", "no. | item | |", "items", "media",
    "additional documents:", "supporting documents:", "accompanying documents:",
    "background documents:", "related documents:",
  ]
  private static let menus: [StaticString] = [
    "skip to content", "skip to main content", "share this item", "share this page", "share",
    "print this page", "print", "back to top", "view directions", "attendance details", "home",
    "email this page", "rss", "search", "menu", "log in", "sign in", "subscribe to updates",
    "rate this page", "contact us",
  ]
  private static let menuLeads: [StaticString] = [
    "home >", "home » ", "home / ", "you are here", "view the background to item",
    "view the decision for item", "view the minutes for item", "rss subscribe",
    "get email updates", "bookmark this page",
  ]
  private static let files: [StaticString] = [
    "agenda frontsheet", "agenda front sheet", "agenda reports pack", "public reports pack",
    "printed minutes", "printed draft minutes", "printed decisions", "printed agenda",
  ]
  private static let tails: [StaticString] = [". view directions", "view directions"]
  private static let fileKinds: [StaticString] = [
    "pdf", "docx", "doc", "xlsx", "xls", "pptx", "ppt", "rtf", "zip", "csv", "odt", "txt", "html",
  ]

  private static func says(_ bytes: [UInt8], _ line: ByteRange, _ words: StaticString) -> Bool {
    line.count == words.utf8CodeUnitCount
      && bytes.matches(words, at: line.lower, before: line.upper)
  }

  /// Whether a file's name ends with the item it belongs to.
  private static func citesItem(_ bytes: [UInt8], _ name: ByteRange) -> Bool {
    var at = name.upper
    if at > name.lower, bytes[at - 1] == 0x2E { at -= 1 }
    let digits = at
    while at > name.lower, bytes[at - 1].isDigit || bytes[at - 1] == 0x2F { at -= 1 }
    return at < digits && at - name.lower >= 7
      && bytes.matches(", item ", at: at - 7, before: name.upper)
  }

  // MARK: - File sizes

  /// Where the kind and size of a file begin at the end of a line: `PDF 205 KB`, `(DOCX, 1.2 MB)`,
  /// `pdf icon PDF 1 MB`.
  private static func fileSize(_ bytes: [UInt8], _ line: ByteRange) -> Int? {
    var at = line.upper
    guard line.count >= 6 else { return nil }
    let isBracketed = bytes[at - 1] == 0x29
    if isBracketed { at -= 1 }
    guard at - 2 > line.lower, bytes[at - 1].lowered == 0x62 else { return nil }
    switch bytes[at - 2].lowered {
    case 0x6B, 0x6D, 0x67: at -= 2  // KB, MB, GB
    default: return nil
    }
    at = skipBlanks(bytes, at, line.lower)
    let digits = at
    while at > line.lower, bytes[at - 1].isDigit || bytes[at - 1] == 0x2E || bytes[at - 1] == 0x2C {
      at -= 1
    }
    guard at < digits, at > line.lower else { return nil }
    at = skipBlanks(bytes, at, line.lower)
    if at > line.lower, bytes[at - 1] == 0x2C { at -= 1 }
    guard
      let kind = fileKinds.first(where: {
        bytes.matches($0, at: at - $0.utf8CodeUnitCount, before: at)
          && at - $0.utf8CodeUnitCount >= line.lower
      })
    else { return nil }
    at -= kind.utf8CodeUnitCount
    // "Bridges StrategyPDF 500 KB" is glued; "the old doc 3 KB" is not a name with a kind.
    if at > line.lower, bytes[at - 1].isLetter, !bytes[at].isUpper { return nil }
    if isBracketed {
      at = skipBlanks(bytes, at, line.lower)
      guard at > line.lower, bytes[at - 1] == 0x28 else { return nil }
      at -= 1
    }
    let words = skipBlanks(bytes, at, line.lower)
    let icon: StaticString = " icon"
    if bytes.matches(icon, at: words - 5, before: words), words - 5 >= line.lower {
      at = words - 5
      while at > line.lower, bytes[at - 1].isLetter { at -= 1 }
    }
    return at
  }

  private static func skipBlanks(_ bytes: [UInt8], _ end: Int, _ start: Int) -> Int {
    var at = end
    while at > start {
      if bytes[at - 1].isSpace {
        at -= 1
      } else if at - 2 >= start, bytes[at - 2] == 0xC2, bytes[at - 1] == 0xA0 {
        at -= 2
      } else {
        break
      }
    }
    return at
  }
}
