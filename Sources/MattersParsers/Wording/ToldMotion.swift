import MattersBlocks
import MattersText

/// Motions that minutes tell in prose: who proposed and seconded, and how it went.
extension TellingReading {
  static let movers: Set<String> = [
    "proposed", "moved", "proposal", "proposition", "motion", "prop",
  ]
  /// What is moved elsewhere, in words of its own.
  private static let matters: Set<String> = [
    "motion", "resolved", "recommendations", "recommendation", "following",
  ]
  static let seconders: Set<String> = ["seconded", "seconding"]

  /// The decision that a proposal and its seconder tell.
  ///
  /// `Cllr Ash proposed, seconded by Cllr Birch, that the letter be sent. Unanimously agreed.`
  func seconded(_ words: [SpokenWords.Word], _ index: Int) -> ToldDecision? {
    guard let mover = words.firstIndex(where: { Self.movers.contains($0.plain) }),
      let seconder = words.firstIndex(where: { Self.seconders.contains($0.plain) }),
      !words[..<min(mover, seconder)].contains(where: { Self.isReported($0) || $0.plain == "that" }
      ),
      // "Proposed by Cllr Ash, seconded by Cllr Birch and agreed." is how something else went.
      !["proposed", "moved", "seconded"].contains(words[0].plain)
        || words[seconder...].prefix(9).contains(where: { $0.plain == "that" }),
      !(mover <= 2 && words[0].plain.contains(where: \.isNumber)),
      !words.contains(where: { Self.matters.contains($0.plain) }),
      !words.beforeThat.contains(where: {
        Self.failures.contains($0.plain) || $0.plain == "adjourned"
      }),
      // "Cllr Ash proposed it": what it is was told before.
      !(mover + 1 < words.count && ["it", "this"].contains(words[mover + 1].plain))
    else { return nil }
    var start = sentences[index].lower
    if let that = words[seconder...].prefix(9).firstIndex(where: { $0.plain == "that" }),
      that + 2 < words.count, that <= seconder + 8
    {
      let rest = words[(that + 1)...].map(\.plain)
      if !rest.contains(where: { ["would", "should", "will", "shall"].contains($0) }) {
        start = words[that + 1].range.lower
      }
    }
    guard index + 1 < sentences.count else {
      return ToldDecision(words: upTo(start, index), next: index + 1)
    }
    let next = SpokenWords(bytes, sentences[index + 1], limit: 40).words
    // How it went says whether it was decided; an election tells it in words of its own.
    if next.contains(where: { Self.failures.contains($0.plain) }) {
      return nil
    }
    // "Cllr Ash proposed Cllr Birch. It was agreed that Cllr Birch sign.": the next tells it all.
    if next.count > 5, next[0].plain == "it", next[1].plain == "was",
      ["agreed", "resolved", "decided"].contains(next[2].plain)
    {
      return nil
    }
    if isElection(next) {
      return ToldDecision(words: sentences[index + 1], next: index + 2)
    }
    if isAffirmed(next), start == sentences[index].lower {
      return ToldDecision(words: upTo(start, index + 1), next: index + 2)
    }
    return ToldDecision(words: upTo(start, index), next: index + (isAffirmed(next) ? 2 : 1))
  }

  static let failures: Set<String> = [
    "lost", "defeated", "withdrawn", "fell", "negatived", "amendment", "rejected", "failed",
    "deferred", "counter-proposal",
  ]

  func isAffirmed(_ words: [SpokenWords.Word]) -> Bool {
    words.count <= 8
      && words.contains {
        ["agreed", "favour", "carried", "unanimous", "unanimously", "resolved", "approved", "aye"]
          .contains($0.plain)
      }
  }

  /// `... and was duly elected`, `P. Reed duly appointed`.
  func isElection(_ words: [SpokenWords.Word]) -> Bool {
    words.indices.dropFirst().contains { at in
      guard
        ["elected", "appointed", "co-opted", "accepted", "re-elected"].contains(words[at].plain),
        !words[..<at].contains(where: { Self.isReported($0) || $0.plain == "that" })
      else { return false }
      if words[at - 1].plain == "duly" { return true }
      // "The Mayor declared Councillor Marl elected as Deputy Mayor."
      if words[at].plain == "elected",
        words[..<at].suffix(6).contains(where: { $0.plain == "declared" })
      {
        return true
      }
      // "Cllr Marl was elected unopposed."
      var verb = at - 1
      while verb > 0, Self.adverbs.contains(words[verb].plain) { verb -= 1 }
      return ["was", "were"].contains(words[verb].plain) && words[at].plain != "accepted"
        && PeopleList.title(words[0].plain) != nil
    }
  }
}

extension [SpokenWords.Word] {
  /// The words before "that", behind which stands what was moved.
  var beforeThat: ArraySlice<SpokenWords.Word> {
    self[..<(firstIndex { $0.plain == "that" } ?? endIndex)]
  }
}
