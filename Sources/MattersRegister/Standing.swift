import GRDB
import MattersLinker
import MattersRecords
import MattersText

/// Keeps the tables that say where matters stand; the writer calls it with every change.
enum Standing {
  /// Enters anew where one matter stands, after somebody recorded something of it.
  static func refresh(_ reference: String, _ database: Database) throws {
    guard
      let row = try GRDB.Row.fetchOne(
        database, sql: "SELECT id, bodyKey FROM matter WHERE reference = ?",
        arguments: [reference]),
      let registered = try Register.matter(row["id"], database)
    else { return }
    let id: Int64 = row["id"]
    var tally = Tally()
    tally.subtract(try Tally(ofMatter: id, database))
    try database.execute(sql: "DELETE FROM standing WHERE matterId = ?", arguments: [id])
    try StandingRows(database).insert(registered, id, row["bodyKey"], &tally)
    try tally.enter(database)
  }

  /// States in which the committee has no full answer, as a condition of SQL.
  static let openWords = words(for: open, in: "state")

  /// States in which the committee has no full answer.
  static let open: [MatterState] = [.pending, .holding, .partlyAnswered, .unknown]

  /// That a matter is closed and nothing is known of it from after two days, which are the same one,
  /// as a condition of SQL; what people entered is left to be worked out.
  static let isClosedSince = """
    EXISTS (SELECT 1 FROM standing
      WHERE standing.matterId = matter.id AND audience IN (0, \(Audience.officers.rawValue))
        AND \(words(for: closed, in: "standing.state")))
    AND NOT EXISTS (SELECT 1 FROM matterEvent
      WHERE matterEvent.matterId = matter.id AND matterEvent.date > ?)
    AND NOT EXISTS (SELECT 1 FROM paperEvent
      WHERE paperEvent.raised = matter.raised AND paperEvent.date > ?)
    AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.reference = matter.reference)
    AND NOT EXISTS (SELECT 1 FROM additionMember WHERE additionMember.matterId = matter.id)
    """

  /// States that the committee need not look at again.
  static let closed: [MatterState] = [.completed, .withdrawn, .discontinued]

  /// That a column has one of some states, as a condition of SQL.
  static func words(for states: [MatterState], in column: String) -> String {
    "\(column) IN (\(states.map { "'\($0.rawValue)'" }.joined(separator: ", ")))"
  }
}

extension Register {
  /// Notes that the register was written.
  static func countRevision(_ database: Database) throws {
    try database.execute(sql: "UPDATE revision SET number = number + 1")
  }

  /// A number that grows with every write, by whichever program.
  public func revision() throws -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT number FROM revision") ?? 0 }
  }
}
