import MattersText

/// Finds which of many texts share rare words with another: an inverted index.
struct WordIndex {
  private var postings: [String: [Int]] = [:]

  /// Words that tell nothing apart.
  static let dull: Set<String> = [
    "that", "the", "and", "for", "with", "from", "this", "committee", "council", "report", "update",
    "review", "scrutiny", "work", "programme", "meeting", "item", "items", "should", "would",
    "could", "been", "have", "has", "was", "were", "any", "all", "not", "each", "into", "their",
    "which", "next", "further", "future", "information", "request", "requested", "recommendation",
    "members", "officers", "officer", "provide", "provided", "circulated", "note", "details",
    "agreed", "undertook", "councillor", "councillors", "cabinet", "member", "head", "director",
    "service", "services", "are", "before", "after", "following", "regarding", "about",
  ]

  /// The words of a text that carry meaning.
  static func telling(_ text: String) -> Set<String> {
    Set(MatchKey.words(text).filter { isLong($0) && !dull.contains($0) })
  }

  /// Whether a word has three letters; most have as many as bytes.
  private static func isLong(_ word: String) -> Bool {
    word.utf8.count >= 3 && (word.utf8.allSatisfy { $0 < 0x80 } || word.count >= 3)
  }

  /// Adds a text by its telling words.
  mutating func append(_ words: Set<String>, as place: Int) {
    for word in words { postings[word, default: []].append(place) }
  }

  /// Places that share any of the rarest words of a text, in order.
  ///
  /// Words that stand in very many texts are never followed: what shares only those is not alike.
  func near(_ words: Set<String>, rarest count: Int = 4, atMost most: Int = 64) -> [Int] {
    let known = words.compactMap { word in postings[word].map { (word, $0) } }
      .sorted { ($0.1.count, $0.0) < ($1.1.count, $1.0) }
    var found: Set<Int> = []
    for (_, places) in known.prefix(count) where places.count <= most { found.formUnion(places) }
    return found.sorted()
  }
}
