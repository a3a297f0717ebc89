import MattersText

/// The words of a paper, by which a word that a narrow cell broke in two is known again:
/// `Recommendati` and `on`.
struct PrintedVocabulary {
  private let lines: PrintedLines
  private var words = Set<[UInt8]>()

  /// A shorter word finds room in any cell.
  private static let shortest = 7

  /// Long words of tables' headings and dates, which may stand nowhere else.
  private static let common = [
    "recommendation", "recommendations", "information", "department", "responsible",
    "responsibility", "committee", "implementation", "completion", "completed", "timescale",
    "september", "november", "december", "february", "councillor",
  ]

  init(_ lines: PrintedLines) {
    self.lines = lines
    words = Set(Self.common.map { Array($0.utf8) })
    for word in lines.all.lazy.flatMap(\.words) where word.text.count >= Self.shortest {
      words.insert(Self.letters(lines.bytes[word.text.lower..<word.text.upper]))
    }
  }

  /// A word in small letters, without the marks around it.
  private static func letters(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var bytes = bytes
    while let first = bytes.first, !first.isWordByte { bytes.removeFirst() }
    while let last = bytes.last, !last.isWordByte { bytes.removeLast() }
    return bytes.map(\.lowered)
  }

  /// A row with its broken words made whole.
  func mended(_ row: PrintedRow) -> PrintedRow {
    var row = row
    for column in row.cells.indices { mend(&row.cells[column]) }
    return row
  }

  /// A word is broken where it fills a line of its own, and with the next it is a word that the
  /// paper has elsewhere.
  private func mend(_ cell: inout [PrintedRow.CellLine]) {
    var at = 0
    while at + 1 < cell.count {
      if let last = cell[at].words.last, cell[at].words.count == 1, last.rest == nil,
        !cell[at + 1].isNew, let next = cell[at + 1].words.first, isBroken(last, next)
      {
        var whole = last
        whole.rest = next.text
        whole.length += next.length
        cell[at].words[cell[at].words.endIndex - 1] = whole
        cell[at + 1].words.removeFirst()
        if cell[at + 1].words.isEmpty { cell.remove(at: at + 1) }
      }
      at += 1
    }
  }

  private func isBroken(_ word: PrintedWord, _ next: PrintedWord) -> Bool {
    let head = lines.bytes[word.text.lower..<word.text.upper]
    let tail = lines.bytes[next.text.lower..<next.text.upper]
    guard head.count >= 4, head.last?.isLetter == true, tail.first?.isLower == true else {
      return false
    }
    let whole = Self.letters(head + tail)
    return whole.count >= Self.shortest && words.contains(whole)
  }
}
