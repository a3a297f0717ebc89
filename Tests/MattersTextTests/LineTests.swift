import MattersText
import Testing

/// Where lines begin and end.
@Suite struct LineTests {
  private static func lines(_ text: String) -> [String] {
    let source = SourceText(name: "test", text: text)
    guard source.lineCount > 0 else { return [] }
    return source.quote(LineRange(1, source.lineCount))
  }

  @Test(arguments: [
    ("", []),
    ("one", ["one"]),
    ("one\n", ["one"]),
    ("one\ntwo", ["one", "two"]),
    ("one\r\ntwo\r\n", ["one", "two"]),
    ("one\n\ntwo\n\n", ["one", "", "two", ""]),
    ("\n", [""]),
    ("\r\n", [""]),
    ("one\r\ntwo\nthree", ["one", "two", "three"]),
    // A form feed begins a page, not a line.
    ("one\u{0C}two\n\u{0C}three", ["one\u{0C}two", "\u{0C}three"]),
    // Where there is an LF, a lone CR is a character of the line.
    ("one\rtwo\nthree", ["one\rtwo", "three"]),
    // Where there is none, CR ends lines.
    ("one\rtwo\r\rthree\r", ["one", "two", "", "three"]),
    ("\u{2028}one\u{85}two\u{0B}three", ["\u{2028}one\u{85}two\u{0B}three"]),
  ]) func linesEndAtLineEnds(_ text: String, _ expected: [String]) {
    #expect(Self.lines(text) == expected)
  }

  @Test func aLineRangeOutsideTheTextQuotesWhatThereIs() {
    let source = SourceText(name: "test", text: "one\ntwo\nthree")
    #expect(source.quote(LineRange(2, 9)) == ["two", "three"])
    #expect(source.quote(LineRange(4, 9)) == [])
    #expect(source.quote(LineRange(0, 1)) == [])
  }

  @Test func everyByteIsInOneLineOrALineEnd() {
    let text = "a\r\n\u{0C}bé\n\n–c\nlast"
    let source = SourceText(name: "test", text: text)
    var covered = 0
    for number in 1...source.lineCount {
      let line = source.line(number)
      #expect(line.lower >= covered)
      let between = source.bytes[covered..<line.lower]
      #expect(between.allSatisfy { $0 == 0x0A || $0 == 0x0D })
      covered = line.upper
    }
    #expect(covered == source.bytes.count)
  }
}
