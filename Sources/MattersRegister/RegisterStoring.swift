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
    // Hashing and compressing need no lock; and a text that is there is not stored again.
    let digests = documents.map { document in
      (text: Self.digest(document.text), file: document.conversion.map { Self.digest($0.file) })
    }
    let known = try stored(digests.map(\.text))
    let packed = zip(documents, digests).map { document, digest in
      known.contains(digest.text) ? nil : StoredText.packed(document.text)
    }
    return try write { database in
      var scopes: Set<Scope> = []
      var changed: [Int64] = []
      let outcomes = try documents.indices.map { index in
        try Self.insert(
          documents[index], packed[index], digests[index].text, digests[index].file, &scopes,
          &changed, database)
      }
      scopes.formUnion(try Self.settleHomes(of: changed, database))
      for id in changed { scopes.formUnion(try Scope.all(of: id, database)) }
      let isByDifference = try !Self.changesTelling(changed, documents, database)
      for scope in try Self.affected(by: scopes, database).sorted() {
        try Self.relink(scope, byDifference: isByDifference, database)
      }
      return outcomes
    }
  }

  /// Which of some texts are in the register, by their hashes.
  private func stored(_ digests: [String]) throws -> Set<String> {
    let marks = repeatElement("?", count: digests.count).joined(separator: ", ")
    return try readAsKept { database in
      try String.fetchSet(
        database.kept, sql: "SELECT sha256 FROM document WHERE sha256 IN (\(marks))",
        arguments: StatementArguments(digests))
    }
  }

  /// Whether papers change what is told of matters beside what they say of them: days that start
  /// their clocks, or who may see them.
  private static func changesTelling(
    _ changed: [Int64], _ documents: [RegisterDocument], _ database: Database
  ) throws -> Bool {
    if documents.contains(where: \.isExempt) { return true }
    return try changed.contains { id in
      try Bool.fetchOne(
        database.kept, sql: "SELECT EXISTS (SELECT 1 FROM paperEvent WHERE documentId = ?)",
        arguments: [id]) == true
    }
  }

  /// Stores a document, and names those that changed and the scopes that others changed.
  private static func insert(
    _ document: RegisterDocument, _ packed: Data?, _ digest: String, _ fileDigest: String?,
    _ scopes: inout Set<Scope>, _ changed: inout [Int64], _ database: Database
  ) throws -> StoreOutcome {
    if let row = try GRDB.Row.fetchOne(
      database.kept, sql: "SELECT id, name FROM document WHERE sha256 = ? OR fileSha256 = ?",
      arguments: [digest, fileDigest])
    {
      if document.isExempt, try Exemption.add(row["id"], database) {
        scopes.formUnion(try Scope.all(of: row["id"], database))
      }
      return .unchanged(name: row["name"])
    }
    if let name = try String.fetchOne(
      database.kept, sql: "SELECT name FROM withdrawal WHERE sha256 = ? OR fileSha256 = ?",
      arguments: [digest, fileDigest])
    {
      return .withdrawn(name: name)
    }
    let former = try Int64.fetchAll(
      database.kept, sql: "SELECT id FROM document WHERE identity = ? AND supersededBy IS NULL",
      arguments: [document.identity])
    try database.kept.execute(
      sql: """
        INSERT INTO document
          (id, sha256, name, identity, encoding, converter, fileSha256, text, lineCount,
           unclaimedLines, ingestedAt)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        try nextNumber(database), digest, document.name, document.identity,
        document.encoding,
        document.conversion?.converter, fileDigest,
        packed ?? StoredText.packed(document.text), document.lineCount,
        document.unclaimedLines, now(),
      ])
    let id = database.lastInsertedRowID
    scopes.formUnion(try insertRecords(of: document, as: id, database))
    changed.append(id)
    try insertMarks(of: document, as: id, database)
    try insertPassages(of: document, as: id, database)
    try RedactionSchema.insertQuestioners(document.records.map(\.record), of: id, database)
    try Withheld.insert(Withheld.lines(document.records.map(\.record)), of: id, database)
    try insertPaperEvents(of: document, as: id, database)
    // A later text of an exempt paper is not public for want of saying so again.
    let wasExempt = try former.contains { try Exemption.holds($0, database) }
    if document.isExempt || wasExempt { _ = try Exemption.add(id, database) }
    for old in former {
      try database.kept.execute(
        sql: "UPDATE document SET supersededBy = ? WHERE id = ?", arguments: [id, old])
      changed.append(old)
    }
    return former.isEmpty ? .stored : .revision
  }

  /// A number that no document has or had: one that was withdrawn does not leave its own to others.
  private static func nextNumber(_ database: Database) throws -> Int64 {
    let used = try Int64.fetchOne(
      database.kept,
      sql: """
        SELECT max(coalesce((SELECT max(id) FROM document), 0),
          coalesce((SELECT max(row) FROM history WHERE kind = 'document'), 0))
        """)
    return (used ?? 0) + 1
  }

  /// The SHA-256 of some bytes, in hexadecimal.
  static func digest(_ bytes: [UInt8]) -> String { hex(SHA256.hash(data: bytes)) }

  /// Some bytes in hexadecimal.
  static func hex(_ bytes: some Sequence<UInt8>) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(64)
    func digit(_ half: UInt8) -> UInt8 {
      half < 10 ? UInt8(ascii: "0") + half : UInt8(ascii: "a") + half - 10
    }
    for byte in bytes {
      out.append(digit(byte >> 4))
      out.append(digit(byte & 15))
    }
    return String(decoding: out, as: UTF8.self)
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
  ) throws -> Set<Scope> {
    var rows: [String: Int64] = [:]
    var scopes: Set<Scope> = []
    let insert = try database.cachedStatement(
      sql: """
        INSERT INTO record
          (documentId, localId, kind, firstLine, lastLine, council, body, ownKey, bodyKey, settingDate,
           json, councilKey, askedDate, isOrigin, printedKey)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let owners = RecordOwners(document)
    let names = try bodyNames(database)
    // A tracker that is no meeting's by its own word was laid on the day its head gives.
    let day =
      document.records.contains { $0.setting.date == nil && $0.record.kind == .trackerEntry }
      ? PaperHead(document).day : nil
    for (record, setting) in document.records {
      let own = owners.key(of: record, in: setting)
      let body = names.now(own).description
      let council = setting.council ?? owners.council
      let councilKey = BodyKey(council ?? "").description
      scopes.insert(Scope(body: body, council: councilKey))
      if let group = owners.group(of: record, in: setting) {
        try database.kept.execute(
          sql: "INSERT OR IGNORE INTO bodyGroup (groupKey, bodyKey) VALUES (?, ?)",
          arguments: [names.now(group).description, body])
        // What was taken for matters of the group is its committee's, in whichever council's name.
        scopes.formUnion(
          try Scope.all(
            database, "SELECT DISTINCT bodyKey, councilKey FROM matter WHERE bodyKey = ?",
            [names.now(group).description]))
      }
      let marks = RecordMarks(record, in: setting)
      try insert.execute(arguments: [
        id, record.id.description, record.kind.rawValue, record.lines.first, record.lines.last,
        council, setting.body, own.description, body, (setting.date ?? day)?.iso,
        RecordWriter.object(record), councilKey, marks.askedDate, marks.isOrigin, marks.printedKey,
      ])
      rows[record.id.description] = database.lastInsertedRowID
    }
    for record in document.links {
      guard case .link(let link) = record.content, let from = rows[link.from],
        let to = rows[link.to]
      else { continue }
      try database.cachedStatement(
        sql: "INSERT INTO link (fromId, toId, relation, grade, because) VALUES (?, ?, ?, ?, ?)"
      ).execute(
        arguments: [from, to, link.relation.rawValue, link.grade.rawValue, record.because ?? ""])
    }
    return scopes
  }
}
