import Foundation
import HTTPTypes
import MattersLinker
import MattersRecords
import MattersRegister
import MattersTestSupport
import MattersText
import Testing

/// What only a person can say, said in the browser and taken back.
@Suite struct ReviewTests {
  static let minutes = """
    Ponds Council

    Minutes of the meeting of the Ponds Scrutiny Committee held at The Hall on Monday 3 July 2023 at 2.00 pm

    4. DUCKS

    And that the following information requests be made:

    - (a) The number of ducks counted on the mill pond in each month of 2022;
    - (b) The number of ducks counted on the mill pond in each month of 2023;
    - (c) A map of the reed beds with the names of their owners; and
    - (d) The price of bread.
    """
  static let tracker = """
    Ponds Scrutiny Committee Information Requests Tracker

    For the meeting of 4 September 2023

    Meeting\tInformation request\tResponse\tStatus
    3 July 2023\tThe number of ducks counted on the mill pond in each month\tAwaited\t
    3 July 2023\tA map of the reed beds with the names of their owners\tSent on 1 August 2023.\t
    """

  private static func site() throws -> SiteFixture {
    let site = try SiteFixture(papers: [minutes, tracker])
    #expect(try site.register.questions().count == 1, "the papers are not read as this needs")
    return site
  }

  private static func code(_ site: SiteFixture) throws -> String {
    try #require(try site.register.questions().first).code
  }

