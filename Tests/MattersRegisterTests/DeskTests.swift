import Foundation
import GRDB
import MattersArising
import MattersIngest
import MattersLinker
import MattersRegister
import MattersTestSupport
import Testing

/// What officers enter between meetings: kept, found again, and proved.
@Suite struct DeskTests {
  typealias Folder = RegisterTests.Folder

  private static func day(_ iso: String) throws -> PlainDate {
    try #require(PlainDate(iso: iso))
  }

  /// The minutes, something added, and an entry of each kind.
  private static func filled(_ folder: Folder) throws -> Register {
    let register = try Register(folder.register, for: .creating)
    _ = try Ingest(into: register).run([
      try folder.write(RegisterTests.minutes, as: "minutes.txt")
    ])
    var addition = Addition(
      .request, body: "Ponds Scrutiny Committee", date: try day("2023-07-03"),
      text: "A map of the reeds.")
    addition.owner = "Head of Ponds"
    addition.due = try day("2023-08-01")
    let added = try register.add(addition, enteredBy: "Officer")
    expectSame(added.reference, "PSC/23-24/IR03")
    let on = try day("2023-07-10")
    try register.assign(added, to: "Head of Water", on: on, note: nil, enteredBy: "Officer")
    var change = MatterEvent.Change()
    change.text = "A map of the reed beds."
    try register.correct(
      added, change, due: try day("2023-09-01"), on: on, note: "a slip", enteredBy: "Officer")
    try register.note("Rang.", of: added, on: on, isPublic: false, enteredBy: "Officer")
    let letter = DraftedLetter(
      kind: "chase", recipient: "Head of Water", date: on, title: "Awaited", text: "Dear",
      matters: [added.reference])
    let kept = try register.keep([letter], enteredBy: "Officer")
    try register.markSent(kept[0], on: on, note: nil, enteredBy: "Officer")
    return register
  }

  private static func check(_ register: Register) throws {
    let matter = try register.matter(named: "PSC/23-24/IR03").matter
    expectSame(matter.text, "A map of the reed beds.")
    expectSame(matter.responsible, "Head of Water")
    expectSame(matter.dueHistory.map(\.due), ["2023-08-01", "2023-09-01"])
    expectSame(
      matter.events.map(\.kind), [.raised, .assigned, .corrected, .noted, .chased])
    expectSame(matter.events.count(where: \.isPersons), 5)
    #expect(matter.events[2].because.contains("before: “A map of the reeds.”"))
    expectSame(try register.letters().map(\.code), ["CHASE-1"])
    expectSame(try register.letters().map(\.sent?.person), ["Officer"])
    let filter = StandingFilter(kind: .request)
    #expect(
      try register.standing(filter, for: .everyone).lines.contains {
        $0.reference == "PSC/23-24/IR03" && $0.owner == "Head of Water"
      })
  }

  @Test func whatWasEnteredStaysThroughLaterPapers() throws {
    let folder = try Folder()
    let register = try Self.filled(folder)
    try Self.check(register)
    // A revision of the paper, which is read and linked anew.
    let revised = RegisterTests.minutes.replacing("cost of bread", with: "cost of new bread")
    _ = try Ingest(into: register).run([try folder.write(revised, as: "minutes.txt")])
    try Self.check(register)
    #expect(try register.verify().isSound)
  }

  @Test func theLinesOfARegisterHaveAllOfIt() throws {
    let folder = try Folder()
    let register = try Self.filled(folder)
    var lines: [[UInt8]] = []
    try register.writeLines { lines.append($0) }
    var rest = lines[...]
    let copy = folder.path + "/copy.sqlite"
    try Register.load(copy) { rest.popFirst().map { Array($0.dropLast()) } }
    let loaded = try Register(copy, for: .reading)
    try Self.check(loaded)
    #expect(try loaded.verify().isSound)
    var again: [[UInt8]] = []
    try loaded.writeLines { again.append($0) }
    #expect(again == lines)
  }

  @Test func minutesThatComeLaterJoinWhatWasAdded() throws {
    let folder = try Folder()
    let register = try Self.filled(folder)
    var addition = Addition(
      .request, body: "Ponds Scrutiny Committee", date: try Self.day("2023-09-04"),
      text: "The depth of each pond")
    addition.owner = "Head of Ponds"
    let added = try register.add(addition, enteredBy: "Officer")
    let later = RegisterTests.minutes.replacing("Monday 3 July", with: "Monday 4 September")
      .replacing("A list of the ponds without ducks", with: "The depth of each pond")
    _ = try Ingest(into: register).run([try folder.write(later, as: "september.txt")])
    let matter = try register.matter(named: added.reference).matter
    expectSame(matter.members.map(\.role), [.origin, .restated])
    expectSame(matter.principal.laid.documentName, "september.txt")
    expectSame(matter.responsible, "Head of Ponds")
    #expect(throws: RegisterError.alreadyAsked(reference: added.reference)) {
      try register.add(addition, enteredBy: "Officer")
    }
    // What was refused left nothing behind.
    #expect(try register.verify().isSound)
  }

  @Test func whatWasTakenBackIsInNoListAndStillThere() throws {
    let folder = try Folder()
    let register = try Self.filled(folder)
    let matter = try register.matter(named: "PSC/23-24/IR03")
    try register.retract(
      matter, on: try Self.day("2023-07-11"), reason: "twice", enteredBy: "Officer")
    let listed = try register.matters(MatterFilter(kind: .request)).map(\.reference)
    expectSame(listed, ["PSC/23-24/IR01", "PSC/23-24/IR02"])
    let page = try register.standing(StandingFilter(kind: .request), for: .officers)
    expectSame(page.count, 2)
    #expect(try register.matter(named: "PSC/23-24/IR03").matter.isRetracted)
  }

  @Test func notesAndWhatWasAskedInPrivateAreForOfficers() throws {
    let folder = try Folder()
    let register = try Self.filled(folder)
    var addition = Addition(
      .action, body: "Ponds Scrutiny Committee", date: try Self.day("2023-07-03"),
      text: "Buy the meadow.")
    addition.isExempt = true
    let added = try register.add(addition, enteredBy: "Officer")
    #expect(added.seen(by: .everyone) == nil)
    #expect(added.seen(by: .officers) != nil)
    let open = try #require(
      try register.matter(named: "PSC/23-24/IR03").seen(by: .everyone)?.matter)
    expectSame(open.events.count { $0.kind == .noted }, 0)
    expectSame(open.responsible, "Head of Water")
    let seen = try register.changes(for: .everyone)
    expectSame(seen.count { $0.event == .noted || $0.reference == added.reference }, 0)
  }

  @Test(arguments: [
    ("UPDATE addition SET text = 'No map.'", "addition 1: was changed after it came in"),
    ("UPDATE entry SET owner = 'Nobody' WHERE owner IS NOT NULL", "entry 1: was changed"),
    ("UPDATE letter SET text = 'Dear me'", "letter 1: was changed after it came in"),
    ("DELETE FROM letter", "letter 1: was removed"),
  ]) func whatIsChangedBehindItsBackIsFound(_ sql: String, _ fault: String) throws {
    let folder = try Folder()
    let register = try Self.filled(folder)
    #expect(try register.verify().isSound)
    let queue = try DatabaseQueue(path: folder.register)
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
    let found = try Register(folder.register, for: .reading).verify()
    #expect(found.faults.contains { $0.hasPrefix(fault) }, "\(found.faults)")
  }
}
