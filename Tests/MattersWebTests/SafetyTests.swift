import Foundation
import HTTPTypes
import MattersLinker
import MattersRecords
import MattersRegister
import MattersTestSupport
import Testing

@testable import MattersWeb

@Suite struct SafetyTests {
  // MARK: - Words stay words

  static let hostile = """
    Ponds Council

    Minutes of the meeting of the Ponds Scrutiny Committee held at The Hall on Monday 3 July 2023 at 2.00 pm

    4. DUCKS <IMG SRC=x ONERROR=alert(2)>

    And that the following information requests be made:

    - (a) A list of "><script>alert(3)</script> {{title}} {{{token}}} ponds; and
    - (b) '";--><svg/onload=alert(4)> bread.
    """

  @Test func aPaperFullOfScriptIsShownAsWords() async throws {
    let site = try SiteFixture(papers: [Self.hostile])
    let register = site.register
    let matter = try #require(try register.matters(.init(kind: .request)).first)
    try register.respond(
      to: matter, on: try #require(matter.matter.raised), from: "<b>Head</b> of \"Ponds\"",
      text: "<script>alert(5)</script>", state: .answered, enteredBy: "<i>A. Clerk</i>")
    try await site.browse { (browser) async throws -> Void in
      let thread = matter.reference
      for address in [
        "/", "/requests", "/papers", "/papers/1", "/meetings", "/review", "/about", "/downloads",
        "/thread/\(thread)", "/search?q=script", "/search?q=%3Cscript%3Ealert(6)%3C/script%3E",
        "/requests?body=%22%3E%3Cscript%3E&owner=%3Cscript%3E&state=%3Cscript%3E&sort=%22%3E",
        "/papers/1?mark=%22%3E%3Cscript%3E&from=%3Cscript%3E", "/?body=%3Cscript%3E",
        "/change/respond?reference=\(thread)&from=%22%3E%3Cscript%3E&text=%3C/textarea%3E%3Cscript%3E",
        "/%3Cscript%3E", "/downloads/report?report=officer&body=%3Cscript%3E&meeting=x",
        "/feed.atom",
      ] {
        let page = try await browser.get(address)
        let body = page.body.lowercased()
        for sign in ["<script", "<svg/", "<i>a.", "<b>head", "onerror=alert(2)>\n"] {
          #expect(!body.contains(sign), "\(sign) at \(address)")
        }
        let policy = page.headers[try #require(.init("Content-Security-Policy"))]
        #expect(policy?.hasPrefix("default-src 'none'") == true, "\(address)")
        #expect(page.headers[try #require(.init("X-Content-Type-Options"))] == "nosniff")
      }
    }
  }

  @Test func noTemplateLetsMarkupThrough() throws {
    let folder = ProjectFiles.root.appending(path: "Sources/MattersWeb")
    let files = ProjectFiles.files(below: folder, ending: ".swift")
    #expect(files.count > 20)
    for file in files {
      let text = ProjectFiles.text(file)
      // What is not escaped is of a type that escapes what is put into it.
      let open = text.split(separator: "{{{").dropFirst().filter {
        !$0.prefix { $0 != "}" }.hasSuffix("Markup")
      }
      #expect(open.isEmpty && !text.contains("{{&"), "\(file.lastPathComponent)")
      // The policy would block them; a page must not count on it.
      for sign in [" style=\"", " onclick=", "<script", "javascript:"] {
        #expect(!text.contains(sign), "\(sign) in \(file.lastPathComponent)")
      }
    }
  }

  @Test func noPathLeadsToTheFileSystem() async throws {
    let site = try SiteFixture(papers: [Papers.minutes])
    try await site.browse { (browser) async throws -> Void in
      for address in [
        "/../../etc/passwd", "/assets/..%2f..%2fetc%2fpasswd", "/assets/%2e%2e/%2e%2e/etc/passwd",
        "/papers/..%2f1", "/papers/%00", "/thread/..%2f..%2fetc%2fpasswd",
        "/downloads/..%2frequests.csv", "/downloads/%2fetc%2fpasswd.csv", "/api/papers/../../x",
        "/papers/-1", "/papers/99999999999999999999", "/papers/0x1", "/papers/1%20",
      ] {
        let page = try await browser.get(address)
        #expect(page.status == 404 || page.status == 400, "\(page.status) \(address)")
        #expect(!page.body.contains("root:"), "\(address)")
      }
    }
  }

  // MARK: - Changes

  static let changes =
    [
      "/change/undo", "/upload", "/upload/store", "/review/answer", "/review/undo", "/review/place",
      "/add", "/letters/draft", "/letters/sent", "/letters/unsent", "/programme/add",
      "/programme/move", "/council/read", "/council/take",
    ]
    + ChangeForm.all.map { "/change/\($0.name)" }

  @Test func everyChangeIsAmongThoseThatAreAttacked() {
    let folder = ProjectFiles.root.appending(path: "Sources/MattersWeb")
    for file in ProjectFiles.files(below: folder, ending: ".swift") {
      for place in ProjectFiles.text(file).split(separator: "router.post(\"").dropFirst() {
        let path = "/" + place.prefix { $0 != "\"" }
        // Signing in and out is held by tests of its own.
        let isKnown =
          Self.changes.contains(path) || path == "/change/\\(change.name)"
          || ["/sign-in", "/sign-out"].contains(path)
        #expect(isKnown, "\(path) in \(file.lastPathComponent)")
      }
    }
  }

  @Test func aChangeNeedsTheTokenOfItsVisit() async throws {
    let site = try SiteFixture(papers: [Papers.minutes])
    try await site.browse { (browser) async throws -> Void in
      let fields = [
        ("reference", "PSC/23-24/IR01"), ("received", "2023-08-01"), ("from", "Head of Ponds"),
        ("text", "Bread."), ("covers", "answered"), ("meeting", "2023-09-01"), ("minute", "1"),
        ("draft", "x"), ("entry", "1"), ("verdict", "1"), ("state", "holding"),
        ("code", "q00000000"), ("answer", "none"), ("on", "2023-08-01"), ("what", "received"),
        ("paper", "1"), ("record", "information_request-2023-07-03-a"),
      ]
      for address in Self.changes {
        for token in [nil, "", "0", String(repeating: "0", count: 64)] {
          let answer = try await browser.post(
            address, fields + (token.map { [("token", $0)] } ?? []))
          #expect(answer.status == 403, "\(answer.status) \(address)")
        }
        // A token in the address is none.
        let token = try await browser.token("/upload")
        #expect(try await browser.post("\(address)?token=\(token)", fields).status == 403)
        #expect(try await browser.get("\(address)?token=\(token)").status != 303)
      }
      // Another visit's token is none of ours.
      let other = try await browser.token("/upload")
      browser.forgetCookie()
      _ = try await browser.token("/upload")
      let answer = try await browser.post("/change/respond", fields + [("token", other)])
      #expect(answer.status == 403)
    }
    #expect(try site.register.matter(named: "PSC/23-24/IR01").matter.events.count == 1)
    #expect(try site.register.verdictLines(most: 1).isEmpty)
  }

  @Test func aFormOfAnotherSiteIsRefused() async throws {
    let site = try SiteFixture(papers: [Papers.minutes])
    try await site.browse { (browser) async throws -> Void in
      let token = try await browser.token("/change/respond?reference=PSC/23-24/IR01")
      let fields = [
        ("reference", "PSC/23-24/IR01"), ("received", "2023-08-01"), ("from", "Head of Ponds"),
        ("text", "Bread."), ("covers", "answered"), ("token", token),
      ]
      for (name, value) in [
        ("Origin", "https://elsewhere.example"), ("Origin", "null"),
        ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"),
      ] {
        let name = try #require(HTTPField.Name(name))
        let answer = try await browser.post("/change/respond", fields, headers: [name: value])
        #expect(answer.status == 403, "\(name) \(value)")
      }
      #expect(try await browser.post("/change/respond", fields).status == 303)
    }
  }

  @Test func beyondThisComputerNobodyIsServedWhoHasNotSignedIn() throws {
    let site = try SiteFixture()
    for host in ["0.0.0.0", "::", "192.0.2.1", "matters.example", "127.0.0.1.example", "127.1"] {
      #expect(throws: WebServerError.needsSignIn(host: host)) {
        _ = try WebServer(site.register, site.options { $0.host = host })
      }
    }
    for host in ["127.0.0.1", "127.9.9.9", "localhost", "::1"] {
      _ = try WebServer(site.register, site.options { $0.host = host })
    }
  }

  @Test func whatIsTooLargeIsRefused() async throws {
    let site = try SiteFixture()
    try await site.browse(site.options { $0.largestUpload = 1 << 20 }) {
      (browser) async throws -> Void in
      let token = try await browser.token("/upload")
      let large = String(repeating: "x", count: 2 << 20)
      #expect(try await browser.upload("large.txt", large, token: token).status == 413)
      #expect(
        try await browser.post("/change/respond", [("text", large), ("token", token)]).status
          == 413)
      #expect(try await browser.upload("none.txt", "", token: token).status == 422)
    }
  }
}
