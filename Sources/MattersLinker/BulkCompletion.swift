import MattersRecords
import MattersText

/// A resolution that agrees several requests as completed at once, or withdraws one.
///
/// It speaks of the rows of the tracker that was laid at the same meeting: the requests with a full
/// answer, or the rows of any kind that are marked as done, less the ones it excepts by name. A
/// holding or part reply is not a response received.
struct BulkCompletion {
  /// Words that name what is left open.
  private let exceptions: [Set<String>]
  /// Whether what is still outstanding is asked for again.
  let asksAgain: Bool
  /// Whether it speaks of what the tracker marks as done, whatever that is.
  let isOfMarked: Bool
  /// Whether it names requests alone.
  private let isOfRequests: Bool
  /// The words of the status by which it names the rows, `the requests marked REPLIED`.
  private let status: String?

  private static let answered: PhraseSet = [
    "response has been received", "response had been received", "been answered",
    "have been received", "responses received", "full response", "been responded to",
    "a response is shown", "has been provided", "have been provided", "has been supplied",
    "have been supplied", "reply has been given", "reply has been received", "been replied to",
    "full reply", "full answer", "response has been given", "answer has been given",
    "answer has been received", "has been sent to members", "been dealt with in full",
    "complete reply", "complete answer", "complete response", "answered in full", "met in full",
    "replied to in full", "supplied in full", "provided in full", "responded to in full",
    "had been received", "had been supplied", "had been provided", "had been given",
    "had been answered", "had been sent", "were supplied", "were received", "were given",
    "with replies", "with a reply", "with answers", "with an answer", "with responses",
    "with a response", "answered requests", "answered items", "replies received",
    "answers received", "replies have come", "answers have come", "have been answered",
    "have been replied to", "has been replied to", "reply is shown", "answer is shown",
    "replies are shown", "answers are shown", "responses are shown",
  ]
  /// How a meeting names the rows that its tracker marks as done.
  private static let marked: PhraseSet = [
    "marked with a tick", "with a tick", "ticked entries", "ticked items", "marked complete",
    "marked as complete", "marked completed", "marked as completed", "marked done",
    "marked as done", "marked closed", "marked as closed", "shown as done", "shown as complete",
    "shown as completed", "shown as closed", "shown complete", "completed entries",
    "completed items", "completed actions", "completed recommendations", "completed rows",
    "shaded entries", "shaded items", "marked for removal", "proposed for removal",
    "proposed for closure", "marked as implemented", "shown as implemented",
    "recorded as completed in", "listed as complete", "listed as completed",
  ]
  private static let rows: Set<Substring> = [
    "requests", "items", "entries", "rows", "actions", "recommendations", "those", "matters",
  ]
  private static let closings: PhraseSet = [
    "treated as complete", "treated as completed", "regarded as complete", "regarded as completed",
    "accepted as complete", "accepted as completed", "recorded as complete",
    "recorded as completed", "noted as complete", "noted as completed", "signed off as complete",
    "taken off the tracker", "taken off the log", "taken off the list", "be discharged",
    "be taken as complete", "be deleted", "be taken out", "are closed", "are removed",
    "be taken off", "are taken off", "to remove", "to close", "are agreed as complete",
    "are considered complete", "are signed off",
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
    let words = Set(MatchKey(text).words)
    let isEach = zip(key.split(separator: " "), key.split(separator: " ").dropFirst()).contains {
      ["every", "each", "any"].contains($0) && ["request", "item", "entry", "row"].contains($1)
    }
    let isPlural = isEach || !Self.rows.isDisjoint(with: words)
    let isAnswered =
      (words.contains("requests") || words.contains("items")) && Self.answered.isIn(MatchKey(text))
    status = isAnswered ? nil : Self.status(MatchKey(text).words)
    isOfMarked = !isAnswered && (status != nil || Self.namesMarked(MatchKey(text)))
    isOfRequests =
      words.contains("requests") && words.isDisjoint(with: ["recommendations", "actions", "items"])
    let isClosing =
      key.contains(" agreed as completed ") || key.contains(" agreed as complete ")
      || key.contains(" be completed ") || key.contains(" considered closed ")
      || key.contains(" be closed ") || key.contains(" marked as complete ")
      || key.contains(" marked as completed ") || key.contains(" be signed off ")
      || key.contains(" be considered complete ") || key.contains(" be removed ")
      || Self.closings.isIn(MatchKey(text))
    guard isPlural, isAnswered || isOfMarked, isClosing, !key.contains(" not be agreed "),
      !key.contains(" not be removed "), !key.contains(" not be closed "),
      !isOfMarked || !Self.namesRows(text)
    else { return nil }
    exceptions = Self.exceptions(text)
    asksAgain = Self.others.isIn(MatchKey(text))
  }

