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

  /// Everything that people enter, decide and set, and what is left of a paper that was withdrawn.
  @Test func whatPeopleEnteredComesThrough() throws {
    let fixture = try ExportFixture()
    let register = fixture.register
    let day = try #require(PlainDate(iso: "2024-04-02"))
    let request = try #require(try register.matters(MatterFilter(kind: .request)).first)
    let put = try #require(try register.matters(MatterFilter(kind: .recommendation)).last)
    try register.respond(
      to: request, on: day, from: "Head of Ponds", text: "Three.", state: .answered,
      enteredBy: "A Clerk")
    let entry = try #require(try register.entryLines(of: request.reference).last)
    _ = try register.takeBack(entry: entry.id, of: request.reference, by: "B Clerk")
    try register.judge(
      request, on: day, state: .holding, ruling: nil, note: "a letter", enteredBy: "A Clerk")
    try register.note(.received, of: put, on: day, note: nil, enteredBy: "A Clerk")
    try register.decide(
      .link, meaning: try #require(request.matter.members.first?.laid.meaning),
      reference: request.reference, note: "the same", enteredBy: "A Clerk")
    try register.take([
      .init(
        body: request.matter.body, date: day, time: "14:00", status: "cancelled", reason: "snow",
        source: "calendar.ics")
    ])
    for (name, words, person) in [("a.csv", "Accepted.", "A Clerk"), ("b.csv", "No.", "B Clerk")] {
      let file = fixture.folder.appending(path: name)
      let csv =
        "Reference,Recommendation,Executive response\r\n\(put.reference),The same.,\(words)\r\n"
      try Data(csv.utf8).write(to: file)
      _ = try Ingest(into: register, editor: .init(name: person, today: day)).run([file.path])
    }
    let waiting = try #require(try register.matter(named: put.reference).waiting.first)
    _ = try register.decide(edit: waiting.code, holds: true, enteredBy: "The Chair")
    let body = request.matter.body
    _ = try register.add(
      Addition(.request, body: body, date: day, text: "What the ponds cost"), enteredBy: "A Clerk")
    _ = try register.keep(
      [
        DraftedLetter(
          kind: "chase", recipient: "Head of Ponds", date: day, title: "Awaited", text: "Please.",
          matters: [request.reference])
      ], enteredBy: "A Clerk")
    try register.enter(
      ProgrammeWord(
        body: body, title: "Newts", move: .reserve, date: day, meeting: nil, note: nil,
        person: "A Clerk", at: ""))
    var council = CouncilSettings(name: "Brackenmere Council")
    council.body = []
    try register.take(council)
    _ = try register.withdraw(
      "2023-11-14-cesc-agenda-pack.txt", reason: "published by mistake", enteredBy: "A Clerk")
    let lines = try Self.lines(register)
    for table in [
      "entry", "takenBack", "accepted", "verdict", "meetingDay", "withdrawal", "history",
      "addition", "additionMember", "letter", "programmeEntry", "setting", "document", "record",
      "link", "matter", "matterMember", "matterEvent", "matterKey", "standing", "tally", "revision",
      "paperHome", "paperName", "referenceNumber", "sittingBody", "passage", "bodyGroup",
    ] {
      let start = Array("{\"table\":\"\(table)\"".utf8)
      #expect(lines.contains { $0.starts(with: start) }, "\(table)")
    }
    let copy = fixture.folder.appending(path: "copy.sqlite").path
    try Self.load(lines, to: copy)
    let imported = try Register(copy, for: .reading)
    #expect(try Self.lines(imported) == lines)
    #expect(try imported.verify().isSound)
  }

  /// Lines of an older program fill its tables, and are brought forward.
  @Test(arguments: [1, 2, 3, 5, 6, 7]) func linesOfOlderVersionsAreTaken(_ version: Int) throws {
    let fixture = try ExportFixture()
    let first = try #require(try fixture.register.matters(MatterFilter(kind: .request)).first)
    try fixture.register.respond(
      to: first, on: try #require(PlainDate(iso: "2024-04-02")), from: "Head of Ponds",
      text: "Three.", state: .answered, enteredBy: "A Clerk")
    // What tables each version added.
    let added = [
      2: ["revision", "takenBack", "withheld", "standing"], 3: ["history", "withdrawal"],
      5: ["addition", "additionMember", "letter", "programmeEntry"],
      6: ["paperHome", "referenceNumber", "paperName", "citation", "sittingBody"], 7: ["accepted"],
      // The counts have other columns since.
      10: ["upload", "tally"], 12: ["redaction", "questioner"],
    ]
    let later = added.filter { $0.key > version }.flatMap(\.value)
    var lines = try Self.lines(fixture.register).filter { line in
      !later.contains { line.starts(with: Array("{\"table\":\"\($0)\"".utf8)) }
    }
    lines[0] = Array("{\"register\":\(version)}".utf8)
    let copy = fixture.folder.appending(path: "copy.sqlite").path
    try Self.load(lines, to: copy)
    let imported = try Register(copy, for: .reading)
    func stands(_ register: Register) throws -> [String] {
      try register.matters(MatterFilter(kind: .request)).map { one in
        let words = one.matter.events.map { "\($0.date) \($0.kind) \($0.response ?? "")" }
        return "\(one.reference) \(words)"
      }
    }
    expectSame(try stands(imported), try stands(fixture.register))
    #expect(try imported.verify().isSound)
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
    #expect(throws: RegisterError.notLines(line: 1, reason: "no register was ever of version 4")) {
      try Self.load([Array("{\"register\":4}".utf8)], to: copy)
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