  @Test func aQuestionQuotesBothPapers() async throws {
    let site = try Self.site()
    let code = try Self.code(site)
    try await site.browse { (browser) async throws -> Void in
      let page = try await browser.get("/review").body
      #expect(page.contains("<strong>1</strong> question"))
      #expect(
        page.contains("<mark>The number of ducks counted on the mill pond in each month</mark>"))
      #expect(
        page.contains("<mark>The number of ducks counted on the mill pond in each month of 2022"))
      for reference in ["PSC/23-24/IR01", "PSC/23-24/IR02"] {
        #expect(page.contains("value=\"\(reference)\""), "\(reference)")
      }
      #expect(page.contains("name=\"code\" value=\"\(code)\""))
    }
  }

  @Test func aLinkIsConfirmedAndTakenBack() async throws {
    let site = try Self.site()
    let code = try Self.code(site)
    try await site.browse { (browser) async throws -> Void in
      let done = try await browser.post(
        "/review/answer", [("code", code), ("answer", "PSC/23-24/IR02"), ("note", "<the> clerk")],
        formAt: "/review")
      #expect(done.headers[.location] == "/review?done=linked")
      let page = try await browser.get("/review?done=linked").body
      #expect(page.contains("The link was recorded."))
      #expect(page.contains("Nothing is in doubt."))
      #expect(page.contains("</a>. It belongs to PSC/23-24/IR02, said by A. Clerk"))
      #expect(page.contains("&lt;the&gt; clerk"))
      let thread = "/thread/PSC/23-24/IR02"
      #expect(try await browser.get(thread).body.contains("In a tracker"))
      let undone = try await browser.post(
        "/change/undo", [("reference", "PSC/23-24/IR02"), ("verdict", "1")], formAt: thread)
      #expect(undone.headers[.location] == thread + "?done=undone")
      #expect(try await !browser.get(thread).body.contains("In a tracker"))
      #expect(try await browser.get("/review").body.contains("<strong>1</strong> question"))
      for verdict in ["1", "2", "3", "x"] {
        let again = try await browser.post(
          "/review/undo", [("verdict", verdict)], formAt: "/review")
        #expect(again.status == 404, "\(verdict)")
      }
    }
  }

  @Test func allCandidatesAreRejectedAndItIsAskedAgain() async throws {
    let site = try Self.site()
    let code = try Self.code(site)
    try await site.browse { (browser) async throws -> Void in
      let done = try await browser.post(
        "/review/answer", [("code", code), ("answer", "none")], formAt: "/review")
      #expect(done.headers[.location] == "/review?done=rejected")
      #expect(try site.register.questions().isEmpty)
      let gone = try await browser.post(
        "/review/answer", [("code", code), ("answer", "none")], formAt: "/review")
      #expect(gone.status == 422)
      #expect(gone.body.contains("This question is open no longer."))
      let last = try #require(try site.register.verdictLines(most: 1).first)
      let undone = try await browser.post(
        "/review/undo", [("verdict", String(last.id))], formAt: "/review")
      #expect(undone.headers[.location] == "/review?done=reopened")
      #expect(try site.register.questions().map(\.code) == [code])
    }
  }

  @Test func anotherMatterCanBeNamed() async throws {
    let site = try Self.site()
    let code = try Self.code(site)
    try await site.browse { (browser) async throws -> Void in
      for (answer, to, words) in [
        ("other", "", "Give a reference"), ("other", "PSC/99-00/IR77", "There is no matter"),
        ("PSC/23-24/IR04", "", "Say what it is"), ("", "", "Say what it is"),
      ] {
        let wrong = try await browser.post(
          "/review/answer", [("code", code), ("answer", answer), ("to", to)], formAt: "/review")
        #expect(wrong.status == 422, "\(answer) \(to)")
        #expect(wrong.body.contains(words), "\(answer) \(to)")
      }
      let done = try await browser.post(
        "/review/answer", [("code", code), ("answer", "other"), ("to", "PSC/23-24/IR04")],
        formAt: "/review")
      #expect(done.status == 303)
      #expect(try await browser.get("/thread/PSC/23-24/IR04").body.contains("In a tracker"))
    }
  }

  @Test func aRecordThatWasLinkedToNothingIsPlaced() async throws {
    let site = try Self.site()
    let record = try #require(
      site.register.paper(2, for: .officers)?.records.first { $0.record.kind == .trackerEntry }
    ).record.id.description
    try await site.browse { (browser) async throws -> Void in
      let found = try await browser.get("/find?paper=2&record=\(record)")
      let form = "/review/place?paper=2&record=\(record)"
      #expect(found.headers[.location] == form)
      #expect(try await browser.get(form).body.contains("<mark>The number of ducks"))
      let fields = [("paper", "2"), ("record", record)]
      let wrong = try await browser.post("/review/place", fields + [("to", "X")], formAt: form)
      #expect(wrong.status == 422)
      let done = try await browser.post(
        "/review/place", fields + [("to", "PSC/23-24/IR02")], formAt: form)
      #expect(done.headers[.location] == "/thread/PSC/23-24/IR02?done=linked")
      #expect(try site.register.questions().isEmpty)
      for other in ["/review/place?paper=9&record=x", "/review/place?paper=2&record=x"] {
        #expect(try await browser.get(other).status == 404, "\(other)")
      }
    }
  }

  @Test func aWrongLinkIsTakenOffItsMatter() async throws {
    let site = try Self.site()
    try await site.browse { (browser) async throws -> Void in
      let thread = "/thread/PSC/23-24/IR03"
      let page = try await browser.get(thread).body
      #expect(page.contains("In a tracker"))
      let form = try #require(
        page.split(separator: "href=\"/change/belongs?").dropFirst().first?.split(separator: "\"")
          .first
      ).replacing("&amp;", with: "&")
      let record = try #require(form.split(separator: "record=").last.map(String.init))
      let fields = [("reference", "PSC/23-24/IR03"), ("paper", "2"), ("record", record)]
      let moved = try await browser.post(
        "/change/belongs", fields + [("answer", "other"), ("to", "PSC/23-24/IR04")],
        formAt: "/change/belongs?\(form)")
      #expect(moved.headers[.location] == thread + "?done=placed")
      #expect(try await !browser.get(thread).body.contains("In a tracker"))
      #expect(try await browser.get("/thread/PSC/23-24/IR04").body.contains("In a tracker"))
      let last = try #require(try site.register.verdictLines(most: 1).first)
      _ = try await browser.post(
        "/change/undo", [("reference", "PSC/23-24/IR03"), ("verdict", String(last.id))],
        formAt: thread)
      #expect(try await browser.get(thread).body.contains("In a tracker"))
      let same = try await browser.post(
        "/change/belongs", fields + [("answer", "other"), ("to", "PSC/23-24/IR03")],
        formAt: "/review")
      #expect(same.status == 422)
    }
  }

  @Test func whereItStandsIsCorrectedAndTakenBack() async throws {
    let site = try Self.site()
    let thread = "/thread/PSC/23-24/IR03"
    try await site.browse { (browser) async throws -> Void in
      let form = "/change/set?reference=PSC/23-24/IR03"
      for (name, value) in [
        ("state", "completed"), ("state", "mended"), ("due", "soon"), ("on", "2023-07-02"),
      ] {
        let wrong = try await browser.post(
          "/change/set",
          [("reference", "PSC/23-24/IR03"), ("state", "holding"), (name, value)]
            .reversed(), formAt: form)
        #expect(wrong.status == 422, "\(name) \(value)")
        #expect(wrong.body.contains("href=\"#\(name)\""), "\(name) \(value)")
      }
      let done = try await browser.post(
        "/change/set",
        [("reference", "PSC/23-24/IR03"), ("state", "partly_answered"), ("note", "one bed only")],
        formAt: form)
      #expect(done.headers[.location] == thread + "?done=standing")
      #expect(try await browser.get("/requests?state=partly_answered").body.contains("IR03"))
      let page = try await browser.get(thread).body
      #expect(page.contains("Set by hand, partly answered"))
      #expect(page.contains("one bed only"))
      let undone = try await browser.post(
        "/change/undo", [("reference", "PSC/23-24/IR03"), ("entry", "1")], formAt: thread)
      #expect(undone.status == 303)
      #expect(try await !browser.get("/requests?state=partly_answered").body.contains("IR03"))
    }
  }

  @Test func aDayThatStartsTheClockIsRecorded() async throws {
    let site = try SiteFixture.year()
    let matter = try #require(try site.register.matters(.init(kind: .recommendation)).first)
    let raised = try #require(matter.matter.raised)
    try await site.browse { (browser) async throws -> Void in
      let form = "/change/received?reference=\(matter.reference)"
      let done = try await browser.post(
        "/change/received",
        [("reference", matter.reference), ("what", "noticed"), ("on", raised.iso)], formAt: form)
      #expect(done.headers[.location] == "/thread/\(matter.reference)?done=clock")
      let page = try await browser.get("/thread/\(matter.reference)").body
      #expect(page.contains("Written notice given"))
    }
  }
}
