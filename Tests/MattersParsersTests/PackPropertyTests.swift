import Foundation
import MattersArising
import MattersLinker
import MattersParsers
import MattersTestSupport
import Testing

@testable import MattersBlocks

/// Papers bound together say what they say alone, and a page break says nothing.
@Suite struct PackPropertyTests {
  static let papers = RecordPropertyTests.papers

  /// The papers that begin with their own meeting: what stands in them needs no other paper.
  static let minutes: [SourceText] = RecordPropertyTests.councils.filter { paper in
    guard let first = Pipeline.read(paper).reading.records.first,
      case .meeting(let meeting) = first.content
    else { return false }
    return meeting.documentRole == .minutes
  }

  @Test func thereAreMinutes() {
    #expect(Self.minutes.count > 12)
  }

  /// Ids may get an ordinal where two papers name a thing alike, and lines move on.
  ///
  /// A pack comes out of one program in one piece, so that its papers are laid out alike.
  @Test(arguments: minutes.indices) func aPackIsTheSumOfItsPapers(_ index: Int) {
    let first = Self.minutes[index]
    let others = Self.minutes.filter { $0.name != first.name && Self.isAlike($0, first) }
    for second in others {
      let pack = SourceText(
        name: "pack.txt", utf8: first.bytes + Array("\n\n\u{0C}".utf8) + second.bytes)
      expectSame(
        Self.contents(pack), Self.contents(first) + Self.contents(second),
        "\(first.name) + \(second.name)")
    }
  }

  /// A form feed between two paragraphs is the edge of a page and no more.
  ///
  /// Where lines are wrapped or laid out in columns it is not so yet: there the break also tells
  /// where the lines of a paragraph end.
  @Test(arguments: papers.indices.filter { isMarked(papers[$0]) }) func pageBreaksMayMove(
    _ index: Int
  ) {
    let paper = Self.papers[index]
    let lines = paper.quote(LineRange(1, paper.lineCount))
    var generator = SplitMix64(seed: UInt64(index) &+ 77)
    let plain = Self.unplaced(Pipeline.read(SourceText(name: paper.name, utf8: paper.bytes)))
    for _ in 0..<2 {
      let broken = lines.indices.map { number in
        let isParagraph =
          number > 0 && lines[number - 1].allSatisfy(\.isWhitespace)
          && !lines[number].allSatisfy(\.isWhitespace) && !lines[number].contains("\u{0C}")
        return isParagraph && Int.random(in: 0..<8, using: &generator) == 0
          ? "\u{0C}" + lines[number] : lines[number]
      }
      let text = broken.joined(separator: "\n")
      expectSame(
        Self.unplaced(Pipeline.read(SourceText(name: paper.name, text: text))), plain, paper.name)
    }
  }

  private static func isMarked(_ paper: SourceText) -> Bool {
    Dialect.of(paper).dialect == .marked && HardWrap.width(of: paper) == nil && !isPasted(paper)
  }

  /// A page of a council's site: a printer's page break is no part of such a paper.
  private static func isPasted(_ paper: SourceText) -> Bool {
    paper.quote(LineRange(1, min(paper.lineCount, 30))).contains { $0.contains("Venue:") }
  }

  private static func isAlike(_ a: SourceText, _ b: SourceText) -> Bool {
    Dialect.of(a).dialect == Dialect.of(b).dialect
      && isAlike(HardWrap.width(of: a), HardWrap.width(of: b))
  }

  /// Two papers of one program are wrapped to one width.
  private static func isAlike(_ a: Int?, _ b: Int?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return abs(a - b) <= 8
  }

  private static func contents(_ source: SourceText) -> [RecordBody] {
    Pipeline.read(source).reading.records.map(\.content)
  }

  private static func unplaced(_ pipeline: Pipeline) -> [PaperRecord] {
    pipeline.printed.map { record in
      var record = record
      record.lines = LineRange(1, 1)
      return record
    }
  }
}
