/// A day of the calendar, without time or zone.
public struct PlainDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// A day that exists, or nothing.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// A day in ISO 8601: `2022-10-11`.
  public init?(iso text: String) {
    guard text.utf8.count == 10 else { return nil }
    var text = text
    let numbers = text.withUTF8 { bytes -> (year: Int, month: Int, day: Int)? in
      guard bytes[4] == 0x2D, bytes[7] == 0x2D, let year = Self.number(bytes, 0, 4),
        let month = Self.number(bytes, 5, 7), let day = Self.number(bytes, 8, 10)
      else { return nil }
      return (year, month, day)
    }
    guard let numbers else { return nil }
    self.init(year: numbers.year, month: numbers.month, day: numbers.day)
  }

  /// The number that the digits between two offsets make.
  private static func number(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int? {
    var number = 0
    for place in start..<end {
      guard bytes[place].isDigit else { return nil }
      number = number * 10 + Int(bytes[place] - 0x30)
    }
    return number
  }

  /// ISO 8601: `2022-10-11`.
  public var description: String { iso }

  /// ISO 8601: `2022-10-11`.
  public var iso: String {
    String(unsafeUninitializedCapacity: 10) { out in
      Self.write(year, to: out, before: 4)
      Self.write(month, to: out, before: 7)
      Self.write(day, to: out, before: 10)
      return 10
    }
  }

  /// Writes a number that ends before a place: four digits at the beginning, else a hyphen and two.
  private static func write(
    _ number: Int, to out: UnsafeMutableBufferPointer<UInt8>, before end: Int
  ) {
    let start = end == 4 ? 0 : end - 2
    var rest = number
    for place in (start..<end).reversed() {
      out[place] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
    if start > 0 { out[start - 1] = UInt8(ascii: "-") }
  }

  /// As British papers print it: `11 October 2022`.
  public var inWords: String { "\(day) \(Self.monthNames[month - 1]) \(year)" }

  /// The weekday's English name.
  public var weekday: String {
    // Day zero of `dayNumber` was a Thursday.
    let names = ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"]
    return names[((dayNumber % 7) + 7) % 7]
  }

  /// The municipal year the day is in, by the year it begins: 1 May 2022 to 30 April 2023 is 2022.
  ///
  /// Annual meetings of UK councils are held in May; April still belongs to the year before.
  public var municipalYear: Int { month >= 5 ? year : year - 1 }

  /// Days since 1 January 1970.
  public var dayNumber: Int {
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day some days later, or earlier for a negative count; nothing outside years 1 to 9999.
  public func adding(days: Int) -> PlainDate? { PlainDate(dayNumber: dayNumber + days) }

  /// The day some months later: the same number in its month, or the month's last day where the
  /// month has no such number.
  public func adding(months: Int) -> PlainDate? {
    let index = year * 12 + month - 1 + months
    let (year, month) = (index / 12, index % 12 + 1)
    return PlainDate(
      year: year, month: month, day: min(day, PlainDate.days(inMonth: month, of: year)))
  }

  /// The day that is so many days after 1 January 1970.
  public init?(dayNumber: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// How many days after another day this one is.
  public func days(since other: PlainDate) -> Int { dayNumber - other.dayNumber }

  /// Earlier days come first.
  public static func < (a: PlainDate, b: PlainDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  /// The English names of the months, January first.
  public static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// How many days a month has.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2:
      year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
