import Foundation
import MattersTestSupport
import Testing

/// The manual's table of errors: each line is what the program says, with the status it leaves.
@Suite struct ErrorTableTests {
  /// A line of the table.
  struct Entry: Sendable, CustomStringConvertible {
    var status: Int32
    var words: String
    var command: String
    var description: String { command }
  }

  static let entries: [Entry] = {
    let page = ProjectFiles.text(ProjectFiles.root.appending(path: "Documentation/errors.md"))
    return page.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 3, let status = Int32(cells[0]), cells[2].hasPrefix("`") else {
        return nil
      }
      return Entry(status: status, words: plain(cells[1]), command: plain(cells[2]))
    }
  }()

  private static func plain(_ cell: String) -> String {
    cell.replacingOccurrences(of: "`", with: "")
  }

  @Test func theTableIsRead() {
    #expect(Self.entries.count >= 25)
  }

  @Test(arguments: entries) func isSaid(_ entry: Entry) throws {
    let runner = try CommandRunner()
    try runner.write(
      [
        "Ponds Council", "",
        "Minutes of the meeting of the Ponds Scrutiny Committee held on Monday 3 July 2023", "",
        "4. DUCKS", "", "And that the following information request be made:", "",
        "- (a) A list of the ponds without ducks.",
      ], as: "minutes.txt")
    try runner.write([], as: "empty.txt")
    try runner.write(["No register, but some words."], as: "words.sqlite")
    #expect(try runner.run("matters ingest minutes.txt").status == 0)
    var bytes = Array(try Data(contentsOf: runner.work.appending(path: "matters.sqlite")))
    try Data(bytes.enumerated().map { (4_096..<40_000).contains($0.offset) ? 0xA5 : $0.element })
      .write(to: runner.work.appending(path: "damaged.sqlite"))
    // SQLite keeps the version, which only a program sets, at byte 60 of its file.
    bytes.replaceSubrange(60..<64, with: [0, 0, 3, 231])
    try Data(bytes).write(to: runner.work.appending(path: "newer.sqlite"))

    let outcome = try runner.run(entry.command)
    expectGoodManners(outcome, entry.command)
    #expect(outcome.status == entry.status, "\(outcome.error)")
    let first = String(outcome.error.split(separator: "\n").first ?? "")
    let said = first.hasPrefix("matters: ") ? String(first.dropFirst(9)) : first
    if entry.words.hasSuffix("…") {
      #expect(said.hasPrefix(entry.words.dropLast()), "\(said)")
    } else {
      #expect(said == entry.words)
    }
    if entry.status < 64 {
      #expect(outcome.error.split(separator: "\n").count == 1, "\(outcome.error)")
    }
  }
}
