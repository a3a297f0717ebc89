import Foundation
import MattersArising
import MattersIngest
import MattersLinker
import MattersRegister
import MattersReports
import MattersTestSupport
import Testing

@Suite struct RegisterTests {
  /// A folder of its own, gone when the test ends.
  final class Folder: Sendable {
    let path: String

    init() throws {
      let url = FileManager.default.temporaryDirectory.appending(path: "matters-\(UUID())")
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var register: String { "\(path)/matters.sqlite" }

    func write(_ text: String, as name: String) throws -> String {
      let file = "\(path)/\(name)"
      try Data(text.utf8).write(to: URL(filePath: file))
      return file
    }
  }

  static let minutes = """
    Ponds Council

    Minutes of the meeting of the Ponds Scrutiny Committee held at The Hall on Monday 3 July 2023 at 2.00 pm

    4. DUCKS

    And that the following information requests be made:

    - (a) A list of the ponds without ducks; and
    - (b) The cost of bread.
    """

  private static func registerIn(_ folder: Folder) throws -> Register {
    try Register(folder.register, for: .creating)
  }

  @Test func theSameTextAgainChangesNothing() throws {
    let folder = try Folder()
    let file = try folder.write(Self.minutes, as: "minutes.txt")
    let register = try Self.registerIn(folder)
    let first = try Ingest(into: register).run([file])
    #expect(first.stored == 1)
    let before = try register.summary()
    let second = try Ingest(into: register).run([file])
    #expect(second.stored == 0)
    #expect(second.unchanged == 1)
    #expect(try register.summary() == before)
  }

  @Test func theSamePaperInAnotherFileIsNoSecondRequest() throws {
    let folder = try Folder()
    let alone = try folder.write(Self.minutes, as: "minutes.txt")
    let pack = try folder.write("A pack\n\n" + Self.minutes + "\n\nMore.", as: "pack.txt")
    let register = try Self.registerIn(folder)
    _ = try Ingest(into: register).run([alone, pack])
    let matters = try register.matters(MatterFilter(kind: .request))
    #expect(matters.count == 2)
    #expect(matters.allSatisfy { $0.matter.members.count == 2 })
  }

  @Test func aRevisionKeepsReferencesAndHistory() throws {
    let folder = try Folder()
    let register = try Self.registerIn(folder)
    let file = try folder.write(Self.minutes, as: "minutes.txt")
    _ = try Ingest(into: register).run([file])
    let old = try register.matters(MatterFilter(kind: .request))
    let received = try #require(PlainDate(iso: "2023-07-10"))
    try register.respond(
      to: old[0], on: received, from: "Head of Ponds", text: "Three ponds.", state: .answered,
      enteredBy: "Officer")
    _ = try folder.write(
      "DRAFT\n\nA line more.\n\n"
        + Self.minutes.replacingOccurrences(of: "cost of bread", with: "price of bread"),
      as: "minutes.txt")
    let summary = try Ingest(into: register).run([file])
    #expect(summary.revised == 1)
    let new = try register.matters(MatterFilter(kind: .request))
    #expect(new.map(\.reference) == old.map(\.reference))
    #expect(new[1].matter.text == "The price of bread.")
    let day = try #require(PlainDate(iso: "2023-07-31"))
    #expect(new[0].matter.position(.endOf(day))?.state == .answered)
    #expect(try register.summary().documents == 1)
  }

  @Test func whatPeopleEnterIsInTheHistoryUnderTheirName() throws {
    let folder = try Folder()
    let register = try Self.registerIn(folder)
    _ = try Ingest(into: register).run([try folder.write(Self.minutes, as: "minutes.txt")])
    let matter = try register.matter(named: "PSC/23-24/IR02")
    #expect(matter.matter.text == "The cost of bread.")
    let meeting = try #require(PlainDate(iso: "2023-09-01"))
    try register.complete(matter, at: meeting, minute: "12", enteredBy: "A Clerk")
    let after = try register.matter(named: "information_request-2023-07-03-4-b")
    #expect(after.reference == matter.reference)
    let event = try #require(after.matter.events.last)
    #expect(event.kind == .completed)
    #expect(event.minute == "12")
    guard case .person(let name, _) = event.source else {
      Issue.record("not a person's event")
      return
    }
    #expect(name == "A Clerk")
    #expect(after.matter.position(.endOf(meeting))?.state == .completed)
  }

