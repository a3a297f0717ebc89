import MattersBlocks
import MattersText

/// The words that announce what somebody is to do, with what they say of its number and its owner:
/// `Action:`, `ACTION POINT 3 –`, `AP1:`, `Action 23/14 (Clerk):`, `Agreed action:`.
///
/// A mark sets the label off from what follows. Without one, `ACTION Clerk to write` or `(Action JB)`,
/// only a name behind it tells it from prose about action.
struct ActionLabel {
  /// The label where it counts or codes the action: `AP1`, `Action 23/14`.
  var code: ByteRange?
  /// Who is to act, where the label names them.
  var owner: ByteRange?
  /// Whether a mark sets off what follows.
  var isMarked = false
  /// Whether the label said `by` or `for`, so that whoever stands behind it is part of it.
  var isOfOwner = false
  /// Where the label begins.
  var start: Int
  /// What stands behind it.
  var words: ByteRange

  /// Cheap looks for the words that labels turn on.
  static let signs: SignSet = ["action", "follow-up", "follow up"]

  /// The label that a range begins with, past brackets and marks around it.
  init?(_ bytes: [UInt8], _ range: ByteRange) {
    var at = Self.pastFrame(bytes, range)
    start = at
    let noun = Self.noun(bytes, &at, range.upper)
    guard let noun else { return nil }
    Self.passTails(bytes, &at, range.upper)
    if let end = Self.number(bytes, at, range.upper, isNeeded: noun.isShort) {
      code = ByteRange(noun.start, end)
      at = end
    } else if noun.isShort, !Self.isBracketed(bytes, start, range) {
      return nil
    }
    for word: StaticString in [" by", " for"]
    where bytes.matches(word, at: at, before: range.upper)
      && Self.isEnd(bytes, at + word.utf8CodeUnitCount, range.upper)
    {
      at += word.utf8CodeUnitCount
      isOfOwner = true
      break
    }
    while at < range.upper, bytes[at].isSpace { at += 1 }
    let end = range.upper
    // "ACTION (Clerk): order stakes"
    if at < end, bytes[at] == 0x28, let close = bytes[at..<end].firstIndex(of: 0x29),
      close - at <= 40, Self.mark(bytes, close + 1, end) != nil
    {
      owner = ByteRange(at + 1, close)
      at = close + 1
    }
    if let past = Self.mark(bytes, at, end) {
      isMarked = true
      at = past
    } else if !(noun.isLoud || Self.isBracketed(bytes, start, range) || isOfOwner || code != nil) {
      return nil
    }
    words = bytes.trimmed(ByteRange(min(at, end), end))
    guard !words.isEmpty else { return nil }
    if !isMarked, !bytes[words.lower].isUpper { return nil }
  }

  // MARK: - The parts

  private static func pastFrame(_ bytes: [UInt8], _ range: ByteRange) -> Int {
    var at = range.lower
    while at < range.upper, !bytes[at].isWordByte || bytes[at] >= 0x80 { at += 1 }
    return at
  }

  private static let qualifiers: [StaticString] = [
    "agreed ", "new ", "further ", "key ", "immediate ", "urgent ", "additional ",
  ]

  /// The noun of a label: `action`, `actions`, `AP`, `follow-up`.
  private static func noun(
    _ bytes: [UInt8], _ at: inout Int, _ end: Int
  ) -> (start: Int, isLoud: Bool, isShort: Bool)? {
    for word in qualifiers where bytes.matches(word, at: at, before: end) {
      at += word.utf8CodeUnitCount
      break
    }
    let start = at
    if at + 2 < end, bytes[at] == 0x41, bytes[at + 1] == 0x50 {
      at += 2
      return isEnd(bytes, at, end) || bytes[at].isDigit ? (start, false, true) : nil
    }
    if bytes.matches("follow-up", at: at, before: end)
      || bytes.matches("follow up", at: at, before: end)
    {
      at += 9
      // "Follow up action:"
      if bytes.matches(" action", at: at, before: end) { at += 7 }
      if at < end, bytes[at].lowered == 0x73 { at += 1 }
      return isEnd(bytes, at, end) && bytes[start].isUpper ? (start, false, false) : nil
    }
    guard bytes.matches("action", at: at, before: end) else { return nil }
    at += 6
    if at < end, bytes[at].lowered == 0x73 { at += 1 }
    // "(s)" of a form
    if bytes.matches("(s)", at: at, before: end) { at += 3 }
    guard isEnd(bytes, at, end) else { return nil }
    let isLoud = bytes[start].isUpper && bytes[start + 5].isUpper
    return (start, isLoud, false)
  }

  private static let tails: [StaticString] = [
    " points", " point", " items", " item", " required", " agreed", " needed", " arising",
    " noted", " note", " numbers", " number", " no.", " no", " ref.", " ref", " to be taken",
    " to take", " log",
  ]

  private static func passTails(_ bytes: [UInt8], _ at: inout Int, _ end: Int) {
    for _ in 0..<2 {
      guard
        let tail = tails.first(where: {
          bytes.matches($0, at: at, before: end)
            && isEnd(bytes, at + $0.utf8CodeUnitCount, end)
        })
      else { return }
      at += tail.utf8CodeUnitCount
    }
  }

