import ArgumentParser
import Foundation
import MattersArising
import MattersLinker
import MattersRegister
import MattersReports

/// `matters review`: what only a person can say.
struct ReviewCommand: ParsableCommand {
  /// The forms of the list.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, csv, json }

  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Go through what is in doubt, one key for each question.",
    discussion: """
      Only what could not be linked firmly: a reference that fits several things,
      one that fits nothing but is near to something, a resolution about a tracker
      that is not there; and what was typed into a tracker otherwise than it stands
      in the register. At a terminal each question is asked in turn; elsewhere, or
      with --list, they are listed with the commands that answer them. An answer is
      kept under your name and holds for every copy of the paper.

      EXAMPLES
        matters review
        matters review --list --body CYPSC
        matters review --format json
      """)

  @Flag(help: "List the questions and ask nothing.")
  var list = false

  @Option(help: ArgumentHelp("The committee.", valueName: "name"))
  var body: String?

  @Option(help: "text, csv or json.")
  var format: Format?

  @OptionGroup var person: PersonOptions
  @OptionGroup var options: RegisterOptions

  func run() throws {
    try reporting {
      try person.check()
      let isAsking = !list && format == nil && isatty(0) == 1
      let register = try options.open(for: isAsking ? .writing : .reading)
      if let body { _ = try register.body(body) }
      let questions = try register.questions(body: body)
      if isAsking {
        try ask(questions, register)
        return
      }
      switch format ?? .text {
      case .text:
        Console.write(
          questions.isEmpty
            ? "Nothing is in doubt.\n" : questions.map(\.inWords).joined(separator: "\n"))
      case .csv: Console.write(CSVWriter.table(ReviewForms.table(questions)))
      case .json: Console.write(ReviewForms.json(questions))
      }
    }
  }

  // MARK: - Asking

  private func ask(_ questions: [ReviewQuestion], _ register: Register) throws {
    guard !questions.isEmpty else {
      Console.write("Nothing is in doubt.\n")
      return
    }
    var answered = 0
    for (index, question) in questions.enumerated() {
      Console.write("\n\(index + 1) of \(questions.count)  \(question.inWords)")
      let known = question.candidates.prefix(9).filter { $0.reference != nil }
      let keys =
        known.isEmpty ? "" : known.count == 1 ? "1 it is this; " : "1-\(known.count) it is this; "
      Console.write("\(keys)n none of them; s not now; q end\n> ")
      guard let key = Keyboard.key(), key != "q" else { break }
      if let number = key.wholeNumberValue, number >= 1, number <= known.count {
        try register.accept(
          question, as: known[number - 1].reference, note: person.note,
          enteredBy: person.person)
        answered += 1
      } else if key == "n" {
        try register.reject(question, note: person.note, enteredBy: person.person)
        answered += 1
      }
    }
    Console.write("\n\(answered) of \(questions.count) answered.\n")
  }
}

/// One key at a time, where a terminal gives it.
enum Keyboard {
  /// The next key in lower case, or nothing at the end of input.
  static func key() -> Character? {
    var before = termios()
    let isTerminal = tcgetattr(0, &before) == 0
    if isTerminal {
      var raw = before
      raw.c_lflag &= ~tcflag_t(ICANON)
      tcsetattr(0, TCSANOW, &raw)
    }
    defer { if isTerminal { tcsetattr(0, TCSANOW, &before) } }
    var byte: UInt8 = 0
    while read(0, &byte, 1) == 1 {
      let character = Character(UnicodeScalar(byte))
      if character.isWhitespace { continue }
      return Character(character.lowercased())
    }
    return nil
  }
}

/// The forms of questions.
enum ReviewForms {
  /// The questions as a table.
  static func table(_ questions: [ReviewQuestion]) -> ReportTable {
    ReportTable(
      caption: "In doubt",
      columns: ["Question", "What", "Words", "Read in", "Doubt", "May be"],
      rows: questions.map { question in
        [
          question.code, question.recordKind.rawValue, question.text, question.place,
          question.because,
          question.candidates.map { "\($0.reference ?? $0.place): \($0.text)" }
            .joined(separator: "\n"),
        ]
      })
  }

  /// The questions as an array of objects.
  static func json(_ questions: [ReviewQuestion]) -> String {
    var json = JSONText()
    json.beginArray()
    for question in questions {
      json.beginObject()
      json.field("question", question.code)
      json.field("doubt", question.kind.rawValue)
      json.field("body", question.body)
      json.field("kind", question.recordKind.rawValue)
      json.field("text", question.text)
      json.field("place", question.place)
      json.field("because", question.because)
      json.key("candidates")
      json.beginArray()
      for candidate in question.candidates {
        json.beginObject()
        json.field("id", candidate.reference)
        json.field("text", candidate.text)
        json.field("place", candidate.place)
        json.endObject()
      }
      json.endArray()
      json.endObject()
    }
    json.endArray()
    return json.text + "\n"
  }
}

extension ReviewQuestion {
  /// The question with what answers it.
  var inWords: String {
    var out = "\(code)  \(because)\n  \(text)\n    \(place)\n"
    for (index, candidate) in candidates.enumerated() {
      out +=
        "  \(index + 1). \(candidate.reference ?? "") \(candidate.text)\n    \(candidate.place)\n"
    }
    let references = candidates.compactMap(\.reference)
    if references.count == 1 {
      out += "  matters confirm \(code)   or   matters reject \(code)\n"
    } else if references.isEmpty {
      out += "  matters reject \(code)   when it is settled (see also: matters complete)\n"
    } else {
      out += "  matters confirm \(code) --to \(references[0])   or   matters reject \(code)\n"
    }
    return out
  }
}
