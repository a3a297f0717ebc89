import MattersRecords
import MattersText

/// Tells what a decision maker made of a recommendation from the words that say so.
enum DecisionWording {
  /// The words that are known, by what they mean.
  static let phrases = PhraseTable<Decision>([
    (
      .rejected,
      [
        "rejected", "reject", "not accepted", "not agreed", "not approved", "not supported",
        "not adopted", "not accept", "not agree", "disagree", "disagreed", "declined", "refused",
        "decline", "refuse",
        "not endorsed", "not taken forward", "not be accepted", "not be agreed", "not be adopted",
        "not be approved", "not be supported", "do not accept", "do not agree", "do not support",
        "not to accept", "not to agree", "cannot be accepted", "cannot accept", "cannot agree",
        "gwrthod", "gwrthodwyd", "ni dderbyniwyd",
      ]
    ),
    (
      .acceptedInPrinciple,
      [
        "accepted in principle", "agreed in principle", "agree in principle", "accept in principle",
        "supported in principle", "approved in principle", "in principle", "endorsed in principle",
        "derbyn mewn egwyddor", "derbyniwyd mewn egwyddor", "mewn egwyddor",
      ]
    ),
    (
      .partiallyAccepted,
      [
        "partially accepted", "accepted in part", "partly accepted", "agreed in part",
        "partially agreed", "partly agreed", "part accepted", "accept in part", "agree in part",
        "partially agree", "partially accept", "partially approved", "partially", "partly",
        "partial", "in part", "accepted as amended", "agreed as amended", "approved in part",
        "accepted with amendment", "agreed with amendment", "accepted with amendments",
        "part agreed", "partially adopted", "adopted in part", "partial acceptance",
        "supported in part", "partly supported", "partially supported", "part supported",
        "part approved", "partly approved", "endorsed in part", "support in part",
        "derbyn yn rhannol", "derbyniwyd yn rhannol", "yn rhannol",
      ]
    ),
    (
      .deferred,
      [
        "deferred", "defer", "postponed", "decision deferred", "held over", "under consideration",
        "to be considered further", "for further consideration", "put off",
        "to be considered when", "to be considered again", "gohirio", "gohiriwyd",
      ]
    ),
    (.noted, ["noted", "note", "received and noted", "nodi", "nodwyd"]),
    (
      .accepted,
      [
        "accepted", "accept", "agreed", "agree", "approved", "approve", "adopted", "adopt",
        "supported", "support", "endorsed", "fully accepted", "accepted in full", "agreed in full",
        "derbyn", "derbyniwyd", "cytuno", "cytunwyd", "cymeradwywyd",
        "acceptance",
      ]
    ),
  ])

  /// Words that stand where a decision would, and say that there is none yet.
  private static let none: Set<String> = [
    "", "pending", "awaited", "awaiting response", "awaiting decision", "tbc", "to be confirmed",
    "to follow", "no decision", "no decision yet", "outstanding", "n a", "none", "not yet decided",
    "decision awaited", "response awaited", "response pending", "to be decided", "awaiting",
  ]

  /// What the cell of a decision column says; `unclear` where it says something else.
  static func decision(ofCell text: String) -> Decision? {
    // "Deferred, 15 October 2024. Not agreed, 10 December 2024.": the last word counts.
    let verdicts = text.sentences.compactMap { sentence in
      DateReader.first(in: sentence) == nil ? nil : opening(sentence)?.decision
    }
    if verdicts.count >= 2, let last = verdicts.last { return last }
    let words = PrintedWords(text)
    let key = words.folded.joined(separator: " ")
    if none.contains(key) { return nil }
    // "Yes (3 July 2024)"
    let isAlone = words.folded.count == 1 || DateReader.first(in: text) != nil
    if isAlone, ["yes", "y"].contains(words.folded.first) { return .accepted }
    if isAlone, ["no", "n"].contains(words.folded.first) { return .rejected }
    if words.folded == ["part"] { return .partiallyAccepted }
    return phrases.first(in: words)?.meaning ?? .unclear
  }

  /// How many words are looked at where only the first can decide: a subject, its fillers and a
  /// verdict are fewer.
  private static let reach = 20

  /// Whether some words are a verdict and nothing else: `Accepted in principle`.
  static func isVerdict(_ text: String) -> Bool {
    guard phrases.firstWords.mayBegin(text) else { return false }
    let words = PrintedWords(text, first: reach)
    guard let found = phrases.at(0, in: words) else { return false }
    return found.words.upperBound == words.folded.count
  }

  /// Whether some words are so short that they only decide: `(a) Accept (b) Do not accept`.
  static func isShort(_ text: String) -> Bool {
    let words = PrintedWords(text, first: reach)
    return words.folded.count <= 10 && phrases.first(in: words, among: 0..<3) != nil
  }

