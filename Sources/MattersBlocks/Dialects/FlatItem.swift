import MattersText

/// A line in which a page's whole item stands, its labels with it: `Declarations of interest PDF 204 KB
/// Additional documents: Minutes: 2.1 Councillor Ash declared ...`.
enum FlatItem {
  private static let labels: [StaticString] = ["additional documents:", "decision:", "minutes:"]

  /// The title, the labels and what stands under each; nothing where a line is no such item.
  static func pieces(_ bytes: [UInt8], _ line: ByteRange) -> [ByteRange]? {
    guard bytes.firstIndex(of: labels[0], in: line) != nil else { return nil }
    var end = line.upper
    while end > line.lower, bytes[end - 1] == 0x7C || bytes[end - 1].isSpace { end -= 1 }
    var pieces: [ByteRange] = []
    var start = line.lower
    var at = line.lower
    while at < end {
      guard at == line.lower || bytes[at - 1].isSpace,
        let label = labels.first(where: { bytes.matches($0, at: at, before: end) })
      else {
        at += 1
        continue
      }
      pieces.append(ByteRange(start, at))
      start = at + label.utf8CodeUnitCount
      pieces.append(ByteRange(at, start))
      at = start
    }
    pieces.append(ByteRange(start, end))
    let filled = pieces.filter { !bytes.trimmed($0).isEmpty }
    return filled.count >= 2 ? filled : nil
  }
}
