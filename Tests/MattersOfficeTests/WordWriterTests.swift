import Foundation
import MattersArising
import MattersBlocks
import MattersReports
import MattersTestSupport
import MattersTools
import Testing

@testable import MattersFormats
@testable import MattersOffice

@Suite(.enabled(if: OfficeFixture.has(.pandoc), "pandoc is not installed"))
struct WordWriterTests {
  private static func part(_ name: String, of file: [UInt8]) throws -> String {
    let zip = try #require(ZipDirectory(file))
    let entry = try #require(zip.entries.first { $0.name == name })
    return String(
      decoding: try #require(ZipPart.read(entry, of: file, limit: 1 << 24)), as: UTF8.self)
  }

  @Test func tablesAreRealAndTheirHeaderRepeats() async throws {
    let file = try await WordWriter.write(OfficeFixture.report())
    let document = try Self.part("word/document.xml", of: file)
    #expect(document.split(separator: "<w:tbl>").count == 3)
    #expect(document.split(separator: "<w:tblHeader").count == 3)
    #expect(document.contains("w:orient=\"landscape\""))
    #expect(document.contains("A list of &lt;ponds&gt; &amp; ducks."))
    #expect(document.contains("✓ Completed"))
    #expect(document.contains("<w:footerReference"))
    #expect(try Self.part("word/styles.xml", of: file).contains("w:val=\"en-GB\""))
  }

  @Test func whatIsWrittenIsReadAgain() async throws {
    let file = try await WordWriter.write(OfficeFixture.report())
    let paper = try await PaperForm.read(name: "progress.docx", contents: file)
    let rows = paper.blocks.filter { $0.kind == .row }.map { row in
      paper.cells(row).map { paper.text($0) }
    }
    expectSame(
      rows[1],
      [
        "(a) A list of <ponds> & ducks.", "Line one line two", "✓ Completed", "20 July 2023", "17",
      ])
    #expect(rows.count == 5)
    #expect(
      paper.blocks.contains {
        $0.kind == .heading && paper.text($0).hasPrefix("Ponds Scrutiny Committee: progress")
      })
  }

  @Test func aChartIsDrawnInATable() async throws {
    var report = OfficeFixture.report()
    report.parts.insert(
      .chart(
        ReportChart(
          title: "What became of the ducks", unit: "ducks",
          bars: [.init("Fed", 12), .init("Not fed", 0)])), at: 0)
    let file = try await WordWriter.write(report)
    let document = try Self.part("word/document.xml", of: file)
    #expect(document.contains("What became of the ducks"))
    #expect(document.contains("<w:rStyle w:val=\"ChartBar\" />"))
    #expect(document.contains(">12</w:t>"))
    #expect(try Self.part("word/styles.xml", of: file).contains("w:fill=\"1D5F8A\""))
  }

  @Test func aCouncilsTemplateIsTaken() async throws {
    let template = FileManager.default.temporaryDirectory
      .appending(path: "template-\(UUID().uuidString).docx")
    defer { try? FileManager.default.removeItem(at: template) }
    let portrait = try Self.portrait()
    try Data(portrait).write(to: template)
    let file = try await WordWriter.write(OfficeFixture.report(), template: template.path)
    let document = try Self.part("word/document.xml", of: file)
    #expect(document.contains("w:w=\"11907\""))
    #expect(!document.contains("landscape"))
  }

  /// The reference document on paper that stands upright.
  private static func portrait() throws -> [UInt8] {
    let own = WordReference.file
    let zip = try #require(ZipDirectory(own))
    return ZipFile.file(
      try zip.entries.map { entry in
        let text = try part(entry.name, of: own)
        return (
          entry.name,
          text.replacing(
            "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>",
            with: "<w:pgSz w:w=\"11907\" w:h=\"16839\"/>")
        )
      })
  }

  /// A council's file has its own styles and none of those that only pandoc names.
  @Test func aTemplateGetsTheStylesThatItLacks() throws {
    let own = WordReference.file
    let zip = try #require(ZipDirectory(own))
    let entry = try #require(zip.entries.first { $0.name == "word/styles.xml" })
    let bare = """
      <w:styles xmlns:w="x"><w:style w:type="paragraph" w:styleId="Heading1">\
      <w:name w:val="heading 1"/><w:rPr><w:color w:val="7A003C"/></w:rPr></w:style></w:styles>
      """
    let house = ZipPart.replacing(entry, with: Array(bare.utf8), in: own, zip)
    let styles = try Self.part("word/styles.xml", of: try #require(WordTemplate.completed(house)))
    for (id, _, _) in WordReference.needed {
      #expect(styles.split(separator: "w:styleId=\"\(id)\"").count == 2, "\(id)")
    }
    #expect(styles.contains("7A003C"))
    #expect(styles.hasSuffix("</w:styles>"))
    // What has them all stays as it is, and so does the rest of what had not.
    expectSame(WordTemplate.completed(own), own)
    expectSame(
      try Self.part("word/footer1.xml", of: try #require(WordTemplate.completed(house))),
      try Self.part("word/footer1.xml", of: own))
  }

  @Test func aTemplateThatIsNoneIsNamed() async throws {
    await #expect(throws: OfficeError.templateUnreadable(path: "/nowhere/house.docx")) {
      try await WordWriter.write(OfficeFixture.report(), template: "/nowhere/house.docx")
    }
    let text = FileManager.default.temporaryDirectory
      .appending(path: "template-\(UUID().uuidString).docx")
    defer { try? FileManager.default.removeItem(at: text) }
    try Data("no Word file".utf8).write(to: text)
    await #expect(throws: OfficeError.templateNotWord(path: text.path)) {
      try await WordWriter.write(OfficeFixture.report(), template: text.path)
    }
  }

  @Test func whatIsMissingIsSaidInOneLine() {
    let error = OfficeError(ToolError.missing, .pandoc)
    #expect(error.explanation.hasPrefix("a Word file needs pandoc; install "))
    #expect(!error.explanation.contains("\n"))
  }
}
