import MattersArising
import MattersEvaluation
import Testing

@Suite struct BaselineTests {
  private func accuracy(found: Int, of gold: Int, kind: RecordKind = .minute) -> Accuracy {
    var tally = Tally()
    (tally.gold, tally.read, tally.found) = (gold, gold, found)
    (tally.placed, tally.exact, tally.lines) = (found, found, found)
    var accuracy = Accuracy()
    accuracy.kinds[kind] = tally
    return accuracy
  }

  @Test func isReadAsItWasWritten() throws {
    let baseline = Baseline(accuracy(found: 2, of: 3))
    let read = try #require(Baseline(json: baseline.json))
    #expect(read.changes(to: baseline).isEmpty)
    #expect(read.json == baseline.json)
    #expect(
      baseline.json == """
        {
          "all":{"precision":0.6667,"recall":0.6667,"f1":0.6667,"exact":1.0000,"lines":1.0000,"values":0.0000},
          "minute":{"precision":0.6667,"recall":0.6667,"f1":0.6667,"exact":1.0000,"lines":1.0000}
        }

        """)
    #expect(Baseline(json: "[]") == nil && Baseline(json: "{}") == nil && Baseline(json: "") == nil)
  }

  @Test func tellsOfGainsAndDrops() {
    let before = Baseline(accuracy(found: 980, of: 1000))
    let fell = before.changes(to: Baseline(accuracy(found: 979, of: 1000)))
    #expect(fell.count == 6 && fell.allSatisfy(\.isDrop))
    #expect(fell.last?.description == "minute f1: 0.9800 -> 0.9790")
    let rose = before.changes(to: Baseline(accuracy(found: 981, of: 1000)))
    #expect(rose.count == 6 && !rose.contains(where: \.isDrop))
  }

  @Test func passesOverRounding() {
    let before = Baseline(accuracy(found: 9800, of: 10_000))
    #expect(before.changes(to: Baseline(accuracy(found: 9796, of: 10_000))).isEmpty)
  }

  /// A kind that is measured no more would otherwise be lost unseen.
  @Test func aKindThatIsGoneIsADrop() {
    let changes = Baseline(accuracy(found: 1, of: 1)).changes(
      to: Baseline(accuracy(found: 1, of: 1, kind: .vote)))
    #expect(changes.filter { $0.subject == "minute" }.count == 5)
    #expect(changes.allSatisfy { $0.isDrop == ($0.subject == "minute") })
    #expect(changes.first?.description == "minute precision: 1.0000 -> none")
  }
}
