import Foundation
import MattersArising
import MattersLinker
import MattersTestSupport
import Testing

/// A council's own times for an answer, and what moves them.
@Suite struct LocalDueTests {
  private static let asked = Pond.build([
    Pond.request("A list of the ponds without ducks.", on: "2023-07-03")
  ]).matters[0]

  private static func settings(
    _ length: String, from: String? = nil, to: String? = nil
  ) throws -> CouncilSettings {
    let bounds = [from.map { #","from":"\#($0)""# }, to.map { #","to":"\#($0)""# }]
      .compactMap { $0 }.joined()
    let text = """
      {"name":"Tarn Council","nation":"england","clock":[{"name":"our rule","applies_to":"request","base":"meeting",
      "length":"\(length)"\(bounds)}]}
      """
    return try JSONDecoder().decode(CouncilSettings.self, from: Data(text.utf8))
  }

  private static func meeting(
    _ day: String, _ status: String = "planned", _ reason: String? = nil
  ) throws -> MeetingCalendar.Day {
    MeetingCalendar.Day(
      body: "Ponds Committee", date: try #require(PlainDate(iso: day)), status: status,
      reason: reason, source: "calendar")
  }

  @Test func theNextMeetingIsTheDayAndACancelledOneMovesItWithItsReason() throws {
    let rule = try Self.settings("next meeting")
    let planned = MeetingCalendar([try Self.meeting("2023-09-04"), try Self.meeting("2023-11-06")])
    let due = try #require(LocalDue(Self.asked, rule, planned))
    expectSame(due.lastDay.iso, "2023-09-04")
    expectSame(due.moved, [])
    let off = MeetingCalendar([
      try Self.meeting("2023-09-04", "cancelled", "the hall was flooded"),
      try Self.meeting("2023-11-06"),
    ])
    let later = try #require(LocalDue(Self.asked, rule, off))
    expectSame(later.lastDay.iso, "2023-11-06")
    expectSame(later.moved.map(\.from.iso), ["2023-09-04"])
    expectSame(
      later.moved.map(\.because), ["the meeting was cancelled: the hall was flooded"])
    // Without a meeting to come there is no day.
    #expect(LocalDue(Self.asked, rule, MeetingCalendar([])) == nil)
  }

  @Test func aRuleHoldsOnlyWhileItIsInForce() throws {
    let calendar = MeetingCalendar([])
    expectSame(
      try LocalDue(Self.asked, Self.settings("28 days", from: "2023-07-03"), calendar)?.lastDay.iso,
      "2023-07-31")
    #expect(
      try LocalDue(Self.asked, Self.settings("28 days", from: "2023-07-04"), calendar) == nil)
    #expect(try LocalDue(Self.asked, Self.settings("28 days", to: "2023-07-02"), calendar) == nil)
  }

  @Test func pastTheKnownBankHolidaysItSaysSo() throws {
    var late = Self.asked
    late.raised = PlainDate(iso: "2027-12-20")
    let calendar = MeetingCalendar([])
    let due = try #require(LocalDue(late, try Self.settings("20 working days"), calendar))
    expectSame(
      due.caution, "bank holidays are known for 2012 to 2027 only; the day may be later")
    let known = try #require(LocalDue(Self.asked, try Self.settings("20 working days"), calendar))
    #expect(known.caution == nil)
    expectSame(known.lastDay.iso, "2023-07-31")
  }

  @Test func aDueDateThatMovesKeepsWhereItWas() throws {
    func row(_ due: String, laidOn day: String) -> LaidRecord {
      var content = TrackerEntry()
      (content.meetingDate, content.state) = ("2023-07-03", .pending)
      (content.text, content.due) = ("A list of the ponds without ducks.", due)
      return Pond.laid(.trackerEntry(content), "row", on: day, in: "tracker")
    }
    let matter = Pond.build([
      Pond.request("A list of the ponds without ducks.", on: "2023-07-03"),
      row("2023-09-04", laidOn: "2023-08-07"), row("2023-09-04", laidOn: "2023-09-04"),
      row("2023-12-04", laidOn: "2023-11-06"),
    ]).matters[0]
    expectSame(
      matter.dueHistory.map { "\($0.due) since \($0.since.iso)" },
      ["2023-09-04 since 2023-08-07", "2023-12-04 since 2023-11-06"])
  }
}
