import MattersBlocks
import MattersText

/// The reading of one sentence for its decision.
struct OperativeReading {
  let paper: Paper
  let block: Block
  let sentence: ByteRange
  let words: [SpokenWords.Word]
  /// Whether the whole sentence is in capitals, so that a verb in capitals says nothing.
  let isShouted: Bool
  /// Whether a heading `Decision` stands above.
  let underDecision: Bool

  var bytes: [UInt8] { paper.clean.bytes }

  private static let adverbs: Set<String> = [
    "unanimously", "therefore", "then", "further", "subsequently", "duly", "also", "accordingly",
    "formally", "hereby", "penderfynwyd", "cytunwyd", "argymhellwyd", "socraíodh", "thereupon",
    "thereafter", "nevertheless", "finally",
  ]
  /// Those who decide.
  static let bodies: Set<String> = [
    "committee", "sub-committee", "subcommittee", "board", "panel", "council", "cabinet",
    "executive", "commission", "forum", "members", "councillors", "governors", "trustees", "group",
    "partnership", "meeting", "authority", "assembly", "cllrs", "directors",
  ]
  /// Words before a verb that make it somebody's tale, a wish or a description.
  private static let telling: Set<String> = [
    "had", "has", "have", "been", "not", "as", "be", "being", "is", "are", "previously", "already",
    "earlier", "the", "an", "a", "to", "by", "or", "if", "what", "when", "which", "who", "were",
    "was",
  ]

  func decision(_ verb: OperativeSentence.Verb, at index: Int) -> OperativeSentence? {
    let isLoud = words[index].isLoud && !isShouted
    // The nearest word before the verb that is no adverb.
    var before = index - 1
    while before >= 0, Self.adverbs.contains(words[before].plain) { before -= 1 }
    // "It was noted and agreed that ...", "It was proposed, seconded and agreed to ..."
    while before > 1, isJoined(before) {
      before -= words[before].plain == "and" ? 2 : 1
      while before >= 0, Self.adverbs.contains(words[before].plain) { before -= 1 }
    }
    if isQuoted(index) { return nil }
    // "It was moved by X, seconded by Y and CARRIED: That ...", "The motion was put and carried: That"
    if verb == .carried {
      let next = index + 1 < words.count ? words[index + 1].plain : ""
      let opens =
        next == "that" || next == "unanimously" || mark(after: words[index].range.upper) == 0x3A
      return index > 2 && ["and", "was", "duly"].contains(words[index - 1].plain) && isMoved(index)
        && opens ? taken(.resolved, after: index) : nil
    }
    // "... 9 Mill Lane Resolved 14/06/10.1 It was agreed to object": the number says enough.
    if verb == .resolved, bytes[words[index].range.lower].isUpper, index + 1 < words.count,
      let found = taken(verb, after: index), found.label != nil
    {
      return found
    }
    if before < 0 || before == 0 && words[0].plain == "and" && sentence.lower == block.text.lower {
      var found = atStart(verb, index, isLoud)
      found?.isAtHead = true
      return found
    }
    if words[before].plain == "it", before > 0, words[before - 1].plain == "be", verb == .resolved {
      return taken(verb, after: index)
    }
    if words[before].plain == "was", before > 0, words[before - 1].plain == "it" {
      var found = impersonal(verb, index, subject: before - 1, isLoud)
      found?.isAtHead = before == 1
      return found
    }
    // "IT IS RESOLVED THAT:", "The following was resolved:"
    if verb == .resolved, before == 1, words[0].plain == "it", words[1].plain == "is" {
      return taken(verb, after: index)
    }
    if verb != .other, endsOpen, index == words.count - 1, before > 0,
      (2...5).contains(words.count),
      ["was", "were"].contains(words[before].plain), words[before - 1].plain == "following"
    {
      return taken(verb, after: index)
    }
    if verb != .other, isLoud || isShouted && words[index].isLoud, isMoved(index),
      !Self.telling.contains(words[before].plain)
    {
      return taken(verb, after: index)
    }
    if verb == .resolved, isLoud, !Self.telling.contains(words[before].plain) {
      return taken(verb, after: index)
    }
    if verb == .agreed || verb == .resolved, words[before].plain == "and", isMoved(index),
      index + 1 < words.count
        ? words[(index + 1)...].prefix(2).contains(where: { ["that", "to"].contains($0.plain) })
          || mark(after: words[index].range.upper) == 0x3A : endsOpen
    {
      return taken(verb, after: index)
    }
    if verb == .resolved, words[before].plain == "chair" || words[before].plain == "chairman" {
      return taken(verb, after: index)
    }
    if isBody(before), !words[..<before].contains(where: { $0.plain == "that" }) {
      return byBody(verb, index, isLoud)
    }
    if verb == .agreed || verb == .resolved, isOfBody(before: index), index + 1 < words.count,
      ["to", "that"].contains(words[index + 1].plain), let found = taken(verb, after: index),
      verb == .resolved || isLoud || found.isLead || isOrder(found.words)
    {
      return found
    }
    // "Cabinet was RECOMMENDED to defer the sale."
    if verb == .recommended, before > 0, ["was", "were"].contains(words[before].plain), isLoud,
      let maker = Recommended.to(bytes.string(sentence))
        ?? Recommended.council(bytes.string(sentence))
    {
      var found = whole(verb)
      found?.addressedTo = maker
      return found
    }
    // "The Committee, in terms of Section 50A, resolved to exclude the public.", "The Board, having
    // heard the Director, agreed:-"
    if verb == .resolved || verb == .agreed, words[before].endsClause,
      words.prefix(4).contains(where: { Self.bodies.contains($0.plain) && $0.endsClause }),
      index + 1 == words.count
        ? endsOpen
        : ["to", "that"].contains(words[index + 1].plain) && (verb == .resolved || isLoud)
    {
      return taken(verb, after: index)
    }
    if isPlainPassive(verb, index, before) {
      var found = whole(verb)
      found?.isCertain = false
      return found
    }
    // "The Group had before it, and NOTED, a report of the Manager."
    if isLoud, verb == .other, words[before].plain == "and", before >= 3,
      words[before - 1].endsClause,
      words[..<before].contains(where: { $0.plain == "before" || $0.plain == "considered" }),
      words.prefix(3).contains(where: { Self.bodies.contains($0.plain) })
    {
      return whole(verb)
    }
    // "The minutes were APPROVED as an accurate record."
    if isLoud, ["was", "were"].contains(words[before].plain), verb == .other || verb == .agreed,
      words.count >= 4
    {
      return whole(verb)
    }
    return nil
  }

