import GRDB
public import MattersLinker

/// What a person entered of a matter, and whether it was taken back.
public struct EntryLine: Sendable, Hashable {
  /// Its number, by which it is taken back.
  public var id: Int64
  /// What happened.
  public var kind: MatterEvent.Kind
  /// The day, ISO 8601.
  public var date: String
  /// Who entered it.
  public var person: String
  /// When, ISO 8601.
  public var at: String
  /// Whether it is at odds with another word and waits for a person.
  public var isWaiting: Bool
  /// Who took it back, if somebody did.
  public var takenBackBy: String?
  /// When it was taken back.
  public var takenBackAt: String?
}

extension Register {
  /// What people entered of a matter, in the order in which they did, with what was taken back.
  public func entryLines(of reference: String) throws -> [EntryLine] {
    try read { database in
      try GRDB.Row.fetchAll(
        database,
        sql: """
          SELECT entry.*, takenBack.person AS backBy, takenBack.at AS backAt,
            \(EditSchema.waits) AS isWaiting FROM entry
          LEFT JOIN takenBack ON takenBack.entryId = entry.id
          WHERE entry.reference = ? ORDER BY entry.id
          """,
        arguments: [reference]
      ).compactMap { row in
        guard let kind = MatterEvent.Kind(rawValue: row["kind"]) else { return nil }
        return EntryLine(
          id: row["id"], kind: kind, date: row["date"], person: row["enteredBy"],
          at: row["enteredAt"], isWaiting: row["isWaiting"], takenBackBy: row["backBy"],
          takenBackAt: row["backAt"])
      }
    }
  }

  /// Takes back what a person entered: it counts no longer, and stays to be seen.
  ///
  /// - Returns: whether there was such an entry of the matter that had not been taken back.
  public func takeBack(entry id: Int64, of reference: String, by person: String) throws -> Bool {
    try write { database in
      let isThere = try Bool.fetchOne(
        database,
        sql: """
          SELECT EXISTS (SELECT 1 FROM entry WHERE id = ? AND reference = ?)
            AND NOT EXISTS (SELECT 1 FROM takenBack WHERE entryId = ?)
          """,
        arguments: [id, reference, id])
      guard isThere == true else { return false }
      try database.execute(
        sql: "INSERT INTO takenBack (entryId, person, at) VALUES (?, ?, ?)",
        arguments: [id, person, Self.now()])
      try Standing.refresh(reference, database)
      return true
    }
  }
}
