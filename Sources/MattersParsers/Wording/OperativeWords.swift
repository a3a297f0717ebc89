import MattersBlocks
import MattersText

/// The words behind the verb of a decision: what was decided, or a lead to the points that say it.
extension OperativeReading {
  var isBlockWhole: Bool {
    sentence.lower == block.text.lower && sentence.upper >= block.text.upper - 2
  }

  func mark(after offset: Int) -> UInt8 {
    offset < sentence.upper ? bytes[offset] : 0
  }

  /// Whether a dash that is set off stands behind a word: "Agreed – to note the report".
  func isDashed(after offset: Int) -> Bool {
    var at = offset
    while at < sentence.upper, bytes[at] == 0x20 { at += 1 }
    guard at + 1 < sentence.upper, at > offset else { return false }
    if bytes[at] == 0x2D { return bytes[at + 1].isSpace }
    return bytes[at] == 0xE2 && bytes[at + 1] == 0x80 && at + 2 < sentence.upper
      && (bytes[at + 2] == 0x93 || bytes[at + 2] == 0x94)
  }

  func whole(_ verb: OperativeSentence.Verb) -> OperativeSentence? {
    if endsOpen {
      // "approved as a correct record and, arising therefrom:-" leads to what was asked about them.
      if bytes.contains("minute", in: sentence), let end = beforeArising {
        return OperativeSentence(verb: verb, words: end, isLead: false)
      }
      return OperativeSentence(verb: verb, words: .none, isLead: true)
    }
    return OperativeSentence(verb: verb, words: beforeCorrection(sentence), isLead: false)
  }

  /// The words before what arose from the minutes or was changed in them.
  var beforeArising: ByteRange? {
    for lead: StaticString in [
      " and, arising", ", arising", " and arising", ", subject to the following",
      " subject to the following", ", with the following", " with the following",
    ] {
      guard let at = bytes.firstIndex(of: lead, in: sentence), at - sentence.lower >= 30 else {
        continue
      }
      return bytes.trimmed(ByteRange(sentence.lower, at))
    }
    return nil
  }

  /// Whether the sentence closes its block with a colon.
  var endsOpen: Bool {
    guard sentence.upper >= block.text.upper - 2 else { return false }
    return paper.ends(block, with: ":") || paper.ends(block, with: ":-")
      || paper.ends(block, with: ": -") || paper.ends(block, with: ":\u{2013}")
      || paper.ends(block, with: ":\u{2014}")
  }

  func beforeCorrection(_ range: ByteRange) -> ByteRange {
    OperativeSentence.beforeCorrection(range, in: bytes)
  }

  /// Whether what follows is a list of things, and no orders: "to award the following grants:".
  func isOfThings(_ rest: ByteRange) -> Bool {
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

  func taken(_ verb: OperativeSentence.Verb, after index: Int) -> OperativeSentence? {
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
