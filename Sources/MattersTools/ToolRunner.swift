import Foundation
import Subprocess
import Synchronization

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// Runs a tool on the bytes of a paper, within limits of time, memory and output.
///
/// A paper is somebody else's file, so that a tool is kept apart: it gets the bytes on its standard
/// input and no name of ours, a session of its own, and nothing it starts outlives it.
package enum ToolRunner {
  /// What a tool wrote to its standard output.
  package static func run(
    _ tool: Tool, _ arguments: [String], on contents: [UInt8]
  ) async throws(ToolError) -> [UInt8] {
    let path = try path(of: tool)
    guard let input = UnnamedFile.open(holding: contents) else {
      throw .notStarted("no temporary file can be written in \(NSTemporaryDirectory())")
    }
    return try await run(path, arguments, input: input, limits: tool.limits).output
  }

  /// The name of a tool with its version, as the register keeps it: `pandoc 2.17.1.1`.
  package static func version(of tool: Tool) async -> String {
    if let known = versions.withLock({ $0[tool] }) { return known }
    var version = tool.rawValue
    if let path = try? path(of: tool), let input = UnnamedFile.open(holding: []),
      let said = try? await run(path, [tool.versionArgument], input: input, limits: tool.limits)
    {
      // pdftotext says it on its standard error.
      let words = (String(decoding: said.output, as: UTF8.self) + " " + said.errors)
        .split(whereSeparator: \.isWhitespace)
      if let number = words.first(where: { $0.first?.isNumber == true }) { version += " \(number)" }
    }
    versions.withLock { $0[tool] = version }
    return version
  }

  /// Whether a tool is installed.
  package static func has(_ tool: Tool) -> Bool { (try? path(of: tool)) != nil }

  private static let versions = Mutex<[Tool: String]>([:])

  private static func path(of tool: Tool) throws(ToolError) -> String {
    for folder in (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":") {
      let path = "\(folder)/\(tool.rawValue)"
      if folder.hasPrefix("/"), FileManager.default.isExecutableFile(atPath: path) { return path }
    }
    throw .missing
  }

  // MARK: - Running

  package struct Said: Sendable {
    package var output: [UInt8]
    package var errors: String
  }

  /// Runs a program to its end, or to the end of its time.
  package static func run(
    _ path: String, _ arguments: [String], input: Int32, limits: ToolLimits
  ) async throws(ToolError) -> Said {
    let outcome = await withTaskGroup(of: Result<Said, ToolError>?.self) { group in
      group.addTask { await start(path, arguments, input: input, limits: limits) }
      group.addTask {
        try? await Task.sleep(for: .seconds(limits.seconds))
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()  // ends the tool, or the clock
      await group.waitForAll()
      return first ?? .failure(.tooSlow(seconds: limits.seconds))
    }
    return try outcome.get()
  }

  private static func start(
    _ path: String, _ arguments: [String], input: Int32, limits: ToolLimits
  ) async -> Result<Said, ToolError> {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .seconds(1))
    ]
    do {
      let ended = try await Subprocess.run(
        .path("/bin/sh"),
        arguments: Arguments(["-c", limited(limits), "sh", path] + arguments),
        environment: .inherit.updating(["LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "utf-8"]),
        workingDirectory: "/",
        platformOptions: options,
        input: .fileDescriptor(FileDescriptor(rawValue: input), closeAfterSpawningProcess: true),
        output: .bytes(limit: limits.output),
        error: .string(limit: 1 << 20))
      let said = lastLine(ended.standardError)
      switch ended.terminationStatus {
      case .exited(0):
        return .success(Said(output: ended.standardOutput, errors: ended.standardError))
      case .exited(let status): return .failure(.failed(status: status, said: said))
      case .signaled(let signal): return .failure(.ended(signal: signal, said: said))
      }
    } catch let error as SubprocessError where error.code == .outputLimitExceeded {
      return .failure(.tooMuchOutput(bytes: limits.output))
    } catch {
      return .failure(.notStarted(lastLine("\(error)")))
    }
  }

  /// A shell's words that set the limits the system knows, and then become the tool.
  ///
  /// What a system cannot limit it leaves alone; the clock and the output are watched in any case.
  private static func limited(_ limits: ToolLimits) -> String {
    var set = ["-t \(limits.seconds + limits.seconds / 2)", "-f 0", "-c 0"]
    if let bytes = limits.addressSpace { set.append("-v \(bytes / 1024)") }
    return set.map { "(ulimit \($0)) 2>/dev/null && ulimit \($0); " }.joined() + #"exec "$@""#
  }

  private static func lastLine(_ text: String) -> String {
    String((text.split(whereSeparator: \.isNewline).last ?? "").prefix(200))
  }
}
