import Foundation
import MattersArising
import MattersReports
import MattersTools

/// A small report with all that an office file has to keep.
enum OfficeFixture {
  static func report(rows: Int = 2) -> PlainReport {
    let columns = [
      ReportColumn("request", "Information Request", weight: 30),
      ReportColumn("response", "Response", weight: 30), ReportColumn("status", "Status"),
      ReportColumn("updated", "Date updated"), ReportColumn("days_open", "Days open"),
    ]
    func grid(_ heading: String, _ count: Int) -> ReportGrid {
      ReportGrid(
        heading: heading, caption: "Requests of \(heading)", columns: columns,
        entries: (0..<count).map { index in
          ReportGrid.Entry(
            [
              ReportCell("(a) A list of <ponds> & ducks."), ReportCell("Line one\nline two"),
              ReportCell("✓", spoken: "✓ Completed"), ReportCell(PlainDate(iso: "2023-07-20")),
              ReportCell(17),
            ], reference: "PSC/23-24/IR\(index + 1)")
        })
    }
    return PlainReport(
      name: "progress", title: "Ponds Scrutiny Committee: progress on information requests",
      purpose: "For the meeting on 2 October 2023, as it stands before the meeting opens.",
      parts: [.grid(grid("3 July 2023", rows)), .grid(grid("5 June 2023", 1))],
      nothing: "There is nothing.")
  }

  /// Whether some tools are there; where all tests must run they have to be.
  static func has(_ tools: Tool...) -> Bool {
    ProcessInfo.processInfo.environment["CI"] == "true" || tools.allSatisfy { ToolRunner.has($0) }
  }
}
