import MattersText

/// What stands behind a verb of wishing, and whether it is something that can be handed over: a
/// paper or figures, or their being sent, shown or told.
struct WishedFor {
  let plain: [String]
  /// Where the words behind the verb begin.
  let start: Int
  let verb: String

  // MARK: - Classes of words

  /// Papers and figures beyond those that a debate asks for in any case.
  private static let papers: Set<String> = RequestWording.things.union(RequestWording.papers)
    .union([
      "workings", "times", "ranking", "rankings", "split", "appraisal", "case", "criteria",
      "slides", "profile", "addresses", "notes", "plan", "plans", "evidence", "modelling",
      "benchmarking", "trends", "trend", "methodology", "rationale", "proposals", "scorecard",
      "dashboard", "matrix", "roadmap", "answers", "correspondence", "briefing", "documents",
      "document", "statements", "statement",
    ])
  /// What is handed over when it is written, and answered on the spot when it is not.
  private static let written: Set<String> = [
    "note", "report", "paper", "briefing", "response", "reply", "explanation", "summary",
    "statement", "answer",
  ]
  /// Verbs in the passive by which a thing reaches those who asked.
  private static let sent: Set<String> = [
    "sent", "circulated", "provided", "supplied", "shared", "emailed", "e-mailed", "forwarded",
    "distributed", "furnished", "copied", "issued",
  ]
  /// Verbs in the passive by which somebody learns.
  private static let told: Set<String> = ["told", "informed", "advised", "notified", "apprised"]
  /// Verbs in the passive by which figures come before a meeting.
  private static let brought: Set<String> = [
    "brought", "put", "presented", "submitted", "reported", "added", "included", "tabled",
  ]
  private static let asking: Set<String> = [
    "how", "what", "which", "where", "when", "who", "why", "whether",
  ]
  private static let modals: Set<String> = ["could", "might", "can", "may", "should", "would"]
  private static let ends: Set<String> = [
    "of", "on", "for", "from", "by", "to", "in", "which", "that", "about", "showing", "setting",
    "regarding", "with", "at", "and", "as", "before", "where", "relating", "concerning", "behind",
    "covering", "giving", "explaining", "who", "how", "outside", "after", "following", "within",
    "between", "across", "over", "during", "since", "against", "into", "per",
  ]
  private static let pronouns: Set<String> = [
    "it", "this", "that", "these", "them", "those", "they",
  ]

  private func word(_ at: Int) -> String { at >= 0 && at < plain.count ? plain[at] : "" }

  // MARK: - Noun phrases

  /// Where a noun phrase ends that begins at a word, and whether its head is a paper or figures.
  private func noun(_ from: Int) -> (end: Int, isPaper: Bool, isWritten: Bool) {
    var at = from
    while at < plain.count, at - from < 8, !Self.ends.contains(plain[at]) { at += 1 }
    guard at > from else { return (at, false, false) }
    let head = plain[at - 1]
    let isPaper = Self.papers.contains(head) && !Self.written.contains(head)
    // "a written report", "a short note on"
    let isWritten =
      Self.written.contains(head)
      && (plain[from..<at].contains("written")
        || ["a", "an"].contains(plain[from])
          && ["note", "paper", "briefing", "summary"].contains(head)
          && ["on", "about", "showing", "setting", "explaining", "covering"].contains(word(at)))
    return (at, isPaper, isWritten)
  }

  /// `for the journey times`, `sight of the contract`, `a breakdown by ward`.
  var isNoun: Bool {
    var at = start
    if word(at) == "for" {
      at += 1
    } else if !["requested", "sought", "wanted", "like", "welcome", "appreciate", "want"]
      .contains(verb)
    {
      return false
    }
    if ["sight"].contains(word(at)), word(at + 1) == "of" { return true }
    let found = noun(at)
    let next = word(found.end)
    // "for it to be sent out again", "for the delay to be explained": how it reaches them decides.
    if next == "to", word(found.end + 1) == "be" {
      return isPassive(from: at, be: found.end + 1)
    }
    if next == "to" { return false }
    if found.isWritten || isReport(from: at, to: found.end) { return true }
    // "for an explanation of the delay to be sent round"
    if Self.written.contains(word(found.end - 1)),
      let to = plain[min(found.end, plain.count)...].prefix(9).firstIndex(of: "to"),
      word(to + 1) == "be"
    {
      return isPassive(from: at, be: to + 1)
    }
    // "for an update on the position and a list of those outstanding"
    if word(at - 1) == "for",
      let and = plain[min(found.end, plain.count)...].prefix(8).firstIndex(of: "and"),
      ["a", "the"].contains(word(and + 1)), RequestWording.things.contains(word(and + 2))
    {
      return true
    }
    // A plan or a case that is wanted is to be made; one that is asked for by its name is there.
    guard found.isPaper, RequestWording.things.contains(word(found.end - 1)) else { return false }
    return verb != "wanted" || next != ""
  }

