import MattersText

/// What a sentence of a committee's letter wants of whoever gets it: something to be sent, or
/// something to be done.
enum LetterWish {
  case request, recommendation

  /// Those who speak in such a letter.
  private static let speakers: Set<String> = [
    "we", "i", "committee", "panel", "group", "board", "members", "commission", "councillors",
  ]
  /// Words that stand between a speaker and the verb.
  private static let fillers: Set<String> = [
    "therefore", "also", "strongly", "formally", "would", "unanimously", "further", "wish", "to",
    "like", "then", "again", "both", "accordingly", "now", "hereby", "and", "must", "do", "all",
    "agreed", "so", "however",
  ]

  /// What a sentence wants, where it says so plainly.
  static func of(_ text: String) -> LetterWish? {
    let acted = ActedSentence(text)
    let plain = acted.plain
    if asksForWords(plain) || ToldRequest.reason(acted) != nil { return .request }
    return commends(plain) ? .recommendation : nil
  }

  /// Whether a sentence recommends something: `The Panel therefore recommends that ...`.
  static func commends(_ text: String) -> Bool {
    commends(ActedSentence(String(text.prefix(200))).plain)
  }

  private static func commends(_ plain: [String]) -> Bool {
    for (index, word) in plain.prefix(14).enumerated() {
      guard word == "recommend" || word == "recommends" || word == "recommended" || word == "urge"
      else { continue }
      let next = index + 1 < plain.count ? plain[index + 1] : ""
      let isClause = ["that", "to", "you", "the", "cabinet", "a", "an"].contains(next)
      // "It is recommended that", "Our recommendation is that"
      if index >= 2, plain[index - 2] == "it", plain[index - 1] == "is" { return isClause }
      return isClause && isSaid(plain, before: index)
    }
    return plain.starts(with: ["our", "recommendation", "is"])
  }

  /// Whether a speaker stands before a verb, with nothing but fillers between.
  private static func isSaid(_ plain: [String], before index: Int) -> Bool {
    var at = index - 1
    while at >= 0, fillers.contains(plain[at]) { at -= 1 }
    guard at >= 0, speakers.contains(plain[at]) else { return false }
    return !plain[at..<index].contains { ["had", "not", "previously"].contains($0) }
  }

  /// Whether a paragraph speaks of what the committee itself wants: one that is quoted.
  static func isOfCommittee(_ text: String) -> Bool {
    let plain = ActedSentence(String(text.prefix(200))).plain
    let start = plain.first == "the" ? 1 : 0
    guard start < plain.count else { return false }
    if ["committee", "panel", "members", "group", "commission"].contains(plain[start]) {
      return plain[start...].prefix(4).contains {
        [
          "asked", "ask", "asks", "recommend", "recommends", "recommended", "requested", "request",
          "requests", "wished", "sought", "felt", "suggested", "suggests", "would",
        ].contains($0)
      }
    }
    return asksForWords(plain) || commends(plain)
  }

  // MARK: - Requests

  private static let giving: Set<String> = [
    "provide", "send", "supply", "share", "circulate", "forward", "furnish", "give", "confirm",
    "tell", "let", "clarify", "explain", "advise", "set", "outline", "publish",
  ]
  private static let answered: Set<String> = [
    "response", "reply", "comments", "views", "letter", "thoughts", "feedback", "opportunity",
    "attend", "attendance", "meeting",
  ]

