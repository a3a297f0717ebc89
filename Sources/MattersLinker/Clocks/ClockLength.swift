public import MattersText

/// How long a council's own clock runs, as it is written in its settings.
public enum ClockLength: Sendable, Hashable {
  /// Days of the calendar.
  case days(Int)
  /// Days on which offices are open.
  case workingDays(Int)
  /// Calendar months.
  case months(Int)
  /// To the body's next ordinary meeting.
  case nextMeeting

  /// Reads `28 days`, `20 working days`, `8 weeks`, `2 months`, `next meeting`.
  public init?(_ text: String) {
    let words = MatchKey.words(text)
    if words == ["next", "meeting"] || words == ["next", "ordinary", "meeting"] {
      self = .nextMeeting
      return
    }
    guard let number = words.first.flatMap({ Int($0) ?? Self.numbers[$0] }),
      (1...3650).contains(number)
    else { return nil }
    switch words.dropFirst().joined(separator: " ") {
    case "day", "days", "calendar days": self = .days(number)
    case "working day", "working days": self = .workingDays(number)
    case "week", "weeks": self = .days(7 * number)
    case "month", "months": self = .months(number)
    default: return nil
    }
  }

  private static let numbers = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10,
  ]

  /// The last day of a period of days or months.
  ///
  /// A period of months that begins with a day ends on the day before its number comes again, or on
  /// the month's last day where the month has no such number.
  static func lastDay(months: Int, from base: PlainDate, countingFirst: Bool) -> PlainDate? {
    guard let same = base.adding(months: months) else { return nil }
    return countingFirst && same.day == base.day ? same.adding(days: -1) : same
  }
}

/// Counting days on which offices are open.
public enum WorkingDays {
  /// A day so many working days after another, and whether bank holidays were known all the way.
  public static func day(
    _ count: Int, after base: PlainDate, countingFirst: Bool, in nation: Nation
  ) -> (day: PlainDate, isKnown: Bool)? {
    var day = base
    var left = count
    var isKnown = true
    func isOpen(_ day: PlainDate) -> Bool {
      if day.weekday == "Saturday" || day.weekday == "Sunday" { return false }
      guard let isHoliday = BankHolidays.isHoliday(day, in: nation) else {
        isKnown = false
        return true
      }
      return !isHoliday
    }
    if countingFirst, isOpen(day) { left -= 1 }
    while left > 0 {
      guard let next = day.adding(days: 1) else { return nil }
      day = next
      if isOpen(day) { left -= 1 }
    }
    return (day, isKnown)
  }
}
