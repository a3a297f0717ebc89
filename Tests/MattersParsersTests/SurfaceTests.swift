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

  @Test(arguments: papers.indices) func anotherBlankLineMakesNoDifference(_ index: Int) {
    let paper = Self.papers[index]
    let text = Self.text(paper)
    expectSame(
      Self.records(text.replacing("\n\n", with: "\n\n\n"), paper.name),
      Self.records(text, paper.name))
  }

  @Test(arguments: papers.indices) func blanksAtTheEndsOfLinesMakeNoDifference(_ index: Int) {
    let paper = Self.papers[index]
    let text = Self.text(paper)
    // In a row a blank is a cell's.
    guard !text.contains("\t") else { return }
    expectSame(
      Self.records(text.replacing("\n", with: "  \n"), paper.name),
      Self.records(text, paper.name))
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
    for paper in Self.papers {
      let text = Self.text(paper)
      guard text.contains("\nRESOLVED:") else { continue }
      changed += 1
      expectSame(
        Self.records(text.replacing("\nRESOLVED:", with: "\n\(lead)"), paper.name),
        Self.records(text, paper.name), "\(paper.name) \(lead)")
    }
    #expect(changed >= 6)
  }
}
