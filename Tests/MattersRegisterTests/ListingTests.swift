import Foundation
import MattersIngest
import MattersLinker
import MattersRecords
import MattersReports
import MattersTestSupport
import MattersText
import Testing

@testable import MattersRegister

/// A list that is read by lines says what it says when each matter is worked out from its events.
@Suite struct ListingTests {
  private static func expectSameLists(
    _ register: Register, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let days = try ["2022-10-12", "2023-11-30", "2024-02-01", "2024-04-01", "2030-01-01"]
      .map { try #require(PlainDate(iso: $0)) }
    for kind in Asked.Kind.allCases {
      for day in days {
        for isOpen in [false, true] {
          let filter = MatterFilter(kind: kind, openAt: isOpen ? day : nil)
          let listed = MatterListing(
            kind, try register.listed(filter, asOf: day), asOf: day, onlyUnresolved: isOpen)
          let whole = MatterListing(
            kind, try register.matters(MatterFilter(kind: kind)), asOf: day,
            onlyUnresolved: isOpen)
          let what = "\(name): \(kind) at \(day), open: \(isOpen)"
          expectSame(listed.json, whole.json, what)
          for group in MatterListing.Group.allCases {
            expectSame(listed.table(group), whole.table(group), what)
            expectSame(listed.terminalTable(group), whole.terminalTable(group), what)
          }
        }
      }
    }
  }

  @Test func linesSayWhatEventsSay() throws {
    let folder = try RegisterTests.Folder()
    let register = try Register(folder.register, for: .creating)
    _ = try Ingest(into: register).run([ProjectFiles.corpus.appending(path: "brackenmere").path])
    try Self.expectSameLists(register, "papers")

    let later = try #require(PlainDate(iso: "2030-01-01"))
    let open = try register.listed(MatterFilter(kind: .request), asOf: later)
    let lines = open.filter { if case .line = $0 { true } else { false } }
    #expect(lines.count > open.count / 2, "most are told by their lines")

    let requests = try register.matters(MatterFilter(kind: .request))
    let first = try #require(requests.first)
    let last = try #require(requests.last)
    let day = try #require(PlainDate(iso: "2024-03-01"))
    try register.respond(
      to: first, on: day, from: "A post", text: "Words.", state: .answered, enteredBy: "A. Clerk")
    try register.retract(last, on: day, reason: "never asked", enteredBy: "A. Clerk")
    let body = first.matter.body
    _ = try register.add(
      Addition(.request, body: body, date: day, text: "The cost of the hall."),
      enteredBy: "A. Clerk")
    try Self.expectSameLists(register, "what people said")
  }

  /// `Scripts/bench` measures the list beside SQLite's own shell, which is to be asked the same.
  @Test func whatIsMeasuredIsWhatIsAsked() throws {
    let file = ProjectFiles.root.appending(path: "Scripts/unresolved.sql")
    func words(_ sql: String) -> String {
      sql.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let asked = Register.listing(where: "matter.kind = 'request'", openOnly: true)
      .replacing("?1", with: ":day")
    expectSame(words(try String(contentsOf: file, encoding: .utf8)), words(asked + ";"))
  }
}
