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
    WordFolding.fold(text).withUnsafeBufferPointer { bytes in
      var words: [String] = []
      words.reserveCapacity(bytes.count { $0 == UInt8(ascii: " ") } + 1)
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: " ") { end += 1 }
        words.append(
          String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self))
        start = end + 1
      }
      return words
    }
  }

  /// The folded words of a text joined by single spaces, less some that are written in small letters.
  public static func words(of text: String, without left: [StaticString]) -> String {
    var bytes = WordFolding.fold(text)
    var kept = 0
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: " ") { end += 1 }
      let isLeft = left.contains {
        $0.utf8CodeUnitCount == end - start && bytes.matches($0, at: start, before: end)
      }
      if !isLeft {
        if kept > 0 {
          bytes[kept] = UInt8(ascii: " ")
          kept += 1
        }
        for place in start..<end {
          bytes[kept] = bytes[place]
          kept += 1
        }
      }
      start = end + 1
    }
    return String(decoding: bytes[..<kept], as: UTF8.self)
  }
}
