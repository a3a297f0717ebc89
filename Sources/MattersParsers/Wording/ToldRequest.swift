import MattersText

/// Knows the sentences of a debate by which somebody asks to be sent or shown something: `Members
/// requested details of the survey`, `The Board asked that a table be sent to members`.
///
/// A question that the debate answers (`asked how many`) and a wish that something be done (`asked
/// that thought be given`) are none.
enum ToldRequest {
  /// Cheap looks for the words that such a sentence has.
  static let stems: SignSet = [
    "requested", "asked ", "sought ", "request was made", "wanted ", "would like ", "called for ",
    "wished to ", "grateful for", "was agreed that", "asked to ", "would also like ",
    "would welcome ",
    "would appreciate ", "needed to see", "would want ",
    "would need to see", "directed ", "instructed ", "helpful to ", "useful to ",
  ]

  /// Why a sentence is such a request, if it is.
  ///
  /// With `afterMember`, "he" or "she" is the member who spoke just before.
  static func reason(_ sentence: ActedSentence, afterMember: Bool = false) -> String? {
    known(sentence, afterMember: afterMember)
      ?? WishGrammar(sentence: sentence, afterMember: afterMember).reason()
  }

  private static func known(_ sentence: ActedSentence, afterMember: Bool) -> String? {
    let plain = sentence.plain
    if let made = plain.prefix(8).firstIndex(of: "made"), made >= 2, plain[made - 1] == "was",
      plain[made - 2] == "request", made + 2 < plain.count
    {
      let isThing = plain[made + 1] == "for" && RequestWording.isThing(plain, at: made + 2)
      return isThing || RequestWording.isGiven(plain, from: made + 1)
        ? "a request was made in the debate" : nil
    }
    // "There was a request for the savings to be set out by year"
    if plain.count > 7, plain.prefix(4).elementsEqual(["there", "was", "a", "request"]) {
      let wished = WishedFor(plain: plain, start: 4, verb: "requested")
      return wished.isNoun || wished.isClause ? "a request was made in the debate" : nil
    }
    let because =
      passive(plain) ?? grateful(sentence, afterMember: afterMember) ?? alsoAsked(plain)
      ?? agreedToGive(plain) ?? wasAsked(plain) ?? wish(sentence, afterMember: afterMember)
    if let because { return because }
    for (index, word) in plain.enumerated() where verbs.contains(word) {
      // "Members noted that takings were down, and asked if the figures could be circulated"
      let isSecond =
        index > 0 && ["and", "but"].contains(plain[index - 1]) && beginsWithMember(sentence)
      guard index > 0, index <= (isSecond ? 40 : 10), index + 2 < plain.count else { continue }
      if !isSecond, plain[..<index].contains(where: told.contains) { continue }
      // "He was asked by Cllr Ash whether he could supply the number of cases"
      if word == "asked", plain[index - 1] == "was", plain[index + 1] == "by" {
        let clause = plain[(index + 2)...].prefix(8).firstIndex { ["whether", "if"].contains($0) }
        return clause.map { RequestWording.isGiven(plain, from: $0) } ?? false
          ? "the meeting asked that something be sent" : nil
      }
      // "It was requested that ... be sent to members"
      let isImpersonal = plain[..<index].suffix(2).elementsEqual(["it", "was"])
      let isSpeaker = afterMember && index <= 2 && ["he", "she"].contains(plain[0])
      guard isImpersonal || isSpeaker || isSecond || isAsker(sentence, before: index) else {
        continue
      }
      if isImpersonal, plain[index + 1] != "that" { return nil }
      if RequestWording.isAnswered(plain, from: index) { return nil }
      return reason(sentence, word, at: index)
    }
    return nil
  }

  /// `She could not find the figure and would be grateful for the number of each`.
  private static func grateful(_ sentence: ActedSentence, afterMember: Bool) -> String? {
    let plain = sentence.plain
    guard let at = plain.firstIndex(of: "grateful"), at >= 3, at + 2 < plain.count,
      plain[at - 1] == "be", plain[at - 2] == "would", plain[at + 1] == "for",
      RequestWording.isThing(plain, at: at + 2),
      beginsWithMember(sentence) || afterMember && ["he", "she"].contains(plain[0])
    else { return nil }
    return "a member would be grateful for something to be sent"
  }

