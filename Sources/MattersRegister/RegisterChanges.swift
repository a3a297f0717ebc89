import GRDB
public import MattersLinker
public import MattersRecords
import MattersText

/// Something that became known of a matter, from a paper or from a person.
public struct ChangeLine: Sendable, Hashable {
  /// The matter's reference.
  public var reference: String
  /// What was asked.
  public var kind: Asked.Kind
  /// The committee.
  public var body: String
  /// The matter's words.
  public var wording: String
  /// What happened.
  public var event: MatterEvent.Kind
  /// The state that it says, where it says one.
  public var state: MatterState?
  /// The day on which it happened, ISO 8601.
  public var date: String
  /// When the register came to know it, ISO 8601.
  public var known: String
  /// The place of the event among the matter's; an entry's number below zero.
  public var place: Int
}

extension Register {
  /// The papers whose events a list of changes goes through.
  private static let papers = 30

  /// What became known last, the latest first.
  ///
  /// - Parameter body: only this committee's.
  public func changes(
    for audience: Audience, body: String? = nil, most: Int = 100
  ) throws -> [ChangeLine] {
    let key = body.map { BodyKey($0).description }
    return try read { database in
      let all =
        try Self.fromPapers(key, audience, most, database)
        + Self.fromPeople(key, audience, most, database)
      return Array(
        all.sorted { ($1.known, $1.date, $0.reference) < ($0.known, $0.date, $1.reference) }
          .prefix(most))
    }
  }

  private static func fromPapers(
    _ key: String?, _ audience: Audience, _ most: Int, _ database: Database
  ) throws -> [ChangeLine] {
    let papers =
      if let key {
        try Int64.fetchAll(
          database,
          sql: """
            SELECT DISTINCT documentId FROM record WHERE bodyKey = ?
            ORDER BY documentId DESC LIMIT ?
            """, arguments: [key, Self.papers])
      } else {
        try Int64.fetchAll(
          database,
          sql: "SELECT id FROM document WHERE supersededBy IS NULL ORDER BY id DESC LIMIT ?",
          arguments: [Self.papers])
      }
    guard !papers.isEmpty else { return [] }
    let marks = papers.map { _ in "?" }.joined(separator: ", ")
    return try fetch(
      """
      SELECT standing.reference, standing.kind, standing.body, standing.wording,
        matterEvent.kind AS event, matterEvent.state AS said, matterEvent.date,
        document.ingestedAt AS known, matterEvent.position AS place
      FROM record
      JOIN document ON document.id = record.documentId
      JOIN matterEvent ON matterEvent.recordId = record.id
      JOIN standing ON standing.matterId = matterEvent.matterId
      WHERE record.documentId IN (\(marks)) AND standing.audience IN (0, ?)
        \(key == nil ? "" : "AND standing.bodyKey = ?")
        \(audience == .everyone ? "AND NOT \(Withheld.ofRecord)" : "")
      ORDER BY document.id DESC, matterEvent.date DESC LIMIT ?
      """,
      StatementArguments(papers) + [audience.rawValue] + (key.map { [$0] } ?? []) + [most],
      database)
  }

  private static func fromPeople(
    _ key: String?, _ audience: Audience, _ most: Int, _ database: Database
  ) throws -> [ChangeLine] {
    try fetch(
      """
      SELECT standing.reference, standing.kind, standing.body, standing.wording,
        entry.kind AS event, entry.state AS said, entry.date, entry.enteredAt AS known,
        -entry.id AS place
      FROM entry JOIN standing ON standing.reference = entry.reference
      WHERE \(EditSchema.counts)
        AND standing.audience IN (0, ?) \(key == nil ? "" : "AND standing.bodyKey = ?")
        \(audience == .everyone ? "AND entry.access IS NULL" : "")
      ORDER BY entry.id DESC LIMIT ?
      """,
      [audience.rawValue] + (key.map { [$0] } ?? []) + [most], database)
  }

  private static func fetch(
    _ sql: String, _ arguments: StatementArguments, _ database: Database
  ) throws -> [ChangeLine] {
    try GRDB.Row.fetchAll(database, sql: sql, arguments: arguments).compactMap { row in
      guard let kind = Asked.Kind(rawValue: row["kind"]),
        let event = MatterEvent.Kind(rawValue: row["event"])
      else { return nil }
      let state: String? = row["said"]
      return ChangeLine(
        reference: row["reference"], kind: kind, body: row["body"], wording: row["wording"],
        event: event, state: state.flatMap(MatterState.init(rawValue:)), date: row["date"],
        known: row["known"], place: row["place"])
    }
  }
}
