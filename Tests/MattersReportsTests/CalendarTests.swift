import MattersArising
import MattersLinker
import MattersReports
import MattersTestSupport
import Testing

/// Due dates as tasks of a calendar.
@Suite struct CalendarTests {
  @Test func eachDueDateIsATask() throws {
    let scope = try PlainReportTests.scope()
    let report = ActionsReport.make(
      PlainReportTests.matters.filter { $0.matter.kind == .action }, scope)
    let lines = report.calendar(on: scope.asOf).split(separator: "\r\n").map(String.init)
    #expect(lines.first == "BEGIN:VCALENDAR")
    #expect(lines.contains("DUE;VALUE=DATE:20231201"))
    #expect(lines.contains("STATUS:NEEDS-ACTION"))
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    let unfolded = report.calendar(on: scope.asOf).replacing("\r\n ", with: "")
    #expect(unfolded.contains("recommendations to the Cabinet Member by 1 December 2023."))
    #expect(unfolded.split(separator: "BEGIN:VTODO").count == 2)
  }

  @Test func whatIsOnlyWorkedOutSaysSo() throws {
    let scope = try PlainReportTests.scope(year: 2023)
    let report = RecommendationsReport.make(
      PlainReportTests.matters.filter { $0.matter.kind == .recommendation }, scope)
    let text = report.calendar(on: scope.asOf).replacing("\r\n ", with: "")
    #expect(text.contains("The day is estimated from the meeting."))
    #expect(text.contains("STATUS:CANCELLED"))
  }
}
