import Foundation
import MattersArising
import MattersTestSupport
import Testing

/// The committed schemas are those that the program makes.
@Suite struct SchemaTests {
  private static let folder = ProjectFiles.root.appending(path: "Schemas")

  @Test(arguments: RecordKind.allCases) func theSchemaIsFresh(_ kind: RecordKind) {
    let file = Self.folder.appending(path: "\(kind.rawValue).schema.json")
    let isFresh = ProjectFiles.text(file) == RecordSchema.text(kind)
    #expect(isFresh, "make the schemas anew: matters schema --output Schemas")
  }

  @Test func thereIsNoSchemaOfAnUnknownKind() {
    let names = ProjectFiles.files(below: Self.folder, ending: ".json").map(\.lastPathComponent)
    #expect(Set(names) == Set(RecordKind.allCases.map { "\($0.rawValue).schema.json" }))
  }
}
