import Foundation
import HTTPTypes
import MattersLinker
import MattersRegister
import MattersTestSupport
import Testing

@testable import MattersWeb

/// What somebody who means ill sends.
@Suite struct AttackTests {
  private static let script = "\"><script>alert(1)</script><svg/onload=alert(2)>{{token}}"
  private static let signs = ["<script>alert(1)", "<svg/onload"]

  /// Every field of a paper that a page shows, with markup in it.
  private static let papers = [
    """
    Ponds \(script) Council

    Minutes of the meeting of the Ponds Scrutiny Committee held at The \(script) Hall on Monday 3 July 2023 at 2.00 pm

    Present: Councillor A. \(script) Duck (Chairperson)
    Officers: B. \(script), Head of \(script)

    4. DUCKS \(script)

    And that the following information requests be made:

    - (a) A list of \(script) ponds; and
    - (b) The cost of bread.

    RESOLVED to recommend to the \(script) Cabinet Member:

    - (c) That \(script) be fed.
    """,
    """
    Ponds Scrutiny Committee Information Requests Tracker

    For the meeting of 4 September 2023

    Meeting\tSubject\tInformation request\tDepartment Responsible\tResponse\tStatus
    3 July 2023\tDucks \(script)\tThe cost of bread.\tHead of \(script)\tA response \(script).\t\(script)
    """,
  ]

  private static let pages = [
    "/", "/requests", "/recommendations", "/actions", "/papers", "/papers/1", "/papers/2",
    "/meetings", "/review", "/review/records", "/about", "/downloads", "/api", "/feed.atom",
    "/meeting?body=ponds+scrutiny+committee&date=2023-07-03", "/search?q=alert",
    "/thread/PSC/23-24/IR01", "/thread/PSC/23-24/IR02", "/thread/PSC/23-24/REC01",
    "/downloads/report?report=officer&body=PSC&meeting=2023-09-04&format=html",
    "/downloads/report?report=annual&format=html",
  ]

  @Test func markupInAnyFieldOfAPaperOrAFormIsShownAsWords() async throws {
    let site = try SiteFixture(papers: Self.papers)
    try await site.browse { (browser) async throws -> Void in
      for form in ChangeForm.all {
        var fields = [("reference", "PSC/23-24/IR01"), ("paper", "2"), ("to", "PSC/23-24/IR02")]
        for (name, value) in [
          ("received", "2023-08-01"), ("meeting", "2023-09-04"), ("on", "2023-08-01"),
          ("from", Self.script), ("text", Self.script), ("minute", Self.script),
          ("note", Self.script), ("state", "holding"), ("what", "noticed"), ("answer", "no"),
          ("record", Self.script), ("covers", "answered"),
        ] { fields.append((name, value)) }
        let token = try await browser.token("/upload")
        let done = try await browser.post("/change/\(form.name)", fields + [("token", token)])
        #expect([303, 404, 422].contains(done.status), "\(form.name)")
        // What was filled in wrongly is shown again.
        let wrong = fields.map { ($0.0, $0.0 == "reference" ? $0.1 : Self.script) }
        let again = try await browser.post("/change/\(form.name)", wrong + [("token", token)])
        #expect([404, 422].contains(again.status), "\(form.name): \(again.status)")
        Self.expectWords(again.body, "/change/\(form.name)")
      }
      let events = try site.register.matter(named: "PSC/23-24/IR01").matter.events
      #expect(events.contains { $0.minute == Self.script }, "nothing hostile was recorded")
      for page in Self.pages {
        let answer = try await browser.get(page)
        #expect(answer.status == 200, "\(page)")
        Self.expectWords(answer.body, page)
      }
      let token = try await browser.token("/upload")
      let upload = try await browser.upload("a<script>alert(1).txt", Papers.minutes, token: token)
      #expect(upload.status == 200)
      Self.expectWords(upload.body, "/upload")
    }
  }

