import MattersText

/// A heading that says whose words stand below it: `Cabinet Member's response`, `Decision of the
/// Executive Member`, `What the Panel proposed`.
///
/// Who speaks and what he gives tell the column together: what an executive resolves is its decision,
/// what a panel resolves is its recommendation.
enum WhoseHeading {
  /// Those who speak.
  private enum Speaker { case decider, asker, officer }

  /// What stands below.
  private enum Kind { case response, decision, resolution, recommendation, request }

  private static let speakers: [Substring: Speaker] = {
    var found: [Substring: Speaker] = [:]
    for word: Substring in [
      "cabinet", "executive", "exec", "mayor", "leader", "minister", "ministers", "ministerial",
      "council", "trust", "government", "commissioner", "authority", "portfolio", "holder",
      "member", "members", "board", "chief", "icb", "provider", "organisation", "partner", "agency",
      "company", "association", "department", "health", "nhs", "management",
    ] { found[word] = .decider }
    for word: Substring in [
      "scrutiny", "overview", "committee", "panel", "commission", "group", "task", "select",
      "finish",
      "inquiry", "working", "party", "review", "subcommittee",
    ] { found[word] = .asker }
    for word: Substring in [
      "officer", "officers", "lead", "service", "directorate", "director", "clerk", "staff",
    ] { found[word] = .officer }
    return found
  }()

  private static let kinds: [Substring: Kind] = [
    "response": .response, "responses": .response, "reply": .response, "comment": .response,
    "comments": .response, "commentary": .response, "narrative": .response,
    "observations": .response, "feedback": .response, "statement": .response, "view": .response,
    "views": .response, "remarks": .response, "explanation": .response, "position": .response,
    "decision": .decision, "decisions": .decision, "determination": .decision, "verdict": .decision,
    "ruling": .decision, "conclusion": .decision, "resolution": .resolution,
    "recommendation": .recommendation, "recommendations": .recommendation,
    "proposal": .recommendation, "proposals": .recommendation, "suggestion": .recommendation,
    "suggestions": .recommendation, "advice": .recommendation,
  ]

  private static let deeds: [Substring: Kind] = [
    "decided": .decision, "agreed": .decision, "resolved": .resolution, "ruled": .decision,
    "determined": .decision, "answered": .response, "replied": .response, "responded": .response,
    "says": .response, "thinks": .response, "proposed": .recommendation,
    "suggested": .recommendation, "recommended": .recommendation, "recommends": .recommendation,
    "proposes": .recommendation, "put": .recommendation, "advised": .recommendation,
  ]

  /// Words that say how something is meant, and not what it is.
  private static let fillers: Set<Substring> = [
    "the", "our", "s", "proposed", "draft", "initial", "final", "formal", "written", "suggested",
    "full", "detailed", "recommended", "and", "or", "of", "for", "agreed", "actual", "other", "has",
    "have", "had", "now", "then", "its",
  ]

  /// Words that may close a heading behind what it names.
  private static let tails: Set<Substring> = [
    "detail", "details", "text", "given", "provided", "received", "made", "in", "if", "with",
    "including", "and", "as", "where", "required",
  ]

  /// How such headings begin.
  static let beginnings: [String] =
    (Array(speakers.keys) + Array(kinds.keys) + Array(fillers) + ["what"]).map(String.init)

  private static let most = 10

  /// What a folded heading means.
  static func column(_ key: String) -> TrackerColumn? {
    guard key.utf8.count <= 80 else { return nil }
    let words = key.split(separator: " ")
    guard (2...most).contains(words.count) else { return nil }
    var at = words[0] == "what" ? 1 : 0
    // "Response of the Cabinet Member for Place"
    if at == 0, let kind = kinds[words[0]] {
      guard words.count >= 3, ["of", "from", "by", "to"].contains(words[1]),
        let speaker = speaker(words, from: 2)
      else { return nil }
      // What is recommended to somebody is not his.
      if words[1] == "to" {
        return kind == .recommendation && speaker.who == .decider ? .recommendation : nil
      }
      return column(kind, by: speaker.who, strictly: speaker.isExecutive)
    }
    while at < words.count, fillers.contains(words[at]) { at += 1 }
    // "Recommended response": how it is meant, and not whose it is.
    if at > 0, at + 1 == words.count, words[0] != "what", let kind = kinds[words[at]] {
      return kind == .response ? .response : kind == .decision ? .decision : nil
    }
    guard let speaker = speaker(words, from: at) else { return nil }
    at = speaker.end
    while at < words.count, fillers.contains(words[at]),
      words[0] != "what" || deeds[words[at]] == nil
    {
      at += 1
    }
    guard at < words.count, let kind = words[0] == "what" ? deeds[words[at]] : kinds[words[at]],
      at + 1 == words.count || tails.contains(words[at + 1])
    else { return nil }
    return column(kind, by: speaker.who, strictly: speaker.isExecutive)
  }

  /// Who is named at a word, and where his name ends.
  private static func speaker(
    _ words: [Substring], from start: Int
  ) -> (who: Speaker, isExecutive: Bool, end: Int)? {
    var at = start
    var (isAsker, isDecider, isExecutive, hasAny) = (false, false, false, false)
    while at < words.count {
      var word = words[at]
      if speakers[word] == nil, word.hasSuffix("s") { word = word.dropLast() }
      guard let found = speakers[word] else {
        guard fillers.contains(words[at]), deeds[words[at]] == nil else { break }
        at += 1
        continue
      }
      hasAny = true
      switch found {
      case .asker: isAsker = true
      case .decider: isDecider = true
      case .officer: break
      }
      isExecutive =
        isExecutive
        || ["cabinet", "executive", "mayor", "leader", "minister", "ministerial"].contains(word)
      at += 1
    }
    guard hasAny else { return nil }
    // "Executive Board", but "Scrutiny Board": a panel is one whoever else is named with it.
    return (isAsker && !isExecutive ? .asker : isDecider ? .decider : .officer, isExecutive, at)
  }

  private static func column(
    _ kind: Kind, by speaker: Speaker, strictly isExecutive: Bool
  ) -> TrackerColumn? {
    switch (kind, speaker) {
    case (.response, .decider), (.response, .officer): .response
    case (.decision, .decider): .decision
    case (.resolution, .decider): isExecutive ? .decision : nil
    case (.resolution, .asker), (.recommendation, .asker): .recommendation
    case (.recommendation, .decider): .recommendation
    default: nil
    }
  }

  /// Whether a heading is of what somebody says who decides, and not of what officers add to it.
  static func isOfDecider(_ heading: String) -> Bool {
    let words = MatchKey.words(heading).map { Substring($0) }
    return words.contains { word in
      speakers[word] == .decider && word != "member" && word != "members"
        || word.hasSuffix("s") && speakers[word.dropLast()] == .decider
    } && !words.contains { speakers[$0] == .officer }
  }
}
