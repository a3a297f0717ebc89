import Foundation
import HTTPTypes
import MattersExports
import MattersIngest
import MattersRegister
import MattersTestSupport
import Testing

@testable import MattersWeb

/// Every report and export can be had as a file.
@Suite struct DownloadTests {
  @Test(arguments: ReportForm.allCases)
  func everyReportIsThereInEveryForm(_ form: ReportForm) async throws {
    let site = try SiteFixture.year()
    try await site.browse { (browser) async throws -> Void in
      for kind in ReportKind.allCases {
        let answer = try await browser.get(
          "/downloads/report?report=\(kind)&body=CESC&meeting=2024-03-12&format=\(form)")
        #expect(answer.status == 200, "\(kind)")
        #expect(answer.headers[.contentType] == form.type, "\(kind)")
        let name = answer.headers[.contentDisposition] ?? ""
        #expect(name.hasSuffix(".\(form.ending)\""), "\(kind): \(name)")
        let sign =
          switch form {
          case .html: "<!DOCTYPE html>"
          case .docx, .xlsx: "PK"
          case .json: "{"
          case .ics: "BEGIN:VCALENDAR\r\n"
          case .markdown, .csv: ""
          }
        #expect(answer.bytes.starts(with: sign.utf8) && answer.bytes.count > 40, "\(kind)")
      }
    }
  }

  @Test(arguments: [ReportForm.html, .markdown, .json, .ics, .docx])
  func aReportCarriesTheHeadOfTheRegister(_ form: ReportForm) async throws {
    let site = try SiteFixture.year()
    try await site.browse { (browser) async throws -> Void in
      let answer = try await browser.get(
        "/downloads/report?report=officer&body=CESC&meeting=2024-03-12&format=\(form)")
      let words =
        form == .docx
        ? String(
          decoding: try await UploadedPaper(name: "r.docx", contents: answer.bytes).document.text,
          as: UTF8.self)
        // A calendar cuts its long lines.
        : answer.body.replacing("\r\n ", with: "")
      let head = try #require(
        words.split { !$0.isHexDigit }.first { $0.utf8.count == 64 }, "\(words.suffix(300))")
      #expect(try site.register.headHash() == head)
      let later = try Register(site.register.path, for: .reading)
      #expect(try later.verify(expecting: String(head)).isSound)
    }
  }

  @Test func theRegisterIsThereInEveryFormOfOtherSystems() async throws {
    let site = try SiteFixture.year()
    try await site.browse { (browser) async throws -> Void in
      let page = try await browser.get("/downloads").body
      for format in Export.Format.allCases where format != .jsonl {
        let address = "/downloads/export/\(format).zip"
        #expect(page.contains("href=\"\(address)\""), "\(format)")
        let answer = try await browser.get(address)
        #expect(answer.status == 200, "\(format)")
        #expect(answer.headers[.contentType] == "application/zip", "\(format)")
        #expect(answer.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]), "\(format)")
        let names = try Export.files(of: site.register, as: format).map(\.name)
        #expect(!names.isEmpty && names.allSatisfy { answer.body.contains($0) }, "\(format)")
      }
      let lines = try await browser.get("/downloads/export/jsonl.jsonl")
      #expect(lines.body.hasPrefix("{\"register\":"))
      let copy = "\(site.folder)/copy.sqlite"
      var rest = lines.bytes.split(separator: 0x0A)[...]
      try Register.load(copy) { rest.popFirst().map(Array.init) }
      expectSame(
        try Register(copy, for: .reading).summary().documents,
        try site.register.summary().documents)
      expectSame(try Register(copy, for: .reading).verify().faults, [])
      for address in ["jsonl.zip", "popolo.jsonl", "popolo", "popolo.zip.zip", "..%2fpopolo.zip"] {
        #expect(try await browser.get("/downloads/export/\(address)").status == 404, "\(address)")
      }
    }
  }

  @Test func oneExportIsMadeAtATime() async throws {
    let gate = Turnstile(most: 1)
    #expect(gate.begin())
    #expect(!gate.begin())
    gate.end()
    #expect(gate.begin())
  }
}
