public import ArgumentParser
import MattersArising
public import MattersLinker
import MattersRegister
import MattersReports

/// `matters overdue`: recommendations whose time for an answer has run out.
struct OverdueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overdue",
    abstract: "List what is past the time for an answer, by law or by the council's own rules.",
    discussion: """
      In England an executive answers within two months beginning with the day on
      which it received the recommendations or, if later, the written notice (Local
      Government Act 2000, section 9FE). Where that day is not known the last day is
      estimated from the meeting, and nothing is said to be overdue in law: see
      matters received. Other nations, committee-system councils and parishes have
      no rule of law here. A council's own rules come from its settings (matters
      council) and are never called law.

      EXAMPLES
        matters overdue
        matters overdue --as-of 2024-04-01 --format csv
      """)

  @Option(help: ArgumentHelp("The committee.", valueName: "name"))
  var body: String?

  @Option(
    help: ArgumentHelp("The position at the end of this day. Default: today.", valueName: "date"))
  var asOf: PlainDate?

  @Option(
    help: "england, wales, scotland or northern_ireland. Default: the council's, else england.")
  var nation: Nation?

  @Option(help: "table, markdown, html, csv, json, docx, xlsx or ics.")
  var format: ReportFormat = .table

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"))
  var output: String?

  @OptionGroup var options: RegisterOptions

  func validate() throws { try format.check(output) }

  func run() throws {
    try reporting {
      let register = try options.open(for: .reading)
      if let body { _ = try register.body(body) }
      let council = try register.council()
      let matters = try Asked.Kind.allCases.flatMap {
        try register.matters(MatterFilter(kind: $0, body: body))
      }
      let listing = OverdueListing(
        matters, asOf: asOf ?? Console.today, nation: nation ?? council?.nation ?? .england,
        council: council, calendar: try register.calendar())
      switch format {
      case .json: try Console.deliver(listing.json, to: output)
      case .csv: try Console.deliver(CSVWriter.table(listing.table), to: output)
      case .markdown: try Console.deliver(MarkdownWriter.table(listing.table), to: output)
      case .html, .docx, .xlsx, .ics: try listing.plain.deliver(as: format, to: output)
      case .table:
        try Console.deliver(
          listing.items.isEmpty
            ? "Nothing is past its time at \(listing.asOf.inWords).\n"
            : "\(listing.table.caption)\n\n"
              + TerminalWriter.table(listing.table.abridged(to: 160), width: Console.width),
          to: output)
      }
    }
  }
}

extension Nation: ExpressibleByArgument {}
