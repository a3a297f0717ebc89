import MattersText

/// Tells what somebody says will be done for the committee.
enum UndertakingWording {
  /// A promise: who gave it, and why it is one.
  struct Promise {
    var owner: String?
    var isByPronoun: Bool
    var because: String
  }

  private static let delivers: Set<String> = [
    "bring", "send", "circulate", "provide", "share", "supply", "forward", "arrange", "report",
    "write",
    "prepare", "investigate", "check", "respond", "email", "let", "come", "look", "follow", "feed",
    "give", "submit",
  ]
  private static let delivered: Set<String> = [
    "provided", "circulated", "sent", "shared", "supplied", "brought", "submitted", "forwarded",
    "distributed", "emailed", "reported", "made",
  ]
  private static let things: Set<String> = [
    "note", "briefing", "response", "figures", "details", "report", "information", "update", "copy",
    "copies", "data", "paper", "presentation", "answer", "list", "breakdown", "reply", "plan",
  ]
  private static let takers: Set<String> = [
    "committee", "members", "member", "councillors", "councillor", "chairperson", "chairman",
    "chair",
    "panel", "board", "cabinet", "meeting",
  ]

  /// The promise a sentence makes; nothing where it makes none.
  static func read(_ sentence: ActedSentence) -> Promise? {
    let plain = sentence.plain
    // What was promised at an earlier meeting is told again.
    guard plain.first != "previously" else { return nil }
    for (index, word) in plain.enumerated() {
      let next = index + 1 < plain.count ? plain[index + 1] : ""
      let before = index > 0 ? plain[index - 1] : ""
      let isOther = ["had", "has", "have", "having", "was", "were", "be", "been", "not"].contains(
        before)
      switch word {
      case "undertook", "promised", "offered", "agreed", "committed":
        guard !isOther,
          next == "to" || next == "that" && (word == "undertook" || word == "promised"),
          let actor = sentence.actor(before: index), index - actor.words.upperBound <= 8,
          sentence.leads(actor, to: index)
        else { continue }
        if actor.side == .pronoun {
          return Promise(
            owner: speaker(in: sentence, before: actor.words.lowerBound), isByPronoun: true,
            because: "\(word) in the debate, without a resolution")
        }
        guard actor.side == .officer || actor.side == .member else { continue }
        return Promise(
          owner: actor.name, isByPronoun: false,
          because: "\(word) in the debate, without a resolution")
      case "would", "will":
        if let promise = future(sentence, index, next) { return promise }
      default: continue
      }
    }
    return nil
  }

  private static func future(_ sentence: ActedSentence, _ index: Int, _ next: String) -> Promise? {
    let plain = sentence.plain
    let rest = plain[(index + 1)...].prefix(40)
    let verb = ["also", "then", "therefore"].contains(next) ? rest.dropFirst().first ?? "" : next
    if delivers.contains(verb),
      rest.contains(where: { things.contains($0) || takers.contains($0) }),
      let actor = sentence.actor(before: index), actor.words.upperBound == index
    {
      let because = "somebody said that they would do it, without a resolution"
      switch actor.side {
      case .pronoun:
        return Promise(
          owner: speaker(in: sentence, before: actor.words.lowerBound), isByPronoun: true,
          because: because)
      case .officer, .member:
        return Promise(owner: actor.name, isByPronoun: false, because: because)
      case .committee, .other: return nil
      }
    }
    // "a note would be circulated to members".
    if verb == "be", let participle = rest.dropFirst().first(where: { $0 != "also" }),
      delivered.contains(participle), rest.contains(where: takers.contains),
      plain[..<index].suffix(12).contains(where: things.contains),
      !plain[..<index].suffix(4).contains("no")
    {
      return Promise(
        owner: nil, isByPronoun: false, because: "said in the debate that it would be provided")
    }
    return nil
  }

  /// The officer or member whom a pronoun in the same sentence stands for.
  private static func speaker(in sentence: ActedSentence, before index: Int) -> String? {
    sentence.actors.last {
      $0.words.upperBound <= index && ($0.side == .officer || $0.side == .member)
    }?.name
  }
}