  @Test func anAnswerByEmailIsInTheNextReport() throws {
    let folder = try Folder()
    let register = try Self.registerIn(folder)
    _ = try Ingest(into: register).run([try folder.write(Self.minutes, as: "minutes.txt")])
    let matter = try register.matter(named: "psc/23-24/ir01")
    let received = try #require(PlainDate(iso: "2023-07-10"))
    try register.respond(
      to: matter, on: received, from: "Head of Ponds", text: "Three ponds.",
      state: .partlyAnswered, enteredBy: "Officer")
    let meeting = try #require(PlainDate(iso: "2023-09-04"))
    let report = ProgressReport(
      body: "Ponds Scrutiny Committee", meeting: meeting,
      matters: try register.matters(MatterFilter(kind: .request)))
    #expect(
      report.table.rows.first == [
        "Ducks PSC 3rd July 2023", "(a) A list of the ponds without ducks.", "",
        "Three ponds. (Head of Ponds)", "", "10/7/23",
      ])
  }

  @Test func aRowNumberIsNoReferenceButACouncilsOwnIs() throws {
    let folder = try Folder()
    let register = try Self.registerIn(folder)
    let tracker = """
      Ponds Scrutiny Committee Information Requests Tracker

      For the meeting of 4 September 2023

      Ref\tMeeting\tInformation request\tResponse\tStatus
      1\t3 July 2023\tThe depth of the mill pond.\tAwaited\t
      PSC-IR/7\t3 July 2023\tThe number of herons.\tAwaited\t
      """
    _ = try Ingest(into: register).run([try folder.write(tracker, as: "tracker.txt")])
    let references = try register.matters(MatterFilter(kind: .request)).map(\.reference)
    #expect(references.sorted() == ["PSC-IR/7", "PSC/23-24/IR01"])
  }

  @Test func papersInAnyOrderGiveTheSamePositions() throws {
    let files = ProjectFiles.files(
      below: ProjectFiles.corpus.appending(path: "brackenmere"), ending: ".txt"
    ).map(\.path)
    var pictures: Set<String> = []
    for seed in 1...3 {
      let folder = try Folder()
      let register = try Self.registerIn(folder)
      var generator = SplitMix64(seed: UInt64(seed))
      // One by one: a batch would be worked out once.
      for file in files.shuffled(using: &generator) { _ = try Ingest(into: register).run([file]) }
      let day = try #require(PlainDate(iso: "2024-04-01"))
      let matters = try Asked.Kind.allCases.flatMap {
        try register.matters(MatterFilter(kind: $0))
      }
      pictures.insert(
        matters.map {
          let position = $0.matter.position(.endOf(day))
          return "\($0.matter.keys[0]) \(String(describing: position?.state)) "
            + "\(String(describing: position?.ruling))"
        }.joined(separator: "\n"))
    }
    #expect(pictures.count == 1)
  }

