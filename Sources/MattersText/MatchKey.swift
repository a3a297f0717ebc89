/// The form of some words in which they are compared across papers.
///
/// Lower case; straight quotes and plain hyphens; every run of anything else that is not a letter
/// or a digit one space; a connector that only joins list items ("; and") left out. Equality is
/// Swift's, so canonically equivalent spellings of a letter are the same.
public struct MatchKey: Hashable, Sendable, CustomStringConvertible {
  /// The folded words, joined by single spaces.
  public let description: String

  /// Folds some words.
  public init(_ text: String) {
    description = MatchKey.words(text).joined(separator: " ")
  }

  /// Whether no letter or digit was left.
  public var isEmpty: Bool { description.isEmpty }

  /// The words one by one.
  public var words: [Substring] { description.split(separator: " ") }

  /// The folded words of a text: letters and digits, with an apostrophe inside a word dropped.
  public static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for character in text.lowercased() {
      if character.isLetter || character.isNumber {
        word.append(character)
      } else if character == "'" || character == "\u{2019}" || character == "\u{2018}" {
        continue
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    if let last = words.last, last == "and" || last == "or" { words.removeLast() }
    return words
  }
}
