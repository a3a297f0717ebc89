import MattersRecords
import MattersText

/// The colours by which trackers rate how work stands.
enum Rating {
  private static let colours: Set<String> = [
    "blue", "red", "amber", "green", "grey", "black", "white", "yellow", "purple",
  ]

  /// Whether a folded word is a colour.
  static func isColour(_ word: String) -> Bool { colours.contains(word) }

  /// The colour that closes a status, where the column's heading says that it holds one.
  static func inStatus(_ status: String?, heading: String) -> String? {
    guard let status, MatchKey.words(heading).contains(where: { $0.hasSuffix("rag") }),
      let last = status.split(whereSeparator: { " /-–()".contains($0) }).last,
      colours.contains(last.lowercased())
    else { return nil }
    return String(last)
  }

  /// The colour that some words name, if they name one.
  static func colour(in text: String) -> String? {
    text.split(whereSeparator: { " /-–(),.".contains($0) })
      .first { colours.contains($0.lowercased()) }.map(String.init)
  }

  /// The columns, with a column of colours as the status too where its cells say more than colours.
  static func withStatus(
    _ columns: [TrackerColumn: Int], rows: [[String]]
  ) -> [TrackerColumn: Int] {
    if let rating = columns[.rating], columns[.status] == nil {
      // "RAG / status" over words alone is no colour.
      let cells = rows.compactMap { rating < $0.count && !$0[rating].isEmpty ? $0[rating] : nil }
      if !cells.isEmpty,
        cells.allSatisfy({ colour(in: $0) == nil && ResponseWording.stateOfStatus($0) != nil })
      {
        var columns = columns
        (columns[.status], columns[.rating]) = (rating, nil)
        return columns
      }
    }
    guard let rating = columns[.rating], columns[.status] == nil,
      rows.contains(where: { cells in
        guard rating < cells.count, colour(in: cells[rating]) != nil else { return false }
        let state = without(MatchKey.words(cells[rating]))
        return state.count > 1 || MatchKey.words(cells[rating]).count > 1
      })
    else { return columns }
    return columns.merging([.status: rating]) { $1 }
  }

  /// The words of a status without the colour behind them.
  static func without(_ words: [String]) -> [String] {
    var words = words
    while let last = words.last, colours.contains(last), words.count > 1 { words.removeLast() }
    while let first = words.first, colours.contains(first), words.count > 1 { words.removeFirst() }
    return words
  }
}
