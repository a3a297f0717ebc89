import ArgumentParser
import Foundation
import MattersArising
import MattersIngest
import MattersRegister

/// `matters ingest`: takes papers into the register.
struct IngestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Read papers, link them, and store them in the register.",
    discussion: """
      The same text again changes nothing. A changed text of the same paper is
      stored beside the former one. A paper that cannot be read is named, and the
      others are stored. With --watch, papers that are put into the folders later
      are taken in too, until Ctrl-C.

      A tracker that matters report wrote may be edited in Word, in Excel or as CSV
      and taken in again. Its rows are known by their reference, or where there is
      none by the meeting, the label and the words. What was typed in becomes events
      under your name; a row that is missing takes nothing back; what is at odds
      with another's word waits in matters review.

      EXAMPLES
        matters ingest papers/
        matters ingest 2024-03-12-minutes.txt --register scrutiny.sqlite
        pdftotext -layout pack.pdf - | matters ingest -
        matters ingest --exempt appendix-b.pdf
        matters ingest --watch papers/
      """)

  @Argument(help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "path"))
  var paths: [String]

  @Flag(help: "Keep these papers from the public as a whole, and their later texts.")
  var exempt = false

  @Flag(help: "Go on looking for new and changed papers in the folders, until Ctrl-C.")
  var watch = false

  @Flag(help: "Say only what went wrong.")
  var quiet = false

  @Option(
    help: ArgumentHelp(
      "Under whose name what was typed into a tracker is kept. Default: MATTERS_USER, or the name "
        + "you are logged in by.",
      valueName: "name"))
  var by: String?

  @OptionGroup var options: RegisterOptions

  func validate() throws {
    if watch, paths.contains("-") {
      throw ValidationError("--watch looks into folders; standard input is read once.")
    }
  }

  func run() throws {
    var failed = 0
    if let by { try requireWords(by, of: "--by") }
    try reporting {
      // Before the first look, so that what comes in while papers are read is seen at the next.
      let folders = watch ? FolderWatch(paths) : nil
      // Nothing is made where there is nothing to take in.
      let found = PaperFinder.find(paths)
      let isThere = paths.allSatisfy { FileManager.default.fileExists(atPath: $0) }
      if found.files.isEmpty, !(watch && isThere) {
        for problem in found.problems {
          Console.say("matters: \(problem.path): \(problem.message)")
        }
        failed = found.problems.count
        return
      }
      let register = try options.open(for: .creating)
      if !watch || !found.files.isEmpty { failed = try take(found, into: register) }
      guard var folders else { return }
      StopSignal.listen()
      Console.say("matters: watching \(paths.joined(separator: ", ")); end with Ctrl-C")
      while StopSignal.waits(FolderWatch.pause) {
        let settled = folders.look()
        if !settled.isEmpty { failed = try take((settled, []), into: register) }
      }
      failed = 0
    }
    if failed > 0 { throw ExitCode(1) }
  }

  /// Takes in what was found and says what became of it.
  ///
  /// - Returns: how many papers could not be taken in.
  private func take(_ found: PaperFinder.Found, into register: Register) throws -> Int {
    let summary = try Ingest(
      into: register, isExempt: exempt,
      editor: .init(name: by ?? Console.person, today: Console.today), notify: show
    ).run(found)
    if Console.isWatched { clearProgress() }
    if quiet { return summary.failed }
    Console.write(text(summary, try register.followed()))
    let (none, several) = try register.linkCounts()
    Console.write(
      "Linking: \(try register.linkCount()) matched, \(none) without a candidate, "
        + "\(several) with several candidates.\n")
    return summary.failed
  }

  private func show(_ notice: Ingest.Notice) {
    switch notice {
    case .reading(let path, let index, let count):
      if Console.isWatched {
        progress("\(index + 1)/\(count) \(path)")
      }
    case .stored where quiet, .decoded where quiet: break
    case .stored(let path, .unchanged(let name)):
      line("\(path): nothing changed; the same text is in the register as \(name)")
    case .stored(let path, .withdrawn(let name)):
      line("\(path): not taken in; this text was withdrawn from the register as \(name)")
    case .stored(let path, .revision):
      line("\(path): stored as a revision; the former text is kept")
    case .stored: break
    case .decoded(let path, let encoding): line("\(path): read as \(encoding.rawValue)")
    case .noticed(let path, let diagnostic):
      let place = diagnostic.lines.map { ":\($0.first)" } ?? ""
      line("\(path)\(place): \(diagnostic.message)")
    case .nothingRead(let path):
      line("\(path): stored, but no record was read from it; see: matters parse \(path) --coverage")
    case .returned(let path, let back):
      let rows = back.taken.count
      line(
        "\(path): a tracker that comes back; "
          + (rows == 0 ? "nothing new in it" : "\(rows) \(rows == 1 ? "row" : "rows") taken"))
      for reference in back.waiting {
        line("\(path): \(reference): otherwise than it stands here; see: matters review")
      }
      for (row, words) in back.unknown {
        line("\(path):\(row): nothing in the register is known by \(words); the row was left")
      }
    case .failed(let path, let message): line("\(path): \(message)")
    }
  }

  private func line(_ text: String) {
    if Console.isWatched { clearProgress() }
    Console.say("matters: \(text)")
  }

  private func text(_ summary: Ingest.Summary, _ register: FollowedCount) -> String {
    var parts = ["\(summary.stored) stored"]
    if summary.revised > 0 { parts.append("\(summary.revised) revised") }
    if summary.unchanged > 0 { parts.append("\(summary.unchanged) unchanged") }
    if summary.returned > 0 { parts.append("\(summary.returned) edited") }
    if summary.failed > 0 { parts.append("\(summary.failed) not taken in") }
    var out = "Documents: \(parts.joined(separator: ", ")).\n"
    if !summary.records.isEmpty {
      let total = summary.records.values.reduce(0, +)
      let kinds = summary.records.sorted { $0.key < $1.key }.map {
        "\($0.value) \($0.key.rawValue)"
      }
      out += "Records: \(total) (\(kinds.joined(separator: ", "))).\n"
      out += "Links: \(summary.links) made; \(summary.ambiguous) ambiguous.\n"
      out += "Not understood: \(summary.unclaimed) of \(summary.lines) lines.\n"
    }
    let matters = register.matters
    out += "The register now follows \(matters["request"] ?? 0) requests, "
    out += "\(matters["recommendation"] ?? 0) recommendations and \(matters["action"] ?? 0) actions"
    let papers = register.documents == 1 ? "1 document" : "\(register.documents) documents"
    out += " from \(papers); \(register.ambiguous) references are ambiguous.\n"
    return out
  }

  private func progress(_ text: String) {
    let shown = text.count > 78 ? "…" + text.suffix(77) : text
    Console.raw("\r\u{1B}[K\(shown)")
  }

  private func clearProgress() { Console.raw("\r\u{1B}[K") }
}
