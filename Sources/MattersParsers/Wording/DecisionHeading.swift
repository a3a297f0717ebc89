import MattersBlocks
import MattersText

/// Knows the heading `Decision`, `Resolutions` or `Board decision:`, alone or with the words behind it.
enum DecisionHeading {
  private static let heads: [StaticString] = [
    "decisions", "decision", "outcome", "resolutions", "resolution",
  ]
  /// What may stand before them, where a mark or nothing follows.
  static let fronts: Set<String> = [
    "the", "final", "minute", "formal", "committee", "board", "panel", "council", "cabinet",
    "executive", "commission", "subcommittee", "governing", "body", "meeting", "agreed", "group",
    "forum", "partnership", "authority", "members", "directors", "governors", "trustees", "s",
    "committees", "boards", "panels", "councils", "cabinets", "sub",
  ]
  /// What may stand behind them before the mark.
  private static let tails: [StaticString] = [
    " taken", " made", " reached", " agreed", "(s)", " of the committee", " of the panel",
    " of the board", " of the cabinet", " of cabinet", " of the executive", " of the council",
    " of the meeting", " of council", " of the sub-committee", " of governors", " required",
    "/resolution", "/decision", "/outcome", " / resolution", " / outcome", " and resolution",
  ]

  /// The offset past the heading, at what follows in the same block; nothing where it is none.
  static func end(of block: Block, in paper: Paper) -> Int? {
    let bytes = paper.clean.bytes
    let upper = block.text.upper
    let start = pastFront(block.text, bytes)
    for word in heads where bytes.matches(word, at: start, before: upper) {
      var next = start + word.utf8CodeUnitCount
      guard next >= upper || !bytes[next].isLetter && !bytes[next].isDigit else { continue }
      for tail in tails where bytes.matches(tail, at: next, before: upper) {
        next += tail.utf8CodeUnitCount
        break
      }
      guard next < upper else { return upper }
      // "RESOLUTION OF COMPLAINTS", "DECISION NOTICE": a title.
      let isLoud =
        start == block.text.lower && paper.capitalShare(ByteRange(start, next)) > 0.9
        && paper.capitalShare(block.text) < 0.7
      let past = mark(bytes, next, upper)
      guard past > next || isLoud && bytes[next].isSpace else { return nil }
      var at = max(past, next)
      while at < upper, bytes[at].isSpace || bytes[at] == 0x3A || bytes[at] == 0x2D { at += 1 }
      return at
    }
    return nil
  }

  /// The number that the clerk gave to a decision and where its words begin: `Resolution No. 25-014
  /// That ...`, `Decision 7: To ...`.
  static func numbered(_ block: Block, in paper: Paper) -> (label: String, next: Int)? {
    let bytes = paper.clean.bytes
    let upper = block.text.upper
    let names: [StaticString] = ["resolution ", "decision "]
    guard let name = names.first(where: { paper.starts(block, with: $0) }) else { return nil }
    var at = block.text.lower + name.utf8CodeUnitCount
    let marks: [StaticString] = ["no. ", "no.", "no ", "number ", "#", "ref ", "ref. "]
    for mark in marks where bytes.matches(mark, at: at, before: upper) {
      at += mark.utf8CodeUnitCount
      break
    }
    let start = at
    while at < upper,
      bytes[at].isWordByte || bytes[at] == 0x2D || bytes[at] == 0x2F
        || bytes[at] == 0x2E && at + 1 < upper && bytes[at + 1].isDigit
    {
      at += 1
    }
    guard (1...16).contains(at - start), bytes[start..<at].contains(where: \.isDigit) else {
      return nil
    }
    let label = bytes.string(ByteRange(block.text.lower, at))
    var isMarked = false
    while at < upper, !bytes[at].isWordByte, bytes[at] != 0x22 {
      isMarked = isMarked || bytes[at] == 0x3A || bytes[at] == 0x2D || bytes[at] == 0x93
      at += 1
    }
    let movers: [StaticString] = ["moved", "proposed", "it was", "carried", "seconded"]
    guard at + 8 < upper, !movers.contains(where: { bytes.matches($0, at: at, before: upper) }),
      bytes.matches("that ", at: at, before: upper)
        || isMarked && (bytes.matches("to ", at: at, before: upper) || bytes[at].isUpper)
    else { return nil }
    return (label, at)
  }

  /// Past `Board`, `The Committee's` or `Minute`, if a heading follows that.
  private static func pastFront(_ text: ByteRange, _ bytes: [UInt8]) -> Int {
    let window = ByteRange(text.lower, min(text.upper, text.lower + 48))
    guard let at = signs.lazy.compactMap({ bytes.firstIndex(of: $0, in: window) }).min(),
      at > text.lower
    else { return text.lower }
    let words = MatchKey.words(bytes.string(ByteRange(text.lower, at)))
    return words.count <= 4 && words.allSatisfy(fronts.contains) ? at + 1 : text.lower
  }

  private static let signs: [StaticString] = [" decision", " resolution", " outcome"]

  /// Whether a line that ends in a colon says that decisions follow: `The following decisions were
  /// taken:`.
  static func announces(_ block: Block, in paper: Paper) -> Bool {
    guard block.text.count <= 120, paper.has(block, "following"),
      paper.has(block, "decision") || paper.has(block, "resolution")
    else { return false }
    let words = Set(MatchKey.words(paper.text(block)))
    return !words.isDisjoint(with: ["taken", "made", "reached", "passed", "agreed", "took", "were"])
      && words.isDisjoint(with: others)
  }

  /// Words that make the decisions those of others, or of another day.
  private static let others: Set<String> = [
    "delegated", "urgent", "urgency", "since", "officer", "officers", "previous", "previously",
    "last", "appeal", "appeals", "director", "reported", "noted", "note", "by", "had", "reasons",
    "planning",
  ]

  /// Past the colon or the dash behind a heading.
  private static func mark(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    if bytes[start] == 0x3A { return start + 1 }
    var at = start
    while at < end, bytes[at] == 0x20 { at += 1 }
    let isSpaced = at > start
    if at < end, bytes[at] == 0x2D, isSpaced, at + 1 == end || bytes[at + 1].isSpace {
      return at + 1
    }
    if at + 2 < end, bytes[at] == 0xE2, bytes[at + 1] == 0x80,
      bytes[at + 2] == 0x93 || bytes[at + 2] == 0x94
    {
      return at + 3
    }
    return start
  }
}
