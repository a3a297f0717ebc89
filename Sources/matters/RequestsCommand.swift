import ArgumentParser
import MattersArising
import MattersLinker
import MattersRegister
import MattersReports

/// `matters requests`: what the committee asked to be told.
struct RequestsCommand: ParsableCommand {
  /// The forms of the list.
  enum Format: String, ExpressibleByArgument, CaseIterable { case table, markdown, csv, json }

  static let configuration = CommandConfiguration(
    commandName: "requests",
    abstract: "List information requests and where each stands.",
    discussion: """
      A request is unresolved until the committee has agreed it as completed. Days open count from
      the meeting, which is day zero. --as-of takes in papers dated that day.

      EXAMPLES
        matters requests --unresolved
        matters requests --body CYPSC --as-of 2022-12-13 --format csv
        matters requests --raised-since 2023-05-01 --format json
      """)

  @Flag(help: "Only those not yet agreed as completed, in groups.")
  var unresolved = false

  @Option(
    help: ArgumentHelp(
      "The committee: its name, its initials, or a part of the name.", valueName: "name"))
  var body: String?

  @Option(help: ArgumentHelp("Only those raised on this day or later.", valueName: "date"))
  var raisedSince: PlainDate?

  @Option(
    help: ArgumentHelp("The position at the end of this day. Default: today.", valueName: "date"))
  var asOf: PlainDate?

  @Option(help: "table, markdown, csv or json.")
  var format: Format = .table

  @OptionGroup var options: RegisterOptions

  func run() throws {
    try reporting {
      let register = try options.open(for: .reading)
      if let body { _ = try register.body(body) }
      let matters = try register.matters(
        MatterFilter(kind: .request, body: body, raisedSince: raisedSince))
      let listing = RequestListing(
        matters, asOf: asOf ?? Console.today, onlyUnresolved: unresolved)
      switch format {
      case .json: Console.write(listing.json)
      case .csv:
        let tables = RequestListing.Group.allCases.map { listing.table($0) }
        Console.write(
          CSVWriter.table(
            ReportTable(
              caption: "Information requests", columns: tables[0].columns,
              rows: tables.flatMap(\.rows))))
      case .markdown:
        Console.write(
          grouped(listing, heading: { "## \($0)\n\n" }) { MarkdownWriter.table(listing.table($0)) })
      case .table:
        let width = Console.width
        Console.write(
          grouped(listing, heading: { "\($0)\n\n" }) {
            TerminalWriter.table(listing.terminalTable($0).abridged(to: 160), width: width)
          })
      }
    }
  }

  private func grouped(
    _ listing: RequestListing, heading: (String) -> String,
    _ write: (RequestListing.Group) -> String
  ) -> String {
    guard !listing.items.isEmpty else {
      return unresolved
        ? "No unresolved information requests at \(listing.asOf.inWords).\n"
        : "No information requests at \(listing.asOf.inWords).\n"
    }
    var parts: [String] = []
    for group in RequestListing.Group.allCases {
      let count = listing.items.count { $0.group == group }
      guard count > 0 else { continue }
      parts.append(heading("\(group.heading) (\(count))") + write(group))
    }
    return parts.joined(separator: "\n")
  }
}
