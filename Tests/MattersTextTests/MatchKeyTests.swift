import MattersTestSupport
import MattersText
import Testing

/// Words in the form in which they are compared.
@Suite struct MatchKeyTests {
  @Test(arguments: [
    ("Councillor O'Brien", "Councillor O’Brien"),
    ("O‘Brien", "OBRIEN"),
    ("Si\u{E2}n Ll\u{177}r", "SIA\u{302}N LLY\u{302}R"),
    ("Children and Young People", "CHILDREN  AND\tYOUNG\nPEOPLE"),
    ("follow-up report", "follow – up report"),
    ("The register is attached; and", "The register is attached."),
    ("a list of ponds; or", "A list of ponds"),
    ("£150,000 a year", "150,000 a year"),
    ("(a) “dimming”", "a 'dimming'"),
    ("Head of Highways & Waste", "Head of Highways / Waste"),
  ]) func theSameWordsHaveTheSameKey(_ a: String, _ b: String) {
    #expect(MatchKey(a) == MatchKey(b))
    #expect(MatchKey(a).hashValue == MatchKey(b).hashValue)
  }

  @Test(arguments: [
    ("Siân", "Sian"), ("11 lamps", "1 1 lamps"), ("and", "or lamps"), ("re-sign", "resign"),
    ("ponds and ducks", "ponds ducks"), ("Llŷr", "Llyr"),
  ]) func otherWordsHaveAnotherKey(_ a: String, _ b: String) {
    #expect(MatchKey(a) != MatchKey(b))
  }

  @Test(arguments: [
    ("The Cost of “dimming”, in £ a year.", "the cost of dimming in a year"),
    ("Ward-by-ward (2022/23)", "ward by ward 2022 23"),
    ("½ day", "½ day"),
    ("", ""), ("–", ""), ("; and", ""), ("and", ""),
  ]) func theKeyIsReadable(_ text: String, _ key: String) {
    #expect(MatchKey(text).description == key)
    #expect(MatchKey(text).isEmpty == key.isEmpty)
  }

  @Test func foldingAgainChangesNothing() {
    for text in ["Head of Highways and Waste", "O'Brien’s “list”; or else", "Cyngor Môn – 5"] {
      let key = MatchKey(text)
      #expect(MatchKey(key.description) == key)
      #expect(key.words.joined(separator: " ") == key.description)
    }
  }

  /// Folding takes a short way through bytes where it can; the characters themselves are the judge.
  @Test func theShortWayFoldsAsTheCharactersDo() {
    let pieces = [
      "a", "Z", "q", "9", "0", " ", "\t", "\n", "'", "\u{2019}", "\u{2018}", "-", "\u{2013}",
      "\u{2026}", "\u{201C}", "\u{2022}", "é", "É", "ß", "×", "÷", "Ŵ", "ŷ", "A\u{302}", "½", "²",
      "£", "\u{A0}", "\u{AD}", "\u{200D}", "\u{202A}", "✓", "İ", "日", ".", "and", " and", " or",
    ]
    var random = SplitMix64(seed: 20_261_121)
    for _ in 0..<4_000 {
      let count = Int.random(in: 0...12, using: &random)
      let text = (0..<count).map { _ in pieces[Int.random(in: pieces.indices, using: &random)] }
        .joined()
      #expect(MatchKey.words(text) == foldedByCharacters(text), "\(text.debugDescription)")
    }
  }

  private func foldedByCharacters(_ text: String) -> [String] {
    var words = [""]
    for character in text.lowercased() {
      if character.isLetter || character.isNumber {
        words[words.count - 1].append(character)
      } else if !"'\u{2018}\u{2019}".contains(character) {
        words.append("")
      }
    }
    words.removeAll { $0.isEmpty }
    if let last = words.last, ["and", "or"].contains(last) { words.removeLast() }
    return words
  }
}
