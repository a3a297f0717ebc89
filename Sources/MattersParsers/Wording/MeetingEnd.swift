import MattersText

/// The sentence with which minutes end: `The meeting ended at 5.40 pm`.
enum MeetingEnd {
  private static let words: [StaticString] = [
    "the meeting ended", "the meeting closed", "the meeting concluded", "the meeting finished",
    "the meeting rose", "meeting ended", "meeting closed", "the meeting terminated",
    "the meeting was closed", "there being no further business", "this concluded the meeting",
    "this concluded the business", "that concluded the business", "the meeting was declared closed",
    "the chair declared the meeting closed", "the chairman declared the meeting closed",
    "the chair closed the meeting", "the chairman closed the meeting", "close of meeting",
  ]

  /// Whether some words begin that sentence.
  static func begins(_ range: ByteRange, in bytes: [UInt8]) -> Bool {
    words.contains { bytes.matches($0, at: range.lower, before: range.upper) }
  }
}
