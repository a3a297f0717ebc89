import Foundation
import GRDB
import MattersRecords
import MattersRegister
import Testing

/// What the register keeps of a file that a tool took the text out of.
@Suite struct ConvertedPaperTests {
  @Test func theSameFileIsUnchangedThoughAnotherVersionGivesAnotherText() throws {
    let folder = try RegisterTests.Folder()
    let register = try Register(folder.register, for: .creating)
    func document(_ text: String, by converter: String) -> RegisterDocument {
      var document = RegisterDocument(
        name: "pack.pdf", text: Array(text.utf8), encoding: "UTF-8", lineCount: 1,
        unclaimedLines: 0, records: [], links: [])
      document.conversion = .init(converter: converter, file: Array("%PDF-1.7".utf8))
      return document
    }
    #expect(try register.store(document("Ducks", by: "pdftotext 22.12.0")) == .stored)
    #expect(
      try register.store(document("Ducks ", by: "pdftotext 25.1.0")) == .unchanged(name: "pack.pdf")
    )
    let database = try DatabaseQueue(path: folder.register)
    let kept = try database.read {
      try String.fetchAll($0, sql: "SELECT converter FROM document")
    }
    #expect(kept == ["pdftotext 22.12.0"])
  }
}
