import MattersBlocks
import MattersText

/// Parts the title of a minute from the words that run on behind it with no mark between.
///
/// `5 Cemetery Wall Cllr Ash left the room.`, `8 Budget Monitoring The figures had been sent out.`
enum RunInTitle {
  /// Words that stand between the words of a title.
  private static let joins: Set<String> = [
    "of", "for", "to", "at", "on", "in", "and", "the", "with", "by", "from", "or", "&", "-", "a",
    "meeting",
  ]
  /// Words with a capital that begin a sentence.
  private static let starters: Set<String> = [
    "The", "There", "It", "No", "None", "Members", "This", "These", "An", "All", "He", "She",
  ]
  private static let longest = 70

  /// The title and what stands behind it, where the words are more than a title.
  static func split(_ words: ByteRange, in bytes: [UInt8]) -> (title: ByteRange, rest: ByteRange)? {
    guard words.count >= 12, bytes[words.upper - 1] == 0x2E, !bytes[words.lower].isLower else {
      return nil
    }
    if let at = confirmation(words, in: bytes) {
      return (bytes.trimmed(ByteRange(words.lower, at)), words)
    }
    var at = words.lower
    var count = 0
    var before = ""
    while at < words.upper, at - words.lower <= longest {
      let start = at
      while at < words.upper, !bytes[at].isSpace { at += 1 }
      let word = bytes.string(ByteRange(start, at))
      // A title has no sentence in it.
      if [0x2E, 0x3A, 0x2C].contains(bytes[at - 1]) { return nil }
      // "Councillors' reports" is no name.
      let isName =
        PeopleList.title(Substring(word)) != nil && word.allSatisfy { $0.isLetter || $0 == "." }
      // "Next meeting 5th February."
      if count >= 2, bytes[start].isDigit, before.lowercased() == "meeting" {
        return (
          bytes.trimmed(ByteRange(words.lower, start)), bytes.trimmed(ByteRange(start, words.upper))
        )
      }
      if count >= 1, isName || starters.contains(word), !joins.contains(before.lowercased()) {
        let title = bytes.trimmed(ByteRange(words.lower, start))
        return (title, bytes.trimmed(ByteRange(start, words.upper)))
      }
      guard !bytes[start].isLower || joins.contains(word) else { return nil }
      (before, count) = (word, count + 1)
      while at < words.upper, bytes[at].isSpace { at += 1 }
    }
    return nil
  }

  /// Where the verb stands of a title that goes on to say what was done.
  ///
  /// `MINUTES of 12 July were agreed and signed.`
  private static func confirmation(_ words: ByteRange, in bytes: [UInt8]) -> Int? {
    guard
      bytes.matches("minutes of ", at: words.lower, before: words.upper)
        || bytes.matches("the minutes of ", at: words.lower, before: words.upper)
    else { return nil }
    let window = ByteRange(words.lower, min(words.upper, words.lower + 90))
    let verbs: [StaticString] = [
      " were agreed", " were approved", " were confirmed", " were proposed", " were signed",
      " were accepted", " were adopted", " were taken as read",
    ]
    return verbs.lazy.compactMap { bytes.firstIndex(of: $0, in: window) }.first
  }

  /// A title that a dash parts from the sentences behind it.
  ///
  /// `Play area - Members had been out to look at it.`
  static func dashed(
    _ words: ByteRange, in bytes: [UInt8]
  ) -> (title: ByteRange, rest: ByteRange)? {
    guard words.count >= 40, bytes[words.upper - 1] == 0x2E else { return nil }
    for at in words.lower..<min(words.upper - 30, words.lower + 90) where bytes[at] == 0x20 {
      let length =
        bytes[at + 1] == 0x2D && bytes[at + 2] == 0x20
        ? 3
        : bytes[at + 1] == 0xE2 && bytes[at + 2] == 0x80 && [0x93, 0x94].contains(bytes[at + 3])
          && bytes[at + 4] == 0x20 ? 5 : 0
      guard length > 0 else { continue }
      let title = bytes.trimmed(ByteRange(words.lower, at))
      let rest = bytes.trimmed(ByteRange(at + length, words.upper))
      guard title.count >= 3, rest.count >= 30, bytes[rest.lower].isUpper,
        !bytes[title.lower..<title.upper].contains(0x2E),
        verbs.contains(where: { bytes.contains($0, in: rest) }),
        !verbs.contains(where: { bytes.contains($0, in: title) })
      else { return nil }
      return (title, rest)
    }
    return nil
  }

  /// Verbs that make words a sentence of minutes.
  private static let verbs: [StaticString] = [
    " was ", " were ", " had ", " has ", " is ", " are ", " will ", " would ", " reported ",
    " discussed ", " noted ", " agreed ", " asked ", " spoke ", " received ", " explained ",
    " introduced ", " thanked ", " said ", " advised ", " gave ", " presented ", " considered ",
    " proposed ", " been ", " resolved ",
  ]

  /// A title that a dash parts from the first subject under it.
  ///
  /// `Reports - the hall - Work began.`
  static func beforeDash(
    _ title: ByteRange, _ rest: ByteRange, in bytes: [UInt8]
  ) -> (title: ByteRange, rest: ByteRange)? {
    guard title.count >= 40, !rest.isEmpty else { return nil }
    for at in title.lower..<(title.upper - 4) where bytes[at] == 0x20 {
      let isDash = bytes[at + 1] == 0x2D && bytes[at + 2] == 0x20
      let isLong =
        bytes[at + 1] == 0xE2 && bytes[at + 2] == 0x80 && [0x93, 0x94].contains(bytes[at + 3])
      guard isDash || isLong else { continue }
      return (
        ByteRange(title.lower, at), ByteRange(at + (isDash ? 3 : 5), max(title.upper, rest.upper))
      )
    }
    return nil
  }
}
