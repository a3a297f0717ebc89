import Foundation
import MattersText
import Testing

/// Days of the calendar.
@Suite struct PlainDateTests {
  private static let calendar: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar
  }()

  @Test func dayNumbersAreFoundationsOverFourHundredYears() throws {
    let start = try #require(PlainDate(year: 1800, month: 1, day: 1))
    let end = try #require(PlainDate(year: 2200, month: 12, day: 31))
    var number = start.dayNumber
    var day = start
    while day < end {
      let date = Date(timeIntervalSince1970: Double(number) * 86_400)
      let parts = Self.calendar.dateComponents([.year, .month, .day, .weekday], from: date)
      day = try #require(
        PlainDate(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0))
      guard day.dayNumber == number, day.weekday == Self.weekdays[(parts.weekday ?? 1) - 1] else {
        Issue.record("\(day.iso) is day \(day.dayNumber), \(day.weekday), not \(number)")
        return
      }
      number += 1
    }
    #expect(day == end)
    #expect(end.days(since: start) == number - 1 - start.dayNumber)
  }

  private static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]

  @Test(arguments: [
    ("1970-01-01", 0, "Thursday"),
    ("1969-12-31", -1, "Wednesday"),
    ("2022-10-11", 19_276, "Tuesday"),
    ("2024-02-29", 19_782, "Thursday"),
    ("0001-01-01", -719_162, "Monday"),
  ]) func knownDays(_ iso: String, _ number: Int, _ weekday: String) throws {
    let date = try #require(PlainDate(iso: iso))
    #expect(date.dayNumber == number)
    #expect(date.weekday == weekday)
    #expect(date.iso == iso)
  }

  @Test(arguments: [
    (2023, 2, 29), (1900, 2, 29), (2023, 4, 31), (2023, 0, 1), (2023, 13, 1), (2023, 1, 0),
    (2023, 1, 32), (0, 1, 1), (10_000, 1, 1), (-5, 1, 1), (2023, 1, -1),
  ]) func aDayThatIsNotThereIsNoDate(_ year: Int, _ month: Int, _ day: Int) {
    #expect(PlainDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [
    "2022-10-1", "22-10-11", "2022/10/11", "2022-10-11 ", "2022-10-11T00:00", "+022-10-11", "",
    "--",
    "2022-1０-11", "2022-02-30", "20221011",
  ]) func whatIsNoISODateIsNone(_ text: String) {
    #expect(PlainDate(iso: text) == nil)
  }

  @Test(arguments: [
    ("2022-05-01", 2022), ("2023-04-30", 2022), ("2022-12-31", 2022), ("2023-01-01", 2022),
    ("2023-05-01", 2023),
  ]) func theMunicipalYearBeginsInMay(_ iso: String, _ year: Int) throws {
    #expect(try #require(PlainDate(iso: iso)).municipalYear == year)
  }

  @Test func daysAreInOrder() throws {
    let isos = ["1999-12-31", "2000-01-01", "2000-01-31", "2000-02-01", "2001-01-01"]
    #expect(
      try isos.shuffled().map { try #require(PlainDate(iso: $0)) }.sorted().map(\.iso) == isos)
  }

  @Test func inWords() throws {
    #expect(try #require(PlainDate(iso: "2022-10-01")).inWords == "1 October 2022")
    #expect("\(try #require(PlainDate(iso: "0987-06-05")))" == "0987-06-05")
  }
}
