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
  private static let bodies: Set<String> = [
    "committee", "sub-committee", "subcommittee", "board", "panel", "council", "cabinet",
    "executive", "commission", "forum", "members", "councillors", "governors", "trustees", "group",
    "partnership", "meeting", "authority", "assembly",
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
    if isQuoted(index) { return nil }
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
    if verb != .other, isLoud || isShouted && words[index].isLoud, isMoved(index),
      !Self.telling.contains(words[before].plain)
    {
      return taken(verb, after: index)
    }
    if verb == .resolved, isLoud, !Self.telling.contains(words[before].plain) {
      return taken(verb, after: index)
    }
    if verb == .agreed || verb == .resolved, words[before].plain == "and", isMoved(index),
      index + 1 < words.count, ["that", "to"].contains(words[index + 1].plain)
    {
      return taken(verb, after: index)
    }
    if verb == .resolved, words[before].plain == "chair" || words[before].plain == "chairman" {
      return taken(verb, after: index)
    }
    if isBody(before), !words[..<before].contains(where: { $0.plain == "that" }) {
      return byBody(verb, index, isLoud)
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
    // "The Committee, in terms of Section 50A, resolved to exclude the public."
    if verb == .resolved, words[before].endsClause,
      words.prefix(4).contains(where: {
        Self.bodies.contains($0.plain) && $0.endsClause
      }), index + 1 < words.count, ["to", "that"].contains(words[index + 1].plain)
    {
      return taken(verb, after: index)
    }
    if isPlainPassive(verb, index, before) {
      var found = whole(verb)
      found?.isCertain = false
      return found
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
      ["approved", "adopted", "agreed", "confirmed", "ratified", "endorsed"].contains(
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

  private func isBody(_ index: Int) -> Bool { Self.bodies.contains(words[index].plain) }

  /// Whether somebody moves or seconds before the verb.
  private func isMoved(_ index: Int) -> Bool {
    words[..<index].contains {
      ["proposed", "seconded", "moved", "proposal", "proposition", "motion"].contains($0.plain)
    }
  }

  // MARK: - By what stands before the verb

  private func atStart(
    _ verb: OperativeSentence.Verb, _ index: Int, _ isLoud: Bool
  ) -> OperativeSentence? {
    let isBlockStart = sentence.lower == block.text.lower
    let next = index + 1 < words.count ? words[index + 1].plain : ""
    if words[index].plain == "decision" {
      let mark = mark(after: words[index].range.upper)
      return isBlockStart && (mark == 0x3A || words.count == 1 && isBlockWhole)
        ? taken(verb, after: index) : nil
    }
    switch verb {
    case .resolved:
      // "3 Mill Rise. Resolved to object."
      let isOpener =
        bytes[words[index].range.lower].isUpper && (next == "to" || next == "that")
      let isMarked =
        bytes[words[index].range.lower].isUpper && mark(after: words[index].range.upper) == 0x3A
      return isBlockStart || isLoud || words[index].isLoud || isOpener || isMarked
        ? taken(verb, after: index) : nil
    case .agreed, .recommended:
      let isMarked = mark(after: words[index].range.upper) == 0x3A
      if words[index].isLoud || block.style.contains(.bold) && isBlockStart || isMarked
        || words.count <= index + 1 && index <= 1 && isBlockStart && isBlockWhole
      {
        return taken(verb, after: index)
      }
      if isBlockWhole, words[index].endsClause, words.count >= 5,
        ["with", "subject"].contains(next), verb == .agreed
      {
        var found = whole(verb)
        found?.isCertain = false
        return found
      }
      let isProposed =
        next == "on" && words[index...].prefix(20).contains { $0.plain == "seconded" }
      guard isBlockStart, next == "that" || next == "to" || next == "unanimously" || isProposed
      else { return nil }
      guard var found = taken(verb, after: index) else { return nil }
      found.isCertain = false
      return found
    case .other:
      // "Deferred to the September meeting."
      if words[index].plain == "deferred", isBlockWhole, words.count >= 4,
        bytes[
          words[index].range.lower
        ].isUpper, ["to", "until", "till", "pending"].contains(next)
      {
        return whole(verb)
      }
      guard words.count >= 3, isBlockStart, words[index].isLoud || underDecision else { return nil }
      return whole(verb)
    }
  }

  /// `It was agreed that ...`: of a decision only where nobody tells of it.
  private func impersonal(
    _ verb: OperativeSentence.Verb, _ index: Int, subject: Int, _ isLoud: Bool
  ) -> OperativeSentence? {
    let reports: Set<String> = [
      "that", "had", "when", "previously", "earlier", "reported", "said", "explained", "meeting",
      "although", "because", "where", "if", "whether",
    ]
    let isTold = words[..<subject].contains { reports.contains($0.plain) }
    let next = index + 1 < words.count ? words[index + 1].plain : ""
    if !isLoud {
      guard !isTold || isMoved(index),
        !["in", "at", "last", "previously", "earlier", "on"].contains(next)
          || next == "on"
            && bytes.matches(
              "on the propos", at: words[index + 1].range.lower, before: sentence.upper)
      else {
        return nil
      }
    }
    if verb == .resolved || isLoud && verb != .other { return taken(verb, after: index) }
    guard verb != .other, var found = taken(verb, after: index) else {
      return verb == .other && isLoud ? taken(verb, after: index) : nil
    }
    if found.isLead { return found }
    guard isOrder(found.words), next != "reading" else { return nil }
    found.isCertain = isMoved(index)
    return found
  }

  /// `The Committee agreed to ...`, `The Board NOTED ...`: the sentence is kept whole.
  private func byBody(
    _ verb: OperativeSentence.Verb, _ index: Int, _ isLoud: Bool
  ) -> OperativeSentence? {
    if verb == .resolved { return taken(verb, after: index) }
    guard var found = taken(verb, after: index) else { return nil }
    // "Members asked about:", "The Committee noted:" lead to points of the debate.
    // "..., all Councillors agreed." closes a sentence and opens no list.
    if found.isLead, !endsOpen, index > 4 { return nil }
    if found.isLead { return verb != .other || isLoud || underDecision ? found : nil }
    if verb == .recommended, isLoud { return found }
    // "The Panel recommended to Cabinet that an audit be carried out."
    if verb == .recommended, !underDecision {
      let to = words[index].plain == "recommends" ? Recommended.to(bytes.string(found.words)) : nil
      let isWish = to != nil || found.addressedTo != nil || isWished(found.words)
      // "Following discussion with officers, the Committee recommended to Cabinet that ..."
      let clause = words[..<index].lastIndex(where: \.endsClause).map { $0 + 1 } ?? 0
      guard index <= 8 && isWish || index - clause <= 4 && found.addressedTo != nil else {
        return nil
      }
      found.words = sentence
      found.isCertain = false
      return found
    }
    // "The Committee AGREED to close two actions."
    if isLoud, verb == .agreed, index + 1 < words.count, words[index + 1].plain == "to" {
      return found
    }
    if isLoud || underDecision { return whole(verb) }
    // "The Committee then supported the draft by 4 votes to 2."
    if verb == .other, bytes.contains(" votes to ", in: sentence), index <= 6 { return whole(verb) }
    guard verb == .agreed, isOrder(found.words) else { return nil }
    found.words = sentence
    found.isCertain = false
    return found
  }

  /// Whether words are of something to be done: `to write`, `that the fence be mended`.
  private func isOrder(_ range: ByteRange) -> Bool {
    // What would or should be done is promised or wished for.
    if bytes.contains(" would ", in: range) || bytes.contains(" should ", in: range) {
      return false
    }
    return bytes.matches("to ", at: range.lower, before: range.upper)
      || bytes.contains(" be ", in: range)
  }

  // MARK: - What was decided

  private var isBlockWhole: Bool {
    sentence.lower == block.text.lower && sentence.upper >= block.text.upper - 2
  }

  private func mark(after offset: Int) -> UInt8 {
    offset < sentence.upper ? bytes[offset] : 0
  }

  private func whole(_ verb: OperativeSentence.Verb) -> OperativeSentence? {
    if endsOpen { return OperativeSentence(verb: verb, words: .none, isLead: true) }
    return OperativeSentence(verb: verb, words: beforeCorrection(sentence), isLead: false)
  }

  /// Whether the sentence closes its block with a colon.
  private var endsOpen: Bool {
    guard sentence.upper >= block.text.upper - 2 else { return false }
    return paper.ends(block, with: ":") || paper.ends(block, with: ":-")
      || paper.ends(block, with: ": -") || paper.ends(block, with: ":\u{2013}")
      || paper.ends(block, with: ":\u{2014}")
  }

  private func beforeCorrection(_ range: ByteRange) -> ByteRange {
    OperativeSentence.beforeCorrection(range, in: bytes)
  }

  /// Whether what follows is a list of things, and no orders: "to award the following grants:".
  private func isOfThings(_ rest: ByteRange) -> Bool {
    guard bytes.matches("to ", at: rest.lower, before: rest.upper),
      bytes.contains(" the following ", in: rest)
    else { return false }
    let orders: [StaticString] = [
      "action", "recommendation", "resolution", "decision", "request", "information", "step",
      "motion", "to the following", "comments", "amendments", "way forward",
    ]
    return !orders.contains { bytes.contains($0, in: rest) }
  }

  static let points: [StaticString] = [
    " grounds:", " grounds", " following reasons", " following conditions", " these reasons",
    " these conditions", " following terms", " subject to:", " subject to the conditions:",
  ]

  private func taken(_ verb: OperativeSentence.Verb, after index: Int) -> OperativeSentence? {
    var opener = OpenerTail(bytes, words[index].range.upper, sentence.upper)
    var addressedTo: String?
    if verb == .recommended, opener.at + 2 < sentence.upper, bytes[opener.at] == 0x20,
      bytes[opener.at + 1] == 0x28
    {
      opener.at += 1
      if let (name, next) = opener.whom() {
        addressedTo = name
        opener.at = next
      }
    }
    opener.skip()
    if verb == .recommended, let (name, next) = opener.whom() {
      addressedTo = name
      opener.at = next
      opener.skip()
    }
    // "It was resolved to recommend to the County Council that ...": what was resolved is to
    // recommend; only in capitals are all these words the lead.
    let isShout = opener.at + 4 < sentence.upper && bytes[opener.at].isUpper
    for lead: StaticString in ["to recommend ", "recommend "]
    where verb != .recommended && bytes.matches(lead, at: opener.at, before: sentence.upper) {
      var inner = opener
      inner.at += lead.utf8CodeUnitCount
      guard let (name, next) = inner.whom() ?? inner.thatWho() else { continue }
      addressedTo = name
      guard isShout || bytes[inner.at - 2].isUpper || lead.utf8CodeUnitCount == 10 else { break }
      opener.at = next
      opener.skip()
    }
    let rest = bytes.trimmed(ByteRange(opener.afterThat, sentence.upper))
    let closes = sentence.upper >= block.text.upper - 2
    // "that the objection be on these grounds:" is whole with the points under it.
    let isWhole =
      endsOpen && (Self.points.contains { bytes.contains($0, in: rest) } || isOfThings(rest))
    if isWhole {
      var found = OperativeSentence(verb: verb, words: rest, isLead: true)
      found.takesPoints = true
      return found
    }
    let isLead = closes && (rest.count <= 3 || opener.isOnlyThat || endsOpen && rest.count < 200)
    if !isLead, rest.count <= 3 { return nil }
    var found = OperativeSentence(
      verb: verb, words: isLead ? .none : beforeCorrection(rest), isLead: isLead)
    found.addressedTo = addressedTo
    found.label = opener.label
    return found
  }
}
