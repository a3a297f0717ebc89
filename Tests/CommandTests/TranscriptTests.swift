import Testing

/// The pages' own form.
@Suite struct TranscriptTests {
  private static let page = """
    # A page

    ```file papers/a.txt
    One.

    ```
    ```console
    % matters parse a.txt
    {"kind":"vote"}

    2> matters: said
    % matters help
    => 64
    ```

    ```swift
    % no command
    ```

    """

  @Test func aPageHasFilesAndCommands() {
    let transcript = Transcript(Self.page)
    #expect(transcript.text == Self.page)
    #expect(
      transcript.pieces.filter { if case .prose = $0 { false } else { true } } == [
        .file(name: "papers/a.txt", lines: ["One.", ""]),
        .command("matters parse a.txt", expected: ["{\"kind\":\"vote\"}", "", "2> matters: said"]),
        .command("matters help", expected: ["=> 64"]),
      ])
  }

  @Test(
    arguments: [
      ("matters parse a.txt", ["matters", "parse", "a.txt"], nil),
      (
        "matters  --body \"Ponds Committee\" ''", ["matters", "--body", "Ponds Committee", ""], nil
      ),
      ("matters parse - < $CORPUS/a.txt", ["matters", "parse", "-"], "/c/a.txt"),
      ("matters '$CORPUS' \"$CORPUS's\" $OTHER", ["matters", "$CORPUS", "/c's", "$OTHER"], nil),
      ("matters a\"b c\"d", ["matters", "ab cd"], nil),
    ] as [(String, [String], String?)])
  func aCommandIsSplitWithoutAShell(_ line: String, _ words: [String], _ input: String?) {
    let command = CommandWords(line, variables: ["CORPUS": "/c"])
    #expect(command.words == words)
    #expect(command.input == input)
  }

  @Test func whatIsPrintedIsShownWhole() {
    #expect(
      CommandRunner.lines(.init(output: "a\r\n\nb", error: "x\n\ny\n", status: 1)) == [
        "a\u{240D}", "", "b", "(no line end)", "2> x", "2>", "2> y", "=> 1",
      ])
    #expect(CommandRunner.lines(.init(output: "", error: "", status: 0)) == [])
  }
}
