import MattersArising
import MattersLinker
import MattersTestSupport
import Testing

/// Answers told outside a tracker, and decisions that name a minute.
@Suite struct ReplyTests {
  private static func minute(_ number: String, _ line: Int) -> PaperRecord {
    var content = Minute()
    (content.meetingDate, content.number, content.title) = ("2024-05-07", number, "MOTIONS")
    return PaperRecord(
      id: RecordID("minute-\(number)"), lines: LineRange(line, line), content: .minute(content))
  }

  private static func request(_ text: String, _ minute: String, _ line: Int) -> PaperRecord {
    var content = InformationRequest()
    (content.meetingDate, content.minute, content.text) = ("2024-05-07", minute, text)
    return PaperRecord(
      id: RecordID("request-\(line)"), lines: LineRange(line, line),
      content: .informationRequest(content))
  }

  private static func reply(_ text: String, _ line: Int) -> PaperRecord {
    var content = InformationResponse()
    (content.text, content.date, content.from) = (text, "2024-05-07", "Head of Ponds")
    return PaperRecord(
      id: RecordID("reply-\(line)"), lines: LineRange(line, line),
      content: .informationResponse(content))
  }

  private static func links(_ records: [PaperRecord]) -> [String] {
    DocumentLinker.link(records).links.compactMap { record in
      guard case .link(let link) = record.content else { return nil }
      return "\(link.from) \(link.relation.rawValue) \(link.to)"
    }
  }

  @Test func aReplyAnswersWhatStandsAboveItInItsMinute() {
    expectSame(
      Self.links([
        Self.minute("4", 1), Self.request("How many ducks there are.", "4", 2),
        Self.minute("5", 10), Self.request("What bread costs in winter.", "5", 11),
        Self.reply("Some 40 pounds.", 12), Self.request("Which ponds are dry.", "5", 20),
        Self.reply("Mill Pond.", 21), Self.minute("6", 30), Self.reply("None.", 31),
      ]),
      ["reply-12 answers request-11", "reply-21 answers request-20"])
  }

  @Test func ofSeveralTheWordsTellWhichIsMeant() {
    let asked = [
      Self.minute("4", 1), Self.request("The number of ducks on the mill pond.", "4", 2),
      Self.request("The cost of bread in winter.", "4", 3),
    ]
    expectSame(
      Self.links(asked + [Self.reply("The bread of the winter came to 40 pounds.", 5)]),
      ["reply-5 answers request-3"])
    expectSame(Self.links(asked + [Self.reply("It will be looked at.", 5)]), [])
  }

  @Test func theReplyIsAnEventOfTheRequest() throws {
    var laid = LaidRecord(
      document: "m", documentName: "m", record: Self.reply("There are nine.", 3),
      setting: RecordSetting(body: "Ponds Committee", date: PlainDate(iso: "2024-05-07")))
    laid.answers = [RecordID("request-2")]
    let asked = LaidRecord(
      document: "m", documentName: "m",
      record: Self.request("The number of ducks.", "4", 2),
      setting: RecordSetting(body: "Ponds Committee", date: PlainDate(iso: "2024-05-07")))
    let outcome = Pond.build([asked, laid])
    expectSame(outcome.matters.count, 1)
    expectSame(outcome.matters[0].members.map(\.role), [.origin, .answered])
    let day = PositionTests.day("2024-05-07")
    let end = try #require(outcome.matters[0].position(.endOf(day)))
    expectSame(end.state, .answered)
    expectSame(end.response, "There are nine.")
    expectSame(end.from, "Head of Ponds")
    // Nothing was asked before the meeting opened, and nothing answered.
    #expect(outcome.matters[0].position(.openingOf(day)) == nil)
  }

