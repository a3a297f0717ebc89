import MattersBlocks
import MattersText

/// What joins the verb of a decision to its words: `(unanimously)`, `by assent`, `by 4 votes to 1`,
/// `to Full Council`, marks, dashes, `that`.
struct OpenerTail {
  private let bytes: [UInt8]
  private let end: Int
  /// How far the reading is.
  var at: Int
  /// The number of the resolution, where it stands there.
  private(set) var label: String?
  /// Whether a colon came.
  private(set) var isMarked = false

  init(_ bytes: [UInt8], _ start: Int, _ end: Int) {
    self.bytes = bytes
    self.end = end
    at = start
  }

  /// Skips marks, adverbs and the count of votes.
  mutating func skip() {
    var isOpen = true
    while isOpen {
      isOpen = false
      skipMarks()
      if at < end, bytes[at] == 0x28, !startsWithLabel,
        let close = bytes[at..<end].firstIndex(of: 0x29),
        close - at <= 60
      {
        at = close + 1
        isOpen = true
      }
      for word in Self.fillers where bytes.matches(word, at: at, before: end) {
        let next = at + word.utf8CodeUnitCount
        guard next >= end || !bytes[next].isWordByte else { continue }
        at = next
        isOpen = true
      }
      if let reference = self.reference(), label == nil {
        label = bytes.string(reference)
        at = reference.upper
        isOpen = true
      }
      if let next = votes() ?? movers() {
        at = next
        isOpen = true
      }
    }
  }

  private static let moving: [StaticString] = [
    "on the proposal of ", "on the proposition of ", "on the motion of ", "on a motion ",
    "on a proposal ", "on a proposition ", "proposed by ", "moved by ", "following a proposal by ",
    "following a proposal from ",
  ]

  /// Past who moved and seconded, where that stands between the verb and its words: "Agreed, on the
  /// proposal of Alderman Ash, seconded by Councillor Birch, that ...".
  private func movers() -> Int? {
    guard Self.moving.contains(where: { bytes.matches($0, at: at, before: end) }) else {
      return nil
    }
    let window = ByteRange(at, min(end, at + 220))
    // "..., seconded by Councillor Birch, to recommend that": the order begins before "that".
    if let second = bytes.firstIndex(of: "seconded", in: window),
      let to = bytes.firstIndex(of: ", to recommend ", in: ByteRange(second, window.upper))
    {
      return to + 2
    }
    if let that = bytes.firstIndex(of: " that ", in: window) { return that + 1 }
    if let second = bytes.firstIndex(of: "seconded", in: window) {
      let rest = ByteRange(second, window.upper)
      if let to = bytes.firstIndex(of: ", to ", in: rest) { return to + 2 }
    }
    return !window.isEmpty && bytes[window.upper - 1] == 0x3A ? window.upper - 1 : nil
  }

  /// The number that the clerk gives a resolution: "Resolved 16/05/07.1 The accounts ...".
  private func reference() -> ByteRange? {
    var next = at
    var marks = 0
    while next < end,
      bytes[next].isDigit || bytes[next] == 0x2F || bytes[next] == 0x5C
        || bytes[next] == 0x2E && next + 1 < end && bytes[next + 1].isDigit
    {
      if !bytes[next].isDigit { marks += 1 }
      next += 1
    }
    guard marks >= 2, next - at >= 6, bytes[at].isDigit, next == end || bytes[next].isSpace else {
      return nil
    }
    return ByteRange(at, next)
  }

  private static let fillers: [StaticString] = [
    "unanimously", "by assent", "by general assent", "by acclamation", "without a vote",
    "without dissent", "on a show of hands", "nem con", "nem. con.", "by a majority",
    "by a majority vote", "on a majority vote", "by general consent", "following a vote", "further",
    "by all present", "by those present", "by all members", "by all members present",
    "by common consent", "by consensus", "by all", "by the meeting", "by all councillors",
    "by a show of hands", "with no objections", "with one abstention", "by majority vote",
  ]

  /// A list that runs on in the paragraph begins with a label.
  private var startsWithLabel: Bool { LabelScanner.scan(bytes, at, end) != nil }

  private mutating func skipMarks() {
    while at < end {
      if bytes[at] == 0x3A || bytes[at] == 0x2D {
        isMarked = isMarked || bytes[at] == 0x3A
        at += 1
      } else if bytes[at].isSpace || bytes[at] == 0x2C || bytes[at] == 0x2E {
        at += 1
      } else if bytes[at] == 0xE2, at + 2 < end, bytes[at + 1] == 0x80,
        bytes[at + 2] == 0x93 || bytes[at + 2] == 0x94
      {
        at += 3
      } else {
        return
      }
    }
  }

