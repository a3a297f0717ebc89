import MattersArising
import MattersParsers
import MattersTestSupport
import Testing

/// A council's own words, as a value.
@Suite struct CouncilProfileTests {
  static let tracker = """
    Tarn Council

    What members asked for

    Slip\tAsked on\tWhat was asked\tWhose desk\tWhat came back\tVerdict\tWeather
    7\t4 May 2023\tThe number of ducks\tRanger\tNinety\tAye\tSunny
    """

  static let profile = CouncilProfile(
    council: "TARN COUNCIL",
    headings: [
      "slip": .reference, "Asked on": .meeting, "What was asked:": .recommendation,
      "Whose desk": .responsible, "What came back": .response, "Verdict": .decision,
      "Weather": .status,
    ],
    statuses: ["SUNNY": .completed], decisions: ["aye": .accepted])

  static func entries(_ text: String, _ profiles: CouncilProfiles) -> [TrackerEntry] {
    Pipeline.read(SourceText(name: "tracker.txt", text: text), profiles: profiles).reading.records
      .compactMap { record in
        if case .trackerEntry(let entry) = record.content { entry } else { nil }
      }
  }

  @Test func renamedColumnsAndWordsAreRead() throws {
    let entries = Self.entries(Self.tracker, CouncilProfiles([Self.profile]))
    let entry = try #require(entries.first)
    #expect(entries.count == 1)
    expectSame(
      [entry.reference, entry.meetingDate, entry.text, entry.responsible, entry.response],
      ["7", "2023-05-04", "The number of ducks", "Ranger", "Ninety"])
    #expect(entry.state == .completed)
    #expect(entry.decision == .accepted)
    #expect(entry.decisionAsPrinted == "Aye")
    #expect(entry.statusAsPrinted == "Sunny")
  }

  @Test func anotherCouncilsPaperIsReadAsWithoutIt() {
    let other = "Mere Council" + Self.tracker.dropFirst("Tarn Council".count)
    let plain = Self.entries(other, CouncilProfiles())
    expectSame(Self.entries(other, CouncilProfiles([Self.profile])), plain)
    // What stands in the columns tells some of it; what only the profile knows is not guessed.
    #expect(
      plain.allSatisfy {
        $0.reference == nil && $0.statusAsPrinted == nil && $0.decision == nil
          && $0.state != .completed
      })
  }

  @Test func aBodyThatDecidesIsAnExecutive() {
    let minutes = """
      Tarn Council

      Minutes of the meeting of the Water Board held at The Hall on Thursday 6 July 2023 at 10.00 am

      7. RESPONSE TO SCRUTINY ON PONDS

      RESOLVED:

      - (1) That recommendation 2 be not accepted.
      """
    func kinds(_ profiles: CouncilProfiles) -> [RecordKind] {
      Pipeline.read(SourceText(name: "minutes.txt", text: minutes), profiles: profiles)
        .reading.records.map(\.content.kind)
    }
    let profile = CouncilProfile(council: "Tarn Council", executives: ["Water Board"])
    #expect(kinds(CouncilProfiles([profile])).contains(.executiveResponse))
    #expect(!kinds(CouncilProfiles()).contains(.executiveResponse))
  }
}
