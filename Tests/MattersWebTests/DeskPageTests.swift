import Foundation
import HTTPTypes
import MattersIngest
import MattersLinker
import MattersRecords
import MattersRegister
import MattersTestSupport
import MattersText
import Testing

@testable import MattersWeb

/// The work between two meetings, in the browser.
@Suite struct DeskPageTests {
  static let pages = [
    "/desk", "/add", "/letters", "/agenda", "/programme", "/year-end", "/council",
  ]
  static let reference = "PSC/23-24/IR01"

  @Test func everyPageOfTheDeskAnswers() async throws {
    let site = try SiteFixture.year()
    let body = "Communities+and+Environment+Scrutiny+Committee"
    let forms = ChangeForm.all.map { "/change/\($0.name)?reference=CESC/23-24/REC01" }
    try await site.browse { (browser) async throws -> Void in
      for address in Self.pages + forms + [
        "/groups", "/agenda?body=\(body)", "/agenda?body=\(body)&date=2024-03-12",
        "/agenda?body=\(body)&date=soon", "/programme?body=\(body)",
        "/year-end?body=\(body)&year=2023", "/year-end?body=\(body)&year=x", "/agenda?body=none",
      ] {
        let page = try await browser.get(address)
        #expect(page.status == 200, "\(page.status) \(address)")
        #expect(page.body.contains("<h1"), "\(address)")
        #expect(!page.body.contains("{{") && !page.body.contains("Optional("), "\(address)")
      }
      let agenda = try await browser.get("/agenda?body=\(body)&date=2024-03-12").body
      #expect(agenda.contains("Due on 12 March 2024"))
      #expect(agenda.contains("href=\"/thread/CESC/23-24/"))
      let programme = try await browser.get("/programme?body=\(body)").body
      #expect(programme.contains("/programme/item?body="))
      let end = try await browser.get("/year-end?body=\(body)&year=2023").body
      #expect(end.contains("Carried over") && end.contains("/thread/CESC/23-24/"))
      for page in ["/agenda?body=\(body)&date=2024-03-12", "/year-end?body=\(body)&year=2023"] {
        let file = try await browser.get(page + "&format=csv")
        #expect(file.headers[.contentDisposition]?.hasSuffix(".csv\"") == true, "\(page)")
        #expect(file.body.hasPrefix("Part,Reference") && file.body.contains("CESC/23-24/"))
        #expect(try await browser.get(page + "&format=md").body.contains("| CESC/23-24/"))
      }
      for address in [
        "/letters/CHASE-9", "/letters/CHASE-9.eml", "/letters/x.exe",
        "/groups?name=none", "/programme/item?body=\(body)&item=none", "/programme/item",
      ] {
        #expect(try await browser.get(address).status == 404, "\(address)")
      }
    }
  }

