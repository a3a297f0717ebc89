import MattersText

/// Reads the words in which an executive agreed a recommendation where it changed them: `be accepted,
/// as amended: the rents be held until March 2025`.
enum AgreedWording {
  private static let leads = [
    "as amended to read", "amended so as to read", "amended to read", "reworded to read",
    "revised to read", "as reworded", "as amended:", "as amended -",
    "amended as follows", "reworded as follows", "with the wording changed to",
    "in the following amended form", "in the following form", "with the following wording",
    "with the following amended wording", "subject to the wording being changed to",
    "subject to its being amended to read", "subject to it being amended to read",
  ]

  /// The agreed words, and the text before the words that lead to them.
  static func read(_ text: String) -> (words: String, before: String)? {
    // The longest lead of those that begin first: "as amended to read" before "amended to read".
    let first = leads.compactMap { text.place(of: $0) }.min {
      ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound)
    }
    guard let lead = first else { return nil }
    var words = text[lead.upperBound...].drop { $0.isWhitespace || ":-\u{2013},".contains($0) }
    if let mark = words.first, let end = closing[mark] {
      let quoted = words.dropFirst()
      words = quoted.prefix { $0 != end }
      guard words.endIndex < text.endIndex else { return nil }
    } else {
      for joint in ["; and", "; or", ";"] where words.hasSuffix(joint) {
        words = words.dropLast(joint.count)
      }
    }
    guard words.split(separator: " ").count >= 3 else { return nil }
    var before = text[..<lead.lowerBound]
    while let last = before.last, " ,(".contains(last) { before = before.dropLast() }
    return (String(words), String(before))
  }

  private static let closing: [Character: Character] = [
    "\"": "\"", "\u{201C}": "\u{201D}", "\u{2018}": "\u{2019}",
  ]
}
