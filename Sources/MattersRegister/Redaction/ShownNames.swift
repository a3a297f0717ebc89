import Foundation
import GRDB
import MattersLinker
import Synchronization

/// Keeps names that are not to be shown from whoever reads the register.
///
/// A connection that reads for showing sees, in the place of each table, a view of the same name in
/// which the names are replaced; so whatever is read, by whatever query, and whichever table or
/// column comes later, has none of them. Where there is no name to keep, there are no views.
/// The writer works with the tables themselves, as do `verify`, `disclose` and `backup`.
final class ShownNames: Sendable {
  private struct State: Sendable {
    var revision: Int64 = -1
    var mask = NameMask([])
  }

  private let state = Mutex(State())

  /// What is replaced now.
  var mask: NameMask { state.withLock { $0.mask } }

  /// Has a connection show no name that is not to be shown.
  ///
  /// - Returns: what is replaced.
  @discardableResult
  func cover(_ database: Database) throws -> NameMask {
    let mask = try current(database)
    let isCovered = try Self.isCovered(database)
    if mask.isEmpty {
      if isCovered { try Self.uncover(database) }
    } else if !isCovered {
      try makeViews(database)
    }
    return mask
  }

  /// Has a connection see the tables themselves.
  static func uncover(_ database: Database) throws {
    guard try isCovered(database) else { return }
    for name in try String.fetchAll(
      database, sql: "SELECT name FROM temp.sqlite_master WHERE type = 'view'")
    {
      try database.execute(sql: "DROP VIEW temp.\"\(name)\"")
    }
  }

  private static func isCovered(_ database: Database) throws -> Bool {
    try Bool.fetchOne(
      database.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM temp.sqlite_master WHERE type = 'view')")) ?? false
  }

  /// The names as the register has them now, read again when it was written.
  private func current(_ database: Database) throws -> NameMask {
    let revision =
      try Int64.fetchOne(database.cachedStatement(sql: "SELECT number FROM main.revision")) ?? 0
    if let known = state.withLock({ $0.revision == revision ? $0.mask : nil }) { return known }
    let mask = NameMask(try Self.names(database))
    state.withLock { $0 = State(revision: revision, mask: mask) }
    return mask
  }

  private static func names(_ database: Database) throws -> [NameMask.Name] {
    var names = try Redaction.inForce(database).map {
      NameMask.Name(words: $0.name, replacement: $0.replacement, slug: "withheld-\($0.id)")
    }
    if try Register.council(database)?.namesQuestioners == true { return names }
    for row in try GRDB.Row.fetchAll(
      database,
      sql: "SELECT documentId, number, name FROM main.questioner ORDER BY documentId, number")
    {
      names += Questioner.names(row["name"], number: row["number"], in: row["documentId"])
    }
    return names
  }

  // MARK: - Views

  private func makeViews(_ database: Database) throws {
    addFunctions(database)
    let tables = try GRDB.Row.fetchAll(
      database,
      sql: """
        SELECT name, sql LIKE '%WITHOUT ROWID' AS isOrdered FROM main.sqlite_master
        WHERE type = 'table' AND name NOT LIKE 'passage%' AND name NOT LIKE 'sqlite%'
          AND name <> 'grdb_migrations'
        """)
    for one in tables {
      let (table, isOrdered): (String, Bool) = (one["name"], one["isOrdered"])
      guard !Self.inner.contains(table) else { continue }
      let columns = try GRDB.Row.fetchAll(database, sql: "PRAGMA main.table_info(\"\(table)\")")
      let names = columns.map { $0["name"] as String }
      let document =
        table == "document" ? "id" : names.contains("documentId") ? "documentId" : "NULL"
      let expressions = columns.map { row -> String in
        let (name, type): (String, String) = (row["name"], row["type"])
        if table == "document", name == "text" { return "shown_text(text, id) AS text" }
        if name == "ownerKey" { return "shown_key(ownerKey) AS ownerKey" }
        guard type == "TEXT", !Self.plain.contains(name), "\(table).\(name)" != "setting.name"
        else { return "\"\(name)\"" }
        return "shown(\"\(name)\", \(document)) AS \"\(name)\""
      }
      // A view has no row numbers of its own.
      let number = isOrdered || names.contains("id") ? [] : ["rowid AS rowid"]
      try database.execute(
        sql: """
          CREATE TEMP VIEW "\(table)" AS SELECT \((expressions + number).joined(separator: ", "))
          FROM main."\(table)"
          """)
    }
  }

  private func addFunctions(_ database: Database) {
    database.add(
      function: DatabaseFunction("shown", argumentCount: 2) { [self] values in
        String.fromDatabaseValue(values[0]).map {
          mask.masked($0, in: Int64.fromDatabaseValue(values[1]))
        }
      })
    database.add(
      function: DatabaseFunction("shown_text", argumentCount: 2) { [self] values in
        Data.fromDatabaseValue(values[0]).map {
          Data(mask.masked(StoredText.plain($0), in: Int64.fromDatabaseValue(values[1])))
        }
      })
    database.add(
      function: DatabaseFunction("shown_key", argumentCount: 1) { [self] values in
        String.fromDatabaseValue(values[0]).map { BodyKey(mask.masked($0)).description }
      })
  }

  /// Tables of which nothing is shown, or nothing that people wrote.
  private static let inner: Set<String> = [
    "history", "redaction", "questioner", "revision", "withheld", "bodyGroup", "bodyAlias",
    "matterKey", "citation", "sittingBody", "paperHome", "paperName", "referenceNumber", "issued",
  ]

  /// Columns by which rows are found, and which hold no words of a paper or a person.
  private static let plain: Set<String> = [
    "sha256", "fileSha256", "identity", "encoding", "kind", "state", "decision", "implementation",
    "grade", "relation", "reference", "body", "council", "bodyKey", "councilKey", "ownKey",
    "groupKey", "settingDate", "date", "time", "status", "meaning", "figure", "printedKey",
    "askedDate", "code", "enteredAt", "importedAt", "ingestedAt", "at", "raised", "answered",
    "lastDay", "settledOn", "knownOn", "completedOn", "role", "word", "access",
  ]
}
