import Foundation
import MattersBlocks
import MattersTestSupport
import MattersText
import Testing

/// What holds of any paper, whatever its layout.
@Suite struct ReaderPropertyTests {
  /// The papers of the corpus, the hostile ones, and the real ones where they are.
  static let papers: [SourceText] = {
    var folders = [ProjectFiles.corpus]
    if let shared = ProjectFiles.shared { folders.append(shared.appending(path: "seeds")) }
    return folders.flatMap { ProjectFiles.files(below: $0, ending: ".txt") }.compactMap { file in
      guard let data = try? Data(contentsOf: file) else { return nil }
      return try? SourceText(name: file.lastPathComponent, contents: Array(data))
    }
  }()

  @Test func thereArePapers() {
    #expect(Self.papers.count > 25)
  }

  @Test(arguments: papers.indices) func everyLineBelongsToOneBlock(_ index: Int) {
    expectEveryLineOnce(TextReader.read(Self.papers[index]))
  }

  @Test(arguments: papers.indices) func everyCleanedByteComesFromTheSource(_ index: Int) {
    expectTrueMap(TextReader.read(Self.papers[index]))
  }

  @Test(arguments: papers.indices) func readingTwiceGivesTheSame(_ index: Int) {
    let paper = Self.papers[index]
    #expect(TextReader.read(paper).dump() == TextReader.read(paper).dump())
  }

  @Test(arguments: papers.indices) func anyBeginningOfAPaperIsRead(_ index: Int) {
    let bytes = Self.papers[index].bytes
    var generator = SplitMix64(seed: UInt64(index))
    for _ in 0..<20 {
      let cut = Int.random(in: 0...min(bytes.count, 30_000), using: &generator)
      expectReadable(Array(bytes[..<cut]), "cut at \(cut)")
    }
  }

  @Test(arguments: 0..<50) func anyBytesAreRead(_ seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed))
    for _ in 0..<20 {
      let bytes = (0..<Int.random(in: 0..<400, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      expectReadable(bytes, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<50) func marksInAnyOrderAreRead(_ seed: Int) {
    let pieces = [
      "**", "*", "_", "__", "~~", "<p>", "</b>", "<", ">", "[", "](", ")", "(a)", "12.", "- ", "• ",
      "\t", "\n", "\n\n", "\r\n", "\u{0C}", "&amp;", "&#", ";", "\\", "words of a line", "A", "é",
      "\u{A0}", "Key", "---", "Page 3", "# ", " ",
    ]
    var generator = SplitMix64(seed: UInt64(seed))
    for _ in 0..<40 {
      let text = (0..<40).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      expectReadable(Array(text.utf8), "seed \(seed): \(text.debugDescription)")
    }
  }

  private func expectReadable(_ bytes: [UInt8], _ comment: String) {
    let paper = TextReader.read(SourceText(name: "test", utf8: bytes))
    expectEveryLineOnce(paper, comment)
    expectTrueMap(paper, comment)
  }

  /// Each line with words is in one block; furniture may lie inside the range of a joined block.
  private func expectEveryLineOnce(_ paper: Paper, _ comment: String = "") {
    let source = paper.source
    var words = [Int](repeating: 0, count: source.lineCount + 1)
    var furniture = words
    var previous = 0
    for block in paper.blocks {
      let isNext = block.lines.first > previous || isBroken(previous, source)
      #expect(isNext || block.kind == .furniture, "\(comment) order")
      previous = max(previous, block.lines.first)
      for line in block.lines.first...block.lines.last {
        if block.kind == .furniture { furniture[line] += 1 } else { words[line] += 1 }
      }
    }
    for number in stride(from: 1, through: source.lineCount, by: 1) {
      let isBlank = source.bytes.trimmed(source.line(number)).isEmpty
      guard !isBlank, !isBroken(number, source) else { continue }
      let isOnce = furniture[number] == 1 && words[number] <= 1 || words[number] == 1
      #expect(isOnce && furniture[number] <= 1, "\(comment) line \(number) of \(source.name)")
    }
  }

  /// Whether a line holds several, each ended by a tag, a page's item with its labels, or a whole page
  /// with its numbers: it is in the blocks of all of them.
  private func isBroken(_ number: Int, _ source: SourceText) -> Bool {
    guard number > 0 else { return false }
    let line = source.quote(LineRange(number, number)).joined()
    return line.contains("<br") || line.contains("Additional documents:")
      || line.utf8.count >= 300 && line.contains(" 2. ")
  }

  /// A cleaned byte is the byte it was copied from; only spaces are made, and entities decoded.
  private func expectTrueMap(_ paper: Paper, _ comment: String = "") {
    let (clean, source) = (paper.clean, paper.source.bytes)
    for (offset, byte) in clean.bytes.enumerated() {
      let place = clean.sourceOffset(of: offset)
      guard place >= 0, place < source.count else {
        Issue.record("\(comment) byte \(offset) of \(paper.source.name) maps to \(place)")
        return
      }
      if byte == source[place] || byte == 0x20 || byte == CleanText.paragraphBreak { continue }
      let isEntity = source[max(0, place - 3)...place].contains(UInt8(ascii: "&"))
      guard isEntity else {
        Issue.record("\(comment) byte \(offset) of \(paper.source.name) is not that at \(place)")
        return
      }
    }
  }
}