  /// The decision that a response begins with, and its words: `Agreed - further work required`.
  static func opening(_ text: String) -> (decision: Decision, printed: String)? {
    // A figure may be of a day.
    guard openers.mayBegin(text) || text.utf8.first(where: \.isWordByte)?.isDigit == true else {
      return nil
    }
    let words = PrintedWords(afterDay(text), first: reach)
    if let found = phrases.at(0, in: words), isSetOff(found.words, in: words) {
      return (found.meaning, words.printed(found.words))
    }
    return said(in: words)
  }

  /// What an opening begins with: a verdict, or what may stand before it.
  private static let openers = FirstWords(
    phrases.beginnings + Array(subjects) + Array(fillers) + Array(months)
      + (0...9).map { String($0) })

  /// The words behind a day and a colon, as in `28/07/23: Accepted`.
  private static func afterDay(_ text: String) -> String {
    guard let colon = text.utf8.prefix(24).firstIndex(of: UInt8(ascii: ":")),
      text.utf8.first?.isDigit == true, DateReader.whole(String(text[..<colon])) != nil
    else { return text }
    return String(text[text.index(after: colon)...].drop { $0 == " " })
  }

  /// `Cabinet notes this recommendation`, `The recommendation is agreed in part`: who decides or
  /// what is decided stands first.
  private static func said(in words: PrintedWords) -> (decision: Decision, printed: String)? {
    var at = 0
    var hasSubject = false
    while at < min(9, words.folded.count) {
      let word = words.folded[at]
      if hasSubject, let found = verbs.at(at, in: words) ?? phrases.at(at, in: words) {
        let next =
          found.words.upperBound < words.folded.count
          ? words.folded[found.words.upperBound] : "this"
        guard
          ["this", "the", "recommendation", "that"].contains(next)
            || isSetOff(found.words, in: words)
        else { return nil }
        // "Cabinet does not feel able to accept this"
        let isDenied = words.folded[..<at].contains {
          ["not", "cannot", "unable", "regret", "regrets"].contains($0)
        }
        // "I accept this in part"
        return (
          isDenied ? .rejected : LetterVerdict.qualified(found, in: words),
          words.printed(found.words)
        )
      }
      hasSubject = hasSubject || subjects.contains(word)
      // "Cabinet on 19 September 2023 accepted in part"
      guard
        subjects.contains(word) || fillers.contains(word) || word.allSatisfy(\.isNumber)
          || months.contains(word)
      else { return nil }
      at += 1
    }
    return nil
  }

  private static let months = Set(PlainDate.monthNames.map { $0.lowercased() })

  private static let subjects: Set<String> = [
    "cabinet", "executive", "recommendation", "council", "leader", "we", "i", "board", "trust",
    "commissioner", "mayor",
  ]

  private static let fillers: Set<String> = [
    "the", "this", "is", "are", "was", "were", "be", "has", "have", "been", "member", "holder",
    "portfolio", "of", "happy", "pleased", "content", "able", "to", "fully", "therefore", "also",
    "cannot", "not", "does", "do", "feel", "unable", "regret", "regrets", "that", "glad", "willing",
    "can", "it", "1", "2", "3", "4", "5", "6", "7", "8", "9", "on", "at", "its", "meeting",
    "consideration", "a", "decision",
  ]

  static let verbs = PhraseTable<Decision>([
    (
      .accepted,
      ["accepts", "agrees", "supports", "endorses", "agrees with", "welcomes and accepts"]
    ),
    (
      .acceptedInPrinciple,
      ["accepts in principle", "agrees in principle", "supports in principle"]
    ),
    (.partiallyAccepted, ["partially accepts", "partly accepts", "accepts in part"]),
    (
      .rejected,
      [
        "rejects", "does not accept", "does not agree", "does not support", "did not accept",
        "did not agree", "did not support", "declines", "refuses",
      ]
    ),
    (.noted, ["notes"]), (.deferred, ["defers"]),
  ])

  /// Whether two words begin a day: `27 October`, `27 10` of `27/10/23`.
  private static func isDay(_ words: ArraySlice<String>) -> Bool {
    guard let day = words.first, let month = words.last, words.count == 2,
      day.utf8.count <= 2, day.allSatisfy(\.isNumber)
    else { return day(words.first) }
    return months.contains(month) || month.utf8.count <= 2 && month.allSatisfy(\.isNumber)
  }

  /// Whether a word is a whole day: `27.10.23`.
  private static func day(_ word: String?) -> Bool {
    guard let word, word.utf8.first?.isDigit == true, word.utf8.count >= 6 else { return false }
    return DateReader.whole(word) != nil
  }

