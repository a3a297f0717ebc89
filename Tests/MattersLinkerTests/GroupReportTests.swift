import MattersArising
import MattersLinker
import MattersTestSupport
import Testing

/// What meetings make of the recommendations in a task group's report, by their numbers.
@Suite struct GroupReportTests {
  private static func minute(_ title: String, on date: String) -> LaidRecord {
    var content = Minute()
    (content.meetingDate, content.number, content.title) = (date, "9", title)
    return Pond.laid(.minute(content), "minute-9", on: date)
  }

  /// The report itself names no day; a paper that repeats it names no report.
  private static func recommended(
    _ text: String, _ label: String, report: String? = "Report of the Bread Task Group",
    on date: String? = nil
  ) -> LaidRecord {
    var content = Recommendation()
    (content.text, content.label, content.madeIn) = (text, label, .scrutinyReport)
    (content.madeBy, content.report, content.meetingDate) = ("Bread Task Group", report, date)
    var laid = Pond.laid(.recommendation(content), "r-\(text)", on: "2024-06-19", in: "report")
    laid.setting.date = date.flatMap(PlainDate.init(iso:))
    return laid
  }

  private static let report = [
    recommended("That bread be free on Mondays.", "R1"),
    recommended("That crusts be weighed at the ten worst ponds.", "R2"),
    recommended("That the anglers be taxed.", "R3"),
  ]
  private static let title = minute("Report of the Bread Task Group", on: "2024-06-19")

  private static func outcome(_ texts: [String], _ more: [LaidRecord] = []) -> [String] {
    let resolutions = texts.map { Pond.resolution($0, on: "2024-06-19") }
    return Pond.build([title] + report + resolutions + more).matters.map { matter in
      let acts = matter.events.filter { $0.kind != .raised && $0.kind != .reported }
        .map(\.kind.rawValue)
      return "\(matter.label ?? "") \(matter.raised?.iso ?? "-") "
        + (acts + matter.members.dropFirst().map(\.role.rawValue)).joined(separator: " ")
    }
  }

  @Test func numbersTellWhichAreEndorsedAndWhichLetGo() {
    expectSame(
      Self.outcome([
        "That recommendations R1 and R2 of the Task Group be endorsed and sent to Cabinet.",
        "That recommendation R3 be not pursued.",
      ]),
      [
        "R1 2024-06-19 endorsed", "R2 2024-06-19 endorsed", "R3 2024-06-19 discontinued",
      ])
  }

  @Test func numbersWithoutTheReportsLettersAreTheSame() {
    expectSame(
      Self.outcome(["That recommendations 1 to 3 be endorsed."]),
      ["R1 2024-06-19 endorsed", "R2 2024-06-19 endorsed", "R3 2024-06-19 endorsed"])
  }

  @Test func oneResolutionMayDoSeveralThings() {
    expectSame(
      Self.outcome([
        "That recommendations R1 and R2 be endorsed and recommendation R3 be withdrawn."
      ]),
      ["R1 2024-06-19 endorsed", "R2 2024-06-19 endorsed", "R3 2024-06-19 withdrawn"])
  }

  @Test func whatIsNotNamedIsNotEndorsed() {
    expectSame(
      Self.outcome(["That recommendation R2 be endorsed."]),
      ["R1 - ", "R3 - ", "R2 2024-06-19 endorsed"])
  }

  @Test func anotherReportsNumbersTellNothing() {
    let other = Self.minute("Report of the Gates Task Group", on: "2024-06-19")
    let found = Pond.build(
      [other] + Self.report + [
        Pond.resolution("That recommendation R1 be endorsed.", on: "2024-06-19")
      ]
    ).matters
    #expect(found.allSatisfy { $0.events.isEmpty }, "\(found.flatMap(\.events))")
  }

  @Test func aLaterPaperFindsTheWordsThatTheMeetingChanged() {
    let repeated = Self.recommended(
      "Crusts to be weighed at the twenty worst ponds", "2", report: nil, on: "2024-06-19")
    expectSame(
      Self.outcome(
        [
          "That recommendations 1 and 3 be endorsed.",
          "That recommendation 2 be endorsed with the word \"twenty\" in the place of \"ten\".",
        ], [repeated]),
      [
        "R1 2024-06-19 endorsed", "R2 2024-06-19 endorsed restated", "R3 2024-06-19 endorsed",
      ])
  }
}

/// Rows that say in words of their own what was asked at the meeting that they name.
@Suite struct LooseWordingTests {
  private static let lessons = Pond.request(
    "The number of swimming lessons called off since January, pool by pool.", on: "2024-06-19")
  private static let codes = Pond.request(
    "The postcodes of those who gave up their membership.", "(b)", on: "2024-06-19")

  private static func followed(_ rows: [String], _ asked: [LaidRecord]) -> [String] {
    let rows = rows.map {
      Pond.row($0, raised: "2024-06-19", state: .pending, laidOn: "2024-10-02")
    }
    return Pond.build(asked + rows).matters.map { matter in
      "\(matter.label ?? "-") " + matter.members.map(\.role.rawValue).joined(separator: " ")
    }.sorted()
  }

