import MattersTestSupport
import Testing

/// What a line is by its first marks: headings, bullets, labels, bold.
@Suite struct LineShapeTests {
  @Test(arguments: [
    ("# Minutes", "1   heading Minutes"),
    ("### 7. PONDS", "1       heading [7.] PONDS"),
    ("#Minutes", "1 paragraph #Minutes"),
    ("####### seven", "1 paragraph ####### seven"),
    ("Plain words.", "1 paragraph Plain words."),
    ("- dash", "1 item dash"),
    ("* star", "1 item star"),
    ("+ plus", "1 item plus"),
    ("• bullet", "1 item bullet"),
    ("•\u{A0}bullet", "1 item bullet"),
    ("▪ square", "1 item square"),
    ("➢ arrow", "1 item arrow"),
    ("– dash", "1 item dash"),
    ("\u{F0B7} symbol font", "1 item symbol font"),
    ("-5 degrees", "1 paragraph -5 degrees"),
    ("✓ done", "1 paragraph ✓ done"),
    ("    - deep", "1     item deep"),
  ]) func aMarkTellsTheKind(_ line: String, _ expected: String) {
    expectSame(dump(line), [expected])
  }

  @Test(arguments: [
    ("(a) one", "[(a)] one"),
    ("- (iv) two", "[(iv)] two"),
    ("(12) three", "[(12)] three"),
    ("(aa) four", "[(aa)] four"),
    ("a) five", "[a)] five"),
    ("iv). six", "[iv).] six"),
    ("iv).seven", "[iv).] seven"),
    ("12. EIGHT", "[12.] EIGHT"),
    ("12) nine", "[12)] nine"),
    ("1.1 ten", "[1.1] ten"),
    ("1.1.2. eleven", "[1.1.2.] eleven"),
    ("112/23 Twelve", "[112/23] Twelve"),
    ("b. thirteen", "[b.] thirteen"),
    ("(d);", "[(d)] "),
    ("3.", "[3.] "),
    ("<p>(e) <i>tagged</i>", "[(e)] tagged"),
    ("<p><b>4. TAGGED</b>", "[4.] TAGGED"),
    ("<li><u>(f)</u> tagged", "[(f)] tagged"),
    ("_(g)_ leaning", "[(g)] leaning"),
    ("*(h)* leaning", "[(h)] leaning"),
    ("*(h) leaning*", "[(h)] leaning"),
  ]) func aLabelIsKeptApart(_ line: String, _ expected: String) {
    expectSame(dump(line), ["1 item \(expected)"])
  }

  @Test(arguments: [
    "(a)nine", "2.00 pm", "10.30 a.m. start", "11.10.2022 was a Tuesday", "A. Smith", "(see below)",
    "1234567 lamps", "7 lamps", "mix) of", "(abc) letters", "2022/23 was a good year",
  ]) func whatOnlyLooksLikeALabelIsAParagraph(_ line: String) {
    expectSame(dump(line), ["1 paragraph \(line)"])
  }

  @Test(arguments: [
    ("**PONDS**", "paragraph bold PONDS"),
    ("<b>PONDS</b>", "paragraph bold PONDS"),
    ("<strong>PONDS</strong>", "paragraph bold PONDS"),
    ("__PONDS__", "paragraph bold PONDS"),
    ("**12. PONDS**", "item bold [12.] PONDS"),
    ("**12.** **PONDS**", "item bold [12.] PONDS"),
    ("**12.** PONDS", "item [12.] PONDS"),
    ("- **(a) one**", "item bold [(a)] one"),
    ("- **(a) a 5* hotel**", "item bold [(a)] a 5* hotel"),
    ("- **(a)** one", "item [(a)] one"),
    ("**A** and **B**", "paragraph A and B"),
    ("**A** and", "paragraph A and"),
    ("~~(e) old~~", "item struck [(e)] old"),
    ("~~old~~ new", "paragraph old new"),
  ]) func aMarkOfTheWholeTextIsItsStyle(_ line: String, _ expected: String) {
    expectSame(dump(line), ["1 \(expected)"])
  }
}
