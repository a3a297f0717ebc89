import Foundation
import MattersArising
import MattersIngest
import MattersLinker
import MattersRegister
import MattersTestSupport
import Testing

/// Papers stored together, and matters that papers name alike.
@Suite struct BatchTests {
  private static func positions(_ register: Register) throws -> [String] {
    let day = try #require(PlainDate(iso: "2024-04-01"))
    return try Asked.Kind.allCases.flatMap { try register.matters(MatterFilter(kind: $0)) }.map {
      let state = $0.matter.position(.endOf(day))?.state.rawValue ?? "none"
      return "\($0.matter.council ?? "")|\($0.matter.body)|\($0.matter.text)|\(state)"
    }.sorted()
  }

  @Test func togetherOrOneByOneTheRegisterSaysTheSame() throws {
    let files = ProjectFiles.files(
      below: ProjectFiles.corpus.appending(path: "brackenmere"), ending: ".txt"
    ).map(\.path)
    let together = try RegisterTests.Folder()
    let single = try RegisterTests.Folder()
    let one = try Register(together.register, for: .creating)
    let other = try Register(single.register, for: .creating)
    _ = try Ingest(into: one, threads: 3).run(files)
    for file in files { _ = try Ingest(into: other, threads: 1).run([file]) }
    let said = try Self.positions(one)
    #expect(said.count > 20)
    expectSame(said, try Self.positions(other))
  }

  /// A minute that uses a label twice, and the whole again in a later text.
  @Test func twoMattersUnderOneLabelKeepTheirReferences() throws {
    let folder = try RegisterTests.Folder()
    let register = try Register(folder.register, for: .creating)
    let twice = RegisterTests.minutes.replacing("(b) The cost", with: "(a) The cost")
    _ = try Ingest(into: register).run([try folder.write(twice, as: "minutes.txt")])
    func references() throws -> [String: String] {
      Dictionary(
        uniqueKeysWithValues: try register.matters(MatterFilter(kind: .request)).map {
          ($0.matter.text, $0.reference)
        })
    }
    let first = try references()
    expectSame(Set(first.values).count, 2)
    let more = twice + "\n- (c) The names of the ducks."
    _ = try Ingest(into: register).run([try folder.write(more, as: "minutes.txt")])
    let then = try references()
    expectSame(Set(then.values).count, 3)
    for (text, reference) in first { expectSame(then[text], reference) }
  }
}
