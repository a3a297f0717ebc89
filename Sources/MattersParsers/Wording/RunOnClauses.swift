import MattersText

/// Takes apart a decision whose clauses run on in one sentence: `that the report be noted; and that
/// the Cabinet be asked ...`.
///
/// A semicolon parts what is decided. A comma does so only where the clauses are not of one kind, so
/// that they are asked of different people.
enum RunOnClauses {
  private static let shortest = 12

  /// The clauses; empty where the words are one.
  static func clauses(
    _ bytes: [UInt8], _ range: ByteRange, kind: (ByteRange) -> Lead.Purpose
  ) -> [ByteRange] {
    let parted = split(bytes, range, mark: 0x3B)
    if parted.count >= 2 { return parted }
    let listed = split(bytes, range, mark: 0x2C)
    guard listed.count >= 2 else { return [] }
    return Set(listed.map(kind)).count > 1 ? listed : []
  }

  private static func split(_ bytes: [UInt8], _ range: ByteRange, mark: UInt8) -> [ByteRange] {
    var lead = self.lead(bytes, range.lower, range.upper)
    var clauses: [ByteRange] = []
    var start = range.lower
    var at = range.lower
    while at < range.upper {
      if bytes[at] == mark, let next = next(bytes, at + 1, range.upper),
        let own = self.lead(bytes, next, range.upper), lead == nil || lead == own,
        at - start >= shortest, range.upper - next >= shortest
      {
        lead = own
        clauses.append(bytes.trimmed(ByteRange(start, at)))
        start = next
        at = next
      } else {
        at += 1
      }
    }
    clauses.append(bytes.trimmed(ByteRange(start, range.upper)))
    return clauses.count >= 2 ? clauses : []
  }

  /// Where the words begin behind a mark, past `and`.
  private static func next(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var at = start
    while at < end, bytes[at].isSpace { at += 1 }
    guard at > start else { return nil }
    if bytes.matches("and ", at: at, before: end) { at += 4 }
    return at < end ? at : nil
  }

  private enum Opening { case that, to }

  /// How a clause begins.
  private static func lead(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Opening? {
    bytes.matches("that ", at: at, before: end)
      ? .that : bytes.matches("to ", at: at, before: end) ? .to : nil
  }
}
