import GRDB
import MattersLinker
import MattersRecords
import MattersText

/// A meeting that papers of the register speak of as their own.
public struct MeetingLine: Sendable, Hashable {
  /// The body.
  public var body: String
  /// The body's key, by which the meeting is asked for.
  public var bodyKey: String
  /// The day, ISO 8601.
  public var date: String
  /// How many papers there are of it.
  public var papers: Int
}

/// A meeting with its papers and what was asked there.
public struct MeetingDetail: Sendable {
  /// The meeting.
  public var line: MeetingLine
  /// Its papers: number and name.
  public var papers: [(id: Int64, name: String)]
  /// What was asked there.
  public var asked: [StandingLine]
}

extension Register {
  /// The meetings that papers are of; a paper that is private as a whole is not spoken of.
  private static func meetings(for audience: Audience) -> String {
    let whole = Withheld.condition(document: "record.documentId", first: "1", last: "1")
    return """
      FROM record
      WHERE record.kind = 'meeting' AND record.settingDate IS NOT NULL AND record.body IS NOT NULL
        AND \(isCurrent("record.documentId"))
        \(audience == .everyone ? "AND NOT \(whole)" : "")
      """
  }

  /// Meetings, latest first, and how many there are.
  public func meetings(
    for audience: Audience, page: Int, perPage: Int
  ) throws -> (meetings: [MeetingLine], count: Int) {
    let meetings = Self.meetings(for: audience)
    let skipped = max(0, page - 1).multipliedReportingOverflow(by: perPage)
    return try read { database in
      let rows = try GRDB.Row.fetchAll(
        database,
        sql: """
          SELECT min(record.body) AS body, record.bodyKey, record.settingDate,
            count(DISTINCT record.documentId) AS papers \(meetings)
          GROUP BY record.bodyKey, record.settingDate
          ORDER BY record.settingDate DESC, record.bodyKey LIMIT ? OFFSET ?
          """,
        arguments: [perPage, skipped.overflow ? Int.max : skipped.partialValue])
      let count = try Int.fetchOne(
        database,
        sql: """
          SELECT count(*) FROM (
            SELECT 1 \(meetings) GROUP BY record.bodyKey, record.settingDate)
          """)
      return (rows.map(Self.meeting), count ?? 0)
    }
  }

  /// A meeting by its body and its day, or nothing where no paper is of it.
  public func meeting(
    of bodyKey: String, on date: String, for audience: Audience
  ) throws -> MeetingDetail? {
    let meetings = Self.meetings(for: audience)
    return try read { database in
      guard
        let row = try GRDB.Row.fetchOne(
          database,
          sql: """
            SELECT min(record.body) AS body, record.bodyKey, record.settingDate,
              count(DISTINCT record.documentId) AS papers \(meetings)
              AND record.bodyKey = ? AND record.settingDate = ?
            GROUP BY record.bodyKey, record.settingDate
            """,
          arguments: [bodyKey, date])
      else { return nil }
      let papers = try GRDB.Row.fetchAll(
        database,
        sql: """
          SELECT id, name FROM document WHERE id IN (
            SELECT record.documentId \(meetings)
            AND record.bodyKey = ? AND record.settingDate = ?) ORDER BY id
          """,
        arguments: [bodyKey, date])
      let asked = try GRDB.Row.fetchAll(
        database,
        sql: """
          SELECT * FROM standing WHERE bodyKey = ? AND raised = ? AND audience IN (0, ?)
          ORDER BY kind, id LIMIT 500
          """,
        arguments: [bodyKey, date, audience.rawValue])
      return MeetingDetail(
        line: Self.meeting(row), papers: papers.map { ($0[0], $0[1]) },
        asked: asked.compactMap(Self.line))
    }
  }

  private static func meeting(_ row: GRDB.Row) -> MeetingLine {
    MeetingLine(
      body: row["body"], bodyKey: row["bodyKey"], date: row["settingDate"], papers: row["papers"])
  }
}
