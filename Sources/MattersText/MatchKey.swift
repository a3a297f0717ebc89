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
    description = String(decoding: WordFolding.fold(text), as: UTF8.self)
  }

  /// Whether no letter or digit was left.
  public var isEmpty: Bool { description.isEmpty }

  /// The words one by one.
  public var words: [Substring] { description.split(separator: " ") }

  /// The folded words of a text: letters and digits, with an apostrophe inside a word dropped.
  public static func words(_ text: String) -> [String] {
    WordFolding.fold(text).split(separator: UInt8(ascii: " ")).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
