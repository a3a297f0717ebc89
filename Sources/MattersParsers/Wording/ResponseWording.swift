public import MattersRecords
import MattersText

/// Tells where a request stands from the response and the status that a tracker prints.
///
/// Most trackers' ticks and shading do not survive conversion, so that the state has to come from
/// the response itself: nothing, a promise, a part, a refusal, or an answer.
public enum ResponseWording {
  /// The state that a row's response and status cells say; the request's words tell whether
  /// something that is still open is a part of what was asked.
  public static func state(
    response: String?, status: String?, request: String = ""
  ) -> MatterState {
    if let status, let said = stateOfStatus(status) {
      // "Ongoing" beside an answer says only that nobody closed the row.
      if said != .pending || (response ?? "").isEmpty {
        // "Closed" beside a refusal says that nothing more will come.
        let isClosed = said == .completed && MatchKey(status).description == "closed"
        return isClosed && stateOfResponse(response ?? "", request: request) == .refused
          ? .refused : said
      }
    }
    // "COMPLETE. The list was sent in May.": a status that has no column of its own.
    if status == nil, let response, let first = response.sentences.first, first != response,
      MatchKey.words(first).count <= 3, stateOfStatus(first) == .completed
    {
      return .completed
    }
    return stateOfResponse(response ?? "", request: request)
  }

  /// Where a recommendation or an action stands: a mark that closes it, then the decision, then how
  /// far the work has come, then the words that came back.
  static func state(ofRecommendation entry: TrackerEntry) -> MatterState {
    // A word such as "Pending" in the outcome's column is a status where there is no other.
    let short = entry.outcome.flatMap { MatchKey.words($0).count <= 4 ? $0 : nil }
    let status = (entry.statusAsPrinted ?? short ?? entry.rating).flatMap(stateOfStatus)
    if entry.decision == .rejected { return .refused }
    // What was only noted asks nothing more of anybody, whatever the row is called.
    if entry.decision == .noted, status == .pending || status == .completed { return .answered }
    if let rated = stateOfRating(entry) { return rated }
    if entry.tracker == .actions, status == .pending, let response = entry.response,
      isHolding(response)
    {
      return .holding
    }
    if let status, [.completed, .refused, .withdrawn, .discontinued].contains(status) {
      return status
    }
    // What an action was to send may have been sent in part.
    if entry.tracker == .actions, status == .partlyAnswered { return .partlyAnswered }
    switch entry.implementation {
    case .implemented: return .completed
    case .superseded, .noLongerApplicable: return .discontinued
    case .notStarted, .inProgress, .paused, .notImplemented: return .pending
    case .unknown, nil: break
    }
    if let status { return status }
    // "Complete. Sent to members in May.": a status that has no column of its own.
    if entry.tracker == .actions, opensWithDone(entry.response ?? "") { return .completed }
    if let first = entry.response?.sentences.first, MatchKey.words(first).count <= 3,
      entry.response != first, let said = stateOfStatus(first), entry.decision == nil
    {
      return said
    }
    switch entry.decision {
    case .deferred: return .pending
    case .accepted, .acceptedInPrinciple, .partiallyAccepted, .noted, .unclear: return .answered
    case .rejected, nil: return stateOfResponse(entry.response ?? "", request: "")
    }
  }

  /// Whether words begin with one that says that a task is done, and a mark or nothing behind it:
  /// `Done – reply received`.
  private static func opensWithDone(_ text: String) -> Bool {
    guard let first = text.split(separator: " ", maxSplits: 1).first else { return false }
    let word = first.prefix { $0.isLetter }
    guard ["done", "completed", "complete", "actioned", "closed"].contains(word.lowercased())
    else { return false }
    let rest = text.dropFirst(word.count).drop { $0 == " " }
    return rest.first.map { !$0.isLetter && !$0.isNumber && !"%?".contains($0) } ?? true
  }

