import MattersTestSupport
import MattersText
import Testing

/// Stems and signs looked for together, against looking for one after the other.
@Suite struct WordStemsTests {
  private static let words = WordStems.words.map(\.description)

  /// Words with stems among them: whole, cut short, run together, in capitals.
  private static func text(_ random: inout SplitMix64) -> String {
    let fillers = ["", " ", ". ", "pond", "\u{2019}", "é", "agen", "minut", "A G E N D A", "\n"]
    return (0..<Int.random(in: 0...6, using: &random)).map { _ in
      let pieces = Bool.random(using: &random) ? words : fillers
      let piece = pieces[Int.random(in: pieces.indices, using: &random)]
      return Bool.random(using: &random) ? piece : piece.uppercased()
    }.joined()
  }

  private static func stems(_ text: String) -> WordStems {
    let bytes = Array(text.utf8)
    return WordStems(bytes, ByteRange(0, bytes.count))
  }

  @Test func eachStemHasABitOfItsOwn() {
    #expect(Self.words.count <= 63)
    #expect(Set(Self.words).count == Self.words.count)
    for word in Self.words {
      #expect(word.utf8.count >= 5 && word == word.lowercased(), "\(word)")
    }
  }

  @Test func aStemIsFoundWhereverItStands() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<3_000 {
      let text = Self.text(&random)
      var expected: WordStems = .anything
      for (index, word) in Self.words.enumerated() where text.place(of: word) != nil {
        expected.insert(WordStems(rawValue: 1 << UInt64(index)))
      }
      expectSame(Self.stems(text).rawValue, expected.rawValue, text)
    }
  }

  @Test func onlyTheRangeIsLookedAt() {
    let bytes = Array("the agenda of it".utf8)
    let agenda = WordStems(ofAny: ["agenda"])
    #expect(WordStems(bytes, ByteRange(4, 10)).meets(agenda))
    #expect(!WordStems(bytes, ByteRange(5, 16)).meets(agenda))
    #expect(!WordStems(bytes, ByteRange(0, 9)).meets(agenda))
  }

  @Test func wordsWithoutTheStemsOfSomeSignsHoldNoneOfThem() {
    let sets: [(set: SignSet, signs: [String])] = [
      (
        ["thank you for your letter", "your report"], ["thank you for your letter", "your report"]
      ),
      (["pond"], ["pond"]), (["ag", "minutes"], ["ag", "minutes"]),
      (["agenda", "agreed to"], ["agenda", "agreed to"]), ([], []),
      (["committee\u{2019}s"], ["committee\u{2019}s"]),
    ]
    var random = SplitMix64(seed: 7)
    var found = 0
    for _ in 0..<3_000 {
      var text = Self.text(&random)
      let (set, signs) = sets[Int.random(in: sets.indices, using: &random)]
      if Bool.random(using: &random), let sign = signs.last { text += sign + Self.text(&random) }
      let isIn = signs.contains { text.place(of: $0) != nil }
      #expect(set.isIn(text) == isIn, "\(signs) in \(text.debugDescription)")
      if isIn {
        #expect(Self.stems(text).meets(set.stems), "\(signs) in \(text.debugDescription)")
        found += 1
      }
    }
    #expect((500...2_900).contains(found))
  }
}
