import MattersArising
import MattersLinker
import MattersTestSupport
import Testing

/// Requests that became actions or were put on a work programme, and promises nobody kept.
@Suite struct CrossLinkTests {
  private static func links(_ records: [LaidRecord]) -> [String] {
    Pond.build(records).crossLinks.map {
      "\($0.from.record.kind.rawValue) \($0.relation.rawValue) \($0.to.record.id) \($0.grade.rawValue)"
    }
  }

  private static func item(_ title: String, for meeting: String, laidOn date: String) -> LaidRecord
  {
    var content = WorkProgrammeItem()
    (content.title, content.meetingDate) = (title, meeting)
    return Pond.laid(.workProgrammeItem(content), title, on: date, in: "pack")
  }

  @Test func anActionWithTheWordsOfARecommendationIsWhatBecameOfIt() {
    let made = Pond.recommendation("Build a duck house on the mill pond", "1", on: "2023-07-03")
    expectSame(
      Self.links([made, Pond.action("Build a duck house on the mill pond.", on: "2023-09-04")]),
      ["recommendation becomes action-Build a duck house on the mill pond. exact"])
    expectSame(
      Self.links([made, Pond.action("Build the duck house on the old mill pond", on: "2023-09-04")]
      ),
      ["recommendation becomes action-Build the duck house on the old mill pond strong"])
    // Before it, or about something else.
    expectSame(
      Self.links([made, Pond.action("Build a duck house on the mill pond.", on: "2023-05-01")]), [])
    expectSame(
      Self.links([made, Pond.action("Build a bridge over the mill race", on: "2023-09-04")]), [])
  }

  @Test func anItemOfALaterProgrammeMeetsTheResolution() {
    let agreed = Pond.resolution(
      "That an item on gritting routes be added to the work programme for November.",
      on: "2023-09-04")
    let later = Self.item("Gritting Routes", for: "2023-11-06", laidOn: "2023-10-02")
    expectSame(Self.links([agreed, later]), ["resolution schedules Gritting Routes strong"])
    expectSame(
      Self.links([agreed, Self.item("Gritting Routes", for: "2023-12-04", laidOn: "2023-10-02")]),
      [])
    expectSame(
      Self.links([agreed, Self.item("Gritting Routes", for: "2023-11-06", laidOn: "2023-09-04")]),
      [])
    expectSame(
      Self.links([Pond.resolution("That gritting routes be noted.", on: "2023-09-04"), later]), [])
  }

  @Test func theOneActionOfAMinuteTakesUpWhatWasAskedThere() {
    func action(_ text: String, minute: String = "4") -> LaidRecord {
      var content = Action()
      (content.meetingDate, content.minute, content.text) = ("2023-07-03", minute, text)
      var laid = Pond.laid(.action(content), "action", on: "2023-07-03")
      laid.record.lines = LineRange(5, 5)
      return laid
    }
    let asked = Pond.request("The number of complaints, by month.", on: "2023-07-03")
    let told = "JB to include complaints in the next report"
    expectSame(Self.links([asked, action(told)]).count, 1)
    // Another minute, other words, or what is no telling.
    expectSame(Self.links([asked, action(told, minute: "5")]), [])
    expectSame(Self.links([asked, action("JB to include swans in the next report")]), [])
    expectSame(Self.links([asked, action("JB to answer the complaints")]), [])
  }

  @Test func anUndertakingWithoutATraceIsSaid() {
    var content = Undertaking()
    content.meetingDate = "2023-07-03"
    content.text = "The Head of Ponds undertook to write to all anglers about the sluice gates."
    let given = Pond.laid(.undertaking(content), "undertaking", on: "2023-07-03")
    let other = Pond.resolution("That the price of bread be noted.", on: "2023-09-04")
    let kept = Pond.action("Write to the anglers about the sluice gates", on: "2023-09-04")
    #expect(Untraced.undertakings(in: [given]).isEmpty)
    #expect(Untraced.undertakings(in: [given, other]).map(\.kind) == [.untraced])
    #expect(Untraced.undertakings(in: [given, other, kept]).isEmpty)
  }
}
