import Foundation
import GRDB
import MattersArising
import MattersIngest
import MattersLinker
import MattersRegister
import MattersTestSupport
import Testing

/// A paper that was published in error can be got rid of, and what is held can be found.
@Suite struct WithdrawalTests {
  typealias Folder = RegisterTests.Folder

  /// Everything that lies beside the register, as bytes.
  private static func bytes(of folder: Folder) throws -> Data {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasPrefix("matters.sqlite") }
      .map { try Data(contentsOf: URL(filePath: "\(folder.path)/\($0)")) }
      .reduce(Data(), +)
  }

  private static let words = ["quillfeather", "Quillfeather", "QUILLFEATHER", "gooseberry"]

  /// How often words stand in the files.
  private static func count(_ folder: Folder) throws -> Int {
    let bytes = try bytes(of: folder)
    return words.count { bytes.range(of: Data($0.utf8)) != nil }
  }

  private static let secret = RegisterTests.minutes
    .replacingOccurrences(of: "cost of bread", with: "debts of Mr Quillfeather for gooseberry jam")

  @Test func noByteOfAWithdrawnPaperIsLeft() throws {
    let folder = try Folder()
    let register = try Register(folder.register, for: .creating)
    let other = try folder.write(
      RegisterTests.minutes.replacingOccurrences(of: "3 July", with: "7 August"), as: "other.txt")
    let file = try folder.write(Self.secret, as: "minutes.txt")
    _ = try Ingest(into: register).run([other, file])
    // A revision of it that still says so.
    _ = try folder.write(Self.secret + "\nA further line.\n", as: "minutes.txt")
    #expect(try Ingest(into: register).run([file]).revised == 1)
    #expect(try Self.count(folder) > 0)
    let before = try register.headHash()
    // The text lies compressed; what it is compressed to must go too.
    let queue = try DatabaseQueue(path: folder.register)
    let stored = try queue.read {
      try Data.fetchAll($0, sql: "SELECT substr(text, 60, 40) FROM document WHERE name LIKE 'm%'")
    }
    try queue.close()
    let isStored = { try stored.contains { try Self.bytes(of: folder).range(of: $0) != nil } }
    #expect(try isStored())

    let names = try register.withdraw("minutes.txt", reason: "In error", enteredBy: "A Clerk")
    #expect(names == ["minutes.txt", "minutes.txt"])
    #expect(try Self.count(folder) == 0)
    #expect(try !isStored())
    #expect(try register.search("jam").isEmpty)
    #expect(try register.matters(MatterFilter(kind: .request)).count == 2)
    #expect(try register.disclose("Mr Quillfeather").isEmpty)
    expectSame(try register.verify(expecting: before).faults, [])

    // The same text is not taken in again.
    #expect(try Ingest(into: register).run([file]).stored == 0)
    #expect(try Self.count(folder) == 0)
    #expect(throws: RegisterError.noPaper(name: "minutes.txt")) {
      try register.withdraw("minutes.txt", reason: "Again", enteredBy: "A Clerk")
    }
  }

  @Test func aTombstoneCannotBeForged() throws {
    let folder = try Folder()
    let register = try Register(folder.register, for: .creating)
    let file = try folder.write(Self.secret, as: "minutes.txt")
    _ = try Ingest(into: register).run([file])
    _ = try register.withdraw("minutes.txt", reason: "In error", enteredBy: "A Clerk")
    #expect(try register.verify().isSound)
    let line = try #require(try register.disclose("in error").first)
    #expect(line.place == "withdrawn")
  }

  @Test func whatPeopleEnteredAndANameCanBeErasedToo() throws {
    let folder = try Folder()
    let register = try Register(folder.register, for: .creating)
    let file = try folder.write(RegisterTests.minutes, as: "quillfeather.txt")
    _ = try Ingest(into: register).run([file])
    let matter = try register.matter(named: "PSC/23-24/IR01")
    let day = try #require(PlainDate(iso: "2023-07-10"))
    try register.respond(
      to: matter, on: day, from: "Head of Ponds", text: "Mr Quillfeather has three.",
      state: .answered, enteredBy: "Officer")
    let before = try register.headHash()
    #expect(
      try !register.erase(entry: 2, of: matter.reference, reason: "-", enteredBy: "Officer"))
    #expect(try register.erase(entry: 1, of: matter.reference, reason: "-", enteredBy: "Officer"))
    #expect(try Self.count(folder) == 1)
    _ = try register.withdraw(
      "quillfeather.txt", reason: "In error", keepsName: false, enteredBy: "Officer")
    #expect(try Self.count(folder) == 0)
    expectSame(try register.verify(expecting: before).faults, [])
    #expect(try register.disclose("quillfeather").isEmpty)
    // Nothing of it may come back by taking the salt away alone.
    let queue = try DatabaseQueue(path: folder.register)
    try queue.write { try $0.execute(sql: "DELETE FROM withdrawal WHERE sha256 = 'entry 1'") }
    try queue.close()
    #expect(try !Register(folder.register, for: .reading).verify().isSound)
  }

  @Test func everythingHeldIsDisclosed() throws {
    let folder = try Folder()
    let register = try Register(folder.register, for: .creating)
    let file = try folder.write(Self.secret, as: "minutes.txt")
    _ = try Ingest(into: register).run([file])
    _ = try folder.write(RegisterTests.minutes + "\nMr\nQuillfeather left.\n", as: "minutes.txt")
    _ = try Ingest(into: register).run([file])
    let matter = try register.matter(named: "PSC/23-24/IR01")
    let day = try #require(PlainDate(iso: "2023-07-10"))
    try register.respond(
      to: matter, on: day, from: "MR QUILLFEATHER", text: "Three ponds.", state: .answered,
      enteredBy: "Officer")
    let found = try register.disclose("mr quillfeather")
    #expect(found.count == 3, "\(found)")
    #expect(found.contains { $0.place.hasSuffix("(a former text)") })
    #expect(found.contains { $0.words == "Mr Quillfeather left." })
    #expect(found.contains { $0.place == "entered for PSC/23-24/IR01" })
  }

  /// Also where the paper was taken in as a public one before, and when it is revised later.
  @Test func anExemptPaperIsForOfficersAlone() throws {
    let folder = try Folder()
    let register = try Register(folder.register, for: .creating)
    let file = try folder.write(Self.secret, as: "minutes.txt")
    _ = try Ingest(into: register).run([file])
    #expect(try register.search("jam", for: .everyone).count == 1)
    let filter = StandingFilter(kind: .request)
    #expect(try register.standing(filter, for: .everyone).count == 2)

    #expect(try Ingest(into: register, isExempt: true).run([file]).unchanged == 1)
    #expect(try register.search("jam", for: .everyone).isEmpty)
    #expect(try register.search("jam", for: .officers).count == 1)
    #expect(try register.standing(filter, for: .everyone).count == 0)
    #expect(try register.standing(filter, for: .officers).count == 2)

    _ = try folder.write(Self.secret + "\nA further line.\n", as: "minutes.txt")
    #expect(try Ingest(into: register).run([file]).revised == 1)
    #expect(try register.search("jam", for: .everyone).isEmpty)
    #expect(try register.standing(filter, for: .everyone).count == 0)
    expectSame(try register.verify().faults, [])
  }
}