  /// Where a number ends that stands at a place, blanks before it: `3`, `23/14`, `4.1`, `#12`, `A7`.
  private static func number(_ bytes: [UInt8], _ from: Int, _ end: Int, isNeeded: Bool) -> Int? {
    var at = from
    while at < end, bytes[at].isSpace || bytes[at] == 0x23 { at += 1 }
    let first = at
    while at < end, at - first < 14,
      bytes[at].isLetter || bytes[at].isDigit
        || [0x2F, 0x2E, 0x2D].contains(bytes[at]) && at + 1 < end
          && (bytes[at + 1].isDigit || bytes[at + 1].isUpper)
    {
      at += 1
    }
    guard at > first, bytes[first..<at].contains(where: \.isDigit), isEnd(bytes, at, end),
      bytes[first].isDigit || bytes[first].isUpper
    else { return nil }
    return at
  }

  /// Past the mark that sets off what follows, if one stands at a place.
  private static func mark(_ bytes: [UInt8], _ from: Int, _ end: Int) -> Int? {
    var at = from
    while at < end, bytes[at].isSpace {
      if bytes[at] == CleanText.paragraphBreak { return at + 1 }
      at += 1
    }
    guard at < end else { return nil }
    switch bytes[at] {
    case 0x3A:
      at += 1
      if at < end, bytes[at] == 0x2D { at += 1 }
    case 0x2D:
      // "Action-based": a hyphen between letters is none.
      if at == from, at + 1 < end, bytes[at + 1].isLower { return nil }
      while at < end, bytes[at] == 0x2D { at += 1 }
      if at < end, bytes[at] == 0x3E { at += 1 }
    case 0x7C, 0x3D, 0x3E: at += 1
    case 0x2E:
      guard at + 2 < end, bytes[at + 1] == 0x20, bytes[at + 2].isUpper else { return nil }
      at += 1
    case 0xE2 where at + 2 < end && (bytes[at + 1] == 0x80 || bytes[at + 1] == 0x86):
      at += 3
    default: return nil
    }
    return at
  }

  private static func isBracketed(_ bytes: [UInt8], _ start: Int, _ range: ByteRange) -> Bool {
    let before = start > 0 ? bytes[start - 1] : 0
    return before == 0x5B || before == 0x28
  }

  /// Whether a word ends at a place.
  private static func isEnd(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Bool {
    at >= end || !(bytes[at].isLetter || bytes[at].isDigit)
  }
}

extension ActionLabel {
  /// The labels of a block in order: at its head, at the head of a sentence, in brackets.
  ///
  /// The words of each end where its bracket closes or the next label begins.
  static func all(in block: Block, of paper: Paper) -> [ActionLabel] {
    let bytes = paper.clean.bytes
    guard block.text.count >= 8 else { return [] }
    let head = ByteRange(block.text.lower, block.text.lower + 4)
    guard
      bytes.contains("ap", in: head) || signs.isIn(block, of: paper)
        || bytes[block.text.upper - 1] == 0x5D && bytes.contains("[ap", in: block.text)
    else { return [] }
    var places = Sentences.split(bytes, block.text).prefix(most).map(\.lower)
    for at in block.text.lower..<block.text.upper
    where (bytes[at] == 0x28 || bytes[at] == 0x5B) && places.count < most * 2 {
      places.append(at)
    }
    var found: [ActionLabel] = []
    for place in places.sorted() {
      let end = close(bytes, place, block.text.upper) ?? block.text.upper
      guard let label = ActionLabel(bytes, ByteRange(place, end)),
        found.last.map({ $0.start < label.start }) ?? true
      else { continue }
      if let last = found.indices.last, found[last].words.upper > place {
        let lower = found[last].words.lower
        let cut = bytes.trimmed(ByteRange(lower, max(lower, place)))
        if cut.isEmpty { continue }
        found[last].words = cut
      }
      found.append(label)
    }
    return found
  }

  /// The most sentences of a block that are looked at.
  private static let most = 60

  /// Where the bracket closes that opens at a place, past white space.
  private static func close(_ bytes: [UInt8], _ from: Int, _ end: Int) -> Int? {
    let open = bytes[from]
    guard open == 0x28 || open == 0x5B else { return nil }
    let mark: UInt8 = open == 0x28 ? 0x29 : 0x5D
    var depth = 0
    for at in from..<min(end, from + 1200) {
      if bytes[at] == open { depth += 1 }
      if bytes[at] == mark { depth -= 1 }
      if depth == 0 { return at }
    }
    return nil
  }

  /// Whether a block begins with such a label.
  static func opens(_ block: Block, in paper: Paper) -> Bool {
    let bytes = paper.clean.bytes
    guard block.text.count >= 6 else { return false }
    let head = ByteRange(block.text.lower, min(block.text.upper, block.text.lower + 100))
    guard bytes.contains("action", in: head) || bytes.contains("ap", in: head) else { return false }
    return ActionLabel(bytes, head) != nil
  }
}
