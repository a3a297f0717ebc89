import MattersArising
import MattersLinker
import MattersTestSupport
import Testing

@Suite struct PositionTests {
  static func day(_ text: String) -> PlainDate {
    guard let day = PlainDate(iso: text) else { preconditionFailure("\(text) is a date") }
    return day
  }

  private static func matter(_ events: [MatterEvent]) -> Matter {
    var request = InformationRequest()
    request.text = "A list of ponds"
    let record = PaperRecord(
      id: RecordID("r"), lines: LineRange(1, 1), content: .informationRequest(request))
    let laid = LaidRecord(
      document: "d", documentName: "d", record: record, setting: RecordSetting())
    var matter = Matter(
      kind: .request, council: nil, body: "Ponds Committee", raised: day("2023-06-13"),
      minute: "7", label: "(a)", text: "A list of ponds", subject: nil, addressedTo: nil,
      responsible: nil, printedReference: nil,
      members: [.init(laid: laid, role: .origin, grade: .exact, because: "")], events: [])
    for event in events { matter.insert(event) }
    return matter
  }

  private static func paper(
    _ kind: MatterEvent.Kind, _ date: String, _ state: MatterState?
  ) -> MatterEvent {
    MatterEvent(
      kind, on: day(date), state: state,
      source: .paper(document: "d", name: "d", lines: LineRange(1, 1), record: RecordID("r")),
      because: "")
  }

  private static func person(
    _ kind: MatterEvent.Kind, _ date: String, _ state: MatterState
  ) -> MatterEvent {
    var event = MatterEvent(
      kind, on: day(date), state: state, source: .person(name: "Officer", at: "2023-07-01"),
      because: "")
    event.response = "An answer"
    return event
  }

  @Test func isNotKnownBeforeItIsRaised() {
    let matter = Self.matter([Self.paper(.raised, "2023-06-13", .pending)])
    #expect(matter.position(.endOf(Self.day("2023-06-12"))) == nil)
    #expect(matter.position(.openingOf(Self.day("2023-06-13"))) == nil)
    #expect(matter.position(.endOf(Self.day("2023-06-13")))?.state == .pending)
  }

  @Test func aMeetingsOwnDecisionComesAfterItOpens() {
    let matter = Self.matter([
      Self.paper(.raised, "2023-06-13", .pending),
      Self.paper(.reported, "2023-07-18", .answered),
      Self.paper(.completed, "2023-07-18", .completed),
    ])
    #expect(matter.position(.openingOf(Self.day("2023-07-18")))?.state == .answered)
    #expect(matter.position(.endOf(Self.day("2023-07-18")))?.state == .completed)
    #expect(matter.position(.endOf(Self.day("2023-07-17")))?.state == .pending)
  }

  @Test func aPersonsAnswerIsNotUndoneByARowThatStillWaits() {
    let matter = Self.matter([
      Self.paper(.raised, "2023-06-13", .pending),
      Self.person(.responded, "2023-07-01", .answered),
      Self.paper(.reported, "2023-07-18", .pending),
    ])
    let position = matter.position(.endOf(Self.day("2023-07-18")))
    #expect(position?.state == .answered)
    #expect(position?.response == "An answer")
  }

  @Test func whatIsClosedStaysClosed() {
    let matter = Self.matter([
      Self.paper(.raised, "2023-06-13", .pending),
      Self.person(.completed, "2023-07-01", .completed),
      Self.paper(.reported, "2023-07-18", .holding),
    ])
    #expect(matter.position(.endOf(Self.day("2023-08-01")))?.state == .completed)
  }

  @Test func daysCountFromTheMeetingAndStopWhenItIsDone() {
    let matter = Self.matter([
      Self.paper(.raised, "2023-06-13", .pending),
      Self.paper(.completed, "2023-07-18", .completed),
    ])
    #expect(matter.daysOpen(asOf: Self.day("2023-06-13")) == 0)
    #expect(matter.daysOpen(asOf: Self.day("2023-06-23")) == 10)
    #expect(matter.daysOpen(asOf: Self.day("2024-06-23")) == 35)
  }
}