  @Test func aPromiseIsAHoldingReply() throws {
    var laid = LaidRecord(
      document: "m", documentName: "m", record: Self.reply("The number will be circulated.", 3),
      setting: RecordSetting(body: "Ponds Committee", date: PlainDate(iso: "2024-05-07")))
    laid.answers = [RecordID("request-The number of ducks.")]
    laid.document = "minutes2024-05-07"
    let outcome = Pond.build([Pond.request("The number of ducks.", on: "2024-05-07"), laid])
    let end = outcome.matters[0].position(.endOf(PositionTests.day("2024-06-01")))
    expectSame(end?.state, .holding)
  }

  @Test func aLaterNoteThatRepeatsOneRequestsWordsAnswersIt() {
    let note = { (text: String) in
      LaidRecord(
        document: "note", documentName: "note", record: Self.reply(text, 9),
        setting: RecordSetting(body: "Ponds Committee", date: PlainDate(iso: "2024-05-07")))
    }
    let asked = [
      Pond.request("The number of herons nesting on Mill Pond.", on: "2024-01-08"),
      Pond.request("The upkeep of benches beside the lake.", "(b)", on: "2024-01-08"),
    ]
    let told = Pond.build(
      asked + [note("The number of herons nesting on Mill Pond is nine.")])
    expectSame(told.matters.map(\.members.count), [2, 1])
    expectSame(told.matters[0].members[1].grade, .strong)
    let other = Pond.build(asked + [note("The number of swans is nine.")])
    expectSame(other.matters.map(\.members.count), [1, 1])
  }

  @Test func aDecisionThatNamesMinuteAndLabelAnswersThatRecommendation() {
    func response(_ label: String) -> LaidRecord {
      var content = ExecutiveResponse()
      content.text = "Recommendation \(label) (lamps): accepted."
      content.stage = .decided
      content.decision = .accepted
      content.recommendationLabels = [label]
      return LaidRecord(
        document: "cabinet", documentName: "cabinet",
        record: PaperRecord(
          id: RecordID("response-\(label)"), lines: LineRange(3, 3),
          content: .executiveResponse(content)),
        setting: RecordSetting(body: "Cabinet", date: PlainDate(iso: "2024-02-05")))
    }
    let asked = [
      Pond.recommendation("Light the towpath.", "(ii)", on: "2024-01-08"),
      Pond.recommendation("Light the bridge.", "(iii)", on: "2024-01-08"),
    ]
    let answered = { (label: String) in
      MatterBuilder.build(
        body: "Ponds Committee", records: asked, executive: [response(label)]
      ).matters.map { $0.events.contains { $0.kind == .decided } }
    }
    expectSame(answered("5(ii)"), [true, false])
    expectSame(answered("5(iv)"), [false, false])
    expectSame(answered("6(ii)"), [false, false])
  }

  @Test func aDecisionSaysWhatItIsAboutUpToItsVerdict() {
    func answered(_ text: String) -> [Bool] {
      var content = ExecutiveResponse()
      (content.text, content.stage, content.decision) = (text, .decided, .accepted)
      let response = LaidRecord(
        document: "cabinet", documentName: "cabinet",
        record: PaperRecord(
          id: RecordID("response"), lines: LineRange(3, 3), content: .executiveResponse(content)),
        setting: RecordSetting(body: "Cabinet", date: PlainDate(iso: "2024-02-05")))
      let asked = [
        Pond.recommendation(
          "Prepare by March a case for buying ten punts, for use by schools as well as anglers.",
          "1", on: "2024-01-08"),
        Pond.recommendation("Paint the ferry.", "2", on: "2024-01-08"),
      ]
      return MatterBuilder.build(body: "Ponds Committee", records: asked, executive: [response])
        .matters.map { $0.events.contains { $0.kind == .decided } }
    }
    expectSame(
      answered(
        "the recommendation to prepare a case for ten punts be accepted, the case to be brought back"
      ),
      [true, false])
    expectSame(
      answered("the recommendation on the painting of bridges be not accepted, as it is dear"),
      [false, false])
  }
}
