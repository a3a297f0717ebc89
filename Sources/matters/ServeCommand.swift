import ArgumentParser
import Foundation
import MattersLinker
import MattersRegister
import MattersWeb

/// `matters serve`: opens the register in a browser.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Open the register in a browser on this computer.",
    discussion: """
      Listens on this computer alone, where whoever opens the pages may make changes
      under the name of whoever started it. To let others in, name the people who
      may sign in with --users (see matters user add), or a header in which the
      council's own sign-in says who it is, and put a server that ends TLS in front.
      Papers that are ingested meanwhile are seen at the next page.

      EXAMPLES
        matters serve
        matters serve --port 9000 --register papers.sqlite
        matters serve --host 0.0.0.0 --users users.txt --tls
      """)

  @Option(help: ArgumentHelp("The address to listen at.", valueName: "address"))
  var host = "127.0.0.1"

  @Option(help: ArgumentHelp("The port; 0 chooses a free one.", valueName: "number"))
  var port = 8471

  @Option(help: ArgumentHelp("The file of people who may sign in.", valueName: "file"))
  var users: String?

  @Option(
    help: ArgumentHelp(
      "Trust this header for the name of who has signed in. Only behind a server that sets it.",
      valueName: "header"))
  var trustedHeader: String?

  @Option(
    help: ArgumentHelp(
      "With --trusted-header: an officer's name; give it once for each.", valueName: "name"))
  var officer: [String] = []

  @Flag(help: "The pages reach people over TLS: cookies are sent over nothing else.")
  var tls = false

  @Option(
    help: "england, wales, scotland or northern_ireland. Default: the council's, else england.")
  var nation: Nation?

  @OptionGroup var register: RegisterOptions

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port \(port): a port is a number from 0 to 65535")
    }
    if users != nil, trustedHeader != nil {
      throw ValidationError("Give --users or --trusted-header, not both.")
    }
  }

  func run() async throws {
    var options = WebOptions(person: Console.person) { Console.today }
    options.host = host
    options.port = port
    options.users = users
    options.trustedHeader = trustedHeader.map { .init(name: $0, officers: Set(officer)) }
    options.isBehindTLS = tls
    options.tellsTime = ProcessInfo.processInfo.environment["MATTERS_TIMING"] == "1"
    do {
      let register = try self.register.open(for: .serving)
      options.nation = try nation ?? register.council()?.nation ?? .england
      let server = try WebServer(register, options)
      let shown = host.contains(":") ? "[\(host)]" : host
      try await server.run { port in
        Console.write("The register is at http://\(shown):\(port)/ (end with Ctrl-C)\n")
      }
    } catch let error as RegisterError {
      try reporting { throw error }
    } catch let error as WebServerError {
      try reporting { throw Failure(error.explanation, status: 2) }
    }
  }
}

/// `matters user`: the people who may sign in.
struct UserCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "user", abstract: "Say who may sign in to matters serve.",
    subcommands: [AddUserCommand.self])
}

/// `matters user add`: adds a person to a users file.
struct AddUserCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a person to a users file, or change a password.",
    discussion: """
      The password is read from standard input, at least 12 characters of it; the
      file keeps a hash (scrypt) and no password. A reader sees what is public; an
      officer sees everything and makes changes. Start matters serve again for it to
      take effect.

      EXAMPLES
        matters user add "A. Clerk" --officer --users users.txt
      """)

  @Argument(help: ArgumentHelp("The name.", valueName: "name"))
  var name: String

  @Flag(help: "The person is an officer.")
  var officer = false

  @Option(help: ArgumentHelp("The users file.", valueName: "file"))
  var users: String

  func run() throws {
    try reporting {
      guard name.contains(where: { !$0.isWhitespace }), !name.contains("\t"), !name.hasPrefix("#"),
        !name.contains(where: \.isNewline), name.utf8.count <= 200
      else { throw Failure("\(name): a name has no tabs or line ends, and does not begin with #") }
      if isatty(0) == 1 { Console.say("Password (at least 12 characters), then Enter:") }
      let password = Self.password()
      guard password.count >= 12 else {
        throw Failure("the password is too short; give at least 12 characters")
      }
      do {
        try UserList.set(name, isOfficer: officer, password: password, in: users)
      } catch let error as WebServerError {
        throw Failure(error.explanation)
      }
      Console.write("\(name) may sign in as \(officer ? "an officer" : "a reader").\n")
    }
  }

  /// The first line of standard input; a terminal does not show it.
  private static func password() -> String {
    var before = termios()
    let isTerminal = isatty(0) == 1 && tcgetattr(0, &before) == 0
    if isTerminal {
      var silent = before
      silent.c_lflag &= ~tcflag_t(ECHO)
      tcsetattr(0, TCSANOW, &silent)
    }
    defer { if isTerminal { tcsetattr(0, TCSANOW, &before) } }
    return readLine() ?? ""
  }
}
