import MattersBlocks
import MattersRecords
import MattersText

/// What minutes say that an officer's report proposed.
///
/// `The report recommended:- that the Committee - (a) approve the policy; and (b) ...`.
enum RetoldProposals {
  /// Reads the proposals in a minute and claims what it reads.
  static func read(
    _ blocks: Range<Int>, of paper: Paper, title: String, date: PlainDate?,
    into sink: inout RecordSink
  ) {
    let bytes = paper.clean.bytes
    for index in blocks {
      let block = paper.blocks[index]
      guard block.kind == .paragraph || block.kind == .item, !sink.isClaimed[index],
        leads.contains(where: { paper.starts(block, with: $0) }),
        let colon = bytes[block.text.lower..<min(block.text.upper, block.text.lower + 60)]
          .firstIndex(of: 0x3A)
      else { continue }
      var start = colon + 1
      while start < block.text.upper, bytes[start] == 0x2D || bytes[start].isSpace { start += 1 }
      let rest = bytes.trimmed(ByteRange(min(start, block.text.upper), block.text.upper))
      var read = 0
      func add(_ words: ByteRange, _ label: String?, _ at: Int, into sink: inout RecordSink) {
        guard words.count >= 8 else { return }
        read += 1
        var content = Recommendation()
        content.text = paper.text(words)
        content.label = label
        content.madeIn = .report
        content.report = title
        content.meetingDate = date?.iso
        sink.add(
          .recommendation(content),
          parts: [
            date?.iso, title,
            label ?? content.text.opening(words: 6),
          ], lines: paper.lines(of: words), blocks: at..<at + 1)
      }
      // "that the Committee -" leads to points; more than that is the proposal itself.
      if MatchKey.words(paper.text(rest)).count > 5 {
        add(rest, nil, index, into: &sink)
        continue
      }
      for next in (index + 1)..<max(index + 1, blocks.upperBound) {
        let point = paper.blocks[next]
        if point.kind == .furniture { continue }
        if read == 0, point.kind == .paragraph, paper.starts(point, with: "that "),
          !sink.isClaimed[next]
        {
          // The stem, or the one proposal, on a line of its own.
          if MatchKey.words(paper.text(point)).count <= 5 { continue }
          add(point.text, nil, next, into: &sink)
          break
        }
        guard point.kind == .item, !point.label.isEmpty, !sink.isClaimed[next] else { break }
        add(point.text, paper.label(point), next, into: &sink)
      }
      if read > 0 { sink.claim(index) }
    }
  }

  private static let leads: [StaticString] = [
    "the report recommended", "the report recommends", "report recommended",
    "the recommendations in the report were", "the officer recommended:",
  ]
}
