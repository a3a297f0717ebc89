/// Finds a time of day as papers write it: `2.00 pm`, `2pm`, `14:00`, `7.30 p.m.`, `1400 hrs`.
///
/// Of a range it is the time that begins it: `10.30 - 11.30 am` is half past ten.
public enum TimeReader {
  /// The first time in the text as `HH:MM` on the 24-hour clock.
  public static func first(in text: String) -> String? {
    let bytes = Array(text.utf8)
    var offset = 0
    while offset < bytes.count {
      if bytes[offset].isDigit, offset == 0 || !bytes[offset - 1].isWordByte {
        if let time = read(bytes, offset) { return time }
        while offset < bytes.count, bytes[offset].isDigit { offset += 1 }
      } else {
        offset += 1
      }
    }
    return nil
  }

  /// The numbers of a time, before anything is known of the half of the day.
  private struct Clock {
    var hour: Int
    var minute: Int
    /// Between hours and minutes; nothing where there are no minutes or no mark.
    var mark: UInt8?
    var hasMinutes: Bool
    /// The offset after the last digit.
    var end: Int
  }

  /// What is said of a time after its numbers.
  private enum Half { case morning, afternoon, noon, clock }

  private static func read(_ bytes: [UInt8], _ start: Int) -> String? {
    guard let clock = clock(bytes, start) else { return nil }
    if let half = half(bytes, clock.end) { return resolve(clock, half).map(printed) }
    if let last = rangeEnd(bytes, clock), let half = half(bytes, last.end),
      let end = resolve(last, half)
    {
      // The half of the day is said once, after the end; the beginning is the latest before it.
      guard let begin = resolve(clock, half) else { return nil }
      if begin < end { return printed(begin) }
      return resolve(clock, .morning).map(printed)
    }
    // A bare `14.00` may be an amount or a clause: it counts with a colon, or where nothing follows.
    guard clock.hasMinutes, clock.mark == 0x3A || clock.mark != nil && isLast(bytes, clock.end)
    else {
      return nil
    }
    return printed((clock.hour, clock.minute))
  }

  private static func printed(_ time: (hour: Int, minute: Int)) -> String {
    "\(PlainDate.padded(time.hour, 2)):\(PlainDate.padded(time.minute, 2))"
  }

  private static func clock(_ bytes: [UInt8], _ start: Int) -> Clock? {
    let end = bytes.count
    var at = start
    var number = 0
    while at < end, bytes[at].isDigit {
      guard at - start < 4 else { return nil }
      number = number * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    var clock = Clock(hour: number, minute: 0, mark: nil, hasMinutes: false, end: at)
    switch at - start {
    case 4: clock = Clock(hour: number / 100, minute: number % 100, hasMinutes: true, end: at)
    case 1, 2:
      guard at + 2 < end, bytes[at] == 0x2E || bytes[at] == 0x3A, bytes[at + 1].isDigit,
        bytes[at + 2].isDigit, at + 3 == end || !bytes[at + 3].isDigit
      else { break }
      clock.minute = Int(bytes[at + 1] - 0x30) * 10 + Int(bytes[at + 2] - 0x30)
      clock.mark = bytes[at]
      clock.hasMinutes = true
      clock.end = at + 3
      if at + 4 < end, bytes[at + 3] == 0x2E || bytes[at + 3] == 0x2F, bytes[at + 4].isDigit {
        return nil  // a numeric date such as 11.10.2022
      }
    default: return nil
    }
    return clock.hour < 24 && clock.minute < 60 ? clock : nil
  }

  private static func half(_ bytes: [UInt8], _ start: Int) -> Half? {
    let at = skipSpace(bytes, start)
    let words: [(StaticString, Half)] = [
      ("pm", .afternoon), ("p.m", .afternoon), ("am", .morning), ("a.m", .morning), ("noon", .noon),
      ("midday", .noon), ("hrs", .clock), ("hours", .clock),
    ]
    for (word, half) in words where bytes.matches(word, at: at, before: bytes.count) {
      let last = at + word.utf8CodeUnitCount
      if last == bytes.count || !bytes[last].isWordByte { return half }
    }
    return nil
  }

  private static func resolve(_ clock: Clock, _ half: Half) -> (hour: Int, minute: Int)? {
    // Four digits are a year unless they are said to be hours.
    let isFourDigits = clock.hasMinutes && clock.mark == nil
    switch half {
    case .clock: return clock.hasMinutes ? (clock.hour, clock.minute) : nil
    case .noon: return clock.hour == 12 && clock.minute == 0 ? (12, 0) : nil
    case .afternoon:
      guard !isFourDigits, clock.hour >= 1 else { return nil }
      return (clock.hour < 12 ? clock.hour + 12 : clock.hour, clock.minute)
    case .morning:
      guard !isFourDigits, clock.hour <= 12 else { return nil }
      return (clock.hour == 12 ? 0 : clock.hour, clock.minute)
    }
  }

  /// The numbers after `-` or `to`, where they are of the same form; `item 7 - 2.00 pm` is no range.
  private static func rangeEnd(_ bytes: [UInt8], _ begin: Clock) -> Clock? {
    let end = bytes.count
    var at = skipSpace(bytes, begin.end)
    var isPlain = at == begin.end
    if at < end, bytes[at] == 0x2D {
      at += 1
    } else if at + 2 < end, bytes[at] == 0xE2, bytes[at + 1] == 0x80,
      bytes[at + 2] == 0x93 || bytes[at + 2] == 0x94
    {
      at += 3
    } else if bytes.matches("to ", at: at, before: end) {
      at += 3
      isPlain = true
    } else if bytes.matches("until ", at: at, before: end) {
      at += 6
      isPlain = true
    } else {
      return nil
    }
    guard let last = clock(bytes, skipSpace(bytes, at)), last.hasMinutes == begin.hasMinutes,
      begin.hasMinutes || isPlain
    else { return nil }
    return last
  }

  private static func skipSpace(_ bytes: [UInt8], _ start: Int) -> Int {
    var at = start
    while at < bytes.count {
      if bytes[at].isSpace {
        at += 1
      } else if bytes.isNoBreakSpace(at: at, before: bytes.count) {
        at += 2
      } else {
        break
      }
    }
    return at
  }

  private static func isLast(_ bytes: [UInt8], _ start: Int) -> Bool {
    skipSpace(bytes, start) == bytes.count
  }
}
