import MattersArising
import Testing

@testable import MattersEvaluation

/// The rule on small made-up records.
@Suite struct PaperScoreTests {
  private func score(_ gold: String, _ read: String) -> PaperScore {
    PaperScore(
      output: read.split(separator: "\n").compactMap { JSONValue(String($0)) }, against: Gold(gold))
  }

  private func tally(_ kind: RecordKind, _ gold: String, _ read: String) -> Tally? {
    score(gold, read).accuracy.kinds[kind]
  }

  @Test func findsByWordsLinesAndValues() {
    let score = score(
      """
      {"kind":"action","id":"a","lines":[10,13],"text":"Dredge the mill pond; and","owner":"Head of Ponds","due":"2031-05","confidence":0.5}
      """,
      """
      {"kind":"action","id":"b","lines":[12,13],"text":"dredge the Mill Pond","owner":"Head of Weirs","certainty":"certain","minute":"7"}
      """)
    let tally = score.accuracy.kinds[.action]
    var want = Tally()
    (want.gold, want.read, want.found, want.placed, want.exact, want.lines) = (1, 1, 1, 1, 1, 1)
    want.asked = 2
    #expect(tally == want)
    #expect(
      score.misses.map(\.description) == [
        #"action at lines 10-13: due: gold "2031-05", read """#,
        #"action at lines 10-13: owner: gold "Head of Ponds", read "Head of Weirs""#,
      ])
  }

  @Test func tellsOfWhatIsMissedAndWhatIsNotInGold() {
    let score = score(
      #"{"kind":"action","lines":[1,1],"text":"Dredge the pond"}"#,
      #"{"kind":"action","lines":[1,1],"text":"Paint the sluice"}"#)
    #expect(
      score.misses.map(\.description) == [
        "action at lines 1: missed: dredge the pond",
        "action at lines 1: not in gold: paint the sluice",
      ])
    #expect(score.accuracy.kinds[.action]?.figures[.f1] == 0)
    #expect(score.accuracy.kinds[.action]?.figures[.exact] == nil)
    #expect(score.accuracy.micro[.exact] == 0)
  }

  @Test func strictKeysMustBeTheSameWhereTheGoldHasThem() {
    let read = #"{"kind":"minute","lines":[1,1],"number":"8","title":"Ponds"}"#
    #expect(tally(.minute, #"{"kind":"minute","number":"7","title":"Ponds"}"#, read)?.found == 0)
    #expect(tally(.minute, #"{"kind":"minute","number":"8.","title":"Ponds"}"#, read)?.found == 1)
    #expect(tally(.minute, #"{"kind":"minute","title":"Ponds"}"#, read)?.found == 1)
  }

  /// Of records that say the same, the nearest in place is taken; each is used once.
  @Test func pairsTheMostAlikeFirst() {
    let gold = """
      {"kind":"attendance","name":"Ash","lines":[1,1],"role":"Chair"}
      {"kind":"attendance","name":"Ash","lines":[9,9],"role":"Clerk"}
      """
    let read = """
      {"kind":"attendance","name":"Ash","lines":[9,9],"role":"Clerk"}
      {"kind":"attendance","name":"Ash","lines":[1,1],"role":"Chair"}
      {"kind":"attendance","name":"Ash","lines":[5,5],"role":"Chair"}
      """
    let tally = tally(.attendance, gold, read)
    #expect(tally?.found == 2 && tally?.right == 2 && tally?.lines == 2 && tally?.read == 3)
  }

  /// Where even the place tells nothing, the later of each goes first.
  @Test func tiesGoToTheLater() {
    let gold = """
      {"kind":"attendance","name":"Ash","role":"Chair"}
      {"kind":"attendance","name":"Ash","role":"Clerk"}
      """
    let read = """
      {"kind":"attendance","name":"Ash","role":"Chair"}
      {"kind":"attendance","name":"Ash","role":"Clerk"}
      {"kind":"attendance","name":"Ash","role":"Chair"}
      """
    // Clerk takes the third, Chair the second.
    #expect(tally(.attendance, gold, read)?.right == 0)
  }

  @Test func linesAreRightFromOneHalf() {
    let gold = #"{"kind":"report","title":"Ponds","lines":[1,4]}"#
    #expect(tally(.report, gold, #"{"kind":"report","title":"Ponds","lines":[3,4]}"#)?.lines == 1)
    #expect(tally(.report, gold, #"{"kind":"report","title":"Ponds","lines":[4,4]}"#)?.lines == 0)
    #expect(tally(.report, gold, #"{"kind":"report","title":"Ponds","lines":[3,5]}"#)?.lines == 0)
    #expect(tally(.report, gold, #"{"kind":"report","title":"Ponds"}"#)?.lines == 0)
  }

  @Test func scoresTheKindsOfTheGoldAndOfItsHeader() {
    let header = #"{"kind":"gold","scores":["vote","action"],"none":["vote"]}"#
    let read = """
      {"kind":"vote","lines":[1,1],"for":5}
      {"kind":"minute","lines":[1,1],"title":"Ponds"}
      """
    let kinds = score(header, read).accuracy.kinds
    #expect(Set(kinds.keys) == [.vote, .action])
    #expect(kinds[.vote]?.figures[.precision] == 0 && kinds[.vote]?.figures[.recall] == 1)
    #expect(kinds[.action]?.figures[.f1] == 1)
  }

  @Test func onlyLinesLeaveOutWhatBeginsElsewhere() {
    let gold = """
      {"kind":"gold","only_lines":[[5,8],[20,20]],"scores":["link"],"relations":["tracks"]}
      {"kind":"action","lines":[6,6],"text":"Dredge the pond"}
      """
    let read = """
      {"kind":"action","lines":[4,6],"text":"Dredge the pond"}
      {"kind":"action","lines":[8,30],"text":"Dredge the pond"}
      {"kind":"action","lines":[20,20],"text":"Paint the sluice"}
      {"kind":"link","from":"x","to":"y","relation":"tracks"}
      """
    let kinds = score(gold, read).accuracy.kinds
    #expect(kinds[.action]?.read == 2 && kinds[.action]?.found == 1)
    #expect(kinds[.link]?.read == 1)
  }

  @Test func linksAreFoundByTheRecordsTheirEndsWereFoundAs() {
    let gold = """
      {"kind":"gold","relations":["answers"]}
      {"kind":"link","from":"g1","to":"g2","relation":"tracks"}
      {"kind":"link","from":"g1","to":"g3","relation":"tracks"}
      {"kind":"tracker_entry","id":"g1","lines":[1,1],"text":"the pond levels"}
      {"kind":"information_request","id":"g2","lines":[2,2],"text":"the pond levels"}
      {"kind":"information_request","id":"g3","lines":[3,3],"text":"the weir levels"}
      """
    let read = """
      {"kind":"tracker_entry","id":"r1","lines":[1,1],"text":"the pond levels"}
      {"kind":"link","from":"r1","to":"r2","relation":"tracks","grade":"exact"}
      {"kind":"link","from":"r1","to":"r2","relation":"restates"}
      {"kind":"link","from":"r2","to":"r1","relation":"answers"}
      {"kind":"information_request","id":"r2","lines":[2,2],"text":"The pond levels."}
      """
    let tally = tally(.link, gold, read)
    #expect(tally?.gold == 2 && tally?.read == 2 && tally?.found == 1)
    #expect(tally?.placed == 0 && tally?.asked == 0)
  }

  @Test func tellsWhatOfGoldItCannotRead() {
    let gold = Gold("{\"kind\":\"gold\"}\r\n\r\n{\"kind\":\"pond\"}\r\nponds\n")
    #expect(gold.hasHeader)
    #expect(
      gold.problems == [
        "line 3: not a kind of the contract: pond", "line 4 is no JSON object with a kind",
      ])
  }

  @Test func microWeighsByRecordAndMacroByKind() {
    var accuracy = Accuracy()
    var (many, few, none) = (Tally(), Tally(), Tally())
    (many.gold, many.read, many.found) = (9, 9, 9)
    (few.gold, few.read, few.found) = (1, 1, 0)
    none.gold = 0
    accuracy.kinds = [.minute: many, .vote: few, .action: none]
    #expect(accuracy.micro[.f1] == 0.9)
    #expect(accuracy.macro[.f1] == 0.5)
    #expect(accuracy.macro[.values] == nil)
  }
}
