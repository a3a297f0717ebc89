import Foundation
import MattersArising
import MattersEvaluation
import MattersIngest
import MattersLinker
import MattersRegister
import MattersTestSupport
import Testing

/// Threads of the fictional councils, each read by eye from its papers before they were linked.
@Suite struct ThreadTests {
  /// Folders that have gold of threads, with their names.
  static let councils: [String] = ProjectFiles.files(
    below: ProjectFiles.corpus, ending: "threads.gold.json"
  ).map { $0.deletingLastPathComponent().lastPathComponent }.sorted()

  private static func folder(_ council: String) throws -> URL {
    let files = ProjectFiles.files(below: ProjectFiles.corpus, ending: "threads.gold.json")
    return try #require(
      files.first { $0.deletingLastPathComponent().lastPathComponent == council }
    ).deletingLastPathComponent()
  }

  private static func gold(_ council: String) throws -> ThreadGold {
    try #require(
      ThreadGold(ProjectFiles.text(folder(council).appending(path: "threads.gold.json"))),
      "\(council): not gold of threads")
  }

  private static func score(_ council: String) throws -> ThreadScore {
    let folder = try RegisterTests.Folder()
    let register = try Register(folder.register, for: .creating)
    _ = try Ingest(into: register).run([self.folder(council).path])
    let gold = try gold(council)
    let day = try #require(PlainDate(iso: gold.asOf))
    let links = try register.links().filter { $0.grade != .weak }.map {
      FoundLink(
        relation: $0.relation.rawValue,
        from: .init(document: $0.from.document, lines: $0.from.lines),
        to: .init(document: $0.to.document, lines: $0.to.lines))
    }
    let kinds: [(Asked.Kind, String)] = [
      (.request, "requests"), (.recommendation, "recommendations"), (.action, "actions"),
    ]
    let threads = try kinds.flatMap { kind, name in
      try register.matters(MatterFilter(kind: kind)).map { registered in
        let position = registered.matter.position(.endOf(day))
        return FoundThread(
          kind: name, text: registered.matter.text, raised: registered.matter.raised?.iso,
          state: position?.state.rawValue ?? "", decision: position?.ruling?.decision?.rawValue,
          implementation: position?.ruling?.implementation?.rawValue)
      }
    }
    return ThreadScore(links, threads, against: gold)
  }

  @Test func goldCoversManyCouncils() throws {
    #expect(Self.councils.count >= 12)
    let links = try Self.councils.map { try Self.gold($0).links.count }.reduce(0, +)
    #expect(links >= 300)
  }

  /// The figures that the whole corpus holds; what is still wrong is listed where they fall.
  @Test func threadsAreLinkedAndStandRight() throws {
    var all = ThreadScore()
    for council in Self.councils { all += try Self.score(council) }
    let misses = all.misses.joined(separator: "\n")
    #expect(all.precision >= 0.99, "\(all.precision)\n\(misses)")
    #expect(all.recall >= 0.93, "\(all.recall)\n\(misses)")
    #expect(all.standingRight >= 0.87, "\(all.standingRight)\n\(misses)")
  }

  @Test func goldThatIsNoGoldIsToldApart() {
    #expect(ThreadGold("{}") == nil)
    #expect(ThreadGold(#"{"as_of":"2024-01-01","papers":{},"links":["tracks a:1 b:2"]}"#) == nil)
  }

  // MARK: - The order in which papers come

  /// All links and where every matter stands, with what happened to it.
  static func picture(_ register: Register) throws -> String {
    let links = try register.links().map { link in
      let ends = [link.from, link.to].map { "\($0.document) \($0.id)" }
      return "\(ends[0]) \(link.relation) \(ends[1]) \(link.grade) \(link.because)"
    }
    let states = try Asked.Kind.allCases.flatMap { try register.matters(MatterFilter(kind: $0)) }
      .map { registered in
        let events = registered.matter.events.map { "\($0.kind) \($0.date) \($0.because)" }
        return "\(registered.matter.keys.first ?? "") \(events)"
      }
    let questions = try register.questions().map {
      "\($0.code) \($0.kind) \($0.candidates.map(\.text).sorted())"
    }
    return (links.sorted() + states.sorted() + questions.sorted()).joined(separator: "\n")
  }

  @Test(arguments: councils) func orderOfIngestChangesNoLinkAndNoState(_ council: String) throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder(council).path)
      .filter { !$0.contains(".gold") && !$0.contains(".records") && !$0.hasSuffix(".expected") }
      .sorted().map { try Self.folder(council).appending(path: $0).path }
    let whole = try RegisterTests.Folder()
    let register = try Register(whole.register, for: .creating)
    _ = try Ingest(into: register).run(files)
    let expected = try Self.picture(register)
    for seed in 1...(files.count > 12 ? 2 : 4) {
      let folder = try RegisterTests.Folder()
      let register = try Register(folder.register, for: .creating)
      var generator = SplitMix64(seed: UInt64(seed))
      // One by one: a batch would be worked out once.
      for file in files.shuffled(using: &generator) { _ = try Ingest(into: register).run([file]) }
      expectSame(try Self.picture(register), expected, "\(council), order \(seed)")
    }
  }

  @Test func councilsInOneRegisterAreKeptApart() throws {
    let alone = try Self.councils.map { council in
      let folder = try RegisterTests.Folder()
      let register = try Register(folder.register, for: .creating)
      _ = try Ingest(into: register).run([Self.folder(council).path])
      return try register.links().count
    }
    let folder = try RegisterTests.Folder()
    let register = try Register(folder.register, for: .creating)
    _ = try Ingest(into: register).run(Self.councils.map { try Self.folder($0).path })
    #expect(try register.links().count == alone.reduce(0, +))
  }

  @Test func whatARegisterFollowsIsCountedWithoutReadingIt() throws {
    let folder = try RegisterTests.Folder()
    let register = try Register(folder.register, for: .creating)
    let files = try Self.councils.map { try Self.folder($0).path }
    _ = try Ingest(into: register).run(files)
    let (followed, summary) = (try register.followed(), try register.summary())
    expectSame(followed.documents, summary.documents)
    expectSame(followed.matters, summary.matters)
    expectSame(followed.ambiguous, summary.ambiguous)
    expectSame(try register.linkCount(), try register.links().count)
    #expect(followed.matters.count == 3)
    #expect(followed.documents > 10)
  }
}
