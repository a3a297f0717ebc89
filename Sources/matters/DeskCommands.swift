import ArgumentParser
import MattersArising
import MattersLinker
import MattersRegister
import MattersReports

/// What the commands that enter something of one matter have in common.
struct EntryOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The day from which it holds. Default: today.", valueName: "date"))
  var on: PlainDate?

  @OptionGroup var name: NameOptions

  @Option(help: "text or json.")
  var format: EntryAnswer.Format = .text

  @OptionGroup var options: RegisterOptions

  /// The name.
  var person: String { name.person }

  /// Enters something of the matter that an id means, and says so.
  func enter(
    _ id: String, _ what: String,
    _ work: (Register, RegisteredMatter, PlainDate) throws -> Void
  ) throws {
    _ = try enter(id, work) { _ in what }
  }

  /// Enters something of the matter that an id means, says what became of it, and gives it back.
  func enter(
    _ id: String, _ work: (Register, RegisteredMatter, PlainDate) throws -> Void,
    saying what: (RegisteredMatter) -> String
  ) throws -> RegisteredMatter {
    try name.check()
    let day = on ?? Console.today
    try requirePast(day, of: "--on")
    let register = try options.open(for: .writing)
    let matter = try register.matter(named: id)
    if let raised = matter.matter.raised, day < raised {
      throw Failure("--on \(day.iso): before it was raised on \(raised.iso)")
    }
    try work(register, matter, day)
    let now = try register.matter(named: matter.reference)
    EntryAnswer(now, what(now), on: day, by: person).write(format)
    return now
  }
}

/// `matters assign`: who owes the answer.
struct AssignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign",
    abstract: "Say who owes the answer.",
    discussion: """
      The owner of a request, recommendation or action, from a day on. It outranks
      what papers print; who owed it before stays in its history. See matters owners
      for the posts that are known.

      EXAMPLES
        matters assign CYPSC/22-23/IR03 --to "Head of Risk"
        matters assign CYPSC/22-23/IR03 --to "Head of Safety" --on 2023-02-01 --note "restructure"
      """)

  @Argument(help: ArgumentHelp("A reference or an id.", valueName: "id"))
  var id: String

  @Option(help: ArgumentHelp("The post or the name.", valueName: "owner"))
  var to: String

  @Option(help: ArgumentHelp("Why, in a few words; kept with the entry.", valueName: "words"))
  var note: String?

  @OptionGroup var entry: EntryOptions

  func run() throws {
    try reporting {
      try requireWords(to, of: "--to")
      if let note { try requireWords(note, of: "--note") }
      try entry.enter(id, "owed by \(to)") { register, matter, day in
        let posts = try register.council()
        if let posts, posts.owner != nil, PostNames(posts).now(to) == nil {
          Console.say("matters: \(to): no post of the council's file; see matters owners")
        }
        try register.assign(matter, to: to, on: day, note: note, enteredBy: entry.person)
      }
    }
  }
}

/// `matters correct`: how something is to be understood.
struct CorrectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Correct what was read or entered; both wordings are kept.",
    discussion: """
      For a slip in a paper or in its reading. The paper's lines stay as they are,
      and so does what was understood before: the history has both, with the reason.

      EXAMPLES
        matters correct CYPSC/22-23/IR03 --text "The figures for 2022-23" --note "minutes corrected on 12 March, minute 3"
        matters correct CYPSC/22-23/IR03 --minute 17 --due 2023-05-01 --note "a slip in the minutes"
      """)

  @Argument(help: ArgumentHelp("A reference or an id.", valueName: "id"))
  var id: String

  @Option(help: ArgumentHelp("The words as they should be.", valueName: "words"))
  var text: String?

  @Option(help: ArgumentHelp("What it is about.", valueName: "words"))
  var subject: String?

  @Option(help: ArgumentHelp("The label in the minute.", valueName: "label"))
  var label: String?

  @Option(help: ArgumentHelp("The number of the minute.", valueName: "number"))
  var minute: String?

  @Option(help: ArgumentHelp("The meeting that asked.", valueName: "date"))
  var meeting: PlainDate?

  @Option(help: ArgumentHelp("By when it is due.", valueName: "date"))
  var due: PlainDate?

  @Option(help: ArgumentHelp("Why.", valueName: "words"))
  var note: String

  @OptionGroup var entry: EntryOptions

  func validate() throws {
    if text == nil, subject == nil, label == nil, minute == nil, meeting == nil, due == nil {
      throw ValidationError(
        "Give what is to be corrected: --text, --subject, --label, --minute, --meeting or --due.")
    }
  }

  func run() throws {
    try reporting {
      var change = MatterEvent.Change()
      change.text = text
      change.subject = subject
      change.label = label
      change.minute = minute
      change.raised = meeting
      for (words, option) in [
        (text, "--text"), (subject, "--subject"), (label, "--label"), (minute, "--minute"),
        (note, "--note"),
      ] {
        if let words { try requireWords(words, of: option) }
      }
      if let meeting { try requirePast(meeting, of: "--meeting") }
      try entry.enter(id, "corrected") { register, matter, day in
        try register.correct(
          matter, change, due: due, on: day, note: note, enteredBy: entry.person)
      }
    }
  }
}