  /// The word behind `marked`, `shown as` or `with the status`, where the rows are named by it.
  private static func status(_ words: [Substring]) -> String? {
    for (at, word) in words.enumerated() where statusLeads.contains(word) {
      // "be marked as complete" is what is to be done.
      if at > 0, ["be", "is", "are"].contains(words[at - 1]) { continue }
      var next = at + 1
      while next < words.count, statusFillers.contains(words[next]) {
        next += 1
      }
      let between = words[(at + 1)..<min(next, words.count)]
      guard next < words.count,
        word == "marked" || word == "status" || between.contains("as") || between.contains("status")
      else { continue }
      return String(words[next])
    }
    return nil
  }

  /// Words behind `marked` by which any tracker says that a row is done.
  private static let ticks: Set<String> = [
    "complete", "completed", "done", "closed", "implemented", "finished", "for", "off", "with",
    "to",
  ]
  private static let statusFillers: Set<Substring> = [
    "as", "of", "is", "the", "status", "a", "in", "on", "tracker", "log", "list", "schedule",
    "table",
    "having", "been",
  ]
  private static let statusLeads: Set<Substring> = [
    "marked", "shown", "listed", "recorded", "status", "described",
  ]

  /// Whether words name rows as marked, and not only say `be marked as complete`.
  private static func namesMarked(_ key: MatchKey) -> Bool {
    guard marked.isIn(key) else { return false }
    let words = key.words
    return !zip(words, words.dropFirst()).contains { pair in
      pair.0 == "be" && ["marked", "shown", "recorded", "listed"].contains(pair.1)
    }
  }

  /// Whether rows are named by their numbers, `entries 22/14 and 23/07`: these alone are meant then.
  private static func namesRows(_ text: String) -> Bool {
    if !NamedNumbers.all(in: text).isEmpty || !PrintedReference.all(in: text).isEmpty {
      return true
    }
    let words = text.split(separator: " ")
    return zip(words, words.dropFirst()).contains { noun, next in
      rows.contains(noun.lowercased().filter(\.isLetter)[...]) && next.first?.isNumber == true
    }
  }

  /// Whether the resolution asks again for what a row shows.
  func asksAgainFor(_ entry: TrackerEntry) -> Bool {
    guard asksAgain, entry.tracker == .informationRequests else { return false }
    return entry.state == .pending || entry.state == .holding || entry.state == .partlyAnswered
  }

  /// Whether the resolution closes a row that a tracker laid at its meeting shows.
  func closes(_ entry: TrackerEntry) -> Bool {
    if let status, !Self.ticks.contains(status) {
      // What a row calls itself is what the meeting named: an answer that came, or work done.
      guard MatchKey.words(entry.statusAsPrinted ?? "").first == status,
        entry.state == .answered || entry.state == .completed,
        !isOfRequests || entry.tracker == .informationRequests
      else { return false }
    } else if isOfMarked {
      guard entry.state == .completed || entry.state == .answered && Self.isProposed(entry),
        !isOfRequests || entry.tracker == .informationRequests
      else { return false }
    } else {
      guard entry.tracker == .informationRequests,
        entry.state == .answered || entry.state == .completed
      else { return false }
    }
    let words = Set(
      MatchKey.words(
        [entry.subject, entry.text, entry.reference].compactMap { $0 }.joined(separator: " ")
      )
      .map(Self.stem))
    return !exceptions.contains { exception in
      Double(exception.intersection(words).count) >= 0.6 * Double(exception.count)
    }
  }

  /// Whether a row's status says that it may be taken off.
  private static func isProposed(_ entry: TrackerEntry) -> Bool {
    let words = MatchKey.words(entry.statusAsPrinted ?? "")
    return words.contains { $0.hasPrefix("propose") || $0.hasPrefix("remov") }
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
