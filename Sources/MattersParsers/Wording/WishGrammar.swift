import MattersText

/// Who wishes for what in a sentence of a debate: a member or the meeting, a verb of asking or of
/// wishing in any of its forms, and something that can be handed over.
///
/// `Cllr Ash was not persuaded and would like to see the journey times`, `It was asked that the
/// contract be made available`, `she wanted it split by ward`. The parts are held as classes of
/// words, so that every verb may stand with every complement that it takes.
struct WishGrammar {
  let sentence: ActedSentence
  /// Whether "he" or "she" at the head is a member who spoke just before.
  let afterMember: Bool

  private var plain: [String] { sentence.plain }

  /// Why the sentence is a request, if one of its clauses wishes for something to be handed over.
  func reason() -> String? {
    for at in plain.indices where at + 2 < plain.count {
      if RequestErrand.verbs.contains(plain[at]), isOwn(at), RequestErrand.isOne(plain, behind: at)
      {
        return "somebody was told to bring something to those who ask"
      }
      guard let (head, next) = wish(at), isOwn(head), !isAnswered(at) else { continue }
      if isHandedOver(WishedFor(plain: plain, start: next, verb: plain[at])) {
        return "the debate asks for something to be handed over"
      }
    }
    return nil
  }

  private func isHandedOver(_ wished: WishedFor) -> Bool {
    wished.isInfinitive || wished.isClause || wished.isNoun || wished.isSplit
  }

  private func isAnswered(_ at: Int) -> Bool { RequestWording.isAnswered(plain, from: at) }

  // MARK: - The wish

  /// Verbs that wish by themselves.
  private static let verbs: Set<String> = ["asked", "requested", "sought", "wanted", "wished"]
  /// Verbs that wish behind "would": `would like`, `would also welcome`.
  private static let willing: Set<String> = ["like", "welcome", "appreciate", "want", "wish"]

  /// Where the words of a wish begin and where those behind it do, if a verb is one.
  private func wish(_ at: Int) -> (head: Int, next: Int)? {
    if Self.verbs.contains(plain[at]) { return (at, at + 1) }
    if Self.willing.contains(plain[at]), let would = before(at, ["would"]) {
      return (would, at + 1)
    }
    // "would be grateful for", "needed to see"
    if plain[at] == "grateful", at >= 2, plain[at - 1] == "be", plain[at - 2] == "would" {
      return (at - 2, at + 1)
    }
    if plain[at] == "needed", plain[at + 1] == "to", plain[at + 2] == "see" { return (at, at + 1) }
    if plain[at] == "need", plain[at + 1] == "to", plain[at + 2] == "see",
      let would = before(at, ["would"])
    {
      return (would, at + 1)
    }
    return nil
  }

  private static let adverbs: Set<String> = [
    "also", "then", "therefore", "further", "again", "still", "particularly", "strongly",
    "additionally", "specifically", "only", "all", "each", "both", "subsequently", "accordingly",
  ]

  /// The place of a word right before another, adverbs aside.
  private func before(_ at: Int, _ words: Set<String>) -> Int? {
    var index = at - 1
    while index >= 0, Self.adverbs.contains(plain[index]) { index -= 1 }
    return index >= 0 && words.contains(plain[index]) ? index : nil
  }

  // MARK: - Whose it is

  private static let saying: Set<String> = [
    "said", "stated", "added", "indicated", "commented", "felt", "thought", "replied", "explained",
  ]
  /// Words before a subject that make its clause part of another's tale.
  private static let tales: Set<String> = [
    "which", "who", "whom", "when", "as", "what", "where", "because", "since", "after", "whether",
    "if", "until", "than", "information", "previously",
  ]

  /// Whether the wish that begins at a word is a member's or the meeting's.
  private func isOwn(_ head: Int) -> Bool {
    var at = head - 1
    while at >= 0, Self.adverbs.contains(plain[at]) { at -= 1 }
    guard at >= 0 else { return false }
    // "It was asked that": nobody is named.
    if plain[at] == "was", at >= 1, plain[at - 1] == "it" {
      return !(at >= 2 && Self.tales.contains(plain[at - 2]))
    }
    if ["he", "she", "they"].contains(plain[at]) {
      guard isFree(at) else { return false }
      return at <= 1 && afterMember || opensWithMember
    }
    if ["and", "but"].contains(plain[at]) || sentence.printed[at].hasSuffix(",") {
      return isInherited(head, past: at)
    }
    // "Council directed staff": the meeting is the whole council's.
    if at <= 1, Self.councils.contains(plain[at]), at == 0 || plain[0] == "the" { return true }
    if at == 0, isInitials(sentence.printed[0]) { return true }
    guard let actor = sentence.actor(before: head), actor.words.upperBound == at + 1 else {
      // "A Member wished to see": the article is no actor's.
      let isMember = ["member", "councillor"].contains(plain[at]) && at >= 1
      return isMember && ["a", "one", "another", "the"].contains(plain[at - 1])
        && isFree(at - 1)
    }
    return isWishing(actor) && isFree(actor.words.lowerBound)
  }

  private static let councils: Set<String> = [
    "council", "cabinet", "governors", "trustees", "directors", "executive",
  ]

  /// Whether a word is somebody's initials, and not those of another council.
  private func isInitials(_ word: Substring) -> Bool {
    ActingParty.isInitials(word) && word.count <= 3
      && !["CC", "BC", "DC", "PC", "CB"].contains { word.hasSuffix($0) }
  }

  private func isWishing(_ actor: Actor) -> Bool {
    actor.side == .member || actor.side == .committee
  }

  /// Whether the sentence begins with somebody of the meeting, or with one who spoke before.
  private var opensWithMember: Bool {
    // "A Member raised the matter of ..., and asked"
    if plain.prefix(3).contains("member"), ["a", "another", "one"].contains(plain[0]) {
      return true
    }
    guard let first = sentence.actors.first else { return false }
    if first.side == .pronoun { return first.words.lowerBound == 0 && afterMember }
    return first.words.lowerBound <= 3 && isWishing(first)
  }

  /// Whether the clause that begins at a word is not part of a tale.
  private func isFree(_ start: Int) -> Bool {
    var at = start - 1
    while at >= 0, ["the", "a"].contains(plain[at]) { at -= 1 }
    guard at >= 0 else { return true }
    if plain[at] == "that" { return at >= 1 && Self.saying.contains(plain[at - 1]) }
    return !Self.tales.contains(plain[at])
  }

  /// Whether the subject of the sentence goes on behind "and" or a comma.
  private func isInherited(_ head: Int, past at: Int) -> Bool {
    guard opensWithMember else { return false }
    // "..., the Director said that they were full and asked": another speaks by then.
    let speaker = sentence.actors.last {
      $0.words.upperBound <= at && ($0.side == .officer || $0.side == .other)
        && $0.words.upperBound < plain.count
        && (Self.saying.contains(plain[$0.words.upperBound])
          || ["advised", "confirmed", "agreed", "reported"].contains(plain[$0.words.upperBound]))
    }
    return speaker == nil
  }
}