  /// Papers that are written for those who ask for them.
  private static let reports: Set<String> = [
    "report", "reports", "paper", "papers", "note", "notes", "dive", "dives", "evidence",
  ]
  /// What may be given on the spot, unless the words say how it is to reach them.
  private static let spoken: Set<String> = RequestWording.spoken.union([
    "presentation", "feedback", "statement", "updates", "briefings", "options", "proposals",
  ])
  /// What a debate gives on the spot whatever is said of members and meetings.
  private static let assurances: Set<String> = [
    "assurance", "assurances", "reassurance", "clarification", "clarity", "confirmation",
  ]
  /// Words before the name of a paper that is still to be written.
  private static let unwritten: Set<String> = [
    "a", "an", "another", "further", "regular", "quarterly", "annual", "monthly", "additional",
    "more", "future", "detailed", "separate", "follow-up", "updated", "written", "progress",
  ]

  /// Whether a noun phrase is a paper to be written, or something that is to be sent or brought.
  private func isReport(from: Int, to end: Int) -> Bool {
    let head = word(end - 1)
    let next = word(end)
    if Self.reports.contains(head) {
      let isNew =
        !Self.unwritten.isDisjoint(with: plain[from..<end]) || head.hasSuffix("s")
        || head == "evidence"
      // "asked for a report from each group": it is given there and then.
      // "a report from staff on the cost"
      let isTold =
        next == "from"
        && plain[min(end, plain.count)...].prefix(8).contains {
          $0 == "on" || $0 == "about" || $0 == "regarding"
        }
      if isNew, isTold || next != "from", next != "and", verb != "wanted" { return true }
    }
    guard Self.spoken.contains(head) || Self.reports.contains(head) else { return false }
    return Delivery.isSaid(plain, from: from, strictly: Self.assurances.contains(head))
  }

  // MARK: - Infinitives

  /// `to see the journey times`, `to be provided with the reports`, `to have, before May, the plan`.
  var isInfinitive: Bool {
    guard word(start) == "to" else { return false }
    var act = start + 1
    if word(act) == "also" { act += 1 }
    switch word(act) {
    case "see", "have", "receive", "get":
      if word(act) == "see", Self.asking.contains(word(act + 1)) {
        return ["how", "what", "which"].contains(word(act + 1)) && plain.count > act + 3
      }
      if word(act + 1) == "sight" { return true }
      return window(act + 1).contains { at in
        let found = noun(at)
        return found.isPaper || found.isWritten || Self.reports.contains(word(found.end - 1))
          || ["response", "results", "findings"].contains(word(found.end - 1))
      }
    case "be":
      let done = word(act + 1)
      if done == "kept" { return ["informed", "updated", "advised"].contains(word(act + 2)) }
      if Self.told.contains(done) {
        return word(act + 2) == "of" || Self.asking.contains(word(act + 2))
      }
      return (Self.sent.contains(done) || ["given", "shown"].contains(done))
        && window(act + 2).contains { noun($0).isPaper }
    default: return false
    }
  }

  /// Where a noun phrase may begin: behind the verb, or behind what a comma or "with" sets between.
  private func window(_ from: Int) -> [Int] {
    let last = min(plain.count, from + 16)
    guard from < last else { return [] }
    return [from]
      + (from..<last).filter { ["a", "an", "the", "any", "all"].contains(plain[$0]) }
  }

  // MARK: - Clauses

  /// `that the findings be shared`, `if the Panel might have a table`, `whether it could be sent`.
  var isClause: Bool {
    let opener = word(start)
    guard ["that", "if", "whether"].contains(opener) else { return false }
    let end = min(plain.count, start + 40)
    if opener == "that", tellsOfReports || takesPapers || isErrand { return true }
    // "asked whether there were figures for each ward"
    if opener != "that", word(start + 1) == "there",
      ["was", "were", "is", "are"].contains(word(start + 2))
    {
      return RequestWording.things.contains(word(start + (word(start + 3) == "any" ? 4 : 3)))
    }
    for at in (start + 1)..<max(start + 1, end) {
      if plain[at] == "be", opener == "that" || Self.modals.contains(word(at - 1)),
        isPassive(from: start + 1, be: at)
      {
        return true
      }
      // "if the Panel might have a table of each reserve"
      if Self.modals.contains(plain[at]), ["have", "see", "receive"].contains(word(at + 1)),
        plain[(start + 1)..<at].contains(where: { RequestWording.takers.contains($0) || $0 == "we" }
        )
      {
        return word(at + 2) == "sight" || Self.asking.contains(word(at + 2))
          || window(at + 2).contains { noun($0).isPaper }
      }
    }
    return false
  }

