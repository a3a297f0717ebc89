import Foundation
import MattersArising
import MattersIngest
import MattersLinker
import MattersRegister
import MattersTestSupport
import Testing

@testable import MattersExports

/// A folder of its own for a test, with a register of the fictional year.
final class ExportFixture {
  let folder: URL
  let register: Register

  init(papers: String = "brackenmere") throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "export-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    register = try Register(folder.appending(path: "matters.sqlite").path, for: .creating)
    _ = try Ingest(into: register).run([ProjectFiles.corpus.appending(path: papers).path])
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }
}

/// The register as lines, and back.
@Suite struct RegisterLinesTests {
  private static func lines(_ register: Register) throws -> [[UInt8]] {
    var lines: [[UInt8]] = []
    try register.writeLines { lines.append($0) }
    return lines
  }

  private static func load(_ lines: [[UInt8]], to path: String) throws {
    var rest = lines[...]
    try Register.load(path) { rest.popFirst().map { $0.last == 0x0A ? Array($0.dropLast()) : $0 } }
  }

  @Test func whatIsImportedIsExportedTheSame() throws {
    let fixture = try ExportFixture()
    let first = try #require(
      try fixture.register.matters(MatterFilter(kind: .request)).first)
    try fixture.register.respond(
      to: first, on: try #require(PlainDate(iso: "2024-04-02")), from: "Head of Ponds",
      text: "Three \u{1}ponds,\n\"quoted\".", state: .answered, enteredBy: "A Clerk")
    try fixture.register.noteIssued(
      body: first.matter.body, meeting: try #require(PlainDate(iso: "2024-03-12")),
      completed: [first.reference])
    let lines = try Self.lines(fixture.register)
    #expect(lines.count > 2000)
    let copy = fixture.folder.appending(path: "copy.sqlite").path
    try Self.load(lines, to: copy)
    let imported = try Register(copy, for: .reading)
    #expect(try Self.lines(imported) == lines)
    let found = try imported.matter(named: first.reference)
    #expect(found.matter.events.last?.response == "Three \u{1}ponds,\n\"quoted\".")
    #expect(try imported.search("gully").count == fixture.register.search("gully").count)
  }

  @Test func anImportedRegisterGoesOn() throws {
    let fixture = try ExportFixture(papers: "tallowgate")
    let copy = fixture.folder.appending(path: "copy.sqlite").path
    try Self.load(try Self.lines(fixture.register), to: copy)
    let imported = try Register(copy, for: .writing)
    let again = try Ingest(into: imported).run([
      ProjectFiles.corpus.appending(path: "tallowgate").path
    ])
    #expect(again.unchanged == 4 && again.stored == 0)
    let more = try Ingest(into: imported).run([
      ProjectFiles.corpus.appending(path: "wexmarsh").path
    ])
    #expect(more.stored > 0)
  }

  @Test func whatIsNoneIsRefusedAndLeavesNothing() throws {
    let fixture = try ExportFixture(papers: "tallowgate")
    let lines = try Self.lines(fixture.register)
    let copy = fixture.folder.appending(path: "copy.sqlite").path
    #expect(throws: RegisterError.notLines(line: 1, reason: "the first line names no register")) {
      try Self.load([Array("{}".utf8)], to: copy)
    }
    let torn = lines.prefix(20) + [Array("{\"table\":\"ducks\"}".utf8)]
    #expect(throws: RegisterError.notLines(line: 21, reason: "no row of a table that is known")) {
      try Self.load(Array(torn), to: copy)
    }
    #expect(!FileManager.default.fileExists(atPath: copy))
    #expect(throws: RegisterError.alreadyThere(path: fixture.register.path)) {
      try Self.load(lines, to: fixture.register.path)
    }
  }
}
