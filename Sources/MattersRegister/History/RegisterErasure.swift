import GRDB
import MattersLinker

extension Register {
  /// What is left where words were erased.
  static let erased = "[erased]"

  /// Erases for good the words of something that a person entered of a matter; that it was entered,
  /// by whom, and where the matter stands by it stay.
  ///
  /// - Returns: whether there was such an entry.
  public func erase(
    entry number: Int64, of reference: String, reason: String, enteredBy person: String
  ) throws -> Bool {
    let isThere = try write { database in
      let isThere = try Bool.fetchOne(
        database,
        sql: "SELECT EXISTS (SELECT 1 FROM entry WHERE id = ? AND reference = ? COLLATE NOCASE)",
        arguments: [number, reference])
      guard isThere == true else { return false }
      try Self.erase(
        "entry", number, keeping: Self.facts, as: "entry \(number) of \(reference)", reason, person,
        database)
      let matters = try String.fetchAll(
        database, sql: "SELECT reference FROM entry WHERE id = ?", arguments: [number])
      for matter in matters { try Standing.refresh(matter, database) }
      return true
    }
    if isThere { try writeAnew() }
    return isThere
  }

  /// Erases for good the words of a letter that was drafted.
  ///
  /// - Returns: whether there was a letter of this code.
  public func erase(letter code: String, reason: String, enteredBy person: String) throws -> Bool {
    let isThere = try write { database in
      guard
        let id = try Int64.fetchOne(
          database, sql: "SELECT id FROM letter WHERE code = ? COLLATE NOCASE", arguments: [code])
      else { return false }
      try Self.erase(
        "letter", id, keeping: ["code", "kind", "date", "matters"], as: "letter \(code)", reason,
        person, database)
      return true
    }
    if isThere { try writeAnew() }
    return isThere
  }

  /// Columns that say that something was entered and where a matter stands by it, in words that
  /// the program knows.
  private static let facts: Set<String> = [
    "reference", "kind", "date", "state", "decision", "implementation", "due", "reviewDate",
    "raised", "decidedOn", "access", "letter", "fileSha256",
  ]

  private static func erase(
    _ table: String, _ id: Int64, keeping kept: Set<String>, as name: String, _ reason: String,
    _ person: String, _ database: Database
  ) throws {
    let columns = try GRDB.Row.fetchAll(database, sql: "PRAGMA main.table_info(\(table))")
    for column in columns where column["type"] == "TEXT" {
      let name: String = column["name"]
      if kept.contains(name) || name == "enteredBy" || name == "enteredAt" { continue }
      try database.execute(
        sql: "UPDATE \(table) SET \"\(name)\" = ? WHERE id = ? AND \"\(name)\" IS NOT NULL",
        arguments: [erased, id])
    }
    try database.execute(
      sql: "UPDATE history SET salt = NULL WHERE kind = ? AND subject = ?",
      arguments: [table, String(id)])
    try database.execute(
      sql: """
        INSERT OR IGNORE INTO withdrawal (sha256, name, reason, enteredBy, enteredAt)
        VALUES (?, ?, ?, ?, ?)
        """, arguments: ["\(table) \(id)", name, reason, person, now()])
  }
}
