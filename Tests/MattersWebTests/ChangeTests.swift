import Foundation
import HTTPTypes
import MattersLinker
import MattersRecords
import MattersRegister
import MattersTestSupport
import Testing

/// The officer's job in the browser, from upload to the report.
@Suite struct ChangeTests {
  @Test func aPaperIsSeenBeforeItIsStored() async throws {
    let site = try SiteFixture()
    try await site.browse { (browser) async throws -> Void in
      let token = try await browser.token("/upload")
      let preview = try await browser.upload(
        "C:\\papers\\..\\minutes.txt", Papers.minutes, token: token)
      #expect(preview.status == 200)
      #expect(preview.body.contains("What was read from minutes.txt"))
      #expect(preview.body.contains("2 information request"))
      #expect(preview.body.contains("A list of the ponds without ducks"))
      #expect(try site.register.summary().documents == 0)
      let draft = String(
        preview.body.split(separator: "name=\"draft\" value=\"").dropFirst().first?.prefix(64) ?? ""
      )
      let stored = try await browser.post("/upload/store", [("draft", draft), ("token", token)])
      #expect(stored.headers[.location] == "/papers/1")
      #expect(try site.register.summary().documents == 1)
      #expect(try await browser.get("/papers/1").body.contains("Information request"))
      let again = try await browser.post("/upload/store", [("draft", draft), ("token", token)])
      #expect(again.status == 422)
      let known = try await browser.upload("minutes.txt", Papers.minutes, token: token)
      #expect(known.body.contains("The same text is in the register already"))
    }
  }

  @Test func anAnswerAndACompletionAreRecordedUnderAName() async throws {
    let site = try SiteFixture(papers: [Papers.minutes])
    let thread = "/thread/PSC/23-24/IR01"
    try await site.browse { (browser) async throws -> Void in
      let form = "/change/respond?reference=PSC/23-24/IR01"
      let right = [
        ("reference", "PSC/23-24/IR01"), ("received", "2023-08-01"), ("from", "Head of Ponds"),
        ("text", "None.\r\nAll have ducks."), ("covers", "answered"),
      ]
      for (name, value, words) in [
        ("received", "2023-07-02", "before it was asked"), ("received", "soon", "Give the day"),
        ("received", "2099-01-01", "still to come"), ("from", " ", "Say who answers"),
        ("text", "", "Give the answer"), ("covers", "completed", "Say what the answer covers"),
      ] {
        let fields = right.filter { $0.0 != name } + [(name, value)]
        let answer = try await browser.post("/change/respond", fields, formAt: form)
        #expect(answer.status == 422, "\(name)=\(value)")
        #expect(answer.body.contains(words), "\(name)=\(value)")
      }
      let done = try await browser.post("/change/respond", right, formAt: form)
      #expect(done.headers[.location] == thread + "?done=response")
      let page = try await browser.get(thread).body
      #expect(page.contains("Answered by Head of Ponds, answered"))
      #expect(page.contains("Entered by A. Clerk"))
      #expect(try await browser.get("/requests?state=answered").body.contains("PSC/23-24/IR01"))

      let completed = try await browser.post(
        "/change/complete",
        [("reference", "PSC/23-24/IR01"), ("meeting", "5 September 2023"), ("minute", "12")],
        formAt: "/change/complete?reference=PSC/23-24/IR01")
      #expect(completed.status == 303)
      #expect(try await browser.get("/requests?state=completed").body.contains("PSC/23-24/IR01"))
      let report = try await browser.get(
        "/downloads/report?report=progress&body=Ponds+Scrutiny+Committee&meeting=2023-09-05&format=csv"
      )
      #expect(report.status == 200)
      #expect(report.body.contains("All have ducks."))
      #expect(
        report.headers[.contentDisposition]
          == "attachment; filename=\"progress-PSC-2023-09-05.csv\"")
    }
  }

  @Test func whatWasEnteredCanBeTakenBack() async throws {
    let site = try SiteFixture(papers: [Papers.minutes])
    let matter = try site.register.matter(named: "PSC/23-24/IR01")
    try site.register.respond(
      to: matter, on: try #require(matter.matter.raised), from: "Head of Ponds", text: "Bread.",
      state: .answered, enteredBy: "B. Clerk")
    try await site.browse { (browser) async throws -> Void in
      let thread = "/thread/PSC/23-24/IR01"
      #expect(try await browser.get("/requests?state=answered").body.contains("PSC/23-24/IR01"))
      let fields = [("reference", "PSC/23-24/IR01"), ("entry", "1")]
      let done = try await browser.post("/change/undo", fields, formAt: thread)
      #expect(done.headers[.location] == thread + "?done=undone")
      let page = try await browser.get(thread).body
      #expect(page.contains("Taken back by A. Clerk"))
      #expect(page.contains("entered by B. Clerk"))
      #expect(!page.contains("Answered by Head of Ponds"))
      let answered = try await browser.get("/requests?state=answered").body
      #expect(!answered.contains("PSC/23-24/IR01"))
      for entry in ["1", "2", "x"] {
        let again = try await browser.post(
          "/change/undo", [("reference", "PSC/23-24/IR01"), ("entry", entry)], formAt: "/upload")
        #expect(again.status == 404, "\(entry)")
      }
    }
  }

  @Test func aFormWithAFileIsReadWhateverItIs() async throws {
    let site = try SiteFixture()
    try await site.browse { (browser) async throws -> Void in
      let token = try await browser.token("/upload")
      for name in ["", "../../etc/passwd", "...", "a\u{0}b", String(repeating: "x", count: 5000)] {
        let answer = try await browser.upload(name, Papers.minutes, token: token)
        #expect([200, 403, 422].contains(answer.status), "\(name.prefix(20))")
      }
      let binary = try await browser.upload("x.pdf", "%PDF-1.7 nothing", token: token)
      #expect(binary.status == 422)
      #expect(binary.body.contains("There is a problem"))
    }
  }
}
