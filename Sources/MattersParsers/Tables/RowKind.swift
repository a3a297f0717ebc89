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
}
