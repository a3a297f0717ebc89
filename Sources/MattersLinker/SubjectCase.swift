import MattersRecords
import MattersText

/// Puts a title that minutes print in capitals into ordinary letters.
///
/// Which words are names or initials is learnt from the same papers: a word that they print with
/// capitals in running text keeps them.
struct SubjectCase {
  private var seen: [String: String] = [:]

  private static let small: Set<String> = [
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to",
    "with",
  ]

  /// Learns from words in ordinary letters; titles in capitals teach nothing.
  mutating func learn(_ text: String) {
    guard Self.mayTeach(text), !Self.isCapitals(text) else { return }
    for word in text.split(whereSeparator: {
      !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "\u{2019}"
    }) {
      let letters = word.filter(\.isLetter)
      guard letters.count >= 2, letters.dropFirst().contains(where: \.isUppercase) else { continue }
      seen[word.uppercased()] = String(word)
    }
  }

  /// Whether a capital stands behind another letter of its word, or may: of letters outside ASCII that
  /// is not told by their bytes.
  private static func mayTeach(_ text: String) -> Bool {
    var letters = 0
    for byte in text.utf8 {
      if byte >= 0x80 { return true }
      if byte.isLetter {
        if byte.isUpper, letters > 0 { return true }
        letters += 1
      } else if !byte.isDigit, byte != 0x27 {
        letters = 0
      }
    }
    return false
  }

  /// The title in ordinary letters; one that is not in capitals stays as it is.
  func title(_ text: String) -> String {
    guard Self.isCapitals(text) else { return text }
    var out = ""
    var word = ""
    var isFirst = true
    func flush() {
      guard !word.isEmpty else { return }
      let lower = word.lowercased()
      if let known = seen[word.uppercased()] {
        out += known
      } else if Self.isInitials(word) {
        out += word
      } else if !isFirst, Self.small.contains(lower) {
        out += lower
      } else {
        out += lower.prefix(1).uppercased() + lower.dropFirst()
      }
      word = ""
      isFirst = false
    }
    for character in text {
      if character.isLetter || character.isNumber || character == "'" || character == "\u{2019}" {
        word.append(character)
      } else {
        flush()
        out.append(character)
      }
    }
    flush()
    return out
  }

  /// Letters without a vowel, or mixed with digits, are initials.
  private static func isInitials(_ word: String) -> Bool {
    let letters = word.filter(\.isLetter)
    return letters.count >= 2 && !letters.contains { "AEIOUYaeiouy".contains($0) }
  }

  static func isCapitals(_ text: String) -> Bool {
    let letters = text.filter(\.isLetter)
    guard letters.count >= 3 else { return false }
    return letters.count(where: \.isUppercase) * 10 >= letters.count * 9
  }
}
