import MattersBlocks
import MattersRecords
import MattersText

/// What an agenda itself says is proposed under an item: `RECOMMENDED that the report be noted.`, or
/// `RECOMMENDED that:` over points.
///
/// The word stands in capitals at the head of its line: in small letters an agenda tells what others
/// recommended.
enum AgendaProposals {
  static func read(_ section: Section, of paper: Paper, into sink: inout RecordSink) {
    var items: [(line: Int, title: String)] = []
    for record in sink.records {
      guard case .agendaItem(let item) = record.content else { continue }
      items.append((record.lines.first, item.title))
    }
    guard !items.isEmpty else { return }
    for index in section.blocks {
      let block = paper.blocks[index]
      guard !sink.isClaimed[index] || block.kind != .row, let words = proposed(block, in: paper),
        let item = items.last(where: { $0.line <= block.lines.first })
      else { continue }
      let date = sink.meeting.date?.iso
      func add(_ words: ByteRange, _ label: String?, _ at: Int, into sink: inout RecordSink) {
        var content = Recommendation()
        content.text = paper.text(words)
        content.label = label
        content.madeIn = .report
        content.report = item.title
        content.meetingDate = date
        sink.add(
          .recommendation(content),
          parts: [date, item.title, label ?? content.text.opening(words: 6)],
          lines: paper.lines(of: words), blocks: at..<at + 1)
      }
      if words.count >= 8 {
        add(words, nil, index, into: &sink)
        continue
      }
      var read = 0
      for next in (index + 1)..<max(index + 1, section.blocks.upperBound) {
        let point = paper.blocks[next]
        if point.kind == .furniture { continue }
        guard point.kind == .item, !point.label.isEmpty, point.text.count >= 8,
          !items.contains(where: { $0.line == point.lines.first })
        else { break }
        add(point.text, paper.label(point), next, into: &sink)
        read += 1
      }
      if read > 0 { sink.claim(index) }
    }
  }

  /// The words behind `RECOMMENDED`, `RECOMMENDED that` or `RECOMMENDED:` at the head of a line; none
  /// where points have them.
  private static func proposed(_ block: Block, in paper: Paper) -> ByteRange? {
    let bytes = paper.clean.bytes
    let lead: StaticString = "recommended"
    guard block.kind == .paragraph, paper.starts(block, with: lead),
      block.text.count > lead.utf8CodeUnitCount + 1,
      bytes[block.text.lower..<block.text.lower + 11].allSatisfy(\.isUpper)
    else { return nil }
    var at = block.text.lower + 11
    while at < block.text.upper, !bytes[at].isWordByte { at += 1 }
    guard bytes.matches("that", at: at, before: block.text.upper) || at == block.text.upper else {
      return nil
    }
    let next = bytes.matches("that", at: at, before: block.text.upper) ? at + 4 : at
    let rest = bytes.trimmed(ByteRange(min(next, block.text.upper), block.text.upper))
    return rest.count <= 3 || paper.ends(block, with: ":") ? .none : rest
  }
}
