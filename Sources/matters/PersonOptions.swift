import ArgumentParser

/// Under whose name something is entered.
struct NameOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Under whose name. Default: MATTERS_USER, or the name you are logged in by.",
      valueName: "name"))
  var by: String?

  /// The name.
  var person: String { by ?? Console.person }

  /// Checks that a name that was given is one.
  func check() throws {
    if let by { try requireWords(by, of: "--by") }
  }
}

/// Under whose name something is entered, and why.
struct PersonOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Why, in a few words; kept with the entry.", valueName: "words"))
  var note: String?

  @OptionGroup var name: NameOptions

  /// The name.
  var person: String { name.person }

  /// Checks that what was given says something.
  func check() throws {
    if let note { try requireWords(note, of: "--note") }
    try name.check()
  }
}
