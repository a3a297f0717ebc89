import MattersBlocks
import MattersText

/// A sentence that says what a meeting decided: `RESOLVED that ...`, `It was agreed to ...`, `The
/// Board NOTED ...`, `Proposed by Cllr Ash, seconded by Cllr Birch and RESOLVED: ...`.
///
/// A decision that somebody tells of (`he said that it was agreed`, `it had been resolved`) is none.
struct OperativeSentence {
  /// What was done.
  enum Verb { case resolved, agreed, recommended, other }

  /// What was done.
  var verb: Verb
  /// The words that were decided; empty where a list has them.
  var words: ByteRange
  /// Whether a list follows, and the sentence only leads to it.
  var isLead: Bool
  /// Whom a recommendation is put to, where it stands between the verb and its words.
  var addressedTo: String?
  /// Whether the sentence begins with what was done.
  var isAtHead = false
  /// Whether the points under it are part of its words, and no resolutions of their own.
  var takesPoints = false
  /// Whether the verb stands in capitals.
  var isLoud = false
  /// Whether the verb's form leaves no doubt that something was decided.
  var isCertain = true

  /// The decision of a sentence, if it tells one.
  init?(
    _ sentence: ByteRange, of block: Block, in paper: Paper, underDecision: Bool = false
  ) {
    let bytes = paper.clean.bytes
    guard Self.mayDecide(bytes, sentence) else { return nil }
    let spoken = SpokenWords(bytes, sentence)
    let reader = OperativeReading(
      paper: paper, block: block, sentence: sentence, words: spoken.words,
      isShouted: paper.capitalShare(sentence) > 0.7, underDecision: underDecision)
    for index in spoken.words.indices {
      guard let verb = Self.verbs[spoken.words[index].plain],
        let found = reader.decision(verb, at: index)
      else { continue }
      self = found
      isLoud = spoken.words[index].isLoud
      return
    }
    return nil
  }

  init(verb: Verb, words: ByteRange, isLead: Bool) {
    self.verb = verb
    self.words = words
    self.isLead = isLead
  }

  /// A cheap look before any word is taken apart.
  static func mayDecide(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    stems.contains { bytes.contains($0, in: range) }
  }

  private static let stems: [StaticString] = [
    "resolv", "agreed", "recommended", "decided", "decision", "noted", "approved", "endorsed",
    "received",
    "ratified", "adopted", "accepted", "delegated", "confirmed", "supported", "requested",
    "instructed", "appointed", "elected", "authorised", "deferred", "remitted", "continued",
    "granted", "homologated", "r e s o l", "r e c o m m", "a g r e e d", "asked",
  ]

  /// The words before "subject to one correction: ...", which is a record of its own.
  static func beforeCorrection(_ range: ByteRange, in bytes: [UInt8]) -> ByteRange {
    for lead: StaticString in [
      " subject to one correction", " subject to one amendment", " with one amendment",
      " with one correction", " subject to the following correction",
      " subject to the following amendment", " with the following amendment",
      " subject to the following",
      " with the following correction",
    ] {
      guard let at = bytes.firstIndex(of: lead, in: range) else { continue }
      let next = at + lead.utf8CodeUnitCount
      let window = ByteRange(next, min(range.upper, next + 3))
      guard bytes[window.lower..<window.upper].contains(0x3A) else { continue }
      return bytes.trimmed(ByteRange(range.lower, at))
    }
    return range
  }

  /// The verbs of decisions in the past tense.
  static let verbs: [String: Verb] = [
    "resolved": .resolved, "agreed": .agreed, "decided": .agreed, "decision": .agreed,
    "recommended": .recommended, "noted": .other, "approved": .other, "endorsed": .other,
    "received": .other, "ratified": .other, "adopted": .other, "accepted": .other,
    "delegated": .other, "confirmed": .other, "supported": .other, "requested": .other,
    "asked": .other,
    "instructed": .other, "appointed": .other, "elected": .other, "authorised": .other,
    "deferred": .other, "remitted": .other, "continued": .other, "granted": .other,
    "homologated": .other,
  ]
}

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

  private var bytes: [UInt8] { paper.clean.bytes }

  private static let adverbs: Set<String> = [
    "unanimously", "therefore", "then", "further", "subsequently", "duly", "also", "accordingly",
    "formally", "hereby", "thereupon", "thereafter", "nevertheless", "finally",
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
    // "The minutes were APPROVED as an accurate record."
    if isLoud, ["was", "were"].contains(words[before].plain), verb == .other || verb == .agreed,
      words.count >= 4
    {
      return whole(verb)
    }
    return nil
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
      return isBlockStart || isLoud || words[index].isLoud || isOpener
        ? taken(verb, after: index) : nil
    case .agreed, .recommended:
      let isMarked = mark(after: words[index].range.upper) == 0x3A
      if words[index].isLoud || block.style.contains(.bold) && isBlockStart || isMarked
        || words.count <= index + 1 && index <= 1 && isBlockStart && isBlockWhole
      {
        return taken(verb, after: index)
      }
      guard isBlockStart, next == "that" || next == "to" || next == "unanimously" else {
        return nil
      }
      guard var found = taken(verb, after: index) else { return nil }
      found.isCertain = false
      return found
    case .other:
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
      guard !isTold, !["in", "at", "last", "previously", "earlier", "on"].contains(next) else {
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
    if isLoud || underDecision { return whole(verb) }
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

  private static let points: [StaticString] = [
    " grounds:", " grounds", " following reasons", " following conditions", " these reasons",
    " these conditions", " following terms", " subject to:", " subject to the conditions:",
  ]

  private func taken(_ verb: OperativeSentence.Verb, after index: Int) -> OperativeSentence? {
    var opener = OpenerTail(bytes, words[index].range.upper, sentence.upper)
    opener.skip()
    var addressedTo: String?
    if verb == .recommended, let (name, next) = opener.whom() {
      addressedTo = name
      opener.at = next
      opener.skip()
    }
    // "It was resolved to recommend to the County Council that ...".
    for lead: StaticString in ["to recommend ", "recommend "]
    where verb != .recommended && bytes.matches(lead, at: opener.at, before: sentence.upper) {
      var inner = opener
      inner.at += lead.utf8CodeUnitCount
      guard let (name, next) = inner.whom() else { continue }
      addressedTo = name
      opener.at = next
      opener.skip()
    }
    let rest = bytes.trimmed(ByteRange(opener.afterThat, sentence.upper))
    let closes = sentence.upper >= block.text.upper - 2
    // "that the objection be on these grounds:" is whole with the points under it.
    let isWhole = endsOpen && Self.points.contains { bytes.contains($0, in: rest) }
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
    return found
  }
}