/// `matters retract`: something was never asked.
struct RetractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retract",
    abstract: "Take back what was never asked, or one entry that was made by mistake.",
    discussion: """
      Lists, figures and reports leave out what was taken back; matters show and
      matters timeline still have it, with the reason. It does not withdraw what was
      asked: only the committee does that. With --entry one entry is taken back and
      all else stands; --list numbers the entries.

      EXAMPLES
        matters retract CYPSC/22-23/IR09 --reason "entered twice"
        matters retract CYPSC/22-23/IR01 --list
        matters retract CYPSC/22-23/IR01 --entry 12 --reason "the answer was to another request"
      """)

  @Argument(help: ArgumentHelp("A reference or an id.", valueName: "id"))
  var id: String

  @Option(help: ArgumentHelp("Why.", valueName: "words"))
  var reason: String?

  @Option(help: ArgumentHelp("Only the entry of this number.", valueName: "number"))
  var entry: Int64?

  @Flag(help: "Only list the entries with their numbers.")
  var list = false

  @OptionGroup var options: EntryOptions

  func validate() throws {
    if !list, reason == nil { throw ValidationError("Give --reason, or --list.") }
  }

  func run() throws {
    try reporting {
      if list { return try show() }
      guard let reason else { return }
      try requireWords(reason, of: "--reason")
      if let entry {
        return try options.enter(id, "entry \(entry) taken back") { register, matter, day in
          let isThere = try register.takeBack(
            entry: entry, of: matter.reference, by: options.person)
          guard isThere else {
            throw Failure(
              "\(matter.reference): no entry \(entry); list them with: matters retract \(matter.reference) --list"
            )
          }
          try register.note(
            "entry \(entry) taken back: \(reason)", of: matter, on: day, isPublic: false,
            enteredBy: options.person)
        }
      }
      try options.enter(id, "taken back as never asked") { register, matter, day in
        if matter.matter.isRetracted {
          throw Failure("\(matter.reference): was taken back before; see: matters timeline")
        }
        try register.retract(matter, on: day, reason: reason, enteredBy: options.person)
      }
    }
  }

  private func show() throws {
    let register = try options.options.open(for: .reading)
    let matter = try register.matter(named: id)
    let table = ReportTable(
      caption: "", columns: ["Entry", "Date", "What", "Entered by", "Taken back by"],
      rows: try register.entryLines(of: matter.reference).map {
        [String($0.id), $0.date, $0.kind.rawValue, $0.person, $0.takenBackBy ?? ""]
      })
    switch options.format {
    case .json: Console.write(table.json)
    case .text:
      Console.write(
        table.rows.isEmpty
          ? "\(matter.reference): nothing was entered by hand.\n"
          : TerminalWriter.table(table, width: Console.width))
    }
  }
}

/// `matters note`: a remark.
struct NoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note",
    abstract: "Keep a note with something that was asked.",
    discussion: """
      A note changes nothing of where the matter stands. Officers see it; with
      --public everybody does, on the pages of matters serve as well.

      EXAMPLES
        matters note CYPSC/22-23/IR03 "Rang the head of service; figures promised for Friday."
        matters note CYPSC/22-23/IR03 "The data set is published on the council's site." --public
      """)

  @Argument(help: ArgumentHelp("A reference or an id.", valueName: "id"))
  var id: String

  @Argument(help: ArgumentHelp("The note.", valueName: "words"))
  var words: String

  @Flag(name: .customLong("public"), help: "Everybody may see it.")
  var isPublic = false

  @OptionGroup var entry: EntryOptions

  func run() throws {
    try reporting {
      try requireWords(words, of: "the note")
      try entry.enter(id, "noted") { register, matter, day in
        try register.note(
          words, of: matter, on: day, isPublic: isPublic, enteredBy: entry.person)
      }
    }
  }
}
