import MattersRecords
import MattersText

/// What is made of a recommendation anywhere in a paragraph that is about it.
///
/// `Traders there ask us to wait. For those reasons the recommendation is not accepted at this time.`
///
/// Only a paragraph that is known to answer is looked at so: the words of a verdict stand in any
/// debate.
enum ProseVerdict {
  /// How many sentences may lead up to the verdict.
  private static let reach = 8

  /// The first verdict in some words, and how it is printed.
  static func find(_ text: String) -> (decision: Decision, printed: String)? {
    for sentence in text.sentences.prefix(reach) {
      if let found = DecisionWording.opening(sentence) ?? LetterVerdict.opening(sentence) {
        return found
      }
      if let found = inside(PrintedWords(sentence, first: 120)) { return found }
    }
    return nil
  }

  private static func inside(_ words: PrintedWords) -> (decision: Decision, printed: String)? {
    for index in words.folded.indices {
      if let found = signs.at(index, in: words) {
        return (found.meaning, words.printed(found.words))
      }
      if let found = DecisionWording.phrases.at(index, in: words),
        words.folded[max(0, index - 3)..<index].contains(where: passives.contains)
      {
        return (LetterVerdict.qualified(found, in: words), words.printed(found.words))
      }
      guard let found = DecisionWording.verbs.at(index, in: words) ?? acts.at(index, in: words)
      else { continue }
      let before = words.folded[max(0, index - 9)..<index]
      guard before.contains(where: speakers.contains) else { continue }
      let isDenied = before.suffix(5).contains(where: denials.contains)
      if isDenied, found.meaning == .accepted {
        return (.rejected, words.printed(found.words))
      }
      return (LetterVerdict.qualified(found, in: words), words.printed(found.words))
    }
    return nil
  }

  private static let passives: Set<String> = [
    "be", "is", "are", "was", "were", "been", "being", "should", "would", "could", "can", "will",
  ]
  private static let speakers: Set<String> = [
    "cabinet", "executive", "holder", "leader", "member", "we", "i", "he", "she", "they", "council",
    "proposed", "board", "officers", "members", "trust", "commissioner", "minister", "mayor",
  ]
  private static let denials: Set<String> = [
    "not", "cannot", "unable", "difficult", "never", "nor", "no", "t",
  ]

  /// What somebody does with a recommendation, in words that a subject stands before.
  private static let acts = PhraseTable<Decision>([
    (
      .accepted,
      [
        "accept this", "accept it", "accept the recommendation", "accept that", "accept these",
        "accept both", "support this", "support the recommendation", "support a", "support the",
        "agree this", "agree to this", "agree with this", "agree with the recommendation",
        "agree to the recommendation", "agreed with this", "accepted this",
        "accepted the recommendation", "agreed to this", "supported this",
        "supported the recommendation", "agree the recommendation", "support it", "agree to it",
        "content with this", "content to accept",
      ]
    ),
    (
      .rejected,
      [
        "reject this", "reject it", "reject the recommendation", "rejected this",
        "rejected the recommendation", "declined to", "decline to",
      ]
    ),
  ])

  /// Words that say it whoever speaks.
  private static let signs = PhraseTable<Decision>([
    (
      .deferred,
      [
        "have to wait", "has to wait", "had to wait", "as part of the budget",
        "not able to give an answer", "cannot give an answer", "deferred until", "deferred to",
        "deferred pending", "under consideration", "brought back to cabinet",
        "further consideration", "considered again", "consider this again", "come back to this",
        "a decision later", "decided later", "too early to say", "await the outcome",
        "awaits the outcome", "awaiting the outcome",
      ]
    ),
    (
      .accepted,
      [
        "already done", "already in place", "already happens", "already the case",
        "already being done", "already under way", "already exists",
      ]
    ),
    (
      .rejected,
      [
        "no prospect of", "not persuaded", "not convinced", "not minded to", "not feasible",
        "not be possible", "not possible", "could not be afforded", "cannot be afforded",
      ]
    ),
  ])
}