  @Test func theDeskIsForOfficers() async throws {
    let site = try SiteFixture(papers: [Papers.minutes])
    let options = site.options {
      $0.trustedHeader = .init(name: "X-Member", officers: ["A. Clerk"])
    }
    try await site.browse(options) { (browser) async throws -> Void in
      browser.headers[try #require(HTTPField.Name("X-Member"))] = "C. Member"
      for address in Self.pages + ["/letters/CHASE-1", "/letters/CHASE-1.eml", "/programme/item"] {
        #expect(try await browser.get(address).status == 403, "\(address)")
      }
      #expect(try await browser.get("/groups").status == 200)
      #expect(!(try await browser.get("/requests").body.contains("/add")))
    }
  }

  @Test func whatIsAddedByHandHasAReference() async throws {
    let site = try SiteFixture(papers: [Papers.minutes])
    try await site.browse { (browser) async throws -> Void in
      let right = [
        ("kind", "action"), ("body", "Ponds Scrutiny Committee"), ("meeting", "2023-07-03"),
        ("text", "Book the hall."), ("to", "Democratic Services"), ("due", "2023-08-01"),
        ("who", "everybody"),
      ]
      for (name, value, words) in [
        ("kind", "wish", "There is no such choice"), ("body", "", "Choose a committee"),
        ("meeting", "2099-01-01", "still to come"), ("text", "", "Give the words"),
        ("due", "2023-07-01", "before it was asked"),
      ] {
        let fields = right.filter { $0.0 != name } + [(name, value)]
        let answer = try await browser.post("/add", fields, formAt: "/add")
        #expect(answer.status == 422, "\(name)=\(value)")
        #expect(answer.body.contains(words), "\(name)=\(value)")
      }
      let done = try await browser.post("/add", right, formAt: "/add")
      #expect(done.headers[.location] == "/thread/PSC/23-24/AC01?done=added")
      let page = try await browser.get("/thread/PSC/23-24/AC01?done=added").body
      #expect(page.contains("It was added") && page.contains("Entered by A. Clerk"))
      let twice = try await browser.post(
        "/add",
        [
          ("kind", "request"), ("body", "Ponds Scrutiny Committee"), ("meeting", "2023-07-03"),
          ("text", "The cost of bread."),
        ], formAt: "/add")
      #expect(twice.body.contains("The register has it already, as PSC/23-24/IR02"))
    }
  }

  @Test func ownersNotesAndCorrectionsAreRecordedOnTheThread() async throws {
    let site = try SiteFixture(papers: [Papers.minutes])
    try await site.browse { (browser) async throws -> Void in
      func change(_ name: String, _ fields: [(String, String)]) async throws -> Browser.Answer {
        try await browser.post(
          "/change/\(name)", [("reference", Self.reference)] + fields,
          formAt: "/change/\(name)?reference=\(Self.reference)")
      }
      #expect(try await change("assign", [("to", "Head of Ponds")]).status == 303)
      #expect(try await change("note", [("words", "Rang."), ("who", "officers")]).status == 303)
      #expect(try await change("chased", [("on", "2023-08-01"), ("note", "rang")]).status == 303)
      #expect(
        try await change("amend", [("text", "A map of the ponds"), ("note", "a slip")]).status
          == 303
      )
      for (name, fields) in [
        ("assign", [("to", "")]), ("note", [("words", ""), ("who", "officers")]),
        ("note", [("words", "x"), ("who", "")]), ("amend", [("note", "why")]),
        ("amend", [("text", "x")]), ("chased", [("on", "2023-07-01")]), ("retract", []),
      ] as [(String, [(String, String)])] {
        #expect(try await change(name, fields).status == 422, "\(name) \(fields)")
      }
      let page = try await browser.get("/thread/\(Self.reference)").body
      for words in [
        "A map of the ponds</h1>", "Head of Ponds", "Rang.", "Letter sent to ask for an answer",
        "Entered by A. Clerk",
      ] {
        #expect(page.contains(words), "\(words)")
      }
      #expect(try await change("retract", [("reason", "twice")]).status == 303)
      #expect(try await change("retract", [("reason", "twice")]).status == 422)
      #expect(!(try await browser.get("/requests").body.contains(Self.reference)))
    }
  }