  /// "The work programme was approved.": a paper of the meeting's own, and nothing after the verb.
  private func isPlainPassive(_ verb: OperativeSentence.Verb, _ index: Int, _ before: Int) -> Bool {
    let isOfRecord =
      words[1...].prefix(2).contains { ["minutes", "minute", "record"].contains($0.plain) }
      || isAmended(before)
    let next = index + 1 < words.count ? words[index + 1].plain : ""
    let closes = ["and", "as", "unanimously", "subject", "without", "with"].contains(next)
    guard index == words.count - 1 || isOfRecord && closes, (4...40).contains(words.count),
      index < 20, words[0].plain == "the" || isAmended(before),
      before > 1, ["was", "were"].contains(words[before].plain),
      ["approved", "adopted", "agreed", "confirmed", "ratified", "endorsed", "noted"].contains(
        words[index].plain),
      !words[..<index].contains(where: {
        Self.telling.contains($0.plain) && $0.plain != "the"
          && $0.plain != "was" && $0.plain != "were" && $0.plain != "to"
      }),
      isAmended(before) || !words[..<index].contains(where: { $0.plain == "that" })
    else { return false }
    return words[1..<before].contains {
      TellingReading.papers.contains($0.plain) || $0.plain == "record"
    }
  }

  /// Whether minutes are confirmed with a change that was told before.
  private func isAmended(_ before: Int) -> Bool {
    guard before <= 9, before >= 4, words[before - 1].plain.hasPrefix("minute"),
      words[before - 2].plain == "the"
    else { return false }
    return ["with", "subject", "as"].contains(words[0].plain)
  }

  /// Whether the verb stands in words that are quoted in the course of a sentence.
  private func isQuoted(_ index: Int) -> Bool {
    var isOpen = false
    // The quotation of a whole motion opens before all words.
    var isMotion = false
    for at in sentence.lower..<words[index].range.lower {
      if bytes[at] == 0x22 {
        if at == sentence.lower {
          isMotion = true
        } else if isMotion {
          isMotion = false
        } else {
          isOpen.toggle()
        }
      } else if bytes[at] == 0xE2, at + 2 < sentence.upper, bytes[at + 1] == 0x80 {
        if bytes[at + 2] == 0x9C { isOpen = at > sentence.lower }
        if bytes[at + 2] == 0x9D { isOpen = false }
      }
    }
    return isOpen
  }

  func isBody(_ index: Int) -> Bool { Self.bodies.contains(words[index].plain) }

  /// Whether "and", or a verb with a comma behind it, joins the verb to others that say what was done.
  private func isJoined(_ index: Int) -> Bool {
    let isAnd = words[index].plain == "and"
    guard isAnd || words[index].endsClause else { return false }
    return Self.joined.contains(words[isAnd ? index - 1 : index].plain)
  }

  private static let joined: Set<String> = [
    "noted", "received", "proposed", "moved", "seconded", "discussed", "considered", "debated",
    "reviewed", "put", "voted", "approved", "endorsed", "accepted",
  ]

  /// Whether the sentence's subject are those who meet, who "considered the report and" did it.
  func isOfBody(before index: Int) -> Bool {
    guard index >= 4,
      words[index - 1].plain == "and" || Self.adverbs.contains(words[index - 1].plain),
      let subject = words.prefix(5).lastIndex(where: { Self.bodies.contains($0.plain) }),
      subject + 1 < index, words[0].isCapital,
      Self.weighing.contains(words[subject + 1].plain)
        || Self.adverbs.contains(words[subject + 1].plain) && subject + 2 < index
          && Self.weighing.contains(words[subject + 2].plain)
    else { return false }
    return !words[subject..<index].contains { ["that", "who", "which", "had"].contains($0.plain) }
  }

  /// What those who meet do before they decide.
  private static let weighing: Set<String> = [
    "considered", "discussed", "debated", "received", "noted", "reviewed", "heard", "welcomed",
    "thanked", "supported", "examined", "was", "were", "took", "had",
  ]

  /// Whether somebody moves or seconds before the verb.
  func isMoved(_ index: Int) -> Bool {
    words[..<index].contains {
      ["proposed", "seconded", "moved", "proposal", "proposition", "motion"].contains($0.plain)
    }
  }
}
