import Foundation
import MattersArising
import MattersBlocks
import MattersReports
import MattersTestSupport
import MattersTools
import Testing

@testable import MattersFormats
@testable import MattersOffice

@Suite struct WorkbookWriterTests {
  private static func part(_ name: String, of file: [UInt8]) throws -> String {
    let zip = try #require(ZipDirectory(file))
    let entry = try #require(zip.entries.first { $0.name == name })
    return String(
      decoding: try #require(ZipPart.read(entry, of: file, limit: 1 << 24)), as: UTF8.self)
  }

  @Test func aSheetForEachTableWithAFrozenHeaderAndFilters() throws {
    let file = try WorkbookWriter.written(OfficeFixture.report())
    let book = try Self.part("xl/workbook.xml", of: file)
    #expect(book.contains("name=\"3 July 2023\""))
    #expect(book.contains("name=\"5 June 2023\""))
    let sheet = try Self.part("xl/worksheets/sheet1.xml", of: file)
    #expect(sheet.contains("state=\"frozen\""))
    #expect(sheet.contains("<autoFilter ref=\"A1:F3\""))
    #expect(sheet.contains("orientation=\"landscape\""))
    // 20 July 2023 is day 45127 of Excel's calendar: a number with the form of a day.
    #expect(sheet.contains("<v>45127</v>"))
    #expect(sheet.contains("PSC/23-24/IR1"))
  }

  @Test(.enabled(if: OfficeFixture.has(.xlsx2csv), "xlsx2csv is not installed"))
  func whatIsWrittenIsReadAgain() async throws {
    let file = try WorkbookWriter.written(OfficeFixture.report())
    let paper = try await PaperForm.read(name: "progress.xlsx", contents: file)
    let rows = paper.blocks.filter { $0.kind == .row }.map { row in
      paper.cells(row).map { paper.text($0) }
    }
    expectSame(rows[0].first, "Reference")
    expectSame(rows[1][0], "PSC/23-24/IR1")
    expectSame(rows[1][4], "2023-07-20")
    expectSame(paper.sheets.map(\.name), ["3 July 2023", "5 June 2023"])
  }

  @Test(arguments: [
    ("a/b: c?", "a b  c"), ("", "Sheet"),
    ("Communities and Environment Scrutiny Committee", "Communities and Environment Scr"),
  ]) func sheetsHaveNamesThatExcelTakes(_ words: String, _ name: String) {
    var names: Set<String> = []
    expectSame(WorkbookWriter.sheetName(words, besides: &names), name)
    let second = WorkbookWriter.sheetName(words, besides: &names)
    #expect(second != name && second.hasSuffix(" (2)") && second.utf16.count <= 31)
  }

  @Test func wordsThatExcelWouldRunStayWords() throws {
    let columns = [ReportColumn("a", "A")]
    let report = PlainReport(
      name: "r", title: "R", purpose: "",
      parts: [
        .grid(
          ReportGrid(
            caption: "C", columns: columns,
            entries: [ReportGrid.Entry([ReportCell("=1+1")]), .init([ReportCell("\u{1}x")])]))
      ], nothing: "")
    let sheet = try Self.part("xl/worksheets/sheet1.xml", of: WorkbookWriter.written(report))
    #expect(sheet.contains("<t>=1+1</t>"))
    #expect(!sheet.contains("<f>"))
    #expect(sheet.contains("<t>x</t>"))
  }

  @Test func aPlaceThatCannotBeWrittenIsNamed() {
    #expect(throws: OfficeError.notWritten(path: "/nowhere/a.xlsx")) {
      try WorkbookWriter.write(OfficeFixture.report(), to: "/nowhere/a.xlsx")
    }
  }

  @Test func whatIsMissingIsSaidInOneLine() throws {
    let error = #expect(throws: OfficeError.self) {
      _ = try WorkbookLibrary(names: ["libxlsxwriter-that-is-not-there.so"])
    }
    let words = try #require(error).explanation
    #expect(words.hasPrefix("an Excel workbook needs libxlsxwriter; install "))
    #expect(!words.contains("\n"))
  }
}
