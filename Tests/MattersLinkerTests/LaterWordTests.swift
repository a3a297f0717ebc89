import MattersArising
import MattersLinker
import MattersTestSupport
import Testing

/// Records of a small committee, made by hand.
enum Pond {
  static func laid(
    _ content: RecordBody, _ id: String, on date: String, in document: String = "minutes"
  ) -> LaidRecord {
    LaidRecord(
      document: document + date, documentName: document + date,
      record: PaperRecord(id: RecordID(id), lines: LineRange(1, 1), content: content),
      setting: RecordSetting(body: "Ponds Committee", date: PlainDate(iso: date)))
  }

  static func request(_ text: String, _ label: String = "(a)", on date: String) -> LaidRecord {
    var content = InformationRequest()
    (content.meetingDate, content.minute, content.label, content.text) = (date, "4", label, text)
    return laid(.informationRequest(content), "request-\(text)", on: date)
  }

  static func recommendation(_ text: String, _ label: String, on date: String) -> LaidRecord {
    var content = Recommendation()
    (content.meetingDate, content.minute, content.label, content.text) = (date, "5", label, text)
    return laid(.recommendation(content), "recommendation-\(text)", on: date)
  }

  static func action(_ text: String, on date: String) -> LaidRecord {
    var content = Action()
    (content.meetingDate, content.minute, content.text) = (date, "6", text)
    return laid(.action(content), "action-\(text)", on: date)
  }

  static func resolution(_ text: String, on date: String) -> LaidRecord {
    var content = Resolution()
    (content.meetingDate, content.minute, content.text) = (date, "9", text)
    return laid(.resolution(content), "resolution-\(text)", on: date)
  }

  static func row(
    _ text: String, raised: String, state: MatterState, laidOn date: String
  ) -> LaidRecord {
    var content = TrackerEntry()
    (content.meetingDate, content.text, content.state) = (raised, text, state)
    return laid(.trackerEntry(content), "row-\(text)", on: date, in: "tracker")
  }

  static func build(_ records: [LaidRecord], _ verdicts: Verdicts = Verdicts())
    -> MatterBuilder.Outcome
  {
    MatterBuilder.build(body: "Ponds Committee", records: records, verdicts: verdicts)
  }
}

/// What a later resolution does to something asked before.
@Suite struct LaterWordTests {
  static let ducks = Pond.request("A list of the ponds without ducks.", on: "2023-07-03")
  static let bread = Pond.request("The cost of bread in winter.", "(b)", on: "2023-07-03")

  private static func states(_ text: String, _ more: [LaidRecord] = []) -> [String] {
    Pond.build([ducks, bread, Pond.resolution(text, on: "2023-09-04")] + more).matters.map {
      matter in
      let end = PlainDate(iso: "2023-12-31").flatMap { matter.position(.endOf($0)) }
      let acts = matter.events.filter { $0.kind != .raised && $0.kind != .reported }
        .map(\.kind.rawValue)
      return "\(matter.label ?? "") \(end?.state.rawValue ?? "") \(acts.joined(separator: " "))"
    }
  }

