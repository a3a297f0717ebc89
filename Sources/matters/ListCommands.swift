import ArgumentParser
import MattersArising
import MattersLinker
import MattersRegister
import MattersReports

/// What the lists of requests, recommendations and actions have in common.
struct ListOptions: ParsableArguments {
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

  @Option(help: "table, markdown, html, csv, json, docx, xlsx or ics.")
  var format: ReportFormat = .table

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"))
  var output: String?

  @OptionGroup var register: RegisterOptions

  func validate() throws { try format.check(output) }

  /// Prints the list of one kind; `plural` is what it is called when there are none.
  ///
  /// - Parameter madeIn: of recommendations, only those made in such papers; those of reviews are
  ///   added to the committee's own.
  func list(_ kind: Asked.Kind, _ plural: String, madeIn: MadeIn? = nil) throws {
    let register = try register.open(for: .reading)
    if let body { _ = try register.body(body) }
    let day = asOf ?? Console.today
    let filter = MatterFilter(
      kind: kind, body: body, raisedSince: raisedSince, openAt: unresolved ? day : nil)
    if kind == .request, isOfLines {
      let listed = try register.listed(filter, asOf: day)
      return try deliver(
        MatterListing(kind, listed, asOf: day, onlyUnresolved: unresolved), plural)
    }
    var matters = try register.matters(filter)
    switch madeIn {
    case .review?:
      matters += try register.reviewRecommendations(body: body).filter { review in
        raisedSince.map { since in review.matter.raised.map { $0 >= since } ?? false } ?? true
      }
    case let wanted?:
      matters.removeAll { $0.matter.madeIn != wanted }
    case nil: break
    }
    try deliver(
      MatterListing(kind, matters, asOf: day, onlyUnresolved: unresolved), plural)
  }

  private func deliver(_ listing: MatterListing, _ plural: String) throws {
    switch format {
    case .json: try Console.deliver(listing.jsonBytes, to: output)
    case .csv:
      let tables = MatterListing.Group.allCases.map { listing.table($0) }
      try Console.deliver(
        CSVWriter.table(
          ReportTable(
            caption: plural, columns: tables[0].columns, rows: tables.flatMap(\.rows))), to: output)
    case .markdown:
      try Console.deliver(
        grouped(listing, plural, heading: { "## \($0)\n\n" }) {
          MarkdownWriter.table(listing.table($0))
        }, to: output)
    case .table:
      let width = Console.width
      try Console.deliver(
        grouped(listing, plural, heading: { "\($0)\n\n" }) {
          TerminalWriter.table(listing.terminalTable($0).abridged(to: 160), width: width)
        }, to: output)
    case .html, .docx, .xlsx, .ics:
      try listing.plain.choosing(ColumnChoice()).deliver(as: format, to: output)
    }
  }

  /// Whether a form says no more of a matter than its line, so that most need not be worked out.
  private var isOfLines: Bool {
    switch format {
    case .table, .markdown, .csv, .json: true
    case .html, .docx, .xlsx, .ics: false
    }
  }

  private func grouped(
    _ listing: MatterListing, _ plural: String, heading: (String) -> String,
    _ write: (MatterListing.Group) -> String
  ) -> String {
    guard !listing.isEmpty else {
      return "No \(unresolved ? "unresolved " : "")\(plural) at \(listing.asOf.inWords).\n"
    }
    var parts: [String] = []
    for group in MatterListing.Group.allCases {
      let count = listing.items(of: group).count
      guard count > 0 else { continue }
      parts.append(heading("\(group.heading(of: listing.kind)) (\(count))") + write(group))
    }
    return parts.joined(separator: "\n")
  }
}

/// `matters requests`: what the committee asked to be told.
struct RequestsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "requests",
    abstract: "List information requests and where each stands.",
    discussion: """
      A request is unresolved until the committee has agreed it as completed. Days
      open count from the meeting, which is day zero. --as-of takes in papers dated
      that day.

      EXAMPLES
        matters requests --unresolved
        matters requests --body CYPSC --as-of 2022-12-13 --format csv
        matters requests --raised-since 2023-05-01 --format json
      """)

  @OptionGroup var options: ListOptions

  func run() throws {
    try reporting { try options.list(.request, "information requests") }
  }
}

/// `matters recommendations`: what the committee put to a decision maker.
struct RecommendationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recommendations",
    abstract: "List the committee's own recommendations, what was decided, and what was done.",
    discussion: """
      Only what the committee, or a task group whose report it agreed, put to a
      decision maker; an officer's proposals are not listed. "Noted" is a response
      that accepts nothing.

      EXAMPLES
        matters recommendations
        matters recommendations --unresolved --body CYPSC --as-of 2023-05-01 --format csv
        matters recommendations --made-in review --format json
      """)

  /// Where recommendations are made.
  enum Paper: String, ExpressibleByArgument, CaseIterable {
    case minutes
    case scrutinyReport = "scrutiny_report"
    case review
  }

  @Option(
    help: "Only those of minutes or of a scrutiny_report; review adds those of outside bodies.")
  var madeIn: Paper?

  @OptionGroup var options: ListOptions

  func run() throws {
    try reporting {
      try options.list(
        .recommendation, "recommendations", madeIn: madeIn.flatMap { MadeIn(rawValue: $0.rawValue) }
      )
    }
  }
}

/// `matters actions`: what the committee asked somebody to do.
struct ActionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actions",
    abstract: "List actions and where each stands.",
    discussion: """
      EXAMPLES
        matters actions --unresolved
        matters actions --format json
      """)

  @OptionGroup var options: ListOptions

  func run() throws {
    try reporting { try options.list(.action, "actions") }
  }
}