  /// `Ms Ash was asked to let Members have a plan`: whoever answers to the meeting is told to give.
  private static func wasAsked(_ plain: [String]) -> String? {
    guard let at = plain.prefix(12).firstIndex(of: "asked"), at >= 2, at + 3 < plain.count,
      ["was", "were"].contains(plain[at - 1]), plain[at + 1] == "to",
      !["it", "members", "he", "she", "they"].contains(plain[at - 2]),
      RequestWording.isGiven(plain, from: at + 1),
      plain[(at + 2)...].prefix(8).contains(where: RequestWording.takers.contains)
        || ["provide", "supply", "circulate"].contains(plain[at + 2])
          && RequestWording.isThing(plain, at: at + 3)
    else { return nil }
    return "somebody was asked to give the meeting something"
  }

  /// `It was agreed that this be e-mailed to Members within two weeks`.
  private static func agreedToGive(_ plain: [String]) -> String? {
    guard let at = plain.firstIndex(of: "agreed"), at >= 2, at + 3 < plain.count,
      plain[at - 1] == "was", plain[at - 2] == "it", plain[at + 1] == "that",
      RequestWording.isGiven(plain, from: at + 2),
      plain[(at + 2)...].contains(where: RequestWording.takers.contains),
      !plain[(at + 2)...].contains(where: { ["would", "had", "noted"].contains($0) })
    else { return nil }
    return "the meeting agreed that something be sent"
  }

  /// `She also asked that the Board be sent the figures`: those who take are the meeting's own.
  private static func alsoAsked(_ plain: [String]) -> String? {
    guard plain.count >= 8, ["he", "she", "they"].contains(plain[0]), plain[1] == "also",
      ["asked", "requested"].contains(plain[2]), plain[3] == "that",
      RequestWording.isGiven(plain, from: 4),
      plain[4...].prefix(6).contains(where: RequestWording.takers.contains)
    else { return nil }
    return "the meeting asked that something be sent"
  }

  /// `Members wanted a breakdown of the cost`, `Cllr Ash would like a copy of the lease`, `The Panel
  /// called for figures by ward`: something that can be sent stands behind the wish.
  private static func wish(_ sentence: ActedSentence, afterMember: Bool) -> String? {
    let plain = sentence.plain
    for (index, word) in plain.prefix(14).enumerated() where index > 0 && index + 3 < plain.count {
      var next = index + 1
      var isSeen = word == "wished"
      switch word {
      case "wanted": break
      case "wished":
        guard plain[next] == "to", ["see", "have", "receive"].contains(plain[next + 1]) else {
          continue
        }
        next += 2
      case "like":
        guard plain[index - 1] == "would" || plain[index - 1] == "also" else { continue }
        if plain[next] == "to", ["see", "have", "receive"].contains(plain[next + 1]) {
          next += 2
          isSeen = true
        }
      case "helpful", "useful":
        // "Members said it would be helpful to have the data by age"
        guard plain[index - 1] == "be", plain[next] == "to",
          ["see", "have", "receive"].contains(plain[next + 1]), next + 2 < plain.count
        else { continue }
        next += 2
      case "called":
        guard plain[next] == "for" else { continue }
        next += 1
      default: continue
      }
      guard next < plain.count,
        RequestWording.isThing(plain, at: next)
          || isSeen && plain[next] == "the"
            && plain[next...].prefix(6).contains(where: {
              RequestWording.papers.contains($0) || $0 == "schedule"
            })
          || plain[next] == "the" && isBrokenDown(plain, from: next),
        isOwnWish(plain, index) || word.hasSuffix("ful")
          || !plain[..<index].contains(where: told.contains),
        !RequestWording.isAnswered(plain, from: index),
        isOwnWish(plain, index) && beginsWithMember(sentence)
          || word.hasSuffix("ful") && beginsWithMember(sentence)
          || afterMember && index <= 2 && ["he", "she"].contains(plain[0])
          || isAsker(sentence, before: word == "like" ? index - 1 : index)
      else { continue }
      return "the meeting wanted something to be sent"
    }
    return nil
  }

  /// `Cllr Ash said that she wished to have a copy`: the wish is the speaker's own.
  private static func isOwnWish(_ plain: [String], _ index: Int) -> Bool {
    guard let that = plain[..<index].firstIndex(of: "that"), that > 0, that + 1 < index else {
      return false
    }
    return ["said", "stated", "added", "indicated"].contains(plain[that - 1])
      && ["he", "she", "they"].contains(plain[that + 1])
      && !plain[(that + 1)..<index].contains { $0 == "had" || $0 == "that" }
  }

