import Foundation
import GRDB
import MattersArising
import MattersIngest
import MattersRegister
import MattersTestSupport
import Testing

/// The register proves what it says: a change behind the program's back is found.
@Suite struct HistoryTests {
  typealias Folder = RegisterTests.Folder

  private static func filled(_ folder: Folder) throws -> Register {
    let register = try Register(folder.register, for: .creating)
    let file = try folder.write(RegisterTests.minutes, as: "minutes.txt")
    _ = try Ingest(into: register).run([file])
    let matter = try register.matter(named: "PSC/23-24/IR01")
    let day = try #require(PlainDate(iso: "2023-07-10"))
    try register.respond(
      to: matter, on: day, from: "Head of Ponds", text: "Three ponds.", state: .answered,
      enteredBy: "Officer")
    return register
  }

  /// Changes the file as somebody with an SQLite shell would.
  private static func tamper(_ folder: Folder, _ sql: String) throws {
    let queue = try DatabaseQueue(path: folder.register)
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }

  @Test func theWholeCorpusIsSound() async throws {
    let folder = try Folder()
    let found = try await apart { [path = folder.register] in
      let register = try Register(path, for: .creating)
      _ = try Ingest(into: register).run([ProjectFiles.corpus.path])
      return try register.verify()
    }
    expectSame(found.faults, [])
    #expect(found.documents > 40)
    #expect(found.records > 1_000)
  }

  @Test(arguments: [
    ("UPDATE entry SET response = 'No ponds.'", "entry 1: was changed after it came in"),
    ("DELETE FROM entry", "entry 1: was removed"),
    (
      """
      INSERT INTO entry (reference, kind, date, enteredBy, enteredAt)
      VALUES ('PSC/23-24/IR02', 'completed', '2023-08-01', 'Nobody', '2023-08-01T00:00:00Z')
      """, "entry 2: is not in the history"
    ),
    (
      "UPDATE record SET json = replace(json, 'bread', 'cakes')",
      "document minutes.txt: was changed after it came in"
    ),
    (
      "UPDATE document SET text = CAST('Ponds without cakes.' AS BLOB)",
      "minutes.txt: the text is not the one that came in"
    ),
    (
      // A byte of the text as it lies there, compressed.
      "UPDATE document SET text = CAST(substr(text, 1, 40) || x'00' || substr(text, 42) AS BLOB)",
      "minutes.txt: the text is not the one that came in"
    ),
    (
      "UPDATE verdict SET word = 'unlink'", "verdict 1: was changed after it came in"
    ),
    ("DELETE FROM verdict", "verdict 1: was removed"),
    ("DELETE FROM document", "document"),
    ("DELETE FROM history WHERE number = 1", "history: line 1 is missing"),
    ("UPDATE history SET at = '2000-01-01'", "history: line 1 was changed"),
  ]) func whatIsChangedBehindItsBackIsFound(_ sql: String, _ fault: String) throws {
    let folder = try Folder()
    let register = try Self.filled(folder)
    try register.decide(
      .link, meaning: "ducks", reference: "PSC/23-24/IR01", note: nil, enteredBy: "Officer")
    #expect(try register.verify().isSound)
    try Self.tamper(folder, sql)
    let found = try Register(folder.register, for: .reading).verify()
    #expect(found.faults.contains { $0.hasPrefix(fault) }, "\(found.faults)")
  }

  /// Somebody who knows the program can make a chain that fits; the hash that was kept does not.
  @Test func aTailThatWasCutOffIsMissedByWhoKeptTheHash() throws {
    let folder = try Folder()
    let register = try Self.filled(folder)
    let kept = try register.headHash()
    #expect(try register.verify(expecting: kept).isSound)
    try Self.tamper(folder, "DELETE FROM entry; DELETE FROM history WHERE number = 2")
    let reader = try Register(folder.register, for: .reading)
    #expect(try reader.verify().isSound)
    expectSame(
      try reader.verify(expecting: kept).faults,
      ["history: the expected hash is not in it; its end was cut off or written anew"])
  }

  @Test func anEarlierHashStaysInTheChain() throws {
    let folder = try Folder()
    let register = try Self.filled(folder)
    let kept = try register.headHash()
    let more = try folder.write(
      RegisterTests.minutes.replacingOccurrences(of: "DUCKS", with: "GEESE"), as: "minutes.txt")
    _ = try Ingest(into: register).run([more])
    #expect(try register.headHash() != kept)
    expectSame(try register.verify(expecting: kept).faults, [])
  }

  @Test func aBackupIsTheRegister() throws {
    let folder = try Folder()
    let register = try Self.filled(folder)
    let copy = "\(folder.path)/copy.sqlite"
    let found = try register.backUp(to: copy)
    #expect(try found.head == register.headHash())
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .allSatisfy { !$0.contains("partial") })
    #expect(throws: RegisterError.inTheWay(path: copy)) { try register.backUp(to: copy) }
    // What comes later is gone after a restore, and the former register is kept.
    _ = try Ingest(into: register).run([try folder.write("A note.\n", as: "note.txt")])
    let (restored, former) = try Register.restore(from: copy, to: folder.register)
    #expect(restored.head == found.head)
    #expect(try Register(folder.register, for: .reading).headHash() == found.head)
    let kept = try #require(former)
    #expect(try Register(kept, for: .reading).summary().documents == 2)
  }

  @Test func anUnsoundBackupIsNotRestored() throws {
    let folder = try Folder()
    let register = try Self.filled(folder)
    let copy = "\(folder.path)/copy.sqlite"
    _ = try register.backUp(to: copy)
    let queue = try DatabaseQueue(path: copy)
    try queue.write { try $0.execute(sql: "UPDATE entry SET response = 'No ponds.'") }
    try queue.close()
    let head = try register.headHash()
    #expect(throws: RegisterError.self) {
      try Register.restore(from: copy, to: folder.register)
    }
    #expect(try register.headHash() == head)
  }
}