  /// Whether the passive at "be" hands over what stands before it, or to whom it stands there.
  private func isPassive(from: Int, be: Int) -> Bool {
    var at = be + 1
    while ["also", "then", "always", "now"].contains(word(at)) { at += 1 }
    let done = word(at)
    let subject = plain[from..<be].filter { !Self.modals.contains($0) && $0 != "to" }
    let isThing =
      subject.contains {
        Self.papers.contains($0) || Self.written.contains($0) || Self.reports.contains($0)
      }
      || subject.count <= 2 && subject.contains { Self.pronouns.contains($0) }
    let after = plain[min(at + 1, plain.count)...]
    let isTaker = subject.suffix(4).contains {
      RequestWording.takers.contains($0) || ["it", "they", "she", "he"].contains($0)
    }
    if done == "made", word(at + 1) == "available" { return isThing }
    if done == "kept" {
      return isTaker && ["informed", "updated", "advised"].contains(word(at + 1))
    }
    // "that the figures be set out by shelter in the next report"
    if ["set", "split", "broken", "listed", "separated"].contains(done) {
      return subject.contains { RequestWording.things.contains($0) }
    }
    if Self.told.contains(done) {
      return (isTaker || subject.last == "council" || subject.last == "we")
        && (Self.asking.contains(word(at + 1)) || word(at + 1) == "of")
    }
    // "that a letter be sent": it goes to others, unless the meeting's own are to have it.
    if subject.contains("letter") || subject.contains("letters") {
      return isTaker || after.prefix(4).contains(where: RequestWording.takers.contains)
    }
    if Self.sent.contains(done) {
      return isThing || isTaker && window(at + 1).contains { noun($0).isPaper }
    }
    if ["given", "shown"].contains(done) {
      if isTaker { return window(at + 1).contains { noun($0).isPaper } }
      return isThing && (done == "shown" || after.contains(where: RequestWording.takers.contains))
    }
    // "that the figures be checked and sent round to the Committee"
    if isThing, after.first == "and", Self.sent.contains(word(at + 2)) { return true }
    if ["arranged", "prepared", "produced"].contains(done), isThing || subject.contains("briefing")
    {
      return after.prefix(6).contains(where: RequestWording.takers.contains)
    }
    if Self.brought.contains(done) {
      let isFigures = subject.contains { RequestWording.things.contains($0) }
      let places: Set<String> = [
        "meeting", "committee", "panel", "board", "members", "reports", "report", "agenda",
      ]
      let isUnwritten =
        subject.contains { Self.written.contains($0) || Self.spoken.contains($0) }
        && !Self.unwritten.isDisjoint(with: subject)
      // "that the data be presented by locality"
      if isFigures, done != "put", done != "brought",
        after.first.map({ ["by", "as", "for"].contains($0) }) ?? false
      {
        return true
      }
      return (isFigures || isUnwritten)
        && (after.prefix(9).contains(where: places.contains) || after.first == "back")
    }
    return false
  }

  /// `that future reports include the trend`: what comes again is to tell more.
  private var tellsOfReports: Bool {
    let papers: Set<String> = ["report", "reports", "papers", "dashboard", "update", "updates"]
    let window = plain[min(start + 1, plain.count)...].prefix(9)
    guard let paper = window.firstIndex(where: papers.contains),
      window[..<paper].contains(where: { ["future", "next", "subsequent", "later"].contains($0) })
    else { return false }
    return plain[(paper + 1)...].prefix(4).contains {
      ["include", "show", "contain", "provide", "set", "cover", "compare", "break"].contains($0)
    }
  }

  /// `that members receive a summary of the responses`.
  private var takesPapers: Bool {
    guard
      let verb = plain[min(start + 1, plain.count)...].prefix(6).firstIndex(where: {
        ["receive", "have", "see", "get"].contains($0)
      }), plain[(start + 1)..<verb].contains(where: RequestWording.takers.contains),
      !plain[(start + 1)..<verb].contains("to")
    else { return false }
    return window(verb + 1).contains { at in
      let found = noun(at)
      return found.isPaper || found.isWritten
        || Self.reports.union(Self.spoken).union(Self.written).contains(word(found.end - 1))
    }
  }

  /// `that officers come back with the options`, `that the Head of Ponds bring a report to the next
  /// meeting`: a bare verb behind whoever is to do it.
  private var isErrand: Bool {
    for at in (start + 2)..<max(start + 2, min(plain.count, start + 12)) {
      if ["to", "be", "was", "were", "had", "of"].contains(plain[at]) {
        if plain[at] == "of" { continue }
        return false
      }
      if ["report", "come", "return", "bring", "prepare", "submit", "present", "produce"]
        .contains(plain[at])
      {
        return RequestErrand.isActed(plain, at: at)
      }
    }
    return false
  }

  /// `wanted it station by station`, `would like the figures broken down by ward`.
  var isSplit: Bool {
    guard ["wanted", "like", "want"].contains(verb) else { return false }
    let rest = plain[min(start, plain.count)...].prefix(9)
    guard rest.contains(where: { Self.pronouns.contains($0) || RequestWording.things.contains($0) })
    else { return false }
    if rest.contains("broken") || rest.contains("split") || rest.contains("separately") {
      return true
    }
    // "station by station": a word, "by" and the word again.
    return rest.indices.dropFirst().dropLast().contains {
      plain[$0] == "by" && plain[$0 - 1] == plain[$0 + 1]
    }
  }
}
