import MattersBlocks
import MattersText

/// Proposals of which the next sentence says that the meeting agreed to them.
extension TellingReading {
  /// The proposal that the next sentence says was seconded and agreed.
  ///
  /// `Cllr Ash proposed that the gate be mended. This was seconded by Cllr Birch and agreed.`
  func secondedNext(_ words: [SpokenWords.Word], _ index: Int) -> ToldDecision? {
    if let found = movedBehind(words, index) { return found }
    guard let first = words.first,
      ["this", "it", "which"].contains(first.plain) || first.plain == "the",
      let seconder = words.prefix(5).firstIndex(where: { $0.plain == "seconded" }), index > 0,
      words[(seconder + 1)...].contains(where: {
        ["agreed", "carried", "approved", "unanimously", "passed"].contains($0.plain)
      }),
      !words.contains(where: { Self.failures.contains($0.plain) }),
      bytes.contains("propos", in: sentences[index - 1])
    else { return nil }
    return ToldDecision(
      words: ByteRange(sentences[index - 1].lower, sentences[index].upper), next: index + 1)
  }

  /// What was proposed, where the sentences behind it say who seconded it and how it went.
  ///
  /// `Cllr Ash proposed that the gate be mended. Seconded by Cllr Birch. All in favour.`
  func secondedBehind(_ words: [SpokenWords.Word], _ index: Int) -> ToldDecision? {
    guard index + 1 < sentences.count,
      let at = words.prefix(8).firstIndex(where: { $0.plain == "proposed" || $0.plain == "moved" }),
      at > 0, at + 3 < words.count, words[at + 1].plain == "that" || words[at + 1].plain == "to",
      !words[..<at].contains(where: { Self.isReported($0) })
    else { return nil }
    let next = SpokenWords(bytes, sentences[index + 1], limit: 24).words
    guard next.count <= 16, next.prefix(3).contains(where: { Self.seconders.contains($0.plain) }),
      !next.contains(where: { Self.failures.contains($0.plain) })
    else { return nil }
    var last = index + 1
    if !isAffirmed(next), index + 2 < sentences.count {
      let result = SpokenWords(bytes, sentences[index + 2], limit: 24).words
      guard isAffirmed(result), !result.contains(where: { Self.failures.contains($0.plain) }) else {
        return nil
      }
      last = index + 2
    } else if !isAffirmed(next) {
      return nil
    }
    let isTold = words.contains { ["would", "should", "will", "shall"].contains($0.plain) }
    let start =
      isTold || words[at + 1].plain == "to" ? sentences[index].lower : words[at + 2].range.lower
    return ToldDecision(words: upTo(start, index), next: last + 1)
  }

  /// What was moved and seconded, and is said to have been carried: whoever meets, that is decided.
  func carriedMotion(at index: Int) -> ToldDecision? {
    let sentence = sentences[index]
    guard sentence.count <= 1200,
      bytes.contains("propos", in: sentence)
        || bytes.contains("moved", in: sentence)
    else { return nil }
    let words = SpokenWords(bytes, sentence, limit: 120).words
    if let found = secondedBehind(words, index) { return found }
    guard bytes.contains("second", in: sentence), let found = seconded(words, index) else {
      return nil
    }
    if found.next > index + 1 { return found }
    return words.contains { ["agreed", "carried", "approved", "resolved"].contains($0.plain) }
      ? found : nil
  }

  /// What was done, where the sentence behind it says who moved it and that it was agreed.
  private func movedBehind(_ words: [SpokenWords.Word], _ index: Int) -> ToldDecision? {
    guard index > 0, let first = words.first, first.plain == "proposed", words.count <= 20,
      words.count >= 6, words[1].plain == "by", !words.contains(where: { $0.plain == "that" }),
      words.contains(where: { Self.seconders.contains($0.plain) }),
      words.suffix(3).contains(where: { ["agreed", "carried", "passed"].contains($0.plain) }),
      !words.contains(where: { Self.failures.contains($0.plain) }),
      OperativeSentence(sentences[index - 1], of: block, in: paper) == nil,
      index == 1 && decision(at: 0) == nil
    else { return nil }
    return ToldDecision(
      words: ByteRange(sentences[index - 1].lower, sentences[index].upper), next: index + 1)
  }

