import MattersText
import Testing

/// Times of day as papers write them.
@Suite struct TimeReaderTests {
  @Test(arguments: [
    ("2.00 pm", "14:00"),
    ("2pm", "14:00"),
    ("2.00pm", "14:00"),
    ("7.30 p.m.", "19:30"),
    ("10.30 AM", "10:30"),
    ("14:00", "14:00"),
    ("at 09:30 on", "09:30"),
    ("12.00 noon", "12:00"),
    ("12 noon", "12:00"),
    ("12 midday", "12:00"),
    ("12.30 pm", "12:30"),
    ("12.15 am", "00:15"),
    ("1400 hrs", "14:00"),
    ("1400 hours", "14:00"),
    ("14.00 hours", "14:00"),
    ("Time: 14.00", "14:00"),
    ("on Tuesday, 11 October 2022 at 2.00 pm", "14:00"),
    ("11.10.2022 at 10.00 a.m.", "10:00"),
    ("The meeting ended at 4.25 p.m", "16:25"),
    ("10.30 - 11.30 am", "10:30"),
    ("2.00 – 4.00 pm", "14:00"),
    ("10.30 to 1.00 pm", "10:30"),
    ("2-4pm", "14:00"),
    ("2 to 4 pm", "14:00"),
    ("Item 7 - 2.00 pm", "14:00"),
    ("2.00\u{A0}pm", "14:00"),
  ]) func aTimeIsRead(_ text: String, _ time: String) {
    #expect(TimeReader.first(in: text) == time)
  }

  @Test(arguments: [
    "", "noon", "11 October 2022", "Tuesday 11 October 2022", "11.10.2022", "2022", "3 amendments",
    "2 pmts", "24:00", "12:60", "25.00 pm", "0 pm", "£2.50 a head", "paragraph 2.10 of the report",
    "2022-23", "112/23", "1.23456", "7 noon", "1400", "12 members",
  ]) func whatIsNoTimeIsNotRead(_ text: String) {
    #expect(TimeReader.first(in: text) == nil)
  }

  @Test func everyMinuteOfTheDayIsRead() {
    for hour in 0..<24 {
      for minute in 0..<60 {
        let clock = (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
        let minutes = (minute < 10 ? "0" : "") + "\(minute)"
        let half = hour < 12 ? "am" : "pm"
        #expect(TimeReader.first(in: clock) == clock)
        #expect(TimeReader.first(in: "\((hour + 11) % 12 + 1).\(minutes) \(half)") == clock)
      }
    }
  }
}
