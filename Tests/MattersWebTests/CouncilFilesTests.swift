import Foundation
import HTTPTypes
import MattersIngest
import MattersLinker
import MattersRegister
import MattersTestSupport
import MattersText
import Testing

@testable import MattersWeb

/// The council's file and calendars, taken in by the browser.
@Suite struct CouncilFilesTests {
  static let file = """
    name = "Pondshire Council"
    nation = "england"

    [[body]]
    name = "Ponds Scrutiny Committee"
    short = "PSC"
    kind = "scrutiny"

    [[owner]]
    post = "Head of Ponds"
    email = "ponds@example.org"

    """

  @Test func theCouncilsFileIsShownAndThenTakenIn() async throws {
    let site = try SiteFixture(papers: [Papers.minutes])
    try await site.browse { (browser) async throws -> Void in
      func send(_ contents: String) async throws -> Browser.Answer {
        try await browser.upload(
          "council.toml", contents, token: try await browser.token("/council"),
          to: "/council/read", with: [("kind", "council")])
      }
      #expect(try await browser.get("/council.toml").status == 404)
      let read = try await send(Self.file)
      #expect(read.status == 200 && read.body.contains("What council.toml says"))
      #expect(read.body.contains("Head of Ponds"))
      #expect(try site.register.council() == nil, "nothing is taken in before it was looked at")
      let taken = try await browser.post(
        "/council/take", [("draft", Browser.draft(in: read))], formAt: "/council")
      #expect(taken.headers[.location] == "/council?done=councilTaken")
      expectSame(try site.register.council()?.owner?.map(\.post), ["Head of Ponds"])
      let page = try await browser.get("/council").body
      #expect(page.contains("by A. Clerk") && page.contains("ponds@example.org"))

      let own = try await browser.get("/council.toml").body
      expectSame(
        try CouncilFile.read(Array(own.utf8), name: "own"), try site.register.council())
      let less = try await send("name = \"Pondshire Council\"\n")
      #expect(less.body.contains("No longer in it"))
      #expect(less.body.contains("Ponds Scrutiny Committee"))
      let again = try await browser.post(
        "/council/take", [("draft", Browser.draft(in: read))], formAt: "/council")
      #expect(again.headers[.location] == "/council?done=notTaken")
    }
  }

  @Test(arguments: [
    ("name = ", "council.toml:1: not TOML"), ("", "Choose a file"),
    ("name = \"P\"\nnations = \"x\"\n", "council.toml:2: nations: no such key"),
  ])
  func aFaultyFileIsSaidByItsLine(contents: String, words: String) async throws {
    let site = try SiteFixture(papers: [Papers.minutes])
    try await site.browse { (browser) async throws -> Void in
      let answer = try await browser.upload(
        "council.toml", contents, token: try await browser.token("/council"),
        to: "/council/read", with: [("kind", "council")])
      #expect(answer.status == 422)
      #expect(answer.body.contains(words) && answer.body.contains("#council-file"))
    }
    #expect(try site.register.council() == nil)
  }

  @Test func aCalendarIsShownAndThenTakenIn() async throws {
    let site = try SiteFixture(papers: [Papers.minutes])
    let table = """
      Date;Committee;Start time;Status;Notes
      11 June 2024;Ponds Scrutiny Committee;18:30;;
      9 July 2024;Ponds Scrutiny Committee;18:30;Cancelled;"Election;
      purdah"
      soon;Ponds Scrutiny Committee;;;

      """
    try await site.browse { (browser) async throws -> Void in
      let read = try await browser.upload(
        "dates.csv", table, token: try await browser.token("/council"), to: "/council/read",
        with: [("kind", "calendar"), ("body", "")])
      #expect(read.body.contains("dates.csv:5: the row has no day"))
      #expect(read.body.contains("Election;") && read.body.contains("11 June 2024"))
      let before = try site.register.calendar().days.count
      let taken = try await browser.post(
        "/council/take", [("draft", Browser.draft(in: read))], formAt: "/council")
      #expect(taken.headers[.location] == "/council?done=calendarTaken")
      let days = try site.register.calendar().days
      expectSame(days.count, before + 2)
      let off = try #require(days.first { $0.date.iso == "2024-07-09" })
      expectSame(off.status, "cancelled")
      expectSame(off.source, "dates.csv, taken in by A. Clerk")
      let none = try await browser.upload(
        "dates.csv", "a,b\n", token: try await browser.token("/council"), to: "/council/read",
        with: [("kind", "calendar"), ("body", "")])
      #expect(none.status == 422 && none.body.contains("#calendar-file"))
    }
  }

  @Test func membersTakeNothingIn() async throws {
    let site = try SiteFixture(papers: [Papers.minutes])
    let options = site.options {
      $0.trustedHeader = .init(name: "X-Member", officers: ["A. Clerk"])
    }
    try await site.browse(options) { (browser) async throws -> Void in
      browser.headers[try #require(HTTPField.Name("X-Member"))] = "C. Member"
      let answer = try await browser.upload(
        "council.toml", Self.file, token: "x", to: "/council/read", with: [("kind", "council")])
      #expect(answer.status == 403)
      #expect(try await browser.post("/council/take", [("draft", "x")]).status == 403)
      #expect(try await browser.get("/council.toml").status == 403)
    }
  }
}
