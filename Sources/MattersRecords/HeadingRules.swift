import MattersText

/// What a heading means that is not printed just as another council prints it: by the words it
/// turns on.
///
/// `Recommendation of the Ponds Review Group`, `Eitem / Item`, `Officer(s) responsible`. The rules
/// are data: the first that fits tells the column.
enum HeadingRules {
  /// One rule: a heading that has one of some words and none of others.
  struct Rule {
    var column: TrackerColumn
    var any: Set<String>
    var none: Set<String> = []
    /// Another set of which one word has to stand there too.
    var with: Set<String> = []
  }

  /// The most words that a heading has; more are a sentence.
  private static let most = 9

  /// What a heading means by its parts or by the words it turns on.
  static func column(of heading: String, exactly: (String) -> TrackerColumn?) -> TrackerColumn? {
    if let mark = heading.first(where: { !$0.isWhitespace }), "✓✔☑🗸".contains(mark) {
      return .status
    }
    let plain = withoutBrackets(heading)
    if plain != heading, let found = exactly(plain) { return found }
    // A heading in two languages, or one that lists what may stand below it.
    if plain.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "|") }) {
      let parts = plain.split(whereSeparator: { $0 == "/" || $0 == "|" })
      let known = parts.compactMap { exactly(String($0)) }
      if parts.count > 1, let first = known.first, known.allSatisfy({ $0 == first }) {
        return first
      }
    }
    let words = MatchKey.words(plain)
    guard (1...most).contains(words.count), !heading.hasSuffix(".") || words.count <= 2 else {
      return nil
    }
    var met = Met()
    for word in words {
      if let one = byWord[word] { met.add(one) }
    }
    let fitting = met.any & ~met.none & (met.with | ~needingMore)
    return fitting == 0 ? nil : rules[fitting.trailingZeroBitCount].column
  }

  /// `Recommendations as agreed by the Executive on 21 June 2010`: what stands below, and then who
  /// made it so.
  static func withSource(_ key: String) -> TrackerColumn? {
    let words = key.split(separator: " ")
    // "Reply from the Office of the Commissioner"
    if words.count >= 3, ["reply", "response", "answer"].contains(words[0]), words[1] == "from" {
      return .response
    }
    guard key.hasPrefix("recommendation"), (3...16).contains(words.count) else { return nil }
    let made = words[1] == "as" ? words[2] : words[1]
    return verbs.contains(made) && words.contains("by") ? .recommendation : nil
  }

  /// What those do who make a recommendation theirs.
  private static let verbs: Set<Substring> = [
    "agreed", "approved", "accepted", "made", "adopted", "endorsed",
  ]

  /// In which rules a word stands, or all words of a heading: a bit for each rule.
  private struct Met {
    var any: UInt64 = 0
    var none: UInt64 = 0
    var with: UInt64 = 0

    mutating func add(_ other: Met) {
      (any, none, with) = (any | other.any, none | other.none, with | other.with)
    }
  }

  /// In which rules each word stands: one look at a heading's words tells which rules fit.
  private static let byWord: KeyTable<Met> = {
    var found: [String: Met] = [:]
    for (index, rule) in rules.enumerated() {
      let bit: UInt64 = 1 << UInt64(index)
      for word in rule.any { found[word, default: Met()].any |= bit }
      for word in rule.none { found[word, default: Met()].none |= bit }
      for word in rule.with { found[word, default: Met()].with |= bit }
    }
    return KeyTable(found)
  }()

  /// The rules that want a word of another set too.
  private static let needingMore = rules.indices.reduce(into: UInt64(0)) { bits, index in
    if !rules[index].with.isEmpty { bits |= 1 << UInt64(index) }
  }

  private static func withoutBrackets(_ heading: String) -> String {
    guard heading.utf8.contains(UInt8(ascii: "(")) else { return heading }
    var plain = ""
    var depth = 0
    for character in heading {
      if character == "(" { depth += 1 }
      if depth == 0 { plain.append(character) }
      if character == ")" { depth = max(0, depth - 1) }
    }
    return plain.contains(where: \.isLetter) ? plain : heading
  }

  private static let dates: Set<String> = ["date", "when", "day"]
  private static let due: Set<String> = [
    "due", "deadline", "timescale", "timescales", "timeframe", "target", "completion", "complete",
    "timeline", "timetable", "progressed",
  ]
  private static let people: Set<String> = [
    "officer", "officers", "owner", "owners", "responsible", "responsibility", "lead", "leads",
    "accountable", "assigned", "actionee", "whom", "who", "whose",
  ]
  private static let answers: Set<String> = [
    "response", "responses", "reply", "update", "updates", "progress", "comments", "position",
    "commentary",
  ]
  private static let asked: Set<String> = [
    "recommendation", "recommendations", "action", "actions", "request", "requests",
  ]

  /// The rules, the more particular first.
  static let rules: [Rule] = [
    Rule(
      column: .updated, any: dates.union(["last"]), with: ["updated", "update"]),
    Rule(column: .reviewDate, any: dates, with: ["review", "reviewed"]),
    Rule(column: .due, any: due, none: ["status", "response", "action", "outcome", "closed", "y"]),
    Rule(
      column: .decidedOn, any: dates,
      with: ["response", "decision", "decided", "cabinet", "executive", "exec"]),
    Rule(
      column: .meeting, any: dates.union(["meeting"]),
      none: [
        "closed", "completed", "implementation", "implemented", "start", "end", "next", "new",
        "revised", "status", "progress", "position",
      ]),
    Rule(
      column: .portfolioHolder, any: ["member", "holder", "members"],
      with: ["cabinet", "portfolio", "executive"]),
    Rule(column: .decidedBy, any: ["maker", "to"], with: ["decision", "made", "addressed"]),
    Rule(
      column: .subject, any: ["title"], with: ["item", "agenda", "report", "number", "topic"]),
    Rule(
      column: .reference, any: ["ref", "reference", "no", "number", "id"],
      none: people.union(answers)),
    Rule(column: .status, any: ["status", "rag"], none: ["project"]),
    // "Members wished to make the following comments"
    Rule(
      column: .recommendation, any: ["wished", "conclusions"], none: people.union(dates),
      with: ["members", "committee", "panel", "comments", "board"]),
    // "Assessment of progress": by a mark, and the progress is told beside it.
    Rule(
      column: .status, any: ["assessment"], none: people.union(dates).union(["impact", "risk"]),
      with: ["progress", "implementation", "status"]),
    // "What Executive said and what has happened since" holds more than the verdict.
    Rule(
      column: .response, any: ["happened"], none: dates.union(people), with: ["since", "said"]),
    Rule(
      column: .response, any: answers.union(["taken"]),
      none: ["requested", "required", "officer", "report"]),
    Rule(
      column: .decision, any: ["accepted", "rejected", "agreed", "decision"],
      none: asked.union(dates).union(["actions", "reason", "reasons", "committee", "by"])),
    // "The Panel said", "Mayor's answer": who speaks tells which side of the matter it is.
    Rule(
      column: .decision, any: ["said", "says", "answer", "answered", "verdict"], none: dates,
      with: [
        "cabinet", "executive", "mayor", "leader", "council", "authority", "cabinets",
        "executives", "mayors", "leaders", "councils",
      ]),
    Rule(
      column: .recommendation, any: ["said", "says", "advised", "suggested"],
      none: dates.union(people).union(["officer", "officers", "they"]),
      with: [
        "we", "committee", "commission", "panel", "board", "group", "scrutiny", "members",
        "councillors", "review",
      ]),
    Rule(
      column: .recommendation, any: ["recommended", "recommends", "recommend"],
      none: dates.union(people).union(["to", "by", "officer", "officers"]),
      with: [
        "what", "we", "committee", "commission", "panel", "board", "group", "scrutiny", "members",
        "councillors", "review", "party",
      ]),
    Rule(
      column: .request, any: ["asked", "wanted", "sought", "want", "wants"],
      none: dates.union(people).union(["by", "at", "on", "often", "times"]),
      with: [
        "what", "we", "committee", "commission", "panel", "board", "group", "scrutiny", "members",
        "councillors", "question",
      ]),
    Rule(
      column: .response,
      any: ["came", "heard", "told", "answer", "answered", "happened", "stands"],
      none: dates.union(people).union(["from", "by"]),
      with: ["back", "what", "where", "how", "we", "given", "received", "since"]),
    Rule(
      column: .response, any: ["answer", "answers", "replies", "reply"],
      none: dates.union(people).union(due).union(["from", "by", "to"])),
    Rule(
      column: .responsible, any: people.union(["directorate", "department", "service"]),
      none: ["status"]),
    Rule(
      column: .request, any: ["information", "requests", "request", "requested"],
      none: ["item", "report", "by", "member", "additional", "budget", "funding"]),
    Rule(
      column: .recommendation, any: ["recommendation", "recommendations"],
      none: ["reason", "reasons", "source", "number", "theme", "by", "to", "audit", "internal"]),
    Rule(
      column: .action, any: ["action", "actions"],
      none: [
        "mitigating", "mitigation", "corrective", "plan", "planned", "control", "proposed",
        "improvement", "further", "future", "risk",
      ]),
    Rule(
      column: .subject, any: ["subject", "topic", "item"],
      none: ["cost", "price", "amount", "quantity", "budget"]),
  ]
}

