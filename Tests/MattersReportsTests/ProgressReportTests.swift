import MattersArising
import MattersLinker
import MattersReports
import MattersTestSupport
import Testing

/// Which rows a meeting is shown, over the fictional year.
@Suite struct ProgressReportTests {
  static let body = "Communities and Environment Scrutiny Committee"

  static let matters: [RegisteredMatter] = {
    let own = CorpusPapers.laid(CorpusPapers.brackenmere).filter {
      BodyKey($0.setting.body ?? "") == BodyKey(body)
    }
    return MatterBuilder.build(body: body, records: own).matters.filter { $0.kind == .request }
      .map { RegisteredMatter(reference: $0.keys[0], matter: $0) }
  }()

  private static func report(_ day: String, issued: Set<String> = []) throws -> ProgressReport {
    let meeting = try #require(PlainDate(iso: day))
    return ProgressReport(body: body, meeting: meeting, matters: matters, issued: issued)
  }

  @Test func newestMeetingsComeFirst() throws {
    let dates = try Self.report("2024-03-12").groups.compactMap(\.date)
    #expect(dates == dates.sorted(by: >))
    #expect(dates.first?.iso == "2024-01-16")
  }

  @Test func aRequestOfTheMeetingItselfIsNotThere() throws {
    let rows = try Self.report("2024-03-12").table.rows
    #expect(!rows.contains { $0[1].contains("fly-tipping") })
    let later = try Self.report("2024-05-14").table.rows
    #expect(later.contains { $0[1].contains("fly-tipping") })
  }

  @Test func whatNeverReachedTheTrackerGetsARow() throws {
    let row = try #require(
      Self.report("2024-03-12").table.rows.first { $0[1].contains("repeat flooding sites") })
    #expect(
      row == [
        "Surface Water Flooding and Gully Cleansing CESC 18th July 2023",
        "(b) A map of the repeat flooding sites reported to the council since 2020.", "",
        "Response pending.", "", "",
      ])
  }

  @Test func completedIsTickedAndThenDropped() throws {
    let shown = try #require(
      Self.report("2024-03-12").table.rows.first { $0[1].contains("Visitor counts") })
    #expect(shown[4] == "✓")
    #expect(
      try !Self.report("2024-05-14").table.rows.contains { $0[1].contains("Visitor counts") })
  }

  @Test func anIssuedReportDropsWhatItShowed() throws {
    let meeting = "2024-05-14"
    let before = try Self.report(meeting)
    let completed = before.groups.flatMap(\.items).filter(\.isCompleted).map(\.reference)
    try #require(!completed.isEmpty)
    let after = try Self.report(meeting, issued: Set(completed))
    #expect(after.groups.flatMap(\.items).allSatisfy { !$0.isCompleted })
    #expect(after.table.rows.count == before.table.rows.count - completed.count)
  }

  @Test func everyFormSaysTheSameRows() throws {
    let report = try Self.report("2024-03-12")
    let count = report.table.rows.count
    #expect(count > 5)
    #expect(JSONValue(report.json)?["groups"]?.elements?.count == report.groups.count)
    #expect(report.html.split(separator: "<tr role=").count - 1 == count + report.groups.count)
    #expect(report.html.contains("✓ Completed"))
    #expect(
      report.csv.hasPrefix(
        "Subject & Date,Information Request,Department Responsible,Response,Status,Date updated\r\n"
      ))
  }
}
