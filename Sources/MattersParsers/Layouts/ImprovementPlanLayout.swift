import MattersBlocks
import MattersRecords
import MattersText

/// An area of an improvement plan: a heading, a table of actions, lists of outcomes and measures.
///
/// A plan is read area by area, so that a plan in the midst of a pack needs no title.
enum ImprovementPlanLayout: Layout {
  static let name = "improvement plan"
  static let summary =
    "Improvement plan: areas with actions, leads, deadlines, outcomes and measures"

  // MARK: - Knowing one

  static func opening(at index: Int, in paper: Paper) -> Opening? {
    let header = paper.blocks[index]
    guard header.kind == .row, let columns = PlanColumns(header, in: paper) else { return nil }
    // A log of actions numbers them by the meeting's items: 85.6.
    if let above = paper.previous(before: index),
      TrackerLayout.isTitle(paper.blocks[above], in: paper)
    {
      return nil
    }
    let prefix = firstPrefix(after: index, columns, in: paper)
    var at = index
    var seen = 0
    while let before = paper.previous(before: at), seen < 40 {
      at = before
      seen += 1
      guard let heading = PlanAreaHeading(paper.blocks[at], in: paper) else { continue }
      let isOurs =
        heading.isPlain
        ? prefix == nil || prefix == heading.number
        : prefix == heading.number && leads(at, to: index, in: paper)
      if isOurs { return Opening(start: QuotedAreas.start(before: at, in: paper) ?? at, signs: 3) }
      if heading.isPlain { break }
    }
    return prefix == nil ? nil : Opening(start: index, signs: 3)
  }

  /// Whether a line is followed at once by the table, or by the heading of one of the area's lists.
  private static func leads(_ heading: Int, to header: Int, in paper: Paper) -> Bool {
    guard let next = paper.next(after: heading) else { return false }
    return next == header || PlanListHeading(paper.blocks[next].text, in: paper) != nil
  }

  /// The area's number that the first actions below a header begin with: `4` of `4.1`.
  private static func firstPrefix(
    after header: Int, _ columns: PlanColumns, in paper: Paper
  ) -> String? {
    var at = header
    var seen = 0
    while let next = paper.next(after: at), seen < 3, paper.blocks[next].kind == .row {
      at = next
      seen += 1
      let row = PlanRow(paper.blocks[next], columns, in: paper)
      if let number = row.number, let dot = number.firstIndex(of: ".") {
        return String(number[..<dot])
      }
    }
    return nil
  }

  // MARK: - Reading

  static func read(_ section: Section, of paper: Paper, into sink: inout RecordSink) {
    var reader = PlanReader(paper: paper)
    QuotedAreas.read(section, of: paper, into: &sink)
    for index in section.blocks where paper.blocks[index].kind != .furniture {
      reader.read(index, into: &sink)
      if reader.isOver { break }
    }
    reader.finish(into: &sink)
    sink.meeting.area = nil
  }
}
