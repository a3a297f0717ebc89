import ArgumentParser
import MattersArising
import MattersLinker
import MattersRegister
import MattersReports

/// `matters add`: what was asked and no paper says.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a request, recommendation or action by hand.",
    discussion: """
      For what was asked and no paper says, or not yet. It gets a reference by the
      council's own pattern and stands under your name, where others stand on the
      lines of a paper. When minutes come that say the same of the same meeting,
      they join it, and it keeps its reference.

      EXAMPLES
        matters add request --body "Ponds Scrutiny Committee" --meeting 2024-03-12 --text "A map of the ponds" --to "Head of Ponds"
        matters add recommendation --body PSC --meeting 2024-03-12 --minute 41 --label "(a)" --to Cabinet --text "That a second pond be dug."
        matters add action --body PSC --meeting 2024-03-12 --to "Democratic Services" --due 2024-04-01 --text "Book the hall."
      """,
    subcommands: [
      AddRequestCommand.self, AddRecommendationCommand.self, AddActionCommand.self,
    ])
}

/// `matters add request`: something the committee asked to be told.
struct AddRequestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "request", abstract: "Add a request for information.",
    discussion: """
      EXAMPLES
        matters add request --body PSC --meeting 2024-03-12 --text "A map of the ponds" --to "Head of Ponds"
      """)
  @OptionGroup var what: AddOptions

  func run() throws { try reporting { try what.add(.request) } }
}

/// `matters add recommendation`: something the committee put to a decision maker.
struct AddRecommendationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recommendation", abstract: "Add a recommendation of the committee.",
    discussion: """
      EXAMPLES
        matters add recommendation --body PSC --meeting 2024-03-12 --to Cabinet --text "That a second pond be dug."
      """)
  @OptionGroup var what: AddOptions

  func run() throws { try reporting { try what.add(.recommendation) } }
}

/// `matters add action`: something the committee asked somebody to do.
struct AddActionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "action", abstract: "Add an action.",
    discussion: """
      EXAMPLES
        matters add action --body PSC --meeting 2024-03-12 --to "Democratic Services" --due 2024-04-01 --text "Book the hall."
      """)
  @OptionGroup var what: AddOptions

  func run() throws { try reporting { try what.add(.action) } }
}

/// What is said of something that is added.
struct AddOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The committee: its name, its initials, or a part of the name.", valueName: "name"))
  var body: String

  @Option(
    help: ArgumentHelp("The meeting, or the day on which it was asked.", valueName: "date"))
  var meeting: PlainDate

  @Option(help: ArgumentHelp("What was asked, in the words that were used.", valueName: "words"))
  var text: String

  @Option(help: ArgumentHelp("Who owes the answer, or decides.", valueName: "owner"))
  var to: String?

  @Option(help: ArgumentHelp("The number of the minute.", valueName: "number"))
  var minute: String?

  @Option(help: ArgumentHelp("The label in the minute, such as (a).", valueName: "label"))
  var label: String?

  @Option(help: ArgumentHelp("By when it is due.", valueName: "date"))
  var due: PlainDate?

  @Flag(help: "It was asked in private: for officers alone.")
  var exempt = false

  @Option(help: "text or json.")
  var format: EntryAnswer.Format = .text

  @OptionGroup var person: PersonOptions
  @OptionGroup var options: RegisterOptions

  /// Adds it and says under which reference.
  func add(_ kind: Asked.Kind) throws {
    try person.check()
    try requirePast(meeting, of: "--meeting")
    for (words, option) in [
      (text, "--text"), (to, "--to"), (minute, "--minute"), (label, "--label"),
    ] {
      if let words { try requireWords(words, of: option) }
    }
    if let due, due < meeting {
      throw Failure("--due \(due.iso): before \(meeting.iso), when it was asked")
    }
    let register = try options.open(for: .creating)
    var addition = Addition(kind, body: try register.body(body), date: meeting, text: text)
    addition.owner = to
    addition.minute = minute
    addition.label = label
    addition.due = due
    addition.isExempt = exempt
    addition.note = person.note
    let matter = try register.add(addition, enteredBy: person.person)
    EntryAnswer(matter, "added", on: meeting, by: person.person).write(format)
  }
}