  @Test func markupOnTheDeskIsShownAsWords() async throws {
    let site = try SiteFixture(papers: Self.papers)
    let body = ("body", "Ponds Scrutiny Committee")
    let list = "/programme?body=Ponds+Scrutiny+Committee"
    try await site.browse { (browser) async throws -> Void in
      let added = try await browser.post(
        "/add",
        [
          ("kind", "action"), body, ("meeting", "2023-07-03"),
          ("text", "Feed them with \(Self.script) at noon."),
          ("to", Self.script), ("minute", Self.script), ("note", Self.script),
        ], formAt: "/add")
      #expect(added.status == 303)
      _ = try await browser.post("/letters/draft", [("kind", "chase")], formAt: "/letters")
      _ = try await browser.post("/letters/draft", [("kind", "notice")], formAt: "/letters")
      let item = try await browser.post(
        "/programme/add", [body, ("title", Self.script), ("note", Self.script)], formAt: list)
      #expect(item.status == 303)
      var letters: [String] = []
      for letter in try site.register.letters() { letters.append("/letters/\(letter.code)") }
      #expect(!letters.isEmpty)
      for page in letters + [
        "/letters", list, item.headers[.location] ?? "", "/council", "/groups", "/desk",
        "/agenda?body=PSC&date=2023-09-04", "/year-end?body=PSC&year=2023", "/actions",
        added.headers[.location] ?? "",
      ] {
        let answer = try await browser.get(page)
        #expect(answer.status == 200, "\(page)")
        Self.expectWords(answer.body, page)
      }
      let wrong = ["body", "other", "meeting", "text", "to", "minute", "label", "due", "note"]
        .map { ($0, Self.script) }
      for form in ["/add", "/letters/draft"] {
        let answer = try await browser.post(form, wrong, formAt: "/letters")
        #expect(answer.status == 422, "\(form)")
        Self.expectWords(answer.body, form)
      }
    }
  }

