import ArgumentParser
import MattersRegister

/// `matters backup`: a copy of the register that was looked over.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the register, also while it is in use, and check the copy.",
    discussion: """
      The copy is one file. It is made beside its name and gets the name only when
      everything in it was found sound. Keep the head hash that is printed with it:
      see matters verify --expect.

      EXAMPLES
        matters backup 2024-03-12.sqlite
        matters backup /media/stick/matters.sqlite --register scrutiny.sqlite
      """)

  @Argument(help: ArgumentHelp("The file to write; it must not be there.", valueName: "file"))
  var file: String

  @OptionGroup var options: RegisterOptions

  func run() throws {
    try reporting {
      let found = try options.open(for: .reading).backUp(to: file)
      Console.write(
        "\(file): \(found.documents) papers, \(found.records) records.\nHead: \(found.head)\n")
    }
  }
}

/// `matters restore`: puts a backup in the register's place.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Put a backup in the register's place, after checking it.",
    discussion: """
      The backup is looked over first. A register that is in its place is kept
      beside it, with .before-restore after its name.

      EXAMPLES
        matters restore 2024-03-12.sqlite
        matters restore 2024-03-12.sqlite --register scrutiny.sqlite
      """)

  @Argument(help: ArgumentHelp("The backup.", valueName: "file"))
  var file: String

  @OptionGroup var options: RegisterOptions

  func run() throws {
    try reporting {
      let (found, former) = try Register.restore(from: file, to: options.path) {
        Console.say("matters: \($0)")
      }
      Console.write(
        "\(options.path): \(found.documents) papers, \(found.records) records.\nHead: \(found.head)\n"
      )
      if let former { Console.write("The former register is kept: \(former)\n") }
    }
  }
}
