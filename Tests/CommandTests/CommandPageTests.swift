import Foundation
import MattersTestSupport
import Testing

/// The pages of `Corpus/commands`, and the tutorial, do what they say.
///
/// `MATTERS_RECORD=1` writes them anew with what the commands print, and fails; look at the
/// difference before you commit it.
@Suite struct CommandPageTests {
  static let pages =
    ProjectFiles.files(
      below: ProjectFiles.corpus.appending(path: "commands"), ending: ".md"
    )
    .map(\.lastPathComponent) + ["../../Documentation/tutorial.md"]

  @Test func thereArePagesAndAProgram() {
    #expect(Self.pages.count >= 5)
    #expect(CommandRunner.program != nil, "matters is not built beside the tests")
  }

  @Test(arguments: pages) func aPageIsTrue(_ name: String) throws {
    let page = ProjectFiles.corpus.appending(path: "commands/\(name)")
    var transcript = Transcript(ProjectFiles.text(page))
    #expect(transcript.text == ProjectFiles.text(page), "the page is not read back whole")
    let runner = try CommandRunner()
    for (index, piece) in transcript.pieces.enumerated() {
      switch piece {
      case .prose: break
      case .file(let name, let lines): try runner.write(lines, as: name)
      case .command(let command, _):
        let outcome = try runner.run(command)
        expectGoodManners(outcome, command)
        transcript.pieces[index] = .command(command, expected: CommandRunner.lines(outcome))
      }
    }
    if let complaint = Golden.complaint(transcript.text, file: page) {
      Issue.record("\(complaint)")
    }
  }
}
