import ArgumentParser
import MattersArising
import MattersRegister
import MattersReports

/// `matters redact`: replaces a name throughout what is shown.
struct RedactCommand: ParsableCommand {
  /// The forms of the answer.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "redact",
    abstract: "Replace a name throughout what is shown: pages, lists, reports, letters, exports.",
    discussion: """
      The papers stay as they are; wherever the register is shown, other words
      stand for the name, also in papers that come later. Case, accents, line
      ends and "Doe, Jane" make no difference; "Mrs Doe" or an address is another
      name, to be given by itself. A search for the name finds nothing. The name
      stays in the register's file, in backups, in matters disclose, and in
      matters export --to jsonl, which is the register itself. To erase a paper:
      matters withdraw.

      Those who put questions as members of the public are not shown by name
      unless the council's file says name_questioners = true (matters council).

      EXAMPLES
        matters redact "Jane Doe"
        matters redact "Jane Doe" --as "a resident" --reason "Asked for on 3 July"
        matters redact "Jane Doe" --undo
        matters redact --list --format json
      """)

  @Argument(help: ArgumentHelp("The name.", valueName: "name"))
  var name: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("What is shown instead. Default: [name withheld].", valueName: "words"))
  var replacement: String?

  @Option(help: ArgumentHelp("Why; it is kept.", valueName: "words"))
  var reason: String?

  @Flag(help: "Show the name again.")
  var undo = false

  @Flag(help: "List the names that are replaced.")
  var list = false

  @Option(help: "text or json.")
  var format: Format = .text

  @OptionGroup var options: RegisterOptions

  func validate() throws {
    guard list != (name != nil) else {
      throw ValidationError("Give a name, or --list.")
    }
  }

  func run() throws {
    try reporting {
      guard let name else { return tell(try options.open(for: .reading).redactions()) }
      guard !MatchKey(name).isEmpty else { throw Failure("the name: has no letters in it") }
      if let replacement {
        try requireWords(replacement, of: "--as")
        guard !Redaction.says(name, in: replacement) else {
          throw Failure("--as: says the name itself")
        }
      }
      let register = try options.open(for: .writing)
      if undo {
        guard try register.showAgain(name, reason: reason, enteredBy: Console.person) else {
          throw Failure(
            "the name: is not replaced; list those that are with: matters redact --list")
        }
        return tell(undone: true, nil)
      }
      tell(
        undone: false,
        try register.redact(
          name, as: replacement ?? Redaction.usual, reason: reason, enteredBy: Console.person))
    }
  }

  /// Says what was done, without the name.
  private func tell(undone: Bool, _ found: (papers: Int, entries: Int)?) {
    if format == .json {
      var json = JSONText()
      json.beginObject()
      json.key("replaced")
      json.bool(!undone)
      if let found {
        json.key("papers")
        json.number(found.papers)
        json.key("entries")
        json.number(found.entries)
      }
      json.field("by", Console.person)
      json.endObject()
      return Console.write(json.text + "\n")
    }
    guard let found else {
      return Console.write("The name is shown again, by \(Console.person).\n")
    }
    let papers = found.papers == 1 ? "1 paper" : "\(found.papers) papers"
    let entries = found.entries == 1 ? "1 entry" : "\(found.entries) entries"
    Console.write(
      """
      Replaced wherever it is shown: it stands in \(papers) and \(entries), by \(Console.person).
      Backups, and what was printed or sent before, still have it; they are out of reach from here.

      """)
  }

  private func tell(_ redactions: [Redaction]) {
    if format == .json {
      var json = JSONText()
      json.beginArray()
      for one in redactions {
        json.beginObject()
        json.field("name", one.name)
        json.field("shown", one.replacement)
        if let reason = one.reason { json.field("reason", reason) }
        json.field("by", one.person)
        json.field("at", one.at)
        json.endObject()
      }
      json.endArray()
      return Console.write(json.text + "\n")
    }
    Console.write(
      redactions.isEmpty
        ? "No name is replaced.\n"
        : redactions.map { one in
          let reason = one.reason.map { " (\($0))" } ?? ""
          return "\(one.name): shown as \(one.replacement), by \(one.person)\(reason)\n"
        }.joined())
  }
}
