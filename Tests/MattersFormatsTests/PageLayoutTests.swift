import MattersTestSupport
import Testing

@testable import MattersFormats

/// A row of the tool's list for each word: its left edge, its top, and its letters.
private func list(_ pages: [[(Double, Double, String)]]) -> [UInt8] {
  var rows: [String] = []
  for words in pages {
    rows.append("1\t1\t0\t0\t0\t0\t0.0\t0.0\t595.0\t842.0\t-1\t###PAGE###")
    for (left, top, word) in words {
      let width = Double(word.count) * 5
      rows.append("5\t1\t0\t0\t0\t0\t\(left)\t\(top)\t\(width)\t10.0\t100\t\(word)")
    }
  }
  return Array(rows.joined(separator: "\n").utf8)
}

private func layout(_ tsv: [UInt8]) -> String {
  String(decoding: PageLayout(PrintedPages(tsv: tsv)).text, as: UTF8.self)
}

/// Words of a line, a blank of two points and a half between them.
private func line(_ left: Double, _ top: Double, _ words: String) -> [(Double, Double, String)] {
  var at = left
  return words.split(separator: " ").map { word in
    defer { at += Double(word.count) * 5 + 2.5 }
    return (at, top, String(word))
  }
}

@Suite("The text laid out from a PDF's words")
struct PageLayoutTests {
  private static let head =
    line(40, 100, "Ref") + line(80, 100, "What was asked") + line(160, 100, "Status")

  @Test("a table whose columns stand close together is drawn, its cells from the row's top")
  func table() {
    let rows =
      line(40, 116, "A1") + line(80, 116, "The cost of") + line(160, 116, "Done")
      + line(80, 126, "the new nets")
      + line(40, 142, "A2") + line(80, 142, "A list") + line(160, 142, "Not")
      + line(160, 152, "begun")
    let expected = """
      +-----+----------------+--------+
      | Ref | What was asked | Status |
      +-----+----------------+--------+
      | A1  | The cost of    | Done   |
      |     | the new nets   |        |
      +-----+----------------+--------+
      | A2  | A list         | Not    |
      |     |                | begun  |
      +-----+----------------+--------+

      """ + "\u{0C}"
    #expect(layout(list([Self.head + rows])) == expected)
  }

  @Test("prose keeps its lines, and a blank one stands after each paragraph")
  func prose() {
    let words =
      line(40, 100, "Every word of this line is printed up to the very edge")
      + line(40, 112, "now.")
      + line(40, 124, "The next begins here and goes on for most of its line")
    #expect(
      layout(list([words])) == """
        Every word of this line is printed up to the very edge
        now.

        The next begins here and goes on for most of its line

        """ + "\u{0C}")
  }

  @Test("a word that a narrow cell broke is made whole where the paper has it elsewhere")
  func brokenWord() {
    let rows =
      line(40, 116, "A1") + line(80, 116, "Correspond") + line(160, 116, "Done")
      + line(80, 126, "ence asked") + line(40, 142, "A2")
      + line(80, 142, "The list") + line(160, 142, "Done")
    let text = layout(list([Self.head + rows + line(40, 300, "All correspondence was sent.")]))
    #expect(text.contains("| Correspondence |"))
    #expect(text.contains("| asked          |"))
  }

  @Test("any list gives a text, in bounded time")
  func anyList() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<300 {
      let words = (0..<60).map { _ in
        (
          Double.random(in: -50...700, using: &random).rounded(),
          Double(Int.random(in: 0...40, using: &random) * 7), "a1(."
        )
      }
      var bytes = list([words, words])
      for _ in 0..<Int.random(in: 0...20, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      #expect(layout(bytes).utf8.count < 1 << 20)
    }
    let crowd = (0..<15_000).map { (Double($0 % 120) * 8, Double($0 / 120) * 5, "x") }
    let ladder = (0..<19_000).map { (Double($0 % 2) * 60, Double($0 / 2) * 12, "x") }
    var text = ""
    let seconds = secondsOfProcessor { text = layout(list([crowd, ladder, crowd])) }
    #expect(!text.isEmpty)
    #expect(seconds < 60)
  }
}
