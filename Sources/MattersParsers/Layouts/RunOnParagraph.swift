import MattersBlocks
import MattersText

/// Takes apart minutes that a page runs together: `70/17 Apologies None. 71/17 Interests CC said ...`.
///
/// Numbers of one form that count on, each with a capital behind it, begin lines of their own; a
/// title among them ends where a sentence begins.
enum RunOnParagraph {
  /// The lines of a block that holds several numbers; nothing where it is one line.
  static func lines(_ block: Block, index: Int, in paper: Paper) -> [MinuteLine]? {
    guard block.text.count >= 60, block.kind == .paragraph || block.kind == .item else {
      return nil
    }
    let bytes = paper.clean.bytes
    var starts: [(label: ByteRange, number: ItemNumber)] = []
    if let label = paper.label(block), label.contains("/") || label.contains("."),
      let number = ItemNumber(label)
    {
      starts.append((block.label, number))
    }
    var at = block.text.lower
    while at < block.text.upper {
      if bytes[at].isDigit, at == block.text.lower || bytes[at - 1].isSpace,
        let label = label(bytes, at, block.text.upper),
        let number = ItemNumber(bytes.string(label)),
        starts.last.map({ follows($0.number, number) }) ?? true
      {
        starts.append((label, number))
        at = label.upper
      } else {
        at += 1
      }
    }
    guard starts.count >= 2, starts[1].label.lower >= block.text.lower else { return nil }
    var lines: [MinuteLine] = []
    if starts[0].label.lower > block.text.lower, starts[0].label != block.label {
      var head = block
      head.text = bytes.trimmed(ByteRange(block.text.lower, starts[0].label.lower))
      lines.append(MinuteLine(block: head, index: index))
    }
    for (position, start) in starts.enumerated() {
      let isOwn = start.label == block.label
      let from = isOwn ? block.text.lower : start.label.upper
      let end =
        position + 1 < starts.count ? starts[position + 1].label.lower : block.text.upper
      var piece = block
      piece.kind = .item
      piece.label = start.label
      piece.text = bytes.trimmed(ByteRange(from, end))
      guard !piece.text.isEmpty else { continue }
      var line = MinuteLine(block: piece, index: index)
      line.isRunOn = true
      lines.append(line)
    }
    return lines
  }

  /// `70/17` or `8.1` before a capital.
  private static func label(_ bytes: [UInt8], _ start: Int, _ end: Int) -> ByteRange? {
    var at = start
    while at < end, bytes[at].isDigit { at += 1 }
    // "2568. Approval of minutes": four figures count on like nothing else.
    if at - start == 4, at + 2 < end, bytes[at] == 0x2E, bytes[at + 1].isSpace,
      bytes[at + 2].isUpper
    {
      return ByteRange(start, at + 1)
    }
    guard at - start <= 4, at + 1 < end, bytes[at] == 0x2F || bytes[at] == 0x2E,
      bytes[at + 1].isDigit
    else { return nil }
    let mark = bytes[at]
    at += 1
    let second = at
    while at < end, bytes[at].isDigit { at += 1 }
    guard at - second <= 2, mark == 0x2E || at - second == 2, at + 1 < end, bytes[at] == 0x20,
      bytes[at + 1].isUpper
    else { return nil }
    return ByteRange(start, at)
  }

  /// Whether a number counts on: `70/17` and `71/17`, `8.0` and `8.1`, `8.3` and `9.0`.
  private static func follows(_ last: ItemNumber, _ next: ItemNumber) -> Bool {
    if next.follows(last) { return true }
    guard last.form == ".", next.form == "." else { return false }
    let (from, to) = (last.printed.split(separator: "."), next.printed.split(separator: "."))
    guard let outer = Int(from[0]), let new = Int(to[0]), to.count == 2 else { return false }
    return new == outer + 1 && (to[1] == "0" || to[1] == "1")
  }

  /// Words that begin a sentence behind a title.
  private static let starters: Set<String> = [
    "The", "It", "There", "This", "These", "No", "All", "Apologies", "Councillors", "Members",
    "Cllr", "Cllrs", "Councillor", "He", "She", "They", "None", "Mr", "Mrs", "Ms", "An",
    "Following", "Upon", "On", "To", "Those",
  ]
  private static let joins: Set<String> = [
    "of", "for", "to", "at", "on", "in", "and", "the", "with", "by", "from", "or", "&", "-",
  ]

  /// The title that the words of a line begin with, and what is said after it.
  static func split(_ words: ByteRange, in bytes: [UInt8]) -> (title: ByteRange, rest: ByteRange)? {
    var at = words.lower
    var before = ""
    var count = 0
    while at < words.upper, at - words.lower <= 160 {
      let start = at
      while at < words.upper, !bytes[at].isSpace { at += 1 }
      let word = bytes.string(ByteRange(start, at))
      let isInitials =
        (2...3).contains(word.count) && word.allSatisfy(\.isUppercase) && at + 1 < words.upper
        && bytes[at + 1].isLower
      if count >= 1, !joins.contains(before.lowercased()),
        starters.contains(word.filter(\.isLetter)) || isInitials && count >= 2
      {
        let title = bytes.trimmed(ByteRange(words.lower, start))
        return title.count >= 3 ? (title, bytes.trimmed(ByteRange(start, words.upper))) : nil
      }
      (before, count) = (word, count + 1)
      while at < words.upper, bytes[at].isSpace { at += 1 }
    }
    return words.count <= 160 ? (words, .none) : nil
  }

  /// Whether a title runs into the sentence that says what was decided, with no mark between:
  /// "Minutes of the last meeting Upon the proposition of J Ash, it was resolved ...".
  static func runsOn(_ words: ByteRange, in bytes: [UInt8]) -> Bool {
    guard words.count >= 80 else { return false }
    let window = ByteRange(words.lower, min(words.upper, words.lower + 120))
    for lead: StaticString in [
      " upon the ", " on the proposal", " on the motion", " upon the proposition", " it was ",
      " there being ", " there were ", " the chair", " the clerk",
    ] {
      guard let at = bytes.firstIndex(of: lead, in: window) else { continue }
      let isTitle = bytes[words.lower..<at].allSatisfy { $0 != 0x2E && $0 != 0x3A }
      if isTitle, bytes[at + 1].isUpper { return true }
    }
    return false
  }
}
