import Foundation
import MattersTestSupport
import Testing

/// The pages of `Corpus/commands` do what they say.
///
/// With `MATTERS_RECORD=1` the pages are written anew with what the commands print, and the tests
/// fail, so that nothing approves itself; look at the difference before you commit it.
@Suite struct CommandPageTests {
  static let pages = ProjectFiles.files(
    below: ProjectFiles.corpus.appending(path: "commands"), ending: ".md")

  private static let environment = ProcessInfo.processInfo.environment
  private static let isRecording = environment["MATTERS_RECORD"] == "1"

  @Test func thereArePagesAndAProgram() {
    #expect(Self.pages.count >= 5)
    #expect(CommandRunner.program != nil, "matters is not built beside the tests")
  }

  @Test(arguments: pages) func aPageIsTrue(_ page: URL) throws {
    if Self.isRecording, Self.environment["CI"] == "true" {
      Issue.record("MATTERS_RECORD is refused where CI=true")
      return
    }
    var transcript = Transcript(ProjectFiles.text(page))
    #expect(transcript.text == ProjectFiles.text(page), "the page is not read back whole")
    let runner = try CommandRunner()
    for (index, piece) in transcript.pieces.enumerated() {
      switch piece {
      case .prose: break
      case .file(let name, let lines): try runner.write(lines, as: name)
      case .command(let command, let expected):
        let outcome = try runner.run(command)
        let lines = CommandRunner.lines(outcome)
        expectGoodManners(outcome, command)
        if Self.isRecording {
          transcript.pieces[index] = .command(command, expected: lines)
        } else {
          expectSame(lines, expected, "\(page.lastPathComponent): % \(command)")
        }
      }
    }
    if Self.isRecording {
      try Data(transcript.text.utf8).write(to: page)
      Issue.record("recorded \(page.lastPathComponent)")
    }
  }
}
