import MattersRecords
import MattersText

/// A decision of an executive on a recommendation that it names by its words or by a report's code:
/// `note the recommendation that the gate be mended`, `deferred its response to BS1 to the meeting`.
enum QuotedRecommendation {
  /// Words that a recommendation's own follow.
  private static let joints: Set<String> = [
    "that", "on", "about", "concerning", "regarding", "for", "to", "relating",
  ]
  /// What may stand between the verb and the recommendation.
  private static let fillers: Set<String> = [
    "the", "this", "its", "a", "committees", "panels", "boards", "groups", "scrutiny", "s",
    "overview", "and", "commissions",
  ]

  /// The words before the recommendation, from the verb on, and its own words behind.
  static func named(_ text: String) -> (before: String, words: Substring)? {
    let words = text.split(separator: " ")
    guard
      let at = words.indices.dropFirst().first(where: { at in
        words[at].lowercased() == "recommendation" && at + 2 < words.count
          && joints.contains(words[at + 1].lowercased())
      }), fillers.contains(words[at - 1].lowercased().filter(\.isLetter))
    else { return nil }
    return (
      words[..<at].joined(separator: " "),
      Substring(words[(at + 1)...].joined(separator: " "))
    )
  }

  /// What an executive puts off: the codes that its report gives the recommendations.
  static func deferred(_ text: String) -> (labels: [String], printed: String)? {
    let words = text.split(separator: " ")
    let plain = words.map { $0.lowercased().filter(\.isLetter) }
    guard
      let verb = plain.prefix(6).firstIndex(where: { ["defer", "deferred", "defers"].contains($0) }
      ),
      let noun = plain[verb...].prefix(5).firstIndex(where: {
        ["response", "responses", "decision", "decisions", "answer", "reply"].contains($0)
      }), noun + 2 < words.count, ["to", "on"].contains(plain[noun + 1])
    else { return nil }
    var labels: [String] = []
    for word in words[(noun + 2)...] {
      if ["and", "&"].contains(word.lowercased()), !labels.isEmpty { continue }
      let bare = String(word.filter { !",;.".contains($0) })
      guard isCode(bare) else { break }
      labels.append(bare)
    }
    return labels.isEmpty ? nil : (labels, String(words[verb]))
  }

  /// `BS1`, `R12`: capitals and a number.
  private static func isCode(_ word: String) -> Bool {
    let letters = word.prefix { $0.isUppercase }
    let number = word.dropFirst(letters.count)
    return (1...4).contains(letters.count) && (1...3).contains(number.count)
      && number.allSatisfy(\.isNumber)
  }
}
