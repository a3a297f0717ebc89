import MattersTestSupport
import MattersText
import Testing

/// Dates as British papers write them.
@Suite struct DateReaderTests {
  @Test(arguments: [
    ("11 October 2022", "2022-10-11"),
    ("Tuesday, 11th October 2022", "2022-10-11"),
    ("TUESDAY 11TH OCTOBER, 2022", "2022-10-11"),
    ("the 1st of May 2023", "2023-05-01"),
    ("22nd day? no: 22nd March 2023", "2023-03-22"),
    ("3rd Sept 2022", "2022-09-03"),
    ("3 Sep. 2022", "2022-09-03"),
    ("13, December 2022", "2022-12-13"),
    ("11 Oct 22", "2022-10-11"),
    ("11 Oct. '22", "2022-10-11"),
    ("11 October ’22", "2022-10-11"),
    ("October 11, 2022", "2022-10-11"),
    ("October 11th 2022", "2022-10-11"),
    ("2/11/22", "2022-11-02"),
    ("02/11/2022", "2022-11-02"),
    ("2.11.2022", "2022-11-02"),
    ("2-11-2022", "2022-11-02"),
    ("2022-11-02", "2022-11-02"),
    ("02-Nov-22", "2022-11-02"),
    ("2-November-2022", "2022-11-02"),
    ("(2/11/22)", "2022-11-02"),
    ("29 February 2024", "2024-02-29"),
    ("on 7\u{A0}June 2023", "2023-06-07"),
    ("31 December 1999", "1999-12-31"),
    ("held at 2.00 pm on 14 May 2024", "2024-05-14"),
    ("minute 1.2.3 of 14 May 2024", "2024-05-14"),
  ]) func aDateIsRead(_ text: String, _ iso: String) {
    #expect(DateReader.first(in: text)?.iso == iso)
  }

  @Test(arguments: [
    "", "October", "11 October", "the Committee may 2 things", "30 February 2023",
    "29 February 2023", "31/11/23", "32/1/2023", "0/1/2023", "1/13/2023", "2023-02-30",
    "2023-13-01", "version 1.2.3", "paragraph 1.2.345", "1.10.2.22", "10.2.2.22", "192.168.10.22",
    "2.11.22.4", "12/2022", "2022/23", "112/23", "£1.22", "14.00", "11/10", "1/2/0022",
    "11 Octobers 2022", "11 Octo 2022", "111 October 2022", "11 October 20222", "11 October 2500",
    "11 May 10.30 am", "Tuesday 1 March 10am", "14 November 14:00", "on 11 May, 22 members came",
    "11 October 2", "Mayor 2022",
  ]) func whatIsNoDateIsNotRead(_ text: String) {
    #expect(DateReader.first(in: text) == nil)
  }

  @Test(arguments: [
    ("2/11/22", "2022-11-02"),
    (" 2 November 2022. ", "2022-11-02"),
    ("March 2023", "2023-03"),
    ("Mar 2023", "2023-03"),
    ("May 2023", "2023-05"),
    ("Nov-22", "2022-11"),
  ]) func aWholeTextIsADayOrAMonth(_ text: String, _ iso: String) {
    #expect(DateReader.whole(text) == iso)
  }

  @Test(arguments: [
    "by March 2023", "2/11/22 and 3/11/22", "30 February 2023", "Spring 2023", "2023", "ongoing",
    "",
  ]) func aTextWithMoreInItIsNoWholeDate(_ text: String) {
    #expect(DateReader.whole(text) == nil)
  }

  @Test func everyDateIsFoundInOrder() {
    let text =
      "From 11 October 2022 to 2/11/22, then 2022-12-13; March 2023 is a month; 31/11/23 is not; 14.5.2024."
    #expect(
      DateReader.all(in: text).map(\.iso) == [
        "2022-10-11", "2022-11-02", "2022-12-13", "2024-05-14",
      ])
  }

  @Test(arguments: [
    ("2-6 May 2022", ["2022-05-06"]),
    ("12-14/11/22", ["2022-11-14"]),
    ("2/11/22-9/11/22", ["2022-11-02", "2022-11-09"]),
    ("2 May 2022 – 6 May 2022", ["2022-05-02", "2022-05-06"]),
    ("Monday 2 to Friday 6 May 2022", ["2022-05-06"]),
  ]) func ofARangeThoseDaysAreReadThatAreWritten(_ text: String, _ isos: [String]) {
    #expect(DateReader.all(in: text).map(\.iso) == isos)
  }

  @Test func everyDayIsReadInEveryForm() throws {
    var date = try #require(PlainDate(year: 2023, month: 1, day: 1))
    for month in 1...12 {
      for day in 1...PlainDate.days(inMonth: month, of: 2023) {
        date = try #require(PlainDate(year: 2023, month: month, day: day))
        for text in [
          date.iso, date.inWords, "\(day)/\(month)/23", "\(date.weekday) \(date.inWords)",
        ] {
          #expect(DateReader.all(in: text) == [date], "\(text)")
        }
      }
    }
  }

  @Test func anyBytesAreReadWithoutHarm() {
    let pieces = [
      "11", "October", "2022", "/", ".", "-", " ", "th", "May", "'", "é", "of ", "0", "am",
    ]
    for seed in 0..<2_000 {
      var generator = SplitMix64(seed: UInt64(seed))
      let text = (0..<8).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      for date in DateReader.all(in: text) {
        #expect(PlainDate(iso: date.iso) == date, "\(text)")
      }
    }
  }
}
