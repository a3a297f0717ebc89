import MattersArising
import MattersLinker
import MattersTestSupport
import Testing

/// Days on which offices are open, and days that papers tell in passing.
@Suite struct WorkingDayTests {
  private static func day(_ iso: String) throws -> PlainDate { try #require(PlainDate(iso: iso)) }

  static let holidays: [(String, Nation, Bool)] = [
    ("2022-06-02", .england, true), ("2022-06-03", .scotland, true),
    ("2022-05-30", .england, false),
    ("2020-05-08", .wales, true), ("2020-05-04", .wales, false), ("2022-09-19", .scotland, true),
    ("2023-05-08", .northernIreland, true), ("2024-04-01", .england, true),
    ("2024-04-01", .scotland, false), ("2024-01-02", .scotland, true),
    ("2024-01-02", .england, false), ("2024-03-18", .northernIreland, true),
    ("2024-07-12", .northernIreland, true), ("2024-12-02", .scotland, true),
    ("2021-12-27", .england, true), ("2021-12-28", .england, true), ("2027-12-28", .wales, true),
    ("2026-12-28", .england, true), ("2025-08-04", .scotland, true),
    ("2025-08-25", .scotland, false),
  ]

  @Test(arguments: holidays) func isClosedWhereTheGovernmentSaysSo(
    _ example: (String, Nation, Bool)
  ) throws {
    #expect(
      BankHolidays.isHoliday(try Self.day(example.0), in: example.1) == example.2, "\(example)")
  }

  @Test func everyYearHasItsHolidays() throws {
    for year in BankHolidays.years {
      for (nation, count) in [(Nation.england, 8), (.scotland, 9), (.northernIreland, 10)] {
        let days = try (0..<366).filter { offset in
          let first = try Self.day("\(year)-01-01")
          guard let day = first.adding(days: offset), day.year == year else { return false }
          return BankHolidays.isHoliday(day, in: nation) == true
        }
        #expect((count...count + 2).contains(days.count), "\(year) \(nation) \(days.count)")
      }
    }
  }

  @Test func countsOverChristmasAndSaysWhenItDoesNotKnow() throws {
    let start = try Self.day("2023-12-21")
    let five = WorkingDays.day(5, after: start, countingFirst: false, in: .england)
    #expect(five?.day.iso == "2024-01-02")
    #expect(five?.isKnown == true)
    #expect(
      WorkingDays.day(5, after: start, countingFirst: true, in: .england)?.day.iso == "2023-12-29")
    #expect(
      WorkingDays.day(5, after: start, countingFirst: false, in: .scotland)?.day.iso == "2024-01-03"
    )
    let beyond = WorkingDays.day(
      5, after: try Self.day("2027-12-30"), countingFirst: false, in: .england)
    #expect(beyond?.isKnown == false)
  }

  static let lengths: [(String, ClockLength?)] = [
    ("28 days", .days(28)), ("eight weeks", .days(56)), ("20 working days", .workingDays(20)),
    ("one month", .months(1)), ("next ordinary meeting", .nextMeeting), ("soon", nil),
    ("0 days", nil), ("99999999999999999999 days", nil), ("", nil),
  ]

  @Test(arguments: lengths) func readsALength(_ example: (String, ClockLength?)) {
    #expect(ClockLength(example.0) == example.1)
  }

  static let told: [(String, Set<String>, String?)] = [
    (
      "Cabinet received the recommendations on 27 July 2023.", ["2023-07-18"],
      "received 2023-07-27 2023-07-18"
    ),
    (
      "Written notice was given on 1 August 2023 of the recommendations of 18 July 2023.",
      ["2023-07-18", "2023-06-01"], "noticed 2023-08-01 2023-07-18"
    ),
    (
      "The Cabinet received the recommendations made on 18 July 2023 on 27 July 2023.", [],
      "received 2023-07-27 2023-07-18"
    ),
    // Which meeting is not said; the day lies before the meeting; it has not happened.
    ("Cabinet received the recommendations on 27 July 2023.", ["2023-07-18", "2023-06-01"], nil),
    ("Cabinet received the recommendations on 1 July 2023.", ["2023-07-18"], nil),
    ("Notice has not been given; it will be served on 27 July 2023.", ["2023-07-18"], nil),
    ("A notice of motion was received on 27 July 2023.", ["2023-07-18"], nil),
  ]

  @Test(arguments: told) func readsWhenAClockStarts(_ example: (String, Set<String>, String?)) {
    let found = ReceiptWords.all(in: example.0, recommendationsOf: example.1)
      .map { "\($0.kind.rawValue) \($0.day) \($0.raised)" }
    expectSame(found, example.2.map { [$0] } ?? [])
  }
}
