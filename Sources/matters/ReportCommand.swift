import ArgumentParser
import MattersArising
import MattersLinker
import MattersRegister
import MattersReports

/// `matters report`: documents for the agenda pack.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Make reports for the agenda pack.",
    subcommands: [ProgressCommand.self])
}

/// `matters report progress`: the Progress Report's appendix.
struct ProgressCommand: ParsableCommand {
  /// The forms of the report.
  enum Format: String, ExpressibleByArgument, CaseIterable { case table, markdown, html, csv, json }

  static let configuration = CommandConfiguration(
    commandName: "progress",
    abstract: "The table of information requests for a meeting's Progress Report.",
    discussion: """
      Shows the position before the meeting opens, grouped by the meeting at which requests were
      raised, newest first. A completed item has a tick and is left out once an earlier report
      showed it so: one that was ingested, or one issued with --issued. A draft changes nothing.

      EXAMPLES
        matters report progress --body "Ponds Scrutiny Committee" --meeting 2024-03-12
        matters report progress --body PSC --meeting 2024-03-12 --format html -o progress.html
        matters report progress --body PSC --meeting 2024-03-12 --format csv --issued
      """)

  @Option(
    help: ArgumentHelp(
      "The committee: its name, its initials, or a part of the name.", valueName: "name"))
  var body: String

  @Option(help: ArgumentHelp("The meeting the report is for.", valueName: "date"))
  var meeting: PlainDate

  @Option(help: "table, markdown, html, csv or json.")
  var format: Format = .markdown

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"))
  var output: String?

  @Flag(help: "The report is issued: what it shows as completed is left out of later ones.")
  var issued = false

  @OptionGroup var options: RegisterOptions

  func run() throws {
    try reporting {
      let register = try options.open(for: issued ? .writing : .reading)
      let name = try register.body(body)
      let report = ProgressReport(
        body: name, meeting: meeting,
        matters: try register.matters(MatterFilter(kind: .request, body: name)),
        issued: try register.issuedAsCompleted(body: name, before: meeting))
      let text =
        switch format {
        case .markdown: report.markdown
        case .html: report.html
        case .csv: report.csv
        case .json: report.json
        case .table: report.terminal(width: Console.width)
        }
      try Console.deliver(text, to: output)
      if issued {
        try register.noteIssued(
          body: name, meeting: meeting,
          completed: report.groups.flatMap(\.items).filter(\.isCompleted).map(\.reference))
      }
    }
  }
}
