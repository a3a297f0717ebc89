import GRDB
import MattersLinker
import MattersRecords
import MattersText

/// What people entered, as events.
extension Register {
  /// What people entered of a matter, less what was taken back and what waits.
  static func entries(
    of matter: Matter, _ reference: String, _ database: Database
  ) throws -> [MatterEvent] {
    // Words that an officer adds to those of a private paper are as private as these.
    let isPartlyPrivate =
      matter.members.contains { $0.laid.record.access != .public }
      || matter.events.contains { $0.access != .public }
    // A register of an older version is worked out anew before it has the table.
    guard try database.tableExists("accepted") else {
      return try GRDB.Row.fetchAll(
        database,
        sql: """
          SELECT * FROM entry WHERE reference = ?
            AND NOT EXISTS (SELECT 1 FROM takenBack WHERE entryId = entry.id) ORDER BY date, id
          """, arguments: [reference]
      ).compactMap(event)
    }
    return try events(reference, where: EditSchema.counts, database).map { _, event in
      var event = event
      if event.kind == .edited, isPartlyPrivate { event.access = .exempt }
      return event
    }
  }

  /// What was typed into trackers and waits for a person.
  static func waiting(_ reference: String, _ database: Database) throws -> [WaitingEdit] {
    guard try database.tableExists("accepted") else { return [] }
    return try events(reference, where: EditSchema.waits, database).map { row, event in
      WaitingEdit(entry: row["id"], edit: event, against: row["against"])
    }
  }

  private static func events(
    _ reference: String, where condition: String, _ database: Database
  ) throws -> [(row: GRDB.Row, event: MatterEvent)] {
    let rows = try GRDB.Row.fetchAll(
      database,
      sql: """
        SELECT entry.*, accepted.at AS acceptedAt FROM entry
        LEFT JOIN accepted ON accepted.entryId = entry.id
        WHERE entry.reference = ? AND \(condition) ORDER BY entry.date, entry.id
        """,
      arguments: [reference])
    return rows.compactMap { row in event(row).map { (row, $0) } }
  }

  private static func event(_ row: GRDB.Row) -> MatterEvent? {
    guard let kind = MatterEvent.Kind(rawValue: row["kind"]),
      let date = PlainDate(iso: row["date"])
    else { return nil }
    let state: String? = row["state"]
    // What a person let hold outranks what was there when they did.
    let accepted: String? = row["acceptedAt"]
    let from = accepted.flatMap { PlainDate(iso: String($0.prefix(10))) } ?? date
    var event = MatterEvent(
      kind, on: max(date, from), state: state.flatMap(MatterState.init(rawValue:)),
      source: .person(name: row["enteredBy"], at: accepted ?? row["enteredAt"]),
      because: row["note"] ?? "entered by hand")
    event.ruling = ruling(row)
    event.response = row["response"]
    event.updated = row["updated"]
    event.from = row["from"]
    event.minute = row["minute"]
    DeskEntry.read(row, into: &event)
    return event
  }
}
