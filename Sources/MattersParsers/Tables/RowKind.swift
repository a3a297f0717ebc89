import MattersRecords
import MattersText

/// A tracker that holds recommendations, requests and actions together: a column `Type` says of each
/// row which it is.
struct RowKind {
  private let type: Int
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

  /// The column of a table that says so, if it has one.
  init?(_ header: [String], _ columns: [TrackerColumn: Int]) {
    guard let wording = columns[.request] ?? columns[.recommendation] ?? columns[.action],
      let type = header.indices.first(where: {
        $0 != wording && Self.headings.contains(MatchKey(header[$0]).description)
      })
    else { return nil }
    (self.type, self.wording) = (type, wording)
  }

  /// What a row is, with its words in the column of that.
  func of(
    _ cells: [String], _ columns: [TrackerColumn: Int]
  ) -> (TrackerKind, [TrackerColumn: Int])? {
    guard type < cells.count else { return nil }
    let said = MatchKey(cells[type]).description
    guard let kind = Self.kinds.first(where: { $0.words.contains(said) })?.kind else { return nil }
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
