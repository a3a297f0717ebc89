import ArgumentParser
import MattersArising
import MattersLinker
import MattersRegister
import MattersReports

extension Register {
  /// The question with a code.
  fileprivate func question(_ code: String) throws -> ReviewQuestion {
    guard let found = try questions().first(where: { $0.code == code }) else {
      throw Failure("\(code): no such question is open; list them with: matters review --list")
    }
    return found
  }
}

/// `matters confirm`: says what a record in doubt means.
struct ConfirmCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm",
    abstract: "Answer a question of matters review: it is this.",
    discussion: """
      EXAMPLES
        matters confirm q3fa2c10b
        matters confirm q3fa2c10b --to CYPSC/22-23/IR01 --note "the clerk remembers"
      """)

  @Argument(help: ArgumentHelp("The question's code.", valueName: "question"))
  var code: String

  @Option(
    help: ArgumentHelp("Which of several: a reference or an id.", valueName: "id"))
  var to: String?

  @OptionGroup var person: PersonOptions
  @OptionGroup var options: RegisterOptions

  func run() throws {
    try reporting {
      try person.check()
      let register = try options.open(for: .writing)
      let question = try register.question(code)
      let references = question.candidates.compactMap(\.reference)
      if question.kind == .conflictingEdit {
        try register.accept(
          question, as: nil, note: person.note, enteredBy: person.person)
        Console.write("\(question.code): what was typed holds, entered by \(person.person).\n")
        return
      }
      let chosen: String
      if let to {
        chosen = try register.matter(named: to).reference
      } else if references.count == 1 {
        chosen = references[0]
      } else {
        throw Failure(
          references.isEmpty
            ? "\(code): nothing to choose from; give --to with a reference"
            : "\(code): more than one candidate; give --to with one of: "
              + references.joined(separator: ", "))
      }
      try register.decide(
        .link, meaning: question.meaning, reference: chosen, note: person.note,
        enteredBy: person.person)
      Console.write("\(question.place): belongs to \(chosen), entered by \(person.person).\n")
    }
  }
}

/// `matters reject`: says that none of the candidates is meant.
struct RejectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject",
    abstract: "Answer a question of matters review: it is none of these.",
    discussion: """
      EXAMPLES
        matters reject q3fa2c10b --note "another estate"
      """)

  @Argument(help: ArgumentHelp("The question's code.", valueName: "question"))
  var code: String

  @OptionGroup var person: PersonOptions
  @OptionGroup var options: RegisterOptions

  func run() throws {
    try reporting {
      try person.check()
      let register = try options.open(for: .writing)
      let question = try register.question(code)
      try register.reject(question, note: person.note, enteredBy: person.person)
      if question.kind == .conflictingEdit {
        Console.write("\(question.code): left out, entered by \(person.person).\n")
        return
      }
      Console.write("\(question.place): none of these, entered by \(person.person).\n")
    }
  }
}

/// `matters link`: says to which matter a record belongs.
struct LinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: "Say to which request, recommendation or action a record belongs.",
    discussion: """
      The record is named by its id or by its paper and line. The same words in
      another copy of the paper, a revision or the next tracker belong there too.

      EXAMPLES
        matters link tracker.txt:14 --to CYPSC/22-23/IR01
        matters link tracker_entry-2022-10-11-a --to CYPSC/22-23/IR01 --note "reworded by officers"
      """)

  @OptionGroup var record: RecordOptions

  @Option(help: ArgumentHelp("The matter: a reference or an id.", valueName: "id"))
  var to: String

  func run() throws {
    try record.decide(.link, to, says: "belongs to")
  }
}

/// `matters unlink`: says to which matter a record does not belong.
struct UnlinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unlink",
    abstract: "Say to which request, recommendation or action a record does not belong.",
    discussion: """
      EXAMPLES
        matters unlink tracker.txt:14 --from CYPSC/22-23/IR01 --note "another estate"
      """)

  @OptionGroup var record: RecordOptions

  @Option(help: ArgumentHelp("The matter: a reference or an id.", valueName: "id"))
  var from: String

  func run() throws {
    try record.decide(.unlink, from, says: "does not belong to")
  }
}

/// The record that somebody speaks of, and under whose name.
struct RecordOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("An id, or paper:line.", valueName: "record"))
  var record: String

  @OptionGroup var person: PersonOptions
  @OptionGroup var options: RegisterOptions

  /// Keeps the person's word on the record and the matter that a name means.
  fileprivate func decide(_ word: VerdictWord, _ name: String, says: String) throws {
    try reporting {
      try person.check()
      let register = try options.open(for: .writing)
      let reference = try register.matter(named: name).reference
      try register.decide(
        word, meaning: try register.meaning(of: record), reference: reference, note: person.note,
        enteredBy: person.person)
      Console.write("\(record): \(says) \(reference), entered by \(person.person).\n")
    }
  }
}
