import ArgumentParser
import MattersArising
import MattersLinker
import MattersRegister
import MattersReports

/// `matters report`: documents for the agenda pack.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Make reports for the agenda pack.",
    discussion: """
      Every report can be a table for the terminal, Markdown, HTML, CSV, JSON, a
      Word file (docx), an Excel workbook (xlsx), or a calendar of what is due
      (ics). A council's own columns, headings and wording stand in a TOML file that
      is given with --layout:

        [report.recommendations]
        columns = ["reference", "recommendation", "executive_response", "status"]
        headings = { executive_response = "Cabinet's answer" }

        [officer_report]
        author = "Scrutiny Manager"
      """,
    subcommands: [
      ProgressCommand.self, RecommendationsReportCommand.self, ActionsReportCommand.self,
      ProgrammeReportCommand.self, QuestionsReportCommand.self, PlanReportCommand.self,
      AnnualReportCommand.self,
    ])
}

/// `matters report progress`: the Progress Report's appendix, or the whole report around it.
struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress",
    abstract: "The table of information requests for a meeting's Progress Report.",
    discussion: """
      Shows the position before the meeting opens, grouped by the meeting at which
      requests were raised, newest first. A completed item has a tick and is left
      out once an earlier report showed it so: one that was ingested, or one issued
      with --issued. A draft changes nothing. With --full the whole officer's report
      is written around the table, with a paragraph for each item of the last
      meeting and the source of every sentence.

      EXAMPLES
        matters report progress --body "Ponds Scrutiny Committee" --meeting 2024-03-12
        matters report progress --body PSC --meeting 2024-03-12 --format html -o progress.html
        matters report progress --body PSC --meeting 2024-03-12 --full --layout ponds.toml
        matters report progress --body PSC --meeting 2024-03-12 --format csv --issued
      """)

  @Option(
    help: ArgumentHelp(
      "The committee: its name, its initials, or a part of the name.", valueName: "name"))
  var body: String

  @Option(help: ArgumentHelp("The meeting the report is for.", valueName: "date"))
  var meeting: PlainDate

  @Flag(help: "The whole officer's report around the table.")
  var full = false

  @OptionGroup var form: ReportForm

  @Flag(help: "The report is issued: what it shows as completed is left out of later ones.")
  var issued = false

  @OptionGroup var options: RegisterOptions

  func run() throws {
    try reporting {
      let layout = try form.chosen()
      let register = try options.open(for: issued ? .writing : .reading)
      let name = try register.body(body)
      let report = ProgressReport(
        body: name, meeting: meeting,
        matters: try register.matters(MatterFilter(kind: .request, body: name)),
        issued: try register.issuedAsCompleted(body: name, before: meeting))
      var plain =
        full
        ? OfficerReport.make(
          report,
          recommendations: try register.matters(MatterFilter(kind: .recommendation, body: name)),
          records: try register.records([.minute, .resolution], body: name),
          wording: layout.wording) : report.plain
      plain.head = try register.headHash()
      try form.deliver(plain, columnsOf: "progress", layout, of: register)
      if issued {
        try register.noteIssued(
          body: name, meeting: meeting,
          completed: report.groups.flatMap(\.items).filter(\.isCompleted).map(\.reference))
      }
    }
  }
}
