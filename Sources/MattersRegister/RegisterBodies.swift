import Foundation
import GRDB
public import MattersLinker
import MattersText

/// What a council says of itself, as the register keeps it.
extension Register {
  /// The council's settings, or nothing where none were taken in.
  public func council() throws -> CouncilSettings? {
    try read { try Self.council($0) }
  }

  static func council(_ database: Database) throws -> CouncilSettings? {
    guard
      let text = try String.fetchOne(
        database, sql: "SELECT value FROM setting WHERE name = 'council'")
    else { return nil }
    return try JSONDecoder().decode(CouncilSettings.self, from: Data(text.utf8))
  }

  /// Takes a council's settings in, and works out anew what its bodies asked for.
  public func take(_ settings: CouncilSettings) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let text = String(decoding: try encoder.encode(settings), as: UTF8.self)
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO setting (name, value) VALUES ('council', ?)
          ON CONFLICT (name) DO UPDATE SET value = excluded.value
          """,
        arguments: [text])
      try database.execute(sql: "DELETE FROM bodyAlias")
      let names = BodyNames(settings)
      for (own, now) in names.aliases {
        try database.execute(
          sql: "INSERT INTO bodyAlias (ownKey, bodyKey) VALUES (?, ?)", arguments: [own, now])
      }
      let keys = try String.fetchAll(
        database,
        sql: """
          SELECT DISTINCT bodyKey FROM record UNION SELECT DISTINCT ownKey FROM record
          UNION SELECT DISTINCT bodyKey FROM matter
          """
      )
      try database.execute(
        sql: """
          UPDATE record SET bodyKey =
            ifnull((SELECT bodyKey FROM bodyAlias WHERE bodyAlias.ownKey = record.ownKey), ownKey)
          """)
      let changed = try String.fetchAll(database, sql: "SELECT DISTINCT bodyKey FROM record")
      let added = try String.fetchAll(database, sql: "SELECT DISTINCT body FROM addition")
        .map { names.now(BodyKey($0)).description }
      for key in Set(keys + changed + added).sorted() { try Self.relink(key, database) }
    }
  }

  /// Which body goes by which name.
  static func bodyNames(_ database: Database) throws -> BodyNames {
    try council(database).map { BodyNames($0) } ?? BodyNames()
  }
}
