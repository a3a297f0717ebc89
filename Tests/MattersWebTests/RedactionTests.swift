import Foundation
import HTTPTypes
import MattersExports
import MattersIngest
import MattersLinker
import MattersRecords
import MattersRegister
import MattersTestSupport
import MattersText
import Testing

@testable import MattersWeb

/// A name that is replaced is shown nowhere, and neither is who put a question as one of the public.
@Suite struct RedactionTests {
  /// The name stands in every kind of place: a request, who owes it, a tracker's reply, a heading,
  /// cut by the end of a line, turned round, with other accents, and as who asked in public.
  static let papers = [
    """
    Ponds Council

    Minutes of the meeting of the Ponds Scrutiny Committee held at The Hall on Monday 3 July 2023 at 2.00 pm

    Present: Councillor A. Heron (Chair), Councillor B. Teal

    4. DUCKS, AND THE PETITION OF ZELDA QUAGGA

    The Committee heard Zelda
    Quagga, and noted that Quagga, Zelda had written about ducks before. Zélda Quagga's letter was read.

    And that the following information requests be made:

    - (a) What Zelda Quagga was told about the ponds without ducks.

    It was RESOLVED to recommend to Cabinet:

    - (b) That Zelda Quagga be answered.
    """,
    """
    Ponds Scrutiny Committee Information Requests Tracker

    For the meeting of 4 September 2023

    Meeting\tInformation request\tResponse\tResponsible\tStatus
    3 July 2023\tWhat Zelda Quagga was told about the ponds without ducks.\tZelda Quagga was told of bread.\tZelda Quagga\t
    """,
    """
    RESPONSE TO PUBLIC QUESTIONS TO PONDS SCRUTINY COMMITTEE 4 SEPTEMBER 2023

    From: Mr Yorick Okapi-Lynx, Millbridge
    To: Chair of the Ponds Scrutiny Committee

    How many ducks live on the mill pond, as Mr Okapi-Lynx asked before?

    Response:

    Yorick Okapi-Lynx was told that there were nine ducks.
    """,
  ]

  private static func site() throws -> SiteFixture {
    let site = try SiteFixture(papers: papers)
    let matter = try #require(try site.register.matters(.init(kind: .request)).first)
    try site.register.note(
      "Zelda Quagga rang about the ducks.", of: matter, on: try #require(matter.matter.raised),
      isPublic: true, enteredBy: "A. Clerk")
    return site
  }

  private static let addresses =
    [
      "/", "/requests", "/requests?owner=zelda+quagga", "/recommendations", "/actions", "/papers",
      "/papers/1", "/papers/2", "/papers/3", "/papers/1?mark=1-100", "/meetings",
      "/meeting?body=ponds+scrutiny+committee&date=2023-07-03",
      "/meeting?body=ponds+scrutiny+committee&date=2023-09-04",
      "/search?q=ducks", "/search?q=told+of+bread", "/downloads", "/about", "/review",
      "/review/records", "/thread?reference=PSC/23-24/IR01", "/thread?reference=PSC/23-24/R01",
      "/downloads/requests.csv", "/downloads/requests.json", "/downloads/requests.md",
      "/downloads/recommendations.csv", "/downloads/overdue.json", "/feed.atom",
      "/feed.atom?body=Ponds+Scrutiny+Committee", "/api/requests", "/api/recommendations",
      "/api/thread?reference=PSC/23-24/IR01", "/api/papers", "/api/papers/1", "/api/papers/2",
      "/api/papers/3", "/api/meetings", "/api/overview", "/api/search?q=ducks",
      "/change/respond?reference=PSC/23-24/IR01", "/change/set?reference=PSC/23-24/IR01",
      "/change/complete?reference=PSC/23-24/IR01",
    ]
    + ReportKind.allCases.flatMap { kind in
      ReportForm.allCases.filter { ![.docx, .xlsx].contains($0) }.map { form in
        "/downloads/report?report=\(kind)&body=PSC&meeting=2023-09-04&format=\(form)"
      }
    }
    + Export.Format.allCases.filter { $0 != .jsonl }.map { "/downloads/export/\($0).zip" }

