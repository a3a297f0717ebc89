import MattersBlocks
import MattersText

/// A resolution that ends in a colon and whose points are part of it: grounds, reasons, conditions.
struct HeldWords {
  var lead: Lead
  var words: ByteRange
  /// The block it stands in, for its label.
  var block: Block
  var line: MinuteLine
  /// Whether numbers are its points' and not the next resolution's.
  var takesNumbers = false
  /// The points so far.
  var points: [MinuteLine] = []
}

extension OperativeReader {
  /// Takes a line as a point of the resolution that is held; otherwise lets that go.
  mutating func takesHeld(_ line: MinuteLine, into sink: inout RecordSink) -> Bool {
    guard held != nil else { return false }
    if line.block.kind == .furniture { return true }
    if line.block.kind == .item,
      LabelStyle(paper.label(line.block)) != .number || held?.takesNumbers == true
    {
      held?.points.append(line)
      sink.claim(line.index)
      return true
    }
    releaseHeld(into: &sink)
    return false
  }

  /// Adds the resolution that is held, with its points and their labels.
  mutating func releaseHeld(into sink: inout RecordSink) {
    guard let held else { return }
    self.held = nil
    var lines = paper.lines(of: held.words)
    var words = [paper.text(held.words)]
    for point in held.points {
      if let label = paper.label(point.block) { words.append(label) }
      words.append(paper.text(point.block.text))
      lines = lines.union(point.block.lines)
    }
    add(
      ItemWording.purpose(of: held.words, in: paper), text: words.joined(separator: " "),
      label: label(of: held.block), lines: lines, held.line, lead: held.lead, into: &sink)
  }
}
