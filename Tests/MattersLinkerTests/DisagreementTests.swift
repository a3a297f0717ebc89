import MattersArising
import MattersLinker
import MattersTestSupport
import Testing

/// The fictional year says in its story where its papers disagree.
@Suite struct DisagreementTests {
  private static func found(in records: [LaidRecord]) -> [String] {
    let matters = MatterStateTests.build(records).filter { $0.kind == .request }
      .map { RegisteredMatter(reference: "\($0.minute ?? "-") \($0.label ?? "-")", matter: $0) }
    return Disagreements.all(in: matters, nation: .england).map {
      "\($0.reference) \($0.kind.rawValue)"
    }
  }

  @Test func theYearsDisagreementsAreFoundAndNoOthers() {
    #expect(
      Self.found(in: CorpusPapers.laid(CorpusPapers.brackenmere)) == [
        "16 (a) wording_drifted", "16 (b) never_tracked", "25 (b) wording_drifted",
      ])
  }

  @Test func aTickWithoutAResolutionIsSaid() {
    let records = CorpusPapers.laid(CorpusPapers.brackenmere).filter {
      $0.record.kind != .resolution
    }
    #expect(Self.found(in: records).contains("35 (a) completed_without_resolution"))
  }

  @Test func aRowThatIsTakenOutIsMissed() {
    let records = CorpusPapers.laid(CorpusPapers.brackenmere).filter { laid in
      guard case .trackerEntry(let entry) = laid.record.content else { return true }
      return !(laid.documentName.hasPrefix("2024-03-12") && entry.text.contains("Sluice Lane"))
        && !(laid.documentName.hasPrefix("2024-03-12") && entry.text.contains("Market Arch"))
    }
    #expect(Self.found(in: records).contains("25 (b) row_vanished"))
  }
}
