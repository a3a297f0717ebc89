import MattersText

/// The words by which something is asked to be sent, shown or told, in whatever order they stand.
///
/// `a map be sent to members`, `members be furnished with a map`, `the Clerk supply the board with
/// a map`: a verb of giving, and somebody who takes or something that can be sent.
enum RequestWording {
  /// What can be sent or shown.
  static let things: Set<String> = [
    "details", "detail", "breakdown", "break-down", "figures", "figure", "information", "copy",
    "copies", "list",
    "number", "numbers", "data", "statistics", "costs", "cost", "timetable", "table", "map",
    "schedule", "results", "estimate", "analysis", "comparison",
    "summary", "template", "names", "spreadsheet", "chart", "graph", "maps", "lists", "tables",
    "estimates", "totals", "percentage", "proportion", "photographs", "drawings", "correspondence",
    "takings", "receipts", "invoices", "postcodes", "rates", "count", "counts", "inventory",
    "register", "scores", "marks",
  ]
  /// What a debate mostly answers on the spot, so that only words of giving make it a request.
  static let spoken: Set<String> = [
    "clarification", "clarity", "confirmation", "explanation", "reasons", "answer", "answers",
    "response", "assurance", "reply", "briefing", "report", "update", "note", "notes", "paper",
    "correspondence", "evidence",
  ]
  /// Papers that exist and can be asked for.
  static let papers: Set<String> = [
    "survey", "surveys", "study", "advice", "audit", "assessment", "letter", "lease", "contract",
    "accounts", "record", "records", "reports", "minutes", "log", "policy", "strategy", "business",
    "evaluation", "findings", "specification", "agreement", "quotation", "quotations",
  ]
  /// Papers that are still to be written when they are asked for.
  static let unwritten: Set<String> = [
    "report", "paper", "briefing", "note", "update", "breakdown", "summary", "presentation",
  ]
  /// What goes to others, unless our own are to have it.
  private static let courtesies: Set<String> = [
    "letter", "letters", "thanks", "congratulations", "condolences", "flowers", "card", "wishes",
    "appreciation", "sympathy", "gratitude",
  ]
  /// Those who take what is given.
  static let takers: Set<String> = [
    "members", "councillors", "committee", "panel", "board", "sub-committee", "subcommittee",
    "chair", "chairman", "chairs", "chairperson", "commission", "governors", "everyone", "member",
  ]
  private static let given: Set<String> = [
    "sent", "circulated", "provided", "supplied", "shared", "shown", "emailed", "e-mailed",
    "forwarded", "issued", "distributed", "furnished", "given", "copied", "told", "informed",
    "passed",
  ]
  /// Verbs of giving that can only be of something to be sent.
  private static let sending: Set<String> = ["provide", "supply", "send", "circulate", "furnish"]
  /// Verbs by which somebody lets others have something.
  static let giving: Set<String> = [
    "send", "circulate", "provide", "supply", "share", "show", "email", "e-mail", "forward",
    "issue", "distribute", "furnish", "give", "copy",
  ]

  /// Whether words from an index on say that something be given.
  static func isGiven(_ plain: [String], from start: Int) -> Bool {
    guard start < plain.count else { return false }
    for at in start..<plain.count {
      let next = at + 1 < plain.count ? plain[at + 1] : ""
      let later = at + 2 < plain.count ? plain[at + 2] : ""
      if plain[at] == "be" {
        // "be reported in writing to all members", "be shown side by side in a note".
        if next == "reported", plain[(at + 2)...].prefix(6).contains("writing") { return true }
        // "that a letter of thanks be sent": it goes to others, unless our own are to have it.
        if plain[start..<at].suffix(12).contains(where: courtesies.contains),
          !plain[at...].prefix(6).contains(where: takers.contains)
        {
          continue
        }
        let isMade = next == "made" && later == "available"
        // "that the costs be brought to the September meeting"
        if next == "brought", plain[at...].prefix(7).contains("meeting"),
          plain[start..<at].suffix(4).contains(where: things.contains)
        {
          return true
        }
        guard
          given.contains(next) || ["also", "then"].contains(next) && given.contains(later)
            || isMade
        else { continue }
        let before = plain[start..<at].suffix(12)
        if ["told", "informed", "given"].contains(next) {
          // "requested that it be informed of"
          let isItself =
            before.last.map { ["it", "they"].contains($0) } ?? false
            && before.dropLast().last == "that"
          if isItself || before.suffix(4).contains(where: takers.contains) { return true }
          continue
        }
        let after = plain[at...]
        if next == "passed", !after.contains(where: takers.contains) || before.contains("of") {
          continue
        }
        if next != "shown" && next != "shared" && next != "issued" && next != "passed" && !isMade
          || after.contains(where: takers.contains) || before.contains(where: takers.contains)
        {
          return true
        }
      }
      if plain[at] == "let", isLet(plain, at) { return true }
      // "confirm to the District in writing the date on which ..."
      if plain[at] == "confirm", at > start, plain[at...].prefix(7).contains("writing") {
        return true
      }
      if giving.contains(plain[at]), at > start {
        let after = plain[(at + 1)...]
        if sending.contains(plain[at]) {
          // "send members the forecasts", "provide council with a list", "supply sickness figures"
          let first = after.first == "all" ? after.dropFirst().first : after.first
          if let first, takers.contains(first), after.count >= 4 { return true }
          if after.prefix(4).contains(where: things.contains) { return true }
          // "send the Parish Council the housing numbers"
          if let body = after.prefix(4).firstIndex(where: {
            ["council", "us", "district"].contains($0)
          }),
            after[(body + 1)...].prefix(4).contains(where: things.contains)
          {
            return true
          }
        }
        let isOf = ["to", "with", "for"]
        if after.prefix(3).contains(where: takers.contains), after.contains(where: isOf.contains) {
          return true
        }
        if after.contains(where: takers.contains), after.contains(where: things.contains) {
          return true
        }
      }
    }
    return false
  }

