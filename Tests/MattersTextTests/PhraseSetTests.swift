import MattersTestSupport
import MattersText
import Testing

/// Phrases and signs looked for together, against looking for each alone.
@Suite struct PhraseSetTests {
  @Test func aPhraseIsMetAsWholeWords() {
    let phrases: PhraseSet = ["will be sent", "in part", "and", "a"]
    for text in ["It will be sent.", "Will be\tsent", "Part, in part", "salt and pepper", "a"] {
      #expect(phrases.isIn(MatchKey(text)), "\(text)")
    }
    for text in ["it will be sentenced", "goodwill be sent", "in parts", "", "sandwich", "aa"] {
      #expect(!phrases.isIn(MatchKey(text)), "\(text)")
    }
    #expect(!PhraseSet([]).isIn(MatchKey("anything")))
  }

  @Test func phrasesAreFoundWhereALookForEachFindsThem() {
    let words = ["duck", "pond", "ponds", "will", "be", "fed", "bread", "ducks", "é", "9"]
    var random = SplitMix64(seed: 7)
    func some(_ most: Int) -> String {
      (0..<Int.random(in: 1...most, using: &random))
        .map { _ in words[Int.random(in: words.indices, using: &random)] }.joined(separator: " ")
    }
    var found = 0
    for _ in 0..<1_500 {
      let phrases = (0..<4).map { _ in some(3) }
      let text = some(7)
      let isThere = phrases.contains { (" " + text + " ").contains(" " + $0 + " ") }
      #expect(PhraseSet(phrases).isIn(MatchKey(text)) == isThere, "\(phrases) in \(text)")
      if isThere { found += 1 }
    }
    #expect((300...1_200).contains(found))
  }

  @Test func aSignIsMetAnywhereLetterCaseAside() {
    let signs: SignSet = ["asked that", "would welcome", "undert"]
    func has(_ text: String) -> Bool {
      let bytes = Array(text.utf8)
      return signs.isIn(bytes, ByteRange(0, bytes.count))
    }
    for text in ["Members ASKED that", "he undertook", "asked asked that", "xxwould welcome"] {
      #expect(has(text), "\(text)")
    }
    for text in ["", "a", "asked tha", "under", "would  welcome"] { #expect(!has(text), "\(text)") }
    let bytes = Array("asked that".utf8)
    #expect(!signs.isIn(bytes, ByteRange(1, 10)))
    #expect(!signs.isIn(bytes, ByteRange(0, 9)))
  }
}
