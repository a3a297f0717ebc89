/// Finds a time of day as papers write it: `2.00 pm`, `2pm`, `14:00`, `7.30 p.m.`
public enum TimeReader {
  /// The first time in the text as `HH:MM` on the 24-hour clock.
  public static func first(in text: String) -> String? {
    let bytes = Array(text.utf8)
    var offset = 0
    while offset < bytes.count {
      if bytes[offset].isDigit, offset == 0 || !(bytes[offset - 1].isWordByte) {
        if let time = read(bytes, offset) { return time }
        while offset < bytes.count, bytes[offset].isDigit { offset += 1 }
      } else {
        offset += 1
      }
    }
    return nil
  }

  private static func read(_ bytes: [UInt8], _ start: Int) -> String? {
    var at = start
    var hour = 0
    var minute = 0
    var hasMinutes = false
    while at < bytes.count, bytes[at].isDigit, at - start < 4 {
      hour = hour * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    if at - start == 4 {  // 1400 hrs
      minute = hour % 100
      hour /= 100
      hasMinutes = true
    } else if at - start > 2 {
      return nil
    }
    if !hasMinutes, at + 2 < bytes.count + 0, at < bytes.count,
      bytes[at] == 0x2E || bytes[at] == 0x3A, at + 2 < bytes.count, bytes[at + 1].isDigit,
      bytes[at + 2].isDigit, at + 3 == bytes.count || !bytes[at + 3].isDigit
    {
      minute = Int(bytes[at + 1] - 0x30) * 10 + Int(bytes[at + 2] - 0x30)
      hasMinutes = true
      at += 3
      if at < bytes.count, bytes[at] == 0x2E || bytes[at] == 0x2F, at + 1 < bytes.count,
        bytes[at + 1].isDigit
      {
        return nil  // a numeric date such as 11.10.2022
      }
    }
    while at < bytes.count, bytes[at].isSpace { at += 1 }
    let end = bytes.count
    let isAfternoon = bytes.matches("pm", at: at, before: end) || bytes.matches("p.m", at: at, before: end)
    let isMorning = bytes.matches("am", at: at, before: end) || bytes.matches("a.m", at: at, before: end)
    let isClock =
      bytes.matches("hrs", at: at, before: end) || bytes.matches("hours", at: at, before: end)
    guard minute < 60, hour < 24 else { return nil }
    if isAfternoon || isMorning {
      guard hour >= 1, hour <= 12 || isAfternoon else { return nil }
      if isAfternoon, hour < 12 { hour += 12 }
      if isMorning, hour == 12 { hour = 0 }
    } else if bytes.matches("noon", at: at, before: end) {
      hour = 12
    } else {
      guard hasMinutes, isClock || start + 2 < end && bytes[start + 2] == 0x3A || start + 1 < end && bytes[start + 1] == 0x3A || isEndOfTime(bytes, at) else {
        return nil
      }
    }
    return "\(PlainDate.padded(hour, 2)):\(PlainDate.padded(minute, 2))"
  }

  /// A bare `14.00` counts only where nothing that makes it an amount or a clause follows.
  private static func isEndOfTime(_ bytes: [UInt8], _ at: Int) -> Bool { at >= bytes.count }
}
