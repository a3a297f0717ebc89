import Foundation
import MattersArising
import MattersParsers
import MattersTestSupport
import Testing

/// A paper in other clothes says the same: what only changes how it looks changes no record.
@Suite struct SurfaceTests {
  static let papers = RecordPropertyTests.councils

  private static func records(_ text: String, _ name: String) -> [String] {
    Pipeline.read(SourceText(name: name, text: text)).reading.records.map {
      "\($0.id) \($0.content)"
    }
  }

  private static func text(_ paper: SourceText) -> String {
    String(decoding: paper.bytes, as: UTF8.self).replacing("\r\n", with: "\n")
  }

  /// Those whose blanks at the end of a line are no cell's.
  static let untabbed = papers.indices.filter { !text(papers[$0]).contains("\t") }

  /// Holds a paper's records to those of the same paper as it is changed.
  private static func keeps(
    _ paper: SourceText, _ name: String = "", as changed: (String) -> String
  ) {
    let text = text(paper)
    expectSame(
      records(changed(text), paper.name), records(text, paper.name), "\(paper.name) \(name)")
  }

  @Test(arguments: papers.indices) func anotherBlankLineMakesNoDifference(_ index: Int) {
    Self.keeps(Self.papers[index]) { $0.replacing("\n\n", with: "\n\n\n") }
  }

  @Test(arguments: untabbed) func blanksAtTheEndsOfLinesMakeNoDifference(_ index: Int) {
    Self.keeps(Self.papers[index]) { $0.replacing("\n", with: "  \n") }
  }

  /// What stands between a day and its year is a blank of some kind.
  @Test(arguments: papers.indices) func hardBlanksInDaysMakeNoDifference(_ index: Int) {
    let paper = Self.papers[index]
    let text = Self.text(paper)
    var hard = text
    for month in PlainDate.monthNames {
      for figure in 0...9 {
        hard = hard.replacing(
          "\(figure) \(month) 20", with: "\(figure)\u{A0}\(month)\u{A0}20")
      }
    }
    func plain(_ records: [String]) -> [String] {
      records.map { $0.replacing("\u{A0}", with: " ") }
    }
    expectSame(
      plain(Self.records(hard, paper.name)), plain(Self.records(text, paper.name)))
  }

  /// Whatever word a council has for it, what follows was decided.
  @Test(arguments: [
    "Resolved:", "It was resolved:", "UNANIMOUSLY RESOLVED:", "AGREED:", "Decision:",
    "Decision taken:", "Resolutions:",
  ])
  func whatWasDecidedFollowsAnyWord(_ lead: String) {
    var changed = 0
    for paper in Self.papers where Self.text(paper).contains("\nRESOLVED:") {
      changed += 1
      Self.keeps(paper, lead) { $0.replacing("\nRESOLVED:", with: "\n\(lead)") }
    }
    #expect(changed >= 6)
  }
}