  @Test func theWordsThatNothingElseSharesTell() {
    expectSame(
      Self.followed(["Swimming lessons called off, by pool"], [Self.lessons, Self.codes]),
      ["(a) origin tracked", "(b) origin"])
  }

  @Test func oneWordInCommonOrTwoThatShareAsManyTellNothing() {
    expectSame(
      Self.followed(["Lessons in Welsh"], [Self.lessons]), ["(a) origin", "- tracked"])
    let again = Pond.request("The cost of swimming lessons called off.", "(c)", on: "2024-06-19")
    let found = Self.followed(["Swimming lessons called off"], [Self.lessons, again])
    #expect(!found.contains { $0.contains("origin tracked") }, "\(found)")
  }

  @Test func otherFiguresAreOfAnotherThing() {
    let fines = Pond.request(
      "The number of fines that the wardens of the ponds took from anglers in 2022.",
      on: "2024-06-19")
    expectSame(
      Self.followed(["Fines taken from anglers, 2023"], [fines]), ["(a) origin", "- tracked"])
  }
}

/// Resolutions that agree in bulk what the tracker marks as done.
@Suite struct MarkedCompletionTests {
  private static let ducks = Pond.request("A list of the ponds without ducks.", on: "2023-07-03")
  private static let bread = Pond.request("The cost of bread in winter.", "(b)", on: "2023-07-03")

  private static func states(_ text: String) -> [String] {
    let rows = [
      Pond.row(
        "A list of the ponds without ducks.", raised: "2023-07-03", state: .completed,
        laidOn: "2023-09-04"),
      Pond.row(
        "The cost of bread in winter.", raised: "2023-07-03", state: .answered, laidOn: "2023-09-04"
      ),
    ]
    return Pond.build([ducks, bread, Pond.resolution(text, on: "2023-09-04")] + rows).matters.map {
      $0.events.contains { $0.kind == .completed } ? "completed" : "open"
    }
  }

  static let texts: [(String, [String])] = [
    (
      "That the entries marked with a tick be agreed as complete and removed.",
      ["completed", "open"]
    ),
    ("That the completed entries be taken off the tracker.", ["completed", "open"]),
    ("That the items marked complete in the tracker are closed.", ["completed", "open"]),
    ("That those entries shown as Done be taken out of the table.", ["completed", "open"]),
    ("That all information requests answered in full be closed.", ["completed", "completed"]),
    ("That the completed entries not be removed.", ["open", "open"]),
    ("That entries 22/14 and 23/07, marked as complete, be removed.", ["open", "open"]),
  ]

  @Test(arguments: texts) func whatIsMarkedIsCompleted(_ text: String, _ states: [String]) {
    expectSame(Self.states(text), states)
  }
}

/// What a resolution says that its requests are about.
@Suite struct SpokenOfTests {
  private static let damp = Pond.request(
    "The number of reports of damp open for six months, estate by estate.", on: "2023-07-03")
  private static let survey = Pond.request(
    "The results of the survey of leaseholders, with the comments.", "(b)", on: "2023-07-03")
  private static let nets = Pond.request("The cost of nets.", "(c)", on: "2023-07-03")

  private static func acts(_ text: String) -> [String] {
    Pond.build([damp, survey, nets, Pond.resolution(text, on: "2023-09-04")]).matters.map {
      matter in
      matter.events.filter { $0.kind != .raised }.map(\.kind.rawValue).joined(separator: " ")
    }
  }

  static let texts: [(String, [String])] = [
    (
      "That the requests relating to reports of damp by estate, and to the survey of leaseholders, "
        + "be rolled forward to January.",
      ["carried_forward", "carried_forward", ""]
    ),
    (
      "That the request on the leaseholders survey be carried forward.",
      ["", "carried_forward", ""]
    ),
    (
      "That the Head of Homes be asked again for the survey comments.", ["", "re_requested", ""]
    ),
    ("That the request on the herons survey be carried forward.", ["", "", ""]),
  ]

  @Test(arguments: texts) func eachIsTheOneThatHasItsWords(_ text: String, _ acts: [String]) {
    expectSame(Self.acts(text), acts)
  }
}

/// Trackers whose rows a later resolution names by the year and the number, or that give a position
/// of the weeks before.
@Suite struct TrackerOfTheMeetingTests {
  private static func row(_ text: String, _ reference: String) -> LaidRecord {
    var content = TrackerEntry()
    (content.meetingDate, content.text, content.state) = ("2023-07-03", text, .completed)
    content.reference = reference
    return Pond.laid(.trackerEntry(content), "row-\(text)", on: "2023-08-28", in: "tracker")
  }

  @Test func thePositionBeforeTheMeetingIsWhatItHad() {
    let found = Pond.build([
      Self.row("A list of the ponds without ducks.", "23/03"),
      Self.row("The cost of bread in winter.", "23/05"),
      Self.row("The depth of each pond.", "23/07"),
      Pond.resolution(
        "remove entries 23/03 and 23/05, both having been dealt with.", on: "2023-09-04"),
    ]).matters.filter { $0.events.contains { $0.kind == .completed } }.map(\.text)
    expectSame(found, ["A list of the ponds without ducks.", "The cost of bread in winter."])
  }
}
