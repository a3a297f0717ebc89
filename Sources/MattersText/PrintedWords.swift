/// The first words of a text in the form in which they are compared, and where each is printed.
///
/// Nothing is read beyond the words that are asked for: how a paragraph begins costs the same
/// however long it goes on.
package struct PrintedWords: Sendable {
  /// Lower-case letters and digits, word by word.
  package let folded: [String]
  private let printed: [Range<Int>]
  private let text: String

  /// Folds a text, or as many of its words as are asked for.
  package init(_ text: String, first limit: Int = .max) {
    let all = WordFolding.words(text, first: limit)
    self.text = text
    folded = all.words.map { String(decoding: all.bytes[$0.folded], as: UTF8.self) }
    printed = all.words.map(\.printed)
  }

  /// The words of a range as they are printed, marks between them included.
  package func printed(_ words: Range<Int>) -> String {
    guard let first = words.first, let last = words.last, last < printed.count else { return "" }
    return slice(printed[first].lowerBound..<printed[last].upperBound)
  }

  /// The text from a word on, to the end.
  package func printed(from word: Int) -> String {
    word < printed.count ? slice(printed[word].lowerBound..<text.utf8.count) : ""
  }

  /// What is printed between a word and the next, or behind the last one.
  package func gap(after word: Int) -> String {
    let next = word + 1 < printed.count ? printed[word + 1].lowerBound : text.utf8.count
    return slice(printed[word].upperBound..<next)
  }

  /// Whether these words stand at a place.
  package func matches(_ phrase: [String], at index: Int) -> Bool {
    guard index + phrase.count <= folded.count else { return false }
    for offset in phrase.indices where folded[index + offset] != phrase[offset] { return false }
    return true
  }

  private func slice(_ range: Range<Int>) -> String {
    let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
    return String(text[start..<text.utf8.index(start, offsetBy: range.count)])
  }
}
