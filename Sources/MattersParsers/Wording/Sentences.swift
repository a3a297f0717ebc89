import MattersBlocks
import MattersText

/// Cuts prose into its sentences.
enum Sentences {
  /// The sentences of a range of cleaned text, in order, without the blanks between them.
  static func split(_ bytes: [UInt8], _ range: ByteRange) -> [ByteRange] {
    var found: [ByteRange] = []
    var start = range.lower
    var at = range.lower
    while at < range.upper {
      let byte = bytes[at]
      let isBreak = byte == CleanText.paragraphBreak
      if isBreak || isMark(byte) && isEnd(bytes, at, range) {
        var end = isBreak ? at : at + 1
        while end < range.upper, isCloser(bytes, end, range.upper) { end += 1 }
        let sentence = bytes.trimmed(ByteRange(start, end))
        if !sentence.isEmpty { found.append(sentence) }
        start = max(end, at + 1)
        at = start
      } else {
        at += 1
      }
    }
    let rest = bytes.trimmed(ByteRange(min(start, range.upper), range.upper))
    if !rest.isEmpty { found.append(rest) }
    return found
  }

  /// Whether a byte is a full stop, a question mark or an exclamation mark.
  @inline(__always)
  private static func isMark(_ byte: UInt8) -> Bool {
    byte == 0x2E || byte == 0x3F || byte == 0x21
  }

  /// Whether a sentence ends with the mark at an offset: white space and a capital, a digit or a
  /// quote come next, and the mark does not close an initial or an abbreviation.
  private static func isEnd(_ bytes: [UInt8], _ at: Int, _ range: ByteRange) -> Bool {
    let mark = bytes[at]
    var next = at + 1
    while next < range.upper, isCloser(bytes, next, range.upper) { next += 1 }
    guard next < range.upper else { return true }
    guard bytes[next].isSpace else { return isForgotten(bytes, at, next, range) }
    while next < range.upper, bytes[next].isSpace { next += 1 }
    guard next < range.upper else { return true }
    guard
      bytes[next].isUpper || bytes[next].isDigit || bytes[next] >= 0x80 || bytes[next] == 0x22
        || bytes[next] == 0x27 || bytes[next] == 0x28
    else { return false }
    return mark != 0x2E || !isAbbreviation(bytes, at, range.lower)
  }

  /// Whether the blank behind a full stop was forgotten: `... by the clerk.Standing orders ...`.
  private static func isForgotten(
    _ bytes: [UInt8], _ at: Int, _ next: Int, _ range: ByteRange
  ) -> Bool {
    guard bytes[at] == 0x2E, next == at + 1, bytes[next].isUpper, at - range.lower > 20,
      next + 3 < range.upper
    else { return false }
    return bytes[(at - 4)..<at].allSatisfy(\.isLower)
      && bytes[(next + 1)...(next + 2)].allSatisfy { $0.isLower || $0 == 0x20 }
  }

  /// A quotation mark or a bracket that closes after the full stop.
  private static func isCloser(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Bool {
    if bytes[at] == 0x22 || bytes[at] == 0x27 || bytes[at] == 0x29 { return true }
    // The three bytes of a closing curly quote.
    if bytes[at] == 0xE2, at + 2 < end { return bytes[at + 1] == 0x80 && isCurly(bytes[at + 2]) }
    if bytes[at] == 0x80, at + 1 < end, at > 0 {
      return bytes[at - 1] == 0xE2 && isCurly(bytes[at + 1])
    }
    return isCurly(bytes[at]) && at > 1 && bytes[at - 1] == 0x80 && bytes[at - 2] == 0xE2
  }

  private static func isCurly(_ byte: UInt8) -> Bool { byte == 0x99 || byte == 0x9D }

  /// What is named by a letter: "as set out in Appendix B. The Clerk ..."
  private static let named: [StaticString] = [
    "appendix ", "annex ", "schedule ", "option ", "part ", "section ", "category ", "zone ",
    "phase ", "lot ", "plan ", "table ", "class ", "annexe ", "enclosure ", "exhibit ",
  ]

  /// Whether one of some words stands right before an offset.
  private static func follows(
    _ words: [StaticString], _ bytes: [UInt8], _ at: Int, _ lower: Int
  ) -> Bool {
    words.contains { word in
      let start = at - word.utf8CodeUnitCount
      return start >= lower && bytes.matches(word, at: start, before: at)
        && (start == lower || !bytes[start - 1].isLetter)
    }
  }

  private static func isAbbreviation(_ bytes: [UInt8], _ at: Int, _ lower: Int) -> Bool {
    var start = at
    while start > lower, bytes[start - 1].isLetter { start -= 1 }
    let count = at - start
    // "J. Ash", "9.30 a.m. Members": an initial, or a letter between two full stops.
    if count == 1 {
      if bytes[start].isUpper, follows(named, bytes, start, lower) { return false }
      return bytes[start].isUpper
        || start > lower && bytes[start - 1] == 0x2E && bytes[start].lowered != 0x6D
    }
    let words: [StaticString] = [
      "cllr", "cllrs", "mr", "mrs", "ms", "dr", "rev", "no", "nos", "st", "prof", "vs", "para",
      "supt", "insp", "sgt", "capt", "col", "hon", "ald", "fr", "lt",
    ]
    return words.contains {
      $0.utf8CodeUnitCount == count && bytes.matches($0, at: start, before: at)
    }
  }
}
