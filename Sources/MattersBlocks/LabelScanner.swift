package import MattersText

/// Reads the label that a list item or a numbered heading begins with: `(i)`, `[2]`, `a)`, `iv).`,
/// `12.`, `1.1`, `112/23`.
package enum LabelScanner {
  /// The label at `start`, and where the words after it begin.
  ///
  /// A label is followed by white space, markup or the end; `).` may be followed by anything, and a
  /// number with its dot by a capital. Where only marks follow, as in `(d);`, they are no words of
  /// the item.
  package static func scan(
    _ bytes: [UInt8], _ start: Int, _ end: Int
  ) -> (label: ByteRange, next: Int)? {
    guard start < end else { return nil }
    let found: Int?
    switch bytes[start] {
    case 0x28: found = bracketed(bytes, start, end, by: 0x29)
    case 0x5B: found = bracketed(bytes, start, end, by: 0x5D)
    case let byte where byte.isDigit: found = numbered(bytes, start, end)
    case let byte where byte.isLetter: found = lettered(bytes, start, end)
    default: found = nil
    }
    guard let last = found else { return nil }
    let endsHard = last - start >= 3 && bytes[last - 1] == 0x2E && bytes[last - 2] == 0x29
    guard
      last == end || endsLabel(bytes[last]) || endsHard || isStuck(bytes, start, last, end)
        || !bytes[last..<end].contains(where: \.isWordByte)
    else { return nil }
    return (ByteRange(start, last), last)
  }

  /// Whether a number and its dot have lost the blank before the title: `10.Notice of motion`.
  private static func isStuck(_ bytes: [UInt8], _ start: Int, _ last: Int, _ end: Int) -> Bool {
    guard (2...3).contains(last - start), bytes[last - 1] == 0x2E, last + 2 < end,
      bytes[start..<last - 1].allSatisfy(\.isDigit)
    else { return false }
    return bytes[last].isUpper && bytes[last + 1].isLetter
  }

  /// A label that a converter escaped, lest Markdown take it for a list's: `\(a\)`.
  package static func scanEscaped(
    _ bytes: [UInt8], _ start: Int, _ end: Int
  ) -> (label: ByteRange, next: Int)? {
    let window = min(end, start + 16)
    guard start < window, bytes[start..<window].contains(0x5C) else { return nil }
    var plain: [UInt8] = []
    var places: [Int] = []
    for at in start..<window where bytes[at] != 0x5C {
      plain.append(bytes[at])
      places.append(at)
    }
    // A word cut by the window is no label's end.
    guard let (label, next) = scan(plain, 0, plain.count), next < plain.count || window == end
    else { return nil }
    let last = label.upper < places.count ? places[label.upper] : window
    return (ByteRange(start, last), last)
  }

  /// The number alone before a title that is marked as one: `14 AIR QUALITY`, not `14 May 2024`.
  package static func scanBare(
    _ bytes: [UInt8], _ start: Int, _ end: Int
  ) -> (label: ByteRange, next: Int)? {
    var at = start
    while at < end, bytes[at].isDigit { at += 1 }
    guard at > start, at - start <= 3 else { return nil }
    var word = at
    while word < end, bytes[word].isBlank { word += 1 }
    guard word > at, word < end, bytes[word].isUpper else { return nil }
    var wordEnd = word
    while wordEnd < end, bytes[wordEnd].isLetter { wordEnd += 1 }
    let months: [StaticString] = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    let isShort = wordEnd - word <= 3
    let isMonth =
      months.contains { bytes.matches($0, at: word, before: end) }
      && (isShort
        || wordEnd < end && bytes[wordEnd].isBlank && wordEnd + 1 < end
          && bytes[wordEnd + 1].isDigit
        || wordEnd == end)
    return isMonth ? nil : (ByteRange(start, at), at)
  }

  /// White space, a tag or an emphasis mark.
  private static func endsLabel(_ byte: UInt8) -> Bool {
    byte.isSpace || byte == 0x3C || byte == 0x2A || byte == 0x5F || byte == 0x7E
  }

  /// `(a)`, `(iv)`, `[12]`, with a dot after it or not.
  private static func bracketed(
    _ bytes: [UInt8], _ start: Int, _ end: Int, by closing: UInt8
  ) -> Int? {
    guard let inner = core(bytes, start + 1, end), inner < end, bytes[inner] == closing else {
      return nil
    }
    return dotted(bytes, inner + 1, end)
  }

  /// `12.`, `12)`, `1.1`, `1.1.`, `112/23`; not `2.00 pm`, `11.10.2022` or `2022/23`.
  private static func numbered(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var at = start
    var parts = 0
    var isSlashed = false
    while at < end, bytes[at].isDigit {
      let partStart = at
      while at < end, bytes[at].isDigit { at += 1 }
      guard at - partStart <= 4 else { return nil }
      if parts > 0, !isSlashed, at - partStart > 2 { return nil }
      parts += 1
      guard at + 1 < end, bytes[at] == 0x2E || bytes[at] == 0x2F, bytes[at + 1].isDigit else {
        break
      }
      if bytes[at] == 0x2F { isSlashed = true }
      at += 1
    }
    guard parts <= 4, !isYears(bytes, start, at) else { return nil }
    if at < end, bytes[at] == 0x2E {
      at += 1
    } else if at < end, bytes[at] == 0x29 {
      at = dotted(bytes, at + 1, end)
    } else if parts == 1 || isSlashed && parts > 2 {
      return isBeforeThat(bytes, start, at, end) ? at : nil
    }
    var next = at
    while next < end, bytes[next].isBlank { next += 1 }
    for word: StaticString in ["am", "pm", "a.m", "p.m", "noon"]
    where bytes.matches(word, at: next, before: end)
      && (next + word.utf8CodeUnitCount >= end || !bytes[next + word.utf8CodeUnitCount].isLetter)
    {
      return nil
    }
    return at
  }

  /// Whether a number without a mark stands before `That`: `2 That the report be noted`.
  private static func isBeforeThat(_ bytes: [UInt8], _ start: Int, _ last: Int, _ end: Int) -> Bool
  {
    guard last - start <= 2, last + 5 < end, bytes[last].isBlank else { return false }
    var next = last
    while next < end, bytes[next].isBlank { next += 1 }
    return next < end && bytes[next] == 0x54
      && (bytes.matches("that ", at: next, before: end)
        || bytes.matches("to ", at: next, before: end) && next + 3 < end && bytes[next + 3].isLower)
  }

  /// Whether these are two years running, `2022/23`, and not a number in a year, `112/23`.
  private static func isYears(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    guard end - start == 7, bytes[start + 4] == 0x2F else { return false }
    let digits = bytes[start..<end].filter(\.isDigit).map { Int($0 - 0x30) }
    guard digits.count == 6, digits[0] == 1 && digits[1] == 9 || digits[0] == 2 && digits[1] == 0
    else { return false }
    return (digits[2] * 10 + digits[3] + 1) % 100 == digits[4] * 10 + digits[5]
  }

  /// `a)`, `iv)`, `iv).`, `a.`: one lower-case letter or a Roman number; `A)` too, but not `A.`,
  /// which begins names.
  private static func lettered(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    guard let inner = core(bytes, start, end), inner < end else { return nil }
    if bytes[inner] == 0x29 { return dotted(bytes, inner + 1, end) }
    if bytes[inner] == 0x2E, bytes[start].isLower { return inner + 1 }
    // "A. that the plan be noted": a name goes on with a capital.
    let isRoman =
      inner > start + 1
      && bytes[start..<inner].allSatisfy { isRomanDigit($0.lowered) && $0.isUpper }
    if bytes[inner] == 0x2E, inner == start + 1 || isRoman, inner + 2 < end,
      bytes[inner + 1].isBlank
    {
      var next = inner + 1
      while next < end, bytes[next].isBlank { next += 1 }
      if bytes.matches("that ", at: next, before: end)
        || bytes.matches("to ", at: next, before: end) && bytes[next].isLower
      {
        return inner + 1
      }
    }
    return nil
  }

  /// One letter, a Roman number, or up to three digits.
  private static func core(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var at = start
    if at < end, bytes[at].isDigit {
      while at < end, bytes[at].isDigit { at += 1 }
      return at - start <= 3 ? at : nil
    }
    var isRoman = true
    while at < end, bytes[at].isLetter {
      if !isRomanDigit(bytes[at].lowered) { isRoman = false }
      at += 1
    }
    let count = at - start
    if count == 2, !isRoman, bytes[start] == bytes[start + 1] { return at }  // (aa), (bb)
    return count == 1 || count > 1 && count <= 6 && isRoman ? at : nil
  }

  private static func isRomanDigit(_ byte: UInt8) -> Bool {
    byte == 0x69 || byte == 0x76 || byte == 0x78 || byte == 0x6C
  }

  private static func dotted(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Int {
    at < end && bytes[at] == 0x2E ? at + 1 : at
  }
}
