import MattersBlocks
import MattersFormats
import Testing

/// The blocks of a page as `matters parse --dump blocks` shows them.
private func blocks(_ page: String) throws -> String {
  try PaperForm.read(name: "page.html", contents: Array(page.utf8)).dump()
}

@Suite("Saved web pages")
struct HTMLPaperTests {
  @Test("headings, paragraphs and lists keep their words, labels and lines")
  func prose() throws {
    let dump = try blocks(
      """
      <!DOCTYPE html>
      <html><head><title>Ponds - Reedholme Council</title></head><body>
      <h1>Review of<br>ponds</h1>
      <p>The&nbsp;Head of Ponds
        said &pound;5 &amp; no <b>more</b>.</p>
      <ol type="a"><li>nets be bought;</li><li><p>ducks be counted.</p><p>By whom?</p></li></ol>
      <ol start="3"><li>third</li></ol>
      <ul><li>(i) own label</li><li>no label<ul><li>inner</li></ul></li></ul>
      <p>Date: Tuesday<br>Time: noon<br/>and after</p>
      </body></html>
      """)
    #expect(
      dump == """
        2 heading Reedholme Council
        3   heading Review of ponds
        4-5 paragraph The Head of Ponds said £5 & no more.
        6 item [a.] nets be bought;
        6 item [b.] ducks be counted.
        6 paragraph By whom?
        7 item [3.] third
        8 item [(i)] own label
        8 item no label
        8   item inner
        9 paragraph Date: Tuesday
        9 paragraph Time: noon and after

        """)
  }

  @Test("a cell over rows is said in each, and header rows over one another become one")
  func spans() throws {
    let dump = try blocks(
      """
      <table>
      <tr><th rowspan="2">Pond</th><th colspan="2">Answer</th></tr>
      <tr><th>Words</th><th>Day</th></tr>
      <tr><td rowspan="2">Mill</td><td>Dry<br>and cold</td><td>1 May 2024</td></tr>
      <tr><td><ul><li>Wet</li><li>Warm</li></ul></td><td></td></tr>
      <tr><td colspan="3">Closed ponds</td></tr>
      </table>
      """)
    #expect(
      dump == """
        2-3 row table=0 | Pond | Words | Day |
        4 row table=0 | Mill | Dry and cold | 1 May 2024 |
        5 row table=0 | Mill | Wet Warm |  |
        6 row table=0 | Closed ponds |  |  |

        """)
  }

  @Test("paragraphs inside a cell stay apart")
  func cellParagraphs() throws {
    let paper = try PaperForm.read(
      name: "-", contents: Array("<table><tr><th>A<th>B<tr><td>x<td><p>One</p><p>Two</table>".utf8))
    let last = try #require(paper.blocks.last)
    let cell = try #require(paper.cells(last).last)
    #expect(paper.paragraphs(cell).map { paper.text($0) } == ["One", "Two"])
  }

  @Test("a table that only places things gives what is in its cells")
  func layoutTables() throws {
    let dump = try blocks(
      """
      <table><tr><td><h2>Ponds</h2><p>Deep.</p>
      <table><tr><th>Pond</th><th>Depth</th></tr><tr><td>Mill</td><td>2 m</td></tr></table>
      </td><td>Beside</td></tr></table>
      <table><tr><th>Date:</th><td>1 May 2024</td></tr><tr><th>Place:</th><td>Mill</td></tr></table>
      """)
    #expect(
      dump == """
        1     heading Ponds
        1 paragraph Deep.
        2 row table=0 | Pond | Depth |
        2 row table=0 | Mill | 2 m |
        3 paragraph Beside
        4 paragraph Date: 1 May 2024
        4 paragraph Place: Mill

        """)
  }

  @Test("what a site puts around a page, and what a page hides, is furniture")
  func furniture() throws {
    let dump = try blocks(
      """
      <html><body>
      <nav><ul><li>Home</li></ul></nav>
      <script>if (a < b) { write("<p>no words</p>") }</script>
      <div style="display: none">Hidden</div>
      <p>Seen <span class="visually-hidden">unseen</span> twice</p>
      <footer>Privacy</footer>
      """)
    #expect(
      dump == """
        2 furniture navigation
        3 furniture hidden
        4 furniture hidden
        5 furniture hidden
        5 paragraph Seen twice
        6 furniture navigation

        """)
  }

  @Test("a term and its definition are one line")
  func definitions() throws {
    #expect(
      try blocks("<html><dl><dt>Decision maker</dt><dd>Cabinet</dd><dt>Status:</dt><dd>Made</dl>")
        == "1 paragraph Decision maker: Cabinet\n1 paragraph Status: Made\n")
  }

  @Test("a declared encoding does not undo the one the bytes have")
  func encodings() throws {
    let page = "<html><head><meta charset=\"utf-8\"></head><p>Caf\u{E9} \u{A3}5</p></html>"
    let latin = page.unicodeScalars.map { UInt8($0.value) }
    let paper = try PaperForm.read(name: "-", contents: latin)
    #expect(paper.dump() == "1 paragraph Café £5\n")
  }

  @Test(
    "markup that is cut, unclosed or senseless gives blocks",
    arguments: [
      "<html>", "<html><p", "<html><table><td>x", "<html></p></td></table><p>x",
      "<html><p>&#0;&#xFFFFFFFF;&x;",
      "<html><li>x</li></ul>", "<html><tr><td>x<table>", "<html><!-- ",
      "<html><p>\u{FFFD}<![CDATA[x]]>",
      "<html><ol type=a start=-99999999999999999999><li>x</ol>",
      "<html><ol start=9223372036854775807><li>x<li>y</ol>",
      "<html><table><tr><td colspan=-1 rowspan=99999999>x<td>y<tr><td>z</table>",
    ])
  func broken(page: String) throws {
    _ = try blocks(page)
  }
}
