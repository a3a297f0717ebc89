import Foundation
import MattersArising
import MattersBlocks
import MattersParsers
import MattersTestSupport
import Testing

/// Records that are handed over while a file is still being read are those of the whole file.
@Suite struct HandingOverTests {
  private static let texts: [(name: String, text: String)] = {
    let papers = ProjectFiles.files(below: ProjectFiles.corpus, ending: ".txt").map {
      (name: $0.lastPathComponent, text: ProjectFiles.text($0))
    }
    // All in one file, and each several times, as an archive has them.
    return [("all papers", papers.map(\.text).joined(separator: "\n"))]
      + papers.filter { $0.name.contains("pack") }.map {
        ($0.name, Array(repeating: $0.text, count: 4).joined(separator: "\n"))
      }
  }()

  @Test func whatIsHandedOverIsWhatIsPrinted() {
    for (name, text) in Self.texts {
      let paper = TextReader.read(SourceText(name: name, text: text))
      let whole = Pipeline.read(paper)
      var records: [PaperRecord] = []
      let diagnostics = Pipeline.read(paper) { records.append($0) }
      expectSame(records, whole.printed, name)
      expectSame(diagnostics, whole.reading.diagnostics, name)
      #expect(!records.isEmpty)
    }
  }
}
