import MattersTestSupport
import Testing

/// Markup inside a line: what is taken off, and what only looks like it.
@Suite struct InlineMarkupTests {
  @Test(arguments: [
    (
      "a **bold** and *leaning* and _leaning_ and __bold__ word",
      "a bold and leaning and leaning and bold word"
    ),
    ("***both***, ~~struck~~", "both, struck"),
    ("left over **", "left over"),
    ("See [the report](https://example.org/a_b) now", "See the report now"),
    ("See [the report](https://example.org/a_(b) \"Title\") now", "See the report now"),
    ("See [it](https://example.org/a_(b)) now", "See it now"),
    ("[[nested](a)](b), [](c), [*both*](d)", "nested, , both"),
    ("Caf&eacute; &amp; &pound;5 &#x2019; &#8220;x&#8221; &lt;b&gt;", "Café & £5 ’ “x” <b>"),
    ("5&nbsp;lamps\u{A0}lit,  and\tmore".replacing("\t", with: " "), "5 lamps lit, and more"),
    ("<p><b>Head</b></p>One<br/>two<BR>three", "Head One two three"),
    ("<span style=\"a > b\">words</span>", "b\">words"),
    (
      "<a href=\"x\">link</a> <https://example.org/a> <name@example.org>",
      "link https://example.org/a name@example.org"
    ),
    ("cut off.</p></li", "cut off."),
    ("\\*kept\\* 1\\. \\[x\\](y)", "*kept* 1. [x](y)"),
  ]) func markupIsTakenOff(_ text: String, _ expected: String) {
    expectSame(words("Words: " + text), "Words: " + expected)
  }

  @Test(arguments: [
    "a 5* hotel and a 4* hotel", "3*4*5", "file_name_x and _x", "a < b > c", "a <b", "x << y",
    "<unknown>",
    "~5 lamps", "On 5 * 6", "*not closed", "&unknown; & co; AT&T", "&#xD800; &#1114112;", "[x] (y)",
    "[x](not an address)", "[open (a)", "C:\\papers\\new", "Signed ________ Chair",
    "snake__case__name",
    "£5 – “café” ½ é",
  ]) func whatOnlyLooksLikeMarkupStays(_ text: String) {
    expectSame(words("Words: " + text), "Words: " + text)
  }

  /// Long lines are looked at thirty-two bytes at a time: each place among them is tried.
  @Test(arguments: 0..<70) func markupIsTakenOffWhereverItStands(_ place: Int) {
    let (lead, rest) = (
      String(repeating: "x", count: place + 1), String(repeating: " yy", count: 30)
    )
    for (text, expected) in [
      ("a  b", "a b"), ("a\u{A0}b", "a b"), ("a \u{A0} b", "a b"), ("a <b>b</b>", "a b"),
      ("a &amp; b", "a & b"), ("*a* b", "a b"), ("__a__", "a"), ("~~a~~", "a"), ("\\_a", "_a"),
      ("[a](b)", "a"), ("£ é", "£ é"), ("a\u{B}b", "a b"), ("a!", "a!"),
    ] {
      expectSame(words("W: \(lead) \(text)\(rest)"), "W: \(lead) \(expected)\(rest)", text)
    }
  }

  @Test func nestedLinksDoNotFillTheStack() {
    let deep =
      String(repeating: "[", count: 20_000) + "x" + String(repeating: "](y)", count: 20_000)
    #expect(words(deep).contains("x"))
  }

  @Test(arguments: [
    "[", "[a](", "_a ", "*a ", "__a ", "<b ", "<p", "&", "&amp", "](", "[ []", "\\", "**a ", "((",
  ])
  func aLineOfMarksTakesNoTimeToSpeakOf(_ mark: String) {
    let line = String(repeating: mark, count: 50_000)
    // A debug build takes under a second; searching anew from each mark, minutes.
    #expect(secondsOfProcessor { _ = dump(line) } < 60)
  }
}