  /// `the complaints figures to be broken down by ward`.
  private static func isBrokenDown(_ plain: [String], from start: Int) -> Bool {
    plain[start...].prefix(5).contains(where: RequestWording.things.contains)
      && plain[start...].prefix(9).contains("broken")
  }

  /// Words before the verb that make it part of somebody's tale.
  static let told: Set<String> = [
    "had", "has", "that", "when", "if", "previously", "who", "which",
  ]
  private static let verbs: Set<String> = ["requested", "asked", "sought"]

  private static func reason(
    _ sentence: ActedSentence, _ verb: String, at index: Int
  ) -> String? {
    let plain = sentence.plain
    let next = plain[index + 1]
    let given = "the meeting asked that something be sent"
    switch next {
    case "that":
      return RequestWording.isGiven(plain, from: index + 2) ? given : nil
    case "if", "whether":
      let wish = plain[(index + 2)...].firstIndex { ["could", "might", "can"].contains($0) }
      let isWish = wish != nil
      // "asked if the Panel could have sight of the contract"
      if let wish, wish + 2 < plain.count, ["have", "see", "receive"].contains(plain[wish + 1]),
        plain[(index + 2)..<wish].contains(where: RequestWording.takers.contains),
        plain[(wish + 1)...].prefix(3).contains("sight")
          || plain[wish + 1] == "see"
            && ["how", "what", "which", "where"].contains(plain[wish + 2])
          || RequestWording.isThing(plain, at: wish + 2)
      {
        return given
      }
      return isWish && RequestWording.isGiven(plain, from: index + 2)
        && plain[(index + 2)...].contains {
          RequestWording.takers.contains($0) || RequestWording.things.contains($0)
        } ? given : nil
    case "to":
      let act = index + 2 < plain.count ? plain[index + 2] : ""
      if act == "be", RequestWording.isGiven(plain, from: index + 2) { return given }
      guard act == "see", verb != "sought", index + 3 < plain.count else { return nil }
      // "asked to see the contractor's improvement plan"
      let isPaper =
        ["the", "a"].contains(plain[index + 3])
        && plain[(index + 4)...].prefix(3).contains {
          RequestWording.papers.contains($0) || $0 == "plan"
        }
      return isPaper || RequestWording.isThing(plain, at: index + 3) ? given : nil
    default: break
    }
    var start = next == "for" ? index + 2 : index + 1
    if verb != "requested" || next == "from", next != "for" {
      // "sought from Mr Ash a breakdown of ...", "asked officers for a list of ..."
      if let errand = errand(sentence, verb, index) { return errand }
      let window = plain[(index + 1)...].prefix(9)
      if next == "from" || verb == "sought" {
        start = next == "from" ? afterName(plain, index + 2) : index + 1
      } else if let at = window.firstIndex(of: "for"), !window[..<at].contains("to") {
        start = at + 1
      } else {
        return nil
      }
    }
    let because = "information was requested in the debate"
    if RequestWording.isThing(plain, at: start) { return because }
    // "asked for the slides to be sent to members"
    if let be = plain.indices.dropFirst(start).first(where: {
      plain[$0] == "to" && $0 + 1 < plain.count && plain[$0 + 1] == "be"
    }), RequestWording.isGiven(plain, from: be),
      plain[be...].contains(where: RequestWording.takers.contains)
    {
      return because
    }
    let head = plain[min(start, plain.count)...].prefix(5)
    let isSpoken = head.contains { RequestWording.spoken.contains($0) }
    if RequestWording.isRegular(plain, at: start) || isSetApart(plain, from: start) {
      return because
    }
    guard isSpoken || head.contains(where: RequestWording.things.contains) else { return nil }
    let isSent = plain.indices.dropFirst(start).contains {
      ["to", "and"].contains(plain[$0]) && RequestWording.isGiven(plain, from: $0)
    }
    let isPlain = isSpoken && verb == "requested" && head.first.map(oldThings.contains) ?? false
    return isSent || isPlain ? because : nil
  }

  /// `asked for that to be shown council by council`, `for the falls to be set against the fill rates`.
  private static func isSetApart(_ plain: [String], from start: Int) -> Bool {
    guard start < plain.count,
      let be = plain[start...].prefix(9).firstIndex(of: "be"), be > start, plain[be - 1] == "to",
      be + 2 < plain.count
    else { return false }
    return ["shown", "split", "broken", "separated", "listed"].contains(plain[be + 1])
      || plain[be + 1] == "set" && ["against", "out"].contains(plain[be + 2])
  }

