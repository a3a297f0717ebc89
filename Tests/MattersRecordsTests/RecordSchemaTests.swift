import MattersRecords
import MattersText
import Testing

/// The schema says what the writer writes.
@Suite struct RecordSchemaTests {
  @Test(arguments: RecordKind.allCases) func aSchemaIsJSONAndKnowsEveryKey(_ kind: RecordKind)
    throws
  {
    let schema = try #require(JSONValue(RecordSchema.text(kind)))
    guard case .object(let properties)? = schema["properties"] else {
      Issue.record("no properties")
      return
    }
    let (_, keys) = PaperRecord.filled(kind)
    #expect(Set(properties.keys) == Set(["kind", "id", "lines"] + keys))
    #expect(schema["properties"]?["kind"]?["const"]?.text == kind.rawValue)
    for (key, property) in properties where key != "kind" {
      #expect(property["description"]?.text?.isEmpty == false, "\(key)")
    }
  }

  @Test(arguments: RecordKind.allCases) func whatIsRequiredIsAlwaysWritten(_ kind: RecordKind)
    throws
  {
    let schema = try #require(JSONValue(RecordSchema.text(kind)))
    let required = try #require(schema["required"]?.elements).compactMap(\.text)
    let empty = PaperRecord(
      id: RecordID("x"), lines: LineRange(1, 1), content: RecordBody(empty: kind))
    let written = try #require(JSONValue(RecordWriter.object(empty)))
    guard case .object(let members) = written else {
      Issue.record("no object")
      return
    }
    #expect(Set(required) == Set(members.keys))
  }

  @Test func eachKindSaysWhatItIs() {
    let meanings = RecordKind.allCases.map { RecordBody(empty: $0).meaning }
    #expect(Set(meanings).count == meanings.count)
    for kind in RecordKind.allCases { #expect(RecordBody(empty: kind).kind == kind) }
  }
}
