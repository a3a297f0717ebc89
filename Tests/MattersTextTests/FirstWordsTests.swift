import MattersTestSupport
import MattersText
import Testing

/// What text may begin with, told by its first word's bytes, against folding all of it.
@Suite struct FirstWordsTests {
  private let beginnings = FirstWords(["target date", "rag", "what we asked", "ateb", "tŷ"])

  @Test func textMayBeginAsAPhraseDoes() {
    for text in [
      "Target date", "TARGET", "  rag: Amber", "(Rag)", "'What' now", "w'hat", "Tŷ",
      // Beyond ASCII it is not told by bytes.
      "\u{2018}Rag\u{2019}", "RÁG", "Rag\u{301}",
    ] {
      #expect(beginnings.mayBegin(text), "\(text)")
    }
    for text in [
      "", " ", "- :", "Targets", "Targe", "Ra-g", "What's", "The target date", "we asked", "3 rag",
    ] {
      #expect(!beginnings.mayBegin(text), "\(text)")
    }
    #expect(FirstWords([""]).mayBegin(" -"))
    #expect(!FirstWords([]).mayBegin("anything"))
  }

  @Test func aRangeIsAskedAlone() {
    let bytes = Array("The rag rating".utf8)
    #expect(beginnings.mayBegin(bytes, ByteRange(4, 14)))
    #expect(!beginnings.mayBegin(bytes, ByteRange(0, 14)))
    #expect(!beginnings.mayBegin(bytes, ByteRange(4, 6)))
    #expect(!beginnings.mayBegin(bytes, ByteRange(4, 4)))
  }

  @Test func aMeaningIsFoundWhereFoldingAllFindsIt() {
    let words = ["Due", "date", "BY", "when", "–", "(s)", "O\u{2019}Brien", "é", "and", "'", "2"]
    let known = KeyTable([
      (key: "due date", value: 1), (key: "by when", value: 2), (key: "obrien", value: 3),
      (key: "é", value: 4), (key: "2 due s", value: 5), (key: "due", value: 6),
    ])
    var random = SplitMix64(seed: 11)
    var found = 0
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 0...3, using: &random))
        .map { _ in words[Int.random(in: words.indices, using: &random)] }.joined(separator: " ")
      let meaning = known[MatchKey(text).description]
      #expect(known.meaning(of: text) == meaning, "\(text)")
      if meaning != nil { found += 1 }
    }
    #expect((500...4_000).contains(found))
  }
}
