import ArgumentParser
import MattersArising
import MattersLinker
import MattersRegister
import MattersReports

/// `matters programme`: the work programme as records that move.
struct ProgrammeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "programme",
    abstract: "The work programme: what is planned, moved, in reserve and done, with its history.",
    discussion: """
      Each item is followed through all the papers that print it: put on the
      programme, moved to another meeting, held in reserve, taken by a meeting. What
      no paper says is entered by hand.

      EXAMPLES
        matters programme --body PSC
        matters programme list --body PSC --year 2023 --figures
        matters programme move w1a2b3c --body PSC --to 2024-03-12 --note "at the Chair's request"
      """,
    subcommands: [
      ProgrammeListCommand.self, ProgrammeAddCommand.self, ProgrammeMoveCommand.self,
      ProgrammeDoneCommand.self, ProgrammeDropCommand.self,
    ], defaultSubcommand: ProgrammeListCommand.self)
}

/// `matters programme list`: the items and where each stands.
struct ProgrammeListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the items of a work programme.",
    discussion: """
      EXAMPLES
        matters programme list --body PSC --as-of 2024-01-01
        matters programme list --body PSC --year 2023 --figures --format csv
      """)

  @Option(help: ArgumentHelp("The committee.", valueName: "name"))
  var body: String

  @Option(
    help: ArgumentHelp(
      "Only items of this municipal year, May to April: 2023-24, or the year it begins.",
      valueName: "year"))
  var year: YearArgument?

  @Option(
    help: ArgumentHelp("The position at the end of this day. Default: today.", valueName: "date"))
  var asOf: PlainDate?

  @Flag(help: "How many are planned, done, moved, in reserve.")
  var figures = false

  @Option(help: "table, markdown, csv or json.")
  var format: ListFormat = .table

  @OptionGroup var options: RegisterOptions

  func run() throws {
    try reporting {
      let register = try options.open(for: .reading)
      let listing = ProgrammeListing(
        try register.programme(of: try register.body(body)), asOf: asOf ?? Console.today,
        year: try year?.first())
      let table = figures ? listing.figures : listing.table
      switch format {
      case .json: Console.write(figures ? table.json : listing.json)
      case .csv: Console.write(CSVWriter.table(table))
      case .markdown: Console.write("## \(table.caption)\n\n" + MarkdownWriter.table(table))
      case .table:
        Console.write(
          listing.items.isEmpty
            ? "Nothing is on the work programme at \(listing.asOf.inWords).\n"
            : "\(table.caption)\n\n"
              + TerminalWriter.table(table.abridged(to: 300), width: Console.width))
      }
    }
  }
}

/// What the commands that change a work programme have in common.
struct ProgrammeOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The committee.", valueName: "name"))
  var body: String

  @Option(
    help: ArgumentHelp(
      "The day from which it holds. Default: today; of an item that is done, the meeting's.",
      valueName: "date"))
  var on: PlainDate?

  @OptionGroup var person: PersonOptions
  @OptionGroup var options: RegisterOptions

  /// Enters a step of an item, which is found by its code or its title.
  func enter(
    _ name: String, _ move: ProgrammeItem.Move, meeting: PlainDate?, isNew: Bool = false
  ) throws {
    try person.check()
    try requireWords(name, of: "the item")
    // A meeting that took an item did so on its day, whenever that is entered.
    let day = on ?? (move == .done ? meeting : nil) ?? Console.today
    try requirePast(day, of: "--on")
    let register = try options.open(for: .creating)
    let committee = try register.body(body)
    let items = try register.programme(of: committee)
    let known = items.last { item in
      item.code == name.lowercased() || MatchKey(item.title) == MatchKey(name)
    }
    if !isNew, known == nil {
      throw Failure(
        "\(name): no item of the work programme; list them with: matters programme --body \"\(committee)\""
      )
    }
    if isNew, let known, known.steps.last?.move != .done {
      throw Failure("\(known.code): is on the programme already; see matters programme move")
    }
    let title = known?.title ?? name
    try register.enter(
      ProgrammeWord(
        body: committee, title: title, move: move, date: day, meeting: meeting,
        note: person.note, person: person.person, at: ""))
    let now = try register.programme(of: committee).last { MatchKey($0.title) == MatchKey(title) }
    Console.write(
      "\(now?.code ?? ""): \(title): \(move.inWords)"
        + (meeting.map { "\(move.joint)\($0.iso)" } ?? "")
        + (meeting == day ? "" : ", \(day.iso)") + ", entered by \(person.person).\n")
  }
}

/// `matters programme add`: an item that no paper has.
struct ProgrammeAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Put an item on the work programme.",
    discussion: """
      EXAMPLES
        matters programme add "Winter feeding" --body PSC --meeting 2024-01-16
        matters programme add "Swans" --body PSC --reserve
      """)

  @Argument(help: ArgumentHelp("The title.", valueName: "title"))
  var title: String

  @Option(help: ArgumentHelp("The meeting it is planned for.", valueName: "date"))
  var meeting: PlainDate?

  @Flag(help: "It is in reserve.")
  var reserve = false

  @OptionGroup var item: ProgrammeOptions

  func validate() throws {
    if reserve == (meeting != nil) { throw ValidationError("Give either --meeting or --reserve.") }
  }

  func run() throws {
    try reporting {
      try item.enter(title, reserve ? .reserve : .scheduled, meeting: meeting, isNew: true)
    }
  }
}

/// `matters programme move`: another meeting, or into reserve.
struct ProgrammeMoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "move", abstract: "Move an item to another meeting, or into reserve.",
    discussion: """
      EXAMPLES
        matters programme move w1a2b3c --body PSC --to 2024-03-12
        matters programme move "Winter feeding" --body PSC --reserve --note "no room in January"
      """)

  @Argument(help: ArgumentHelp("The item's code or title.", valueName: "item"))
  var name: String

  @Option(help: ArgumentHelp("The meeting it is moved to.", valueName: "date"))
  var to: PlainDate?

  @Flag(help: "It is held in reserve.")
  var reserve = false

  @OptionGroup var item: ProgrammeOptions

  func validate() throws {
    if reserve == (to != nil) { throw ValidationError("Give either --to or --reserve.") }
  }

  func run() throws {
    try reporting { try item.enter(name, reserve ? .reserve : .moved, meeting: to) }
  }
}

/// `matters programme done`: a meeting took the item.
struct ProgrammeDoneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "done", abstract: "Say which meeting took an item.",
    discussion: """
      EXAMPLES
        matters programme done w1a2b3c --body PSC --meeting 2024-01-16
      """)

  @Argument(help: ArgumentHelp("The item's code or title.", valueName: "item"))
  var name: String

  @Option(help: ArgumentHelp("The meeting.", valueName: "date"))
  var meeting: PlainDate

  @OptionGroup var item: ProgrammeOptions

  func run() throws {
    try reporting {
      try requirePast(meeting, of: "--meeting")
      try item.enter(name, .done, meeting: meeting)
    }
  }
}

/// `matters programme drop`: the item is taken off.
struct ProgrammeDropCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drop", abstract: "Take an item off the work programme.",
    discussion: """
      EXAMPLES
        matters programme drop w1a2b3c --body PSC --note "done by officers"
      """)

  @Argument(help: ArgumentHelp("The item's code or title.", valueName: "item"))
  var name: String

  @OptionGroup var item: ProgrammeOptions

  func run() throws { try reporting { try item.enter(name, .dropped, meeting: nil) } }
}
