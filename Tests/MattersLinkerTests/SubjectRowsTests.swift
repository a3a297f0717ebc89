import MattersArising
import MattersLinker
import MattersTestSupport
import Testing

/// Rows and resolutions that name a thing by its subject or by some of its words.
@Suite struct SubjectRowsTests {
  private static func minute(_ number: String, _ title: String, on date: String) -> LaidRecord {
    var content = Minute()
    (content.meetingDate, content.number, content.title) = (date, number, title)
    return Pond.laid(.minute(content), "minute-\(number)", on: date)
  }

  private static func row(
    _ text: String, _ subject: String, _ state: MatterState, on date: String = "2023-09-04"
  ) -> LaidRecord {
    var content = TrackerEntry()
    (content.meetingDate, content.text, content.state) = ("2023-07-03", text, state)
    content.subject = subject
    return Pond.laid(.trackerEntry(content), "row-\(text)", on: date, in: "tracker")
  }

  private static let nests = Pond.request(
    "A list of the nests that failed the safety test, pond by pond.", "", on: "2023-07-03")
  private static let title = minute("4", "NESTS: THE YEAR'S REVIEW", on: "2023-07-03")

  private static func tracked(_ rows: [LaidRecord]) -> [String] {
    Pond.build([title, nests] + rows).matters.map { matter in
      matter.members.map { "\($0.role.rawValue) \($0.grade.rawValue)" }.joined(separator: ", ")
    }
  }

  @Test func theOnlyThingOfItsMinuteIsWhatARowOfThatSubjectFollows() {
    expectSame(
      Self.tracked([Self.row("Unsafe nests at each pond.", "Nests", .pending)]),
      ["origin exact, tracked strong"])
  }

  @Test func anotherSubjectOrNoWordInCommonTellsNothing() {
    expectSame(
      Self.tracked([Self.row("Unsafe nests at each pond.", "Bread", .pending)]).count, 2)
    expectSame(Self.tracked([Self.row("The price of paint.", "Nests", .pending)]).count, 2)
  }

  @Test func ofTwoRowsThatCouldBeOfOneThingNoneIs() {
    let found = Self.tracked([
      Self.row("Unsafe nests at each pond.", "Nests", .pending),
      Self.row("Nests that failed, with their ponds.", "Nests", .pending),
    ])
    #expect(!found.contains { $0.contains("tracked strong") }, "\(found)")
  }

  @Test func whatAnotherRowFollowsIsLeftOut() {
    let bread = Pond.request("The cost of bread in winter.", "(b)", on: "2023-07-03")
    let found = Pond.build([
      Self.title, Self.nests, bread,
      Self.row("The cost of bread in winter.", "Nests", .pending),
      Self.row("Unsafe nests at each pond.", "Nests", .pending),
    ]).matters
    expectSame(found.map { $0.members.count }, [2, 2])
  }

  // MARK: - Completed by their words

  private static func states(_ resolution: String, _ state: MatterState) -> [String] {
    let ducks = Pond.request("A list of the ponds without ducks.", on: "2023-07-03")
    let bread = Pond.request("The cost of bread in winter.", "(b)", on: "2023-07-03")
    return Pond.build([
      ducks, bread,
      Pond.row(
        "A list of the ponds without ducks.", raised: "2023-07-03", state: state,
        laidOn: "2023-09-04"),
      Pond.row(
        "The cost of bread in winter.", raised: "2023-07-03", state: state, laidOn: "2023-09-04"),
      Pond.resolution(resolution, on: "2023-09-04"),
    ]).matters.map { matter in
      matter.events.contains { $0.kind == .completed } ? "completed" : "open"
    }
  }

  @Test func whatTheTrackerShowsAsAnsweredIsCompletedByItsWords() {
    expectSame(
      Self.states("That the request for ponds without ducks be signed off as complete.", .answered),
      ["completed", "open"])
    expectSame(
      Self.states(
        "agreed that the request on ponds without ducks and the request for the cost of bread "
          + "be marked as complete", .answered),
      ["completed", "completed"])
  }

  @Test func whatTheTrackerShowsAsOpenIsNotCompletedByWords() {
    expectSame(
      Self.states("That the request for ponds without ducks be signed off as complete.", .pending),
      ["open", "open"])
    expectSame(
      Self.states("That the request for swans and herons be signed off as complete.", .answered),
      ["open", "open"])
  }
}
