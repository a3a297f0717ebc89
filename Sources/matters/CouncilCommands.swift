import ArgumentParser
import Foundation
import MattersArising
import MattersIngest
import MattersLinker
import MattersRegister
import MattersReports

/// `matters calendar`: when the bodies meet.
struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar", abstract: "When the bodies meet: from papers and from calendars.",
    discussion: """
      EXAMPLES
        matters calendar --body PSC --since 2024-05-01
        matters calendar import meetings.ics --body "Ponds Scrutiny Committee"
      """,
    subcommands: [CalendarListCommand.self, CalendarImportCommand.self],
    defaultSubcommand: CalendarListCommand.self)
}

/// `matters calendar list`: the meetings that are known.
struct CalendarListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the meetings that are known.",
    discussion: """
      EXAMPLES
        matters calendar
        matters calendar list --body CYPSC --since 2024-05-01 --format csv
      """)

  @Option(help: ArgumentHelp("The committee.", valueName: "name"))
  var body: String?

  @Option(help: ArgumentHelp("Only meetings on this day or later.", valueName: "date"))
  var since: PlainDate?

  @Option(help: "table, markdown, csv or json.")
  var format: ListFormat = .table

  @OptionGroup var options: RegisterOptions

  func run() throws {
    try reporting {
      let calendar = try options.open(for: .reading).calendar()
      let wanted = body.map { MatchKey($0).description }
      let days = calendar.days.filter { day in
        let isOf =
          wanted.map { words in
            ShortName.of(day.body).lowercased() == words
              || BodyKey(day.body).description.contains(BodyKey(words).description)
          } ?? true
        return isOf && since.map { $0 <= day.date } ?? true
      }
      let table = ReportTable(
        caption: "Meetings", columns: ["Date", "Time", "Body", "Status", "Reason", "Known from"],
        rows: days.map {
          [$0.date.iso, $0.time ?? "", $0.body, $0.status, $0.reason ?? "", $0.source]
        })
      switch format {
      case .json: Console.write(json(days))
      case .csv: Console.write(CSVWriter.table(table))
      case .markdown: Console.write(MarkdownWriter.table(table))
      case .table:
        Console.write(
          days.isEmpty ? "No meetings.\n" : TerminalWriter.table(table, width: Console.width))
      }
    }
  }

  private func json(_ days: [MeetingCalendar.Day]) -> String {
    var json = JSONText()
    json.beginArray()
    for day in days {
      json.beginObject()
      json.field("date", day.date.iso)
      json.field("time", day.time)
      json.field("body", day.body)
      json.field("status", day.status)
      json.field("reason", day.reason)
      json.field("source", day.source)
      json.endObject()
    }
    json.endArray()
    return json.text + "\n"
  }
}

/// `matters calendar import`: takes meetings in.
struct CalendarImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take meetings from an iCalendar (ICS) or CSV file.",
    discussion: """
      A CSV file has the columns date and body (or committee, or title), and may
      have time, status (planned, held, cancelled, adjourned, inquorate) and reason.
      Of iCalendar each event is a meeting: its title names the body, and
      STATUS:CANCELLED cancels it. A day that is known is brought up to date.

      EXAMPLES
        matters calendar import meetings.ics --body "Ponds Scrutiny Committee"
        matters calendar import calendar-2024-25.csv
      """)

  @Argument(help: ArgumentHelp("The calendar.", valueName: "file"))
  var file: String

  @Option(
    help: ArgumentHelp("Whose meetings they all are. Default: as each says.", valueName: "name"))
  var body: String?

  @OptionGroup var options: RegisterOptions

  func run() throws {
    var isWhole = true
    try reporting {
      let contents: CalendarFile.Contents
      do {
        contents = try CalendarFile.read(file, body: body)
      } catch let problem as SettingsFile.Problem {
        throw Failure(problem.explanation)
      }
      let register = try options.open(for: .creating)
      try register.take(contents.days)
      for problem in contents.problems { Console.say("matters: \(problem)") }
      isWhole = contents.problems.isEmpty
      let off = contents.days.count(where: \.isOff)
      Console.write(
        "\(contents.days.count) meetings taken in" + (off > 0 ? ", \(off) not held.\n" : ".\n"))
    }
    if !isWhole { throw ExitCode(1) }
  }
}

