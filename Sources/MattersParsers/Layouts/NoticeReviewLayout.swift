import MattersBlocks
import MattersRecords
import MattersText

/// A review of progress against an improvement notice: numbered requirements, each with its status
/// and lists of achievements, evidence, developments and timescales.
///
/// The source is a page of two columns, achievements beside evidence and developments beside
/// timescales, which converters interleave: bullets that come after the right-hand words belong to
/// the left-hand list.
enum NoticeReviewLayout: Layout {
  static let name = "notice review"
  static let summary = "Improvement notice under review: requirements with status and achievements"

  static func opening(at index: Int, in paper: Paper) -> Opening? {
    let block = paper.blocks[index]
    guard block.kind == .paragraph || block.kind == .heading, block.text.count <= 200,
      !paper.ends(block, with: "."), !paper.ends(block, with: ":"),
      orders.isIn(block, of: paper),
      paper.has(block, "review") || paper.has(block, "progress") || paper.has(block, "update")
    else { return nil }
    let end = min(index + 80, paper.blocks.count)
    let first = (index + 1..<end).first { requirement(at: $0, in: paper) != nil }
    guard let first, let lists = requirement(at: first, in: paper)?.upperBound,
      (lists..<min(lists + 6, paper.blocks.count)).contains(where: {
        ReviewHeading.of(paper.blocks[$0], in: paper) == .achievements
      })
    else { return nil }
    return Opening(start: index, signs: 3)
  }

  private static let orders: SignSet = ["notice", "direction"]

  static func read(_ section: Section, of paper: Paper, into sink: inout RecordSink) {
    var index = section.blocks.lowerBound
    while index < section.blocks.upperBound {
      guard let head = requirement(at: index, in: paper),
        head.upperBound <= section.blocks.upperBound
      else {
        index += 1
        continue
      }
      var reader = RequirementReader(paper: paper)
      reader.readText(head)
      index = reader.readLists(head.upperBound..<section.blocks.upperBound)
      for block in reader.claimed { sink.claim(block) }
      sink.add(
        .requirement(reader.content), parts: [reader.content.number], lines: reader.lines,
        certainty: reader.because == nil ? .certain : .probable, because: reader.because)
    }
  }

  /// The blocks of a requirement's words, where one begins at a block: a number and words, then,
  /// within a few blocks, its status.
  static func requirement(at index: Int, in paper: Paper) -> Range<Int>? {
    let block = paper.blocks[index]
    guard isNumbered(block, in: paper), block.text.count >= 20 else { return nil }
    var at = index
    for _ in 0..<6 {
      guard let next = paper.next(after: at) else { return nil }
      if status(paper.blocks[next], in: paper) != nil { return index..<next }
      let kind = paper.blocks[next].kind
      guard kind == .item || kind == .paragraph, !isNumbered(paper.blocks[next], in: paper),
        ReviewHeading.of(paper.blocks[next], in: paper) == nil
      else { return nil }
      at = next
    }
    return nil
  }

  private static func isNumbered(_ block: Block, in paper: Paper) -> Bool {
    block.kind == .item && !block.style.contains(.bullet) && !block.label.isEmpty
      && paper.clean.bytes[block.label.lower].isDigit
  }

  /// The rating beside the word Status; empty where it stands in a paragraph of its own.
  static func status(_ block: Block, in paper: Paper) -> String? {
    if block.kind == .row {
      let cells = Array(paper.cells(block)).filter { !$0.isEmpty }
      guard let first = cells.first, ReviewHeading.of(first, in: paper) == .status,
        cells.count <= 2
      else { return nil }
      return cells.count == 2 ? paper.text(cells[1]) : ""
    }
    guard block.kind == .paragraph || block.kind == .heading, block.text.count <= 40 else {
      return nil
    }
    if ReviewHeading.of(block, in: paper) == .status { return "" }
    let words = paper.text(block).split(whereSeparator: { $0 == " " || $0 == ":" })
    guard words.count >= 2, words.count <= 4,
      ["status", "rag", "rating"].contains(words[0].lowercased())
    else { return nil }
    return words.dropFirst().joined(separator: " ")
  }
}
