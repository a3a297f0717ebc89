import MattersRecords
import MattersTestSupport
import MattersText
import Testing

/// Records as JSON and back.
@Suite struct RoundTripTests {
  @Test(arguments: RecordKind.allCases) func whatIsWrittenIsReadBack(_ kind: RecordKind) throws {
    for salt in 0..<12 {
      let (record, _) = PaperRecord.filled(kind, salt: salt)
      let json = RecordWriter.object(record)
      let back = try #require(PaperRecord(json: json), "\(json)")
      expectSame(back, record)
      #expect(RecordWriter.object(back) == json)
    }
  }

  @Test(arguments: RecordKind.allCases) func anEmptyRecordIsReadBack(_ kind: RecordKind) throws {
    let record = PaperRecord(
      id: RecordID("x"), lines: LineRange(1, 1), content: RecordBody(empty: kind))
    expectSame(try #require(PaperRecord(json: RecordWriter.object(record))), record)
  }

  @Test(arguments: RecordKind.allCases) func keysAreInTheOrderOfTheFields(_ kind: RecordKind) throws
  {
    let (record, keys) = PaperRecord.filled(kind)
    let json = RecordWriter.object(record)
    #expect(json.hasPrefix("{\"kind\":\"\(kind.rawValue)\",\"id\":\""))
    var rest = json[...]
    for key in ["kind", "id", "lines"] + keys {
      let found = try #require(rest.firstRange(of: "\"\(key)\":"), "\(key) in \(rest)")
      rest = rest[found.upperBound...]
    }
    #expect(Set(keys).count == keys.count)
    #expect(Array(keys.suffix(4)) == ["access", "exempt_paragraph", "certainty", "because"])
  }

  @Test(arguments: RecordKind.allCases) func aRecordIsOneLineWithoutControlCharacters(
    _ kind: RecordKind
  ) {
    var writer = RecordWriter()
    writer.write(PaperRecord.filled(kind).record)
    writer.write(PaperRecord.filled(kind, salt: 1).record)
    #expect(writer.bytes.count { $0 == 0x0A } == 2)
    #expect(writer.bytes.last == 0x0A)
    #expect(!writer.bytes.contains { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F })
  }

  @Test func whatIsNotThereIsLeftOut() {
    var vote = Vote()
    vote.against = 0
    vote.mover = ""
    let record = PaperRecord(id: RecordID("vote-1"), lines: LineRange(4, 4), content: .vote(vote))
    expectSame(
      RecordWriter.object(record),
      #"{"kind":"vote","id":"vote-1","lines":[4,4],"against":0,"certainty":"certain"}"#)
  }

  @Test(arguments: [
    "", "{}", "[]", #"{"kind":"vote"}"#,
    #"{"kind":"song","id":"x","lines":[1,1],"certainty":"certain"}"#,
    #"{"kind":"vote","id":"x","lines":[1],"certainty":"certain"}"#,
    #"{"kind":"vote","id":"x","lines":[1,1.5],"certainty":"certain"}"#,
    #"{"kind":"vote","id":"x","lines":[1,1]}"#,
    #"{"kind":"vote","id":"x","lines":[1,1],"certainty":"sure"}"#,
    #"{"kind":"minute","id":"x","lines":[1,1],"certainty":"certain","number":"1"}"#,
    #"{"kind":"minute","id":"x","lines":[1,1],"certainty":"certain","number":"1","title":1}"#,
  ]) func whatIsNoRecordIsNotRead(_ json: String) {
    #expect(PaperRecord(json: json) == nil)
  }

  @Test func anUnknownKeyIsPassedOver() throws {
    let json = #"{"colour":{"a":[1]},"kind":"vote","id":"x","lines":[1,1],"certainty":"certain"}"#
    #expect(try #require(PaperRecord(json: json)).content == .vote(Vote()))
  }
}
