import Foundation
import MattersArising
import MattersBlocks
import MattersEvaluation
import MattersTestSupport
import MattersTools
import Testing

@testable import MattersFormats

@Suite(.enabled(if: Tools.has(.pandoc), "pandoc is not installed"))
struct WordFormTests {
  @Test(
    arguments: [
      "2023-07-18-cesc-minutes-draft", "2024-01-16-cesc-information-requests-tracker",
      "2023-10-12-cabinet-report-scrutiny-response", "2024-01-16-cesc-task-and-finish-report",
    ], ["docx", "odt"])
  func givesTheSameRecords(name: String, form: String) async throws {
    try await Self.holdToGold(name, as: form)
  }

  /// Rich Text keeps a table's cells; the marks of its lists are not read as labels yet.
  @Test func aTrackerOfRichTextGivesTheSameRecords() async throws {
    try await Self.holdToGold("2024-01-16-cesc-information-requests-tracker", as: "rtf")
  }

  private static func holdToGold(_ name: String, as form: String) async throws {
    let folder = ProjectFiles.corpus.appending(path: "brackenmere/2023-24")
    let text = Array(try Data(contentsOf: folder.appending(path: "\(name).txt")))
    let page = HTMLMaker.page(try await PaperForm.read(name: "x", contents: text))
    let paper = try await PaperForm.read(name: "x", contents: await Tools.office(form, of: page))
    #expect(paper.converter?.hasPrefix("pandoc ") == true)
    let gold = Gold(ProjectFiles.text(folder.appending(path: "\(name).gold.jsonl")))
    let score = PaperScore(Pipeline.read(paper).printed, against: gold).accuracy.micro
    #expect(score[.f1] ?? 0 >= 0.98)
    #expect(score[.exact] ?? 0 >= 0.98)
    #expect(score[.values] ?? 0 >= 0.98)
  }

  @Test(arguments: ["docx", "odt"]) func keepsATablesHeadings(form: String) async throws {
    let page =
      "<table><thead><tr><th>Reference</th><th>Owner</th></tr></thead>"
      + "<tr><td>A1</td><td>Kit</td></tr></table>"
    let paper = try await PaperForm.read(
      name: "x", contents: await Tools.office(form, of: Array(page.utf8)))
    #expect(paper.blocks.map { paper.text($0) } == ["Reference Owner", "A1 Kit"])
  }

  @Test func aStandInOfRichTextEndsWhereItEnds() async throws {
    let text =
      #"{\rtf1\ansi\ansicpg1252\uc1 Cost: \u163?9,500 \\u9 and \'a37 \u8211\'96 no more.\par}"#
    let paper = try await PaperForm.read(name: "x", contents: Array(text.utf8))
    #expect(
      paper.blocks.map { paper.text($0) } == [
        "Cost: \u{A3}9,500 \\u9 and \u{A3}7 \u{2013} no more."
      ])
  }

  @Test func coveredCellsOfAnOpenDocumentKeepTheirPlace() async {
    let content =
      "<table:table-header-rows><table:table-row><table:covered-table-cell a=\"b\"/>"
      + "</table:table-row></table:table-header-rows><table:covered-table-cells/>"
    let plain = OpenDocumentTables.plain(Array(content.utf8))
    #expect(
      String(decoding: plain, as: UTF8.self)
        == "<table:table-row><table:table-cell a=\"b\"/></table:table-row><table:covered-table-cells/>"
    )
  }

  @Test func aBombIsGivenUp() async throws {
    let honest = ZipMaker.File(
      name: "word/document.xml", bytes: [UInt8](repeating: 0x20, count: 300 << 20),
      isDeflated: true)
    await #expect(throws: PaperFormError.self) {
      try await PaperForm.read(name: "x", contents: ZipMaker.zip([honest]))
    }
    var liar = honest
    liar.claimedSize = 100
    await #expect(throws: PaperFormError.self) {
      try await PaperForm.read(name: "x", contents: ZipMaker.zip([liar]))
    }
  }

  @Test func aContainerSaysWhatIsWrongWithIt() async {
    let other = ZipMaker.zip([ZipMaker.File(name: "a.txt", bytes: Array("words".utf8))])
    await #expect(throws: PaperFormError.container(isBroken: false)) {
      try await PaperForm.read(name: "x", contents: other)
    }
    await #expect(throws: PaperFormError.container(isBroken: true)) {
      try await PaperForm.read(name: "x", contents: Array(other.dropLast(10)))
    }
  }

  @Test func aLockedFileIsSaidToBeOne() async {
    let name = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), 0] }
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    await #expect(throws: PaperFormError.locked(form: "a Word or Excel file")) {
      try await PaperForm.read(name: "x", contents: old + [UInt8](repeating: 0, count: 600) + name)
    }
    await #expect(throws: PaperFormError.text(.notText(.oldOffice))) {
      try await PaperForm.read(name: "x", contents: old + [UInt8](repeating: 0, count: 600))
    }
  }

  @Test func everyListOfAContainerIsReadWithoutTrapping() async {
    var random = SplitMix64(seed: 7)
    let whole = WorkbookMaker.workbook([("Requests", [["a", "b"], ["c", "d"]])])
    for _ in 0..<2000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let at = max(0, bytes.count - 1 - Int.random(in: 0..<600, using: &random))
        bytes[at] = UInt8.random(in: 0...255, using: &random)
      }
      guard let zip = ZipDirectory(bytes) else { continue }
      _ = zip.form(of: bytes)
      for entry in zip.entries {
        _ = ZipPart.read(entry, of: bytes, limit: 1 << 16)
        _ = ZipPart.replacing(entry, with: [1, 2, 3], in: bytes, zip)
      }
    }
  }
}
