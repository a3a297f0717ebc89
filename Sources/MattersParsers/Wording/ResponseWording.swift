public import MattersRecords
import MattersText

/// Tells where a request stands from the response and the status that a tracker prints.
///
/// Most trackers' ticks and shading do not survive conversion, so that the state has to come from
/// the response itself: nothing, a promise, a part, a refusal, or an answer.
public enum ResponseWording {
  /// The state that a row's response and status cells say.
  public static func state(response: String?, status: String?) -> MatterState {
    if let status, let said = stateOfStatus(status) {
      // "Ongoing" beside an answer says only that nobody closed the row.
      if said != .pending || (response ?? "").isEmpty { return said }
    }
    return stateOfResponse(response ?? "")
  }

  /// The state that a status word or mark names by itself.
  static func stateOfStatus(_ status: String) -> MatterState? {
    if status.contains(where: { "✓✔☑🗸".contains($0) }) { return .completed }
    let words = MatchKey(status).description
    switch words {
    case "completed", "complete", "closed", "actioned", "done", "discharged", "implemented",
      "agreed as completed", "complete agreed":
      return .completed
    case "outstanding", "pending", "open", "awaiting response", "awaited", "ongoing", "in progress",
      "not started", "overdue", "chased":
      return .pending
    case "part", "partly answered", "partial", "partially complete", "part response":
      return .partlyAnswered
    case "holding response", "holding reply", "holding": return .holding
    case "response received", "answered", "received", "responded": return .answered
    case "refused", "rejected", "declined": return .refused
    case "withdrawn": return .withdrawn
    case "discontinued", "no longer tracked", "lapsed": return .discontinued
    default: return nil
    }
  }

  /// The state that a response's own words say.
  static func stateOfResponse(_ response: String) -> MatterState {
    let key = MatchKey(response).description
    if key.isEmpty { return .pending }
    if isNothingYet(key) { return .pending }
    let sentences = response.sentences
    var answers = 0
    var promises = 0
    var refusals = 0
    for sentence in sentences {
      let words = " " + MatchKey(sentence).description + " "
      if words.count < 4 { continue }
      if isRefusal(words) {
        refusals += 1
      } else if isPromise(words) {
        promises += 1
      } else {
        answers += 1
      }
    }
    if refusals > 0, answers + promises <= refusals { return .refused }
    if answers == 0 { return promises > 0 ? .holding : .unknown }
    if promises > 0, saysPart(" " + key + " ") { return .partlyAnswered }
    return saysPart(" " + key + " ") ? .partlyAnswered : .answered
  }

  /// `Response pending`, `Awaited`, `To follow`, `No response received`.
  private static func isNothingYet(_ key: String) -> Bool {
    let short = [
      "response pending", "pending", "awaited", "awaiting response", "response awaited", "to follow",
      "tbc", "to be confirmed", "outstanding", "none", "no response", "no response received",
      "response outstanding", "awaiting", "n a", "not yet received", "no response to date",
      "response to follow", "no response yet", "nil", "awaiting reply", "reply awaited",
    ]
    if short.contains(key) { return true }
    return key.split(separator: " ").count <= 8
      && (key.hasPrefix("response pending") || key.hasPrefix("awaiting response")
        || key.hasPrefix("response awaited") || key.hasPrefix("no response"))
  }

  /// A sentence that only says that something will come, or where it will be.
  private static func isPromise(_ words: String) -> Bool {
    let signs = [
      " will be provided ", " will be circulated ", " will be included ", " will be presented ",
      " will be reported ", " will be brought ", " will be shared ", " will be sent ",
      " will be available ", " will be submitted ", " will follow ", " will be supplied ",
      " will be considered ", " will provide ", " will report ", " will be made available ",
      " to be considered by ", " to be included ", " to be provided ", " to be reported ",
      " to be presented ", " anticipated to be ", " are anticipated ", " is anticipated ",
      " proposed to be ", " is being prepared ", " are being prepared ", " is being compiled ",
      " is being collated ", " are being collated ", " being drafted ", " expected to be ",
      " is expected by ", " is expected in ", " planned to be ", " is scheduled ",
      " will be ready ", " will be completed ", " is in preparation ", " will be published ",
      " has been asked to ", " have been asked to ", " in due course ", " is being gathered ",
    ]
    return signs.contains { words.contains($0) }
  }

  private static func isRefusal(_ words: String) -> Bool {
    let signs = [
      " cannot be provided ", " cannot be shared ", " cannot be released ", " cannot be disclosed ",
      " not able to provide ", " unable to provide ", " unable to share ", " declined to ",
      " declines to ", " will not be provided ", " not possible to provide ", " refused ",
      " cannot provide ", " unable to release ", " not be appropriate to ", " cannot release ",
      " not held ", " will not be released ", " decline to ", " unable to disclose ",
    ]
    return signs.contains { words.contains($0) }
  }

  private static func saysPart(_ words: String) -> Bool {
    let signs = [
      " remainder ", " remaining ", " the rest of ", " partial response ", " part response ",
      " in part ", " second part ", " still awaited ", " still to come ", " still outstanding ",
      " yet to be provided ", " partly ", " figures for the other ", " balance of the ",
    ]
    return signs.contains { words.contains($0) }
  }
}

extension String {
  /// The sentences of some prose, cut after a full stop, question or exclamation mark that a
  /// capital, a quotation mark or the end follows.
  public var sentences: [String] {
    var found: [String] = []
    var current = ""
    var previous: Character = " "
    var closed = false
    for character in self {
      if closed, character.isUppercase || character == "\u{201C}" || character == "\"" {
        found.append(current)
        current = ""
        closed = false
      } else if closed, character != " " {
        closed = false
      }
      current.append(character)
      if character == " ", ".?!".contains(previous) || closed { closed = true }
      if character != " " { previous = character } else if !closed { previous = character }
    }
    if current.contains(where: { $0 != " " }) { found.append(current) }
    return found
  }
}
