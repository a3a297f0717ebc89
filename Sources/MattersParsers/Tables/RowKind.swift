import MattersRecords
import MattersText

/// A tracker that holds recommendations, requests and actions together: a column `Type` says of each
/// row which it is, or, where the heading is of comments of every kind, the row's own words.
struct RowKind {
  /// The column that says it; nothing where the words do.
  private let type: Int?
  /// Whether the heading says that recommendations and actions stand together.
  private let isPaired: Bool
  private let wording: Int
  /// Where a heading is of both recommendations and requests: the columns that tell which a row is.
  private var answers: [Int] = []
  private var owners: [Int] = []

  private static let headings: Set<String> = [
    "type", "kind", "category", "type of request", "sort",
  ]
  private static let kinds: [(kind: TrackerKind, words: Set<String>)] = [
    (.recommendations, ["r", "rec", "recs", "recommendation", "recommendations", "advice"]),
    (
      .informationRequests,
      [
        "i", "ir", "info", "information", "request", "information request", "q", "question",
        "requests", "inf", "info request",
      ]
    ),
    (.actions, ["a", "act", "action", "actions", "task"]),
  ]

  /// Words of headings under which things of several kinds stand.
  private static let mixed: Set<String> = [
    "comments", "conclusions", "feedback", "observations", "matter", "matters",
  ]
  private static let plain: Set<String> = ["matter", "matters"]
  private static let recommending: Set<String> = [
    "recommend", "recommends", "recommended", "recommending", "recommendation",
  ]
  private static let asking: Set<String> = [
    "asked", "request", "requests", "requested", "receive", "know", "sight", "informed", "copy",
    "breakdown", "clarification", "information", "figures", "details",
  ]

  /// The column of a table that says so, if it has one.
  init?(
    _ header: [String], _ columns: [TrackerColumn: Int], rows: [[String]] = [],
    listed: TrackerColumn? = nil
  ) {
    guard let wording = columns[.request] ?? columns[.recommendation] ?? columns[.action],
      header.indices.contains(wording)
    else { return nil }
    let type = header.indices.first {
      $0 != wording && Self.headings.contains(MatchKey(header[$0]).description)
    }
    let words = MatchKey.words(header[wording])
    // Under "Minute / Recommendation" stand resolutions too: "That the position be noted."
    isPaired =
      words.contains { $0.hasPrefix("recommendation") }
      && words.contains { word in
        ["action", "resolution", "minute", "decision"].contains { word.hasPrefix($0) }
      }
      && Set(words).isSubset(of: Self.pairs)
      // Under a title that lists recommendations, "Recommendation / decision" holds those.
      && (listed != .recommendation || words.contains { $0.hasPrefix("action") })
    let isOfBoth =
      words.contains { $0.hasPrefix("recommend") } && words.contains { $0.hasPrefix("request") }
      || words.count == 1 && ["resolution", "resolutions"].contains(words[0])
        && Self.isOfBoth(rows, wording)
    // Under a title that lists actions, "Matter" is one.
    let isTask = columns[.action] != nil && Self.plain.isSuperset(of: words)
    guard
      type != nil || isPaired || isOfBoth || !Self.mixed.isDisjoint(with: words) && !isTask
    else {
      return nil
    }
    (self.type, self.wording) = (type, wording)
    guard type == nil, !isPaired, isOfBoth else { return }
    answers = [.decision, .response, .outcome, .implementation, .status].compactMap { columns[$0] }
    owners = [.decidedBy, .responsible, .leadOfficer, .portfolioHolder].compactMap { columns[$0] }
  }

  /// Whether some of what was resolved was recommended and some is to be given: `Recommended to
  /// Cabinet that ...`, `The Head of Ponds to provide ...`.
  private static func isOfBoth(_ rows: [[String]], _ wording: Int) -> Bool {
    let cells = rows.compactMap { wording < $0.count ? MatchKey.words($0[wording]) : nil }
    return cells.contains { $0.first == "recommended" }
      && cells.contains { words in
        words.prefix(10).firstIndex(of: "to").map { to in
          to > 0 && to + 1 < words.count && gives.contains(words[to + 1])
        } ?? false
      }
  }

