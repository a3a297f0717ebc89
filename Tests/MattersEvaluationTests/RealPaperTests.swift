import Foundation
import MattersArising
import MattersEvaluation
import MattersTestSupport
import Testing

/// What is promised of the real papers, held wherever they are there.
@Suite(.enabled(if: ProjectFiles.shared != nil, "the real papers are not beside the project"))
struct RealPaperTests {
  static let accuracy: Accuracy = {
    guard let shared = ProjectFiles.shared else { return Accuracy() }
    return Evaluation(shared.appending(path: "gold")).accuracy
  }()

  /// What an officer relies on must be all there and nothing else.
  @Test(arguments: [RecordKind.informationRequest, .trackerEntry, .link])
  func nothingIsMissedOrInvented(_ kind: RecordKind) throws {
    let figures = try #require(Self.accuracy.kinds[kind]).figures
    #expect(figures[.f1] == 1)
  }

  /// One item that the gold leaves out (the last line of the reserve list) costs the work programme.
  @Test func everyKindIsAtGoldQuality() {
    #expect(Self.accuracy.kinds.count >= 15)
    for (kind, tally) in Self.accuracy.kinds where tally.gold > 0 {
      let least = kind == .workProgrammeItem ? 0.975 : 0.98
      #expect((tally.figures[.f1] ?? 0) >= least, "\(kind)")
    }
    #expect((Self.accuracy.micro[.exact] ?? 0) >= 0.97)
    #expect((Self.accuracy.micro[.lines] ?? 0) >= 0.98)
    #expect((Self.accuracy.micro[.values] ?? 0) >= 0.97)
  }
}
