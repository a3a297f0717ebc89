import Foundation
import HTTPTypes
import MattersIngest
import MattersLinker
import MattersRecords
import MattersRegister
import MattersTestSupport
import Testing

@Suite struct PageTests {
  @Test func everyPageAnswers() async throws {
    let site = try SiteFixture.year()
    try await site.browse { (browser) async throws -> Void in
      for address in [
        "/", "/requests", "/recommendations", "/actions", "/papers", "/papers/1", "/meetings",
        "/search", "/search?q=gully", "/about", "/downloads", "/review", "/upload", "/account",
        "/thread/CESC/23-24/IR04", "/thread?reference=CESC%2F23-24%2FIR04",
        "/change/respond?reference=CESC%2F23-24%2FIR16",
        "/change/complete?reference=CESC%2F23-24%2FIR16",
        "/?body=Communities+and+Environment+Scrutiny+Committee",
      ] {
        let page = try await browser.get(address)
        #expect(page.status == 200, "\(address)")
        #expect(page.body.contains("<h1"), "\(address)")
        #expect(page.body.hasSuffix("</html>\n"), "\(address)")
        #expect(!page.body.contains("{{"), "\(address)")
        #expect(!page.body.contains("Optional("), "\(address)")
      }
    }
  }

  @Test func whatIsNotThereIsSaidInWords() async throws {
    let site = try SiteFixture.year()
    try await site.browse { (browser) async throws -> Void in
      for address in [
        "/nothing", "/papers/999999", "/papers/x", "/thread/NONE/1", "/thread", "/meeting",
        "/meeting?body=x&date=y", "/assets/other.css", "/find?paper=1&record=none",
        "/downloads/none.csv", "/downloads/requests.exe", "/change/respond",
      ] {
        let page = try await browser.get(address)
        #expect(page.status == 404, "\(address)")
        #expect(page.body.contains("Page not found"), "\(address)")
      }
    }
  }

  @Test func filtersAreInTheAddress() async throws {
    let site = try SiteFixture.year()
    try await site.browse { (browser) async throws -> Void in
      let all = try await browser.get("/requests").body
      #expect(all.contains("<strong>17</strong> information requests"))
      let open = try await browser.get("/requests?state=open&sort=oldest").body
      #expect(open.contains("<strong>5</strong> information requests with these filters"))
      #expect(open.contains("value=\"open\" selected"))
      #expect(!open.contains("CESC/23-24/IR04"))
      let paged = try await browser.get("/requests?per_page=5&page=2").body
      #expect(paged.contains("Page 2 of 4"))
      #expect(paged.contains("href=\"/requests?page=3&amp;per_page=5\""))
      let owner = try await browser.get("/requests?owner=Head+of+Waste").body
      #expect(owner.contains("<strong>4</strong> information requests with these filters"))
      let wrong = try await browser.get("/requests?state=nonsense&page=-4&year=x").body
      #expect(wrong.contains("role=\"alert\""))
      let late = try await browser.get("/recommendations?state=late").body
      #expect(late.contains("value=\"late\" selected"))
    }
  }

  @Test func aThreadShowsItsWordsMarkedInTheirPaper() async throws {
    let site = try SiteFixture.year()
    try await site.browse { (browser) async throws -> Void in
      let page = try await browser.get("/thread/CESC/23-24/IR04").body
      #expect(page.contains("<mark>"))
      #expect(page.contains("The gully cleansing schedule for 2023-24"))
      #expect(page.contains("Agreed as completed"))
      let link = page.split(separator: "href=\"/papers/").dropFirst().first.map {
        "/papers/" + $0.prefix { $0 != "\"" && $0 != "#" }
      }
      let paper = try await browser.get(
        try #require(link).replacingOccurrences(of: "&amp;", with: "&"))
      #expect(paper.status == 200)
      #expect(paper.body.contains("class=\"meant\""))
    }
  }

  @Test func referencesStandWherePapersAreShown() async throws {
    let site = try SiteFixture(papers: [Papers.minutes])
    try await site.browse { (browser) async throws -> Void in
      let thread = "<a href=\"/thread/PSC/23-24/IR01\">"
      #expect(try await browser.get("/papers/1").body.contains(thread))
      #expect(try await browser.get("/search?q=ducks").body.contains(thread))
    }
  }

  @Test func wordsFoundAreMarked() async throws {
    let site = try SiteFixture.year()
    try await site.browse { (browser) async throws -> Void in
      let page = try await browser.get("/search?q=gully+cleansing").body
      #expect(page.contains("<mark>gully</mark>"))
      for words in ["%22", "*", "a+OR+b", "NEAR(", "words:x", "%27%3B+DROP+TABLE", "%00", "%FF"] {
        #expect(try await browser.get("/search?q=\(words)").status == 200, "\(words)")
      }
    }
  }

  @Test func whatIsIngestedMeanwhileIsSeenAtTheNextPage() async throws {
    let site = try SiteFixture()
    try await site.browse { (browser) async throws -> Void in
      #expect(try await browser.get("/").body.contains("The register is empty"))
      #expect(try await browser.get("/requests").body.contains("<strong>0</strong>"))
      let file = "\(site.folder)/later.txt"
      try Data(Papers.minutes.utf8).write(to: URL(filePath: file))
      try Papers.ingest(file, into: site.register)
      #expect(try await browser.get("/requests").body.contains("PSC/23-24/IR01"))
    }
  }

  @Test func aBrowserIsToldWhetherAnythingChanged() async throws {
    let site = try SiteFixture.year()
    try await site.browse { (browser) async throws -> Void in
      let first = try await browser.get("/requests")
      let tag = try #require(first.headers[.eTag])
      let second = try await browser.get("/requests", headers: [.ifNoneMatch: tag])
      #expect(second.status == 304)
      #expect(second.body.isEmpty)
    }
  }
}

/// Small papers for tests.
enum Papers {
  static let minutes = """
    Ponds Council

    Minutes of the meeting of the Ponds Scrutiny Committee held at The Hall on Monday 3 July 2023 at 2.00 pm

    4. DUCKS

    And that the following information requests be made:

    - (a) A list of the ponds without ducks; and
    - (b) The cost of bread.
    """

  /// As another process would: a command is no task.
  static func ingest(_ file: String, into register: Register) throws {
    _ = try Ingest(into: register).run([file])
  }
}
