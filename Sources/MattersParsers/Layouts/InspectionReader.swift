import MattersBlocks
import MattersRecords
import MattersText

/// The state of reading an inspection report.
struct InspectionReader {
  let paper: Paper
  /// Lines printed on page after page, which are no headings.
  let running: Set<String>
  var heading: String?
  var headingKind = InspectionHeading.other
  var last: [Int] = []
  var current: NumberedParagraph?

  init(paper: Paper, section: Section) {
    self.paper = paper
    var uses: [String: Int] = [:]
    for index in section.blocks where InspectionHeading.isForm(paper.blocks[index], in: paper) {
      uses[Self.key(paper.text(paper.blocks[index])), default: 0] += 1
    }
    running = Set(uses.filter { $0.value >= 4 }.map(\.key))
  }

  /// A running head's words, page numbers aside.
  private static func key(_ text: String) -> String {
    MatchKey(text.filter { !$0.isNumber }).description
  }

  mutating func read(_ index: Int, into sink: inout RecordSink) {
    let block = paper.blocks[index]
    if let number = number(of: block) {
      finish(into: &sink)
      last = number.parts
      current = NumberedParagraph(
        number: number.printed, text: paper.text(block), at: index, block.lines, heading,
        headingKind)
      return
    }
    if block.kind == .item {
      readItem(block, at: index, into: &sink)
      return
    }
    if InspectionHeading.isFootnote(block, in: paper) { return }
    if block.kind == .row {
      finish(into: &sink)
      return
    }
    if InspectionHeading.isForm(block, in: paper) {
      let text = paper.text(block)
      guard !running.contains(Self.key(text)) else { return }
      if current?.isCut == true, paper.clean.bytes[block.text.lower].isLower {
        current?.append(text, at: index, block.lines)
        return
      }
      finish(into: &sink)
      heading = text
      headingKind = InspectionHeading(block, in: paper)
      return
    }
    if current?.isCut == true {
      current?.append(paper.text(block), at: index, block.lines)
    } else {
      finish(into: &sink)
    }
  }

  /// Bullets and lettered points: part of the paragraph above them, or what has to improve.
  private mutating func readItem(_ block: Block, at index: Int, into sink: inout RecordSink) {
    if current?.announcesList == true {
      current?.append(paper.text(block), at: index, block.lines)
      return
    }
    finish(into: &sink)
    guard headingKind == .improvement, block.label.isEmpty, block.text.count >= 12 else { return }
    current = NumberedParagraph(
      number: nil, text: paper.text(block), at: index, block.lines, heading, headingKind)
  }

  /// The number of a paragraph that goes on with the report's count.
  private func number(of block: Block) -> (printed: String, parts: [Int])? {
    guard block.kind == .item, let label = paper.label(block), let number = ItemNumber(label),
      !number.printed.contains("/"), block.text.count >= 12,
      paper.ends(block, with: ".") || paper.ends(block, with: ":") || block.text.count >= 80
    else { return nil }
    let parts = number.printed.split(separator: ".").compactMap { Int($0) }
    guard let first = parts.first else { return nil }
    guard let lastFirst = last.first else { return (number.printed, parts) }
    guard first <= lastFirst + 2, last.lexicographicallyPrecedes(parts) else { return nil }
    return (number.printed, parts)
  }

  mutating func finish(into sink: inout RecordSink) {
    guard let paragraph = current else { return }
    current = nil
    let blocks = paragraph.blocks
    if paragraph.isImprovement {
      var content = ImprovementRequired()
      content.number = paragraph.number
      content.text = paragraph.text
      let opening = paragraph.text.opening(words: 6)
      sink.add(
        .improvementRequired(content), parts: [paragraph.number ?? opening], lines: paragraph.lines,
        blocks: blocks)
    } else if let number = paragraph.number {
      var content = Finding()
      content.number = number
      content.section = paragraph.heading
      content.text = paragraph.text
      sink.add(.finding(content), parts: [number], lines: paragraph.lines, blocks: blocks)
    }
  }
}

/// A paragraph of an inspection report while its parts are put together.
struct NumberedParagraph {
  var number: String?
  var text: String
  var blocks: Range<Int>
  var lines: LineRange
  var heading: String?
  var kind: InspectionHeading

  init(
    number: String?, text: String, at index: Int, _ lines: LineRange, _ heading: String?,
    _ kind: InspectionHeading
  ) {
    (self.number, self.text, self.lines) = (number, text, lines)
    (self.heading, self.kind) = (heading, kind)
    blocks = index..<index + 1
  }

  mutating func append(_ more: String, at index: Int, _ lines: LineRange) {
    if text.utf8.last == 0x3A { isOpen = true }
    text += " " + more
    self.lines = self.lines.union(lines)
    blocks = blocks.lowerBound..<index + 1
  }

  private var isOpen = false

  /// Whether bullets that follow belong to it.
  var announcesList: Bool { isOpen || text.utf8.last == 0x3A }

  /// Whether it stops in mid-air, as at the foot of a page.
  var isCut: Bool {
    guard let last = text.utf8.last, text.utf8.count >= 60 else { return false }
    return last.isLetter || last.isDigit || last == 0x2C || last == 0x2D
  }

  /// Whether it says what has to improve; "There are no areas for priority action" does not.
  var isImprovement: Bool {
    guard kind != .other else { return false }
    let opening = text.lowercased().prefix(24)
    return !["there are no ", "there were no ", "no areas ", "none", "there is no "].contains {
      opening.hasPrefix($0)
    }
  }
}