  /// What a request in so many words is for, though a debate might answer it.
  private static let oldThings: Set<String> = ["clarification", "clarity"]

  /// The first word behind a name or a post: `from Mr. Ash a list`, `from the Head of Ponds the cost`.
  private static func afterName(_ plain: [String], _ start: Int) -> Int {
    var at = start + 1
    while at < min(plain.count, start + 9) {
      if ["a", "an", "the", "details", "figures", "information", "copies"].contains(plain[at]) {
        return at
      }
      at += 1
    }
    return start
  }

  private static let errands: Set<String> = [
    "provide", "circulate", "send", "supply", "find", "email", "e-mail", "forward", "share",
    "obtain", "give", "furnish", "show", "write", "confirm", "let", "bring",
  ]

  /// Whether a member or the members are the subject of a sentence's first verb.
  private static func beginsWithMember(_ sentence: ActedSentence) -> Bool {
    guard let first = sentence.actors.first, first.words.lowerBound <= 1 else { return false }
    return first.side == .member || first.side == .committee
  }

  private static func isAsker(_ sentence: ActedSentence, before index: Int) -> Bool {
    let first = sentence.printed[0].filter(\.isLetter)
    // "FM asked for ...": initials; "Mrs Ash asked ...".
    if index <= 3, (2...4).contains(first.count), first.allSatisfy(\.isUppercase) { return true }
    if index <= 4,
      ["mr", "mrs", "ms", "miss", "dr", "cllr", "councillor", "alderman", "ald"]
        .contains(sentence.plain[0])
    {
      return true
    }
    // "A Member asked", "another member requested"; a Cabinet member is no committee's.
    if sentence.plain[index - 1] == "member", index <= 3,
      index == 1
        || ["a", "the", "one", "another", "committee", "panel", "co-opted", "independent"]
          .contains(sentence.plain[index - 2])
    {
      return true
    }
    // A cabinet or a council asks as a committee does.
    if index <= 3,
      ["council", "cabinet", "executive", "authority", "trustees", "governors"]
        .contains(sentence.plain[index - 1])
    {
      return true
    }
    guard let actor = sentence.actor(before: index) else { return false }
    return actor.side == .committee || actor.side == .member
  }

  /// Whether somebody is to find out and to tell: `the Clerk to find out and to send the answer`.
  private static func errand(
    _ sentence: ActedSentence, _ verb: String, _ index: Int
  ) -> String? {
    let plain = sentence.plain
    guard verb == "asked",
      let to = plain[(index + 1)...].prefix(12).firstIndex(of: "to"), to + 1 < plain.count
    else { return nil }
    // What members are asked to send is no answer to them.
    let asked = plain[(index + 1)..<to]
    if asked.count <= 3, asked.contains(where: { ["members", "councillors", "them"].contains($0) })
    {
      return nil
    }
    // What somebody asks of the council is no request of the meeting's.
    if ["mr", "mrs", "ms", "miss", "dr"].contains(plain[0]), asked.count <= 3,
      asked.last == "council"
    {
      return nil
    }
    var act = to + 1
    // "to e-mail members a note", "to check and to let members know"
    if !errands.contains(plain[act]),
      let next = plain[to...].prefix(30).indices.dropFirst().first(where: {
        plain[$0] == "to" && $0 + 1 < plain.count && errands.contains(plain[$0 + 1])
      })
    {
      act = next + 1
    }
    guard errands.contains(plain[act]) else { return nil }
    let rest = plain[(act + 1)...]
    let because = "somebody was asked to find out and to report"
    switch plain[act] {
    case "find", "obtain", "confirm":
      let ends: Set<String> = ["send", "report", "circulate", "inform", "tell", "let"]
      return rest.contains(where: ends.contains) ? because : nil
    case "write":
      return rest.first == "to" && rest.prefix(4).contains(where: RequestWording.takers.contains)
        ? because : nil
    case "let":
      return rest.prefix(3).contains(where: RequestWording.takers.contains) ? because : nil
    case "give", "show", "bring":
      let isBrought = plain[act] == "bring" && rest.contains("meeting")
      return (isBrought || rest.contains(where: RequestWording.takers.contains))
        && rest.contains(where: RequestWording.things.contains) ? because : nil
    default: return because
    }
  }
}
