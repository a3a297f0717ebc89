public import MattersBlocks
import MattersRecords
import MattersText

/// How each non-blank line of a paper was accounted for.
public struct Coverage: Sendable {
  /// What became of a line.
  public enum Claim: Hashable, Sendable {
    /// A record was read from it.
    case record
    /// It is narrative of a document that was recognised.
    case narrative
    /// It is page furniture, by the rule named.
    case furniture(Furniture)
    /// No parser knew it.
    case unclaimed
  }

  /// Each non-blank line with its claim, in order.
  public let lines: [(line: Int, claim: Claim)]

  init(_ paper: Paper, sections: [Section], sink: RecordSink) {
    var claims = [Claim?](repeating: nil, count: paper.source.lineCount + 1)
    for section in sections {
      for index in section.blocks {
        let block = paper.blocks[index]
        for line in block.lines.first...block.lines.last {
          if let rule = block.furniture {
            claims[line] = .furniture(rule)
          } else if sink.isClaimed[index] {
            claims[line] = .record
          } else if claims[line] == nil {
            claims[line] = section.layout == nil ? .unclaimed : .narrative
          }
        }
      }
    }
    for record in sink.records {
      for line in record.lines.first...min(record.lines.last, paper.source.lineCount) {
        if let claim = claims[line], claim == .narrative || claim == .unclaimed {
          claims[line] = .record
        }
      }
    }
    let bytes = paper.source.bytes
    lines = claims.indices.dropFirst().compactMap { number in
      guard let claim = claims[number], !bytes.trimmed(paper.source.line(number)).isEmpty else {
        return nil
      }
      return (number, claim)
    }
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
