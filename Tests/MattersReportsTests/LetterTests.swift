import Foundation
import MattersArising
import MattersTestSupport
import Testing

@testable import MattersReports

/// Drafts are e-mails that other programs read as they were meant.
@Suite struct LetterTests {
  private static let python = "/usr/bin/python3"

  private static let letters = [
    ("Head of Ponds", "Awaited", "Dear all,\n\nThree items.\n"),
    (
      "Pennaeth Gwasanaethau Dŵr a Phyllau",
      "Disgwylir: pum eitem – “dŵr” a phyllau £5, ac eto mwy",
      "Annwyl Bennaeth,\n\n.a line with a stop\nFrom here on\n\ta tab and a space at the end \n= é\n"
        + String(repeating: "“a very long line – with dashes” ", count: 20) + "\n \n\nend\n"
    ),
    (
      "Director \"of\" Water, \\ Ponds",
      String(repeating: "a long subject of many words ", count: 9),
      "no line end"
    ),
    ("Head of =?utf-8?Q?Ponds?=", "An =?utf-8?B?encoded?= word", "\n"),
  ]

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: python)), arguments: letters)
  func anotherProgramReadsTheMail(_ to: String, _ title: String, _ text: String) throws {
    let date = try #require(PlainDate(iso: "2024-03-12"))
    let subject = title.split(separator: " ").joined(separator: " ")
    let letter = Letter(
      kind: .chase, recipient: to, email: "ponds@example.org", date: date, title: subject,
      text: text, matters: [])
    let mail = letter.mail(code: "CHASE-1", from: "Democratic Services <clerk@example.org>")
    for line in mail.components(separatedBy: "\r\n") { #expect(line.utf8.count <= 78, "\(line)") }
    #expect(mail.utf8.allSatisfy { $0 < 0x80 })
    #expect(!mail.replacing("\r\n", with: "").contains { $0 == "\r" || $0 == "\n" || $0 == "\r\n" })
    let read = try Self.parse(mail)
    expectSame(read["subject"], subject)
    expectSame(read["name"], to)
    expectSame(read["address"], "ponds@example.org")
    expectSame(read["from"], "clerk@example.org")
    expectSame(read["date"], "2024-03-12T09:00:00+00:00")
    expectSame(read["unsent"], "1")
    expectSame(read["defects"], "")
    let body = try #require(read["body"])
    expectSame(body.hasSuffix("\n") ? body : body + "\n", text.hasSuffix("\n") ? text : text + "\n")
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: python)))
  func aRecipientWithoutAnAddressIsNamed() throws {
    let date = try #require(PlainDate(iso: "2024-03-12"))
    let letter = Letter(
      kind: .notice, recipient: "Cabinet", email: nil, date: date, title: "Notice", text: "x\n",
      matters: [])
    let mail = letter.mail(code: "NOTICE-1", from: "A Clerk")
    #expect(mail.contains("To: \"Cabinet\":;\r\n"))
    let read = try Self.parse(mail)
    expectSame(read["from"], "unsent@matters.invalid")
    expectSame(read["defects"], "")
    let welsh = Letter(
      kind: .notice, recipient: "Pennaeth Dŵr", email: nil, date: date, title: "Notice",
      text: "x\n",
      matters: [])
    expectSame(try Self.parse(welsh.mail(code: "NOTICE-1", from: "A Clerk"))["defects"], "")
  }

  /// What Python's parser of e-mail reads.
  private static func parse(_ mail: String) throws -> [String: String] {
    let script = """
      import email, email.policy, json, sys
      m = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
      to = m['To'].addresses
      defects = list(m.defects) + [d for h in ('To', 'From', 'Subject', 'Date') for d in m[h].defects]
      print(json.dumps({'subject': m['Subject'], 'name': to[0].display_name if to else '',
        'address': to[0].addr_spec if to else '', 'from': m['From'].addresses[0].addr_spec,
        'date': m['Date'].datetime.isoformat(), 'unsent': m['X-Unsent'],
        'body': m.get_content().replace(chr(13), ''), 'defects': ' '.join(map(str, defects))}))
      """
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).eml")
    try Data(mail.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: python)
    process.arguments = ["-c", script]
    process.standardInput = try FileHandle(forReadingFrom: file)
    process.standardOutput = pipe
    try process.run()
    let printed = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return try JSONDecoder().decode([String: String].self, from: printed)
  }
}
