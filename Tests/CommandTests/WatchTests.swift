import Foundation
import MattersTestSupport
import Testing

/// `matters ingest --watch`, as it is left running.
@Suite struct WatchTests {
  @Test func aPaperPutIntoTheFolderIsTakenInAndTheProgramEndsWhenAsked() throws {
    let runner = try CommandRunner()
    try runner.write(Self.minutes(day: 3, asked: "A list of the ponds"), as: "papers/one.txt")
    let process = Process()
    process.executableURL = CommandRunner.program
    process.arguments = ["ingest", "--watch", "papers"]
    process.currentDirectoryURL = runner.work
    process.environment = ["HOME": runner.work.path, "PATH": "/usr/bin:/bin"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    defer { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    #expect(try waits { try runner.run("matters requests").output.contains("A list of the ponds") })
    try runner.write(Self.minutes(day: 4, asked: "The depth of each"), as: "papers/two.txt")
    #expect(try waits { try runner.run("matters requests").output.contains("The depth of each") })

    process.terminate()
    #expect(waits { !process.isRunning })
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 0)
  }

  /// Whether something comes true before a watchdog's time is up.
  private func waits(until isTrue: () throws -> Bool) rethrows -> Bool {
    let deadline = Date(timeIntervalSinceNow: 90)
    while Date() < deadline {
      if try isTrue() { return true }
      usleep(200_000)
    }
    return false
  }

  private static func minutes(day: Int, asked: String) -> [String] {
    [
      "Ponds Council", "",
      "Minutes of the meeting of the Ponds Scrutiny Committee held at The Hall on \(day) July 2023",
      "", "4. DUCKS", "", "And that the following information requests be made:", "",
      "- (a) \(asked).",
    ]
  }
}
