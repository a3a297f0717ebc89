import MattersBlocks
import MattersText

/// A sentence that says what a meeting decided: `RESOLVED that ...`, `It was agreed to ...`, `The
/// Board NOTED ...`, `Proposed by Cllr Ash, seconded by Cllr Birch and RESOLVED: ...`.
///
/// A decision that somebody tells of (`he said that it was agreed`, `it had been resolved`) is none.
struct OperativeSentence {
  /// What was done.
  enum Verb { case resolved, agreed, recommended, carried, other }

  /// What was done.
  var verb: Verb
  /// The words that were decided; empty where a list has them.
  var words: ByteRange
  /// Whether a list follows, and the sentence only leads to it.
  var isLead: Bool
  /// The number that stands between the verb and its words.
  var label: String?
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
    if let found = reader.carriedInBrief() {
      self = found
      return
    }
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
    stems.isIn(bytes, range)
  }

  private static let stems: SignSet = [
    "resolv", "agreed", "recommended", "recommends", "decided", "decision", "noted", "approved",
    "endorsed",
    "received",
    "ratified", "adopted", "accepted", "delegated", "confirmed", "supported", "requested",
    "instructed", "appointed", "elected", "authorised", "deferred", "remitted", "continued",
    "granted", "homologated", "m/s/c", "r e s o l", "r e c o m m", "a g r e e d", "asked",
    "awarded", "extended", "renewed", "nominated", "directed", "referred", "allocated", "declined",
    "established", "refused", "rejected", "reviewed", "acknowledged", "carried",
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
    "recommended": .recommended, "recommends": .recommended, "noted": .other, "approved": .other,
    "endorsed": .other,
    "received": .other, "ratified": .other, "adopted": .other, "accepted": .other,
    "delegated": .other, "confirmed": .other, "supported": .other, "requested": .other,
    "asked": .other,
    "instructed": .other, "appointed": .other, "elected": .other, "authorised": .other,
    "deferred": .other, "remitted": .other, "continued": .other, "granted": .other,
    "homologated": .other, "awarded": .other, "extended": .other, "renewed": .other,
    "nominated": .other, "directed": .other, "referred": .other, "allocated": .other,
    "declined": .other, "established": .other, "refused": .other, "rejected": .other,
    "reviewed": .other, "acknowledged": .other, "authorized": .other, "carried": .carried,
  ]
}

extension OperativeReading {
  /// "M/S/C to support the plans": moved, seconded and carried, as North American minutes put it.
  func carriedInBrief() -> OperativeSentence? {
    guard let at = bytes.firstIndex(of: "m/s/c", in: sentence) else { return nil }
    var next = at + 5
    while next < sentence.upper, !bytes[next].isWordByte { next += 1 }
    if bytes.matches("that ", at: next, before: sentence.upper) { next += 5 }
    let isWhole = sentence.upper - next < 8
    let start = at > sentence.lower ? sentence.lower : next
    guard !isWhole || at > sentence.lower else { return nil }
    var found = OperativeSentence(
      verb: .resolved, words: bytes.trimmed(ByteRange(start, sentence.upper)), isLead: false)
    found.isAtHead = at == sentence.lower
    return found
  }

  /// "The Panel recommended that views should be sought.": what a body commends, to whomever.
  func isWished(_ range: ByteRange) -> Bool {
    words.count >= 8 && bytes.contains("recommended that ", in: sentence)
      && (bytes.contains(" should ", in: range) || bytes.contains(" be ", in: range))
  }

  /// Whether a paragraph that begins with "That" ends in words whose points are part of it.
  static func takesPoints(_ block: Block, in paper: Paper) -> Bool {
    paper.starts(block, with: "that ")
      && points.contains { paper.clean.bytes.contains($0, in: block.text) }
  }
}
