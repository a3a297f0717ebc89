import Foundation
import HTTPTypes
import MattersLinker
import MattersRecords
import MattersRegister
import MattersTestSupport
import MattersWeb
import Testing

@Suite struct SignInTests {
  private static func users(_ site: SiteFixture) throws -> String {
    let path = "\(site.folder)/users.txt"
    try UserList.set("A. Clerk", isOfficer: true, password: "correct horse battery", in: path)
    try UserList.set("C. Member", isOfficer: false, password: "a member's password", in: path)
    return path
  }

  @Test func nobodySeesAnythingBeforeSigningIn() async throws {
    let site = try SiteFixture(papers: [Papers.minutes])
    let users = try Self.users(site)
    try await site.browse(
      site.options {
        $0.users = users
        $0.host = "0.0.0.0"
      }
    ) { (browser) async throws -> Void in
      for address in [
        "/", "/requests", "/papers/1", "/thread/PSC/23-24/IR01", "/search?q=ducks", "/downloads",
        "/downloads/requests.csv", "/review", "/upload", "/account", "/about", "/nothing",
      ] {
        let page = try await browser.get(address)
        #expect(page.status == 303, "\(address)")
        #expect(page.headers[.location]?.hasPrefix("/sign-in?to=") == true, "\(address)")
        #expect(!page.body.contains("ducks"), "\(address)")
      }
      for address in ["/api/requests", "/api/openapi.json", "/feed.atom"] {
        #expect(try await browser.get(address).status == 401, "\(address)")
      }
      #expect(try await browser.get("/sign-in").status == 200)
    }
  }

  @Test func aReaderReadsAndAnOfficerChanges() async throws {
    let site = try SiteFixture(papers: [Papers.minutes])
    let users = try Self.users(site)
    try await site.browse(site.options { $0.users = users }) { (browser) async throws -> Void in
      try await Self.signIn(browser, "C. Member", "a member's password")
      #expect(try await browser.get("/requests").status == 200)
      let token = try await browser.token("/account")
      for address in ["/upload", "/review", "/change/respond?reference=PSC/23-24/IR01"] {
        #expect(try await browser.get(address).status == 403, "\(address)")
      }
      for address in SafetyTests.changes {
        #expect(try await browser.post(address, [("token", token)]).status == 403, "\(address)")
      }
      let thread = try await browser.get("/thread/PSC/23-24/IR01").body
      #expect(!thread.contains("Record an answer"))
      #expect(try await browser.post("/sign-out", [("token", token)]).status == 303)
      #expect(try await browser.get("/requests").status == 303)

      try await Self.signIn(browser, "a. clerk", "correct horse battery")
      let done = try await browser.post(
        "/change/respond",
        [
          ("reference", "PSC/23-24/IR01"), ("received", "1 August 2023"), ("from", "Ponds"),
          ("text", "Bread."), ("covers", "answered"),
        ], formAt: "/change/respond?reference=PSC/23-24/IR01")
      #expect(done.status == 303)
      let page = try await browser.get("/thread/PSC/23-24/IR01").body
      #expect(page.contains("Entered by A. Clerk"))
    }
  }

  private static func signIn(_ browser: Browser, _ name: String, _ password: String) async throws {
    let before = try await browser.get("/sign-in")
    let answer = try await browser.post(
      "/sign-in", [("name", name), ("password", password), ("to", "/requests")],
      formAt: "/sign-in")
    #expect(answer.status == 303)
    #expect(answer.headers[.location] == "/requests")
    let cookie = try #require(answer.headers[.setCookie])
    #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
    #expect(cookie != before.headers[.setCookie])
  }

  @Test func passwordsCannotBeTriedOneAfterAnother() async throws {
    let site = try SiteFixture()
    let users = try Self.users(site)
    try await site.browse(site.options { $0.users = users }) { (browser) async throws -> Void in
      for _ in 0..<5 {
        let answer = try await browser.post(
          "/sign-in", [("name", "A. Clerk"), ("password", "guess")], formAt: "/sign-in")
        #expect(answer.status == 422)
        #expect(answer.body.contains("The name or the password is not right"))
      }
      // Not even with the right one.
      let answer = try await browser.post(
        "/sign-in", [("name", "A. Clerk"), ("password", "correct horse battery")],
        formAt: "/sign-in")
      #expect(answer.status == 429)
      #expect(answer.headers[.retryAfter] != nil)
    }
  }

  @Test func aFormLeadsNowhereElse() async throws {
    let site = try SiteFixture()
    let users = try Self.users(site)
    try await site.browse(
      site.options {
        $0.users = users
        $0.isBehindTLS = true
      }
    ) { (browser) async throws -> Void in
      for to in ["//elsewhere.example", "https://elsewhere.example", "/\\elsewhere", "/x\r\nA: b"] {
        let answer = try await browser.post(
          "/sign-in", [("name", "A. Clerk"), ("password", "correct horse battery"), ("to", to)],
          formAt: "/sign-in")
        #expect(answer.headers[.location] == "/", "\(to)")
        #expect(answer.headers[.setCookie]?.contains("Secure") == true)
        #expect(answer.headers[.setCookie]?.hasPrefix("__Host-") == true)
        browser.forgetCookie()
      }
    }
  }

  @Test func theCouncilsOwnSignInIsTrustedOnlyWhereItIsNamed() async throws {
    let site = try SiteFixture(papers: [Papers.minutes])
    let name = try #require(HTTPField.Name("X-Signed-In"))
    try await site.browse { (browser) async throws -> Void in
      browser.headers[name] = "Somebody"
      #expect(try await browser.get("/account").body.contains("A. Clerk"))
    }
    let options = site.options {
      $0.host = "0.0.0.0"
      $0.trustedHeader = .init(name: "X-Signed-In", officers: ["A. Clerk"])
    }
    try await site.browse(options) { (browser) async throws -> Void in
      #expect(try await browser.get("/requests").status == 401)
      browser.headers[name] = "C. Member"
      #expect(try await browser.get("/requests").status == 200)
      #expect(try await browser.get("/upload").status == 403)
      browser.headers[name] = "A. Clerk"
      #expect(try await browser.get("/upload").status == 200)
    }
  }

  @Test func theUsersFileKeepsNoPassword() throws {
    let site = try SiteFixture()
    let path = try Self.users(site)
    try UserList.set("c. member", isOfficer: true, password: "another password", in: path)
    let text = ProjectFiles.text(URL(filePath: path))
    #expect(!text.contains("password") && !text.contains("battery"))
    #expect(text.split(separator: "\n").count == 2)
    let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(rights as? Int == 0o600)
    for line in ["", "x", "A\treader\tscrypt:1:1:1::", "A\tking\t-", "A\treader\tplain:secret"] {
      try Data((line + "\n").utf8).write(to: URL(filePath: path))
      #expect(throws: WebServerError.self) { _ = try UserList(path: path) }
    }
  }
}