  /// The state that a status word or mark names by itself.
  static func stateOfStatus(_ status: String) -> MatterState? {
    if status.utf8.contains(where: { $0 >= 0xE2 }),
      status.contains(where: { "✓✔☑🗸✅".contains($0) })
    {
      return .completed
    }
    if let share = percentage(status) { return share == 100 ? .completed : .pending }
    let all = Rating.without(MatchKey.words(status))
    if let first = all.first, all.count >= 2, let said = stateOfOpening(first, all.dropFirst()) {
      return said
    }
    let words = all.joined(separator: " ")
    switch words {
    case "completed", "complete", "closed", "actioned", "done", "discharged", "implemented",
      "agreed as completed", "complete agreed", "yes", "resolved", "achieved", "delivered", "y":
      return .completed
    case "outstanding", "pending", "open", "awaiting response", "awaited", "ongoing", "in progress",
      "not started", "overdue", "chased", "no", "new", "deferred", "waiting", "not complete",
      "not completed", "late", "incomplete", "n", "on track", "under way", "underway", "on hold",
      "paused":
      return .pending
    case "part", "partly answered", "partial", "partially complete", "part response",
      "part answered",
      "partially answered", "part complete", "partly complete", "partial response", "part done",
      "partly done", "part sent":
      return .partlyAnswered
    case "holding response", "holding reply", "holding", "on this agenda", "on the agenda":
      return .holding
    case "response received", "answered", "received", "responded", "no further action",
      "propose to close", "proposed for closure", "noted":
      return .answered
    case "refused", "rejected", "declined", "not accepted", "not agreed": return .refused
    case "withdrawn": return .withdrawn
    case "discontinued", "no longer tracked", "lapsed": return .discontinued
    default: return StatusPhrases.openings.at(0, in: PrintedWords(words, first: 12))?.meaning
    }
  }

  /// How much of a task is done, where a status is only that: `50%`, `100 % complete`.
  private static func percentage(_ status: String) -> Int? {
    guard status.utf8.count <= 16, status.utf8.contains(UInt8(ascii: "%")) else { return nil }
    return Int(String(status.prefix { $0 != "%" }).trimmingMarks)
  }

  /// "Closed 20 March 2024", "Closed - rejected", "Completed (agreed by Chair)", "Answered - propose
  /// to close": the first word says it, unless the others take it back.
  private static func stateOfOpening(_ first: String, _ rest: ArraySlice<String>) -> MatterState? {
    let taken: Set<String> = ["rejected", "refused", "declined", "unsupported"]
    switch first {
    case "closed", "completed", "complete", "done", "discharged":
      if rest.contains(where: taken.contains) || rest.starts(with: ["not", "accepted"])
        || rest.starts(with: ["not", "agreed"])
      {
        return .refused
      }
      let kept: Set<String> = ["disclosed", "released", "supplied", "provided", "held"]
      if rest.contains("not"), rest.contains(where: kept.contains) || rest.contains("withheld") {
        return .refused
      }
      if rest.contains("noted") { return .answered }
      if rest.contains("withdrawn") { return .withdrawn }
      let gone = ["superseded", "longer", "reconsidered", "lapsed", "cancelled"]
      if rest.contains(where: gone.contains) || rest.starts(with: ["not"]) { return .discontinued }
      return rest.contains("part") || rest.contains("partly") ? .partlyAnswered : .completed
    case "open": return rest.contains("part") || rest.contains("partly") ? .partlyAnswered : nil
    case "answered", "responded": return .answered
    case "withdrawn": return .withdrawn
    case "refused": return .refused
    default: return nil
    }
  }

  /// Whether a reply to an action only points to another, or to where one will be.
  private static func isHolding(_ response: String) -> Bool {
    holdings.isIn(MatchKey(response))
  }

  private static let holdings: PhraseSet = [
    "see item", "on this agenda", "holding reply", "holding response", "a full reply",
    "a full response", "acknowledged",
  ]

  /// What a colour says of an action where no status word stands beside it.
  private static func stateOfRating(_ entry: TrackerEntry) -> MatterState? {
    guard let rating = entry.rating, entry.tracker == .actions,
      entry.statusAsPrinted == nil || entry.statusAsPrinted == rating
    else { return nil }
    switch MatchKey(rating).description {
    case "blue", "complete", "completed", "closed": return .completed
    case "green", "amber", "red", "grey", "not rated", "amber green", "amber red":
      let said = stateOfResponse(entry.response ?? "", request: entry.text)
      return said == .partlyAnswered ? said : .pending
    default: return nil
    }
  }

