import Foundation
import MattersArising
import MattersBlocks
import MattersParsers
import MattersTestSupport
import Testing

/// A rule that asks a block's stems first finds what it would have found in the words.
@Suite struct StemTests {
  private static let papers = [".txt", ".md"].flatMap {
    ProjectFiles.files(below: ProjectFiles.corpus, ending: $0).map(\.path)
  }

  @Test(arguments: papers) func noRuleMissesWhatItsStemsHide(_ path: String) {
    let text = ProjectFiles.text(URL(filePath: path))
    let paper = TextReader.read(SourceText(name: path, text: text))
    let (asked, open) = (PaperParser.parse(paper), PaperParser.parse(paper.withoutStems()))
    expectSame(asked.records, open.records, path)
    expectSame(asked.diagnostics, open.diagnostics, path)
    expectSame(asked.coverage.unclaimed, open.coverage.unclaimed, path)
  }
}