  private static func names(_ words: String) -> [String] {
    let plain = words.folding(
      options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    return ["quagga", "zelda", "okapi", "yorick"].filter { plain.contains($0) }
  }

  @Test func theNamesAreFoundNowhere() async throws {
    let site = try Self.site()
    try await site.browse { (browser) async throws -> Void in
      // Before, the words are there: an address that shows nothing would prove nothing.
      var shown = 0
      for address in Self.addresses {
        if try await Self.names(browser.get(address).body).contains("quagga") { shown += 1 }
      }
      #expect(shown > 20, "\(shown)")
      let found = try site.register.redact("Zelda Quagga", reason: nil, enteredBy: "A. Clerk")
      #expect(found.papers == 2)
      #expect(found.entries == 1)
      for address in Self.addresses {
        let answer = try await browser.get(address)
        #expect(Self.names(answer.body).isEmpty || address.contains("quagga"), "\(address)")
        for header in answer.headers { #expect(Self.names(header.value).isEmpty, "\(address)") }
      }
      for query in ["quagga", "zelda", "%22zelda+quagga%22", "okapi", "zelda+ducks"] {
        let page = try await browser.get("/api/search?q=\(query)").body
        #expect(!page.contains("duck") || page.contains("\"results\":[]"), "\(query): \(page)")
      }
      #expect(try await browser.get("/search?q=ducks").body.contains("<mark>"))
      let paper = try await browser.get("/papers/1").body
      #expect(paper.contains("[name withheld]"))
      #expect(try await browser.get("/papers/3").body.contains("a member of the public"))
      for form in ["docx", "xlsx"] {
        for kind in [ReportKind.progress, .officer, .recommendations, .questions] {
          let answer = try await browser.get(
            "/downloads/report?report=\(kind)&body=PSC&meeting=2023-09-04&format=\(form)")
          let read = try await UploadedPaper(name: "report.\(form)", contents: answer.bytes)
          let words = String(decoding: read.document.text, as: UTF8.self)
          #expect(Self.names(words).isEmpty, "\(kind) \(form)")
        }
      }
      #expect(try site.register.showAgain("zelda quagga", reason: nil, enteredBy: "A. Clerk"))
      #expect(try await browser.get("/papers/1").body.contains("Quagga"))
      #expect(try await browser.get("/search?q=quagga").body.contains("<mark>"))
    }
  }

  @Test func everyLineKeepsItsNumberAndTheRegisterItsWords() throws {
    let site = try Self.site()
    let before = try #require(try site.register.paper(1, for: .officers))
    _ = try site.register.redact("Zelda Quagga", reason: "Asked for", enteredBy: "A. Clerk")
    let after = try #require(try site.register.paper(1, for: .officers))
    #expect(after.source.lineCount == before.source.lineCount)
    expectSame(after.records.map(\.lines), before.records.map(\.lines))
    expectSame(try site.register.verify().faults, [])
    #expect(try !site.register.disclose("Zelda Quagga").isEmpty)
    // What is entered meanwhile goes with the matter as it is kept.
    let matter = try site.register.matter(named: "PSC/23-24/IR01")
    try site.register.retract(
      matter, on: #require(matter.matter.raised), reason: "In error", enteredBy: "A. Clerk")
    #expect(try site.register.matter(named: "PSC/23-24/IR01").matter.isRetracted)
    #expect(try site.register.verify().isSound)
  }

  @Test func aCouncilMayNameWhoAsks() throws {
    let site = try Self.site()
    let asked = { try site.register.records([.publicQuestion]).first?.record.content }
    guard case .publicQuestion(let hidden)? = try asked() else {
      Issue.record("the paper is not read as this test needs")
      return
    }
    #expect(hidden.questioner == "a member of the public")
    #expect(!hidden.question.contains("Okapi"))
    var settings = CouncilSettings(name: "Ponds Council")
    settings.namesQuestioners = true
    try site.register.take(settings)
    guard case .publicQuestion(let named)? = try asked() else { return }
    #expect(named.questioner.contains("Okapi"))
  }
}
