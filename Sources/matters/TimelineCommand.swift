import ArgumentParser
import MattersArising
import MattersLinker
import MattersRegister
import MattersReports

/// `matters timeline`: what happened to one matter, day by day.
struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "What happened to a request, recommendation or action, with the source of each step.",
    discussion: """
      Of a task and finish group the whole thread is shown: its scope, its report,
      its recommendations, the committee's endorsement, the notice, the response and
      the review.

      EXAMPLES
        matters timeline CYPSC/22-23/REC02
        matters timeline CYPSC/22-23/IR01 --format markdown
        matters timeline "Allotments Task and Finish Group"
      """)

  @Argument(help: ArgumentHelp("A reference, an id, or a group's name.", valueName: "id"))
  var id: String

  @Option(help: "table, markdown, csv or json.")
  var format: ListFormat = .table

  @OptionGroup var options: RegisterOptions

  func run() throws {
    try reporting {
      let register = try options.open(for: .reading)
      let table: ReportTable
      let json: String
      do {
        let matter = try register.matter(named: id)
        (table, json) = (Timeline.table(matter), Timeline.json(matter))
      } catch let error as RegisterError {
        let groups = try register.groups(meaning: id)
        guard let group = groups.first else { throw error }
        guard groups.count == 1 else {
          throw RegisterError.ambiguous(name: id, candidates: groups.map(\.name))
        }
        let thread = GroupThread(group.name, group.matters, group.records)
        (table, json) = (thread.table, thread.json)
      }
      switch format {
      case .json: Console.write(json)
      case .csv: Console.write(CSVWriter.table(table))
      case .markdown:
        Console.write("## \(table.caption)\n\n" + MarkdownWriter.table(table))
      case .table:
        Console.write(
          "\(table.caption)\n\n"
            + TerminalWriter.table(table.abridged(to: 200), width: Console.width))
      }
    }
  }
}