  /// Whether somebody is asked for words or figures: `We would like to see the list`, `Please send us
  /// the cost`, `I should be grateful if you could let us know how many there are`.
  private static func asksForWords(_ plain: [String]) -> Bool {
    // What a letter says of the reply that it waits for asks for nothing else.
    if plain.contains("comments") || plain.hasRun(["you", "agree"])
      || plain.hasRun(["your", "response"])
      || plain.contains("respond")
    {
      return false
    }
    for (index, word) in plain.prefix(24).enumerated() {
      switch word {
      case "please":
        var at = index + 1
        if at + 1 < plain.count, ["can", "could", "will", "would"].contains(plain[at]) { at += 2 }
        if gives(plain, at) { return true }
      case "you", "officers":
        // "could you send us", "if you would let us have", "that you provide"
        let lead = index > 0 ? plain[index - 1] : ""
        let next = index + 1 < plain.count ? plain[index + 1] : ""
        if ["could", "can", "would", "will"].contains(lead),
          gives(plain, skippingPlease(plain, index))
        {
          return true
        }
        if lead == "if", ["could", "can", "would", "will"].contains(next),
          gives(plain, skippingPlease(plain, index + 1))
        {
          return true
        }
        if lead == "that" || lead == "ask" || lead == "request",
          plain[..<index].contains(where: speakers.contains),
          gives(plain, index + (next == "to" ? 2 : 1))
        {
          return true
        }
      case "like", "welcome", "appreciate", "want", "wish":
        guard isSaid(plain, before: index) else { continue }
        if wants(plain, index + 1) { return true }
      case "request", "requests", "requested", "seek", "seeks":
        guard isSaid(plain, before: index) else { continue }
        if RequestWording.isThing(plain, at: index + 1)
          || plain.dropFirst(index + 1).first == "that"
            && RequestWording.isGiven(plain, from: index + 2)
        {
          return true
        }
      case "ask", "asks":
        guard isSaid(plain, before: index), index + 2 < plain.count else { continue }
        if plain[index + 1] == "for", RequestWording.isThing(plain, at: index + 2) { return true }
        if plain[index + 1] == "that", RequestWording.isGiven(plain, from: index + 2) {
          return true
        }
      default: continue
      }
    }
    return false
  }

  private static func skippingPlease(_ plain: [String], _ index: Int) -> Int {
    var at = index + 1
    while at < plain.count, ["please", "kindly", "therefore", "also"].contains(plain[at]) {
      at += 1
    }
    return at
  }

  /// Whether words from an index on give somebody something: `send us the list`, `let us know`.
  static func gives(_ plain: [String], _ index: Int) -> Bool {
    guard index + 1 < plain.count, giving.contains(plain[index]) else { return false }
    let rest = plain[(index + 1)...]
    if plain[index] == "let" {
      return rest.prefix(4).contains("know") || rest.prefix(5).contains("have")
    }
    if rest.prefix(6).contains(where: answered.contains) { return false }
    switch plain[index] {
    case "tell", "advise":
      return ["us", "me", "members", "the"].contains(rest.first ?? "")
        && rest.contains { ["how", "what", "when", "which", "why", "whether"].contains($0) }
    case "confirm", "clarify", "explain", "set", "outline", "publish":
      return plain[index] != "set" && plain[index] != "publish" || rest.first == "out"
    default:
      return rest.prefix(6).contains { ["us", "me"].contains($0) }
        || rest.prefix(8).contains(where: RequestWording.takers.contains)
        || RequestWording.isThing(plain, at: index + 1)
    }
  }

  /// Whether what is wished for, from an index on, is something to be sent or shown.
  private static func wants(_ plain: [String], _ start: Int) -> Bool {
    var at = start
    guard at + 1 < plain.count else { return false }
    if plain[at] == "to" { at += 1 }
    if plain[at...].prefix(4).contains(where: answered.contains) { return false }
    if plain[at] == "be", at + 1 < plain.count {
      return ["sent", "given", "shown", "told", "provided", "supplied"].contains(plain[at + 1])
    }
    if ["have", "see", "receive", "know"].contains(plain[at]) {
      if plain[at] == "know" { return true }
      at += 1
      let head = plain[min(at, plain.count)...].prefix(3)
      return RequestWording.isThing(plain, at: at)
        || head.contains(where: RequestWording.spoken.contains)
    }
    return RequestWording.isThing(plain, at: at)
      || plain[at...].prefix(2).contains("sight")
      || plain[at...].prefix(3).contains {
        ["clarification", "clarity", "confirmation"].contains($0)
      }
  }
}
