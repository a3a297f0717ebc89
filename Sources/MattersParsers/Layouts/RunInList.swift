import MattersBlocks
import MattersText

/// Takes apart a paragraph that opens a list and has its points behind the colon.
///
/// `The Committee:- (i) noted the report; and (ii) agreed the plan.`
/// The words up to the first label lead as a line of their own would, so that one reader reads both.
enum RunInList {
  /// The lead and its points; nothing where the paragraph is no such list.
  static func lines(_ block: Block, index: Int, in paper: Paper) -> [MinuteLine]? {
    let bytes = paper.clean.bytes
    guard block.kind == .paragraph || block.kind == .item, block.text.count >= 40,
      let (lead, rest) = parts(block.text, bytes), opens(lead, of: block, in: paper)
    else { return nil }
    let points = RunOnList.points(bytes, rest)
    guard points.count >= 2, points.allSatisfy({ $0.words.count >= 8 }),
      LabelSequence.isFirst(bytes.string(points[0].label))
    else { return nil }
    var head = block
    head.text = lead
    head.lines = paper.lines(of: lead)
    var lines = [MinuteLine(block: head, index: index)]
    for point in points {
      var piece = block
      (piece.kind, piece.label, piece.text) = (.item, point.label, point.words)
      piece.lines = paper.lines(of: point.words)
      lines.append(MinuteLine(block: piece, index: index))
    }
    return lines
  }

  /// The words up to a mark that a label follows, and those from the label on.
  private static func parts(_ text: ByteRange, _ bytes: [UInt8]) -> (ByteRange, ByteRange)? {
    var at = text.lower + 6
    while at + 8 < text.upper {
      let isMark = bytes[at] == 0x3A || bytes[at] == 0x2D || bytes[at] == 0x93 || bytes[at] == 0x94
      guard isMark || bytes.matches(" that ", at: at, before: text.upper) else {
        at += 1
        continue
      }
      var next = isMark ? at + 1 : at + 5
      while next < text.upper, bytes[next] == 0x2D { next += 1 }
      let end = next
      while next < text.upper, bytes[next].isSpace { next += 1 }
      if next > end, let (label, words) = LabelScanner.scan(bytes, next, text.upper),
        words > label.upper - 1, bytes[label.upper - 1] != 0x2E || bytes[label.lower].isLetter
      {
        return (ByteRange(text.lower, end), ByteRange(next, text.upper))
      }
      at = end
    }
    return nil
  }

  /// Whether what stands before the points says that something was decided, or who decided it.
  private static func opens(_ lead: ByteRange, of block: Block, in paper: Paper) -> Bool {
    let bytes = paper.clean.bytes
    let last = Sentences.split(bytes, lead).last ?? lead
    guard last.count <= 240 else { return false }
    var own = block
    own.text = last
    if DecidingBody.isAlone(own, in: paper) { return true }
    guard OperativeSentence.mayDecide(bytes, last) else { return false }
    return OperativeSentence(last, of: own, in: paper).map(\.isLead) ?? false
  }
}
