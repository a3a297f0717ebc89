import MattersReports
import MattersTestSupport
import Testing

@Suite struct WriterTests {
  static let table = ReportTable(
    caption: "Ponds & ducks", columns: ["Pond", "Note"],
    rows: [["Mill | Race", "two\nlines"], ["=1+1", "\"quoted\", with comma"], ["- dash", "-1"]])

  @Test func csvQuotesAndKeepsFormulasWords() {
    expectSame(
      CSVWriter.table(Self.table),
      "Pond,Note\r\nMill | Race,\"two\nlines\"\r\n'=1+1,\"\"\"quoted\"\", with comma\"\r\n- dash,'-1\r\n"
    )
  }

  @Test func markdownEscapesItsMarks() {
    expectSame(
      MarkdownWriter.table(Self.table),
      """
      | Pond | Note |
      | --- | --- |
      | Mill \\| Race | two<br>lines |
      | =1+1 | "quoted", with comma |
      | - dash | -1 |

      """)
  }

  @Test func htmlHasHeadersACaptionAndNothingToRun() {
    let html = HTMLWriter.page(title: "A <b>", body: HTMLWriter.table(Self.table))
    #expect(html.contains("<th scope=\"col\" role=\"columnheader\">Pond</th>"))
    #expect(html.contains("<caption>Ponds &amp; ducks</caption>"))
    #expect(html.contains("<td role=\"cell\" data-label=\"Note\">two<br>lines</td>"))
    #expect(html.contains("<title>A &lt;b&gt;</title>"))
    #expect(!html.contains("<script"))
  }

  /// A reference stays whole where lines of the cell stand below it.
  @Test func aReferenceIsNotCut() {
    let narrow = ReportTable(
      caption: "", columns: ["Reference, raised", "Request", "Response"],
      rows: [
        [
          "OX/PSC/23-24/IR01\n2024-06-04\n27 days", String(repeating: "a list of ponds ", count: 9),
          String(repeating: "there are none ", count: 9),
        ]
      ])
    #expect(TerminalWriter.table(narrow, width: 60).contains("OX/PSC/23-24/IR01 "))
  }

  @Test(arguments: [40, 60, 80, 120]) func terminalTablesFitTheirWidth(_ width: Int) {
    let long = ReportTable(
      caption: "", columns: ["Reference", "Request"],
      rows: [["PSC/23-24/IR01", String(repeating: "a list of ponds ", count: 20)]])
    let lines = TerminalWriter.table(long, width: width).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= width })
    #expect(lines.count > 3)
    #expect(lines.contains { $0.contains("PSC/23-24/IR01") })
  }
}