/// `matters council`: what the council says of itself.
struct CouncilCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "council",
    abstract: "Take in the council's own file: bodies, posts and clocks; or show what is known.",
    discussion: """
      One TOML file says which bodies there are, under which names and from when to
      when, which body followed which, who holds which post, and by when the council
      itself wants answers. Threads follow a body to its successor; the name that a
      paper prints stays.

      EXAMPLES
        matters council council.toml --example
        matters council council.toml --check
        matters council council.toml --by "J. Clerk"
        matters council --format toml > council.toml
        matters council --format json
      """)

  /// The forms of the answer.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, toml, json }

  @Argument(help: ArgumentHelp("The council's file.", valueName: "file"))
  var file: String?

  @Flag(help: "Only check the file.")
  var check = false

  @Flag(help: "Write a file to begin with, with a remark on each line; without a name, print it.")
  var example = false

  @Option(help: "text, toml or json.")
  var format: Format = .text

  @OptionGroup var name: NameOptions
  @OptionGroup var options: RegisterOptions

  func validate() throws {
    try name.check()
    if check, file == nil { throw ValidationError("--check wants a file.") }
    if example, check { throw ValidationError("Give --example or --check, not both.") }
  }

  func run() throws {
    try reporting {
      if example { return try writeExample() }
      guard let file else {
        try show(try options.open(for: .reading).council())
        return
      }
      let settings: CouncilSettings
      do {
        settings = try CouncilFile.read(file)
      } catch let problem as SettingsFile.Problem {
        throw Failure(problem.explanation)
      }
      if !check { try options.open(for: .creating).take(settings, enteredBy: name.person) }
      try show(settings)
    }
  }

  private func writeExample() throws {
    guard let file else { return Console.write(CouncilForms.example) }
    guard !FileManager.default.fileExists(atPath: file) else {
      throw Failure("\(file): is there already; give another name")
    }
    try Console.deliver(CouncilForms.example, to: file)
    Console.write("\(file): written; change it, then: matters council \(file) --check\n")
  }

  private func show(_ settings: CouncilSettings?) throws {
    guard let settings else {
      Console.write(
        format == .json
          ? "null\n"
          : "Nothing is known of the council; take in its file: matters council FILE (for one to begin with: matters council FILE --example)\n"
      )
      return
    }
    switch format {
    case .json: Console.write(CouncilForms.json(settings))
    case .toml: Console.write(try CouncilFile.text(of: settings))
    case .text: Console.write(CouncilForms.text(settings))
    }
  }
}

/// `matters year-end`: what becomes of a committee's matters when the municipal year turns.
struct YearEndCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "year-end",
    abstract: "List what a municipal year is done with, what it carries over, what may lapse.",
    discussion: """
      Nothing lapses by itself: only the committee's minuted decision ends a matter.
      What is carried over keeps its first date and its reference.

      EXAMPLES
        matters year-end --body CYPSC --year 2022
        matters year-end --body CYPSC --year 2022 --format markdown
      """)

  @Option(help: ArgumentHelp("The committee.", valueName: "name"))
  var body: String

  @Option(
    help: ArgumentHelp(
      "The municipal year, May to April: 2022-23, or the year in which it begins.",
      valueName: "year"))
  var year: YearArgument

  @Option(help: "table, markdown, csv or json.")
  var format: ListFormat = .table

  @OptionGroup var options: RegisterOptions

  func validate() throws { _ = try year.first() }

  func run() throws {
    try reporting {
      let register = try options.open(for: .reading)
      let name = try register.body(body)
      let end = YearEnd(
        body: name, year: try year.first(),
        try Asked.Kind.allCases.flatMap {
          try register.matters(MatterFilter(kind: $0, body: name))
        })
      format.write(
        YearEnd.Fate.allCases.map { ($0.heading, end.table($0)) }, heading: "What becomes of it",
        none: "Nothing was open or done in the year.", json: end.json)
    }
  }
}
