import MattersText
import Testing

/// Files that people hand over where text is meant.
@Suite struct FileKindTests {
  @Test(arguments: [
    (Array("%PDF-1.7\nstream".utf8), FileKind.pdf),
    ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], .zip),
    ([0x50, 0x4B, 0x05, 0x06, 0x00, 0x00], .zip),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0x00], .oldOffice),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], .image),
    ([0xFF, 0xD8, 0xFF, 0xE0], .image),
    (Array("GIF89a".utf8), .image),
    ([0x49, 0x49, 0x2A, 0x00, 0x08], .image),
    ([0x4D, 0x4D, 0x00, 0x2A, 0x08], .image),
    (Array("{\\rtf1\\ansi The Committee}".utf8), .richText),
    ([0x1F, 0x8B, 0x08], .compressed),
    (Array("BZh91AY".utf8), .compressed),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .compressed),
    (Array("SQLite format 3\u{0}".utf8), .sqlite),
    ([0x01, 0x02, 0x03, 0x04, 0xFF, 0xFE, 0xFD], .binary),
    ([0x00, 0x01, 0x00, 0x02, 0x80, 0x00, 0x00, 0x05], .binary),
  ]) func whatIsNoTextIsRefusedByItsKind(_ contents: [UInt8], _ kind: FileKind) {
    #expect(throws: SourceTextError.notText(kind)) {
      try SourceText(name: "test", contents: contents)
    }
  }

  @Test(arguments: ["%PDF is a format", "PK", "GIF", "BZ", "{rtf}", "II*", "SQLite"])
  func wordsThatBeginLikeAKindAreText(_ words: String) throws {
    let source = try SourceText(name: "test", contents: Array(words.utf8))
    #expect(source.bytes == Array(words.utf8))
  }

  @Test(arguments: FileKind.allCases) func aRefusalIsOneLineAndSaysWhatToDo(_ kind: FileKind) {
    let explanation = SourceTextError.notText(kind).explanation
    #expect(explanation == "\(kind.name), not text; \(kind.advice)")
    #expect(!explanation.contains("\n"))
    #expect(!kind.advice.isEmpty)
  }

  @Test func everyKindHasItsOwnName() {
    #expect(Set(FileKind.allCases.map(\.name)).count == FileKind.allCases.count)
  }
}
