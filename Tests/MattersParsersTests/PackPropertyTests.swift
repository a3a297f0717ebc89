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
  @Test(arguments: minutes.indices) func aPackIsTheSumOfItsPapers(_ index: Int) {
    let first = Self.minutes[index]
    for second in Self.minutes where second.name != first.name {
      let pack = SourceText(
        name: "pack.txt", utf8: first.bytes + Array("\n\n\u{0C}".utf8) + second.bytes)
      expectSame(
        Self.contents(pack), Self.contents(first) + Self.contents(second),
        "\(first.name) + \(second.name)")
    }
  }

  /// A form feed between two paragraphs is the edge of a page and no more.
  @Test(arguments: papers.indices.filter { !isPaged(papers[$0]) }) func pageBreaksMayStand(
    _ index: Int
  ) {
    let paper = Self.papers[index]
    let lines = paper.quote(LineRange(1, paper.lineCount))
    var generator = SplitMix64(seed: UInt64(index) &+ 77)
    let plain = Self.unplaced(paper)
    for _ in 0..<2 {
      let broken = lines.indices.map { number in
        Self.opensParagraph(lines, number) && Int.random(in: 0..<8, using: &generator) == 0
          ? "\u{0C}" + lines[number] : lines[number]
      }
      let text = broken.joined(separator: "\n")
      expectSame(
        Self.unplaced(SourceText(name: paper.name, text: text)), plain,
        "\(paper.name), pages at \(lines.indices.filter { broken[$0] != lines[$0] }.map { $0 + 1 })"
      )
    }
  }

  /// Printed papers, whose pages have heads and feet: these move with the breaks.
  @Test(arguments: papers.indices.filter { isPaged(papers[$0]) }) func pageBreaksMayMove(
    _ index: Int
  ) {
    let paper = Self.papers[index]
    let plain = Self.unplaced(paper)
    var generator = SplitMix64(seed: UInt64(index) &+ 78)
    let pages = PrintedPages(paper)
    for _ in 0..<4 {
      let text = pages.broken(using: &generator).joined(separator: "\n")
      expectSame(Self.unplaced(SourceText(name: paper.name, text: text)), plain, paper.name)
    }
  }

  @Test func thereArePrintedPapers() {
    #expect(Self.papers.count(where: Self.isPaged) >= 5)
  }

  private static func isPaged(_ paper: SourceText) -> Bool { paper.bytes.contains(0x0C) }

  fileprivate static func opensParagraph(_ lines: [String], _ number: Int) -> Bool {
    number > 0 && lines[number - 1].allSatisfy(\.isWhitespace)
      && !lines[number].allSatisfy(\.isWhitespace) && !lines[number].contains("\u{0C}")
  }

  private static func contents(_ source: SourceText) -> [RecordBody] {
    Pipeline.read(source).reading.records.map(\.content)
  }

  private static func unplaced(_ paper: SourceText) -> [PaperRecord] {
    Pipeline.read(paper).printed.map { record in
      var record = record
      record.lines = LineRange(1, 1)
      return record
    }
  }
}

/// A printed paper taken apart: its lines, and what stands at the edges of its pages.
private struct PrintedPages {
  /// The lines without the edges between paragraphs.
  private var lines: [String] = []
  /// The feet, the break and the heads between one page and the next.
  private var edges: [[String]] = []

  init(_ paper: SourceText) {
    let all = paper.quote(LineRange(1, paper.lineCount))
    let read = TextReader.read(paper)
    let atEdge: Set<Furniture> = [.pageNumber, .runningHead, .runningFoot]
    var isEdge = all.map { $0.allSatisfy(\.isWhitespace) }
    var isInside = Array(repeating: false, count: all.count)
    for block in read.blocks {
      if let rule = block.furniture, atEdge.contains(rule) {
        for line in block.lines.first...block.lines.last { isEdge[line - 1] = true }
      } else if block.lines.last > block.lines.first {
        for line in block.lines.first..<block.lines.last { isInside[line] = true }
      }
    }
    var at = 0
    while at < all.count {
      let end = all[at...].indices.first { !isEdge[$0] } ?? all.count
      let edge = at..<min(end + 1, all.count)
      // A break in the middle of a block, or of a table, stays where it is.
      let isBreak = edge.contains { all[$0].contains("\u{0C}") && $0 > 0 && !isInside[$0] }
      if end > at, isBreak {
        edges.append(Array(all[at..<end]))
        lines.append("")
      } else {
        lines += all[at..<end]
      }
      if end < all.count {
        lines.append(isBreak ? all[end].replacing("\u{0C}", with: "") : all[end])
      }
      at = end + 1
    }
  }

  /// The lines with the edges between other paragraphs.
  func broken(using generator: inout SplitMix64) -> [String] {
    let places = lines.indices.filter { PackPropertyTests.opensParagraph(lines, $0) }
    let chosen = places.shuffled(using: &generator).prefix(edges.count).sorted()
    var broken: [String] = []
    var rest = edges[...]
    for (number, line) in lines.enumerated() {
      if chosen.contains(number), let edge = rest.popFirst() {
        let hasBreak = edge.contains { $0.contains("\u{0C}") }
        broken += edge + (hasBreak ? ["", line] : ["\u{0C}" + line])
      } else {
        broken.append(line)
      }
    }
    return broken
  }
}
