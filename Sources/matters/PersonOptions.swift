import ArgumentParser

/// Under whose name something is entered, and why.
struct PersonOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Why, in a few words; kept with the entry.", valueName: "words"))
  var note: String?

  @Option(
    help: ArgumentHelp(
      "Under whose name. Default: MATTERS_USER, or the name you are logged in by.",
      valueName: "name"))
  var by: String?

  /// The name.
  var person: String { by ?? Console.person }

  /// Checks that what was given says something.
  func check() throws {
    if let note { try requireWords(note, of: "--note") }
    if let by { try requireWords(by, of: "--by") }
  }
}
