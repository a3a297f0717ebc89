import MattersBlocks
import MattersText
import Testing

/// Text whose layout is told by spaces, as `pdftotext -layout` gives it, and by Markdown's marks.
@Suite struct DialectTests {
  // MARK: - Pages

  private static let page =
    "14   AIR QUALITY\n\n     The Head of Waste introduced the report. Of the thirty measures in\n"
    + "     the plan nineteen were finished, eight were under way and three had\n"
    + "     not been begun.\n\n     RESOLVED:\n\n"

  @Test func readsWhatAPageBreakCutAsOneItem() {
    let text =
      Self.page + "     1.   That Cabinet be asked to fund a second year of the patrols from\n"
      + "          the parking\n\n\n                                                Page 1 of 2\n"
      + "\u{0C}MARLOW COMMITTEE, 8 MAY 2031\n\n          account.\n\n"
      + "     2.   That the report be noted.\n\n"
      + "                                                Page 2 of 2\n"
      + "\u{0C}MARLOW COMMITTEE, 8 MAY 2031\n\n     The meeting ended at nine.\n"
    #expect(
      dump(text) == [
        "1 item [14] AIR QUALITY",
        "3-5     paragraph The Head of Waste introduced the report. Of the thirty measures in the "
          + "plan nineteen were finished, eight were under way and three had not been begun.",
        "7     paragraph RESOLVED:",
        "9-16     item [1.] That Cabinet be asked to fund a second year of the patrols from the "
          + "parking account.",
        "13 furniture page_number",
        "14 furniture running_head",
        "18     item [2.] That the report be noted.",
        "20 furniture page_number",
        "21 furniture running_head",
        "23     paragraph The meeting ended at nine.",
      ])
  }

  @Test func keepsTheTitleThatRunsAsAHeadOnLaterPages() {
    let text =
      "MARLOW COUNCIL\n\n   Agenda\n\n   1   Minutes\n   2   Bridges\n\u{0C}MARLOW COUNCIL\n\n"
      + "   3   Weirs\n"
    #expect(
      dump(text).filter { $0.contains("MARLOW") || $0.contains("running") } == [
        "1 paragraph MARLOW COUNCIL", "7 furniture running_head",
      ])
  }

  // MARK: - Columns

  private static let tracker =
    "Ref    Topic       Request                     Response            Status\n\n"
    + "ML/1   Bins        A list of the streets that  List sent on 4      Closed\n"
    + "                   have no bin.                May 2031.\n\n"
    + "ML/2   Ferries     The number of late          Awaited.            Open\n"
    + "                   ferries since\n"

  @Test func readsWrappedCellsAndRowsCutByAPageBreak() {
    let text =
      Self.tracker + "\n\n                               7\n\u{0C}\n"
      + "                   January 2030.\n\n"
      + "ML/3   Weirs       The cost of the fish pass.                      Open\n"
    #expect(
      dump(text).filter { $0.contains("row") } == [
        "1 row table=0 | Ref | Topic | Request | Response | Status |",
        "3-4 row table=0 | ML/1 | Bins | A list of the streets that have no bin. | "
          + "List sent on 4 May 2031. | Closed |",
        "6-12 row table=0 | ML/2 | Ferries | The number of late ferries since January 2030. | "
          + "Awaited. | Open |",
        "14 row table=0 | ML/3 | Weirs | The cost of the fish pass. |  | Open |",
      ])
  }

  @Test func takesAHeaderPrintedAgainForFurniture() {
    let text =
      Self.tracker
      + "\u{0C}Ref    Topic       Request                     Response            Status\n"
      + "\nML/3   Weirs       The cost of the pass.       None.               Open\n"
    let lines = dump(text)
    #expect(lines.contains("8 furniture repeated_table_header"))
    #expect(lines.last == "10 row table=0 | ML/3 | Weirs | The cost of the pass. | None. | Open |")
  }

  @Test func beginsRowsWithoutBlankLinesWhereAFinishedCellBeginsAgain() {
    let text =
      "\u{0C}Subject        Request                Answer\n"
      + "Bins in        A list of streets      Sent.\nMarlow         that have no bin.\n"
      + "               for each ward\nFerries        The late ferries.      Awaited.\n"
      + "Weirs          The fish pass.         Awaited.\n"
    #expect(
      dump(text) == [
        "1 row table=0 | Subject | Request | Answer |",
        "2-4 row table=0 | Bins in Marlow | A list of streets that have no bin. for each ward | "
          + "Sent. |",
        "5 row table=0 | Ferries | The late ferries. | Awaited. |",
        "6 row table=0 | Weirs | The fish pass. | Awaited. |",
      ])
  }

  @Test func endsWhatBlanksSetOutWhereTabsPartACellFromTheNext() {
    let text =
      "\u{0C}The group recommends that:\n\n     R1   The weir should be mended\n"
      + "          in spring.\n\n     R2   The gate should be shut.\n\n"
      + "Rec\tReply\tDecision\tLead\nR1\tA mason is found.\tAgreed\tWarden\n"
      + "R2\tIt is shut.\tNoted\t\n"
    #expect(
      dump(text).filter { $0.contains("row") } == [
        "8 row table=0 | Rec | Reply | Decision | Lead |",
        "9 row table=0 | R1 | A mason is found. | Agreed | Warden |",
        "10 row table=0 | R2 | It is shut. | Noted |  |",
      ])
  }

  // MARK: - Lists beside their labels

  @Test func readsAttendanceInColumnsARowForEachLine() {
    let text =
      "Present:         Councillor Ada Ash (Chair)        Councillor Cy Cole\n"
      + "                 Councillor Bea Birch              Councillor Di Dale (substitute\n"
      + "                                                   for Councillor Eve Elm)\n\n"
      + "Officers:        Flo Fern                          Head of Waste\n"
      + "                 Guy Gorse                         Clerk\n"
    #expect(
      dump(text) == [
        "1 row table=0 | Present: | Councillor Ada Ash (Chair) | Councillor Cy Cole |",
        "2-3 row table=0 |  | Councillor Bea Birch | "
          + "Councillor Di Dale (substitute for Councillor Eve Elm) |",
        "5 row table=0 | Officers: | Flo Fern | Head of Waste |",
        "6 row table=0 |  | Guy Gorse | Clerk |",
      ])
  }

  @Test func readsLabelsInTheMarginAsParagraphs() {
    let text =
      "Report to:       Marlow Committee\n\nReport title:    Ferries: how they run in winter and\n"
      + "                 what they cost\n\nPresent:         Cllr A Ash\n"
      + "                 Cllr B Birch\n                 Mr C Cole\n\n"
      + "                                                   Action: Clerk\n"
    #expect(
      dump(text).map { $0.drop { $0 != "p" } } == [
        "paragraph Report to: Marlow Committee",
        "paragraph Report title: Ferries: how they run in winter and what they cost",
        "paragraph Present: Cllr A Ash", "paragraph Cllr B Birch", "paragraph Mr C Cole",
        "paragraph Action: Clerk",
      ])
  }

  @Test func putsSpacedTitlesTogether() {
    let text =
      "                    A G E N D A\n\n1    Minutes       3\n2    Ferries       9\n\u{0C}"
    #expect(dump(text).first?.hasSuffix("paragraph AGENDA") == true)
  }

  // MARK: - Markdown

  @Test func readsPipeTables() {
    let text = """
      ## 14 AIR QUALITY

      | Ref | Request | Answer |
      |:----|---------|-------:|
      | 1 | \\(a\\) Bins \\| carts | Sent.<br>In two parts. |
      | 2 | **Ferries** | |

      | 3 | Weirs | None. |
      |---|---|---|
      """
    #expect(
      dump(text) == [
        "1     heading [14] AIR QUALITY",
        "3 row table=0 | Ref | Request | Answer |",
        "4 furniture table_rule",
        "5 row table=0 | 1 | (a) Bins | carts | Sent. In two parts. |",
        "6 row table=0 | 2 | Ferries |  |",
        "8 row table=0 | 3 | Weirs | None. |",
        "9 furniture table_rule",
      ])
  }

  @Test func readsDrawnTables() {
    let text = """
      +---------+-------------------+
      | Ref     | Request           |
      +=========+===================+
      | 1       | A list of streets |
      |         | without bins.     |
      |         |                   |
      |         | In two parts.     |
      +---------+-------------------+
      |         | Ferries           |
      +---------+-------------------+
      """
    #expect(
      dump(text).filter { $0.contains("row") } == [
        "2 row table=0 | Ref | Request |",
        "4-7 row table=0 | 1 | A list of streets without bins. In two parts. |",
        "9 row table=0 |  | Ferries |",
      ])
  }

  @Test func passesOverWhatConvertersLeaveForPictures() {
    let text =
      "<!-- image -->\n\n![](page_1.png)\n\n{4}----------------\n\n> \\(b\\) That it be noted.\n"
    #expect(
      dump(text) == [
        "1 furniture marks_only", "3 furniture marks_only", "5 furniture page_number",
        "7   item [(b)] That it be noted.",
      ])
  }

  // MARK: - Recognition

  @Test func saysWhenTheDialectIsInDoubt() {
    let text = "a\tb\nWord    word\nWord    word\nWord     word\nc\td\n"
    let paper = TextReader.read(SourceText(name: "test", text: text))
    #expect(paper.diagnostics.isEmpty)
    let tied = TextReader.read(
      SourceText(name: "test", text: "a\tb\nc\td\nAsh    Ba\nBay    Ca\nCay    Da\nDay    Ea\n"))
    #expect(tied.diagnostics.map(\.id) == ["dialect.tie"])
  }
}