  private static let gives: Set<String> = [
    "provide", "supply", "send", "circulate", "share", "provided", "sent",
  ]

  /// A row of a table of recommendations and requests: what is put to a decision maker, or decided,
  /// or to be done, was recommended.
  private func isRecommended(_ cells: [String]) -> Bool {
    let said = { (columns: [Int]) in
      columns.compactMap { $0 < cells.count && !cells[$0].isEmpty ? cells[$0] : nil }
    }
    let words = MatchKey.words(cells[wording])
    if words.first == "that" || words.first == "recommended" { return true }
    if words.hasRun(["to", "be"]) { return !words.contains(where: Self.gives.contains) }
    if let to = words.prefix(10).firstIndex(of: "to"), to > 0, to + 1 < words.count,
      Self.gives.contains(words[to + 1])
    {
      return false
    }
    if let to = words.prefix(6).firstIndex(of: "to"), to > 0, to + 1 < words.count,
      DecisionMaker.isOne(words[..<to].joined(separator: " "))
    {
      return !Self.gives.contains(words[to + 1])
    }
    if said(owners).contains(where: DecisionMaker.isOne) { return true }
    let refusals: Set<String> = ["refused", "declined"]
    return said(answers).contains { cell in
      DecisionWording.opening(cell).map { !refusals.contains($0.printed.lowercased()) } ?? false
    }
  }

  /// Whether somebody is to do something, and give nothing: `The Clerk to arrange a visit`.
  private func isTask(_ words: String) -> Bool {
    let plain = MatchKey.words(words)
    guard plain.first == "the", let to = plain.prefix(10).firstIndex(of: "to"), to >= 2,
      to + 2 < plain.count
    else { return false }
    return !Self.gives.contains(plain[to + 1]) && plain[to + 1] != "be"
      && !PlainDate.monthNames.contains { $0.lowercased() == plain[to + 1] }
      && !plain[to + 1].contains(where: \.isNumber)
  }

  /// What the rows below a heading inside a table are: `ACTIONS / INFORMATION`.
  static func headed(_ heading: String?, _ columns: [TrackerColumn: Int]) -> (
    TrackerKind, [TrackerColumn: Int]
  )? {
    guard let heading, heading.utf8.count <= 60,
      let wording = columns[.request] ?? columns[.recommendation] ?? columns[.action]
    else { return nil }
    let words = MatchKey.words(heading)
    guard words.allSatisfy({ headingWords.contains($0) }) else { return nil }
    let has = { (stem: String) in words.contains { $0.hasPrefix(stem) } }
    if has("recommend"), !has("request"), !has("action"), columns[.recommendation] == nil {
      return (.recommendations, placed(.recommendation, at: wording, columns))
    }
    guard !has("recommend") else { return nil }
    if has("request") || words.contains("information"), columns[.request] == nil {
      return (.informationRequests, placed(.request, at: wording, columns))
    }
    return has("action") && columns[.action] == nil
      ? (.actions, placed(.action, at: wording, columns)) : nil
  }

  /// The words of such headings; one with others says something else.
  private static let headingWords: Set<String> = [
    "recommendations", "recommendation", "actions", "action", "information", "requests", "request",
    "requested", "for", "and", "or", "the", "to", "cabinet", "executive", "council", "part",
    "section", "a", "b", "c", "d", "1", "2", "3", "4", "further", "scrutiny", "other", "of",
    "outstanding", "provided", "be", "sought",
  ]

  private static func placed(
    _ own: TrackerColumn, at wording: Int, _ columns: [TrackerColumn: Int]
  ) -> [TrackerColumn: Int] {
    var columns = columns
    let wordings: [TrackerColumn] = [.request, .recommendation, .action]
    for column in wordings { columns[column] = nil }
    columns[own] = wording
    return columns
  }

  private func kind(_ cells: [String]) -> TrackerKind? {
    guard let type else {
      guard wording < cells.count, !cells[wording].isEmpty else { return nil }
      if isPaired { return Self.paired(cells[wording]) }
      if !answers.isEmpty || !owners.isEmpty {
        if isRecommended(cells) { return .recommendations }
        return isTask(cells[wording]) ? .actions : .informationRequests
      }
      let words = Set(MatchKey.words(cells[wording]))
      if !words.isDisjoint(with: Self.recommending) { return .recommendations }
      return words.isDisjoint(with: Self.asking) ? .actions : .informationRequests
    }
    guard type < cells.count else { return nil }
    let said = MatchKey(cells[type]).description
    return Self.kinds.first { $0.words.contains(said) }?.kind
  }

