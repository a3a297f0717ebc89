import MattersBlocks
import MattersRecords
import MattersText

/// The state of reading one area of a plan.
struct PlanReader {
  let paper: Paper
  var heading: PlanAreaHeading?
  /// Whether the area's own table has begun, after which further headings are not this area's.
  var hasTable = false
  var columns: PlanColumns?
  var action: PlanActionParts?
  var list: PlanListHeading?
  /// Whether the list's heading was the block before.
  var isFresh = false
  var foreign = 0

  init(paper: Paper) { self.paper = paper }

  /// Whether what follows is no longer the plan.
  var isOver: Bool { foreign > 4 }

  private var area: String? { heading?.number ?? action?.prefix }

  mutating func read(_ index: Int, into sink: inout RecordSink) {
    let block = paper.blocks[index]
    if let words = onlyWords(block), let next = PlanListHeading(words, in: paper) {
      finish(into: &sink)
      (list, isFresh, columns, foreign) = (next, true, nil, 0)
      sink.claim(index)
      return
    }
    if block.kind == .row, let header = PlanColumns(block, in: paper) {
      finish(into: &sink)
      (columns, list, hasTable, foreign) = (header, nil, true, 0)
      sink.claim(index)
      return
    }
    if let list {
      if readPoint(index, of: list, into: &sink) { return }
      self.list = nil
    }
    if let columns, block.kind == .row {
      readRow(index, columns, into: &sink)
      return
    }
    if block.kind != .row { columns = nil }
    finish(into: &sink)
    if !hasTable, let found = PlanAreaHeading(block, in: paper), found.isPlain || heading == nil {
      heading = found
      sink.meeting.area = found.title
      sink.claim(index)
    } else if hasTable {
      foreign += 1
    }
  }

  /// The words of a block that has one stretch: a paragraph, or a row with one cell filled.
  private func onlyWords(_ block: Block) -> ByteRange? {
    guard block.kind == .row else { return block.label.isEmpty ? block.text : nil }
    let filled = paper.cells(block).filter { !$0.isEmpty }
    return filled.count == 1 ? filled[0] : nil
  }

  // MARK: - Outcomes and measures

  /// Reads a block as points of a list; false where the list is over.
  private mutating func readPoint(
    _ index: Int, of list: PlanListHeading, into sink: inout RecordSink
  ) -> Bool {
    let block = paper.blocks[index]
    let wasFresh = isFresh
    let words: ByteRange
    switch block.kind {
    case .item: words = block.text
    case .row:
      guard let only = onlyWords(block) else { return false }
      words = only
    case .paragraph:
      guard isFresh || ListPoints.isList(block.text, in: paper) else { return false }
      words = block.text
    case .heading, .furniture: return false
    }
    isFresh = false
    if wasFresh, block.kind == .paragraph, paper.ends(block, with: ":") { return true }
    let points = ListPoints(words, of: paper, ending: .evidence)
    for text in points.texts {
      let parts: [String?] = [area, text.opening(words: 6)]
      let body: RecordBody
      switch list {
      case .outcomes:
        var content = PlanOutcome()
        (content.planArea, content.text) = (area, text)
        body = .planOutcome(content)
      case .measures:
        var content = PlanMeasure()
        (content.planArea, content.text) = (area, text)
        body = .planMeasure(content)
      }
      sink.add(
        body, parts: parts, lines: block.lines, blocks: index..<index + 1,
        certainty: points.isGuessed ? .probable : .certain,
        because: points.isGuessed
          ? "the list's marks were lost; its points were told apart by their closing notes" : nil)
    }
    return true
  }

  // MARK: - Actions

  private mutating func readRow(
    _ index: Int, _ columns: PlanColumns, into sink: inout RecordSink
  ) {
    let block = paper.blocks[index]
    let row = PlanRow(block, columns, in: paper)
    sink.claim(index)
    if row.number == nil {
      if row.isSubheading(in: paper, after: action) {
        finish(into: &sink)
        return
      }
      // In a numbered plan a row without a number is the rest of one that a page break cut.
      if action?.number != nil || row.goesOn(in: paper) {
        action?.append(row, lines: block.lines)
        return
      }
      guard heading != nil else { return }
    }
    let prefix = action?.prefix
    finish(into: &sink)
    action = PlanActionParts(row, lines: block.lines, prefix: prefix)
  }

  /// Adds the action whose rows have all been read.
  mutating func finish(into sink: inout RecordSink) {
    guard let action, !action.isDone else { return }
    let (content, isGuessed) = action.content(in: paper, area: heading?.number)
    self.action?.isDone = true
    guard !content.text.isEmpty else { return }
    let opening = content.text.opening(words: 6)
    sink.add(
      .planAction(content),
      parts: content.number == nil ? [content.planArea, opening] : [content.number],
      lines: action.lines,
      certainty: isGuessed ? .probable : .certain,
      because: isGuessed
        ? "the marks of the progress list were lost, so that a point may hold more than one"
        : nil)
  }
}
