import ArgumentParser
import MattersArising
import MattersLinker
import MattersRegister
import MattersReports

/// `matters timeline`: what happened to one matter, day by day.
struct TimelineCommand: ParsableCommand {
  /// The forms of the answer.
  enum Format: String, ExpressibleByArgument, CaseIterable { case table, markdown, csv, json }

  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "What happened to a request, recommendation or action, with the source of each step.",
    discussion: """
      EXAMPLES
        matters timeline CYPSC/22-23/REC02
        matters timeline CYPSC/22-23/IR01 --format markdown
      """)

  @Argument(help: ArgumentHelp("A reference or an id.", valueName: "id"))
  var id: String

  @Option(help: "table, markdown, csv or json.")
  var format: Format = .table

  @OptionGroup var options: RegisterOptions

  func run() throws {
    try reporting {
      let matter = try options.open(for: .reading).matter(named: id)
      let table = Timeline.table(matter)
      switch format {
      case .json: Console.write(Timeline.json(matter))
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