  @Test func aLetterIsDraftedAndMarkedAsSent() async throws {
    let site = try SiteFixture(papers: [Papers.minutes])
    try site.register.assign(
      try site.register.matter(named: Self.reference), to: "Head of Ponds",
      on: try #require(PlainDate(iso: "2023-08-01")), note: nil, enteredBy: "A. Clerk")
    try await site.browse { (browser) async throws -> Void in
      let none = try await browser.post(
        "/letters/draft", [("kind", "notice")], formAt: "/letters")
      #expect(none.status == 422 && none.body.contains("No recommendation waits"))
      let drafted = try await browser.post(
        "/letters/draft", [("kind", "chase"), ("date", "2024-03-01")], formAt: "/letters")
      #expect(drafted.headers[.location] == "/letters?done=drafted")
      let letter = "/letters/CHASE-1"
      #expect(try await browser.get(letter).body.contains("Dear Head of Ponds"))
      let mail = try await browser.get(letter + ".eml")
      #expect(mail.headers[.contentType] == "message/rfc822")
      #expect(mail.body.contains("X-Unsent: 1"))
      #expect(try await browser.get(letter + ".txt").body.hasPrefix("To: Head of Ponds"))
      let early = try await browser.post(
        "/letters/sent", [("letter", "CHASE-1"), ("on", "2024-02-01")], formAt: letter)
      #expect(early.status == 422)
      let sent = try await browser.post(
        "/letters/sent", [("letter", "CHASE-1"), ("on", "2024-03-02")], formAt: letter)
      #expect(sent.headers[.location] == letter + "?done=sent")
      let chased = "Letter sent to ask for an answer"
      #expect(try await browser.get("/thread/\(Self.reference)").body.contains(chased))
      let back = try await browser.post(
        "/letters/unsent", [("letter", "CHASE-1")], formAt: letter)
      #expect(back.headers[.location] == letter + "?done=unsent")
      let thread = try await browser.get("/thread/\(Self.reference)").body
      #expect(!thread.contains("<strong>\(chased)"))
      #expect(try await browser.get(letter).body.contains("Mark as sent"))
    }
  }

  @Test func aWorkProgrammeIsMoved() async throws {
    let site = try SiteFixture(papers: [Papers.minutes])
    let body = ("body", "Ponds Scrutiny Committee")
    let list = "/programme?body=Ponds+Scrutiny+Committee"
    try await site.browse { (browser) async throws -> Void in
      let added = try await browser.post(
        "/programme/add", [body, ("title", "Winter feeding"), ("meeting", "2024-06-01")],
        formAt: list)
      let item = try #require(added.headers[.location])
      #expect(item.hasPrefix("/programme/item?body=") && item.hasSuffix("&done=planned"))
      let code = try #require(item.split(separator: "item=").last?.prefix { $0 != "&" })
      let again = try await browser.post(
        "/programme/add", [body, ("title", "winter feeding")], formAt: list)
      #expect(again.status == 422 && again.body.contains("on the programme already"))
      for (move, meeting, status) in [
        ("moved", "2024-07-01", 303), ("moved", "", 422), ("done", "2024-06-01", 422),
        ("scheduled", "2024-06-01", 422), ("reserve", "", 303), ("done", "2024-03-01", 303),
      ] {
        let fields = [body, ("item", String(code)), ("move", move), ("meeting", meeting)]
        let answer = try await browser.post("/programme/move", fields, formAt: list)
        #expect(answer.status == status, "\(move) \(meeting)")
      }
      let page = try await browser.get(item).body
      for words in ["Planned", "Moved", "In reserve", "Done", "1 July 2024"] {
        #expect(page.contains(words), "\(words)")
      }
    }
  }

  @Test func whatWasTypedIntoATrackerIsSeenFirst() async throws {
    let site = try SiteFixture(papers: [Papers.minutes])
    try await site.browse { (browser) async throws -> Void in
      let report = try await browser.get(
        "/downloads/report?report=progress&body=Ponds+Scrutiny+Committee&meeting=2023-09-05&format=csv"
      ).body
      let edited = report.replacing(
        "without ducks.,,Response pending.", with: "without ducks.,,All have ducks.")
      #expect(edited != report)
      let token = try await browser.token("/upload")
      let preview = try await browser.upload("tracker.csv", edited, token: token)
      #expect(preview.body.contains("What was typed into tracker.csv"))
      #expect(preview.body.contains("All have ducks."))
      #expect(try site.register.entryLines(of: Self.reference).isEmpty)
      let draft = Browser.draft(in: preview)
      let taken = try await browser.post("/upload/store", [("draft", draft), ("token", token)])
      #expect(taken.body.contains("What was taken in"))
      let page = try await browser.get("/thread/\(Self.reference)").body
      #expect(page.contains("Typed into a tracker") && page.contains("Entered by A. Clerk"))
      let again = try await browser.upload("tracker.csv", edited, token: token)
      #expect(again.body.contains("there is nothing to take in"))
    }
  }

  @Test func aPaperSaysWhoUploadedIt() async throws {
    let site = try SiteFixture()
    try await site.browse { (browser) async throws -> Void in
      let token = try await browser.token("/upload")
      let preview = try await browser.upload("minutes.txt", Papers.minutes, token: token)
      let draft = Browser.draft(in: preview)
      _ = try await browser.post("/upload/store", [("draft", draft), ("token", token)])
      #expect(try await browser.get("/papers/1").body.contains("uploaded by A. Clerk"))
    }
    expectSame(try site.register.uploader(of: 1)?.person, "A. Clerk")
  }
}
