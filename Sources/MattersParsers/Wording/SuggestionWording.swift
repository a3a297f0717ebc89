import MattersText

/// Tells what a committee asks or suggests in passing.
enum SuggestionWording {
  private static let modals: Set<String> = [
    "be", "should", "could", "might", "may", "would", "consider", "need", "needed",
  ]
  private static let worth: Set<String> = [
    "helpful", "useful", "beneficial", "worthwhile", "valuable", "sensible", "appropriate",
    "benefit",
    "prudent", "desirable",
  ]

  /// Why a sentence is a suggestion of the committee's; nothing where it is none.
  static func reason(_ sentence: ActedSentence) -> String? {
    let plain = sentence.plain
    for (index, word) in plain.enumerated() {
      let next = index + 1 < plain.count ? plain[index + 1] : ""
      let isPast = index > 0 && ["had", "having", "has"].contains(plain[index - 1])
      switch word {
      case "asked", "requested", "urged":
        guard !isPast, isOfCommittee(sentence, index) else { continue }
        if wantsPaper(plain, index) {
          return "the committee asked for something, without resolving it"
        }
        guard next == "that", hasModal(plain, index + 2) else { continue }
        return "the committee \(word) that something be done, without resolving it"
      case "suggested":
        guard !isPast, isOfCommittee(sentence, index) else { continue }
        if next == "that", hasModal(plain, index + 2), !isOfItself(plain, index + 2) {
          return "suggested in the debate, without a resolution"
        }
        if next.hasSuffix("ing"), next.count > 5 {
          return "suggested in the debate, without a resolution"
        }
      case "felt", "considered", "thought", "agreed", "commented", "noted", "said":
        guard next == "that", !isPast, isOfCommittee(sentence, index), index + 3 < plain.count,
          plain[index + 2] == "it", ["would", "might", "may"].contains(plain[index + 3]),
          plain[(index + 4)...].prefix(5).contains(where: worth.contains)
        else { continue }
        return
          "the committee thought it \(plain[(index + 4)...].first { worth.contains($0) } ?? "useful")"
      case "given":
        guard index >= 2, plain[index - 1] == "be", next == "to",
          plain[..<index].suffix(5).contains(where: {
            ["consideration", "thought", "attention"].contains($0)
          }),
          !plain[..<index].suffix(9).contains(where: { ["had", "having"].contains($0) }),
          let actor = sentence.actor(before: index), isCommittee(actor)
        else { continue }
        return "the committee asked that something be considered"
      case "sought":
        guard index >= 2, plain[index - 1] == "be",
          ["should", "would", "could"].contains(plain[index - 2]),
          isOfCommittee(sentence, index) || plain.prefix(3).elementsEqual(["it", "was", "agreed"])
        else { continue }
        return "something was to be sought for the committee"
      case "welcome", "see":
        let lead = index > 0 ? plain[index - 1] : ""
        let isWish =
          word == "welcome" && lead == "would"
          || word == "see" && lead == "to" && index > 2
            && ["like", "wish", "wished"].contains(plain[index - 2])
        guard isWish, let actor = sentence.actor(before: index), isCommittee(actor),
          index - actor.words.upperBound <= 3
        else { continue }
        return "the committee said what it would like"
      default: continue
      }
    }
    return nil
  }

  /// The post that is asked: "that the Head of Roads might invite", "be sought from the Treasurer".
  static func addressee(_ sentence: ActedSentence) -> String? {
    for actor in sentence.actors where actor.side == .officer && actor.name != "officers" {
      var at = actor.words.lowerBound - 1
      if at >= 0, sentence.plain[at] == "the" { at -= 1 }
      guard at >= 1 else { continue }
      let lead = (sentence.plain[at - 1], sentence.plain[at])
      if lead.1 == "that", ["suggested", "asked", "requested", "urged"].contains(lead.0) {
        return actor.name
      }
      if lead == ("sought", "from") { return actor.name }
      if ["asked", "requested", "urged"].contains(lead.1) { return actor.name }
    }
    return nil
  }

  private static func isCommittee(_ actor: Actor) -> Bool {
    actor.side == .committee || actor.side == .member
  }

  /// Whether the committee or one of its members does what the verb at an index says, or nobody is
  /// named, as in "it was suggested".
  private static func isOfCommittee(_ sentence: ActedSentence, _ index: Int) -> Bool {
    if index >= 2, sentence.plain[index - 1] == "was", sentence.plain[index - 2] == "it" {
      return true
    }
    guard let actor = sentence.actor(before: index), sentence.leads(actor, to: index) else {
      return false
    }
    return isCommittee(actor)
  }

  private static let papers: Set<String> = [
    "note", "briefing", "report", "update", "paper", "presentation", "breakdown", "copy",
  ]

  /// "asked for a note on", "requested a further report": not a question that the debate answers.
  private static func wantsPaper(_ plain: [String], _ index: Int) -> Bool {
    let start = index + (plain[index] == "asked" ? 2 : 1)
    guard start < plain.count, plain[index] != "asked" || plain[start - 1] == "for" else {
      return false
    }
    return ["a", "an", "the", "another"].contains(plain[start])
      && plain[start...].prefix(4).contains(where: papers.contains)
  }

  private static func hasModal(_ plain: [String], _ start: Int) -> Bool {
    guard start < plain.count else { return false }
    return plain[start...].prefix(30).contains(where: modals.contains)
  }

  /// What is suggested to the committee itself is not its own suggestion.
  private static func isOfItself(_ plain: [String], _ start: Int) -> Bool {
    guard start < plain.count else { return false }
    return plain[start...].prefix(4).contains {
      $0 == "committee" || $0 == "panel" || $0 == "members"
    }
  }
}
