import Foundation
import MattersArising
import MattersIngest
import MattersLinker
import MattersRegister
import MattersTestSupport
import Testing

@testable import MattersExports

/// What the standards' forms say; that they are valid is tried with validators that are not ours, by
/// Scripts/validate-exports.
@Suite struct StandardsTests {
  private static func holdings(_ papers: String = "brackenmere") throws -> Holdings {
    let fixture = try ExportFixture(papers: papers)
    return try Holdings(fixture.register)
  }

  @Test func onlyWhoHoldsAnOfficeIsAPerson() throws {
    let holdings = try Self.holdings()
    #expect(holdings.people.count > 5)
    let asked = Set(
      holdings.meetings.flatMap(\.questions).map { MatchKey($0.question.questioner) })
    #expect(!asked.isEmpty)
    #expect(holdings.people.allSatisfy { !asked.contains(MatchKey($0.name)) })
    #expect(holdings.people.allSatisfy { !$0.posts.isEmpty })
  }

  @Test func whatTheExecutiveSaidIsInTheBillsExtras() throws {
    let bills = OpenCivicData(try Self.holdings()).files.filter { $0.name.hasPrefix("bill_") }
      .compactMap { JSONValue($0.text) }
    let rejected = bills.filter { $0["extras"]?["decision"]?.text == "rejected" }
    #expect(rejected.count == 3)
    #expect(
      rejected.allSatisfy { bill in
        bill["actions"]?.elements?.contains {
          $0["classification"]?.elements == [.string("executive-receipt")]
        } ?? false
      })
  }

  @Test func identifiersAreTheSameEachTime() throws {
    let (a, b) = (try Self.holdings(), try Self.holdings())
    expectSame(Popolo(a).files[0].text, Popolo(b).files[0].text)
    expectSame(StableID.uuid("a", "b").count, 36)
    #expect(StableID.uuid("a", "b") != StableID.uuid("ab"))
    expectSame(StableID.slug("Ponds & Ducks Council"), "ponds-ducks-council")
  }

  @Test(arguments: [
    ("2024-03-30", "+00:00"), ("2024-03-31", "+01:00"), ("2024-10-26", "+01:00"),
    ("2024-10-27", "+00:00"), ("2024-12-25", "+00:00"),
  ]) func timesAreThoseOfTheUnitedKingdom(_ day: String, _ offset: String) throws {
    let day = try #require(PlainDate(iso: day))
    expectSame(OParl.moment(day, "14:00"), "\(day.iso)T14:00:00\(offset)")
  }

  @Test func annotationsPointAtTheTextTheyQuote() throws {
    let fixture = try ExportFixture()
    let files = try WebAnnotations.files(fixture.register)
    var texts: [String: [Unicode.Scalar]] = [:]
    try fixture.register.eachText { hash, source in
      texts["urn:sha256:\(hash)"] = Array(
        String(decoding: source.bytes, as: UTF8.self).unicodeScalars)
    }
    var count = 0
    for file in files {
      for item in JSONValue(file.text)?["items"]?.elements ?? [] {
        let selectors = item["target"]?["selector"]?.elements ?? []
        let text = try #require(item["target"]?["source"]?.text.flatMap { texts[$0] })
        let quote = try #require(selectors[0]["exact"]?.text)
        let start = try #require(selectors[1]["start"]?.whole)
        let end = try #require(selectors[1]["end"]?.whole)
        #expect(String(String.UnicodeScalarView(text[start..<end])) == quote)
        count += 1
      }
    }
    #expect(count > 600)
  }

  @Test func whatIsTakenInPrivateIsLeftOut() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "private-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let minutes = """
      Ponds Council

      Minutes of the meeting of the Ponds Scrutiny Committee held at The Hall on Monday 3 July 2023 at 2.00 pm

      4. DUCKS

      It was resolved that the following information requests be made:

      - (a) The number of ducks.

      5. EXEMPT: THE PRICE OF THE POND

      Exempt by virtue of paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972.

      The seller wants a secret price for it.

      It was resolved that the following information requests be made:

      - (a) A map of the secret price.

      6. BREAD

      It was resolved that bread be noted.
      """
    // As a whole kept from the public, it speaks of a public request.
    let tracker = """
      Ponds Scrutiny Committee Information Requests Tracker

      For the meeting of 4 September 2023

      Meeting	Information request	Response	Status
      3 July 2023	(a) The number of ducks.	Six, at a secret price.	Completed
      """
    func file(_ name: String, _ text: String) throws -> String {
      let path = folder.appending(path: name)
      try Data(text.utf8).write(to: path)
      return path.path
    }
    let register = try Register(folder.appending(path: "m.sqlite").path, for: .creating)
    _ = try Ingest(into: register).run([try file("minutes.txt", minutes)])
    _ = try Ingest(into: register, isExempt: true).run([try file("tracker.txt", tracker)])
    let ducks = try #require(
      try register.matters(MatterFilter(kind: .request)).first { $0.matter.text.contains("ducks") })
    try #require(ducks.matter.events.contains { $0.access != .public })
    // An officer goes on from the private words: what was typed is as private.
    let edited =
      "Reference,Information request,Response,Status\r\n"
      + "\(ducks.reference),The number of ducks.,\"Six, at a secret price. Two are brown.\",\r\n"
    let today = try #require(PlainDate(iso: "2023-10-01"))
    let summary = try Ingest(into: register, editor: .init(name: "A Clerk", today: today))
      .run([try file("edited.csv", edited)])
    expectSame(summary.edits, 1)
    try #require(
      try register.records(RecordKind.allCases).contains { $0.record.access != .public })
    for format in Export.Format.allCases where format != .jsonl {
      let out = folder.appending(path: format.rawValue).path
      var isThere = false
      for name in try Export.write(register, to: out, as: format, address: "https://example.org") {
        let text = try String(contentsOfFile: "\(out)/\(name)", encoding: .utf8)
        #expect(!text.contains("secret price"), "\(format) \(name)")
        isThere = isThere || text.contains("number of ducks") || text.contains("bread be noted")
      }
      // What is public is in those that have the committee's own words.
      if format != .popolo { #expect(isThere, "\(format)") }
    }
  }
}
