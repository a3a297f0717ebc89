import MattersText

/// Words that end in a whole day which no word leads to: `Gates at each pool 13 June 2023`.
struct DayTail {
  /// The words before the day.
  let words: String
  /// The day, ISO 8601.
  let day: String

  private static let leads: Set<Substring> = [
    "on", "of", "by", "since", "until", "from", "to", "dated", "before", "after", "at", "for",
    "and",
    "than", "between", "with", "meeting", "ending", "ended", "as",
  ]

  init?(_ cell: String) {
    let parts = cell.split(separator: " ")
    guard parts.count >= 5, let found = DateReader.whole(parts.suffix(3).joined(separator: " ")),
      found.utf8.count == 10, let last = parts.dropLast(3).last,
      !Self.leads.contains(last.lowercased()[...]), last.last != ","
    else { return nil }
    words = parts.dropLast(3).joined(separator: " ")
    day = found
  }
}
