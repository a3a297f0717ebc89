import Foundation
import MattersArising
import MattersBlocks
import MattersEvaluation
import MattersTestSupport
import MattersTools
import Testing

@testable import MattersFormats

@Suite(.enabled(if: Tools.has(.pdftotext), "pdftotext is not installed: poppler-utils"))
struct PDFFormTests {
  @Test(arguments: ["2023-07-18-cesc-minutes-draft", "2023-11-14-cesc-minutes-draft"])
  func minutesGiveTheSameRecords(name: String) async throws {
    let folder = ProjectFiles.corpus.appending(path: "brackenmere/2023-24")
    let text = ProjectFiles.text(folder.appending(path: "\(name).txt"))
    let paper = try await PaperForm.read(name: "x", contents: PDFMaker.pdf(text: text))
    #expect(paper.converter?.hasPrefix("pdftotext ") == true)
    let gold = Gold(ProjectFiles.text(folder.appending(path: "\(name).gold.jsonl")))
    let score = PaperScore(Pipeline.read(paper).printed, against: gold).accuracy.micro
    #expect(score[.f1] ?? 0 >= 0.98)
    #expect(score[.exact] ?? 0 >= 0.98)
    #expect(score[.values] ?? 0 >= 0.98)
  }

  @Test(
    arguments: [
      "2024-01-16-cesc-information-requests-tracker", "2024-02-08-cabinet-minutes",
      "2023-10-12-cabinet-report-scrutiny-response",
    ], [PDFPrinter.Style.allCases[0]])
  func tablesGiveTheSameRecords(name: String, style: PDFPrinter.Style) async throws {
    let folder = ProjectFiles.corpus.appending(path: "brackenmere/2023-24")
    let text = Array(try Data(contentsOf: folder.appending(path: "\(name).txt")))
    let printed = PDFPrinter.pdf(try await PaperForm.read(name: "x", contents: text), style)
    let paper = try await PaperForm.read(name: "x", contents: printed)
    let gold = Gold(ProjectFiles.text(folder.appending(path: "\(name).gold.jsonl")))
    let score = PaperScore(Pipeline.read(paper).printed, against: gold).accuracy.micro
    #expect(score[.f1] ?? 0 >= 0.98)
    #expect(score[.values] ?? 0 >= 0.98)
  }

  @Test func aScanIsSaidToBeOne() async {
    await #expect(throws: PaperFormError.noWords(form: PDFForm.name)) {
      try await PaperForm.read(name: "x", contents: PDFMaker.pdf([[], []]))
    }
  }

  @Test func aScannedPageAmongOthersIsNamed() async throws {
    let paper = try await PaperForm.read(
      name: "x", contents: PDFMaker.pdf([["One"], [], ["Three"], []]))
    #expect(paper.diagnostics.map(\.id) == Array(repeating: "pdf.page_without_words", count: 2))
    #expect(paper.diagnostics.map { $0.message.prefix(6) } == ["page 2", "page 4"])
  }

  @Test func aLockedFileIsSaidToBeOne() async {
    let lock =
      "/Encrypt << /Filter /Standard /V 1 /R 2 /O (\(String(repeating: "a", count: 32))) "
      + "/U (\(String(repeating: "b", count: 32))) /P -4 >> /ID [<00> <00>]"
    await #expect(throws: PaperFormError.locked(form: PDFForm.name)) {
      try await PaperForm.read(name: "x", contents: PDFMaker.pdf([["Secret"]], extra: lock))
    }
  }

  @Test func aFileCutShortIsSaidToBeBroken() async {
    await #expect(throws: PaperFormError.self) {
      try await PaperForm.read(name: "x", contents: Array(PDFMaker.pdf([["Words"]]).prefix(200)))
    }
  }

  @Test func isKnownByItsContentAlone() async throws {
    let contents = Array("\u{FEFF}junk\n".utf8) + PDFMaker.pdf([["Words"]])
    #expect(PDFForm.fits(contents))
    #expect(!PDFForm.fits(Array("A PDF begins with %PDF and a dash.".utf8)))
  }
}
