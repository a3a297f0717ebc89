import MattersBlocks
import MattersText

/// How minutes print motions: the movers in a line, the words in the next, the result below.
enum MotionWording {
  /// Whether a motion begins with "That", and not with what it asks for.
  static func isOrder(_ block: Block, in paper: Paper) -> Bool {
    let bytes = paper.clean.bytes
    var at = block.text.lower
    while at < block.text.upper, !bytes[at].isLetter, at - block.text.lower < 7 { at += 1 }
    return !bytes.matches("to ", at: at, before: block.text.upper)
      && !asksMyself(bytes, at, block.text.upper)
  }

  /// Whether the mover asks in the first person.
  ///
  /// "I am asking that the executive give me a full breakdown of ..."
  private static func asksMyself(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Bool {
    bytes.matches("i am asking ", at: at, before: end)
      || bytes.matches("i ask ", at: at, before: end)
  }

  /// "Moved by: Councillor Ash", "It was moved by X, seconded by Y and".
  static func isMover(_ block: Block, in paper: Paper) -> Bool {
    guard block.text.count <= 160, block.kind != .heading else { return false }
    let block = withoutNumber(block, in: paper)
    let leads: [StaticString] = [
      "moved by", "moved:", "mover:", "seconded by", "seconded:", "seconder:", "moved and seconded",
      "proposed by", "proposed:", "proposer:", "on the proposal of", "on the proposition of",
    ]
    if leads.contains(where: { paper.starts(block, with: $0) }) {
      // "Proposed by X (seconded by Y) it was:" leads to what was resolved.
      if paper.ends(block, with: "it was:") || paper.ends(block, with: "it was") { return false }
      return !OperativeSentence.mayDecide(paper.clean.bytes, block.text)
        && !paper.has(block, " that ")
    }
    if block.text.count <= 60, paper.has(block, "moved and seconded"), !paper.has(block, " that ") {
      return true
    }
    if isPair(block, in: paper) { return true }
    if paper.ends(block, with: ":"),
      paper.has(block, "motion") || paper.ends(block, with: "moved:"),
      paper.has(block, "proposed") || paper.has(block, "moved")
    {
      return true
    }
    return (paper.has(block, "moved") || paper.has(block, "proposed"))
      && paper.has(block, "seconded")
      && (paper.ends(block, with: " and") || paper.ends(block, with: ",")
        || paper.ends(block, with: ":"))
      && !OperativeSentence.mayDecide(paper.clean.bytes, block.text)
  }

  /// Where the order begins in a line that names movers before it.
  ///
  /// `Seconded by Councillor Birch, to approve the plan.`
  static func orderBehindMovers(_ block: Block, in paper: Paper) -> Int? {
    let leads: [StaticString] = [
      "seconded by", "moved by", "proposed by", "on the proposal of", "on the proposition of",
      "it was moved by", "it was proposed by",
    ]
    guard leads.contains(where: { paper.starts(block, with: $0) }) else { return nil }
    let bytes = paper.clean.bytes
    let window = ByteRange(block.text.lower, min(block.text.upper, block.text.lower + 160))
    for sign: StaticString in [", to ", ", that ", " that "] {
      guard let at = bytes.firstIndex(of: sign, in: window), at + 16 < block.text.upper,
        !OperativeSentence.mayDecide(bytes, ByteRange(block.text.lower, at))
      else { continue }
      return bytes[at] == 0x2C ? at + 2 : at + 1
    }
    return nil
  }

  /// "Howe/Adair": the names of mover and seconder.
  private static func isPair(_ block: Block, in paper: Paper) -> Bool {
    guard block.text.count <= 36, block.kind == .paragraph else { return false }
    let names = paper.text(block).split(separator: "/")
    return names.count == 2
      && names.allSatisfy { name in
        name.count >= 3 && name.first?.isUppercase == true
          && name.allSatisfy { $0.isLetter || $0 == "." || $0 == "-" || $0 == "'" }
          && name.dropFirst().contains(where: \.isLowercase)
      }
  }

  /// Whether a line is only a motion's number: `CS-041-2024`, `Resolution No. 12-2024`.
  static func isNumber(_ block: Block, in paper: Paper) -> Bool {
    guard block.kind == .paragraph || block.kind == .heading, (4...40).contains(block.text.count)
    else { return false }
    let bytes = paper.clean.bytes
    let words = bytes.string(block.text).split(separator: " ")
    guard let last = words.last, last.contains(where: \.isNumber), words.count <= 3 else {
      return false
    }
    return words.count == 1 && last.contains("-") && !last.contains(":")
      || paper.starts(block, with: "resolution") || paper.starts(block, with: "motion")
  }

  /// The number that stands in a mover's line.
  static func number(before block: Block, in paper: Paper) -> String? {
    let rest = withoutNumber(block, in: paper)
    guard rest.text.lower > block.text.lower else { return nil }
    let words = paper.clean.bytes.string(ByteRange(block.text.lower, rest.text.lower))
      .split(separator: " ")
    return words.last.map(String.init)
  }

  /// A line without the number that its motion has: `98-431 Moved by`, `Motion No. 12 Moved by`.
  private static func withoutNumber(_ block: Block, in paper: Paper) -> Block {
    let bytes = paper.clean.bytes
    let window = ByteRange(block.text.lower, min(block.text.upper, block.text.lower + 30))
    guard let at = bytes.firstIndex(of: " moved", in: window),
      bytes[block.text.lower..<at].contains(where: \.isDigit)
    else { return block }
    var rest = block
    rest.text = ByteRange(at + 1, block.text.upper)
    return rest
  }

  /// The number of a notice of motion, in a line that only names who gives it.
  static func notice(_ block: Block, in paper: Paper) -> String? {
    guard block.text.count <= 70, block.kind == .paragraph || block.kind == .item else {
      return nil
    }
    let bytes = paper.clean.bytes
    var at = block.text.lower
    var number = paper.label(block)
    if number == nil {
      while at < block.text.upper, !bytes[at].isSpace { at += 1 }
      let printed = bytes.string(ByteRange(block.text.lower, at))
      guard printed.count <= 7, printed.first?.isNumber == true, printed.hasSuffix(")") else {
        return nil
      }
      number = printed
      while at < block.text.upper, bytes[at].isSpace { at += 1 }
    }
    let words = bytes.string(ByteRange(at, block.text.upper)).split(separator: " ")
    guard let first = words.first, PeopleList.title(first) != nil, (2...7).contains(words.count),
      words.allSatisfy({ $0.first?.isUppercase == true || $0.count <= 3 })
    else { return nil }
    return number
  }

  static func beginsMotion(_ block: Block, in paper: Paper) -> Bool {
    guard block.text.count >= 12 else { return false }
    let bytes = paper.clean.bytes
    var at = block.text.lower
    while at < block.text.upper, !bytes[at].isLetter, at - block.text.lower < 7 { at += 1 }
    return bytes.matches("that ", at: at, before: block.text.upper)
      || bytes.matches("that,", at: at, before: block.text.upper)
      || at > block.text.lower
        && (bytes.matches("to ask ", at: at, before: block.text.upper)
          || bytes.matches("to request ", at: at, before: block.text.upper)
          || asksMyself(bytes, at, block.text.upper))
      || paper.starts(block, with: "be it resolved")
      || joinsClause(block, in: paper)
      || paper.starts(block, with: "be it further resolved")
      || paper.starts(block, with: "resolved that ")
  }

  /// Whether a paragraph says why something is moved, or only leads to it: `WHEREAS ...`, `NOW
  /// THEREFORE BE IT RESOLVED`.
  static func leadsToOrder(_ block: Block, in paper: Paper) -> Bool {
    if paper.starts(block, with: "whereas ") || paper.starts(block, with: "and whereas ") {
      return true
    }
    return block.text.count <= 60 && !paper.has(block, " that ")
      && (paper.starts(block, with: "now therefore") || paper.starts(block, with: "now, therefore")
        || paper.starts(block, with: "therefore be it")
        || paper.starts(block, with: "be it resolved"))
  }

  /// Whether a paragraph goes on with the motion above it: `AND THAT ...`, `AND FURTHER THAT ...`.
  static func joinsClause(_ block: Block, in paper: Paper) -> Bool {
    let leads: [StaticString] = [
      "and that ", "and further that ", "further that ", "and furthermore that ",
      "and be it further resolved", "be it further resolved", "and further be it resolved",
      "and whereas ",
    ]
    return leads.contains { paper.starts(block, with: $0) }
  }

  /// Past "Be it resolved that".
  static func afterResolved(_ block: Block, in paper: Paper) -> Int {
    for lead: StaticString in [
      "be it resolved that ", "be it further resolved that ", "resolved that ", "and that ",
    ] where paper.starts(block, with: lead) {
      return block.text.lower + lead.utf8CodeUnitCount
    }
    return block.text.lower
  }

  /// The words of a motion without the result that closes them.
  static func beforeResult(_ words: ByteRange, in paper: Paper) -> ByteRange {
    let words = beforeCount(words, in: paper.clean.bytes)
    let bytes = paper.clean.bytes
    let results: [StaticString] = [
      "carried", "motion carried", "disposition:", "adopted", "passed", "all in favour",
    ]
    var sentences = Sentences.split(bytes, words)
    guard sentences.count >= 2, let last = sentences.last, last.count <= 80,
      results.contains(where: { bytes.matches($0, at: last.lower, before: last.upper) })
    else { return words }
    var end = last.lower
    sentences.removeLast()
    // "Moved: Councillor Ash. Seconded: Councillor Birch. Carried."
    while sentences.count >= 2, let mover = sentences.last, mover.count <= 60,
      EndOfDecision.ends(mover, in: paper)
    {
      end = mover.lower
      sentences.removeLast()
    }
    return bytes.trimmed(ByteRange(words.lower, end))
  }

  /// The words before how many voted, where brackets at the end say so: `... be mended. (3 for, 1
  /// against)`.
  private static func beforeCount(_ words: ByteRange, in bytes: [UInt8]) -> ByteRange {
    var end = words.upper
    while end > words.lower, bytes[end - 1] == 0x2E || bytes[end - 1].isSpace { end -= 1 }
    guard end - words.lower > 20, bytes[end - 1] == 0x29,
      let open = bytes[max(words.lower, end - 70)..<end].lastIndex(of: 0x28)
    else { return words }
    let inner = ByteRange(open, end)
    let counts: [StaticString] = [" for", "against", " abst", "in favour", "unanimous"]
    guard counts.contains(where: { bytes.contains($0, in: inner) }),
      bytes[open..<end].contains(where: \.isDigit) || bytes.contains("unanimous", in: inner)
    else { return words }
    return bytes.trimmed(ByteRange(words.lower, open))
  }

  /// A block without the word that calls it a motion.
  ///
  /// `Motion: That the minutes be adopted.`
  static func withoutName(_ block: Block, in paper: Paper) -> Block {
    guard paper.starts(block, with: "motion:") || paper.starts(block, with: "motion -") else {
      return block
    }
    let bytes = paper.clean.bytes
    var at = block.text.lower + 6
    while at < block.text.upper, !bytes[at].isWordByte { at += 1 }
    guard bytes.matches("that ", at: at, before: block.text.upper) else { return block }
    var rest = block
    rest.text = ByteRange(at, block.text.upper)
    return rest
  }

  /// What the last sentence of a paragraph that begins with "That" says of the result.
  static func closingResult(_ block: Block, in paper: Paper) -> Bool? {
    guard beginsMotion(block, in: paper), !paper.starts(block, with: "resolved") else { return nil }
    let sentences = Sentences.split(paper.clean.bytes, block.text)
    guard sentences.count >= 2, let last = sentences.last, last.count <= 24 else { return nil }
    let bytes = paper.clean.bytes
    func begins(_ words: [StaticString]) -> Bool {
      words.contains { bytes.matches($0, at: last.lower, before: last.upper) }
    }
    if begins(["carried", "motion carried", "passed"]) { return true }
    return begins(["defeated", "motion defeated", "lost", "motion lost"]) ? false : nil
  }

  /// Whether a paragraph in quotation marks begins with "That".
  static func isQuotedOrder(_ block: Block, in paper: Paper) -> Bool {
    guard block.text.count >= 20 else { return false }
    let first = paper.clean.bytes[block.text.lower]
    return (first == 0x22 || first == 0xE2 || first == 0x27) && beginsMotion(block, in: paper)
  }

  /// What a line says of the result; nothing where it says none.
  static func isCarried(_ block: Block, in paper: Paper) -> Bool? {
    guard block.text.count <= 300 else { return nil }
    let lost: [StaticString] = [
      "defeated", "lost", "not carried", "withdrawn", "not passed", "motion fell", "tabled",
      "failed", "fell", "deferral", "deferred", "no seconder", "negatived",
    ]
    let carried: [StaticString] = [
      "carried", "passed", "adopted", "motion was agreed", "and agreed", "so resolved",
    ]
    let isShort = block.text.count <= 80
    let speaks =
      isShort || paper.has(block, "motion") || paper.has(block, "vote")
      || paper.starts(block, with: "proposed by")
    guard speaks else { return nil }
    // "Seconded by Councillor Birch and agreed that" leads to what was agreed.
    if paper.ends(block, with: " that") || paper.ends(block, with: " to") { return nil }
    if paper.says(block, "agreed") || paper.says(block, "agreed unanimously")
      || paper.says(block, "unanimously agreed") || paper.says(block, "all agreed")
      || paper.says(block, "all in favour")
    {
      return true
    }
    if lost.contains(where: { paper.has(block, $0) }) { return false }
    return carried.contains { paper.has(block, $0) } ? true : nil
  }

  /// Whether a line begins with "That", tells an order or leads to points, and nothing announces it
  /// as somebody's proposal.
  static func isLostLead(
    _ index: Int, _ lines: ArraySlice<MinuteLine>, in paper: Paper
  ) -> Bool {
    let block = lines[index].block
    guard block.kind == .paragraph, block.text.count >= 8, block.text.count <= 600,
      paper.starts(block, with: "that ") || paper.starts(block, with: "that, ")
        || paper.says(block, "that")
    else { return false }
    if index > lines.startIndex {
      let above = lines[index - 1].block
      let isAnnounced = paper.ends(above, with: ":") || paper.ends(above, with: ":-")
      let announces: [StaticString] = ["recommend", "motion", "amendment", "proposed", "moved"]
      if isAnnounced, announces.contains(where: { paper.has(above, $0) }) { return false }
    }
    if paper.ends(block, with: ".") { return paper.has(block, " be ") }
    let closes: [StaticString] = [":", ":-", "-", "\u{2013}", "\u{2014}"]
    guard closes.contains(where: { paper.ends(block, with: $0) }), index + 1 < lines.endIndex else {
      return false
    }
    return lines[index + 1].block.kind == .item && !lines[index + 1].block.label.isEmpty
  }

  /// Whether a paragraph orders something without a word before it.
  ///
  /// `The survey be put out to tender.`
  static func isOrdered(_ block: Block, in paper: Paper) -> Bool {
    guard block.text.count <= 600, paper.has(block, " be ") else { return false }
    let words = SpokenWords(paper.clean.bytes, block.text, limit: 40).plain
    guard let be = words.firstIndex(of: "be"), be >= 2, be + 1 < words.count else { return false }
    let finite: Set<String> = [
      "is", "are", "was", "were", "has", "had", "have", "will", "would", "should", "could", "can",
      "may", "might", "must", "to", "shall", "not",
    ]
    return !words[..<be].contains(where: finite.contains)
      && (words[be + 1].hasSuffix("ed") || DecidingVerbs.decides(words[be + 1])
        || ["given", "put", "made", "sent", "held", "set"].contains(words[be + 1]))
  }

  /// The words behind a "that" in small letters, which belongs to the word that was lost.
  static func withoutThat(_ block: Block, _ paper: Paper) -> ByteRange {
    let bytes = paper.clean.bytes
    let start = block.text.lower
    return bytes[start].isLower && bytes.matches("that ", at: start, before: block.text.upper)
      ? ByteRange(start + 5, block.text.upper) : block.text
  }

  /// The points at the end of a minute that all begin with "That" and bear labels.
  static func closingList(_ lines: ArraySlice<MinuteLine>, in paper: Paper) -> [MinuteLine] {
    let named = closing(lines, in: paper) { paper.starts($0, with: "that ") }
    if !named.isEmpty { return named }
    // "(a) the minutes be noted;": the words before it took "that" with them.
    let orders = closing(lines, in: paper) { block in
      let at = block.text.lower
      let bytes = paper.clean.bytes
      return bytes[at].isLower && paper.has(block, " be ") && !paper.starts(block, with: "to ")
        && !paper.has(block, " would ") && !paper.has(block, " should ")
        && !paper.has(block, " will ") && !paper.has(block, " to be ")
        && !paper.has(block, " can ") && !paper.has(block, " could ") && !paper.has(block, " may ")
    }
    guard orders.count >= 2, let start = lines.firstIndex(where: { $0.index == orders[0].index }),
      start > lines.startIndex, paper.ends(lines[start - 1].block, with: ".")
    else { return [] }
    return orders
  }

  /// The points at the end of a minute that are of some form.
  private static func closing(
    _ lines: ArraySlice<MinuteLine>, in paper: Paper, where isPoint: (Block) -> Bool
  ) -> [MinuteLine] {
    var end = lines.endIndex
    // Reasons and closing notes may stand behind.
    while end > lines.startIndex, lines[end - 1].block.kind != .item,
      EndOfDecision.ends(lines[end - 1].block, in: paper) || isNote(lines[end - 1].block, in: paper)
    {
      end -= 1
    }
    var start = end
    while start > lines.startIndex {
      let block = lines[start - 1].block
      guard block.kind == .item, !block.label.isEmpty, block.text.count >= 12, isPoint(block) else {
        break
      }
      start -= 1
    }
    // "Appendix A - the Panel's recommendations" says whose the points are.
    if start > lines.startIndex, paper.ends(lines[start - 1].block, with: "recommendations"),
      paper.starts(lines[start - 1].block, with: "appendix"),
      lines[start - 1].block.text.count <= 90
    {
      return []
    }
    return Array(lines[start..<end])
  }

  static func isNote(_ block: Block, in paper: Paper) -> Bool {
    block.text.count <= 200 && block.text.count > 0
      && (paper.starts(block, with: "(the meeting") || paper.starts(block, with: "the meeting")
        || paper.starts(block, with: "chair") || paper.starts(block, with: "supporting documents"))
  }
}
