import GRDB
import MattersLinker

/// A body of a council: what is worked out as one.
struct Scope: Hashable, Comparable {
  /// The body's name, folded.
  var body: String
  /// The council's name, folded; empty where no paper tells.
  var council: String

  static func < (a: Scope, b: Scope) -> Bool { (a.body, a.council) < (b.body, b.council) }

  /// The scopes that a query gives as `bodyKey` and `councilKey`.
  static func all(
    _ database: Database, _ sql: String, _ arguments: StatementArguments = []
  ) throws -> Set<Scope> {
    Set(
      try GRDB.Row.fetchAll(database.kept, sql: sql, arguments: arguments).map {
        Scope(body: $0["bodyKey"], council: $0["councilKey"])
      })
  }

  /// Those of which a document holds records.
  static func all(of document: Int64, _ database: Database) throws -> Set<Scope> {
    try all(
      database, "SELECT DISTINCT bodyKey, councilKey FROM record WHERE documentId = ?", [document])
  }
}
