import MattersRecords
import Testing

/// Names of records, built from what they say.
@Suite struct RecordIDTests {
  @Test(arguments: [
    (["2022-10-11", "111", "(a)"], "vote-2022-10-11-111-a"),
    (["2022-10-11", nil, ""], "vote-2022-10-11"),
    ([], "vote"),
    (["  --  "], "vote"),
    (["O'Brien’s list"], "vote-obriens-list"),
    (["Siân LLŶR"], "vote-siân-llŷr"),
    (["112/23", "1.1.2."], "vote-112-23-1-1-2"),
    (["£150,000 – “dimmed”"], "vote-150-000-dimmed"),
  ]) func aNameIsItsPartsInSmallLetters(_ parts: [String?], _ name: String) {
    #expect(RecordID(kind: .vote, parts: parts).description == name)
  }

  @Test func aLetterInTwoHalvesIsTheSameLetter() {
    #expect(
      RecordID(kind: .vote, parts: ["Sia\u{302}n"]) == RecordID(kind: .vote, parts: ["Si\u{E2}n"]))
  }

  @Test func aLongTextIsCutShort() {
    let long = RecordID(kind: .vote, parts: [String(repeating: "words ", count: 50)]).description
    #expect(long.utf8.count <= 70)
    #expect(!long.hasSuffix("-"))
  }

  @Test(arguments: RecordKind.allCases) func aNameIsSafeInAShell(_ kind: RecordKind) {
    let name = RecordID(kind: kind, parts: ["; rm -rf $HOME `x` \"'\\ \n\t&|<>*?~#!(){}[]"])
      .description
    #expect(name == "\(kind.rawValue)-rm-rf-home-x")
  }

  @Test func namesAreInOrderOfTheirLetters() {
    #expect(RecordID("a-10") < RecordID("a-9"))
    #expect(RecordID("a") < RecordID("b"))
  }
}
