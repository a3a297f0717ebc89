import Crypto
import Foundation
import GRDB
import MattersLinker
import MattersRecords
import MattersText

extension Register {
  /// Stores a document with its records and links, and works out anew what its bodies asked for:
  /// one transaction, all or nothing.
  public func store(_ document: RegisterDocument) throws -> StoreOutcome {
    try store([document])[0]
  }

  /// Stores some documents, and works out anew what their bodies asked for, once for all of them:
  /// one transaction, all or nothing.
  ///
  /// - Returns: what became of each, in their order.
  public func store(_ documents: [RegisterDocument]) throws -> [StoreOutcome] {
    // Hashing needs no lock.
    let digests = documents.map { document in
      (text: Self.digest(document.text), file: document.conversion.map { Self.digest($0.file) })
    }
    return try write { database in
      var bodies: Set<String> = []
      let outcomes = try zip(documents, digests).map { document, digest in
        try Self.insert(document, digest.text, digest.file, &bodies, database)
      }
      for body in try Self.affected(by: bodies, database).sorted() {
        try Self.relink(body, database)
      }
      return outcomes
    }
  }

  /// Stores a document, and names the bodies whose matters it can change.
  private static func insert(
    _ document: RegisterDocument, _ digest: String, _ fileDigest: String?,
    _ bodies: inout Set<String>, _ database: Database
  ) throws -> StoreOutcome {
    if let row = try GRDB.Row.fetchOne(
      database, sql: "SELECT id, name FROM document WHERE sha256 = ? OR fileSha256 = ?",
      arguments: [digest, fileDigest])
    {
      if document.isExempt, try Exemption.add(row["id"], database) {
        bodies.formUnion(try Self.bodies(of: row["id"], database))
      }
      return .unchanged(name: row["name"])
    }
    if let name = try String.fetchOne(
      database, sql: "SELECT name FROM withdrawal WHERE sha256 = ? OR fileSha256 = ?",
      arguments: [digest, fileDigest])
    {
      return .withdrawn(name: name)
    }
    let former = try Int64.fetchAll(
      database, sql: "SELECT id FROM document WHERE identity = ? AND supersededBy IS NULL",
      arguments: [document.identity])
    try database.execute(
      sql: """
        INSERT INTO document
          (id, sha256, name, identity, encoding, converter, fileSha256, text, lineCount,
           unclaimedLines, ingestedAt)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        try nextNumber(database), digest, document.name, document.identity,
        document.encoding,
        document.conversion?.converter, fileDigest, Data(document.text), document.lineCount,
        document.unclaimedLines, now(),
      ])
    let id = database.lastInsertedRowID
    bodies.formUnion(try insertRecords(of: document, as: id, database))
    try insertPassages(of: document, as: id, database)
    try Withheld.insert(Withheld.lines(document.records.map(\.record)), of: id, database)
    try insertPaperEvents(of: document, as: id, database)
    // A later text of an exempt paper is not public for want of saying so again.
    let wasExempt = try former.contains { try Exemption.holds($0, database) }
    if document.isExempt || wasExempt { _ = try Exemption.add(id, database) }
    for old in former {
      try database.execute(
        sql: "UPDATE document SET supersededBy = ? WHERE id = ?", arguments: [id, old])
      bodies.formUnion(try Self.bodies(of: old, database))
    }
    return former.isEmpty ? .stored : .revision
  }

  /// A number that no document has or had: one that was withdrawn does not leave its own to others.
  private static func nextNumber(_ database: Database) throws -> Int64 {
    let used = try Int64.fetchOne(
      database,
      sql: """
        SELECT max(coalesce((SELECT max(id) FROM document), 0),
          coalesce((SELECT max(row) FROM history WHERE kind = 'document'), 0))
        """)
    return (used ?? 0) + 1
  }

  /// The bodies of which a document holds records.
  private static func bodies(of id: Int64, _ database: Database) throws -> Set<String> {
    try String.fetchSet(
      database, sql: "SELECT DISTINCT bodyKey FROM record WHERE documentId = ?", arguments: [id])
  }

  /// The SHA-256 of some bytes, in hexadecimal.
  static func digest(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in
      let hex = String(byte, radix: 16)
      return hex.count == 1 ? "0" + hex : hex
    }.joined()
  }

  /// The moment, ISO 8601 in UTC.
  static func now() -> String { Date().ISO8601Format() }

  private static func insertPassages(
    of document: RegisterDocument, as id: Int64, _ database: Database
  ) throws {
    let insert = try database.cachedStatement(
      sql: "INSERT INTO passage (words, documentId, firstLine, lastLine) VALUES (?, ?, ?, ?)")
    for passage in document.passages {
      try insert.execute(arguments: [
        passage.words, id, passage.lines.first, passage.lines.last,
      ])
    }
  }

  private static func insertRecords(
    of document: RegisterDocument, as id: Int64, _ database: Database
  ) throws -> Set<String> {
    var rows: [String: Int64] = [:]
    var bodies: Set<String> = []
    let insert = try database.makeStatement(
      sql: """
        INSERT INTO record
          (documentId, localId, kind, firstLine, lastLine, council, body, ownKey, bodyKey, settingDate,
           json)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let owners = RecordOwners(document)
    let names = try bodyNames(database)
    for (record, setting) in document.records {
      let own = owners.key(of: record, in: setting)
      let body = names.now(own).description
      bodies.insert(body)
      if let group = owners.group(of: record, in: setting) {
        try database.execute(
          sql: "INSERT OR IGNORE INTO bodyGroup (groupKey, bodyKey) VALUES (?, ?)",
          arguments: [names.now(group).description, body])
        bodies.insert(names.now(group).description)
      }
      try insert.execute(arguments: [
        id, record.id.description, record.kind.rawValue, record.lines.first, record.lines.last,
        setting.council, setting.body, own.description, body, setting.date?.iso,
        RecordWriter.object(record),
      ])
      rows[record.id.description] = database.lastInsertedRowID
    }
    for record in document.links {
      guard case .link(let link) = record.content, let from = rows[link.from],
        let to = rows[link.to]
      else { continue }
      try database.execute(
        sql: "INSERT INTO link (fromId, toId, relation, grade, because) VALUES (?, ?, ?, ?, ?)",
        arguments: [from, to, link.relation.rawValue, link.grade.rawValue, record.because ?? ""])
    }
    return bodies
  }
}