  static let acts: [(String, [String])] = [
    (
      "That the request for the list of ponds without ducks be discontinued.",
      ["(a) discontinued discontinued", "(b) pending "]
    ),
    (
      "That information request (b) of 3 July 2023 be requested again.",
      ["(a) pending ", "(b) pending re_requested"]
    ),
    (
      "The request about the cost of bread in winter was withdrawn.",
      ["(a) pending ", "(b) withdrawn withdrawn"]
    ),
    (
      "That the request on the cost of bread in winter be carried forward to 2024-25.",
      ["(a) pending ", "(b) pending carried_forward"]
    ),
    (
      "That request 4(b) be agreed as completed.",
      ["(a) pending ", "(b) completed completed"]
    ),
    (
      "What bread costs in the winter be asked for again.",
      ["(a) pending ", "(b) pending re_requested"]
    ),
    (
      "That the Head of Ponds be reminded of the cost of bread in winter.",
      ["(a) pending ", "(b) pending re_requested"]
    ),
    ("That request 5(b) be agreed as completed.", ["(a) pending ", "(b) pending "]),
    (
      "To ask the Head of Ponds again for what bread costs in winter.",
      ["(a) pending ", "(b) pending re_requested"]
    ),
    (
      "That request 4(a) be agreed as completed and request 4(b) be carried forward.",
      ["(a) completed completed", "(b) pending carried_forward"]
    ),
    (
      "to discontinue request 4(a), and to ask once more for request 4(b);",
      ["(a) discontinued discontinued", "(b) pending re_requested"]
    ),
    (
      "That request 4(b) be closed once the figures are circulated.",
      ["(a) pending ", "(b) pending "]
    ),
    // It denies, it speaks of something else, or it was there before.
    (
      "That the request for the list of ponds without ducks not be discontinued.",
      ["(a) pending ", "(b) pending "]
    ),
    ("That the items not reached be carried forward.", ["(a) pending ", "(b) pending "]),
    ("That the request for a map of herons be discontinued.", ["(a) pending ", "(b) pending "]),
    (
      "That the Committee withdraw its request of 3 July 2023 for the cost of bread in winter.",
      ["(a) pending ", "(b) withdrawn withdrawn"]
    ),
    (
      "That the Committee no longer seek the cost of bread in winter.",
      ["(a) pending ", "(b) discontinued discontinued"]
    ),
    (
      "That no further action be taken on the request for the cost of bread in winter.",
      ["(a) pending ", "(b) discontinued discontinued"]
    ),
    (
      "That the request for the cost of bread in winter be deferred until November.",
      ["(a) pending ", "(b) pending carried_forward"]
    ),
    (
      "That the request for the cost of bread (PC 4/23 (b)) remain on the list.",
      ["(a) pending ", "(b) pending carried_forward"]
    ),
  ]

  @Test(arguments: acts) func doesWhatItSays(_ example: (String, [String])) {
    expectSame(Self.states(example.0), example.1)
  }

  /// The rows of a log that numbers its entries, whatever they are.
  private static let log: [LaidRecord] = {
    func row(_ number: String, _ text: String) -> LaidRecord {
      var content = TrackerEntry()
      (content.tracker, content.reference) = (.actions, number)
      (content.meetingDate, content.text, content.state) = ("2023-07-03", text, .pending)
      return Pond.laid(.trackerEntry(content), "row-\(number)", on: "2023-09-04", in: "log")
    }
    return [
      row("4", "A list of the ponds without ducks."), row("5", "The cost of bread in winter."),
      row("12", "Mend the jetty at Low Pond."),
    ]
  }()

  static let numbered: [(String, [String])] = [
    ("to close action 4;", ["(a) completed", "(b) pending", " pending"]),
    ("to close actions 4 and 12;", ["(a) completed", "(b) pending", " completed"]),
    ("that items 4 to 5 be marked as complete", ["(a) completed", "(b) completed", " pending"]),
    (
      "to discontinue action 12, the jetty having been sold; and",
      ["(a) pending", "(b) pending", " discontinued"]
    ),
    (
      "that actions 4, 5 be closed and action 12 be discontinued.",
      ["(a) completed", "(b) completed", " discontinued"]
    ),
    ("that action no. 7 be closed", ["(a) pending", "(b) pending", " pending"]),
    ("to close the gate in 4 weeks", ["(a) pending", "(b) pending", " pending"]),
    // What is not complete is not closed, nor is it by and by.
    ("That action 4 is not yet complete.", ["(a) pending", "(b) pending", " pending"]),
    ("That action 4 be completed by June.", ["(a) pending", "(b) pending", " pending"]),
  ]

