import Foundation
import MattersArising
import MattersLinker
import MattersTestSupport
import Testing

/// The fictional year holds one thread for each way a request can go; the truth was written with it.
@Suite struct MatterStateTests {
  static let body = "Communities and Environment Scrutiny Committee"

  struct Expected: Sendable, CustomStringConvertible {
    var text: String
    var raised: String
    var minute: String
    var label: String
    var state: String
    var because: String
    var description: String { "\(raised) \(minute) \(label)" }
  }

  static let expected: [Expected] = {
    let file = ProjectFiles.corpus.appending(path: "brackenmere/2023-24/threads.gold.json")
    let requests = JSONValue(ProjectFiles.text(file))?["requests"]?.elements ?? []
    return requests.compactMap { item in
      guard let text = item["text"]?.text, let raised = item["raised"]?.text,
        let minute = item["minute"]?.text, let label = item["label"]?.text,
        let state = item["state"]?.text
      else { return nil }
      return Expected(
        text: text, raised: raised, minute: minute, label: label, state: state,
        because: item["because"]?.text ?? "")
    }
  }()

  static let matters: [Matter] = build(CorpusPapers.laid(CorpusPapers.brackenmere))

  static func build(_ records: [LaidRecord]) -> [Matter] {
    let own = records.filter { BodyKey($0.setting.body ?? "") == BodyKey(body) }
    return MatterBuilder.build(body: body, records: own).matters
  }

  @Test(arguments: expected) func standsWhereTheYearLeftIt(_ want: Expected) throws {
    let found = Self.matters.filter {
      $0.kind == .request && $0.raised?.iso == want.raised && $0.minute == want.minute
        && $0.label == want.label
    }
    try #require(found.count == 1, "\(found.count) matters for \(want)")
    let day = try #require(PlainDate(iso: "2024-04-01"))
    let position = try #require(found[0].position(.endOf(day)))
    #expect(position.state.rawValue == want.state, "\(want.because)")
  }

  @Test func thereIsNoOtherRequest() {
    #expect(Self.expected.count == 17)
    #expect(Self.matters.count { $0.kind == .request } == Self.expected.count)
  }

  @Test(arguments: 1...8) func orderOfIngestChangesNothing(_ seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed))
    let shuffled = CorpusPapers.laid(CorpusPapers.brackenmere).shuffled(using: &generator)
    let again = Self.build(shuffled)
    #expect(again.map(\.keys) == Self.matters.map(\.keys))
    #expect(again.map(\.events) == Self.matters.map(\.events))
  }

  @Test func withoutTheTrackerTheBulkResolutionClosesNothing() throws {
    // Drop every tracker row: what the meetings agreed then speaks of nothing that is known.
    let records = CorpusPapers.laid(CorpusPapers.brackenmere).filter {
      $0.record.kind != .trackerEntry
    }
    let matters = Self.build(records).filter { $0.kind == .request }
    #expect(matters.count >= 16)
    #expect(matters.allSatisfy { matter in !matter.events.contains { $0.kind == .completed } })
  }

  @Test func aRemovedResolutionReopensWhatItClosed() throws {
    let records = CorpusPapers.laid(CorpusPapers.brackenmere).filter { laid in
      guard case .resolution(let resolution) = laid.record.content else { return true }
      return !(resolution.minute == "17" && resolution.text.contains("agreed as completed"))
    }
    let matter = try #require(
      Self.build(records).first { $0.minute == "7" && $0.label == "(a)" && $0.kind == .request })
    let day = try #require(PlainDate(iso: "2023-07-31"))
    #expect(matter.position(.endOf(day))?.state == .answered)
    let whole = try #require(
      Self.matters.first { $0.minute == "7" && $0.label == "(a)" && $0.kind == .request })
    #expect(whole.position(.endOf(day))?.state == .completed)
  }
}
