import Foundation
import MattersArising
import MattersEvaluation
import MattersIngest
import MattersLinker
import MattersRegister
import MattersReports

/// How well the papers of each council are linked, where its folder has gold of threads.
struct EvaluateThreads {
  /// The councils, by name, with what was measured.
  private(set) var councils: [(name: String, score: ThreadScore)] = []
  /// Gold that could not be used, one line each.
  private(set) var problems: [String] = []

  /// Takes the papers of every folder that has `threads.gold.json` into a register of its own.
  init(below folder: URL) throws {
    let root = folder.standardizedFileURL.resolvingSymlinksInPath()
    guard let paths = FileManager.default.enumerator(atPath: root.path) else { return }
    let files = paths.compactMap { $0 as? String }.filter { path in
      path == Self.name || path.hasSuffix("/" + Self.name)
    }
    for path in files.sorted() {
      let file = root.appending(path: path)
      guard let text = try? String(contentsOf: file, encoding: .utf8), let gold = ThreadGold(text)
      else {
        problems.append("\(path): not gold of threads; see the gold in Corpus for its form")
        continue
      }
      councils.append(
        (
          path == Self.name ? root.lastPathComponent : String(path.dropLast(Self.name.count + 1)),
          try Self.score(file.deletingLastPathComponent(), gold)
        ))
    }
  }

  private static let name = "threads.gold.json"

  /// All councils together.
  var all: ThreadScore { councils.reduce(into: ThreadScore()) { $0 += $1.score } }

  private static func score(_ folder: URL, _ gold: ThreadGold) throws -> ThreadScore {
    let place = FileManager.default.temporaryDirectory.appending(path: "matters-\(UUID())")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    let register = try Register(place.appending(path: "threads.sqlite").path, for: .creating)
    _ = try Ingest(into: register).run([folder.path])
    let links = try register.links().filter { $0.grade != .weak }.map {
      FoundLink(
        relation: $0.relation.rawValue,
        from: .init(document: $0.from.document, lines: $0.from.lines),
        to: .init(document: $0.to.document, lines: $0.to.lines))
    }
    let day = PlainDate(iso: gold.asOf)
    let kinds: [(Asked.Kind, String)] = [
      (.request, "requests"), (.recommendation, "recommendations"), (.action, "actions"),
    ]
    var threads: [FoundThread] = []
    for (kind, name) in kinds {
      for registered in try register.matters(MatterFilter(kind: kind)) {
        let position = day.flatMap { registered.matter.position(.endOf($0)) }
        threads.append(
          FoundThread(
            kind: name, text: registered.matter.text, raised: registered.matter.raised?.iso,
            state: position?.state.rawValue ?? "", decision: position?.ruling?.decision?.rawValue,
            implementation: position?.ruling?.implementation?.rawValue))
      }
    }
    return ThreadScore(links, threads, against: gold)
  }

  /// The figures as a table, and so many of the things that are wrong; nothing without gold.
  func tables(misses: Int) -> String {
    guard !councils.isEmpty else { return "" }
    let wrong = councils.flatMap { council in
      council.score.misses.map { "\(council.name): \($0)\n" }
    }
    return "\n" + table + (misses > 0 ? "\n" + wrong.prefix(misses).joined() : "")
  }

  private var table: String {
    let rows = councils.map { Self.row($0.name, $0.score) } + [Self.row("All councils", all)]
    return TerminalWriter.table(
      ReportTable(
        caption: "Threads",
        columns: [
          "Threads", "links", " made", " prec", "recall", "asked", "state",
        ], rows: rows), width: 200)
  }

  private static func row(_ name: String, _ score: ThreadScore) -> [String] {
    let count = { (number: Int) in String(number).leftPadded(5) }
    let share = { (part: Int, value: Double) in part == 0 ? "" : Figures.text(value, places: 3) }
    return [
      name, count(score.gold), count(score.made), share(score.made, score.precision),
      share(score.gold, score.recall), count(score.threads),
      share(score.threads, score.standingRight),
    ]
  }
}
