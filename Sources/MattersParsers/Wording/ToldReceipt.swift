import MattersBlocks
import MattersText

extension TellingReading {
  /// Whether the meeting received a paper and noted it.
  ///
  /// `Members received and noted the minutes.`
  func isReceivedAndNoted(_ words: [SpokenWords.Word]) -> Bool {
    guard words.count >= 5,
      let at = words.prefix(4).firstIndex(where: { $0.plain == "received" || $0.plain == "noted" }),
      at > 0, Self.bodies.contains(words[at - 1].plain), at + 3 < words.count
    else { return false }
    let rest = words[(at + 1)...].prefix(5).map(\.plain)
    let isBoth = rest.first == "and" && ["noted", "received", "approved"].contains(rest[1])
    return isBoth && rest.contains { Self.papers.contains($0) }
  }

  /// Whether a debate ends in changes that were agreed.
  ///
  /// `The Board discussed and agreed some changes to the list.`
  func isWeighed(_ words: [SpokenWords.Word]) -> Bool {
    guard words.count >= 6, words[0].plain == "the", Self.bodies.contains(words[1].plain),
      ["discussed", "considered", "reviewed"].contains(words[2].plain), words[3].plain == "and"
    else { return false }
    return ["agreed", "approved", "adopted", "accepted"].contains(words[4].plain)
      && words[5].plain != "with"
  }

  /// Whether a debate ends in what was agreed.
  ///
  /// `The Board discussed the letter and made changes, but agreed that the Chair would sign it.`
  func isAgreedAfterAll(_ words: [SpokenWords.Word]) -> Bool {
    guard words.count > 6, Self.bodies.contains(words[1].plain), words[0].plain == "the",
      let at = words.dropFirst(3).firstIndex(where: { $0.plain == "agreed" }),
      ["but", "and"].contains(words[at - 1].plain), at + 2 < words.count,
      words[at + 1].plain == "that", !words[..<at].contains(where: { Self.isTelling($0) })
    else { return false }
    return words[at...].contains { ["would", "should", "be", "will"].contains($0.plain) }
  }

  /// Whether words leave out the verb, as a telegram does.
  func isTelegram(_ words: [SpokenWords.Word], before at: Int) -> Bool {
    let finite: Set<String> = [
      "is", "are", "was", "were", "has", "had", "have", "been", "be", "being", "will", "would",
      "that", "to",
    ]
    guard bytes[block.text.upper - 1] == 0x2E else { return false }
    // "Special meeting minutes of 3rd May approved."
    let isOfMinutes =
      words[at].plain == "approved" && words[..<at].prefix(4).contains { $0.plain == "minutes" }
    let isSure = ["ratified", "adopted"].contains(words[at].plain) || isOfMinutes
    let next = at + 1 < words.count ? words[at + 1].plain : ""
    guard isSure || ["as", "by", "for"].contains(next) && words.count >= at + 3 else {
      return false
    }
    return at >= 2 && !words[..<at].contains { finite.contains($0.plain) || Self.isTelling($0) }
  }
}
