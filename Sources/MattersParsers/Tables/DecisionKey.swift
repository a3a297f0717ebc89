import MattersBlocks
import MattersRecords
import MattersText

/// What a table's key says of the letters in its column of decisions: `A = accepted, P = accepted in
/// part, N = not accepted`.
///
/// The key stands above the table, below it, or in the column's heading.
struct DecisionKey {
  private var decisions: [String: Decision] = [:]

  /// How many blocks around a table its key is looked for.
  private static let reach = 16

  /// A key that says nothing.
  init() {}

  init(around table: TableView, in paper: Paper) {
    for cell in table.header(in: paper) where cell.utf8.count <= 120 { read(cell) }
    let first = max(table.document, table.start - Self.reach)
    let last = min(paper.blocks.count, table.start + table.rows.count + Self.reach)
    guard first < last else { return }
    for block in paper.blocks[first..<last] {
      guard block.kind == .paragraph || block.kind == .item || block.kind == .row,
        block.text.count <= 400
      else { continue }
      read((paper.label(block).map { $0 + " " } ?? "") + paper.text(block))
    }
  }

  var isEmpty: Bool { decisions.isEmpty }

  /// Takes `A = accepted; PA - partially accepted`, `(R) Rejected` or `Accept (A)` apart.
  private mutating func read(_ text: String) {
    guard text.utf8.contains(where: { "=-():\u{2013}".utf8.contains($0) }) else { return }
    let words = text.split(separator: " ").map(String.init)
    var found: [String: Decision] = [:]
    for (index, word) in words.enumerated() {
      let next = index + 1 < words.count ? words[index + 1] : ""
      guard let mark = Self.mark(word) else { continue }
      let isTied = ["=", "-", "\u{2013}", "\u{2014}", ":", "means"].contains(next)
      let start = index + (isTied ? 2 : 1)
      let isSet = isTied || word.hasPrefix("(") || word.hasSuffix(":") || word.hasSuffix("=")
      guard isSet, start < words.count else { continue }
      let rest = PrintedWords(words[start...].prefix(6).joined(separator: " "))
      if let meaning = DecisionWording.phrases.at(0, in: rest)?.meaning {
        found[mark] = found[mark] ?? meaning
      }
    }
    // One letter with a meaning is a sentence's; a key has several.
    guard found.count >= 2 else { return }
    decisions.merge(found) { former, _ in former }
  }

  /// One to three capitals, in brackets or not.
  private static func mark(_ word: String) -> String? {
    let bare = word.filter { !"()*:=,;.".contains($0) }
    guard (1...3).contains(bare.count), bare.allSatisfy({ $0.isUppercase && $0.isASCII }) else {
      return nil
    }
    return bare
  }

  /// What a cell that is one of the marks says.
  func decision(_ cell: String) -> Decision? {
    guard !decisions.isEmpty, cell.utf8.count <= 8 else { return nil }
    return Self.mark(cell).flatMap { decisions[$0] }
  }

  /// The column whose cells are mostly marks of the key.
  func column(of table: TableView, in paper: Paper) -> Int? {
    guard !decisions.isEmpty else { return nil }
    var filled: [Int: Int] = [:]
    var marked: [Int: Int] = [:]
    for row in table.rows.dropFirst().prefix(40) {
      for (column, cell) in paper.cells(row).enumerated() where !cell.isEmpty {
        filled[column, default: 0] += 1
        if cell.count <= 8, decision(paper.text(cell)) != nil { marked[column, default: 0] += 1 }
      }
    }
    return marked.filter { $0.value >= 2 && $0.value * 3 >= (filled[$0.key] ?? 0) * 2 }
      .map(\.key).min()
  }
}
