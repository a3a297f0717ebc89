import MattersText

/// How somebody who puts a question as one of the public may be named in papers.
enum Questioner {
  /// What is shown instead.
  static let replacement = "a member of the public"

  /// The words of a name without its title.
  static func words(_ name: String) -> [String] {
    let words = MatchKey.words(name)
    return Array(words.drop { NameMask.titleWords.contains($0) })
  }

  /// Whether the name is a councillor's by its title.
  static func isCouncillor(_ name: String) -> Bool {
    ["councillor", "cllr", "councillors", "cllrs"].contains(MatchKey.words(name).first)
  }

  /// The names to look for: in the paper that has the question whatever it prints, elsewhere what
  /// can only be a person's name.
  static func names(_ printed: String, number: Int, in document: Int64) -> [NameMask.Name] {
    func name(_ words: String, _ document: Int64?) -> NameMask.Name {
      .init(
        words: words, replacement: replacement, slug: "questioner-\(number)", isPublic: true,
        document: document)
    }
    guard MatchKey(printed) != MatchKey(replacement), !words(printed).isEmpty else { return [] }
    var names = [name(printed, document)]
    // Behind a comma or in brackets stands where somebody lives, or for whom she speaks.
    let person = printed.prefix { !",(;:".contains($0) }
    let parts = person.split(whereSeparator: \.isWhitespace).map(String.init).filter {
      !NameMask.titleWords.contains(MatchKey($0).description)
    }
    guard let last = parts.last else { return names }
    let plain = parts.joined(separator: " ")
    let hasTitle = !person.isEmpty && MatchKey.words(String(person)) != MatchKey.words(plain)
    if parts.count > 1 || !hasTitle { names.append(name(plain, document)) }
    let isPerson = hasTitle || isPerson(plain)
    // What was printed with one title may be said with another.
    if isPerson { names += NameMask.titleWords.map { name("\($0) \(last)", document) } }
    if isPerson, parts.count > 1 { names.append(name(plain, nil)) }
    return names
  }

  private static func isPerson(_ name: String) -> Bool {
    let words = MatchKey.words(name)
    return (2...4).contains(words.count) && organisations.isDisjoint(with: words)
      && name.split(separator: " ").allSatisfy { $0.first?.isUppercase == true }
  }

  /// Words that a person's name does not have.
  private static let organisations: Set<String> = [
    "council", "committee", "association", "society", "group", "residents", "resident", "friends",
    "trust", "ltd", "limited", "forum", "school", "party", "union", "ward", "street", "road",
    "club", "church", "charity", "campaign", "network", "federation", "partnership", "member",
    "members", "public", "question", "questions", "local", "community", "centre", "college",
    "university", "hospital", "the", "and", "of", "for",
  ]
}