  /// Whether a mark or the end follows some words, so that they are a verdict and no sentence:
  /// `Agreed - the schedule ...`, not `Agreed schedules are published`.
  private static func isSetOff(_ range: Range<Int>, in words: PrintedWords) -> Bool {
    guard range.upperBound < words.folded.count else { return true }
    // "Agreed subject to funding", "Agreed but not before 2025"
    if ["subject", "but"].contains(words.folded[range.upperBound]) { return true }
    // "Accepted 27 October 2023. No tender was received."
    if isDay(words.folded[range.upperBound...].prefix(2)) { return true }
    // "Deferred to October", "Decision deferred until the review is done"
    let last = words.folded[range.upperBound - 1]
    let waits: Set<String> = ["to", "until", "till", "pending"]
    if ["deferred", "defer", "postponed"].contains(last),
      waits.contains(words.folded[range.upperBound])
    {
      return true
    }
    // "Not accepted by the Executive, as ...", "Deferred again by Cabinet"
    let agent = words.folded[range.upperBound] == "again" ? range.upperBound + 1 : range.upperBound
    if agent < words.folded.count, words.folded[agent] == "by",
      words.folded[agent...].prefix(3).contains(where: {
        ["cabinet", "executive", "council", "leader"].contains($0)
      })
    {
      return true
    }
    return words.gap(after: range.upperBound - 1).contains { $0 != " " }
  }
}

/// Tells how far work has come from the words of an outcome or a status.
enum ImplementationWording {
  /// The words that are known, by what they mean.
  static let phrases = PhraseTable<Implementation>([
    (
      .implemented,
      [
        "implemented", "fully implemented", "complete", "completed", "done", "actioned", "achieved",
        "delivered", "closed", "discharged", "now in place", "in place",
      ]
    ),
    (
      .notImplemented,
      ["not implemented", "will not be implemented", "not achieved", "not delivered"]
    ),
    (
      .notStarted,
      [
        "not started", "not yet started", "yet to start", "not begun", "no progress",
        "not yet begun", "to be started", "yet to begin",
      ]
    ),
    (
      .inProgress,
      [
        "in progress", "ongoing", "on going", "under way", "underway", "on track", "started",
        "partially implemented", "partly implemented", "being implemented", "work continues",
        "slipped", "progressing", "part complete", "partially complete", "partially completed",
        "in hand", "begun", "work in progress", "part done", "partly done", "not complete",
        "not completed", "not yet complete",
        "not yet completed", "not yet implemented", "not fully implemented",
      ]
    ),
    (.paused, ["paused", "on hold", "suspended", "halted", "stalled", "parked", "stuck"]),
    (.superseded, ["superseded", "overtaken by", "overtaken by events"]),
    (
      .noLongerApplicable,
      [
        "no longer applicable", "no longer required", "no longer relevant", "no longer needed",
        "not applicable", "dropped", "abandoned",
      ]
    ),
  ])

  /// What the cell of an implementation column says; `unknown` where it says something else.
  static func implementation(ofCell text: String) -> Implementation? {
    let words = PrintedWords(text)
    guard !words.folded.isEmpty else { return nil }
    if words.folded == ["yes"] { return .implemented }
    if words.folded == ["no"] { return .notImplemented }
    return phrases.first(in: words)?.meaning ?? .unknown
  }

  /// What a response says of the work where it is not only a verdict.
  ///
  /// `Agreed by Cabinet. Under way: the timers are being fitted`, `It has not been started`.
  static func told(_ text: String) -> Implementation? {
    for sentence in text.sentences.prefix(8) {
      let words = PrintedWords(sentence, first: 40)
      if let found = phrases.at(words.folded.first == "work" ? 1 : 0, in: words) {
        let next = found.words.upperBound
        if next >= words.folded.count || openers.contains(words.folded[next])
          || words.gap(after: next - 1).contains(where: { $0 != " " })
        {
          return found.meaning
        }
      }
      if unbegun.contains(where: { words.folded.hasRun($0) }) { return .notStarted }
      // "No scheme has been started upon yet."
      if words.folded.first == "no", words.folded.contains("yet"),
        words.folded.contains(where: { ["started", "begun", "begin"].contains($0) })
      {
        return .notStarted
      }
    }
    return nil
  }

  private static let openers: Set<String> = [
    "while", "until", "pending", "since", "because", "on", "from", "in", "and", "by", "with",
  ]
  private static let unbegun: [[String]] = [
    ["not", "started"], ["not", "been", "started"], ["not", "yet", "started"], ["not", "begun"],
    ["not", "yet", "been", "started"], ["not", "been", "begun"], ["not", "yet", "begun"],
    ["no", "start"], ["yet", "to", "start"], ["yet", "to", "begin"],
  ]

  /// What an outcome's first words say, `Implemented. The first visit was ...`; an outcome that
  /// begins otherwise tells of something else.
  static func opening(_ text: String) -> Implementation? {
    phrases.first(in: PrintedWords(text, first: 8), among: 0..<2)?.meaning
  }
}
