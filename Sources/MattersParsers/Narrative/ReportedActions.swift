import MattersBlocks
import MattersRecords
import MattersText

/// Actions of the meeting before that minutes print with a line below each that says how it stands:
/// `Warden to mend the gate.` over `Complete`.
///
/// The headings of the list, `Action` and `Progress`, stand one over the other too.
enum ReportedActions {
  /// The most bytes of the line that says how an action stands.
  private static let longest = 60

  /// Reads the pairs under a heading; the blocks that they take.
  static func read(
    _ blocks: Range<Int>, of paper: Paper, into sink: inout RecordSink
  ) -> Set<Int> {
    let numbered = readNumbered(blocks, of: paper, into: &sink)
    guard numbered.isEmpty, var index = start(blocks, in: paper) else { return numbered }
    var pairs: [(action: Int, status: Int)] = []
    while index < blocks.upperBound {
      guard let next = status(below: index, before: blocks.upperBound, in: paper),
        !sink.isClaimed[index]
      else { break }
      pairs.append((index, next))
      index = paper.next(after: next) ?? blocks.upperBound
    }
    guard pairs.count >= 2 else { return [] }
    var taken: Set<Int> = []
    for (action, status) in pairs {
      let cells = [action, status].map { paper.text(paper.blocks[$0]) }
      guard
        let entry = TrackerTable.entry(
          .actions, cells: cells, header: ["Action", "Progress"], [.action: 0, .status: 1], nil,
          StatusKey(), sink.profile, body: sink.meeting.body)
      else { continue }
      sink.add(
        .trackerEntry(entry),
        parts: [
          sink.meeting.date?.iso, nil,
          entry.text.opening(words: 6),
        ], lines: paper.blocks[action].lines.union(paper.blocks[status].lines),
        blocks: action..<action + 1)
      sink.claim(status)
      taken.formUnion([action, status])
    }
    return taken
  }

  /// Reads `Action 3: Warden to mend the gate.` over `Not complete. ...`, where there are several.
  private static func readNumbered(
    _ blocks: Range<Int>, of paper: Paper, into sink: inout RecordSink
  ) -> Set<Int> {
    let bytes = paper.clean.bytes
    let found = blocks.filter { index in
      let block = paper.blocks[index]
      let at = block.text.lower + 7
      return block.kind == .paragraph && block.text.count >= 24 && block.text.count <= 1200
        && paper.starts(block, with: "action ") && bytes[at].isDigit && !sink.isClaimed[index]
        && ActionLine.isReported(index, in: paper)
    }
    guard found.count >= 2 else { return [] }
    var taken: Set<Int> = []
    for index in found {
      let text = paper.text(paper.blocks[index])
      guard let colon = text.prefix(16).firstIndex(of: ":"), let next = paper.next(after: index)
      else { continue }
      let said = paper.text(paper.blocks[next])
      let cells = [
        String(text[text.index(after: colon)...]).trimmingMarks + (text.hasSuffix(".") ? "." : ""),
        (said.sentences.first ?? said).trimmingMarks, said,
      ]
      guard
        var entry = TrackerTable.entry(
          .actions, cells: cells, header: ["Action", "Status", "Progress"],
          [.action: 0, .status: 1, .response: 2], nil, StatusKey(), sink.profile,
          body: sink.meeting.body)
      else { continue }
      let label = String(text[..<colon])
      entry.label = label
      if said.trimmingMarks == cells[1] { entry.response = nil }
      sink.add(
        .trackerEntry(entry), parts: [sink.meeting.date?.iso, nil, label],
        lines: paper.blocks[index].lines.union(paper.blocks[next].lines),
        blocks: index..<index + 1)
      sink.claim(next)
      taken.formUnion([index, next])
    }
    return taken
  }

  /// The block below the two headings of such a list, `Action` over `Progress`.
  private static func start(_ blocks: Range<Int>, in paper: Paper) -> Int? {
    for index in blocks where paper.blocks[index].text.count <= 12 {
      guard paper.says(paper.blocks[index], "action") || paper.says(paper.blocks[index], "actions"),
        let next = paper.next(after: index), next < blocks.upperBound
      else { continue }
      let under = paper.blocks[next]
      guard under.text.count <= 20, let first = paper.next(after: next), first < blocks.upperBound,
        paper.says(under, "progress") || paper.says(under, "status") || paper.says(under, "update")
          || paper.says(under, "outcome")
      else { continue }
      return first
    }
    return nil
  }

  /// The block below a task that says nothing but how it stands.
  private static func status(below index: Int, before end: Int, in paper: Paper) -> Int? {
    let block = paper.blocks[index]
    guard block.kind == .paragraph || block.kind == .item, (20...800).contains(block.text.count),
      paper.has(block, " to "), let next = paper.next(after: index), next < end
    else { return nil }
    let under = paper.blocks[next]
    guard under.kind == .paragraph || under.kind == .item, under.text.count <= longest,
      ResponseWording.stateOfStatus(paper.text(under).trimmingMarks) != nil
    else { return nil }
    return next
  }
}
