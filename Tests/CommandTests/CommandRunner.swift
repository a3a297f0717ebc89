import Foundation
import MattersTestSupport

/// Runs commands of a page in a folder of their own.
final class CommandRunner {
  /// What a command did.
  struct Outcome: Equatable {
    var output: String
    var error: String
    /// The exit status, or the signal that ended it with a minus before it.
    var status: Int32
  }

  /// The program, as it was built beside these tests.
  static let program: URL? = {
    var folders = [Bundle.main.bundleURL, Bundle.main.bundleURL.deletingLastPathComponent()]
    folders += [URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()]
    folders += Bundle.allBundles.filter { $0.bundlePath.hasSuffix(".xctest") }
      .map { $0.bundleURL.deletingLastPathComponent() }
    return folders.map { $0.appending(path: "matters") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  /// Where the commands run.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "matters-command-\(UUID())")
      .resolvingSymlinksInPath()
    try FileManager.default.createDirectory(
      at: folder.appending(path: "work"), withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The folder that the commands see as theirs.
  var work: URL { folder.appending(path: "work") }

  /// Writes a file into the folder.
  func write(_ lines: [String], as name: String) throws {
    let file = work.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: file)
  }

  /// Runs a command line; the first word has to be `matters`.
  ///
  /// - Parameter device: where standard output goes instead of being kept.
  func run(_ line: String, into device: String? = nil) throws -> Outcome {
    let corpus = ProjectFiles.corpus.path
    let command = CommandWords(line, variables: ["CORPUS": corpus])
    guard command.words.first == "matters", let program = Self.program else {
      throw CocoaError(.executableNotLoadable)
    }
    let process = Process()
    process.executableURL = program
    process.arguments = Array(command.words.dropFirst())
    process.currentDirectoryURL = work
    process.environment = [
      "CORPUS": corpus, "MATTERS_USER": "A Clerk", "COLUMNS": "100", "TZ": "Europe/London",
      "HOME": work.path, "PATH": "/usr/bin:/bin",
    ]
    // A build under the address sanitizer is told the same as the tests are.
    process.environment?["ASAN_OPTIONS"] =
      ProcessInfo.processInfo.environment["ASAN_OPTIONS"]
    process.standardInput =
      try command.input.map {
        try FileHandle(forReadingFrom: URL(filePath: $0, relativeTo: work.appending(path: "")))
      } ?? FileHandle.nullDevice
    let output = try sink("output")
    let error = try sink("error")
    process.standardOutput =
      try device.map { try FileHandle(forWritingTo: URL(filePath: $0)) }
      ?? output.handle
    process.standardError = error.handle
    try process.run()
    let deadline = Date(timeIntervalSinceNow: 120)
    while process.isRunning, Date() < deadline { usleep(2_000) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    let status = process.terminationStatus
    return Outcome(
      output: try text(of: output.file), error: try text(of: error.file),
      status: process.terminationReason == .exit ? status : -status)
  }

  /// What a command did, as the lines that a page shows.
  static func lines(_ outcome: Outcome) -> [String] {
    var lines = shown(outcome.output)
    lines += shown(outcome.error).map { $0.isEmpty ? "2>" : "2> " + $0 }
    if outcome.status != 0 { lines.append("=> \(outcome.status)") }
    return lines
  }

  private static func shown(_ text: String) -> [String] {
    guard !text.isEmpty else { return [] }
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self).replacing("\r", with: "\u{240D}")
    }
    if lines.last == "" { lines.removeLast() } else { lines.append("(no line end)") }
    return lines
  }

  private func sink(_ name: String) throws -> (file: URL, handle: FileHandle) {
    let file = folder.appending(path: name)
    try Data().write(to: file)
    return (file, try FileHandle(forWritingTo: file))
  }

  /// A file's text, without the places that differ from machine to machine.
  private func text(of file: URL) throws -> String {
    String(decoding: try Data(contentsOf: file), as: UTF8.self)
      .replacing(ProjectFiles.corpus.path, with: "$CORPUS")
      .replacing(work.path, with: "$FOLDER")
      .replacing(/20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ/, with: "YYYY-MM-DDThh:mm:ssZ")
      // A history is salted: its head is another one each time.
      .replacing(/(Head: |head: |head":"|HEAD:)[0-9a-f]{64}/) { "\($0.1)…" }
  }
}
