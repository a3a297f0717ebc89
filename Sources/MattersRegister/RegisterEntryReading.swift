import GRDB
import MattersLinker
import MattersRecords
import MattersText

/// What people entered, as events.
extension Register {
  /// What people entered, less what was taken back and what waits, by the matter's reference.
  ///
  /// - Parameter condition: on the table `entry`, in SQL.
  static func entries(
    where condition: String, _ arguments: StatementArguments, _ database: Database
  ) throws -> [String: [MatterEvent]] {
    // A register of an older version is worked out anew before it has the table.
    let hasAccepted = try database.tableExists("accepted")
    let counts =
      hasAccepted
      ? EditSchema.counts : "NOT EXISTS (SELECT 1 FROM takenBack WHERE entryId = entry.id)"
    return try events(where: condition, arguments, hasAccepted, counts, database)
      .mapValues { $0.map(\.event) }
  }

  /// What people entered of a matter, as its readers may see it.
  static func entries(_ entered: [MatterEvent], of matter: Matter) -> [MatterEvent] {
    // Words that an officer adds to those of a private paper are as private as these.
    let isPartlyPrivate =
      matter.members.contains { $0.laid.record.access != .public }
      || matter.events.contains { $0.access != .public }
    guard isPartlyPrivate else { return entered }
    return entered.map { event in
      var event = event
      if event.kind == .edited { event.access = .exempt }
      return event
    }
  }

  /// What was typed into trackers and waits for a person, by the matter's reference.
  static func waiting(
    where condition: String, _ arguments: StatementArguments, _ database: Database
  ) throws -> [String: [WaitingEdit]] {
    guard try database.tableExists("accepted") else { return [:] }
    return try events(where: condition, arguments, true, EditSchema.waits, database)
      .mapValues { found in
        found.map { row, event in
          WaitingEdit(entry: row["id"], edit: event, against: row["against"])
        }
      }
  }

  private static func events(
    where condition: String, _ arguments: StatementArguments, _ hasAccepted: Bool,
    _ counts: String, _ database: Database
  ) throws -> [String: [(row: GRDB.Row, event: MatterEvent)]] {
    let accepted =
      hasAccepted
      ? ("accepted.at", "LEFT JOIN accepted ON accepted.entryId = entry.id") : ("NULL", "")
    let question = try database.cachedStatement(
      sql: """
        SELECT entry.*, \(accepted.0) AS acceptedAt FROM entry \(accepted.1)
        WHERE \(condition) AND \(counts) ORDER BY entry.date, entry.id
        """)
    let rows = try GRDB.Row.fetchAll(question, arguments: arguments)
    return Dictionary(
      grouping: rows.compactMap { row in event(row).map { (row: row, event: $0) } },
      by: { $0.row["reference"] })
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
