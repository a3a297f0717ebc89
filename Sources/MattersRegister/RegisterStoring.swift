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
    // Compressing needs no lock; and a text that is there is not stored again.
    let known = try stored(documents.map(\.textHash))
    let packed = documents.map { document in
      known.contains(document.textHash) ? nil : StoredText.packed(document.text)
    }
    return try write { database in
      var storing = Storing()
      let outcomes = try documents.indices.map { index in
        try Self.insert(documents[index], packed[index], &storing, database)
      }
      storing.scopes.formUnion(try Self.settleHomes(of: storing.changed, database))
      for id in storing.superseded { storing.scopes.formUnion(try Scope.all(of: id, database)) }
      try Self.relink(
        Self.affected(by: storing.scopes, database),
        byDifference: !Self.changesTelling(storing.changed, documents, database),
        inHand: storing.inHand, database)
      // The index of words writes out what it has wherever another statement may have to be undone:
      // once for all these papers, and not for each.
      for (id, index) in zip(storing.stored, documents.indices.filter { outcomes[$0].isKept }) {
        try Self.insertPassages(of: documents[index], as: id, database)
      }
      return outcomes
    }
  }

  /// What is done with some documents.
  private struct Storing {
    /// The scopes of which something was stored.
    var scopes: Set<Scope> = []
    /// The documents that were stored, in their order.
    var stored: [Int64] = []
    /// Those of which they are later texts.
    var superseded: [Int64] = []
    /// The records that were stored.
    var inHand = RecordsInHand()

    var changed: [Int64] { stored + superseded }
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
    _ document: RegisterDocument, _ packed: Data?, _ storing: inout Storing, _ database: Database
  ) throws -> StoreOutcome {
    let (digest, fileDigest) = (document.textHash, document.conversion?.fileHash)
    if let row = try GRDB.Row.fetchOne(
      database.kept, sql: "SELECT id, name FROM document WHERE sha256 = ? OR fileSha256 = ?",
      arguments: [digest, fileDigest])
    {
      if document.isExempt, try Exemption.add(row["id"], database) {
        storing.scopes.formUnion(try Scope.all(of: row["id"], database))
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
    storing.stored.append(id)
    let rows = try insertRecords(of: document, as: id, &storing, database)
    try insertMarks(of: document, as: id, rows, database)
    try RedactionSchema.insertQuestioners(document.records.map(\.record), of: id, database)
    try Withheld.insert(Withheld.lines(document.records.map(\.record)), of: id, database)
    try insertPaperEvents(of: document, as: id, database)
    // A later text of an exempt paper is not public for want of saying so again.
    let wasExempt = try former.contains { try Exemption.holds($0, database) }
    if document.isExempt || wasExempt { _ = try Exemption.add(id, database) }
    for old in former {
      try database.kept.execute(
        sql: "UPDATE document SET supersededBy = ? WHERE id = ?", arguments: [id, old])
      storing.superseded.append(old)
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
    let insert = QuickStatement(
      "INSERT INTO passage (words, documentId, firstLine, lastLine) VALUES (?, ?, ?, ?)", database)
    for passage in document.passages {
      try insert.run([
        .text(passage.words), .number(id), .init(passage.lines.first), .init(passage.lines.last),
      ])
    }
  }

  private static func insertRecords(
    of document: RegisterDocument, as id: Int64, _ storing: inout Storing, _ database: Database
  ) throws -> [OwnedRow] {
    var rows: [String: Int64] = [:]
    var owned: [OwnedRow] = []
    let insert = QuickStatement(
      """
      INSERT INTO record
        (documentId, localId, kind, firstLine, lastLine, council, body, ownKey, bodyKey, settingDate,
         json, councilKey, askedDate, isOrigin, printedKey)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, database)
    var owners = RecordOwners(document)
    let names = try bodyNames(database)
    // A tracker that is no meeting's by its own word was laid on the day its head gives.
    let day =
      document.records.contains { $0.setting.date == nil && $0.record.kind == .trackerEntry }
      ? PaperHead(document).day : nil
    var scope: Scope?
    for (record, setting) in document.records {
      let own = owners.key(of: record, in: setting)
      let body = names.now(own).description
      let council = setting.council ?? owners.council
      let councilKey = owners.keys.key(council ?? "").description
      let its = Scope(body: body, council: councilKey)
      if its != scope { storing.scopes.insert(its) }
      scope = its
      if let group = owners.group(of: record, in: setting) {
        try database.kept.execute(
          sql: "INSERT OR IGNORE INTO bodyGroup (groupKey, bodyKey) VALUES (?, ?)",
          arguments: [names.now(group).description, body])
        // What was taken for matters of the group is its committee's, in whichever council's name.
        storing.scopes.formUnion(
          try Scope.all(
            database, "SELECT DISTINCT bodyKey, councilKey FROM matter WHERE bodyKey = ?",
            [names.now(group).description]))
      }
      let marks = RecordMarks(record, in: setting)
      try insert.run([
        .number(id), .text(record.id.description), .text(record.kind.rawValue),
        .init(record.lines.first), .init(record.lines.last), .init(council), .init(setting.body),
        .text(own.description), .text(body), .init((setting.date ?? day)?.iso),
        .text(RecordWriter.object(record)), .text(councilKey), .init(marks.askedDate),
        .number(marks.isOrigin ? 1 : 0), .init(marks.printedKey),
      ])
      rows[record.id.description] = insert.row
      owned.append(
        OwnedRow(
          kind: record.kind, council: council, ownKey: own.description, scope: its,
          isOrigin: marks.isOrigin))
    }
    if let last = document.records.last, let row = rows[last.record.id.description] {
      storing.inHand.keep(
        document.records, of: id, from: row - Int64(document.records.count) + 1)
    }
    let link = QuickStatement(
      "INSERT INTO link (fromId, toId, relation, grade, because) VALUES (?, ?, ?, ?, ?)", database)
    for record in document.links {
      guard case .link(let content) = record.content, let from = rows[content.from],
        let to = rows[content.to]
      else { continue }
      try link.run([
        .number(from), .number(to), .text(content.relation.rawValue),
        .text(content.grade.rawValue), .text(record.because ?? ""),
      ])
    }
    return owned
  }
}