  /// What became of each recommendation of the fictional year, as it was written with the year.
  @Test func recommendationsStandWhereTheYearLeftThem() throws {
    let folder = try Folder()
    let register = try Self.registerIn(folder)
    _ = try Ingest(into: register).run([
      ProjectFiles.corpus.appending(path: "brackenmere").path
    ])
    let day = try #require(PlainDate(iso: "2024-04-01"))
    let found = try register.matters(MatterFilter(kind: .recommendation))
    let gold = ProjectFiles.corpus.appending(path: "brackenmere/2023-24/threads.gold.json")
    let expected = try #require(JSONValue(ProjectFiles.text(gold))?["recommendations"]?.elements)
    #expect(expected.count == 15)
    #expect(found.count == expected.count)
    for want in expected {
      let matter = try #require(
        found.first {
          $0.matter.raised?.iso == want["raised"]?.text && $0.matter.label == want["label"]?.text
            && $0.matter.minute == want["minute"]?.text
        }, "\(want)")
      let position = try #require(matter.matter.position(.endOf(day)))
      #expect(position.state.rawValue == want["state"]?.text, "\(want)")
      #expect(position.ruling?.decision?.rawValue == want["decision"]?.text, "\(want)")
      #expect(position.ruling?.implementation?.rawValue == want["implementation"]?.text, "\(want)")
    }
  }

  @Test func searchFindsWordsAndRunsNothing() throws {
    let folder = try Folder()
    let register = try Self.registerIn(folder)
    _ = try Ingest(into: register).run([try folder.write(Self.minutes, as: "minutes.txt")])
    let hits = try register.search("ponds ducks")
    #expect(hits.count == 1)
    #expect(hits.first?.lines.first == 9)
    #expect(hits.first?.excerpt(marked: "[", "]") == "A list of the [ponds] without [ducks]; and")
    #expect(hits.first?.records.map(\.kind) == [.informationRequest])
    #expect(try register.search("\"list of the ponds\"").count == 1)
    #expect(try register.search("\"ponds of the list\"").isEmpty)
    for attack in ["\"", "NEAR(", "a OR b", "words:x", "*", "x* -y", "'; DROP TABLE record; --"] {
      _ = try register.search(attack)
    }
    #expect(try register.summary().records.values.reduce(0, +) > 0)
  }

  @Test func linksJoinWhatPapersSayOfOneMatter() throws {
    let folder = try Folder()
    let register = try Self.registerIn(folder)
    _ = try Ingest(into: register).run([ProjectFiles.corpus.appending(path: "brackenmere").path])
    let completes = try register.links(.completes)
    #expect(completes.count == 9)
    #expect(completes.allSatisfy { $0.from.kind == .resolution })
    let answers = try register.links(.answers)
    #expect(answers.count == 16)
    #expect(
      answers.allSatisfy { $0.from.kind == .executiveResponse && $0.to.kind == .recommendation })
    // Nothing refers to itself, and no pair is listed twice under one relation.
    let all = try register.links()
    #expect(all.allSatisfy { $0.from != $0.to })
    #expect(Set(all.map { "\($0.relation) \($0.from) \($0.to)" }).count == all.count)
  }

  // MARK: - Registers that cannot be used

  private static func error(_ path: String, _ purpose: Register.Purpose) -> RegisterError? {
    do {
      _ = try Register(path, for: purpose, patience: 0.2)
      return nil
    } catch {
      return error
    }
  }

  @Test func aMissingRegisterIsSaid() throws {
    let folder = try Folder()
    #expect(Self.error(folder.register, .reading) == .missing(path: folder.register))
    #expect(Self.error(folder.register, .writing) == .missing(path: folder.register))
  }

  @Test func aFileThatIsNoRegisterIsLeftAlone() throws {
    let folder = try Folder()
    let text = try folder.write("Not a database, only words.", as: "notes.sqlite")
    #expect(Self.error(text, .reading) == .notARegister(path: text))
    #expect(Self.error(text, .creating) == .notARegister(path: text))
    #expect(try String(contentsOfFile: text, encoding: .utf8) == "Not a database, only words.")
    #expect(Self.error(folder.path, .creating) == .notARegister(path: folder.path))
  }

  @Test func anotherProgramsDatabaseIsNoRegister() throws {
    let folder = try Folder()
    let other = try DatabaseFixture.make(
      at: "\(folder.path)/other.sqlite", sql: "CREATE TABLE song (title TEXT)")
    #expect(Self.error(other, .reading) == .notARegister(path: other))
    #expect(Self.error(other, .creating) == .notARegister(path: other))
  }

  @Test func aNewerRegisterIsRefusedInWords() throws {
    let folder = try Folder()
    _ = try Self.registerIn(folder)
    try DatabaseFixture.run("PRAGMA user_version = 999", on: folder.register)
    let error = Self.error(folder.register, .reading)
    #expect(error == .newer(path: folder.register, version: 999))
    #expect(error?.explanation.contains("newer version") == true)
  }

  @Test func aWriterWaitsItsTurnAndSaysSo() throws {
    let folder = try Folder()
    _ = try Self.registerIn(folder)
    let descriptor = open(folder.register + ".lock", O_RDWR)
    #expect(flock(descriptor, LOCK_EX) == 0)
    #expect(Self.error(folder.register, .writing) == .locked(path: folder.register))
    let told = Told()
    Thread.detachNewThread {
      usleep(2_300_000)
      flock(descriptor, LOCK_UN)
    }
    _ = try Register(folder.register, for: .writing, patience: 30) { told.add($0) }
    #expect(told.lines.count == 1)
    close(descriptor)
  }

  @Test func readingNeedsNoTurn() throws {
    let folder = try Folder()
    let register = try Self.registerIn(folder)
    _ = try Ingest(into: register).run([try folder.write(Self.minutes, as: "minutes.txt")])
    let descriptor = open(folder.register + ".lock", O_RDWR)
    #expect(flock(descriptor, LOCK_EX) == 0)
    let reader = try Register(folder.register, for: .reading, patience: 0.1)
    #expect(try reader.matters(MatterFilter(kind: .request)).count == 2)
    close(descriptor)
  }
}

/// Lines said, collected from any thread.
final class Told: @unchecked Sendable {
  private let lock = NSLock()
  private var said: [String] = []
  func add(_ line: String) { lock.withLock { said.append(line) } }
  var lines: [String] { lock.withLock { said } }
}