  /// `let all members have a copy`, `let the Panel see it`: somebody who takes, and that they have it.
  private static func isLet(_ plain: [String], _ at: Int) -> Bool {
    guard at + 3 < plain.count,
      let taker = plain[(at + 1)...].prefix(4).firstIndex(where: takers.contains)
    else { return false }
    return plain[(taker + 1)...].prefix(2).contains { $0 == "have" || $0 == "see" }
  }

  private static let qualifiers: Set<String> = [
    "further", "more", "additional", "detailed", "full", "written", "regular", "short", "updated",
    "latest", "monthly", "quarterly", "annual", "complete", "exact", "total", "current", "up",
    "clear", "brief", "fuller", "simple", "comparative", "new",
  ]

  /// Whether what is asked for, from an index on, is something that can be sent.
  static func isThing(_ plain: [String], at start: Int) -> Bool {
    var at = start
    if at < plain.count, ["a", "an", "the", "some", "any", "all", "these"].contains(plain[at]) {
      at += 1
    }
    var left = 3
    while left > 0, at + 1 < plain.count, qualifiers.contains(plain[at]) {
      at += 1
      left -= 1
    }
    guard at < plain.count else { return false }
    if things.contains(plain[at]) { return true }
    let next = at + 1 < plain.count ? plain[at + 1] : ""
    if plain[at] == "sight" { return next == "of" }
    // A short note on something is written; a note by itself may be given on the spot.
    if plain[at] == "note", left < 3 || next == "of" {
      return ["on", "of", "about", "explaining", "setting", "showing", "giving"].contains(next)
    }
    // "a plan that showed each of the outfalls"
    return plain[at] == "plan" && (next == "showing" || next == "that")
      && plain[at...].prefix(3).contains(where: ["showing", "shows", "showed", "marks"].contains)
  }

  /// Whether a report is asked for again and again, or for a later meeting: `a quarterly report on
  /// estates`, `an update on the works for the next agenda`.
  static func isRegular(_ plain: [String], at start: Int) -> Bool {
    guard start + 2 < plain.count, ["a", "an"].contains(plain[start]) else { return false }
    let papers: Set<String> = ["report", "update", "briefing", "note", "paper"]
    let often: Set<String> = ["quarterly", "monthly", "regular", "annual", "weekly", "six-monthly"]
    if often.contains(plain[start + 1]), papers.contains(plain[start + 2]) { return true }
    let end = plain.suffix(3)
    return papers.contains(plain[start + 1]) && end.contains("agenda")
      && (end.contains("next") || end.contains("future"))
  }

  /// Whether a word begins an answer, and does not go on to say what is asked for: `which were to be`.
  private static func isAnswer(_ word: String) -> Bool {
    !["to", "being", "not", "in", "on", "under", "still", "now", "then", "the", "for"].contains(
      word)
      && !word.hasSuffix("ed")
  }

  /// Whether the answer stands in the same sentence: `the saving, which was £61,000`.
  static func isAnswered(_ plain: [String], from start: Int) -> Bool {
    guard start < plain.count else { return false }
    return plain[start...].indices.dropLast().contains {
      plain[$0] == "which" && ["was", "were", "is", "are"].contains(plain[$0 + 1])
        && ($0 + 2 >= plain.count || isAnswer(plain[$0 + 2]))
        || plain[$0] == "and" && ["was", "were"].contains(plain[$0 + 1])
          && plain[($0 + 1)...].prefix(3).contains(where: ["told", "informed", "advised"].contains)
    }
  }

  /// Whether a resolved item asks for something to be given: whom it asks and what is to be sent.
  ///
  /// `named` says that its words ask somebody to provide or to send; then anything that can be sent,
  /// or anybody who takes, makes it a request.
  static func asks(_ text: String, named: Bool) -> Bool {
    let plain = text.split(separator: " ").map { word in
      word.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "-" }
    }
    let verbs: Set<String> = [
      "ask", "asks", "asked", "request", "requests", "requested", "invite", "invites",
    ]
    guard let verb = plain.firstIndex(where: verbs.contains) else { return false }
    let rest = plain[(verb + 1)...]
    if named {
      return rest.contains {
        things.contains($0) || takers.contains($0) || spoken.contains($0) || papers.contains($0)
      }
    }
    return isGiven(plain, from: verb + 1)
      && rest.contains { takers.contains($0) || things.contains($0) }
  }
}
