import CustomDump
import Foundation
import MattersArising
import MattersLinker
import MattersReports
import MattersTestSupport
import Testing

/// The report of the fictional year's last meeting, read by eye and kept beside its papers.
@Suite struct GoldenReportTests {
  @Test func theLastReportOfTheYearIsTheGoldenOne() throws {
    let body = "Communities and Environment Scrutiny Committee"
    let meeting = try #require(PlainDate(iso: "2024-03-12"))
    let report = ProgressReport(
      body: body, meeting: meeting, matters: ProgressReportTests.matters)
    let golden = ProjectFiles.corpus
      .appending(path: "brackenmere/2023-24/2024-03-12-progress-report.expected")
    if ProcessInfo.processInfo.environment["MATTERS_RECORD"] == "1" {
      try Data(report.markdown.utf8).write(to: golden)
      Issue.record("recorded \(golden.lastPathComponent); read it, then run without MATTERS_RECORD")
      return
    }
    expectNoDifference(report.markdown, ProjectFiles.text(golden))
  }
}
