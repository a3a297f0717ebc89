import MattersBlocks
import MattersText

/// A line that tells the one thing a board did, such as that it noted a report.
enum PlainAct {
  /// Whether a line says that the meeting noted, received or approved a paper, and no more.
  static func isOne(_ range: ByteRange, in paper: Paper) -> Bool {
    let words = SpokenWords(paper.clean.bytes, range, limit: 20).words.map(\.plain)
    if isFirm(words) || isContent(words) { return true }
    guard (4...18).contains(words.count), words[0] == "the" || isBody(words[0]),
      let verb = words.prefix(6).firstIndex(where: acts.contains), verb >= 1,
      isBody(words[verb - 1]), words.count > verb + 1
    else { return false }
    var rest = words[(verb + 1)...]
    if rest.count > 3, rest.first == "and", acts.contains(rest.dropFirst().first ?? "") {
      rest = rest.dropFirst(2)
    }
    return
      (["the", "this", "its", "a"].contains(rest.first ?? "")
      || rest.prefix(3).contains(where: TellingReading.papers.contains))
      && rest.prefix(9).contains(where: TellingReading.papers.contains)
      && !rest.contains("that")
      // Who is listened to has been heard, and no more.
      && !(words[verb] == "received"
        && rest.prefix(3).contains { ["presentation", "verbal", "oral"].contains($0) })
  }

  /// Whether those who meet are told to have done what only a decision does: `The Board awarded the
  /// contract`, `Governors approved the policy`.
  private static func isFirm(_ words: [String]) -> Bool {
    guard (4...40).contains(words.count),
      let verb = words.prefix(6).firstIndex(where: DecidingVerbs.firm.contains), verb >= 1,
      isBody(words[verb - 1])
        || words[verb - 1] == "unanimously" && verb > 1 && isBody(words[verb - 2])
        || words[verb - 1] == "and" && verb > 2 && isBody(words[verb - 3])
          && ["reviewed", "considered", "discussed", "debated", "welcomed"].contains(
            words[verb - 2]),
      words[0] == "the" || isBody(words[0]), verb + 2 < words.count
    else { return false }
    return !isCourtesy(words, after: verb)
      || words[verb + 1] == "that" && words.dropFirst(verb).contains("be")
        && DecidingVerbs.isFormal(words[verb])
  }

  /// Whether what was done is a courtesy or an opinion: `extended its thanks`, `supported the view`.
  static func isCourtesy(_ words: [String], after verb: Int) -> Bool {
    words.dropFirst(verb + 1).prefix(6).contains(where: feelings.contains)
  }

  private static let feelings: Set<String> = [
    "thanks", "sympathy", "condolences", "congratulations", "apologies", "apology", "welcome",
    "view", "views", "idea", "principle", "explanation", "sentiments", "best", "gratitude",
    "comments", "reasons", "that",
  ]

  /// `The Board was content to note the report`, `The Board took assurance from the report`.
  private static func isContent(_ words: [String]) -> Bool {
    guard (5...40).contains(words.count), words[0] == "the" || isBody(words[0]) else {
      return false
    }
    if let gave = words.prefix(5).firstIndex(of: "gave"), gave >= 1, isBody(words[gave - 1]),
      ["its", "their", "approval", "consent"].contains(words[gave + 1])
    {
      return words[gave...].prefix(5).contains {
        ["approval", "consent", "agreement"].contains($0)
      }
    }
    if let took = words.prefix(5).firstIndex(of: "took"), took >= 1, isBody(words[took - 1]) {
      return words[took...].prefix(5).contains("assurance")
    }
    guard let content = words.prefix(6).firstIndex(where: { $0 == "content" || $0 == "minded" }),
      content >= 2, ["was", "were"].contains(words[content - 1]), isBody(words[content - 2]),
      content + 2 < words.count, words[content + 1] == "to"
    else { return false }
    return ["approve", "note", "endorse", "accept", "support", "agree", "adopt", "recommend"]
      .contains(words[content + 2])
  }

  private static func isBody(_ word: String) -> Bool {
    TellingReading.bodies.contains(word) || bodies.contains(word)
  }

  private static let bodies: Set<String> = [
    "cabinet", "panel", "sub-committee", "governors", "trustees", "executive", "authority",
    "commission", "assembly",
  ]

  /// Whether a sentence is nothing but the verb.
  ///
  /// `Deferred.`, `RECEIVED FOR INFORMATION.`, `Noted.`
  static func isBare(_ range: ByteRange, in paper: Paper) -> Bool {
    guard range.count <= 30, range.count >= 5, paper.clean.bytes[range.lower].isUpper else {
      return false
    }
    let words = MatchKey.words(paper.text(range))
    guard let first = words.first, acts.contains(first) || ["agreed", "deferred"].contains(first)
    else { return false }
    if words.count == 1 { return first != "agreed" || paper.capitalShare(range) > 0.9 }
    return words.count == 3 && words[1] == "for" && words[2] == "information"
  }

  private static let acts: Set<String> = [
    "noted", "received", "approved", "endorsed", "ratified", "adopted", "accepted", "homologated",
  ]
}