  @Test(arguments: numbered) func namesRowsByTheirNumbers(_ example: (String, [String])) {
    func states(_ text: String, on day: String) -> [String] {
      Pond.build([Self.ducks, Self.bread, Pond.resolution(text, on: day)] + Self.log).matters
        .map { matter in
          let end = PlainDate(iso: "2023-12-31").flatMap { matter.position(.endOf($0)) }
          return "\(matter.label ?? "") \(end?.state.rawValue ?? "")"
        }.sorted { ($0.hasPrefix(" ") ? 1 : 0, $0) < ($1.hasPrefix(" ") ? 1 : 0, $1) }
    }
    expectSame(states(example.0, on: "2023-09-04"), example.1)
    // At another meeting the numbers are of another log.
    expectSame(
      states(example.0, on: "2023-11-06"), ["(a) pending", "(b) pending", " pending"])
  }

  @Test func allThatIsOutstandingIsWhatTheMeetingsTrackerShowsSo() {
    let rows = [
      Pond.row(
        "A list of the ponds without ducks.", raised: "2023-07-03", state: .answered,
        laidOn: "2023-09-04"),
      Pond.row(
        "The cost of bread in winter.", raised: "2023-07-03", state: .pending, laidOn: "2023-09-04"),
    ]
    let text = "That the outstanding information requests be carried forward."
    expectSame(Self.states(text, rows), ["(a) answered ", "(b) pending carried_forward"])
    expectSame(Self.states(text), ["(a) pending ", "(b) pending "])
  }

  @Test func withoutTheTrackerAPersonIsAsked() {
    let bulk = Pond.resolution(
      "That those information requests where a response has been received be agreed as completed.",
      on: "2023-09-04")
    let outcome = Pond.build([Self.ducks, bulk])
    #expect(outcome.unplaced.map(\.kind) == [.withoutTracker])
    #expect(outcome.matters[0].events.map(\.kind) == [.raised])
  }

  @Test func askingAgainOpensWhatWasCompleted() throws {
    let rows = [
      Pond.row(
        "The cost of bread in winter.", raised: "2023-07-03", state: .completed,
        laidOn: "2023-08-01")
    ]
    let text = "That the request for the cost of bread in winter be requested again."
    expectSame(Self.states(text, rows), ["(a) pending ", "(b) pending re_requested"])
  }
}

/// A person's word on what belongs together.
@Suite struct VerdictTests {
  static let first = Pond.request("The ducks on the mill pond in 2022.", on: "2023-07-03")
  static let second = Pond.request("The ducks on the mill pond in 2023.", "(b)", on: "2023-07-03")
  static let row = Pond.row(
    "The ducks on the mill pond", raised: "2023-07-03", state: .answered, laidOn: "2023-09-04")

  @Test func twoCandidatesAreAskedAboutAndNoneIsChosen() {
    let outcome = Pond.build([Self.first, Self.second, Self.row])
    #expect(outcome.unplaced.map(\.kind) == [.several])
    #expect(outcome.unplaced.first?.candidates.count == 2)
    #expect(outcome.matters.allSatisfy { $0.members.count == 1 })
  }

  @Test func thePersonsChoiceHolds() {
    let keys = Pond.build([Self.second]).matters[0].keys
    var verdicts = Verdicts()
    verdicts.linked[Self.row.meaning] = .init(keys: Set(keys), person: "A Clerk")
    let outcome = Pond.build([Self.first, Self.second, Self.row], verdicts)
    #expect(outcome.unplaced.isEmpty)
    #expect(outcome.matters.map(\.members.count) == [1, 2])
    #expect(outcome.matters[1].members[1].because == "A Clerk said so")
  }

  @Test func whatAPersonRulesOutLeavesTheOther() {
    let keys = Pond.build([Self.second]).matters[0].keys
    var verdicts = Verdicts()
    verdicts.unlinked[Self.row.meaning] = [Set(keys)]
    let outcome = Pond.build([Self.first, Self.second, Self.row], verdicts)
    #expect(outcome.matters.map(\.members.count) == [2, 1])
  }

  @Test func theNextTrackersRowSaysTheSame() {
    let next = Pond.row(
      "The ducks on the mill pond;", raised: "2023-07-03", state: .pending, laidOn: "2023-11-06")
    #expect(next.meaning == Self.row.meaning)
    #expect(next.meaning != Self.first.meaning)
  }
}
