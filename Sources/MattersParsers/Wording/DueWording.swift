import MattersText

/// Reads by when something is asked for: `by 14 November 2023`, `for the next meeting`.
enum DueWording {
  /// The day, where one is named, and otherwise the words.
  static func read(_ text: String) -> (due: String?, asPrinted: String?) {
    let bytes = Array(text.utf8)
    for lead: StaticString in [
      " by ", " before ", " no later than ", " for the meeting on ", " to the meeting on ",
      " for the meeting of ", " at the meeting on ",
    ] {
      guard let at = bytes.firstIndex(of: lead, in: ByteRange(0, bytes.count)) else { continue }
      let after = ByteRange(
        at + lead.utf8CodeUnitCount, min(bytes.count, at + lead.utf8CodeUnitCount + 40))
      if let match = DateReader.next(in: bytes, from: after.lower, before: after.upper),
        match.range.lower - after.lower <= 16
      {
        return (match.iso, nil)
      }
    }
    return (nil, nil)
  }
}
