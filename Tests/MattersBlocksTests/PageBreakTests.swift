import MattersTestSupport
import Testing

/// What page breaks, running heads and hard wrapping do to prose.
@Suite struct PageBreakTests {
  private static func expect(_ text: String, _ blocks: String) {
    expectSame(dump(text), blocks.split(separator: "\n").map(String.init))
  }

  @Test func aSentenceCutByAPageBreakIsMadeWhole() {
    Self.expect(
      "- (a) The Committee asked for a report on the ponds of the borough, which had\n\nPage 3 of 9\n\nbeen promised in May.\n",
      """
      1-5 item [(a)] The Committee asked for a report on the ponds of the borough, which had been promised in May.
      3 furniture page_number
      """)
  }

  @Test func aSentenceThatEndedIsNotJoined() {
    Self.expect(
      "The Committee considered a report on the ponds of the borough.\n\niPads were used.\n",
      """
      1 paragraph The Committee considered a report on the ponds of the borough.
      3 paragraph iPads were used.
      """)
  }

  @Test func linesWithoutAGapAreParagraphsOfTheirOwn() {
    Self.expect(
      "Councillor Ash\nCouncillor Birch\nand others\n",
      """
      1 paragraph Councillor Ash
      2 paragraph Councillor Birch
      3 paragraph and others
      """)
  }

  @Test func aHeadingPrintedTwiceIsOne() {
    Self.expect(
      "**7. PONDS**\n\n12\n\n**7. PONDS**\n\nThe Committee met.\n",
      """
      1-5 item bold [7.] PONDS
      3 furniture page_number
      7 paragraph The Committee met.
      """)
  }

  @Test func wordsGoOnAfterAHeadingPrintedTwice() {
    let head = "A REPORT ON THE PONDS OF THE BOROUGH AND ON ALL THAT SWIMS AND GROWS IN THEM"
    Self.expect("\(head)\n\n\(head)\n\nfor the year\n", "1-5 paragraph \(head) for the year")
  }

  @Test(arguments: ["7", "123", "Page 3", "page 3 of 12", "Page 12", "PAGE 4 OF 9"])
  func aPageNumberIsFurniture(_ line: String) {
    Self.expect(
      "One.\n\n\(line)\n\nTwo.\n", "1 paragraph One.\n3 furniture page_number\n5 paragraph Two.")
  }

  @Test(arguments: ["12345", "Page three", "Page 3 is missing from the pack", "Pages 3 to 4"])
  func whatIsNoPageNumberIsKept(_ line: String) {
    Self.expect("\(line)\n", "1 paragraph \(line)")
  }

  @Test(arguments: ["---", "* * *", "_____", "**", "...", "\u{0C}-\u{0C}", "|"])
  func marksWithoutAWordAreFurniture(_ line: String) {
    Self.expect("\(line)\n", "1 furniture marks_only")
  }

  @Test func hardWrappedLinesAreMadeWhole() {
    Self.expect(
      """
      7. PONDS

      The Committee considered a report of the Head of Ponds on the
      state of the ponds of the borough, and asked why three of them
      had been without ducks since the spring, when all of the ducks
      had been counted.

      And that the following information requests be made:

      (a) A list of the ponds that have been without ducks, with the
          name of the keeper of each of them; and
      (b) The cost of bread.

      The meeting ended at four o'clock, after all of the ponds had
      been named.
      """,
      """
      1 item [7.] PONDS
      3-6 paragraph The Committee considered a report of the Head of Ponds on the state of the ponds of the borough, and asked why three of them had been without ducks since the spring, when all of the ducks had been counted.
      8 paragraph And that the following information requests be made:
      10-11 item [(a)] A list of the ponds that have been without ducks, with the name of the keeper of each of them; and
      12 item [(b)] The cost of bread.
      14-15 paragraph The meeting ended at four o'clock, after all of the ponds had been named.
      """)
  }

  @Test func anEmptyPaperHasNoBlocks() {
    for text in ["", "\n", " \n\t\n\u{0C}\n"] { #expect(dump(text) == []) }
  }
}