  /// What a row is under `Action / Recommendation`: it says so, or asks a decision maker to act.
  private static func paired(_ text: String) -> TrackerKind {
    let first = MatchKey.words(String(text.prefix(60)))
    if first.first == "action" { return .actions }
    if first.prefix(3).contains(where: recommending.contains) { return .recommendations }
    let bytes = Array(text.utf8)
    return Asking.maker(bytes, ByteRange(0, bytes.count)) == nil
      && Recommended.to(text).map({ BodyName.isExecutive($0) }) != true
      ? .actions : .recommendations
  }

  /// What a row is, with its words in the column of that.
  func of(
    _ cells: [String], _ columns: [TrackerColumn: Int]
  ) -> (TrackerKind, [TrackerColumn: Int])? {
    guard let kind = kind(cells) else { return nil }
    let own: TrackerColumn =
      switch kind {
      case .informationRequests: .request
      case .recommendations: .recommendation
      case .actions: .action
      }
    return (kind, Self.placed(own, at: wording, columns))
  }

  /// What a heading may say under which recommendations and actions stand together.
  private static let pairs: Set<String> = [
    "recommendation", "recommendations", "action", "actions", "resolution", "resolutions", "and",
    "or", "request", "requests", "decision", "decisions", "minute", "minutes",
  ]
  private static let names: Set<String> = [
    "action", "recommendation", "request", "information", "to", "cabinet", "council", "executive",
    "for", "the", "board", "resolution", "full",
  ]

  /// The words behind the name that a clerk set before them: `RECOMMENDATION TO CABINET: That ...`.
  static func withoutName(_ text: String) -> String {
    guard let colon = text.utf8.prefix(36).firstIndex(of: 0x3A) else { return text }
    let name = MatchKey.words(String(text[..<colon]))
    guard let first = name.first,
      ["action", "recommendation", "request", "resolution"].contains(first),
      name.allSatisfy(names.contains)
    else { return text }
    let rest = text[text.index(after: colon)...].drop { $0 == " " }
    return rest.utf8.count >= 8 ? String(rest) : text
  }

  /// What a row of a table of actions is by its own words: `Recommendation 1: That ...`,
  /// `Members requested a list of ...`.
  static func told(_ cells: [String], _ columns: [TrackerColumn: Int]) -> (
    TrackerKind, [TrackerColumn: Int]
  )? {
    guard let at = columns[.action], columns[.request] == nil, columns[.recommendation] == nil,
      at < cells.count
    else { return nil }
    var columns = columns
    if isRecommendation(cells[at]) {
      (columns[.action], columns[.recommendation]) = (nil, at)
      return (.recommendations, columns)
    }
    if isRequest(cells[at]) {
      (columns[.action], columns[.request]) = (nil, at)
      return (.informationRequests, columns)
    }
    return nil
  }

  private static func isRecommendation(_ words: String) -> Bool {
    guard words.utf8.count >= 20, (words.utf8.first ?? 0) | 0x20 == 0x72 else { return false }
    let first = MatchKey.words(String(words.prefix(60)))
    guard let word = first.first, word == "recommendation" || word == "rec" else { return false }
    return RecommendationLabel.named(words) != nil
      || first.dropFirst().first.map { ["that", "to"].contains($0) } ?? false
  }

  private static let askers: Set<String> = [
    "members", "committee", "panel", "board", "councillors", "commission", "group",
  ]

  private static func isRequest(_ words: String) -> Bool {
    let plain = MatchKey.words(String(words.prefix(120)))
    guard let verb = plain.prefix(5).firstIndex(of: "requested"), verb > 0,
      plain[..<verb].contains(where: askers.contains)
    else { return false }
    return RequestWording.isThing(plain, at: verb + 1)
      || plain[(verb + 1)...].starts(with: ["sight", "of"])
      || !["that", "to"].contains(plain.dropFirst(verb + 1).first ?? "that")
  }
}
