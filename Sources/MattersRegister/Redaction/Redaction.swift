import Foundation
import GRDB
import MattersText

/// A name that is replaced throughout what is shown.
public struct Redaction: Sendable, Hashable {
  /// Its number, by which its place is known where a name cannot stand, such as in an id.
  public var id: Int64
  /// The name.
  public var name: String
  /// What is shown in its place.
  public var replacement: String
  /// Why.
  public var reason: String?
  /// Who had it replaced.
  public var person: String
  /// When, ISO 8601.
  public var at: String

  /// What is shown where nothing else was chosen.
  public static let usual = "[name withheld]"

  /// Whether a name stands in some words, as it would be known in a paper.
  public static func says(_ name: String, in words: String) -> Bool {
    let mask = NameMask([NameMask.Name(words: name, replacement: "", slug: "")])
    return mask.masked(words) != words
  }

  /// The names that are replaced now, in the order in which people said so.
  static func inForce(_ database: Database) throws -> [Redaction] {
    try GRDB.Row.fetchAll(
      database,
      sql: """
        SELECT * FROM main.redaction AS one WHERE replacement IS NOT NULL AND NOT EXISTS
          (SELECT 1 FROM main.redaction AS later
            WHERE later.nameKey = one.nameKey AND later.id > one.id)
        ORDER BY id
        """
    ).map { row in
      Redaction(
        id: row["id"], name: row["name"], replacement: row["replacement"], reason: row["reason"],
        person: row["enteredBy"], at: row["enteredAt"])
    }
  }
}

extension Register {
  /// The names that are replaced throughout what is shown.
  public func redactions() throws -> [Redaction] { try readAsKept { try Redaction.inForce($0) } }

  /// Has a name replaced throughout what is shown, from now on and whatever comes in later.
  ///
  /// - Returns: in how many papers it stands, and how many things that people entered.
  public func redact(
    _ name: String, as replacement: String = Redaction.usual, reason: String?,
    enteredBy person: String
  ) throws -> (papers: Int, entries: Int) {
    try note(name, replacement, reason, person)
    let places = try disclose(name)
    let papers = Set(
      places.filter { !$0.isEntered }.map { found in
        found.place.lastIndex(of: ":").map { String(found.place[..<$0]) } ?? found.place
      })
    // The name is entered here too.
    return (papers.count, places.count { $0.isEntered && $0.place != "replaced name" })
  }

  /// Has a name shown again.
  ///
  /// - Returns: whether it was replaced before.
  public func showAgain(
    _ name: String, reason: String?, enteredBy person: String
  ) throws -> Bool {
    let key = MatchKey(name)
    guard try redactions().contains(where: { MatchKey($0.name) == key }) else { return false }
    try note(name, nil, reason, person)
    return true
  }

  private func note(
    _ name: String, _ replacement: String?, _ reason: String?, _ person: String
  ) throws {
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO redaction (name, nameKey, replacement, reason, enteredBy, enteredAt)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [name, MatchKey(name).description, replacement, reason, person, Self.now()])
    }
  }
}