  /// Whether all that is listed above was approved for payment.
  func isAllApproved(_ words: [SpokenWords.Word]) -> Bool {
    guard (3...8).contains(words.count), words[0].plain == "all" else { return false }
    return ["approved", "agreed", "passed"].contains(words[1].plain) && words[2].plain == "for"
  }

  /// What was agreed, told in brief: `Agreed to renew the policy.`, `Gala: agreed that ...`.
  func briefly(_ words: [SpokenWords.Word], _ index: Int) -> ToldDecision? {
    guard
      let at = words.prefix(8).firstIndex(where: { $0.plain == "agreed" || $0.plain == "decided" }),
      at + 2 < words.count, ["to", "that"].contains(words[at + 1].plain),
      at == 0 || bytes[words[at].range.lower - 2] == 0x3A
    else { return nil }
    let start = words[at + 1].plain == "to" ? at + 1 : at + 2
    return ToldDecision(
      words: ByteRange(words[start].range.lower, sentences[index].upper), next: index + 1)
  }

  /// What the meeting was asked, where it only says that it agreed.
  ///
  /// `The Chair asked the Board whether he might write to the bank. The Board agreed.`
  func assented(_ words: [SpokenWords.Word], _ index: Int) -> ToldDecision? {
    guard (2...8).contains(words.count), index > 0, let last = words.last,
      last.plain == "agreed" || last.plain == "unanimously"
        || ["this", "proposal", "suggestion"].contains(last.plain) && words[0].plain == "all",
      words.count <= 4 || words[0].plain == "all",
      words.contains(where: { Self.bodies.contains($0.plain) }),
      words.contains(where: { $0.plain == "agreed" })
    else { return nil }
    let before = sentences[index - 1]
    guard
      bytes.contains("propos", in: before) || bytes.contains("suggest", in: before)
        || bytes.contains(" asked ", in: before) && bytes.contains("whether", in: before)
    else { return nil }
    return ToldDecision(words: ByteRange(before.lower, sentences[index].upper), next: index + 1)
  }

  /// Whether a sentence says that all present agreed to what stands before it.
  private func isByAll(_ words: [SpokenWords.Word]) -> Bool {
    guard (3...8).contains(words.count),
      let at = words.prefix(3).firstIndex(where: { ["agreed", "approved"].contains($0.plain) }),
      at == 0
        || at == 2 && ["was", "were"].contains(words[1].plain)
          && ["this", "these", "which"].contains(words[0].plain),
      at + 2 < words.count, words[at + 1].plain == "by", words[at + 2].plain == "all"
    else { return false }
    return !words.contains { Self.failures.contains($0.plain) }
  }

  /// The proposal that the sentence behind it says was agreed.
  ///
  /// `Cllr Ash proposed a letter to the bank. This was agreed.`
  func takenUp(_ words: [SpokenWords.Word], _ index: Int) -> ToldDecision? {
    if let found = assented(words, index) { return found }
    guard index > 0 else { return nil }
    let before = sentences[index - 1]
    if isByAll(words), bytes[before.upper - 1] != 0x3F {
      return ToldDecision(words: ByteRange(before.lower, sentences[index].upper), next: index + 1)
    }
    guard let first = words.first, ["this", "these", "that"].contains(first.plain),
      words.count <= 6, words.count >= 3, ["was", "were"].contains(words[1].plain),
      let last = words.last,
      ["agreed", "unanimously", "approved", "accepted"].contains(last.plain)
    else { return nil }
    // In capitals it is of whatever stands before it.
    let isOfProposal =
      bytes.contains("propos", in: before) || bytes.contains("suggest", in: before)
      || bytes.contains(" should ", in: before) || bytes.contains(" will ", in: before)
      || bytes.contains(" would ", in: before)
    guard isOfProposal && last.plain != "accepted" || words.contains(where: \.isLoud),
      !bytes.contains("should read", in: block.text), bytes[before.upper - 1] != 0x3F
    else { return nil }
    return ToldDecision(words: ByteRange(before.lower, sentences[index].upper), next: index + 1)
  }
}