  /// "by 4 votes to 1", "by five votes to two with one abstention".
  private func votes() -> Int? {
    guard bytes.matches("by ", at: at, before: end),
      let found = bytes.firstIndex(of: "votes to ", in: ByteRange(at, min(end, at + 24)))
    else { return nil }
    var next = found + 9
    while next < end, bytes[next].isWordByte { next += 1 }
    return next
  }

  /// "to Full Council that", "to the Executive that": a name and where it ends.
  func whom() -> (String, Int)? {
    if at + 1 < end, bytes[at] == 0x28 {
      // "RECOMMENDED (to Council):"
      guard bytes.matches("to ", at: at + 1, before: end),
        let close = bytes[at..<end].firstIndex(of: 0x29), close - at <= 60
      else { return nil }
      return (bytes.string(ByteRange(at + 4, close)), close + 1)
    }
    guard bytes.matches("to ", at: at, before: end) else { return nil }
    if let colon = bytes.firstIndex(of: ":", in: ByteRange(at, min(end, at + 60))),
      bytes[at + 3].isUpper, colon + 2 >= end || isName(ByteRange(at + 3, colon))
    {
      return (bytes.string(ByteRange(at + 3, colon)), colon)
    }
    var start = at + 3
    if bytes.matches("the ", at: start, before: end) { start += 4 }
    let window = ByteRange(start, min(end, start + 80))
    if let name = maker(in: window) { return name }
    guard let that = bytes.firstIndex(of: " that", in: window) else { return nil }
    let name = ByteRange(start, that)
    guard name.count >= 3, bytes[start].isUpper else { return nil }
    return (bytes.string(name), that + 1)
  }

  /// The name of a decision maker, where nothing or a mark follows it: `RECOMMENDED TO COUNCIL`.
  private func maker(in window: ByteRange) -> (String, Int)? {
    var last = window.upper
    while last > window.lower, !bytes[last - 1].isWordByte { last -= 1 }
    if last == window.upper, window.upper < end { return nil }
    for at in window.lower..<last {
      let isMark = bytes[at] == 0x3A || bytes[at] == 0x2C || bytes[at] == 0x28
      let isDash = bytes[at] == 0x20 && at + 1 < last && !bytes[at + 1].isWordByte
      guard isMark || isDash, bytes[at] != 0x20 || bytes[at + 1] != 0x26 else { continue }
      last = at
      break
    }
    let name = ByteRange(window.lower, last)
    guard name.count >= 5, isName(name) else { return nil }
    let printed = bytes.string(name)
    let noun = MatchKey.words(printed).last ?? ""
    guard Self.deciders.contains(noun) || DecisionMaker.isOne(printed) else { return nil }
    return (printed, name.upper)
  }

  /// Whether words are capitalised throughout, as a name is: "COUNCIL", "Full Council".
  private func isName(_ words: ByteRange) -> Bool {
    let joins: Set<Substring> = ["of", "and", "the", "for", "&"]
    return bytes.string(words).split(separator: " ").allSatisfy {
      $0.first?.isUppercase == true || joins.contains($0)
    }
  }

  /// "that Council approves ...": the decision maker that a committee speaks of, and where "that"
  /// begins.
  func thatWho() -> (String, Int)? {
    guard bytes.matches("that ", at: at, before: end) else { return nil }
    let words = bytes.string(ByteRange(at + 5, min(end, at + 90)))
    guard let name = Recommended.to(words) ?? Recommended.council(words) else { return nil }
    return (name, at)
  }

  /// Past a lower-case "that" which no mark sets apart: it belongs to the opener.
  var afterThat: Int {
    if let spaced = SpokenWords.spacedCapitals(bytes, at, end), spaced - at == 7 { return spaced }
    return !isMarked && bytes.matches("that ", at: at, before: end) && bytes[at].isLower
      ? at + 5 : at
  }

  /// Those whose name may stand between "that" and a list.
  private static let deciders: Set<String> = [
    "cabinet", "committee", "council", "board", "panel", "executive", "commission", "members",
    "subcommittee", "forum", "authority", "group", "meeting", "trustees", "governors",
  ]

  /// Whether nothing but "that" is left, or "that" and who decides.
  var isOnlyThat: Bool {
    var last = end
    while last > at, !bytes[last - 1].isWordByte { last -= 1 }
    if SpokenWords.spacedCapitals(bytes, at, last) == last { return true }
    guard bytes.matches("that", at: at, before: last) else { return false }
    if last - at == 4 { return true }
    // "That Cabinet", "That the Ponds Committee": each point says what it does.
    guard last - at <= 80 else { return false }
    let words = MatchKey.words(bytes.string(ByteRange(at, last)))
    return words.count <= 7 && words.last.map(Self.deciders.contains) ?? false
  }
}
