/// Finds dates as British papers write them: `11 October 2022`, `Tuesday, 11th October 2022`,
/// `2/11/22`, `2022-10-11`, `11 October '22`, `October 2022`, `11-Oct-22`, `Oct-22`.
///
/// Days come before months; two-digit years are of this century.
public enum DateReader {
  /// A date found in text, with the bytes it was read from.
  public struct Match: Hashable, Sendable {
    /// The day, where one is given.
    public var date: PlainDate?
    /// ISO 8601: a day, or a month alone as `2022-10`.
    public var iso: String
    /// Where it stands.
    public var range: ByteRange
  }

  /// The first date in the range.
  package static func first(in bytes: [UInt8], _ range: ByteRange) -> Match? {
    guard hasDigit(bytes, range) else { return nil }
    var offset = range.lower
    while let match = next(in: bytes, from: offset, before: range.upper) {
      if match.date != nil { return match }
      offset = match.range.upper
    }
    return nil
  }

  /// Whether a range has a figure, without which it has no date.
  private static func hasDigit(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    bytes.withUnsafeBufferPointer { $0[range.lower..<range.upper].contains(where: \.isDigit) }
  }

  /// The first date in a string, days only.
  public static func first(in text: String) -> PlainDate? {
    guard text.utf8.contains(where: \.isDigit) else { return nil }
    let bytes = Array(text.utf8)
    return first(in: bytes, ByteRange(0, bytes.count))?.date
  }

  /// The date a whole string is, a day or a month: `2/11/22`, `March 2023`; nothing else around.
  public static func whole(_ text: String) -> String? {
    guard text.utf8.contains(where: \.isDigit) else { return nil }
    let bytes = Array(text.utf8)
    guard let match = next(in: bytes, from: 0, before: bytes.count) else { return nil }
    let rest = bytes[0..<match.range.lower] + bytes[match.range.upper...]
    return rest.contains(where: \.isWordByte) ? nil : match.iso
  }

  /// The one date or month that a string names: `first report in February 2023`.
  public static func only(_ text: String) -> String? {
    guard text.utf8.contains(where: \.isDigit) else { return nil }
    let bytes = Array(text.utf8)
    guard let match = next(in: bytes, from: 0, before: bytes.count),
      next(in: bytes, from: match.range.upper, before: bytes.count) == nil
    else { return nil }
    return match.iso
  }

  /// Every date in a string, days only, in order.
  public static func all(in text: String) -> [PlainDate] {
    let bytes = Array(text.utf8)
    var found: [PlainDate] = []
    var offset = 0
    while let match = next(in: bytes, from: offset, before: bytes.count) {
      if let date = match.date { found.append(date) }
      offset = match.range.upper
    }
    return found
  }

  /// The next date or month at or after an offset.
  package static func next(in bytes: [UInt8], from start: Int, before end: Int) -> Match? {
    var offset = start
    while offset < end {
      let byte = bytes[offset]
      if byte.isDigit {
        let isAtStart =
          offset == start || !bytes[offset - 1].isWordByte
          || offset >= start + 6 && bytes.matches("day", at: offset - 3, before: offset)
        if isAtStart,
          let match = numeric(bytes, offset, end) ?? dayFirst(bytes, offset, end)
            ?? hyphenated(bytes, offset, end)
        {
          return match
        }
      } else if beginsMonth(byte), offset == start || !bytes[offset - 1].isWordByte,
        let match = monthFirst(bytes, offset, end)
      {
        return match
      }
      offset += 1
    }
    return nil
  }

  // MARK: - Forms

