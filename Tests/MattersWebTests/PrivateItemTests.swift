import Foundation
import HTTPTypes
import MattersExports
import MattersIngest
import MattersLinker
import MattersRecords
import MattersRegister
import MattersTestSupport
import Testing

@testable import MattersWeb

/// Words of items that were taken in private reach officers, and nobody else by any way.
@Suite struct PrivateItemTests {
  static let minutes = """
    Ponds Council

    Minutes of the meeting of the Ponds Scrutiny Committee held at The Hall on Monday 3 July 2023 at 2.00 pm

    4. DUCKS

    And that the following information requests be made:

    - (a) A list of the ponds without ducks.

    5. EXCLUSION OF THE PUBLIC

    RESOLVED that the public be excluded under paragraph 3 of Schedule 12A.

    6. THE ZEBRA CONTRACT

    Officers spoke of the quagga offer, which had not been published.

    And that the following information requests be made:

    - (a) The price of the okapi tender.

    It was RESOLVED to recommend to Cabinet:

    - (b) That the okapi tender be refused.
    """

  private static let secrets = ["zebra", "quagga", "okapi"]

  private static func users(_ site: SiteFixture) throws -> WebOptions {
    let path = "\(site.folder)/users.txt"
    try UserList.set("C. Member", isOfficer: false, password: "a member's password", in: path)
    return site.options { $0.users = path }
  }

