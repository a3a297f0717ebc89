import MattersRecords
import MattersText

/// Words cut to their roots, for comparing what people say of a thing with what was asked.
enum WordRoots {
  /// The long words, cut so that `publish` and `publishing`, `cost` and `costs` meet.
  static func of(_ words: [String]) -> Set<String> {
    Set(
      words.filter { $0.count > 3 }.map { word in
        String((word.count > 4 && word.hasSuffix("s") ? word.dropLast() : word[...]).prefix(6))
      })
  }

  /// Words that say that something was asked, and nothing of what.
  static let stock = of([
    "that", "request", "asked", "again", "information", "carried", "forward", "recommendation",
    "recommend", "action", "discontinued", "withdrawn", "lapse", "longer", "pursued", "committee",
    "meeting", "made", "from", "with", "provide", "supply", "circulate", "cabinet", "executive",
    "members", "each", "once", "more", "been", "have", "were",
  ])

  /// The words of what was asked, less those that only say who is asked to do it.
  static func content(of matter: Matter) -> Set<String> {
    let whole = of(MatchKey.words(matter.text))
    let own = whole.subtracting(of(MatchKey.words(matter.addressedTo ?? ""))).subtracting(stock)
    return own.count >= 2 ? own : whole
  }

  /// Whether other words say the same of a matter, though not who is asked to do it.
  static func isSame(_ matter: Matter, _ words: String) -> Bool {
    let key = MatchKey(words)
    let asked = MatchKey(matter.text)
    let own = of(key.words.map(String.init))
    return key.figures == asked.figures && content(of: matter).isSubset(of: own)
      && own.subtracting(stock).isSubset(of: of(asked.words.map(String.init)))
  }
}
