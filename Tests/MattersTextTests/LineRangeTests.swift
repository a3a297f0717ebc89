import MattersText
import Testing

/// Runs of lines.
@Suite struct LineRangeTests {
  @Test func theLastLineIsNeverBeforeTheFirst() {
    #expect(LineRange(5, 3) == LineRange(5, 5))
  }

  @Test(arguments: [
    (LineRange(1, 2), LineRange(5, 6), LineRange(1, 6)),
    (LineRange(5, 6), LineRange(1, 2), LineRange(1, 6)),
    (LineRange(1, 9), LineRange(3, 4), LineRange(1, 9)),
    (LineRange(2, 2), LineRange(2, 2), LineRange(2, 2)),
  ]) func theUnionHoldsBoth(_ a: LineRange, _ b: LineRange, _ both: LineRange) {
    #expect(a.union(b) == both)
  }

  @Test func earlierAndShorterComeFirst() {
    let sorted = [LineRange(1, 1), LineRange(1, 4), LineRange(2, 2), LineRange(2, 3)]
    #expect(sorted.reversed().sorted() == sorted)
  }
}
