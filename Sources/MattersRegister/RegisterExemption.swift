import GRDB
import MattersText

/// Papers that are exempt as a whole because whoever took them in said so.
enum Exemption {
  /// Withholds all of a paper from the public; the history says so.
  ///
  /// - Returns: whether it was not so before.
  static func add(_ id: Int64, _ database: Database) throws -> Bool {
    guard try !holds(id, database) else { return false }
    let hash = try String.fetchOne(
      database, sql: "SELECT sha256 FROM document WHERE id = ?", arguments: [id])
    try database.execute(sql: "DELETE FROM withheld WHERE documentId = ?", arguments: [id])
    try Withheld.insert([LineRange(1, Withheld.endOfPaper)], of: id, database)
    try History.append("exempt", hash ?? "", row: id, salt: nil, digest: History.start, database)
    return true
  }

  /// Whether somebody said that the paper is exempt.
  static func holds(_ id: Int64, _ database: Database) throws -> Bool {
    try Bool.fetchOne(
      database,
      sql: "SELECT EXISTS (SELECT 1 FROM history WHERE kind = 'exempt' AND row = ?)",
      arguments: [id]) ?? false
  }

  /// The names of papers that are no longer withheld although the history says that they are.
  static func broken(_ database: Database) throws -> [String] {
    try String.fetchAll(
      database,
      sql: """
        SELECT document.name FROM history JOIN document ON document.sha256 = history.subject
        WHERE history.kind = 'exempt' AND NOT EXISTS (SELECT 1 FROM withheld
          WHERE documentId = document.id AND firstLine = 1 AND lastLine >= document.lineCount)
        """)
  }
}