  /// The state that a response's own words say.
  static func stateOfResponse(_ response: String, request: String) -> MatterState {
    let key = MatchKey(response)
    if key.isEmpty { return .pending }
    if isNothingYet(key.description) { return .pending }
    let asked = contentWords(request)
    var answers = 0
    var promises = 0
    var refusals = 0
    var beginnings = 0
    var hasOpenPart = false
    for sentence in response.sentences {
      let words = MatchKey(sentence)
      if words.description.utf8.count < 2 { continue }
      if isRefusal(words) {
        refusals += 1
      } else if isProgress(words) {
        promises += 1
      } else if isOnItsWay(words) {
        answers += 1
        beginnings += 1
      } else if isPromise(words) {
        promises += 1
        if givesLater(words), shares(words, asked) || isOfOther(words) { hasOpenPart = true }
      } else if isOpen(words), shares(words, asked) {
        hasOpenPart = true
        // "The right part has been ordered; the date is not known" answers before it leaves open.
        if sentence.contains(";") { answers += 1 }
      } else {
        answers += 1
      }
    }
    if refusals > 0, answers + promises <= refusals { return .refused }
    // Only on its way, and then promised, is not yet a part of it.
    if promises > 0, answers == beginnings { answers = 0 }
    if answers == 0 { return promises > 0 || hasOpenPart ? .holding : .unknown }
    return hasOpenPart || saysPart(key) ? .partlyAnswered : .answered
  }

  /// The words of a request that carry its meaning.
  private static func contentWords(_ text: String) -> Set<String> {
    Set(MatchKey.words(text).filter { $0.utf8.count >= 4 && !common.contains($0) })
  }

  private static let common: Set<String> = [
    "that", "this", "with", "from", "which", "what", "when", "have", "been", "will", "were",
    "committee", "members", "information", "provided", "council", "each", "their", "they",
    "regarding", "details", "given", "made", "taken", "used", "request", "response", "since",
    "list", "full",
  ]

  /// Whether a sentence speaks of what was asked.
  private static func shares(_ words: MatchKey, _ asked: Set<String>) -> Bool {
    !asked.isEmpty && words.words.contains { asked.contains(String($0)) }
  }

  /// `Response pending`, `Awaited`, `To follow`, `No response received`.
  private static func isNothingYet(_ key: String) -> Bool {
    let short = [
      "response pending", "pending", "awaited", "awaiting response", "response awaited",
      "to follow",
      "tbc", "to be confirmed", "outstanding", "none", "no response", "no response received",
      "response outstanding", "awaiting", "n a", "not yet received", "no response to date",
      "response to follow", "no response yet", "nil", "awaiting reply", "reply awaited",
      "to come", "nothing yet", "nothing so far", "nothing to report", "not yet",
    ]
    if short.contains(key) { return true }
    let count = key.split(separator: " ").count
    if count <= 12, key.hasPrefix("to be decided") || key.hasPrefix("to be considered") {
      return true
    }
    return count <= 8
      && (key.hasPrefix("response pending") || key.hasPrefix("awaiting response")
        || key.hasPrefix("response awaited") || key.hasPrefix("no response")
        || key.hasPrefix("no reply") || key.hasPrefix("no answer")
        || key.hasPrefix("not yet considered") || key.hasPrefix("yet to be considered")
        || key.hasPrefix("to be considered") || key.hasPrefix("to be decided")
        || key.hasPrefix("cabinet to consider") || key.hasPrefix("executive to consider")
        || key.hasPrefix("council to consider"))
  }

  /// A sentence that tells where the thing is before it comes: `The books are with the auditor`.
  private static func isOnItsWay(_ words: MatchKey) -> Bool {
    words.words.first == "being" || onItsWay.isIn(words)
  }

  private static let onItsWay: PhraseSet = [
    "is under way", "are under way", "is underway", "are underway", "is with the", "are with the",
    "is being", "are being", "is in hand", "are in hand",
  ]

  /// A sentence that only says that something will come, or where it will be.
  private static func isPromise(_ words: MatchKey) -> Bool {
    // "Will be drawn when the timetables are known."
    let first = words.words.prefix(2)
    return first.elementsEqual(["will", "be"]) || first.first == "awaiting" || promises.isIn(words)
  }

