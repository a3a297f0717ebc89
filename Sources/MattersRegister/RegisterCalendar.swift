import GRDB
public import MattersLinker
import MattersRecords
import MattersText

/// The meetings that the register knows: from its papers, and from calendars that were imported.
extension Register {
  /// All meetings, those of a calendar before what papers say of the same day.
  public func calendar() throws -> MeetingCalendar {
    try read { database in
      let names = try Self.bodyNames(database)
      var days = try Self.planned(database)
      days += try GRDB.Row.fetchAll(database, sql: "SELECT * FROM meetingDay ORDER BY date")
        .compactMap { row in
          PlainDate(iso: row["date"]).map {
            .init(
              body: row["body"], date: $0, time: row["time"], status: row["status"],
              reason: row["reason"], source: row["source"])
          }
        }
      days += try Self.held(database)
      return MeetingCalendar(days, names: names)
    }
  }

  /// Meetings that a work programme plans for.
  private static func planned(_ database: Database) throws -> [MeetingCalendar.Day] {
    try GRDB.Row.fetchAll(
      database,
      sql: """
        SELECT DISTINCT record.body, json_extract(record.json, '$.meeting_date') AS day,
          document.name
        FROM record JOIN document ON document.id = record.documentId
        WHERE record.kind = 'work_programme_item' AND record.body IS NOT NULL
          AND document.supersededBy IS NULL ORDER BY record.settingDate, document.name
        """
    ).compactMap { row in
      guard let text: String = row["day"], let date = PlainDate(iso: text) else { return nil }
      return .init(body: row["body"], date: date, status: "planned", source: row["name"])
    }
  }

  /// Meetings that agendas and minutes are of; minutes say that one was held, or why it was not.
  private static func held(_ database: Database) throws -> [MeetingCalendar.Day] {
    try GRDB.Row.fetchAll(
      database,
      sql: """
        SELECT record.json, record.body, document.name
        FROM record JOIN document ON document.id = record.documentId
        WHERE record.kind = 'meeting' AND record.body IS NOT NULL AND document.supersededBy IS NULL
        ORDER BY record.settingDate, json_extract(record.json, '$.document_role'), document.name
        """
    ).compactMap { row in
      guard let record = PaperRecord(json: row["json"]),
        case .meeting(let meeting) = record.content,
        let date = meeting.date.flatMap(PlainDate.init(iso:))
      else { return nil }
      let status = meeting.held?.rawValue ?? (meeting.documentRole == .minutes ? "held" : "planned")
      return .init(
        body: meeting.body ?? row["body"], date: date, time: meeting.time, status: status,
        source: row["name"])
    }
  }

  /// Takes meetings of a calendar in; a day that is known already is brought up to date.
  public func take(_ days: [MeetingCalendar.Day]) throws {
    try write { database in
      for day in days {
        try database.execute(
          sql: """
            INSERT INTO meetingDay (bodyKey, body, date, time, status, reason, source, importedAt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (bodyKey, date) DO UPDATE SET time = excluded.time,
              status = excluded.status, reason = excluded.reason, source = excluded.source,
              importedAt = excluded.importedAt
            """,
          arguments: [
            BodyKey(day.body).description, day.body, day.date.iso, day.time, day.status, day.reason,
            day.source, Self.now(),
          ])
      }
    }
  }
}
