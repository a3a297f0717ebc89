import MattersTestSupport
import MattersText
import Testing

/// Bytes in the encodings that papers arrive in.
@Suite struct DecodingTests {
  private static let words = "Siân’s – £150,000 “dimmed”\nLlŷr 🏛"

  private static func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
    ((mark ? "\u{FEFF}" : "") + text).utf16.flatMap {
      let (high, low) = (UInt8($0 >> 8), UInt8($0 & 0xFF))
      return bigEndian ? [high, low] : [low, high]
    }
  }

  private static func read(_ contents: [UInt8]) throws -> (text: String, encoding: SourceEncoding) {
    let source = try SourceText(name: "test", contents: contents)
    return (String(decoding: source.bytes, as: UTF8.self), source.encoding)
  }

  @Test func utf8IsTakenAsItIs() throws {
    let read = try Self.read(Array(Self.words.utf8))
    #expect(read == (Self.words, .utf8))
  }

  @Test func aByteOrderMarkIsNoLetter() throws {
    let read = try Self.read([0xEF, 0xBB, 0xBF] + Array(Self.words.utf8))
    #expect(read == (Self.words, .utf8))
  }

  @Test func whatTakesNoRoomIsNoLetter() throws {
    let read = try Self.read(
      Array("\u{FEFF}1.\u{200B} Apo\u{AD}logies\u{200B}\nMay\u{200B}2024 \u{2060}noted".utf8))
    #expect(read == ("1. Apologies\nMay 2024 noted", .utf8))
  }

  @Test(arguments: [false, true]) func utf16WithAMark(_ bigEndian: Bool) throws {
    let read = try Self.read(Self.utf16(Self.words, bigEndian: bigEndian, mark: true))
    #expect(read == (Self.words, bigEndian ? .utf16BigEndian : .utf16LittleEndian))
  }

  @Test(arguments: [false, true]) func utf16WithoutAMark(_ bigEndian: Bool) throws {
    let text = "Minutes of the meeting held at 2.00 pm – £5"
    let read = try Self.read(Self.utf16(text, bigEndian: bigEndian, mark: false))
    #expect(read == (text, bigEndian ? .utf16BigEndian : .utf16LittleEndian))
  }

  @Test func longUTF16WithoutAMark() throws {
    let text = String(repeating: "Minutes of the meeting. ", count: 10_000)
    let read = try Self.read(Self.utf16(text, bigEndian: false, mark: false))
    #expect(read == (text, .utf16LittleEndian))
  }

  @Test func utf16ThatIsCutOffInALetter() throws {
    let whole = Self.utf16("Minutes 🏛", bigEndian: false, mark: true)
    #expect(try Self.read(whole.dropLast()).text == "Minutes \u{FFFD}")
    #expect(try Self.read(whole.dropLast(2)).text == "Minutes \u{FFFD}")
  }

  @Test func windows1252() throws {
    let bytes: [UInt8] =
      Array("O".utf8) + [0x92] + Array("Brien, ".utf8) + [0x93] + Array("caf".utf8) + [0xE9, 0x94]
      + Array(" at ".utf8) + [0xA3] + Array("5 ".utf8) + [0x96, 0x80]
    let read = try Self.read(bytes)
    #expect(read == ("O’Brien, “café” at £5 –€", .windows1252))
  }

  @Test func theHolesOfWindows1252AreNoLetters() throws {
    let read = try Self.read(Array("caf".utf8) + [0xE9, 0x20, 0x81, 0x8D, 0x8F, 0x90, 0x9D])
    #expect(read.text == "café " + String(repeating: "\u{FFFD}", count: 5))
  }

  @Test func utf8ThatIsCutOffInALetterStaysUTF8() throws {
    let whole = Array("“Sian” – the Chair’s casting vote…".utf8)
    let read = try Self.read(whole.dropLast())
    #expect(read == ("“Sian” – the Chair’s casting vote\u{FFFD}", .damagedUTF8))
  }

  @Test func nulCharactersAreTakenOut() throws {
    let text = "The Committee considered a report on street lighting, and what it costs."
    var bytes = Array(text.utf8)
    bytes.insert(0, at: 13)
    #expect(try Self.read(bytes) == (text, .utf8))
    let wide = Self.utf16("The \u{0}Committee", bigEndian: true, mark: true)
    #expect(try Self.read(wide) == ("The Committee", .utf16BigEndian))
  }

  @Test(arguments: [[], [0xEF, 0xBB, 0xBF], Array(" \n\t\r\n \u{0C}".utf8), [0xFF, 0xFE]])
  func nothingButWhiteSpaceIsNoPaper(_ contents: [UInt8]) {
    #expect(throws: SourceTextError.empty) { try SourceText(name: "test", contents: contents) }
  }

  @Test func anyBytesGiveTextOrARefusal() {
    for seed in 0..<200 {
      var generator = SplitMix64(seed: UInt64(seed))
      let bytes = (0..<Int.random(in: 0..<300, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      guard let source = try? SourceText(name: "test", contents: bytes) else { continue }
      #expect(String(validating: source.bytes, as: UTF8.self) != nil, "seed \(seed)")
      #expect(!source.bytes.contains(0), "seed \(seed)")
    }
  }
}
