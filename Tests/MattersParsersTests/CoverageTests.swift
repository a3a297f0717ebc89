import Foundation
import MattersArising
import MattersParsers
import MattersTestSupport
import Testing

/// Every line of a paper is accounted for, and only what reads as a paper is claimed.
@Suite struct CoverageTests {
  /// Papers whose layout is known: something was read from them.
  static let papers: [String] = {
    let corpus = ProjectFiles.files(
      below: ProjectFiles.corpus.appending(path: "brackenmere"), ending: ".txt")
    let seeds =
      ProjectFiles.shared.map {
        ProjectFiles.files(below: $0.appending(path: "seeds"), ending: ".txt")
      } ?? []
    return (corpus + seeds).map(\.path)
      .filter { !read(text($0)).printed.isEmpty }
  }()

  @Test(arguments: papers) func claimsNearlyAllOfAPaper(_ path: String) {
    let coverage = Self.read(Self.text(path)).reading.coverage
    #expect(coverage.share >= 0.97, "unclaimed: \(coverage.unclaimed)")
  }

  /// Papers long enough to have an order: a notice of a dozen lines has hardly one to lose.
  static let longPapers = papers.filter { path in
    text(path).split(separator: "\n").count { $0.contains { !$0.isWhitespace } } >= 20
  }

  /// The mean of several muddles must be lower, and well so.
  ///
  /// One alone may not be: the rows of a short table make as good a table in another order.
  @Test(arguments: longPapers) func claimsLessOfAPaperInAMuddle(_ path: String) {
    let text = Self.text(path)
    let share = Self.read(text).reading.coverage.share
    var muddled = 0.0
    for seed: UInt64 in 1...8 {
      var order = Muddle(state: seed)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        .shuffled(using: &order)
      muddled += Self.read(lines.joined(separator: "\n")).reading.coverage.share / 8
    }
    #expect(muddled < share - 0.2)
  }

  @Test(arguments: papers) func accountsForEachLineOnce(_ path: String) {
    let source = SourceText(name: path, text: Self.text(path))
    let lines = Pipeline.read(source).reading.coverage.lines.map(\.line)
    let filled = (1...source.lineCount).filter { number in
      source.quote(LineRange(number, number)).contains { $0.contains { !$0.isWhitespace } }
    }
    #expect(lines == filled)
  }

  @Test func claimsNothingOfAnUnknownPaper() {
    let coverage = Self.read(
      "Purpose\n\nA letter about ducks.\n\nKey considerations\n\n1. Ducks.\n"
    )
    .reading.coverage
    #expect(coverage.share == 0)
    #expect(coverage.lines.map(\.line) == [1, 3, 5, 7])
  }

  @Test func countsRecordsNarrativeAndFurniture() {
    let coverage = Self.read(
      """
      Area\tProgress\tLead\tEvidence
      Paths are safe.\tAll were walked.\tWarden\tDiary
      7
      Next steps

      The bridges come next, and after them the stiles on the hill.
      """
    ).reading.coverage
    #expect(coverage.count(.record) == 2)
    #expect(coverage.count(.narrative) == 2)
    #expect(coverage.lines.count == 5)
    #expect(coverage.unclaimed.isEmpty)
  }

  private static func text(_ path: String) -> String {
    ProjectFiles.text(.init(filePath: path))
  }

  private static func read(_ text: String) -> Pipeline {
    Pipeline.read(SourceText(name: "paper.txt", text: text))
  }
}

/// A repeatable order.
private struct Muddle: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
