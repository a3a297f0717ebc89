import MattersTestSupport
import Testing

/// Rows of cells between tabs, and what page breaks do to them.
@Suite struct TableTests {
  private static func expect(_ text: String, _ blocks: String) {
    expectSame(dump(text), blocks.split(separator: "\n").map(String.init))
  }

  @Test func tabsMakeCells() {
    Self.expect(
      "Ref\tRequest\tResponse\n1\tA **list**\t\n\t\tSoon\n",
      """
      1 row table=0 | Ref | Request | Response |
      2 row table=0 | 1 | A list |  |
      3 row table=0 |  |  | Soon |
      """)
  }

  @Test func aTableOfTagsInMarkdownIsRead() {
    Self.expect(
      "# Ponds\n\n<table>\n<thead>\n<tr class=\"header\">\n<th><p>Ref</p></th>\n"
        + "<th>Request</th>\n</tr>\n</thead>\n<tr><td>1</td>\n<td><p>A list,</p>\n"
        + "<p>and a map</p></td></tr>\n</table>\n\nWords\n",
      """
      1   heading Ponds
      3-4 furniture table_rule
      5-8 row table=0 | Ref | Request |
      9 furniture table_rule
      10-12 row table=0 | 1 | A list, and a map |
      13 furniture table_rule
      15 paragraph Words
      """)
    Self.expect("<table>\n<td>never ends\n", "1 paragraph \n2 paragraph never ends\n")
  }

  @Test func aDrawnTableIsReadByItsRulesAndBars() {
    Self.expect(
      """
      Ponds

      +-----+----------------+------+
      | Ref | Request        | Done |
      +=====+================+======+
      | 1   | A list of      |      |
      |     | ponds          |      |
      |     |                |      |
      |     | And a | map    |      |
      +-----+----------------+------+
      | 2   | Nets           | 12   |
      +-----+----------------+------+
      """,
      """
      1 paragraph Ponds
      3 furniture marks_only
      4 row table=0 | Ref | Request | Done |
      5 furniture marks_only
      6-9 row table=0 | 1 | A list of ponds And a | map |  |
      10 furniture marks_only
      11 row table=0 | 2 | Nets | 12 |
      12 furniture marks_only
      """)
  }

  @Test func proseEndsATable() {
    Self.expect(
      "Ref\tRequest\nThe plan:\nRef\tRequest\n",
      """
      1 row table=0 | Ref | Request |
      2 paragraph The plan:
      3 row table=1 | Ref | Request |
      """)
  }

  @Test func aCellCutByAPageBreakIsMadeWhole() {
    Self.expect(
      "Ref\tRequest\tResponse\n1\tA list of\tThe list\n\n12\n\n\tponds\tis attached\n\n\t\tand sent.\n",
      """
      1 row table=0 | Ref | Request | Response |
      2-8 row table=0 | 1 | A list of ponds | The list is attached and sent. |
      4 furniture page_number
      """)
  }

  @Test func aRowThatBeginsAtTheLeftIsNoCutOffCell() {
    Self.expect(
      "1\tA list\n\n2\tA map\n",
      """
      1 row table=0 | 1 | A list |
      3 row table=0 | 2 | A map |
      """)
  }

  @Test func aHeaderPrintedAgainIsFurniture() {
    Self.expect(
      "Ref\tRequest\n1\tA list\n\n7\n\nREF\t**Request**\n\n2\tA map\n",
      """
      1 row table=0 | Ref | Request |
      2 row table=0 | 1 | A list |
      4 furniture page_number
      6 furniture repeated_table_header
      8 row table=0 | 2 | A map |
      """)
  }

  @Test func rulesAndKeysAreFurniture() {
    Self.expect(
      "Ref\tRequest\n---\t:--:\nKey\tRed\tAmber\tGreen\n1\tKey\nKey\tmap\n",
      """
      1 row table=0 | Ref | Request |
      2 furniture table_rule
      3 furniture key_row
      4 row table=0 | 1 | Key |
      5 row table=0 | Key | map |
      """)
  }

  @Test func aSentenceGoesOnPastAKey() {
    Self.expect(
      "The Committee considered a report on the ponds of the borough, which had\n\nKey\tRed\tAmber\tGreen\n\nbeen asked for in May.\n",
      """
      1-5 paragraph The Committee considered a report on the ponds of the borough, which had been asked for in May.
      3 furniture key_row
      """)
  }

  @Test func aLineOfTabsHoldsNothing() {
    Self.expect(
      "1\tA list\n\t\t\t\n2\tA map\n", "1 row table=0 | 1 | A list |\n3 row table=0 | 2 | A map |")
  }

  @Test func cutRowsWithoutEndStayInProportion() {
    let text = "Ref\tRequest\n1\tA\n" + String(repeating: "\n\tmore words of it\n", count: 3_000)
    let rows = dump(text)
    #expect(rows.count > 90)
    #expect(rows.allSatisfy { $0.count < 1_000 })
  }
}
