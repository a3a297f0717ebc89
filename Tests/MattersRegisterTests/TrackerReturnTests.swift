import Foundation
import MattersArising
import MattersIngest
import MattersLinker
import MattersRegister
import MattersReports
import MattersTestSupport
import Testing

/// A tracker that was written here, edited by hand, and taken in again.
@Suite struct TrackerReturnTests {
  static let body = "Communities and Environment Scrutiny Committee"

  /// A register of the fictional year in a folder of its own.
  private final class Case {
    let folder: URL
    let register: Register
    let scope: ReportScope

    init() throws {
      folder = FileManager.default.temporaryDirectory.appending(path: "back-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      register = try Register(folder.appending(path: "m.sqlite").path, for: .creating)
      _ = try Ingest(into: register).run([ProjectFiles.corpus.appending(path: "brackenmere").path])
      scope = ReportScope(
        body: TrackerReturnTests.body, asOf: try #require(PlainDate(iso: "2024-04-01")))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var recommendations: [RegisteredMatter] {
      get throws {
        try register.matters(MatterFilter(kind: .recommendation, body: TrackerReturnTests.body))
      }
    }

    /// The tracker as CSV, under the permanent references.
    func tracker() throws -> String {
      let keys = [
        "reference", "recommendation", "date_made", "decision_maker", "executive_response",
        "date_of_response", "implementation_review_date", "status",
      ]
      return try RecommendationsReport.make(try recommendations, scope)
        .choosing(ColumnChoice(keys: keys)).csv
    }

    /// The tracker with some words in the last row's empty cells.
    func edited(_ response: String, on day: String = "", status: String = "Awaiting a response")
      throws -> String
    {
      var lines = try tracker().split(separator: "\r\n").map(String.init)
      let last = lines.count - 1
      lines[last] = lines[last].replacing(
        ",Cabinet,,,,Awaiting a response", with: ",Cabinet,\"\(response)\",\(day),,\(status)")
      return lines.joined(separator: "\r\n") + "\r\n"
    }

    @discardableResult func take(_ csv: String, as name: String = "tracker.csv") throws
      -> (summary: Ingest.Summary, back: Ingest.Returned?)
    {
      let file = folder.appending(path: name)
      try Data(csv.utf8).write(to: file)
      let today = try #require(PlainDate(iso: "2024-04-20"))
      var back: Ingest.Returned?
      let summary = try Ingest(into: register, editor: .init(name: "A Clerk", today: today)) {
        if case .returned(_, let what) = $0 { back = what }
      }.run([file.path])
      return (summary, back)
    }

    /// Where everything stands, for comparing.
    func standing() throws -> [String: String] {
      var all: [String: String] = [:]
      for kind in Asked.Kind.allCases {
        for one in try register.matters(MatterFilter(kind: kind)) {
          let position = one.matter.position(.endOf(try #require(PlainDate(iso: "2030-05-01"))))
          all[one.reference] =
            "\(position?.state.rawValue ?? "") \(position?.response ?? "") "
            + "\(position?.ruling?.implementation?.rawValue ?? "") "
            + "\(position?.ruling?.reviewDate ?? "") \(one.matter.events.count)"
        }
      }
      return all
    }
  }

  @Test func untouchedItChangesNothing() throws {
    let one = try Case()
    let before = try one.standing()
    let summary = try one.take(try one.tracker()).summary
    expectSame(summary.returned, 1)
    expectSame(summary.edits, 0)
    expectSame(summary.stored, 0)
    expectSame(try one.standing(), before)
  }

  @Test func whatIsTypedInBecomesAnEventAndNothingElseChanges() throws {
    let one = try Case()
    let before = try one.standing()
    let waiting = try #require(try one.recommendations.last)
    // A response and two dates typed into the row, another row deleted, all others left.
    var lines = try one.tracker().split(separator: "\r\n").map(String.init)
    let row = try #require(lines.firstIndex { $0.hasPrefix(waiting.reference) })
    lines[row] = lines[row].replacing(
      ",Cabinet,,,,Awaiting a response",
      with: ",Cabinet,Accepted. A second officer begins in June.,2024-04-18,2024-12-01,Not started")
    lines.remove(at: 1)
    let (summary, back) = try one.take(lines.joined(separator: "\r\n") + "\r\n")
    expectSame(summary.edits, 1)
    expectSame(back?.taken, [waiting.reference])
    let after = try one.register.matter(named: waiting.reference)
    let event = try #require(after.matter.events.last)
    expectSame(event.kind, .edited)
    expectSame(event.date.iso, "2024-04-18")
    expectSame(event.response, "Accepted. A second officer begins in June.")
    expectSame(event.ruling?.decision, .accepted)
    expectSame(event.ruling?.implementation, .notStarted)
    expectSame(event.ruling?.reviewDate, "2024-12-01")
    var rest = try one.standing()
    var former = before
    rest[waiting.reference] = nil
    former[waiting.reference] = nil
    expectSame(rest, former)
  }

  @Test func theSameFileAgainAddsNothing() throws {
    let one = try Case()
    let csv = try one.edited("It will be looked at.")
    expectSame(try one.take(csv).summary.edits, 1)
    let after = try one.standing()
    expectSame(try one.take(csv).summary.edits, 0)
    expectSame(try one.standing(), after)
  }

  @Test func twoConflictingEditsWaitForAPerson() throws {
    let one = try Case()
    let (a, b) = (try one.edited("It was agreed."), try one.edited("No."))
    expectSame(try one.take(a, as: "one.csv").summary.edits, 1)
    let standing = try one.standing()
    let second = try one.take(b, as: "two.csv")
    expectSame(second.summary.edits, 0)
    expectSame(second.back?.waiting.count, 1)
    expectSame(try one.standing(), standing)
    let found = Disagreements.all(in: try one.recommendations, nation: .england)
      .filter { $0.kind == .conflictingEdits }
    expectSame(found.map(\.first.words), ["It was agreed. (entered by A Clerk)"])
    expectSame(found.map(\.second?.words), ["No."])
    let question = try #require(
      try one.register.questions().first { $0.kind == .conflictingEdit })
    let reference = try one.register.decide(
      edit: question.code, holds: true, enteredBy: "B Clerk")
    expectSame(reference, found.first?.reference)
    let end = Moment.endOf(try #require(PlainDate(iso: "2099-01-01")))
    expectSame(try one.recommendations.last?.matter.position(end)?.response, "No.")
    expectSame(try one.register.questions().filter { $0.kind == .conflictingEdit }.count, 0)
    expectSame(try one.register.verify().faults, [])
  }

  @Test func wordsThatGoOnFromTheOthersContradictNothing() throws {
    let one = try Case()
    let (a, b) = (
      try one.edited("It was agreed."), try one.edited("It was agreed. It begins in June.")
    )
    try one.take(a, as: "one.csv")
    expectSame(try one.take(b, as: "two.csv").summary.edits, 1)
  }

  /// The decision is the Cabinet's, by its minutes: no cell outranks it.
  @Test func minutesAreNotOutranked() throws {
    let one = try Case()
    let decided = try #require(
      try one.recommendations.first {
        $0.matter.events.contains { $0.kind == .decided && $0.ruling?.decision == .rejected }
      })
    var lines = try one.tracker().split(separator: "\r\n").map(String.init)
    let row = try #require(lines.firstIndex { $0.hasPrefix(decided.reference) })
    let cells = lines[row].split(separator: ",", omittingEmptySubsequences: false)
    lines[row] = "\(cells[0]),x,,,Accepted. After all.,,,Accepted"
    let standing = try one.standing()
    let back = try one.take(lines.joined(separator: "\r\n") + "\r\n").back
    expectSame(back?.waiting, [decided.reference])
    expectSame(try one.standing(), standing)
  }

  @Test func anOldCopyTakesNothingBack() throws {
    let one = try Case()
    let old = try one.tracker()
    try one.take(try one.edited("It was agreed."))
    let standing = try one.standing()
    expectSame(try one.take(old, as: "old.csv").summary.edits, 0)
    expectSame(try one.standing(), standing)
  }

  @Test func whatWasTypedCanBeTakenBack() throws {
    let one = try Case()
    let standing = try one.standing()
    let reference = try #require(try one.take(try one.edited("It was agreed.")).back?.taken.first)
    let entry = try #require(try one.register.entryLines(of: reference).last)
    #expect(try one.register.takeBack(entry: entry.id, of: reference, by: "B Clerk"))
    expectSame(try one.standing(), standing)
  }

  /// What our own writer writes of an answer is that answer when it comes back.
  @Test(
    arguments: [
      "=twice as many, and +1", "+44 is the code", "-5% a year", "- a dash is no formula", "@home",
      "'=in quotes'", "''+two of them", "it's plain", "\"quoted\", with commas", "-", "'- a dash",
      "one; two | three",
    ]) func anAnswerComesBackAsItWas(_ answer: String) throws
  {
    let one = try Case()
    let written = CSVWriter.table(ReportTable(caption: "", columns: [answer], rows: []))
    // The line end is no part of the field, and `edited` puts quotation marks around it.
    let field = written.dropLast().trimming(quotes: "\"")
    try one.take(try one.edited(field))
    expectSame(try one.recommendations.last?.matter.events.last?.response, answer)
  }

  @Test func aRowThatIsNotKnownIsNamedAndLeft() throws {
    let one = try Case()
    let standing = try one.standing()
    let csv = try one.tracker() + "CESC/23-24/REC99,Something else,2024-03-12,Cabinet,Yes.,,,\r\n"
    let back = try #require(try one.take(csv).back)
    expectSame(back.unknown.map(\.words), ["CESC/23-24/REC99"])
    expectSame(try one.standing(), standing)
  }

  /// What an edited register says comes through its JSON Lines unchanged.
  @Test func editsAreExportedAndImported() throws {
    let one = try Case()
    try one.take(try one.edited("It was agreed."), as: "one.csv")
    try one.take(try one.edited("No.").replacing("It was agreed.", with: "No."), as: "two.csv")
    let copy = one.folder.appending(path: "copy.sqlite").path
    var lines: [[UInt8]] = []
    try one.register.writeLines { lines.append(Array($0.dropLast())) }
    var rest = lines[...]
    try Register.load(copy) { rest.popFirst() }
    var again: [[UInt8]] = []
    try Register(copy, for: .reading).writeLines { again.append(Array($0.dropLast())) }
    expectSame(again, lines)
    #expect(lines.contains { String(decoding: $0, as: UTF8.self).contains("It was agreed.") })
  }

  /// The council's own references are on the tracker of every meeting: each is a paper.
  @Test func aTrackerOfTheNextMeetingIsAPaper() throws {
    let one = try Case()
    let heading = "Ref No,Recommendation,Date made,Executive response,Status\r\n"
    let first = heading + "SR 01,Mend the sluice.,3 July 2023,,Pending\r\n"
    let title = "Ponds Scrutiny Committee recommendations tracker,,,,\r\n"
    let next = "For the meeting of 4 September 2023,,,,\r\n"
    expectSame(try one.take(title + first, as: "july.csv").summary.stored, 1)
    let summary = try one.take(
      title + next + first + "SR 02,Mend the weir.,3 July 2023,Agreed.,Done\r\n", as: "sept.csv"
    ).summary
    expectSame(summary.stored, 1)
    expectSame(summary.returned, 0)
  }
}

extension Substring {
  /// The field's words between the quotation marks that stand around it, if any do.
  fileprivate func trimming(quotes mark: Character) -> String {
    guard count >= 2, first == mark, last == mark else { return String(self) }
    return String(dropFirst().dropLast())
  }
}
