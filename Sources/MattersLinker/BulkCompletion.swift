import MattersRecords
import MattersText

/// A resolution that agrees several requests as completed at once, or withdraws one.
///
/// It speaks of the rows of the tracker that was laid at the same meeting: those with a full
/// answer, less the ones it excepts by name. A holding or part reply is not a response received.
struct BulkCompletion {
  /// Words that name what is left open.
  private let exceptions: [Set<String>]
  /// Whether what is still outstanding is asked for again.
  let asksAgain: Bool

  private static let answered: PhraseSet = [
    "response has been received", "response had been received", "been answered",
    "have been received", "responses received", "full response", "been responded to",
    "a response is shown", "has been provided", "have been provided", "has been supplied",
    "have been supplied", "reply has been given", "reply has been received", "been replied to",
    "full reply", "full answer", "response has been given", "answer has been given",
    "answer has been received", "has been sent to members", "been dealt with in full",
  ]
  private static let closings: PhraseSet = [
    "treated as complete", "treated as completed", "regarded as complete", "regarded as completed",
    "accepted as complete", "accepted as completed", "recorded as complete",
    "recorded as completed", "noted as complete", "noted as completed", "signed off as complete",
    "taken off the tracker", "taken off the log", "taken off the list", "be discharged",
    "be taken as complete", "be deleted",
  ]
  private static let others: PhraseSet = [
    "other outstanding items be requested", "other outstanding requests be requested",
    "outstanding items be requested", "outstanding items be asked for again",
    "the others be requested again", "the others be asked for again", "the rest be asked for again",
    "the remaining requests be repeated", "outstanding requests be repeated",
    "the others be chased", "outstanding items be chased",
  ]

  /// Reads a resolution, or nothing where it agrees nothing of the kind.
  init?(_ text: String) {
    let key = " " + MatchKey(text).description + " "
    let isPlural = key.contains(" requests ") || key.contains(" items ")
    let isAnswered = Self.answered.isIn(MatchKey(text))
    let isClosing =
      key.contains(" agreed as completed ") || key.contains(" agreed as complete ")
      || key.contains(" be completed ") || key.contains(" considered closed ")
      || key.contains(" be closed ") || key.contains(" marked as complete ")
      || key.contains(" marked as completed ") || key.contains(" be signed off ")
      || key.contains(" be considered complete ") || key.contains(" be removed ")
      || Self.closings.isIn(MatchKey(text))
    guard isPlural, isAnswered, isClosing, !key.contains(" not be agreed ") else { return nil }
    exceptions = Self.exceptions(text)
    asksAgain = Self.others.isIn(MatchKey(text))
  }

  /// Whether the resolution asks again for what a row shows.
  func asksAgainFor(_ entry: TrackerEntry) -> Bool {
    guard asksAgain, entry.tracker == .informationRequests else { return false }
    return entry.state == .pending || entry.state == .holding || entry.state == .partlyAnswered
  }

  /// Whether the resolution closes a row that a tracker laid at its meeting shows.
  func closes(_ entry: TrackerEntry) -> Bool {
    guard entry.tracker == .informationRequests,
      entry.state == .answered || entry.state == .completed
    else { return false }
    let words = Set(
      MatchKey.words(
        [entry.subject, entry.text, entry.reference].compactMap { $0 }.joined(separator: " ")
      )
      .map(Self.stem))
    return !exceptions.contains { exception in
      Double(exception.intersection(words).count) >= 0.6 * Double(exception.count)
    }
  }

  static func exceptions(_ text: String) -> [Set<String>] {
    for lead in [
      "with the exception of", "except for", "except", "other than", "save for", "apart from",
    ] {
      guard let start = text.place(of: lead)?.upperBound else { continue }
      // Clauses that explain an exception ("on which members wished ...") say nothing of others.
      let pieces = text[start...].split(whereSeparator: { ",;.".contains($0) })
      return pieces.flatMap { $0.components(separatedBy: " and ") }.compactMap { piece in
        let folded = MatchKey.words(piece)
        guard let first = folded.first,
          !["which", "on", "as", "because", "since", "any", "for"].contains(first)
        else { return nil }
        let words = Set(folded.filter { !ignored.contains($0) }.map(stem))
        return words.isEmpty || words.count > 12 ? nil : words
      }
    }
    return []
  }

  private static let ignored: Set<String> = [
    "the", "of", "and", "a", "an", "that", "for", "in", "to", "on", "those", "item", "items", "had",
    "has", "have", "been", "which", "be", "is", "was", "were", "relating", "request", "requests",
    "information", "regarding", "about", "concerning", "with", "at", "by", "council", "committee",
    "refused", "response", "exception",
  ]

  /// A word without a plural's ending, so that `rent` and `rents` meet.
  private static func stem(_ word: String) -> String {
    guard word.count > 4 else { return word }
    if word.hasSuffix("ments") || word.hasSuffix("s") && !word.hasSuffix("ss") {
      return String(word.dropLast())
    }
    return word
  }
}

extension Substring {
  fileprivate func components(separatedBy words: String) -> [String] {
    var found: [String] = []
    var rest = String(self)
    while let place = rest.place(of: words) {
      found.append(String(rest[..<place.lowerBound]))
      rest = String(rest[place.upperBound...])
    }
    return found + [rest]
  }
}
