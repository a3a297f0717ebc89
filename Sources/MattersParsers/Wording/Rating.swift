import MattersText

/// The colours by which trackers rate how work stands.
enum Rating {
  private static let colours: Set<String> = ["blue", "red", "amber", "green", "grey", "black"]

  /// The colour that closes a status, where the column's heading says that it holds one.
  static func inStatus(_ status: String?, heading: String) -> String? {
    guard let status, MatchKey.words(heading).contains(where: { $0.hasSuffix("rag") }),
      let last = status.split(whereSeparator: { " /-–()".contains($0) }).last,
      colours.contains(last.lowercased())
    else { return nil }
    return String(last)
  }

  /// The words of a status without the colour behind them.
  static func without(_ words: [String]) -> [String] {
    var words = words
    while let last = words.last, colours.contains(last), words.count > 1 { words.removeLast() }
    return words
  }
}
