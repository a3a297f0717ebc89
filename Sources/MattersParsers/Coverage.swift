public import MattersBlocks
import MattersRecords
import MattersText

/// How each non-blank line of a paper was accounted for.
public struct Coverage: Sendable {
  /// What became of a line.
  public enum Claim: Hashable, Sendable {
    /// A record was read from it.
    case record
    /// It is narrative under a recognised heading of a recognised document.
    case narrative
    /// It is page furniture, by the rule named.
    case furniture(Furniture)
    /// No parser knew it.
    case unclaimed
  }

  /// Each non-blank line with its claim, in order.
  public let lines: [(line: Int, claim: Claim)]

  init(_ paper: Paper, sections: [Section], sink: RecordSink) {
    let read = Self.readBlocks(paper, sink)
    var claims = [Claim?](repeating: nil, count: paper.source.lineCount + 1)
    func claim(_ index: Int, _ claim: Claim) {
      let lines = paper.blocks[index].lines
      for line in lines.first...lines.last where claims.indices.contains(line) {
        if claims[line] == nil || claims[line] == .unclaimed { claims[line] = claim }
      }
    }
    for index in paper.blocks.indices {
      if let rule = paper.blocks[index].furniture { claim(index, .furniture(rule)) }
    }
    for index in read.indices where read[index] { claim(index, .record) }
    for section in sections {
      let narrative = Narrative.blocks(of: section, in: paper) { read[$0] }
      for index in narrative { claim(index, .narrative) }
    }
    var isUnderHeading = false
    for index in Self.cover(sections, in: paper, read) {
      if HeadingWords.isKnown(paper.blocks[index], in: paper) { isUnderHeading = true }
      if paper.blocks[index].text.count <= 120 {
        claim(index, .furniture(.coverLine))
      } else if isUnderHeading {
        claim(index, .narrative)
      }
    }
    for index in paper.blocks.indices { claim(index, .unclaimed) }
    let bytes = paper.source.bytes
    lines = claims.indices.dropFirst().compactMap { number in
      guard let claim = claims[number], !bytes.trimmed(paper.source.line(number)).isEmpty else {
        return nil
      }
      return (number, claim)
    }
  }

  /// Whether a record was read from each block: layouts say from which; of a record whose layout
  /// does not say, its lines tell.
  private static func readBlocks(_ paper: Paper, _ sink: RecordSink) -> [Bool] {
    var read = sink.isClaimed
    // Where among the blocks each line is; blocks are in the order of their lines.
    var starts: [Int] = Array(repeating: paper.blocks.count, count: paper.source.lineCount + 2)
    for index in paper.blocks.indices.reversed() {
      starts[min(paper.blocks[index].lines.first, starts.count - 1)] = index
    }
    for line in starts.indices.reversed().dropFirst() {
      starts[line] = min(starts[line], starts[line + 1])
    }
    for record in sink.records {
      let first = starts[min(max(record.lines.first, 0), starts.count - 1)]
      let last = starts[min(record.lines.last + 1, starts.count - 1)]
      guard first < last, !sink.isClaimed[first..<last].contains(true) else { continue }
      for index in first..<last { read[index] = true }
    }
    for index in read.indices where paper.blocks[index].kind == .furniture { read[index] = false }
    return read
  }

  /// The few lines before the first document, or the first record, that was recognised: its cover.
  private static func cover(
    _ sections: [Section], in paper: Paper, _ read: [Bool]
  ) -> Range<Int> {
    let document = sections.first { $0.layout != nil }?.blocks.lowerBound
    guard let first = [document, read.firstIndex(of: true)].compactMap({ $0 }).min(), first <= 12,
      paper.blocks[..<first].allSatisfy({ $0.kind != .row })
    else { return 0..<0 }
    return 0..<first
  }

  /// The share of non-blank lines that are claimed, 0 to 1.
  public var share: Double {
    let unclaimed = lines.count { $0.claim == .unclaimed }
    return lines.isEmpty ? 1 : 1 - Double(unclaimed) / Double(lines.count)
  }

  /// How many lines have a claim.
  public func count(_ claim: Claim) -> Int { lines.count { $0.claim == claim } }

  /// The lines no parser knew.
  public var unclaimed: [Int] { lines.filter { $0.claim == .unclaimed }.map(\.line) }
}
