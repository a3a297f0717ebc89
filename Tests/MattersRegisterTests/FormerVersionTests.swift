import Foundation
import GRDB
import MattersArising
import MattersIngest
import MattersLinker
import MattersRegister
import MattersTestSupport
import Testing

/// A register that a former version of the program wrote is brought forward and says what it said.
///
/// `Scripts/register-fixture` keeps one of a version.
@Suite struct FormerVersionTests {
  private static let fixtures = ProjectFiles.files(
    below: ProjectFiles.root.appending(path: "Tests/Registers"), ending: ".gz")

  private static func unpack(_ file: URL, to path: String) throws {
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    let gzip = Process()
    gzip.executableURL = URL(filePath: "/usr/bin/env")
    gzip.arguments = ["gzip", "-dc", file.path]
    gzip.standardOutput = try FileHandle(forWritingTo: URL(filePath: path))
    try gzip.run()
    gzip.waitUntilExit()
    #expect(gzip.terminationStatus == 0)
  }

  private static func version(_ path: String) throws -> Int {
    let queue = try DatabaseQueue(path: path)
    return try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
  }

  @Test func registersOfFormerVersionsAreKept() {
    #expect(Self.fixtures.count >= 2)
  }

  @Test(arguments: fixtures) func itIsBroughtForward(_ file: URL) throws {
    let folder = try RegisterTests.Folder()
    try Self.unpack(file, to: folder.register)
    let before = try Self.version(folder.register)
    #expect(file.lastPathComponent == "register-\(before).sqlite.gz")
    // Reading brings it forward.
    let register = try Register(folder.register, for: .reading)
    let verification = try register.verify()
    expectSame(verification.faults, [])
    #expect(verification.documents == 2)
    #expect(verification.records == 101)
    let asked = try register.matters(.init(kind: .request)).map(\.reference)
    #expect(asked.contains("CESC/23-24/IR01"))
    let first = try register.matter(named: "CESC/23-24/IR01")
    #expect(first.matter.events.contains { $0.response == "Forty-one." })
    #expect(try !register.search("bins").isEmpty)
    #expect(try register.paper(1, for: .everyone)?.source.lineCount ?? 0 > 50)
    guard
      case .publicQuestion(let question)? = try register.records([.publicQuestion]).first?
        .record.content
    else {
      Issue.record("no question in the paper")
      return
    }
    #expect(question.questioner == "a member of the public")
    // It is written as one of today's, and the same papers again change nothing.
    let writer = try Register(folder.register, for: .writing)
    let papers = ["2023-06-13-cesc-minutes-draft.txt", "2023-07-18-cesc-agenda-pack.txt"].map {
      ProjectFiles.corpus.appending(path: "brackenmere/2023-24/\($0)").path
    }
    _ = try Ingest(into: writer).run(papers)
    expectSame(try writer.summary().documents, 2)
    try writer.retract(
      first, on: try #require(first.matter.raised), reason: "In error", enteredBy: "A. Clerk")
    #expect(try writer.verify().isSound)
    #expect(try Self.version(folder.register) >= before)
  }
}
