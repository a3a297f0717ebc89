import ArgumentParser
import MattersArising
import MattersIngest
import MattersRegister

/// `matters ingest`: takes papers into the register.
struct IngestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Read papers, link them, and store them in the register.",
    discussion: """
      The same text again changes nothing. A changed text of the same paper is stored beside the
      former one. A paper that cannot be read is named, and the others are stored.

      EXAMPLES
        matters ingest papers/
        matters ingest 2024-03-12-minutes.txt --register scrutiny.sqlite
        pdftotext -layout pack.pdf - | matters ingest -
        matters ingest --exempt appendix-b.pdf
      """)

  @Argument(help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "path"))
  var paths: [String]

  @Flag(help: "Keep these papers from the public as a whole, and their later texts.")
  var exempt = false

  @OptionGroup var options: RegisterOptions

  func run() throws {
    var failed = 0
    try reporting {
      // Nothing is made where there is nothing to take in.
      let (files, problems) = PaperFinder.find(paths)
      if files.isEmpty {
        for problem in problems { Console.say("matters: \(problem.path): \(problem.message)") }
        failed = problems.count
        return
      }
      let register = try options.open(for: .creating)
      let summary = try Ingest(into: register, isExempt: exempt, notify: show).run(paths)
      failed = summary.failed
      if Console.isWatched { clearProgress() }
      Console.write(text(summary, try register.summary()))
      let (none, several) = try register.linkCounts()
      Console.write(
        "Linking: \(try register.links().count) matched, \(none) without a candidate, "
          + "\(several) with several candidates.\n")
    }
    if failed > 0 { throw ExitCode(1) }
  }

  private func show(_ notice: Ingest.Notice) {
    switch notice {
    case .reading(let path, let index, let count):
      if Console.isWatched {
        progress("\(index + 1)/\(count) \(path)")
      }
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
    case .failed(let path, let message): line("\(path): \(message)")
    }
  }

  private func line(_ text: String) {
    if Console.isWatched { clearProgress() }
    Console.say("matters: \(text)")
  }

  private func text(_ summary: Ingest.Summary, _ register: RegisterSummary) -> String {
    var parts = ["\(summary.stored) stored"]
    if summary.revised > 0 { parts.append("\(summary.revised) revised") }
    if summary.unchanged > 0 { parts.append("\(summary.unchanged) unchanged") }
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
