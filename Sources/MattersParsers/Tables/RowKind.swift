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
  private static let recommending: Set<String> = [
    "recommend", "recommends", "recommended", "recommending", "recommendation",
  ]
  private static let asking: Set<String> = [
    "asked", "request", "requests", "requested", "receive", "know", "sight", "informed", "copy",
    "breakdown", "clarification", "information", "figures", "details",
  ]

  /// The column of a table that says so, if it has one.
  init?(_ header: [String], _ columns: [TrackerColumn: Int]) {
    guard let wording = columns[.request] ?? columns[.recommendation] ?? columns[.action],
      header.indices.contains(wording)
    else { return nil }
    let type = header.indices.first {
      $0 != wording && Self.headings.contains(MatchKey(header[$0]).description)
    }
    let words = Set(MatchKey.words(header[wording]))
    isPaired =
      !words.isDisjoint(with: ["recommendation", "recommendations"])
      && !words.isDisjoint(with: ["action", "actions", "resolution", "resolutions"])
      && words.isSubset(of: Self.pairs)
    guard type != nil || isPaired || !Self.mixed.isDisjoint(with: words) else { return nil }
    (self.type, self.wording) = (type, wording)
  }

  private func kind(_ cells: [String]) -> TrackerKind? {
    guard let type else {
      guard wording < cells.count, !cells[wording].isEmpty else { return nil }
      if isPaired { return Self.paired(cells[wording]) }
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
    var columns = columns
    let wordings: [TrackerColumn] = [.request, .recommendation, .action]
    for column in wordings { columns[column] = nil }
    let own: TrackerColumn =
      switch kind {
      case .informationRequests: .request
      case .recommendations: .recommendation
      case .actions: .action
      }
    columns[own] = wording
    return (kind, columns)
  }

  /// What a heading may say under which recommendations and actions stand together.
  private static let pairs: Set<String> = [
    "recommendation", "recommendations", "action", "actions", "resolution", "resolutions", "and",
    "or", "request", "requests", "decision",
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
