import MattersTestSupport
import Testing

/// `matters links` with what it is asked for: a grade, a paper.
@Suite struct LinksCommandTests {
  private static func runner() throws -> CommandRunner {
    let runner = try CommandRunner()
    try runner.write(
      [
        "Ponds Council", "",
        "Minutes of the meeting of the Ponds Scrutiny Committee held on Monday 3 July 2023", "",
        "4. DUCKS", "", "And that the following information requests be made:", "",
        "- (a) A list of the ponds without ducks.",
        "- (b) The number of swimming lessons called off since January, pond by pond.",
      ], as: "minutes.txt")
    try runner.write(
      [
        "# Ponds Scrutiny Committee: Information Requests Tracker", "", "4 September 2023", "",
        "| Date | Information request | Responsible | Response | Status |",
        "|---|---|---|---|---|",
        "| 3 July 2023 | A list of the ponds without ducks. | Head of Ponds | | Outstanding |",
        "| 3 July 2023 | Swimming lessons called off, by pond | Head of Ponds | | Outstanding |",
      ], as: "tracker.md")
    expectSame(try runner.run("matters ingest minutes.txt tracker.md").status, 0)
    return runner
  }

  /// The grades of the links that an answer lists as CSV, in order.
  private static func grades(_ command: String, _ runner: CommandRunner) throws -> [String] {
    let outcome = try runner.run("matters links \(command) --format csv")
    expectSame(outcome.status, 0)
    return outcome.output.split(whereSeparator: \.isNewline).dropFirst().map { line in
      ["exact", "strong", "weak"].first { line.contains(",\($0),") } ?? String(line)
    }.sorted()
  }

  @Test func aGradeOrAPaperLeavesTheOthersOut() throws {
    let runner = try Self.runner()
    expectSame(try Self.grades("", runner), ["exact", "strong"])
    expectSame(try Self.grades("--grade strong", runner), ["strong"])
    expectSame(try Self.grades("--grade weak", runner), [])
    expectSame(try Self.grades("--paper TRACK", runner), ["exact", "strong"])
    expectSame(try Self.grades("--paper minutes.txt --grade exact", runner), ["exact"])
    expectSame(try Self.grades("--paper agenda", runner), [])
  }

  @Test func anotherGradeIsRefusedInOneLine() throws {
    let outcome = try Self.runner().run("matters links --grade firm")
    #expect(outcome.status != 0)
    #expect(outcome.error.contains("--grade firm: give exact, strong or weak."), "\(outcome.error)")
  }
}
