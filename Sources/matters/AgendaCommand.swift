import ArgumentParser
import MattersArising
import MattersLinker
import MattersRegister
import MattersReports

/// `matters agenda`: what is due at a meeting.
struct AgendaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agenda",
    abstract: "List what is due at a meeting.",
    discussion: """
      Minutes to confirm, requests to report back, recommendations whose answer or
      review is due, actions, and the items of the work programme for the meeting:
      as it stands before the meeting opens.

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
  var format: ListFormat = .table

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
      format.write(
        AgendaListing.Part.allCases.map { ($0.heading, agenda.table($0)) }, heading: "Part",
        none: "Nothing is due.", json: agenda.json)
    }
  }
}
