import MattersArising
import MattersTestSupport
import Testing

@testable import MattersEvaluation

@Suite struct PlainWordsTests {
  static let cases: [(String, String)] = [
    ("The Ponds, the \u{201C}Mill\u{201D} and the Weir.", "the ponds the mill and the weir"),
    ("dredge the pond; and", "dredge the pond"),
    ("dredge the pond, or. ;", "dredge the pond"),
    ("dredge; and; or", "dredge and"),
    ("a pond and", "a pond and"),
    ("xor", "xor"),
    (";and", ""),
    ("£5,000 \u{2013} 5% (R&D) 1/2 a.b Ash\u{2019}s", "£5 000 - 5% r&d 1/2 a.b ash's"),
    ("- . the - weir . -", "the - weir"),
    (
      "caf\u{E9} na\u{EF}ve \u{BD} \u{2460} snake_case",
      "caf\u{E9} na\u{EF}ve \u{BD} \u{2460} snake_case"
    ),
    // A combining accent is no letter, so it parts the word, here as in the rule.
    ("cafe\u{301} x", "cafe x"),
    ("a\u{A0}b\u{2003}c\u{200B}d", "a b c d"),
    ("", ""),
    ("...", ""),
  ]

  @Test(arguments: cases) func foldsText(_ text: String, _ want: String) {
    #expect(String(decoding: PlainText.fold(text), as: UTF8.self) == want)
  }

  @Test func readsEveryKindOfValue() {
    var table = WordTable()
    let value = JSONValue(#"["Ash; and", 5, true, null, [], ["Elm", "Oak"]]"#)
    let words = table.words(value)
    #expect(table.spelling(words) == "ash | 5 | true | none | | elm | oak")
    #expect(table.words(nil, .string("x")).words == table.words(.string(""), .string("X.")).words)
  }
}

@Suite struct WordLikenessTests {
  private func words(_ numbers: some Sequence<Int32>) -> PlainWords { PlainWords(Array(numbers)) }

  @Test func reachesNineTenthsExactly() {
    #expect(WordLikeness.share(words(1...10), words([1, 2, 3, 4, 5, 6, 7, 8, 9, 11])) == 0.9)
    #expect(WordLikeness.share(words(1...9), words([1, 2, 3, 4, 5, 6, 7, 8, 11])) == 0)
    #expect(WordLikeness.share(words([]), words([])) == 1)
    #expect(WordLikeness.share(words([]), words([1])) == 0)
  }

  @Test func ordersCount() {
    #expect(WordLikeness.share(words([1, 2, 3, 4]), words([4, 3, 2, 1])) == 0)
  }

  /// Against the plain table of every cell, on texts near the threshold.
  @Test func isTheLongestCommonSubsequence() {
    var random = SplitMix64(seed: 7)
    var reached = 0
    for _ in 0..<400 {
      let x = (0..<Int32.random(in: 1...60, using: &random)).map { _ in
        Int32.random(in: 0...12, using: &random)
      }
      var y = x
      for _ in 0..<Int.random(in: 0...max(1, x.count / 6), using: &random) {
        let place = Int.random(in: 0...y.count, using: &random)
        if Bool.random(using: &random) || place == y.count {
          y.insert(99, at: place)
        } else {
          y.remove(at: place)
        }
      }
      let share = 2 * Double(plainTable(x, y)) / Double(x.count + y.count)
      let want = x == y ? 1 : share >= 0.9 ? share : 0
      #expect(WordLikeness.share(words(x), words(y)) == want)
      if want > 0 { reached += 1 }
    }
    #expect((100..<400).contains(reached))
  }

  private func plainTable(_ x: [Int32], _ y: [Int32]) -> Int {
    var row = [Int](repeating: 0, count: y.count + 1)
    for u in x {
      var diagonal = 0
      for (j, v) in y.enumerated() {
        (diagonal, row[j + 1]) = (row[j + 1], u == v ? diagonal + 1 : max(row[j + 1], row[j]))
      }
    }
    return row[y.count]
  }
}
