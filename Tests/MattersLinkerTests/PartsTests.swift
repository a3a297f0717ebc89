import MattersArising
import MattersLinker
import MattersTestSupport
import Testing

/// Matters of several parts, and recommendations that two bodies answer.
@Suite struct PartsTests {
  private static let end = PositionTests.day("2023-12-31")

  private static func row(_ text: String, _ state: MatterState) -> LaidRecord {
    var content = TrackerEntry()
    (content.meetingDate, content.state, content.label) = ("2023-07-03", state, "(a)")
    content.text = text
    return Pond.laid(.trackerEntry(content), "row-\(text)", on: "2023-09-04", in: "tracker")
  }

  private static func standing(_ rows: [LaidRecord]) -> [MatterState?] {
    Pond.build(
      [
        Pond.request(
          "The number of ducks on Mill Pond and the cost of bread for them in winter.",
          on: "2023-07-03")
      ] + rows
    ).matters.map { $0.position(.endOf(end))?.state }
  }

  @Test func itStandsAtItsLeastAdvancedPart() {
    let ducks = "The number of ducks on Mill Pond"
    let bread = "The cost of bread for them in winter"
    expectSame(
      Self.standing([Self.row(ducks, .answered), Self.row(bread, .pending)]), [.pending])
    expectSame(
      Self.standing([Self.row(ducks, .pending), Self.row(bread, .answered)]), [.pending])
    expectSame(
      Self.standing([Self.row(ducks, .answered), Self.row(bread, .completed)]), [.answered])
    expectSame(
      Self.standing([Self.row(ducks, .completed), Self.row(bread, .completed)]), [.completed])
  }

  /// A Cabinet's paper that repeats recommendations under their labels and gives no day.
  @Test func whatIsRepeatedWithoutADayIsFoundByLabelAndWords() {
    func repeated(_ text: String, _ label: String) -> LaidRecord {
      var content = Recommendation()
      (content.label, content.text, content.madeIn) = (label, text, .scrutinyReport)
      return LaidRecord(
        document: "cabinet", documentName: "cabinet",
        record: PaperRecord(
          id: RecordID("again-\(text)"), lines: LineRange(7, 7), content: .recommendation(content)),
        setting: RecordSetting(body: "Cabinet", date: PlainDate(iso: "2023-09-04")))
    }
    let made = Pond.recommendation(
      "Cabinet be recommended to leave the reed beds uncut until August", "(c)", on: "2023-07-03")
    let later = Pond.recommendation(
      "Cabinet be recommended to leave the reed beds uncut until August", "(d)", on: "2023-11-06")
    func members(_ record: LaidRecord) -> [Int] {
      Pond.build([made, later, record]).matters.map(\.members.count)
    }
    expectSame(members(repeated("Leave the reed beds uncut until August", "(c)")), [2, 1])
    // Another label, or words that are not there, are of something else.
    expectSame(members(repeated("Leave the reed beds uncut until August", "(e)")), [1, 1, 1])
    expectSame(members(repeated("Leave the reed banks uncut until August", "(c)")), [1, 1, 1])
  }

  /// The answers of a Cabinet and of the Council to one recommendation, in either order.
  private static func answered(
    to addressee: String, _ first: (by: String, Decision, on: String),
    _ second: (by: String, Decision, on: String)
  ) throws -> (Decision?, MatterState?, events: Int) {
    var content = Recommendation()
    (content.meetingDate, content.minute, content.label) = ("2023-07-03", "5", "(a)")
    (content.text, content.addressedTo) = ("That the pond be fenced.", addressee)
    var matter = Pond.build([Pond.laid(.recommendation(content), "r", on: "2023-07-03")]).matters[0]
    for (by, decision, on) in [first, second] {
      var event = MatterEvent(
        .decided, on: PositionTests.day(on), state: nil,
        source: .paper(
          document: by, name: by, lines: LineRange(1, 1), record: RecordID(by)), because: "it met")
      var ruling = Ruling()
      (ruling.decision, ruling.decidedBy) = (decision, by)
      event.ruling = ruling
      matter.insert(event)
    }
    let position = try #require(matter.position(.endOf(Self.end)))
    return (
      position.ruling?.decision, position.state,
      matter.events.count { $0.kind == .decided }
    )
  }

  @Test func whereTwoAnswerTheOneItWasPutToCounts() throws {
    let cabinet = ("Cabinet", Decision.rejected, "2023-08-01")
    let council = ("Tarn District Council", Decision.accepted, "2023-09-05")
    let later = ("Cabinet", Decision.rejected, "2023-10-03")
    let put = try Self.answered(to: "Council", cabinet, council)
    expectSame(put.0, .accepted)
    expectSame(put.events, 2)
    expectSame(try Self.answered(to: "Council", council, later).0, .accepted)
    expectSame(try Self.answered(to: "Cabinet", cabinet, council).0, .rejected)
    // Until the one that it was put to decides, what the other said is all that is known.
    let only = try Self.answered(to: "Council", cabinet, later)
    expectSame(only.0, .rejected)
    expectSame(only.1, .refused)
  }
}