  /// `11 October 2022`, `11th of October, 2022`, `13, December 2022`.
  private static func dayFirst(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Match? {
    guard let (day, afterDay) = number(bytes, start, end, 2) else { return nil }
    var at = skipOrdinal(bytes, afterDay, end)
    at = skipGap(bytes, skipScanned(bytes, at, end), end)
    // "the 5th day of December 2023"
    if bytes.matches("day of ", at: at, before: end) { at = skipGap(bytes, at + 4, end) }
    if bytes.matches("of ", at: at, before: end) { at = skipGap(bytes, at + 3, end) }
    guard
      let (month, afterMonth) = monthName(bytes, at, end)
        ?? monthName(bytes, skipTongue(bytes, at, end), end)
    else { return nil }
    at = skipGap(bytes, afterMonth, end)
    guard let (year, last) = yearNumber(bytes, at, end) ?? shortYear(bytes, afterMonth, end),
      let date = PlainDate(year: year, month: month, day: day)
    else { return nil }
    return Match(date: date, iso: date.iso, range: ByteRange(start, last))
  }

  /// `October 2022`, or `October 11, 2022`.
  private static func monthFirst(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Match? {
    guard let (month, afterMonth) = monthName(bytes, start, end) else { return nil }
    // "Nov-22", "November-2022"
    if afterMonth < end, bytes[afterMonth] == 0x2D {
      guard let (year, last) = number(bytes, afterMonth + 1, end, 4),
        last == end || !bytes[last].isWordByte && bytes[last] != 0x2D,
        last - afterMonth == 5 && years.contains(year) || last - afterMonth == 3
      else { return nil }
      let whole = last - afterMonth == 3 ? 2000 + year : year
      let iso = "\(PlainDate.padded(whole, 4))-\(PlainDate.padded(month, 2))"
      return Match(date: nil, iso: iso, range: ByteRange(start, last))
    }
    let at = skipGap(bytes, afterMonth, end)
    guard at > afterMonth else { return nil }
    if let (year, last) = yearNumber(bytes, at, end) {
      let iso = "\(PlainDate.padded(year, 4))-\(PlainDate.padded(month, 2))"
      return Match(date: nil, iso: iso, range: ByteRange(start, last))
    }
    guard let (day, afterDay) = number(bytes, at, end, 2) else { return nil }
    var next = afterDay
    for ending: StaticString in ["st", "nd", "rd", "th"]
    where bytes.matches(ending, at: next, before: end) { next += 2 }
    next = skipGap(bytes, next, end)
    guard let (year, last) = yearNumber(bytes, next, end),
      let date = PlainDate(year: year, month: month, day: day)
    else { return nil }
    return Match(date: date, iso: date.iso, range: ByteRange(start, last))
  }

  /// `2/11/22`, `02.11.2022`, `2-11-2022`, `2022-11-02`.
  private static func numeric(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Match? {
    guard let (first, afterFirst) = number(bytes, start, end, 4), afterFirst < end else {
      return nil
    }
    let mark = bytes[afterFirst]
    guard mark == 0x2F || mark == 0x2E || mark == 0x2D,
      !isJoined(bytes, by: mark, before: start),
      let (second, afterSecond) = number(bytes, afterFirst + 1, end, 2), afterSecond < end,
      bytes[afterSecond] == mark,
      let (third, last) = number(bytes, afterSecond + 1, end, 4),
      last == end || !bytes[last].isWordByte, !isJoined(bytes, by: mark, after: last, end)
    else { return nil }
    let date: PlainDate?
    if afterFirst - start == 4 {
      date = mark == 0x2D ? PlainDate(year: first, month: second, day: third) : nil
    } else {
      let width = last - afterSecond - 1
      guard width == 2 || width == 4, afterFirst - start <= 2 else { return nil }
      date = PlainDate(year: width == 2 ? 2000 + third : third, month: second, day: first)
    }
    guard let date, years.contains(date.year) else { return nil }
    return Match(date: date, iso: date.iso, range: ByteRange(start, last))
  }

  /// `02-Nov-22`, `2-November-2022`: as spreadsheets print a day.
  private static func hyphenated(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Match? {
    guard let (day, afterDay) = number(bytes, start, end, 2), afterDay < end,
      bytes[afterDay] == 0x2D,
      let (month, afterMonth) = monthName(bytes, afterDay + 1, end), afterMonth < end,
      bytes[afterMonth] == 0x2D,
      let (year, last) = number(bytes, afterMonth + 1, end, 4),
      last == end || !bytes[last].isWordByte
    else { return nil }
    let width = last - afterMonth - 1
    guard width == 2 || width == 4,
      let date = PlainDate(year: width == 2 ? 2000 + year : year, month: month, day: day),
      years.contains(date.year)
    else { return nil }
    return Match(date: date, iso: date.iso, range: ByteRange(start, last))
  }

  // MARK: - Pieces

  private static func number(
    _ bytes: [UInt8], _ start: Int, _ end: Int, _ most: Int
  ) -> (Int, Int)? {
    var value = 0
    var at = start
    while at < end, bytes[at].isDigit, at - start <= most {
      value = value * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    return at > start && at - start <= most ? (value, at) : nil
  }

  /// The years that papers speak of.
  private static let years = 1800...2200

  /// A year of four digits.
  private static func yearNumber(_ bytes: [UInt8], _ start: Int, _ end: Int) -> (Int, Int)? {
    guard let (value, last) = number(bytes, start, end, 4), last - start == 4,
      years.contains(value),
      last == end || !bytes[last].isLetter
        // "13 December 2011at the Town Hall": the blank was lost.
        || bytes.matches("at ", at: last, before: end)
    else { return nil }
    return (value, last)
  }

  /// A year of two digits right after the month: `11 May 22`, `11 Oct. '22`; not the hour of
  /// `11 May 10.30 am` or the number of `11 May, 22 members`.
  private static func shortYear(_ bytes: [UInt8], _ start: Int, _ end: Int) -> (Int, Int)? {
    var at = start
    if at < end, bytes[at] == 0x2E { at += 1 }
    while at < end, bytes[at].isBlank { at += 1 }
    if at < end, bytes[at] == 0x27 {
      at += 1
    } else if at + 2 < end, bytes[at] == 0xE2, bytes[at + 1] == 0x80, bytes[at + 2] == 0x99 {
      at += 3
    }
    guard let (value, last) = number(bytes, at, end, 2), last - at == 2 else { return nil }
    if last < end, bytes[last].isWordByte { return nil }
    if last + 1 < end, bytes[last] == 0x2E || bytes[last] == 0x3A, bytes[last + 1].isDigit {
      return nil
    }
    var next = last
    while next < end, bytes[next].isBlank { next += 1 }
    for half: StaticString in ["am", "pm", "a.m", "p.m", "noon"]
    where bytes.matches(half, at: next, before: end) { return nil }
    return (2000 + value, last)
  }

  /// Whether a number goes on before an offset with the same mark: `10.` before `2.2.22`.
  private static func isJoined(_ bytes: [UInt8], by mark: UInt8, before start: Int) -> Bool {
    start >= 2 && bytes[start - 1] == mark && bytes[start - 2].isDigit
  }

  /// Whether a number goes on after an offset with the same mark, as in a version or an address.
  private static func isJoined(
    _ bytes: [UInt8], by mark: UInt8, after last: Int, _ end: Int
  ) -> Bool {
    last + 1 < end && bytes[last] == mark && bytes[last + 1].isDigit
  }

  /// Past the marks that a scanner reads where a raised "th" stands: `20"" October`, `7°” May`.
  private static func skipScanned(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end, at - start < 9 {
      switch bytes[at] {
      case 0x22, 0x25, 0x27, 0x2A, 0x3F, 0x5E: at += 1
      case 0xC2 where at + 1 < end && bytes[at + 1] == 0xB0: at += 2  // a degree sign
      case 0xE2
      where at + 2 < end && bytes[at + 1] == 0x80 && (0x98...0x9F).contains(bytes[at + 2]):
        at += 3  // a curly quote
      case 0xE2
      where at + 2 < end && bytes[at + 1] == 0x84 && bytes[at + 2] == 0xA2:
        at += 3  // a trade mark
      default: return at
      }
    }
    return at
  }

  /// Past the month in another tongue: `3 Hydref / October 2024`.
  private static func skipTongue(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end, at - start < 16, bytes[at].isLetter || bytes[at] >= 0x80 { at += 1 }
    guard at > start, at + 2 < end, bytes[at] == 0x20, bytes[at + 1] == 0x2F else { return start }
    return skipGap(bytes, at + 2, end)
  }

  /// Past the letters of an ordinal; a raised "th" may stand apart, `5 th December`.
  private static func skipOrdinal(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    let at = start < end && bytes[start] == 0x20 ? start + 1 : start
    for ending: StaticString in ["st", "nd", "rd", "th"]
    where bytes.matches(ending, at: at, before: end) {
      let isApart = at > start
      guard !isApart || at + 2 < end && bytes[at + 2] == 0x20 else { return start }
      return at + 2
    }
    return start
  }

  private static func skipGap(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end {
      if bytes[at].isSpace || bytes[at] == 0x2C || bytes[at] == 0x2E {
        at += 1
      } else if bytes.isNoBreakSpace(at: at, before: end) {
        at += 2
      } else {
        break
      }
    }
    return at
  }

  /// Whether a letter is the first of some month's name.
  private static func beginsMonth(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case 0x61, 0x64, 0x66, 0x6A, 0x6D, 0x6E, 0x6F, 0x73: byte.isLetter
    default: false
    }
  }

  private static func monthName(_ bytes: [UInt8], _ start: Int, _ end: Int) -> (Int, Int)? {
    guard start < end, beginsMonth(bytes[start]) else { return nil }
    guard start + 3 <= end,
      let index = heads.firstIndex(
        of: head(bytes[start].lowered, bytes[start + 1].lowered, bytes[start + 2].lowered))
    else { return nil }
    if bytes.matches(names[index], at: start, before: end) {
      let last = start + names[index].utf8CodeUnitCount
      return last < end && bytes[last].isLetter ? nil : (index + 1, last)
    }
    var last = start + 3
    if index == 8, last < end, bytes[last].lowered == 0x74 { last += 1 }  // "Sept"
    return last < end && bytes[last].isLetter ? nil : (index + 1, last)
  }

  private static let names: [StaticString] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// The first three letters of each month as one number.
  private static let heads: [UInt32] = names.map { name in
    name.withUTF8Buffer { head($0[0], $0[1], $0[2]) }
  }

  private static func head(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt32 {
    UInt32(first) << 16 | UInt32(second) << 8 | UInt32(third)
  }
}
