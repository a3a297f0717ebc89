import MattersArising
import MattersLinker
import MattersTestSupport
import Testing

/// A minute that uses a label twice asks for two things; a revision that rewords asks for one.
@Suite struct SameLabelTests {
  private static func laid(_ document: String, _ text: String) -> LaidRecord {
    var request = InformationRequest()
    request.meetingDate = "2023-07-03"
    request.minute = "4"
    request.label = "(a)"
    request.text = text
    return LaidRecord(
      document: document, documentName: document,
      record: PaperRecord(
        id: RecordID("information_request-\(text)"), lines: LineRange(1, 1),
        content: .informationRequest(request)),
      setting: RecordSetting(body: "Ponds Committee", date: PlainDate(iso: "2023-07-03")))
  }

  @Test func otherWordsUnderOneLabelAreAnotherMatter() {
    let outcome = MatterBuilder.build(
      body: "Ponds Committee",
      records: [
        Self.laid("a", "A list of the ponds without ducks."),
        Self.laid("a", "The cost of bread in each of the last three years."),
      ])
    #expect(outcome.matters.count == 2)
  }

  @Test func aRewordedCopyIsTheSameMatter() {
    let outcome = MatterBuilder.build(
      body: "Ponds Committee",
      records: [
        Self.laid("a", "A list of the ponds without ducks."),
        Self.laid("b", "A list of all the ponds without any ducks."),
      ])
    #expect(outcome.matters.count == 1)
    #expect(outcome.matters.first?.members.count == 2)
  }
}
