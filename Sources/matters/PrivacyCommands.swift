import ArgumentParser
import MattersArising
import MattersRegister
import MattersReports

/// `matters withdraw`: erases a paper for good.
struct WithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Erase a paper for good: its text, its revisions, and what was read from them.",
    discussion: """
      For a paper that was published in error. What is left is its name, its hash
      and the reason, so that the same text is not taken in again and the history
      keeps its chain; --with-name erases the name too. What people entered stays:
      find it with matters disclose, and erase the words of an entry with --entry,
      or those of a letter by its code. Backups that were made before still hold
      all of it: destroy them, or withdraw it in them too.

      EXAMPLES
        matters withdraw 2024-03-12-appendix-b.txt --reason "Published in error"
        matters withdraw jane-doe.txt --with-name --reason "Published in error"
        matters withdraw PSC/23-24/IR01 --entry 3 --reason "Names somebody"
        matters withdraw CHASE-9 --reason "Names somebody"
      """)

  @Argument(
    help: ArgumentHelp(
      "The paper's file name, or the start of its hash; a letter's code; or, with --entry, a reference.",
      valueName: "document"))
  var document: String

  @Option(
    help: ArgumentHelp(
      "Erase what was entered: its number, as matters retract REFERENCE --list has it.",
      valueName: "number"))
  var entry: Int64?

  @Flag(help: "Erase the paper's file name too.")
  var withName = false

  @Option(help: ArgumentHelp("Why; it is kept, so name nobody.", valueName: "words"))
  var reason: String

  @OptionGroup var options: RegisterOptions

  func run() throws {
    try reporting {
      guard reason.contains(where: { !$0.isWhitespace }) else {
        throw Failure("--reason: has no words in it")
      }
      let register = try options.open(for: .writing)
      let person = Console.person
      var what: String
      if let entry {
        guard try register.erase(entry: entry, of: document, reason: reason, enteredBy: person)
        else {
          throw Failure(
            "\(document): no entry \(entry); list them with: matters retract \(document) --list")
        }
        what = "the words of entry \(entry)"
      } else if try register.erase(letter: document, reason: reason, enteredBy: person) {
        what = "the words of the letter"
      } else {
        let names = try register.withdraw(
          document, reason: reason, keepsName: !withName, enteredBy: person)
        what = names.count == 1 ? "1 text" : "\(names.count) texts"
      }
      Console.write("\(document): \(what) erased, by \(person).\n")
      Console.write("Backups made before now still hold it; they are out of reach from here.\n")
    }
  }
}

/// `matters disclose`: everything that is held about some words.
struct DiscloseCommand: ParsableCommand {
  /// The forms of the answer.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, csv, json }

  static let configuration = CommandConfiguration(
    commandName: "disclose",
    abstract:
      "Gather everything that is held with some words in it, for a request for information.",
    discussion: """
      Looks through every text, also former ones and items taken in private, and
      through what people entered. The words must stand together; case and accents
      make no difference. Look the answer over before it is sent: it holds what is
      exempt.

      EXAMPLES
        matters disclose "Mill Lane"
        matters disclose "A N Other" --format csv
      """)

  @Argument(help: ArgumentHelp("The words.", valueName: "words"))
  var words: [String]

  @Option(help: "text, csv or json.")
  var format: Format = .text

  @OptionGroup var options: RegisterOptions

  func run() throws {
    try reporting {
      let found = try options.open(for: .reading).disclose(words.joined(separator: " "))
      switch format {
      case .text:
        Console.write(
          found.isEmpty
            ? "Nothing is held.\n" : found.map { "\($0.place)\n  \($0.words)\n" }.joined())
      case .csv:
        Console.write(
          CSVWriter.table(
            ReportTable(
              caption: "What is held", columns: ["Where", "What"],
              rows: found.map { [$0.place, $0.words] })))
      case .json:
        var json = JSONText()
        json.beginArray()
        for place in found {
          json.beginObject()
          json.field("place", place.place)
          json.field("words", place.words)
          json.endObject()
        }
        json.endArray()
        Console.write(json.text + "\n")
      }
    }
  }
}
