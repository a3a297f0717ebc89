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

  /// Whether the council has references of its own, which it wants on every paper.
  public var givesReferences: Bool {
    get throws { try council()?.reference != nil }
  }

  static func council(_ database: Database) throws -> CouncilSettings? {
    guard
      let text = try String.fetchOne(
        database.kept, sql: "SELECT value FROM setting WHERE name = 'council'")
    else { return nil }
    return try JSONDecoder().decode(CouncilSettings.self, from: Data(text.utf8))
  }

  /// Who took the council's settings in, and when (UTC, ISO 8601); nothing where nobody did, or
  /// where that was not kept.
  public func councilTakenIn() throws -> (person: String, at: String)? {
    try read { database in
      guard
        let text = try String.fetchOne(
          database, sql: "SELECT value FROM setting WHERE name = 'council.taken_in'"),
        let space = text.firstIndex(of: " ")
      else { return nil }
      return (String(text[text.index(after: space)...]), String(text[..<space]))
    }
  }

  /// Takes a council's settings in, and works out anew what its bodies asked for.
  ///
  /// - Parameter person: who takes them in.
  public func take(_ settings: CouncilSettings, enteredBy person: String? = nil) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let text = String(decoding: try encoder.encode(settings), as: UTF8.self)
    let everyScope = "SELECT DISTINCT bodyKey, councilKey FROM record"
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO setting (name, value) VALUES ('council', ?)
          ON CONFLICT (name) DO UPDATE SET value = excluded.value
          """,
        arguments: [text])
      try database.execute(sql: "DELETE FROM setting WHERE name = 'council.taken_in'")
      if let person {
        try database.execute(
          sql: "INSERT INTO setting (name, value) VALUES ('council.taken_in', ?)",
          arguments: ["\(Self.now()) \(person)"])
      }
      try database.execute(sql: "DELETE FROM bodyAlias")
      let names = BodyNames(settings)
      for (own, now) in names.aliases {
        try database.execute(
          sql: "INSERT INTO bodyAlias (ownKey, bodyKey) VALUES (?, ?)", arguments: [own, now])
      }
      let before = try Scope.all(database, everyScope)
      try database.execute(
        sql: """
          UPDATE record SET bodyKey =
            ifnull((SELECT bodyKey FROM bodyAlias WHERE bodyAlias.ownKey = record.ownKey), ownKey)
          """)
      try database.execute(
        sql: """
          UPDATE sittingBody SET bodyKey = ifnull(
            (SELECT bodyKey FROM bodyAlias WHERE bodyAlias.ownKey = sittingBody.bodyKey), bodyKey)
          """)
      try database.execute(sql: "UPDATE paperHome SET bodyKey = NULL, council = NULL")
      let documents = try Int64.fetchAll(
        database, sql: "SELECT DISTINCT documentId FROM paperHome")
      _ = try Self.settleHomes(of: documents, database)
      let scopes = before.union(try Scope.all(database, everyScope))
        .union(try Self.additionScopes(database))
      try Self.relink(scopes, database)
    }
  }

  /// Which body goes by which name.
  static func bodyNames(_ database: Database) throws -> BodyNames {
    try council(database).map { BodyNames($0) } ?? BodyNames()
  }
}
