import MattersArising
import MattersLinker
import MattersTestSupport
import Testing

/// One case of each kind of finding, with both its sources.
@Suite struct EveryFindingTests {
  private static let ducks = "A list of the ponds without ducks."
  private static let bread = "The cost of bread in winter."

  /// What is found, with both quotations.
  private static func found(_ matters: [Matter]) -> [String] {
    Disagreements.all(
      in: matters.map { RegisteredMatter(reference: $0.label ?? "-", matter: $0) },
      nation: .england
    ).map { finding in
      let quoted = [finding.first, finding.second].compactMap { $0 }
        .map { "\($0.words) [\($0.place)]" }
      return "\(finding.reference) \(finding.kind.rawValue): " + quoted.joined(separator: " / ")
    }
  }

  private static func person(
    _ state: MatterState, on day: String
  ) throws -> MatterEvent {
    MatterEvent(
      .judged, on: try #require(PlainDate(iso: day)), state: state,
      source: .person(name: "A Clerk", at: day + "T10:00:00Z"), because: "as the Chair said")
  }

  @Test func aTrackerSaysCompletedAndNoMeetingDid() {
    let matters = Pond.build([
      Pond.request(Self.ducks, on: "2023-07-03"),
      Pond.row(Self.ducks, raised: "2023-07-03", state: .completed, laidOn: "2023-09-04"),
    ]).matters
    expectSame(
      Self.found(matters),
      [
        "(a) completed_without_resolution: \(Self.ducks) [minutes2023-07-03:1] / "
          + "\(Self.ducks) [tracker2023-09-04:1]"
      ])
  }

  @Test func aRequestThatNoTrackerHasAndARowWordedAnew() {
    let matters = Pond.build([
      Pond.request(Self.ducks, on: "2023-07-03"),
      Pond.request(Self.bread, "(b)", on: "2023-07-03"),
      Pond.row(
        "A list of the larger ponds without ducks", raised: "2023-07-03", state: .pending,
        laidOn: "2023-09-04"),
    ]).matters
    expectSame(
      Self.found(matters),
      [
        "(a) wording_drifted: \(Self.ducks) [minutes2023-07-03:1] / "
          + "A list of the larger ponds without ducks [tracker2023-09-04:1]",
        "(b) never_tracked: \(Self.bread) [minutes2023-07-03:1] / "
          + "the tracker laid on 4 September 2023 does not have it [tracker2023-09-04]",
      ])
  }

  @Test func aRowThatOnlyLeavesOutWhoIsAskedSaysTheSame() {
    func found(_ row: String) -> [String] {
      var content = InformationRequest()
      (content.meetingDate, content.minute, content.label) = ("2023-07-03", "4", "(a)")
      content.text = "the Head of Ponds be asked to provide the cost of each pond since 2021;"
      content.addressedTo = "Head of Ponds"
      return Self.found(
        Pond.build([
          Pond.laid(.informationRequest(content), "r", on: "2023-07-03"),
          Pond.row(row, raised: "2023-07-03", state: .pending, laidOn: "2023-09-04"),
        ]).matters
      ).map { String($0.prefix(19)) }
    }
    expectSame(found("The cost of each pond since 2021"), [])
    expectSame(found("The cost of each pond since 2012"), ["(a) wording_drifted"])
  }

  @Test func aRowThatVanishedAndOneThatTheMeetingLetGo() {
    let rows = [
      Pond.request(Self.ducks, on: "2023-07-03"),
      Pond.request(Self.bread, "(b)", on: "2023-07-03"),
      Pond.row(Self.ducks, raised: "2023-07-03", state: .pending, laidOn: "2023-09-04"),
      Pond.row(Self.bread, raised: "2023-07-03", state: .pending, laidOn: "2023-09-04"),
      Pond.row(Self.bread, raised: "2023-07-03", state: .pending, laidOn: "2023-11-06"),
    ]
    expectSame(
      Self.found(Pond.build(rows).matters),
      [
        "(a) row_vanished: \(Self.ducks) [minutes2023-07-03:1] / "
          + "\(Self.ducks) [tracker2023-09-04:1]"
      ])
    let letGo = Pond.resolution(
      "That the request for a list of the ponds without ducks be discontinued.", on: "2023-10-02")
    expectSame(Self.found(Pond.build(rows + [letGo]).matters), [])
  }

