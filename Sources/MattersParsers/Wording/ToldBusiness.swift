import MattersBlocks
import MattersText

/// Business that minutes tell as done: papers approved, noted or adopted, and what the body itself
/// agreed, authorised or decided.
extension TellingReading {
  private static let participles: Set<String> = [
    "approved", "adopted", "ratified", "accepted", "authorised", "confirmed", "agreed", "endorsed",
  ]
  /// What a meeting approves, accepts or notes.
  private static let asides: Set<String> = ["previous", "last"]
  static let papers: Set<String> = [
    "minutes", "accounts", "payments", "payment", "invoices", "cheques", "report", "reports",
    "budget", "precept", "policy", "policies", "statement", "certificate", "quotation", "quote",
    "quotes", "grant", "notes", "regulations", "orders", "schedule", "plan", "programme",
    "proposal", "request", "amendment", "list", "expenditure", "donation", "donations", "agenda",
    "terms", "membership", "strategy", "application", "applications", "recommendation",
    "recommendations", "dates", "tender", "estimate", "figures", "audit",
    "appointment", "appointments", "contract", "contracts", "correspondence", "assessment",
    "assessments", "constitution", "log", "tracker", "update", "position", "register", "charter",
    "increase", "purchase", "bills", "transfer", "addition", "presentation", "response", "letter",
    "letters", "progress",
  ]

  /// `The accounts for payment were approved`, `The certificate was received and noted`.
  func isPassive(_ words: [SpokenWords.Word]) -> Bool {
    if isDeferred(words) || isAccepted(words) { return true }
    for at in words.indices.dropFirst() {
      let isNoted = words[at].plain == "noted"
      let isMoved =
        words[at].plain == "moved" && at + 2 < words.count && words[at + 1].plain == "as"
        && ["correct", "true", "accurate"].contains(words[at + 2].plain)
      guard isNoted || isMoved || Self.participles.contains(words[at].plain) else { continue }
      guard let verb = words[..<at].lastIndex(where: { ["was", "were"].contains($0.plain) }),
        verb > 0
      else {
        // "Fen Committee and membership ratified for twelve months.": as in a telegram.
        let isOfOthers =
          at + 1 < words.count && words[at + 1].plain == "by"
          && !isByOwn(words[(at + 2)...])
        return !isNoted && !isOfOthers && isTelegram(words, before: at)
      }
      let before = words[..<verb]
      // "These were presented by the chair and approved": more than a word on what was said before.
      let isPaper =
        before.contains { Self.papers.contains($0.plain) }
        || ["these", "this", "they"].contains(words[0].plain) && (words.count >= 7 || isNoted)
      let isOfMinutes = before.prefix(3).contains { $0.plain == "minutes" }
      if isNoted, !before.prefix(4).contains(where: { Self.papers.contains($0.plain) }),
        words[0].plain != "this"
      {
        return false
      }
      guard isPaper, before.count <= 24,
        !before.contains(where: {
          Self.isTelling($0) && !(isOfMinutes && Self.asides.contains($0.plain))
            || $0.plain == "that"
        }),
        !words[verb..<at].contains(where: {
          Self.isTelling($0) || $0.plain == "being" || $0.plain == "that"
        })
      else { return false }
      let next = at + 1 < words.count ? words[at + 1].plain : ""
      if isNoted {
        // "were noted" may follow what was said; a paper that is received and noted is business.
        return next != "that" && next != "by" && words[verb].plain != ""
          && words[..<at].contains { Self.noted.contains($0.plain) }
      }
      if next == "by", !isByOwn(words[(at + 2)...]) { return false }
      let subject = before[0].plain
      return subject != "it" && !(words[at].plain == "agreed" && next == "with")
    }
    return false
  }

  /// `These were accepted.`, below those who sent apologies.
  private func isAccepted(_ words: [SpokenWords.Word]) -> Bool {
    guard (3...6).contains(words.count),
      let at = words.firstIndex(where: { $0.plain == "accepted" }), at >= 2,
      words[at - 1].plain == "were"
    else { return false }
    return words[0].plain == "these"
      || ["reasons", "apologies"].contains(words[at - 2].plain) && at <= 3
  }

  /// `This item was deferred pending a site visit`: whatever it is, the meeting put it off.
  private func isDeferred(_ words: [SpokenWords.Word]) -> Bool {
    guard let at = words.firstIndex(where: { $0.plain == "deferred" }), at >= 2,
      ["was", "were"].contains(words[at - 1].plain), at <= 18, words.count <= 40,
      ["the", "this", "these", "both", "all"].contains(words[0].plain),
      !words[..<at].contains(where: { Self.isTelling($0) || $0.plain == "that" })
    else { return false }
    let next = at + 1 < words.count ? words[at + 1].plain : ""
    return next.isEmpty || ["to", "until", "till", "pending", "for", "as"].contains(next)
  }

  /// Whether what follows "by" is the meeting itself, and no other council.
  func isByOwn(_ words: ArraySlice<SpokenWords.Word>) -> Bool {
    let agent = words.prefix(4).map(\.plain)
    let others: Set<String> = [
      "county", "borough", "district", "city", "auditor", "auditors", "residents", "government",
    ]
    if agent.contains(where: others.contains) { return false }
    return agent.contains {
      Self.bodies.contains($0) || $0 == "all" || $0.hasPrefix("chair") || $0 == "cllr"
        || $0 == "clerk"
    }
  }

  private static let noted: Set<String> = [
    "letter", "letters", "minutes", "accounts", "report", "certificate", "correspondence",
    "statement", "update",
    "formally",
  ]

  static let bodies: Set<String> = [
    "council", "councillors", "committee", "members", "meeting", "trustees", "directors", "board",
    "we", "panel", "group", "forum", "partnership", "association", "cllrs",
  ]
  private static let acts: Set<String> = [
    "authorised", "approved", "adopted", "agreed", "accepted", "ratified", "confirmed", "decided",
    "endorsed", "directed",
  ]

  /// `The councillors agreed that the minutes should be signed`, `Council authorised the payment`.
  func isOfBody(_ words: [SpokenWords.Word]) -> Bool {
    if isAgreedAfterAll(words) || isReceivedAndNoted(words) || isWeighed(words) { return true }
    guard
      let at = words.prefix(6).firstIndex(where: { Self.acts.contains($0.plain) }), at > 0,
      at + 1 < words.count
    else { return false }
    var subject = at - 1
    while subject > 0, Self.adverbs.contains(words[subject].plain) { subject -= 1 }
    guard Self.bodies.contains(words[subject].plain), subject <= 2,
      !words[..<subject].contains(where: { Self.isTelling($0) })
    else { return false }
    // Why somebody was away is accepted at every meeting.
    if words.contains(where: { ["apologies", "reasons", "apology"].contains($0.plain) }) {
      return false
    }
    guard ["agreed", "decided"].contains(words[at].plain) else { return true }
    let rest = words[(at + 1)...].map(\.plain)
    if rest.contains("record"), rest.contains("minutes") { return true }
    // "The panel agreed that the codes were stable": boards that weigh standards decide so.
    if rest.first == "that", subject == 1, words[0].plain == "the",
      ["panel", "board"].contains(words[1].plain)
    {
      return true
    }
    return rest.first == "to" || rest.first == "this" || Self.changes.contains(rest.first ?? "")
      || rest.first == "that" && rest.contains { ["should", "would", "be", "will"].contains($0) }
  }

  private static let changes: Set<String> = ["amendments", "changes", "terms", "dates", "actions"]
}