  @Test func aReaderFindsThemNowhere() async throws {
    let site = try SiteFixture(papers: [Self.minutes])
    let matters = try site.register.matters(.init(kind: .request))
    let hidden = try #require(
      matters.first { $0.matter.text.contains("okapi") }, "the paper is not read as this test needs"
    )
    try await site.browse(try Self.users(site)) { (browser) async throws -> Void in
      _ = try await browser.post(
        "/sign-in", [("name", "C. Member"), ("password", "a member's password")],
        formAt: "/sign-in")
      let reference = hidden.reference
      let record = try #require(hidden.matter.members.first).laid.record.id
      for address in Self.addresses(reference, record.description) {
        let page = try await browser.get(address)
        // What was asked for is said back on the page of a search.
        let body = page.body.lowercased()
        for secret in Self.secrets where !address.contains(secret) {
          #expect(!body.contains(secret), "\(secret) at \(address)")
        }
        if address.hasPrefix("/search") || address.hasPrefix("/api/search") {
          #expect(!body.contains("tender be") && !body.contains("price of"), "\(address)")
          #expect(!body.contains("<mark>") || address.contains("ducks"), "\(address)")
        }
      }
      #expect(try await browser.get("/requests").body.contains("<strong>1</strong>"))
      #expect(try await browser.get("/search?q=ducks").body.contains("<mark>"))
      #expect(try await browser.get("/thread/\(reference)").status == 404)
      #expect(try await browser.get("/find?paper=1&record=\(record)").status == 404)
      #expect(try await browser.get("/downloads/export/jsonl.jsonl").status == 403)
    }
    // A page that an officer saw is not kept for a reader.
    try await site.browse { (browser) async throws -> Void in
      #expect(try await browser.get("/requests").body.contains("okapi"))
      #expect(try await browser.get("/papers/1").body.contains("quagga"))
      #expect(try await browser.get("/search?q=quagga").body.contains("<mark>"))
    }
  }

  /// Whatever can be asked for, and a matter and a record that are private.
  private static func addresses(_ reference: String, _ record: String) -> [String] {
    [
      "/", "/requests", "/requests?per_page=200", "/recommendations", "/actions", "/papers",
      "/papers/1", "/papers/1?mark=1-100", "/meetings",
      "/meeting?body=ponds+scrutiny+committee&date=2023-07-03", "/search?q=okapi",
      "/search?q=quagga", "/search?q=zebra", "/search?q=%22okapi+tender%22", "/downloads",
      "/about", "/thread/\(reference)", "/thread?reference=\(reference)",
      "/downloads/requests.csv", "/downloads/requests.json", "/downloads/requests.md",
      "/downloads/recommendations.csv", "/downloads/overdue.json", "/downloads/actions.md",
      "/downloads/report?report=progress&body=PSC&meeting=2023-09-01&format=html",
      "/downloads/report?report=progress&body=PSC&meeting=2023-09-01&format=markdown",
      "/downloads/report?report=progress&body=PSC&meeting=2023-09-01&format=csv",
      "/downloads/report?report=progress&body=PSC&meeting=2023-09-01&format=json",
      "/feed.atom", "/feed.atom?body=Ponds+Scrutiny+Committee", "/api/requests",
      "/api/recommendations", "/api/thread?reference=\(reference)", "/api/papers",
      "/api/papers/1", "/api/meetings", "/api/overview", "/api/search?q=okapi",
      "/change/respond?reference=\(reference)", "/change/set?reference=\(reference)",
      "/change/belongs?reference=\(reference)&paper=1&record=x", "/review", "/review/records",
      "/find?paper=1&record=\(record)", "/groups", "/groups?name=Ponds", "/desk", "/letters",
      "/agenda?body=PSC&date=2023-09-01", "/programme?body=PSC", "/year-end?body=PSC&year=2023",
      "/council", "/add",
    ] + downloads
  }

  /// Every report in every form that is text, and every export; an archive holds them as they are.
  private static let downloads =
    ReportKind.allCases.flatMap { kind in
      ReportForm.allCases.filter { ![.docx, .xlsx].contains($0) }.map { form in
        "/downloads/report?report=\(kind)&body=PSC&meeting=2023-09-01&format=\(form)"
      }
    }
    + Export.Format.allCases.filter { $0 != .jsonl }.map { "/downloads/export/\($0).zip" }

  @Test func aPaperThatIsExemptAsAWholeIsFoundNowhere() async throws {
    let site = try SiteFixture(papers: [Papers.minutes])
    let file = "\(site.folder)/zebra-offer.txt"
    let paper = Papers.minutes.replacing("Ponds Scrutiny", with: "Okapi Scrutiny")
      .replacing("3 July 2023", with: "2 October 2023").replacing("DUCKS", with: "QUAGGA")
    try Data(paper.utf8).write(to: URL(filePath: file))
    _ = try Ingest(into: site.register, isExempt: true).run([file])
    #expect(try site.register.matter(named: "OSC/23-24/IR01").matter.body.contains("Okapi"))
    try await site.browse(try Self.users(site)) { (browser) async throws -> Void in
      _ = try await browser.post(
        "/sign-in", [("name", "C. Member"), ("password", "a member's password")],
        formAt: "/sign-in")
      let record = "information_request-2023-10-02-a"
      for address in Self.addresses("OSC/23-24/IR01", record) + [
        "/meeting?body=okapi+scrutiny+committee&date=2023-10-02", "/papers/2",
        "/api/papers/2", "/find?paper=2&record=\(record)",
      ] {
        let page = try await browser.get(address)
        for secret in Self.secrets where !address.contains(secret) {
          #expect(!page.body.lowercased().contains(secret), "\(secret) at \(address)")
        }
        #expect(!page.body.contains("2023-10-02") && !page.body.contains("2 October"), "\(address)")
      }
    }
    try await site.browse { (browser) async throws -> Void in
      #expect(try await browser.get("/meetings").body.contains("2 October 2023"))
    }
  }

  @Test(arguments: [ReportForm.docx, .xlsx])
  func anOfficeFileForAReaderHasNothingOfThem(_ form: ReportForm) async throws {
    let site = try SiteFixture(papers: [Self.minutes])
    let words = { @Sendable (browser: Browser, kind: ReportKind) async throws -> String in
      let answer = try await browser.get(
        "/downloads/report?report=\(kind)&body=PSC&meeting=2023-09-01&format=\(form)")
      #expect(answer.status == 200, "\(kind): \(answer.body.prefix(200))")
      let paper = try await UploadedPaper(name: "report.\(form)", contents: answer.bytes)
      return String(decoding: paper.document.text, as: UTF8.self).lowercased()
    }
    try await site.browse(try Self.users(site)) { (browser) async throws -> Void in
      _ = try await browser.post(
        "/sign-in", [("name", "C. Member"), ("password", "a member's password")],
        formAt: "/sign-in")
      for kind in [ReportKind.progress, .officer, .recommendations] {
        let text = try await words(browser, kind)
        for secret in Self.secrets { #expect(!text.contains(secret), "\(secret) in \(kind)") }
      }
      #expect(try await words(browser, .progress).contains("ponds without ducks"))
    }
    try await site.browse { (browser) async throws -> Void in
      #expect(try await words(browser, .progress).contains("okapi"))
    }
  }

  @Test func aFormerTextIsForOfficers() throws {
    let site = try SiteFixture()
    for text in [Papers.minutes, Papers.minutes.replacingOccurrences(of: "bread", with: "seed")] {
      let file = "\(site.folder)/minutes.txt"
      try Data(text.utf8).write(to: URL(filePath: file))
      try Papers.ingest(file, into: site.register)
    }
    #expect(try site.register.paper(1, for: .everyone) == nil)
    #expect(try site.register.paper(1, for: .officers) != nil)
    #expect(try site.register.paper(2, for: .everyone) != nil)
  }

  @Test func whatAPrivatePaperSaysDoesNotShowInAPublicMattersState() throws {
    let site = try SiteFixture(papers: [Papers.minutes])
    var matter = try #require(try site.register.matters(.init(kind: .request)).first)
    let event = matter.matter.events[0]
    var told = MatterEvent(
      .reported, on: event.date, state: .answered, source: event.source, because: "told in private")
    told.access = .exempt
    matter.matter.events.append(told)
    let seen = try #require(matter.seen(by: .everyone))
    #expect(seen.matter.position(.endOf(event.date))?.state == .pending)
    #expect(matter.matter.position(.endOf(event.date))?.state == .answered)
    #expect(matter.seen(by: .officers)?.matter.events.count == 2)
    matter.matter.members[0].laid.record.access = .confidential
    #expect(matter.seen(by: .everyone) == nil)
  }
}
