import MattersBlocks
import MattersText

/// The words in bold with which a paragraph begins, where it has more: a title and what runs on.
enum BoldLead {
  private static let marks: [(open: StaticString, close: StaticString)] = [
    ("**", "**"), ("<b>", "</b>"), ("<strong>", "</strong>"), ("__", "__"),
  ]

  /// The offset behind the bold words; a label before them may be bold with them.
  static func end(of range: ByteRange, label: ByteRange = .none, in paper: Paper) -> Int? {
    guard range.count >= 4 else { return nil }
    let bytes = paper.source.bytes
    let last = paper.clean.sourceOffset(of: range.upper - 1)
    let starts = [range.lower] + (label.isEmpty ? [] : [label.lower])
    for start in starts.map({ paper.clean.sourceOffset(of: $0) }) {
      for mark in marks {
        let from = start - mark.open.utf8CodeUnitCount
        guard from >= 0, last > start, bytes.matches(mark.open, at: from, before: start),
          let close = bytes.firstIndex(of: mark.close, in: ByteRange(start, last)),
          (3...200).contains(close - start)
        else { continue }
        var at = range.lower
        while at < range.upper, paper.clean.sourceOffset(of: at) < close { at += 1 }
        return at > range.lower && at < range.upper ? at : nil
      }
    }
    return nil
  }
}
