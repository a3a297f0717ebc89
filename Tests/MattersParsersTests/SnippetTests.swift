import Foundation
import MattersTestSupport
import Testing

@Suite struct SnippetTests {
  static let cases: [Snippet] = ProjectFiles.files(
    below: ProjectFiles.corpus.appending(path: "snippets"), ending: ".txt"
  ).flatMap { Snippet.cases(in: ProjectFiles.text($0), file: $0.lastPathComponent) }

  @Test(arguments: cases) func readsWhatIsExpected(_ snippet: Snippet) {
    for failure in snippet.failures() {
      Issue.record("\(snippet): \(failure)")
    }
  }
}
