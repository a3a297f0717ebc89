import ArgumentParser
import Foundation
import MattersArising
import MattersLinker
import MattersRegister
import MattersReports

/// `matters respond`: records an answer that came outside the papers.
struct RespondCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "respond",
    abstract: "Record an answer that came by e-mail, letter or word of mouth.",
    discussion: """
      The answer is a dated event under your name and appears in the next report.
      Only the committee agrees completion: see matters complete.

      EXAMPLES
        matters respond CYPSC/22-23/IR01 --received 2022-12-20 --from "Head of Risk" --text "The register is attached."
        matters respond CYPSC/22-23/IR03 --received 2022-12-20 --from "HR" --part --file reply.txt
      """)

  @Argument(help: ArgumentHelp("A reference or an id.", valueName: "id"))
  var id: String

  @Option(help: ArgumentHelp("The day on which the answer was received.", valueName: "date"))
  var received: PlainDate

  @Option(help: ArgumentHelp("Who answers.", valueName: "name"))
  var from: String

  @Flag(help: "The answer covers only a part.")
  var part = false

  @Flag(help: "The answer only promises one.")
  var holding = false

  @Option(help: ArgumentHelp("The answer's words.", valueName: "words"))
  var text: String?

  @Option(help: ArgumentHelp("A file with the answer's words.", valueName: "file"))
  var file: String?

  @Option(help: "text or json.")
  var format: EntryAnswer.Format = .text

  @OptionGroup var name: NameOptions
  @OptionGroup var options: RegisterOptions

  func validate() throws {
    if part, holding { throw ValidationError("Give --part or --holding, not both.") }
    if (text == nil) == (file == nil) { throw ValidationError("Give either --text or --file.") }
  }

  func run() throws {
    try reporting {
      try requirePast(received, of: "--received")
      try name.check()
      let words = try words()
      try requireWords(from, of: "--from")
      let register = try options.open(for: .writing)
      let matter = try register.matter(named: id)
      if let raised = matter.matter.raised, received < raised {
        throw Failure("--received \(received.iso): before the request was raised on \(raised.iso)")
      }
      let state: MatterState = holding ? .holding : part ? .partlyAnswered : .answered
      try register.respond(
        to: matter, on: received, from: from, text: words, state: state,
        enteredBy: name.person)
      EntryAnswer(
        try register.matter(named: matter.reference), state.inWords, on: received, by: name.person
      ).write(format)
    }
  }

  private func words() throws -> String {
    if let text {
      try requireWords(text, of: "--text")
      return text
    }
    guard let file else { return "" }
    guard let data = FileManager.default.contents(atPath: file) else {
      throw Failure(
        "\(file): the file cannot be read; check that it exists and that you may read it")
    }
    do throws(SourceTextError) {
      let source = try SourceText(name: file, contents: Array(data))
      let lines = source.quote(LineRange(1, source.lineCount))
      return lines.joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
    } catch {
      throw Failure("\(file): \(error.explanation)")
    }
  }
}

/// `matters complete`: records that the committee agreed completion.
struct CompleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "complete",
    abstract: "Record that the committee agreed something as completed.",
    discussion: """
      Only the committee, or its Chair where that is delegated, agrees completion:
      the meeting and the minute are part of the record.

      EXAMPLES
        matters complete CYPSC/22-23/IR02 --meeting 2022-12-13 --minute 123
      """)

  @Argument(help: ArgumentHelp("A reference or an id.", valueName: "id"))
  var id: String

  @Option(help: ArgumentHelp("The meeting that agreed.", valueName: "date"))
  var meeting: PlainDate

  @Option(
    help: ArgumentHelp("The number of the minute, or the Chair's delegation.", valueName: "number"))
  var minute: String

  @Option(help: "text or json.")
  var format: EntryAnswer.Format = .text

  @OptionGroup var name: NameOptions
  @OptionGroup var options: RegisterOptions

  func run() throws {
    try reporting {
      try requirePast(meeting, of: "--meeting")
      try requireWords(minute, of: "--minute")
      try name.check()
      let register = try options.open(for: .writing)
      let matter = try register.matter(named: id)
      if let raised = matter.matter.raised, meeting < raised {
        throw Failure("--meeting \(meeting.iso): before it was raised on \(raised.iso)")
      }
      try register.complete(
        matter, at: meeting, minute: minute, enteredBy: name.person)
      EntryAnswer(
        try register.matter(named: matter.reference), "completed, minute \(minute)", on: meeting,
        by: name.person
      ).write(format)
    }
  }
}

/// What is entered stays in the record for good, so that it has to say something.
func requireWords(_ text: String, of option: String) throws {
  guard text.contains(where: { !$0.isWhitespace }) else {
    throw Failure("\(option): has no words in it")
  }
}

/// Nothing is entered that has not happened yet.
func requirePast(_ day: PlainDate, of option: String) throws {
  guard day <= Console.today else {
    throw Failure("\(option) \(day.iso): in the future; give the day on which it happened")
  }
}