  private static func expectWords(_ body: String, _ page: String) {
    for sign in signs { #expect(!body.contains(sign), "\(sign) at \(page)") }
  }

  @Test func theLanguageOfTheDatabaseIsLookedForAsWords() async throws {
    let site = try SiteFixture(papers: [Papers.minutes])
    let before = try site.register.summary().documents
    let hostile = [
      "' OR 1=1 --", "'; DROP TABLE document; --", "\" UNION SELECT sql FROM sqlite_master --",
      "\"", "\"\"", "*", "du*", "words:ducks", "{words documentId}:ducks", "NEAR(ducks ponds)",
      "ducks NOT ponds", "AND", "NOT", "OR OR", "(", ")", "(ducks", "^ducks", "-ducks", "+ducks",
      "ducks\u{0}ponds", "%", "_", "\\", "?", "?1", ":name", "@x", "$x", "\u{1}\u{2}\u{3}",
      "\u{202E}skcud", String(repeating: "a ", count: 90), "🦆", "ducks\" OR \"ponds",
    ]
    try await site.browse { (browser) async throws -> Void in
      for words in hostile {
        let encoded = Address.encode(words)
        for address in [
          "/search?q=\(encoded)", "/api/search?q=\(encoded)", "/requests?body=\(encoded)",
          "/requests?owner=\(encoded)", "/requests?state=\(encoded)",
          "/requests?year=\(encoded)", "/requests?sort=\(encoded)", "/requests?page=\(encoded)",
          "/requests?per_page=\(encoded)", "/?body=\(encoded)", "/feed.atom?body=\(encoded)",
          "/downloads/requests.csv?body=\(encoded)&owner=\(encoded)", "/review?body=\(encoded)",
          "/thread?reference=\(encoded)", "/api/thread?reference=\(encoded)",
          "/meeting?body=\(encoded)&date=\(encoded)", "/find?paper=1&record=\(encoded)",
          "/papers/1?mark=\(encoded)&from=\(encoded)", "/papers/1?mark=9-2&from=-1",
          "/papers/1?mark=9223372036854775807-9223372036854775807&from=9223372036854775807",
          "/papers?page=9223372036854775807", "/review/records?page=9223372036854775807",
          "/review?page=9223372036854775807", "/meetings?page=-9223372036854775808",
          "/downloads/report?report=annual&body=\(encoded)&format=csv",
        ] {
          let answer = try await browser.get(address)
          #expect([200, 303, 400, 404, 422].contains(answer.status), "\(answer.status) \(address)")
          #expect(!answer.body.contains("CREATE TABLE"), "\(address)")
        }
      }
      // Every word of it is asked for, so that a trick finds less and never more.
      #expect(try await browser.get("/api/search?q=bread").body.contains("\"count\":1"))
      for words in ["bread%20OR%20zebra", "NOT%20bread", "zebra%22%20OR%20%22bread", "words:bread"]
      {
        let answer = try await browser.get("/api/search?q=\(words)").body
        #expect(answer.contains("\"count\":0"), "\(words): \(answer)")
      }
    }
    #expect(try site.register.summary().documents == before)
  }

  @Test func headersAndCookiesOpenNothing() async throws {
    let site = try SiteFixture(papers: [Papers.minutes])
    let path = "\(site.folder)/users.txt"
    try UserList.set("C. Member", isOfficer: false, password: "a member's password", in: path)
    try UserList.set("A. Clerk", isOfficer: true, password: "a clerk's password", in: path)
    try await site.browse(site.options { $0.users = path }) { (browser) async throws -> Void in
      let tricks: [(String, String)] = [
        ("X-Forwarded-User", "A. Clerk"), ("X-Remote-User", "A. Clerk"),
        ("Remote-User", "A. Clerk"), ("Authorization", "Basic QS4gQ2xlcms6eA=="),
        ("X-Original-URL", "/sign-in"), ("X-Rewrite-URL", "/assets/mark.svg"),
        ("X-HTTP-Method-Override", "POST"), ("X-Forwarded-For", "127.0.0.1"),
        ("X-Forwarded-Host", "localhost"), ("Forwarded", "for=127.0.0.1"),
        ("Cookie", "matters_visit=A. Clerk"), ("Cookie", "matters_visit="),
        ("Cookie", "matters_visit=" + String(repeating: "0", count: 64)),
        ("Cookie", "matters_visit=\(String(repeating: "0", count: 64)); matters_visit=x"),
        ("Cookie", "__Host-matters_visit=" + String(repeating: "f", count: 64)),
        ("Cookie", String(repeating: "a=b; ", count: 500)), ("Cookie", ";;;===;\t"),
      ]
      for (name, value) in tricks {
        browser.forgetCookie()
        let field = try #require(HTTPField.Name(name))
        let page = try await browser.get("/requests", headers: [field: value])
        #expect(page.status == 303, "\(name): \(value.prefix(60))")
        #expect(page.headers[.location]?.hasPrefix("/sign-in") == true, "\(name)")
        let api = try await browser.get("/api/requests", headers: [field: value])
        #expect(api.status == 401, "\(name): \(value.prefix(60))")
      }
      // A reader stays one, whatever is said beside it.
      browser.forgetCookie()
      _ = try await browser.post(
        "/sign-in", [("name", "C. Member"), ("password", "a member's password")],
        formAt: "/sign-in")
      for (name, value) in tricks where name != "Cookie" {
        let field = try #require(HTTPField.Name(name))
        #expect(try await browser.get("/upload", headers: [field: value]).status == 403, "\(name)")
      }
    }
  }

  @Test func anAnswerTakesNoLineFromTheAddress() async throws {
    let site = try SiteFixture(papers: [Papers.minutes])
    try await site.browse { (browser) async throws -> Void in
      for address in [
        "/downloads/report?report=annual&format=csv&body=x%0D%0ASet-Cookie:%20a=b",
        "/downloads/requests.csv?body=%0D%0ASet-Cookie:%20a=b", "/search?q=%0D%0AX-Evil:%201",
        "/find?paper=1&record=%0D%0AX-Evil:%201", "/thread/%0D%0AX-Evil:%201",
      ] {
        let answer = try await browser.get(address)
        #expect(answer.headers[try #require(.init("X-Evil"))] == nil, "\(address)")
        #expect(answer.headers[.setCookie]?.contains("a=b") != true, "\(address)")
        for field in answer.headers {
          #expect(!field.value.contains("\n") && !field.value.contains("\r"), "\(address)")
        }
      }
    }
  }
}
