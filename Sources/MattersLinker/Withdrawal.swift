import MattersRecords
import MattersText

/// A resolution that withdraws one request, named by its words.
struct Withdrawal {
  private let words: Set<String>

  /// Reads a resolution, or nothing where it withdraws nothing.
  init?(_ text: String) {
    let folded = MatchKey.words(text)
    guard folded.contains("request"), folded.contains("withdrawn") else { return nil }
    words = Set(folded.filter { $0.count > 3 })
  }

  /// Whether a request is the one that is withdrawn: most of its longer words are in the resolution.
  func means(_ asked: MatchKey) -> Bool {
    let own = Set(asked.words.map(String.init).filter { $0.count > 3 })
    guard own.count >= 2 else { return false }
    return Double(own.intersection(words).count) >= 0.6 * Double(own.count)
  }
}
