import MattersArising
import MattersBlocks
import MattersFormats
import MattersLinker
import MattersReports
import MattersTestSupport
import MattersTools
import Testing

@testable import MattersOffice

/// The real pack's appendix, written as a Word file and read again, cell by cell.
@Suite(
  .enabled(
    if: CorpusPapers.realPack != nil && OfficeFixture.has(.pandoc),
    "the real pack is not beside the project, or pandoc is not installed"))
struct RealAppendixTests {
  @Test func everyCellOfTheOriginalIsInTheWordFile() async throws {
    let pack = try #require(CorpusPapers.realPack)
    let meeting = try #require(PlainDate(iso: "2022-12-13"))
    let laid = CorpusPapers.laid([pack])
    let body = laid.lazy.compactMap(\.setting.body).first ?? ""
    let matters = MatterBuilder.build(body: body, records: laid).matters
      .filter { $0.kind == .request }
      .map { RegisteredMatter(reference: $0.keys[0], matter: $0) }
    let report = ProgressReport(body: body, meeting: meeting, matters: matters)
    let file = try await WordWriter.write(report.plain.choosing(ColumnChoice()))
    let paper = try await PaperForm.read(name: "appendix.docx", contents: file)
    let rows = paper.blocks.filter { $0.kind == .row }.map { row in
      paper.cells(row).map { paper.text($0) }
    }
    // The pack's own rows, as its tracker was read from the pack itself.
    let original = laid.compactMap { one -> [String]? in
      guard case .trackerEntry(let entry) = one.record.content else { return nil }
      return entry.cells
    }
    #expect(original.count == 4)
    expectSame(rows.filter { $0.first != ProgressReport.columns.first }, original)
  }
}
