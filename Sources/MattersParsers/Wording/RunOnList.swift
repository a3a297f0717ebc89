import MattersBlocks
import MattersText

/// Takes apart a list that runs on in its paragraph: `(1) that the report be noted; (2) that ...`.
enum RunOnList {
  /// The labels and words of the list; empty where there are not two points that count on.
  static func points(
    _ bytes: [UInt8], _ range: ByteRange
  ) -> [(label: ByteRange, words: ByteRange)] {
    let range = withoutLead(bytes, range)
    guard let first = LabelScanner.scan(bytes, range.lower, range.upper) else { return [] }
    return points(bytes, range, first: first)
  }

  /// The points of a list of which a line begins with one and holds the next: `(b)` before `the rents
  /// be held; (c) the Head of Parks report back`.
  static func points(
    _ bytes: [UInt8], _ range: ByteRange, after label: ByteRange
  ) -> [(label: ByteRange, words: ByteRange)] {
    points(bytes, range, first: (label, range.lower))
  }

  private static func points(
    _ bytes: [UInt8], _ range: ByteRange, first: (label: ByteRange, next: Int)
  ) -> [(label: ByteRange, words: ByteRange)] {
    var points: [(label: ByteRange, words: ByteRange)] = []
    var sequence = LabelSequence()
    guard sequence.take(bytes.string(first.label)) else { return [] }
    let style = shape(bytes, first.label)
    var label = first.label
    var start = first.next
    var at = first.next
    while at < range.upper {
      guard bytes[at] == 0x20 || bytes[at] == CleanText.paragraphBreak,
        at + 1 < range.upper, let next = LabelScanner.scan(bytes, at + 1, range.upper),
        shape(bytes, next.label) == style, mayEnd(bytes, at)
      else {
        at += 1
        continue
      }
      var trial = sequence
      guard trial.take(bytes.string(next.label)) else {
        at += 1
        continue
      }
      sequence = trial
      points.append((label, bytes.trimmed(ByteRange(start, at))))
      label = next.label
      start = next.next
      at = next.next
    }
    points.append((label, bytes.trimmed(ByteRange(start, range.upper))))
    return points.count >= 2 ? points : []
  }

  /// The words behind `That the Committee:-` or `That`, which only lead to the points.
  private static func withoutLead(_ bytes: [UInt8], _ range: ByteRange) -> ByteRange {
    guard bytes.matches("that ", at: range.lower, before: range.upper) else { return range }
    let window = ByteRange(range.lower, min(range.upper, range.lower + 48))
    if let open = bytes.firstIndex(of: " (", in: window),
      let (label, _) = LabelScanner.scan(bytes, open + 1, range.upper),
      ["(a)", "(i)", "(1)", "(A)"].contains(bytes.string(label))
    {
      return ByteRange(open + 1, range.upper)
    }
    guard let colon = bytes.firstIndex(of: ":", in: window) else { return range }
    var at = colon + 1
    while at < range.upper, bytes[at] == 0x2D || bytes[at].isSpace { at += 1 }
    guard at < range.upper, bytes[at] == 0x28 || bytes[at].isDigit else { return range }
    return ByteRange(at, range.upper)
  }

  /// Whether the words of a list end so that a further point follows: `; and`, a colon.
  static func goesOn(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    if range.upper > range.lower, [0x3A, 0x3B].contains(bytes[range.upper - 1]) { return true }
    return [" and", " or"].contains { (tail: StaticString) in
      let at = range.upper - tail.utf8CodeUnitCount
      return at > range.lower && bytes.matches(tail, at: at, before: range.upper)
    }
  }

  /// Brackets and dots around a label, and whether it is a number.
  private static func shape(_ bytes: [UInt8], _ label: ByteRange) -> [UInt8] {
    var shape: [UInt8] = []
    for byte in bytes[label.lower..<label.upper] {
      let mark: UInt8 = byte.isDigit ? 0x31 : byte.isLetter ? 0x61 : byte
      if shape.last != mark { shape.append(mark) }
    }
    return shape
  }

  /// A point ends with a mark, or with one and "and".
  private static func mayEnd(_ bytes: [UInt8], _ at: Int) -> Bool {
    guard at > 0 else { return false }
    let marks: [UInt8] = [0x3B, 0x2C, 0x2E, 0x3A]
    if marks.contains(bytes[at - 1]) || bytes[at] == CleanText.paragraphBreak { return true }
    return at >= 4
      && (bytes.matches(" and", at: at - 4, before: at)
        || bytes.matches(" but", at: at - 4, before: at))
  }
}
