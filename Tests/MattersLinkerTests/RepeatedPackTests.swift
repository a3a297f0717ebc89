import MattersArising
import MattersLinker
import MattersTestSupport
import Testing

/// Packs that were put into one file keep to themselves.
@Suite struct RepeatedPackTests {
  /// The packs whose papers begin with an agenda.
  private static let packs: [CorpusPapers.PaperCase] =
    CorpusPapers.brackenmere.filter { $0.name.contains("agenda-pack") }
    + (CorpusPapers.realPack.map { [$0] } ?? [])

  @Test(arguments: packs) func aPackThreeTimesOverGivesThreeTimesItsRecordsAndLinks(
    _ pack: CorpusPapers.PaperCase
  ) throws {
    var bytes = pack.source.bytes
    if bytes.last != 0x0A { bytes.append(0x0A) }
    let source = try SourceText(name: pack.name, contents: bytes + bytes + bytes)
    let thrice = Pipeline.read(source)
    #expect(!pack.pipeline.linking.links.isEmpty)
    expectSame(Self.counts(thrice), Self.counts(pack.pipeline).mapValues { $0 * 3 })
    let lines = pack.source.lineCount
    let places = Dictionary(
      thrice.printed.map { ($0.id.description, ($0.lines.first - 1) / lines) },
      uniquingKeysWith: { first, _ in first })
    for record in thrice.linking.links {
      guard case .link(let link) = record.content else { continue }
      #expect(places[link.from] == places[link.to], "\(link.from) to \(link.to)")
    }
  }

  private static func counts(_ pipeline: Pipeline) -> [String: Int] {
    Dictionary(pipeline.printed.map { ($0.kind.rawValue, 1) }, uniquingKeysWith: +)
  }

  @Test func aSupplementForTheSameMeetingContinuesItsPack() {
    let agenda = "Ponds Committee\nAgenda\nDate: Tuesday 4 July 2023\nTime: 2.00 pm\n\n"
    let pipeline = Pipeline.read(
      SourceText(
        name: "pack.txt",
        text: agenda + "1. APOLOGIES FOR ABSENCE\n\n2. THE DUCKS OF THE NORTH POND\n\n"
          + agenda + "7. THE HERONS OF THE SOUTH POND\n\n8. BREAD\n\n"
          + "Title of report: The ducks of the north pond\n"
          + "Meeting: Ponds Committee\nMeeting date: Tuesday 4 July 2023\n"
          + "Report by: Head of Ponds\n\nPurpose\n\nTo tell of the ducks.\n"))
    let considered = pipeline.linking.links.compactMap { record -> String? in
      guard case .link(let link) = record.content, link.relation == .considers else { return nil }
      return link.from
    }
    expectSame(considered.count, 1)
  }
}