  @Test func anAnswerLaterThanItsClockAndOneInTime() throws {
    var content = Recommendation()
    (content.meetingDate, content.minute, content.label) = ("2023-07-03", "5", "(a)")
    (content.text, content.addressedTo) = ("That the pond be fenced.", "Cabinet")
    let laid = Pond.laid(.recommendation(content), "r", on: "2023-07-03")
    var matter = Pond.build([laid]).matters[0]
    func event(_ kind: MatterEvent.Kind, _ day: String) throws -> MatterEvent {
      var event = MatterEvent(
        kind, on: try #require(PlainDate(iso: day)), state: nil,
        source: .paper(
          document: "c", name: "cabinet.txt", lines: LineRange(9, 9), record: RecordID("x")),
        because: "the Cabinet met")
      if kind == .decided {
        event.ruling = Ruling()
        event.ruling?.decision = .accepted
        event.response = "Agreed."
      }
      return event
    }
    // Two months beginning with the day of receipt: 10 July ends on 9 September.
    matter.insert(try event(.received, "2023-07-10"))
    var inTime = matter
    inTime.insert(try event(.decided, "2023-09-09"))
    expectSame(Self.found([inTime]), [])
    matter.insert(try event(.decided, "2023-09-10"))
    expectSame(
      Self.found([matter]),
      [
        "(a) answered_late: That the pond be fenced. [minutes2023-07-03:1] / "
          + "Agreed. [cabinet.txt:9]"
      ])
    // Under a committee system the law sets no such clock.
    let registered = RegisteredMatter(reference: "(a)", matter: matter)
    #expect(
      Disagreements.all(in: [registered], nation: .england, arrangements: .committeeSystem).isEmpty)
    #expect(Disagreements.all(in: [registered], nation: .scotland).isEmpty)
  }

  @Test func theSameRecommendationMadeAgain() {
    let matters = Pond.build([
      Pond.recommendation("That the pond be fenced.", "(a)", on: "2023-07-03"),
      Pond.recommendation("That the pond be fenced.", "(b)", on: "2024-07-01"),
    ]).matters
    expectSame(
      Self.found(matters),
      [
        "(b) made_again: That the pond be fenced. [minutes2024-07-01:1] / "
          + "That the pond be fenced. [minutes2023-07-03:1]"
      ])
  }

  @Test func aRecommendationThatAnotherBodyHasMadeBefore() {
    func made(_ text: String, by body: String, on day: String, of council: String? = "Tarn")
      -> RegisteredMatter
    {
      var matter = Pond.build([Pond.recommendation(text, "(a)", on: day)]).matters[0]
      (matter.body, matter.council) = (body, council)
      return RegisteredMatter(reference: "\(body) \(day)", matter: matter)
    }
    let words = "That the pond be fenced."
    let first = made(words, by: "Ponds Committee", on: "2023-07-03")
    let again = made(words, by: "Parks Panel", on: "2024-07-01")
    let found = Disagreements.madeElsewhere([again, first])
    expectSame(
      found.map { "\($0.kind.rawValue) \($0.reference)" }, ["made_again Parks Panel 2024-07-01"])
    expectSame(found.first?.second?.place, "minutes2023-07-03:1")
    // Another council's, other words, the same body's, or the same day's are none.
    expectSame(
      Disagreements.madeElsewhere([
        first, made(words, by: "Parks Panel", on: "2024-07-01", of: "Mere"),
        made("That the gate be fenced.", by: "Parks Panel", on: "2024-07-01"),
        made(words, by: "Ponds Committee", on: "2024-07-01"),
      ]).count, 0)
    expectSame(
      Disagreements.madeElsewhere([first, made(words, by: "Parks Panel", on: "2023-07-03")]).count,
      0)
  }

  @Test func aPersonsWordAgainstMinutesAndAgainstALaterTracker() throws {
    let asked = Pond.request(Self.ducks, on: "2023-07-03")
    let letGo = Pond.resolution(
      "That the request for a list of the ponds without ducks be discontinued.", on: "2023-10-02")
    var matter = Pond.build([asked, letGo]).matters[0]
    matter.insert(try Self.person(.answered, on: "2023-11-01"))
    expectSame(
      Self.found([matter]),
      [
        "(a) clashes_with_minutes: set to answered on 2023-11-01: as the Chair said "
          + "[entered by A Clerk] / the meeting let it go [minutes2023-10-02:1]"
      ])
    // The minutes stand.
    expectSame(matter.position(.endOf(PositionTests.day("2023-12-01")))?.state, .discontinued)

    let row = Pond.row(Self.ducks, raised: "2023-07-03", state: .pending, laidOn: "2023-12-04")
    var other = Pond.build([asked, row]).matters[0]
    other.insert(try Self.person(.answered, on: "2023-11-01"))
    expectSame(
      Self.found([other]),
      [
        "(a) differs_from_person: set to answered on 2023-11-01: as the Chair said "
          + "[entered by A Clerk] / \(Self.ducks) [tracker2023-12-04:1]"
      ])
    // The person's word stands.
    expectSame(other.position(.endOf(PositionTests.day("2023-12-31")))?.state, .answered)
  }
}
