public import ArgumentParser
import Foundation
import MattersArising
public import MattersExports
import MattersRegister

/// `matters export`: the register in the forms that other systems read.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the register in a standard form, or as JSON Lines for another register.",
    discussion: """
      opencivicdata   Open Civic Data, a file for each object
      popolo          Popolo, one file
      oparl           OParl 1.1, the lists that a server gives
      akomantoso      Akoma Ntoso 3, a file for the minutes of each meeting
      webannotation   W3C Web Annotation: where each record was read
      csvw            CSV files with CSVW metadata
      jsonl           the whole register, which matters import takes back

      What the public may not see is in none of them but jsonl, which is the
      register itself. Only councillors, co-optees and holders of named posts become
      persons.

      EXAMPLES
        matters export --to popolo out/
        matters export --to oparl out/ --address https://example.org/oparl
        matters export --to jsonl backup/
      """)

  @Option(
    help: ArgumentHelp(
      "opencivicdata, popolo, oparl, akomantoso, webannotation, csvw or jsonl.",
      valueName: "format"))
  var to: Export.Format

  @Argument(help: ArgumentHelp("The folder to write to.", valueName: "folder"))
  var folder: String

  @Option(
    help: ArgumentHelp("Where OParl's data will be served from.", valueName: "address"))
  var address = Export.noAddress

  @OptionGroup var options: RegisterOptions

  func run() throws {
    try reporting {
      let register = try options.open(for: .reading)
      do {
        let files = try Export.write(register, to: folder, as: to, address: address)
        Console.write("\(folder): \(files.count) \(files.count == 1 ? "file" : "files") written.\n")
      } catch let problem as Export.Problem {
        throw Failure(problem.explanation)
      }
    }
  }
}

extension Export.Format: ExpressibleByArgument {}

/// `matters import`: a register from the JSON Lines of another.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a register from the JSON Lines that matters export --to jsonl wrote.",
    discussion: """
      The register must not be there yet. It holds what the other held: exporting it
      gives the same lines.

      EXAMPLES
        matters import backup/register.jsonl --register copy.sqlite
      """)

  @Argument(help: ArgumentHelp("The file, or - for standard input.", valueName: "file"))
  var file: String

  @OptionGroup var options: RegisterOptions

  func run() throws {
    try reporting {
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), isFolder.boolValue {
        throw Failure("\(file): this is a folder; name the register.jsonl in it")
      }
      let handle = file == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: file)
      guard let handle else {
        throw Failure(
          "\(file): the file cannot be read; check that it exists and that you may read it")
      }
      var lines = LineReader(handle)
      do {
        try Register.load(options.path) { try lines.next() }
      } catch RegisterError.notLines(let line, let reason) {
        throw Failure(
          "\(file): " + RegisterError.notLines(line: line, reason: reason).explanation)
      }
      let summary = try options.open(for: .reading).summary()
      Console.write(
        "\(options.path): \(summary.documents) \(summary.documents == 1 ? "document" : "documents") imported.\n"
      )
    }
  }
}

/// Reads a file line by line, with no more of it in memory than a line and a block.
private struct LineReader {
  private let handle: FileHandle
  private var block: [UInt8] = []
  private var at = 0
  private var isAtEnd = false

  init(_ handle: FileHandle) { self.handle = handle }

  /// The next line without its end; nothing after the last.
  mutating func next() throws -> [UInt8]? {
    while true {
      if let end = block[at...].firstIndex(of: 0x0A) {
        defer { at = end + 1 }
        return Array(block[at..<end])
      }
      if isAtEnd {
        defer { at = block.count }
        return at < block.count ? Array(block[at...]) : nil
      }
      block.removeFirst(at)
      at = 0
      let more = try handle.read(upToCount: 1 << 20) ?? Data()
      if more.isEmpty { isAtEnd = true } else { block += more }
    }
  }
}
