import ArgumentParser
import Foundation
import MattersArising
import MattersEvaluation
import MattersFormats
import MattersIngest
import MattersParsers
import MattersReports

/// `matters evaluate`: how well papers are read.
struct EvaluateCommand: ParsableCommand {
  /// The forms of the figures.
  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measure what is read from papers against gold.",
    discussion: """
      Gold is NAME.gold.jsonl beside NAME.txt, or NAME.jsonl with a header line that
      names the paper, which is in the same folder or in seeds beside it. The first
      folder below the one given is the council.

      Where the folder has a baseline.json, or --baseline names one, what was gained
      and lost is told, and any figure that fell ends the command with 1.

      A folder with threads.gold.json is also taken into a register of its own: its
      links, and where its requests and recommendations stand, are measured against
      that gold.

      EXAMPLES
        matters evaluate Corpus
        matters evaluate Corpus --misses 20
        matters evaluate Corpus --format json
        matters evaluate Corpus --record
        matters evaluate Corpus --profile tarn-council.toml --leave-one-out
      """)

  @Argument(help: ArgumentHelp("The folder with the gold.", valueName: "gold-folder"))
  var folder: String

  @Option(help: "table or json.")
  var format: Format = .table

  @Option(help: ArgumentHelp("List so many things that are wrong.", valueName: "count"))
  var misses = 0

  @Option(
    help: ArgumentHelp(
      "The figures to hold to. Default: baseline.json in the folder.", valueName: "file"))
  var baseline: String?

  @Flag(help: "Write the baseline instead of holding to it.")
  var record = false

  @OptionGroup var wording: ProfileOptions

  @Flag(help: "Measure each council that has a profile without it as well.")
  var leaveOneOut = false

  func validate() throws {
    if misses < 0 { throw ValidationError("--misses takes a count of nought or more.") }
  }

  func run() throws {
    try reporting {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
        isFolder.boolValue
      else { throw Failure("\(folder): there is no such folder") }
      if record, ProcessInfo.processInfo.environment["CI"] == "true" {
        throw Failure(
          "--record: an automatic run (CI=true) holds to the baseline and never writes it")
      }
      let profiles = try wording.profiles()
      let evaluation = measured(with: profiles)
      for problem in evaluation.problems { Console.say("matters: \(folder): \(problem)") }
      if !evaluation.documents.isEmpty {
        let threads = try EvaluateThreads(below: URL(filePath: folder))
        for problem in threads.problems { Console.say("matters: \(folder): \(problem)") }
        Console.write(
          format == .json
            ? evaluation.json(threads: threads.councils)
            : tables(evaluation) + threads.tables(misses: misses))
        guard threads.problems.isEmpty else { throw ExitCode(1) }
        if leaveOneOut { Console.say(leftOut(profiles, of: evaluation)) }
      }
      // A baseline over a part of the gold would forget the rest.
      guard evaluation.problems.isEmpty else { throw ExitCode(1) }
      let current = Baseline(evaluation.accuracy)
      if record { try Console.deliver(current.json, to: baselinePath) } else { try hold(current) }
    }
  }

  private func measured(with profiles: CouncilProfiles) -> Evaluation {
    Evaluation(URL(filePath: folder, directoryHint: .isDirectory)) { name, contents in
      do throws(PaperFormError) {
        return Pipeline.read(
          try PaperForm.read(name: name, contents: contents), profiles: profiles)
      } catch {
        throw Failure(error.explanation)
      }
    }
  }

  /// What each council is read like without its profile.
  private func leftOut(_ profiles: CouncilProfiles, of evaluation: Evaluation) -> String {
    guard !profiles.all.isEmpty else {
      return "Every council was read without a profile: none was given.\n"
    }
    let without = measured(with: CouncilProfiles())
    return evaluation.councils.map { name, accuracy in
      let other = without.councils.first { $0.name == name }?.accuracy
      func f1(_ accuracy: Accuracy?) -> String {
        accuracy?.micro[.f1].map { Figures.text($0, places: 3) } ?? "-"
      }
      return "\(name): f1 \(f1(accuracy)) with its profile, \(f1(other)) without\n"
    }.joined()
  }

  private var baselinePath: String {
    baseline ?? (folder.hasSuffix("/") ? folder : folder + "/") + "baseline.json"
  }

  private func hold(_ current: Baseline) throws {
    guard let data = FileManager.default.contents(atPath: baselinePath) else {
      guard let baseline else { return }
      throw Failure("\(baseline): the baseline cannot be read; --record writes it")
    }
    guard let before = Baseline(json: String(decoding: data, as: UTF8.self)) else {
      throw Failure("\(baselinePath): not a baseline; --record writes it anew")
    }
    let changes = before.changes(to: current)
    for change in changes where !change.isDrop { Console.say("gained: \(change)") }
    for change in changes where change.isDrop { Console.say("lost: \(change)") }
    let drops = changes.count(where: \.isDrop)
    if drops > 0 {
      throw Failure("\(baselinePath): \(drops) \(drops == 1 ? "figure" : "figures") fell below it")
    }
  }

  private func tables(_ evaluation: Evaluation) -> String {
    let accuracy = evaluation.accuracy
    let kinds = accuracy.order.compactMap { kind in
      accuracy.kinds[kind].map { ($0.counts(kind.rawValue), $0.figures) }
    }
    let overall = [
      (accuracy.total.counts("micro: by record"), accuracy.micro),
      (["macro: by kind", "", ""], accuracy.macro),
    ]
    var out = [
      table("Kind", kinds),
      table("Council", evaluation.councils.map { $0.accuracy.row($0.name) }),
      table("Paper", evaluation.documents.map { $0.accuracy.row($0.name) }),
      table("All kinds", overall),
    ].joined(separator: "\n")
    if misses > 0 {
      let all = evaluation.documents.flatMap { document in
        document.misses.map { "\(document.name): \($0)\n" }
      }
      out += "\n" + all.prefix(misses).joined()
      if all.count > misses { out += "and \(all.count - misses) more\n" }
    }
    return out
  }

  /// A table with figures that stand under each other.
  private func table(_ subject: String, _ rows: [(names: [String], figures: Figures)]) -> String {
    TerminalWriter.table(
      ReportTable(
        caption: subject,
        columns: [
          subject, " gold", " read", " prec", "recall", "   f1", "exact", "lines", "values",
        ],
        rows: rows.map { names, figures in
          [names[0]] + names.dropFirst().map { $0.leftPadded(5) }
            + Measure.allCases.map { figures[$0].map { Figures.text($0, places: 3) } ?? "" }
        }),
      width: 200)
  }
}

extension Tally {
  fileprivate func counts(_ name: String) -> [String] { [name, String(gold), String(read)] }
}

extension Accuracy {
  /// All kinds taken together, as a row.
  fileprivate func row(_ name: String) -> (names: [String], figures: Figures) {
    (total.counts(name), micro)
  }
}