extension TrackerColumns {
  /// Words of headings under which stands how far a thing has got.
  private static let progressWords: Set<String> = [
    "progress", "update", "updates", "updated", "position", "since", "latest", "happened", "far",
  ]

  /// Whether a heading says that what stands below tells how far a thing has got, and not what was
  /// answered.
  public static func tellsProgress(_ heading: String) -> Bool {
    !progressWords.isDisjoint(with: MatchKey.words(heading))
  }
}

extension HeadingRules {
  /// Whether a heading says whose recommendations stand below it: `Scrutiny Panel recommendation`.
  static func ofMaker(_ key: String) -> TrackerColumn? {
    guard key.utf8.count <= 70,
      key.hasSuffix("recommendation") || key.hasSuffix("recommendations")
    else { return nil }
    let words = key.split(separator: " ")
    guard let last = words.last, last == "recommendation" || last == "recommendations" else {
      return nil
    }
    return words.dropLast().allSatisfy { makers.contains($0) } ? .recommendation : nil
  }

  static let makers: Set<Substring> = [
    "scrutiny", "panel", "panels", "committee", "committees", "commission", "commissions", "board",
    "boards", "select", "overview", "and", "s", "the", "task", "group", "groups", "review", "our",
    "finish", "working", "inquiry",
  ]
}