  private static let promises: PhraseSet = [
    "will be provided", "will be circulated", "will be included", "will be presented",
    "will be reported", "will be brought", "will be shared", "will be sent",
    "will be available", "will be submitted", "will follow", "will be supplied",
    "will be considered", "will provide", "will report", "will be made available",
    "to be considered by", "to be included", "to be provided", "to be reported",
    "to be presented", "anticipated to be", "are anticipated", "is anticipated",
    "proposed to be", "is being prepared", "are being prepared", "is being compiled",
    "is being collated", "are being collated", "being drafted", "expected to be",
    "is expected by", "is expected in", "planned to be", "is scheduled",
    "will be ready", "will be given", "will be confirmed", "will be appended",
    "will be completed", "is in preparation", "will be published", "will be in the",
    "will be found in", "will form part of", "will come to", "will go to", "will be told",
    "to be sent", "to be circulated", "to be supplied", "to be given", "to be shared", "to follow",
    "will be emailed", "will be issued", "will be forwarded", "will be put to", "will be laid",
    "will be answered in", "will be dealt with in", "will be covered in", "will be set out in",
    "has been asked to", "have been asked to", "in due course", "is being gathered",
  ]

  /// A sentence that tells only how the gathering of an answer goes.
  private static func isProgress(_ words: MatchKey) -> Bool { progress.isIn(words) }

  private static let progress: PhraseSet = [
    "replies have come", "replies have been received", "responses have been received",
    "responses have come", "is being collated", "are being collated", "is being compiled",
    "is being prepared", "are being prepared", "is being gathered", "being drafted",
    "being compiled", "being collated", "being prepared", "being gathered", "is being finished",
    "has been chased", "have been chased", "has been asked", "have been asked", "chased",
    "reminder sent",
    "reminders sent", "reminder was sent", "is not finished", "are not finished",
    "have been asked for", "work is under way to collate", "is in preparation",
  ]

  /// `The new one will be shared`: what is promised is what was asked for, by another word.
  private static func isOfOther(_ words: MatchKey) -> Bool {
    let first = words.words.prefix(3)
    return first.elementsEqual(["the", "new", "one"])
      || first.prefix(2).elementsEqual(["it", "will"])
      || first.prefix(2).elementsEqual(["they", "will"])
      || first.prefix(2).elementsEqual(["a", "copy"])
  }

  /// A promise of words or figures, not of work.
  private static func givesLater(_ words: MatchKey) -> Bool { laterAnswers.isIn(words) }

  private static let laterAnswers: PhraseSet = [
    "will be given", "will be provided", "will be circulated", "will be supplied",
    "will be sent", "will be shared", "will follow", "will provide", "will be reported",
    "to be provided", "to be confirmed", "will be confirmed", "in due course", "to follow",
    "to be sent", "to be supplied",
  ]

  /// A sentence that leaves something open.
  private static func isOpen(_ words: MatchKey) -> Bool { openings.isIn(words) }

  private static let openings: PhraseSet = [
    "is not known", "not yet known", "are not known", "can be given yet",
    "cannot yet be", "cannot be given yet", "not yet available", "not yet been",
    "for a date", "is awaited", "are awaited", "to be confirmed", "yet to be",
    "has not been received", "have not been received", "not yet received", "has not yet",
    "have not yet", "is still being", "are still being", "is still to", "are still to",
    "still to come", "is not complete",
    "not yet complete", "not yet finished",
  ]

  private static func isRefusal(_ words: MatchKey) -> Bool {
    let whole = words.description
    return whole == "declined" || whole == "withheld" || refusals.isIn(words)
  }

  private static let refusals: PhraseSet = [
    "cannot be provided", "cannot be shared", "cannot be released", "cannot be disclosed",
    "not able to provide", "unable to provide", "unable to share", "declined to",
    "declines to", "will not be provided", "not possible to provide", "refused",
    "cannot provide", "unable to release", "not be appropriate to", "cannot release",
    "not held", "will not be released", "will not be given", "will not be shared",
    "will not be disclosed", "will not be supplied", "not to be released", "not to be disclosed",
    "not supplied", "not released", "not disclosed", "will not release", "will not disclose",
    "not willing to",
    "decline to", "unable to disclose",
  ]

  private static func saysPart(_ words: MatchKey) -> Bool { partSigns.isIn(words) }

  private static let partSigns: PhraseSet = [
    "remainder", "remaining", "the rest of", "partial response", "part response",
    "in part", "second part", "still awaited", "still to come", "still outstanding",
    "yet to be provided", "is outstanding", "are outstanding", "partly", "figures for the other",
    "balance of the",
  ]
}
