import MattersText

/// Phrases with what they mean, the longest first, so that `not accepted` is never `accepted`.
struct PhraseTable<Meaning: Sendable>: Sendable {
  private typealias Phrase = (words: [String], meaning: Meaning)

  /// The phrases by their first byte, so that most words are compared with none.
  private let phrases: [[Phrase]]
  /// The first words of all of them.
  let beginnings: [String]
  let firstWords: FirstWords

  init(_ phrases: [(Meaning, [String])]) {
    let ordered: [Phrase] = phrases.flatMap { meaning, all in
      all.map { ($0.split(separator: " ").map(String.init), meaning) }
    }.sorted { $0.words.count > $1.words.count }
    var buckets: [[Phrase]] = Array(repeating: [], count: 256)
    for phrase in ordered {
      guard let first = phrase.words.first?.utf8.first else { continue }
      buckets[Int(first)].append(phrase)
    }
    self.phrases = buckets
    beginnings = ordered.compactMap { $0.words.first }
    firstWords = FirstWords(beginnings)
  }

  /// A phrase that was found: what it means and which words it is.
  struct Found {
    var meaning: Meaning
    var words: Range<Int>
  }

  /// The phrase at a place, the longest that fits.
  func at(_ index: Int, in words: PrintedWords) -> Found? {
    guard index < words.folded.count, let first = words.folded[index].utf8.first else { return nil }
    for phrase in phrases[Int(first)] where words.matches(phrase.words, at: index) {
      return Found(meaning: phrase.meaning, words: index..<index + phrase.words.count)
    }
    return nil
  }

  /// The first phrase that begins among the words of a range.
  func first(in words: PrintedWords, among range: Range<Int>? = nil) -> Found? {
    for index in (range ?? 0..<words.folded.count).clamped(to: 0..<words.folded.count) {
      if let found = at(index, in: words) { return found }
    }
    return nil
  }

  /// All phrases in order, none overlapping.
  func all(in words: PrintedWords) -> [Found] {
    var found: [Found] = []
    var index = 0
    while index < words.folded.count {
      if let next = at(index, in: words) {
        found.append(next)
        index = next.words.upperBound
      } else {
        index += 1
      }
    }
    return found
  }
}
