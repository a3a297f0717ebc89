import Crypto
import Foundation
import GRDB

/// The history as a chain: what came in or was entered, each line covering all before it.
///
/// The writer seals what it wrote before its transaction ends. A line that is changed or removed
/// behind the program's back no longer fits the one after it; one that is cut off the end is missed
/// by whoever kept an earlier head hash.
enum History {
  /// Something whose rows are only ever added, and which columns say what it says.
  struct Source {
    /// The kind of line.
    var kind: String
    /// The rows from a number on: their number, what to call them, and what they say.
    var rows: String
    /// Whether each new row has a higher number than those before it.
    var isInOrder = true
    /// Whether what is read from a paper counts as what is said.
    var hasRecords = false
  }

  /// What is sealed; a new table of things that people enter belongs in this list.
  ///
  /// An empty column is left out, so that a column which is added later changes no digest.
  static let sources = [
    Source(
      kind: "document",
      rows: """
        SELECT id AS row, sha256 AS subject, sha256, name, identity, encoding, converter,
          fileSha256, lineCount, unclaimedLines, ingestedAt FROM document
        """, hasRecords: true),
    Source(kind: "entry", rows: "SELECT id AS row, CAST(id AS TEXT) AS subject, * FROM entry"),
    Source(
      kind: "takenBack",
      rows: "SELECT entryId AS row, CAST(entryId AS TEXT) AS subject, * FROM takenBack",
      isInOrder: false),
    Source(
      kind: "addition", rows: "SELECT id AS row, CAST(id AS TEXT) AS subject, * FROM addition"),
    Source(kind: "letter", rows: "SELECT id AS row, CAST(id AS TEXT) AS subject, * FROM letter"),
    Source(
      kind: "programme",
      rows: "SELECT id AS row, CAST(id AS TEXT) AS subject, * FROM programmeEntry"),
    Source(
      kind: "accepted",
      rows: "SELECT entryId AS row, CAST(entryId AS TEXT) AS subject, * FROM accepted",
      isInOrder: false),
    Source(kind: "verdict", rows: "SELECT id AS row, CAST(id AS TEXT) AS subject, * FROM verdict"),
    Source(
      kind: "redaction",
      rows: "SELECT id AS row, CAST(id AS TEXT) AS subject, * FROM redaction"),
    Source(
      kind: "withdrawal", rows: "SELECT id AS row, sha256 AS subject, * FROM withdrawal"),
    Source(kind: "upload", rows: "SELECT id AS row, sha256 AS subject, * FROM upload"),
  ]

  /// The head of a register without history.
  static let start = String(repeating: "0", count: 64)

  /// Adds a line for each row that has none yet.
  static func seal(_ database: Database) throws {
    // The step that begins the history comes before those that add some of the tables.
    let later = try ["accepted", "upload", "redaction"].filter { try !database.tableExists($0) }
    for source in sources where !later.contains(source.kind) {
      let isNew =
        source.isInOrder
        ? "row > (SELECT coalesce(max(row), 0) FROM history WHERE kind = ?)"
        : "row NOT IN (SELECT row FROM history WHERE kind = ?)"
      let rows = try GRDB.Row.fetchAll(
        database, sql: "SELECT * FROM (\(source.rows)) WHERE \(isNew) ORDER BY row",
        arguments: [source.kind])
      for row in rows {
        var salt = Data(count: 16)
        for index in salt.indices { salt[index] = UInt8.random(in: 0...255) }
        try append(
          source.kind, row["subject"], row: row["row"], salt: salt,
          digest: try digest(row, source, salt, database), database)
      }
    }
    // Documents that another one superseded: the pair is all that is said.
    for row in try GRDB.Row.fetchAll(
      database,
      sql: """
        SELECT old.id, old.sha256 || ' ' || new.sha256 AS subject
        FROM document AS old INDEXED BY documentSuperseded
        JOIN document AS new ON new.id = old.supersededBy
        WHERE old.supersededBy IS NOT NULL
          AND old.id NOT IN (SELECT row FROM history WHERE kind = 'superseded')
        """)
    {
      try append(
        "superseded", row["subject"], row: row["id"], salt: nil, digest: start, database)
    }
  }

  /// Adds a line at the end.
  static func append(
    _ kind: String, _ subject: String, row: Int64, salt: Data?, digest: String,
    _ database: Database
  ) throws {
    let head = try GRDB.Row.fetchOne(
      database.kept, sql: "SELECT number, hash FROM history ORDER BY number DESC LIMIT 1")
    let number = (head?["number"] as Int64? ?? 0) + 1
    let at = Register.now()
    let hash = hash(number, kind, subject, at, digest, after: head?["hash"] ?? start)
    try database.kept.execute(
      sql: """
        INSERT INTO history (number, kind, subject, row, at, salt, digest, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """, arguments: [number, kind, subject, row, at, salt, digest, hash])
  }

  /// The hash of a line, which covers the one before it.
  static func hash(
    _ number: Int64, _ kind: String, _ subject: String, _ at: String, _ digest: String,
    after previous: String
  ) -> String {
    Register.digest(Array("\(number)|\(kind)|\(subject)|\(at)|\(digest)|\(previous)".utf8))
  }

  /// The salted digest of what a row says.
  static func digest(
    _ row: GRDB.Row, _ source: Source, _ salt: Data, _ database: Database
  ) throws -> String {
    var hasher = SHA256()
    hasher.update(data: salt)
    var said: [UInt8] = []
    add(row, inOrder: order(row), to: &said)
    hasher.update(data: said)
    if source.hasRecords {
      // The columns in the order of their names.
      let columns: [StaticString] = [
        "body", "council", "firstLine", "json", "kind", "lastLine", "localId", "settingDate",
      ]
      let records = QuickStatement(
        """
        SELECT body, council, firstLine, json, kind, lastLine, localId, settingDate FROM record
        WHERE documentId = ? ORDER BY id
        """, database)
      try records.each([.number(row["row"])]) { record in
        said.removeAll(keepingCapacity: true)
        for (index, name) in columns.enumerated() where !record.isMissing(Int32(index)) {
          name.withUTF8Buffer { said.append(contentsOf: $0) }
          add(record.bytes(Int32(index)), to: &said)
        }
        hasher.update(data: said)
      }
    }
    return Register.hex(hasher.finalize())
  }

  /// The columns of a row by their names, less its number.
  private static func order(_ row: GRDB.Row) -> [(name: String, index: Int)] {
    row.columnNames.enumerated().filter { $0.element != "row" }
      .map { (name: $0.element, index: $0.offset) }.sorted { $0.name < $1.name }
  }

  private static func add(
    _ row: GRDB.Row, inOrder columns: [(name: String, index: Int)], to said: inout [UInt8]
  ) {
    for (name, index) in columns {
      let value: DatabaseValue = row[index]
      if value.isNull { continue }
      let words = String.fromDatabaseValue(value) ?? "\(value)"
      said.append(contentsOf: name.utf8)
      Array(words.utf8).withUnsafeBufferPointer { add($0, to: &said) }
    }
  }

  /// Adds what stands in a column, behind its name.
  private static func add(_ words: UnsafeBufferPointer<UInt8>, to said: inout [UInt8]) {
    said.append(UInt8(ascii: "="))
    said.append(contentsOf: String(words.count).utf8)
    said.append(UInt8(ascii: ":"))
    said.append(contentsOf: words)
    said.append(UInt8(ascii: ";"))
  }
}
