import MattersRecords
import MattersText

/// What somebody who answers in a letter makes of the recommendation just quoted: `I am afraid that
/// I cannot accept this`, `We should like to defer our answer until June`.
///
/// A letter says it in the course of its first sentence, and somebody speaks in it: the writer, the
/// executive, or `this` as what is agreed.
enum LetterVerdict {
  /// The decision that an answer's first sentence tells, and its words.
  static func opening(_ text: String) -> (decision: Decision, printed: String)? {
    let first = text.prefix { $0.isLetter || $0 == "'" || $0 == "\u{2019}" }.lowercased()
    guard openers.contains(first), let sentence = text.sentences.first, sentence.utf8.count <= 500
    else { return nil }
    let words = PrintedWords(sentence)
    guard !words.folded.prefix(14).allSatisfy({ !speakers.contains($0) }) else { return nil }
    for index in words.folded.indices.prefix(40) {
      guard let found = stances.at(index, in: words) else { continue }
      if found.meaning == .deferred { return (.deferred, words.printed(found.words)) }
      let next =
        found.words.upperBound < words.folded.count ? words.folded[found.words.upperBound] : ""
      // "I agree that gullies matter" is an opinion; "I accept this" decides.
      guard objects.contains(next) || ends(found.words, in: words) else { continue }
      let isDenied = words.folded[..<index].suffix(7).contains(where: denials.contains)
      if isDenied, found.meaning == .accepted {
        return (.rejected, words.printed(found.words))
      }
      return (qualified(found, in: words), words.printed(found.words))
    }
    return nil
  }

  /// `accept this in principle`, `partly agree`: how far somebody accepts.
  static func qualified(
    _ found: PhraseTable<Decision>.Found, in words: PrintedWords
  ) -> Decision {
    guard found.meaning == .accepted else { return found.meaning }
    let start = found.words.lowerBound
    // What the next sentence says is not of it.
    var end = start
    while end < min(words.folded.count, start + 7) {
      end += 1
      if words.gap(after: end - 1).contains(".") { break }
    }
    let around = Array(words.folded[max(0, start - 1)..<end])
    if around.hasRun(["in", "principle"]) { return .acceptedInPrinciple }
    let parts: Set<String> = ["partly", "partially", "part"]
    return around.contains(where: parts.contains) ? .partiallyAccepted : .accepted
  }

  /// Whether a mark or the end follows some words.
  private static func ends(_ range: Range<Int>, in words: PrintedWords) -> Bool {
    guard range.upperBound < words.folded.count else { return true }
    return words.printed(range.lowerBound..<range.upperBound + 1)
      .dropFirst(words.printed(range).count).first != " "
  }

  private static let openers: Set<String> = [
    "i", "we", "this", "it", "my", "our", "the", "cabinet", "executive", "while", "whilst",
    "although", "unfortunately", "regrettably", "sadly", "having", "after", "both", "these", "as",
    "i'm", "i\u{2019}m",
  ]
  private static let speakers: Set<String> = [
    "i", "we", "cabinet", "executive", "colleagues", "leader", "commissioner", "this", "im", "both",
    "these", "portfolio", "trust", "minister", "recommendation",
  ]
  private static let denials: Set<String> = [
    "not", "cannot", "unable", "cant", "dont", "never", "difficult", "nor", "wont",
  ]
  private static let objects: Set<String> = [
    "this", "it", "the", "these", "both", "them", "your", "in", "with", "to", "on", "subject",
    "but",
    "all", "without",
  ]
  private static let stances = PhraseTable<Decision>([
    (
      .deferred,
      [
        "not in a position to give", "not in a position to answer", "not in a position to decide",
        "defer", "deferred", "deferring", "hold over", "held over", "not yet able", "cannot yet",
        "not able yet",
        "cannot give an answer", "cannot give you an answer", "wish to wait", "prefer to wait",
        "decide later", "not yet in a position", "postpone", "put off",
      ]
    ),
    (
      .accepted,
      [
        "accept", "accepted", "accepts", "agree", "agreed", "agrees", "support", "supported",
        "supports", "adopt", "adopted", "adopts", "endorse", "endorsed", "endorses",
      ]
    ),
    (
      .rejected,
      ["reject", "rejected", "rejects", "not persuaded", "not convinced", "decline", "disagree"]
    ),
    (.noted, ["note", "noted", "notes"]),
  ])
}
