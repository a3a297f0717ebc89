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
}
