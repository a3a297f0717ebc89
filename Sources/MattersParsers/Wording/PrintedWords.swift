import MattersText

/// The words of some text in the form in which they are compared, and where each is printed.
struct PrintedWords {
  /// Lower-case letters and digits, word by word.
  let folded: [String]
  private let ranges: [Range<String.Index>]
  private let text: String

  init(_ text: String) {
    self.text = text
    var folded: [String] = []
    var ranges: [Range<String.Index>] = []
    var word = ""
    var start = text.startIndex
    for index in text.indices {
      let character = text[index]
      if character.isLetter || character.isNumber {
        if word.isEmpty { start = index }
        word += character.lowercased()
      } else if character == "'" || character == "\u{2019}" || character == "\u{2018}" {
        continue
      } else if !word.isEmpty {
        folded.append(word)
        ranges.append(start..<index)
        word = ""
      }
    }
    if !word.isEmpty {
      folded.append(word)
      ranges.append(start..<text.endIndex)
    }
    self.folded = folded
    self.ranges = ranges
  }

  /// The words of a range as they are printed, marks between them included.
  func printed(_ words: Range<Int>) -> String {
    guard let first = words.first, let last = words.last, last < ranges.count else { return "" }
    return String(text[ranges[first].lowerBound..<ranges[last].upperBound])
  }

  /// The text from a word on, to the end.
  func printed(from word: Int) -> String {
    word < ranges.count ? String(text[ranges[word].lowerBound...]) : ""
  }

  /// Whether these words stand at a place.
  func matches(_ phrase: [String], at index: Int) -> Bool {
    index + phrase.count <= folded.count
      && phrase.indices.allSatisfy { folded[index + $0] == phrase[$0] }
  }
}

/// Phrases with what they mean, the longest first, so that `not accepted` is never `accepted`.
struct PhraseTable<Meaning: Sendable>: Sendable {
  private let phrases: [(words: [String], meaning: Meaning)]

  init(_ phrases: [(Meaning, [String])]) {
    self.phrases = phrases.flatMap { meaning, all in
      all.map { ($0.split(separator: " ").map(String.init), meaning) }
    }.sorted { $0.words.count > $1.words.count }
  }

  /// A phrase that was found: what it means and which words it is.
  struct Found {
    var meaning: Meaning
    var words: Range<Int>
  }

  /// The phrase at a place, the longest that fits.
  func at(_ index: Int, in words: PrintedWords) -> Found? {
    for phrase in phrases where words.matches(phrase.words, at: index) {
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
