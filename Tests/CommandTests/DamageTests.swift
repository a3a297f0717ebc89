import Foundation
import Testing

/// Registers and outputs that go wrong under the program's hands.
@Suite struct DamageTests {
  private static let commands = [
    "matters requests --as-of 2024-04-01",
    "matters report progress --body PSC --meeting 2024-04-01",
    "matters show PSC/23-24/IR01",
    "matters respond PSC/23-24/IR01 --received 2023-07-20 --from X --text Y",
    "matters complete PSC/23-24/IR01 --meeting 2023-09-04 --minute 1",
    "matters ingest other.txt",
  ]

  private static let minutes = [
    "Ponds Council", "",
    "Minutes of the meeting of the Ponds Scrutiny Committee held on Monday 3 July 2023", "",
    "4. DUCKS", "", "And that the following information request be made:", "",
    "- (a) A list of the ponds without ducks.",
  ]

  private static func registerBytes(
    _ runner: CommandRunner, change: (inout [UInt8]) -> Void
  ) throws {
    try runner.write(minutes, as: "minutes.txt")
    try runner.write(minutes.map { $0.replacing("3 July", with: "10 July") }, as: "other.txt")
    let made = try runner.run("matters ingest minutes.txt")
    #expect(made.status == 0)
    let file = runner.work.appending(path: "matters.sqlite")
    var bytes = Array(try Data(contentsOf: file))
    change(&bytes)
    try Data(bytes).write(to: file)
  }

  @Test func aNewerRegisterIsRefusedInWords() throws {
    let runner = try CommandRunner()
    // SQLite keeps the version, which only a program sets, at byte 60 of its file.
    try Self.registerBytes(runner) { $0.replaceSubrange(60..<64, with: [0, 0, 3, 231]) }
    for command in Self.commands {
      let outcome = try runner.run(command)
      #expect(
        CommandRunner.lines(outcome) == [
          "2> matters: matters.sqlite: written by a newer version of matters "
            + "(register version 999); update matters",
          "=> 2",
        ], "% \(command)")
    }
  }

  @Test(arguments: [100, 4_096, 8_192, 20_000, 60_000])
  func aRegisterThatWasOverwrittenIsSaidToBe(_ offset: Int) throws {
    let runner = try CommandRunner()
    try Self.registerBytes(runner) { bytes in
      let end = min(bytes.count, offset + 12_000)
      guard offset < end else { return }
      bytes.replaceSubrange(offset..<end, with: repeatElement(0xA5, count: end - offset))
    }
    for command in Self.commands { expectGoodManners(try runner.run(command), command) }
  }

  @Test(arguments: [0, 10, 50, 99, 100, 4_000, 5_000, 20_000])
  func aRegisterThatWasCutOffIsSaidToBe(_ count: Int) throws {
    let runner = try CommandRunner()
    try Self.registerBytes(runner) { $0 = Array($0.prefix(count)) }
    for command in Self.commands { expectGoodManners(try runner.run(command), command) }
  }

  #if os(Linux)
    @Test(arguments: [
      "matters parse minutes.txt", "matters requests --as-of 2024-04-01",
      "matters show PSC/23-24/IR01", "matters schema vote",
    ]) func aFullDiskIsSaid(_ command: String) throws {
      let runner = try CommandRunner()
      try Self.registerBytes(runner) { _ in }
      let outcome = try runner.run(command, into: "/dev/full")
      #expect(
        CommandRunner.lines(outcome) == [
          "2> matters: standard output: cannot be written; check that the disk has room", "=> 1",
        ])
    }
  #endif
}
