import ArgumentParser
import MattersArising
import MattersLinker
import MattersRegister
import MattersReports

/// `matters agenda`: what is due at a meeting.
struct AgendaCommand: ParsableCommand {
  /// The forms of the list.
  enum Format: String, ExpressibleByArgument, CaseIterable { case table, markdown, csv, json }

  static let configuration = CommandConfiguration(
    commandName: "agenda",
    abstract: "List what is due at a meeting.",
    discussion: """
      Minutes to confirm, requests to report back, recommendations whose answer or review is due,
      actions, and the items of the work programme for the meeting: as it stands before the meeting
      opens.

      EXAMPLES
        matters agenda --body PSC --meeting 2024-03-12
        matters agenda --body PSC --meeting 2024-03-12 --format markdown
      """)

  @Option(
    help: ArgumentHelp(
      "The committee: its name, its initials, or a part of the name.", valueName: "name"))
  var body: String

  @Option(help: ArgumentHelp("The meeting.", valueName: "date"))
  var meeting: PlainDate

  @Option(help: "table, markdown, csv or json.")
  var format: Format = .table

  @OptionGroup var options: RegisterOptions

  func run() throws {
    try reporting {
      let register = try options.open(for: .reading)
      let name = try register.body(body)
      let calendar = try register.calendar()
      let agenda = AgendaListing(
        body: name, meeting: meeting,
        matters: try Asked.Kind.allCases.flatMap {
          try register.matters(MatterFilter(kind: $0, body: name))
        }, programme: try register.programme(of: name),
        records: try register.records([.meeting, .resolution], of: name), calendar: calendar,
        settings: try register.council())
      if let day = calendar.day(of: name, on: meeting), day.isOff {
        Console.say(
          "matters: the meeting of \(meeting.iso) was \(day.status)"
            + (day.reason.map { ": \($0)" } ?? ""))
      }
      switch format {
      case .json: Console.write(agenda.json)
      case .csv:
        let rows = AgendaListing.Part.allCases.flatMap { part in
          agenda.table(part).rows.map { [part.heading] + $0 }
        }
        Console.write(
          CSVWriter.table(
            ReportTable(
              caption: "", columns: ["Part"] + agenda.table(.minutes).columns, rows: rows)))
      case .markdown:
        Console.write(parts(agenda) { "## \($0)\n\n" + MarkdownWriter.table($1) })
      case .table:
        Console.write(
          parts(agenda) {
            "\($0)\n\n" + TerminalWriter.table($1.abridged(to: 160), width: Console.width)
          })
      }
    }
  }

  private func parts(
    _ agenda: AgendaListing, _ write: (String, ReportTable) -> String
  ) -> String {
    let parts = AgendaListing.Part.allCases.compactMap { part in
      let table = agenda.table(part)
      return table.rows.isEmpty ? nil : write("\(part.heading) (\(table.rows.count))", table)
    }
    return parts.isEmpty ? "Nothing is due.\n" : parts.joined(separator: "\n")
  }
}
