import MattersBlocks
import MattersRecords
import MattersText

/// A column whose cells hold several things, each under its name: `Date: June. Officer: A. Elm.
/// Progress: Sent.` under `Target date, officer and progress`.
struct LabelledCells {
  private let column: Int
  /// The names, in the order in which they came.
  private let names: [String]

  /// The most letters of a name.
  private static let longest = 24

  /// Such a column, where the cells of most rows are so.
  init?(_ header: [String], _ rows: [[String]]) {
    for column in header.indices.reversed() {
      let cells = rows.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }
      guard cells.count >= 2, cells.allSatisfy({ $0.utf8.contains(UInt8(ascii: ":")) }) else {
        continue
      }
      let parts = cells.map { Self.parts($0).map(\.name) }
      let full = parts.filter { $0.count >= 2 }
      guard full.count * 2 > cells.count, let names = full.max(by: { $0.count < $1.count }) else {
        continue
      }
      let known = Set(names.compactMap(TrackerColumns.known))
      guard known.count == names.count, parts.allSatisfy({ $0.allSatisfy(names.contains) }) else {
        continue
      }
      (self.column, self.names) = (column, names)
      return
    }
    return nil
  }

  /// The headings with the names in place of the column's own.
  func expanded(header: [String]) -> [String] {
    let own = MatchKey(column < header.count ? header[column] : "").words
    let full = names.map { name in
      // "Date:" under "Target date and progress" is that.
      guard let at = own.firstIndex(of: MatchKey(name).description[...]), at > 0,
        ["target", "due", "review", "completion"].contains(own[at - 1])
      else { return name }
      return "\(own[at - 1]) \(name.lowercased())"
    }
    return header.enumerated().filter { $0.offset != column }.map(\.element) + full
  }

  /// The cells of a row, likewise.
  func expanded(_ cells: [String]) -> [String] {
    let own = column < cells.count ? Self.parts(cells[column]) : []
    let rest = cells.enumerated().filter { $0.offset != column }.map(\.element)
    // What goes on from the row before belongs to its last part.
    if let first = own.first, first.name.isEmpty, own.count == 1 {
      return rest + names.dropLast().map { _ in "" } + [first.words]
    }
    return rest + names.map { name in own.first { $0.name == name }?.words ?? "" }
  }

  /// The parts of a cell: what stands behind each name that is known.
  private static func parts(_ cell: String) -> [(name: String, words: String)] {
    let words = cell.split(separator: " ")
    var parts: [(name: String, words: [Substring])] = []
    for word in words {
      let isEnded = parts.last.map { $0.words.last.map { ".;".contains($0.last ?? " ") } ?? true }
      if word.last == ":", word.first?.isUppercase == true, word.utf8.count <= longest,
        isEnded ?? true, TrackerColumns.known(String(word.dropLast())) != nil
      {
        parts.append((String(word.dropLast()), []))
      } else if parts.isEmpty {
        parts.append(("", [word]))
      } else {
        parts[parts.count - 1].words.append(word)
      }
    }
    return parts.map { ($0.name, $0.words.joined(separator: " ")) }
  }
}
