import MattersBlocks
import MattersText

/// Takes apart a cell or a paragraph that holds a whole list.
///
/// Converters run lists together: with their bullets, with paragraph breaks, or with nothing
/// between the points. Then a point's own ending is the only sign, such as the note of evidence that closes
/// an outcome or the date that closes a step.
struct ListPoints {
  /// How the points of a list whose marks were lost can end.
  enum Ending {
    /// With a note of what will show it: `(performance data, feedback)`.
    case evidence
    /// With a year, or a word that tells how far something is: `December 2022`, `underway`.
    case progress
  }

  /// The points' words.
  private(set) var texts: [String] = []
  /// Whether points were told apart by their endings alone, or may stand in one run.
  private(set) var isGuessed = false

  /// The points of a range of the cleaned text.
  init(_ range: ByteRange, of paper: Paper, ending: Ending) {
    for paragraph in paper.paragraphs(range) {
      let marked = Self.marked(paragraph, in: paper.clean.bytes)
      let pieces =
        marked.count > 1 || !Self.isMarkless(paragraph, in: paper)
        ? marked : marked.flatMap { Self.ended($0, in: paper.clean.bytes, ending) }
      if pieces.count > marked.count { isGuessed = true }
      if ending == .progress, marked.count == 1, Self.isMarkless(paragraph, in: paper),
        pieces.contains(where: { Self.mayHoldMore($0, in: paper.clean.bytes) })
      {
        isGuessed = true
      }
      for (position, piece) in pieces.enumerated() where !piece.isEmpty {
        let text = paper.text(piece)
        // A paragraph that begins in lower case goes on with the point before it.
        if position == 0, paper.clean.bytes[piece.lower].isLower, let last = texts.last,
          piece.lower == paragraph.lower, !last.hasSuffix(".")
        {
          texts[texts.count - 1] = last + " " + text
        } else {
          texts.append(text)
        }
      }
    }
  }

  /// Whether a list's bullets are left in its words, or its tag stands before them.
  static func isList(_ range: ByteRange, in paper: Paper) -> Bool {
    bullet(paper.clean.bytes, range.lower, range.upper) != nil || isMarkless(range, in: paper)
  }

  /// Whether the words stand right behind the tag that opens a list, with nothing for its points.
  private static func isMarkless(_ range: ByteRange, in paper: Paper) -> Bool {
    guard !range.isEmpty else { return false }
    let source = paper.source.bytes
    var at = min(paper.clean.sourceOffset(of: range.lower), source.count) - 1
    while at >= 0, source[at].isBlank { at -= 1 }
    guard at >= 0, source[at] == 0x3E else { return false }
    let limit = max(0, at - 120)
    while at >= limit, source[at] != 0x3C { at -= 1 }
    guard at >= limit else { return false }
    return source.matches("<ul", at: at, before: source.count)
      || source.matches("<ol", at: at, before: source.count)
  }

  // MARK: - Bullets

  /// The pieces between bullets; the bullets themselves left out.
  private static func marked(_ range: ByteRange, in bytes: [UInt8]) -> [ByteRange] {
    var pieces: [ByteRange] = []
    var start = range.lower
    if start < range.upper, bytes[start] == 0x2D, start + 1 < range.upper, bytes[start + 1].isSpace
    {
      start += 2
    }
    var at = start
    while at < range.upper {
      let isFree = at == range.lower || bytes[at - 1].isSpace
      if isFree, let next = bullet(bytes, at, range.upper) {
        pieces.append(bytes.trimmed(ByteRange(start, at)))
        start = next
        at = next
      } else {
        at += 1
      }
    }
    pieces.append(bytes.trimmed(ByteRange(start, range.upper)))
    return pieces.filter { !$0.isEmpty }
  }

  /// The offset after a bullet and the space behind it.
  private static func bullet(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Int? {
    guard at + 3 < end else { return nil }
    let width: Int
    switch (bytes[at], bytes[at + 1], bytes[at + 2]) {
    case (0xE2, 0x80, 0xA2), (0xE2, 0x80, 0xA3), (0xE2, 0x96, _), (0xE2, 0x97, _),
      (0xE2, 0x81, 0x83), (0xE2, 0x9E, _), (0xEF, 0x82, _):
      width = 3
    case (0xC2, 0xB7, _): width = 2
    default: return nil
    }
    return bytes[at + width].isSpace ? at + width + 1 : nil
  }

  // MARK: - Lists without marks

  private static func ended(_ range: ByteRange, in bytes: [UInt8], _ ending: Ending) -> [ByteRange]
  {
    var pieces: [ByteRange] = []
    var start = range.lower
    for at in range.lower..<range.upper
    where bytes[at] == 0x20 && at + 1 < range.upper && bytes[at + 1].isUpper {
      let before = ByteRange(start, at)
      let isEnd =
        switch ending {
        case .evidence: endsInEvidence(before, bytes)
        case .progress:
          endsInProgress(before, bytes) && !startsWithMonth(bytes, at + 1, range.upper)
        }
      guard isEnd else { continue }
      pieces.append(before)
      start = at + 1
    }
    pieces.append(ByteRange(start, range.upper))
    return pieces
  }

  private static func endsInEvidence(_ range: ByteRange, _ bytes: [UInt8]) -> Bool {
    var end = range.upper
    if end > range.lower, bytes[end - 1] == 0x2E { end -= 1 }
    guard end > range.lower, bytes[end - 1] == 0x29 else { return false }
    var at = end - 2
    while at > range.lower, end - at < 120, bytes[at] != 0x28 { at -= 1 }
    guard bytes[at] == 0x28 else { return false }
    let note = ByteRange(at, end)
    let words: [StaticString] = [
      "data", "feedback", "quality assurance", "audit", "records", "survey", " is good",
      "is better",
      "increasing", "decreasing", "reporting", "returns", "case file",
    ]
    return words.contains { bytes.contains($0, in: note) }
  }

  private static func endsInProgress(_ range: ByteRange, _ bytes: [UInt8]) -> Bool {
    var end = range.upper
    if end > range.lower, bytes[end - 1] == 0x29 { end -= 1 }
    if end - range.lower > 8, bytes[(end - 4)..<end].allSatisfy(\.isDigit), bytes[end - 4] == 0x32,
      bytes[end - 5] == 0x20 || bytes[end - 5] == 0x2F
    {
      return true
    }
    // "complete" and "agreed" are no signs: "agreed Terms of Reference" is one point.
    guard end == range.upper else { return false }
    let words: [StaticString] = [
      " underway", " under way", " ongoing", " on-going", " in place", " under review",
      " under development", " on track",
    ]
    return words.contains {
      range.count > $0.utf8CodeUnitCount
        && bytes.matches($0, at: end - $0.utf8CodeUnitCount, before: end)
    }
  }

  /// `underway December 2022` is one point.
  private static func startsWithMonth(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Bool {
    guard let match = DateReader.next(in: bytes, from: at, before: min(end, at + 20)) else {
      return false
    }
    return match.range.lower == at
  }

  /// Whether a capital follows a longer word in lower case, as where the next point begins.
  private static func mayHoldMore(_ range: ByteRange, in bytes: [UInt8]) -> Bool {
    var run = 0
    for at in range.lower..<range.upper {
      if bytes[at].isLower {
        run += 1
      } else if bytes[at] == 0x20, run >= 4, at + 1 < range.upper, bytes[at + 1].isUpper {
        return true
      } else {
        run = 0
      }
    }
    return false
  }
}
