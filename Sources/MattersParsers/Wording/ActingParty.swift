import MattersText

/// Tells who can be given something to do: posts, people, initials, and those who act together.
enum ActingParty {
  /// Whether words only name who is to act.
  static func isOne(_ words: String) -> Bool {
    guard words.first?.isUppercase == true else { return false }
    if isInitials(withoutTitle(words)) { return true }
    let plain = words.split(separator: " ").map { $0.lowercased() }
    guard plain.count <= 9, !plain.contains("to"), !plain.contains("will") else { return false }
    return PostWords.isPost(words) && plain.count <= 8 && isCapital(words) || isNamed(words)
      || isTogether(words)
      || isSeveral(words)
  }

  static func isInitials(_ words: some StringProtocol) -> Bool {
    (2...4).contains(words.count) && words.allSatisfy(\.isUppercase)
      && !never.contains(String(words))
  }

  /// Capitals that stand behind the word `action` and are nobody's.
  private static let never: Set<String> = [
    "PLAN", "LOG", "NONE", "NIL", "NHS", "NO", "TBC", "LIST",
  ]

  /// Whether words name one or more people.
  static func isNamed(_ words: String) -> Bool {
    let parts = parts(of: words)
    return !parts.isEmpty
      && parts.allSatisfy { part in
        let one = withoutTitle(part)
        return isInitials(one)
          || PostWords.isName(one, words: 1) && !openers.contains(one.lowercased())
      }
  }

  /// Words with which a sentence begins, and which are nobody's name.
  private static let openers: Set<String> = [
    "this", "these", "it", "there", "they", "that", "those", "he", "she", "we", "which", "such",
    "copies", "further", "it's", "what", "comments", "taken", "completed", "noted", "done",
    "ongoing", "closed", "open", "pending", "deferred", "agreed", "approved", "carried", "tbc",
  ]

  /// Those who act together, and go by what they are: `All`, `Staff`, `Officers`.
  private static let together: Set<String> = [
    "all", "everyone", "staff", "officers", "administration", "secretariat", "governors",
    "trustees", "members", "councillors", "directors", "leads", "cllrs", "executives", "slt", "smt",
  ]
  /// Words with which the name of a service ends.
  private static let services: Set<String> = [
    "team", "teams", "services", "service", "department", "directorate", "unit", "office",
    "finance", "hr", "estates", "communications", "comms", "legal", "highways", "planning",
    "housing", "it", "group", "committee", "board", "council", "secretariat", "division",
  ]

  /// Whether words name a body of people or a service: `All governors`, `Estates team`, `Legal`.
  static func isTogether(_ words: String) -> Bool {
    let plain = MatchKey.words(words)
    guard let last = plain.last, plain.count <= 5 else { return false }
    if together.contains(last) { return plain.count <= 3 }
    return services.contains(last)
      && words.split(separator: " ").allSatisfy {
        $0.first?.isUppercase == true || joins.contains(String($0)) || services.contains(String($0))
      }
  }

  /// Whether a slash, a comma or an `and` joins several of them.
  private static func isSeveral(_ words: String) -> Bool {
    let parts = parts(of: words)
    return parts.count >= 2
      && parts.allSatisfy { part in
        let one = withoutTitle(part)
        return isInitials(one) || PostWords.isName(one, words: 1) || PostWords.isPost(one)
          || isTogether(one)
      }
  }

  private static let joins: Set<String> = ["of", "for", "and", "&", "the", "/", "-", "\u{2013}"]

  private static func parts(of words: String) -> [String] {
    words.replacing(" and ", by: "/").split(whereSeparator: { "/,&+;".contains($0) })
      .map { String($0).trimmingMarks }
  }

  /// A name without a councillor's title; "LQ and DG" are one owner.
  static func withoutTitle(_ words: String) -> String {
    let parts = words.split(separator: " ")
    guard let first = parts.first, parts.count > 1, PeopleList.title(first) != nil else {
      return words
    }
    return parts.dropFirst().joined(separator: " ")
  }

  /// Whether all words have capitals but those that join them, as in the name of a post.
  static func isCapital(_ words: String) -> Bool {
    words.split(separator: " ").allSatisfy {
      $0.first?.isLowercase != true || joins.contains(String($0)) || services.contains(String($0))
    }
  }
}
