import Foundation
import GRDB
import MattersRecords
import MattersText

/// What a register was found to be when everything in it was looked at.
public struct Verification: Sendable, Equatable {
  /// The hash of the history's last line, which covers all of it.
  public var head = ""
  /// How many lines the history has.
  public var lines = 0
  /// How many papers were read again.
  public var documents = 0
  /// How many records were held against their lines.
  public var records = 0
  /// What is wrong, one line each; empty where all is well.
  public var faults: [String] = []

  /// Whether all is well.
  public var isSound: Bool { faults.isEmpty }
}

extension Register {
  /// Looks at everything: the file, the chain of the history, each paper's text and what its
  /// records say.
  ///
  /// - Parameter expected: a head hash that was kept; it has to be in the chain.
  public func verify(expecting expected: String? = nil) throws -> Verification {
    try readAsKept { database in
      var found = Verification()
      try Self.verifyFile(database, &found)
      try Self.verifyChain(expected, database, &found)
      try Self.verifySubjects(database, &found)
      try Self.verifyPapers(database, &found)
      return found
    }
  }

  /// The hash of the history's last line.
  public func headHash() throws -> String {
    try read {
      try String.fetchOne($0, sql: "SELECT hash FROM history ORDER BY number DESC LIMIT 1")
        ?? History.start
    }
  }

  private static func verifyFile(_ database: Database, _ found: inout Verification) throws {
    for line in try String.fetchAll(database, sql: "PRAGMA integrity_check") where line != "ok" {
      found.faults.append("the file is damaged: \(line)")
    }
    for row in try GRDB.Row.fetchAll(database, sql: "PRAGMA foreign_key_check") {
      let table: String = row[0]
      found.faults.append("\(table): a row refers to one that is not there")
    }
  }

  private static func verifyChain(
    _ expected: String?, _ database: Database, _ found: inout Verification
  ) throws {
    var previous = History.start
    var isExpected = expected == nil || expected == previous
    let rows = try GRDB.Row.fetchCursor(database, sql: "SELECT * FROM history ORDER BY number")
    while let row = try rows.next() {
      found.lines += 1
      let number: Int64 = row["number"]
      if number != Int64(found.lines) {
        found.faults.append("history: line \(found.lines) is missing")
        found.lines = Int(number)
      }
      let hash = History.hash(
        number, row["kind"], row["subject"], row["at"], row["digest"], after: previous)
      if hash != row["hash"] {
        found.faults.append("history: line \(number) was changed, or one before it removed")
      }
      previous = row["hash"]
      if previous == expected { isExpected = true }
    }
    found.head = previous
    if !isExpected {
      found.faults.append(
        "history: the expected hash is not in it; its end was cut off or written anew")
    }
  }

  /// Each line's row is there and says what it said, and each row has its line.
  private static func verifySubjects(_ database: Database, _ found: inout Verification) throws {
    for source in History.sources {
      let rows = try GRDB.Row.fetchCursor(
        database,
        sql: """
          SELECT history.number AS historyNumber, history.digest AS historyDigest,
            history.salt AS historySalt, history.subject AS historySubject, history.row AS historyRow
          FROM history WHERE kind = ? ORDER BY number
          """, arguments: [source.kind])
      while let line = try rows.next() {
        let subject: String = line["historySubject"]
        let row = try GRDB.Row.fetchOne(
          database, sql: "SELECT * FROM (\(source.rows)) WHERE row = ? AND subject = ?",
          arguments: [line["historyRow"], subject])
        let salt: Data? = line["historySalt"]
        let name = name(source.kind, subject, row)
        guard let row else {
          let isErased = try salt == nil && isWithdrawn(subject, database)
          if !isErased { found.faults.append("\(name): was removed") }
          continue
        }
        guard let salt else {
          if try !isWithdrawn("\(source.kind) \(subject)", database) {
            found.faults.append("\(name): cannot be checked; its salt was removed")
          }
          continue
        }
        if try History.digest(row, source, salt, database) != line["historyDigest"] {
          found.faults.append("\(name): was changed after it came in")
        }
      }
      for row in try GRDB.Row.fetchAll(
        database,
        sql: """
          SELECT * FROM (\(source.rows)) WHERE row NOT IN
            (SELECT row FROM history WHERE kind = ? AND row IS NOT NULL)
          """, arguments: [source.kind])
      {
        found.faults.append("\(name(source.kind, row["subject"], row)): is not in the history")
      }
    }
    for name in try Exemption.broken(database) {
      found.faults.append("\(name): is exempt by the history and not withheld")
    }
    for row in try GRDB.Row.fetchAll(
      database,
      sql: """
        SELECT old.name FROM document AS old JOIN document AS new ON new.id = old.supersededBy
        WHERE NOT EXISTS (SELECT 1 FROM history WHERE kind = 'superseded'
          AND subject = old.sha256 || ' ' || new.sha256)
        """)
    {
      let name: String = row[0]
      found.faults.append("\(name): marked as superseded behind the history's back")
    }
  }

  private static func name(_ kind: String, _ subject: String, _ row: GRDB.Row?) -> String {
    if let name: String = row?["name"] { return "\(kind) \(name)" }
    return "\(kind) \(subject.prefix(12))"
  }

  private static func isWithdrawn(_ subject: String, _ database: Database) throws -> Bool {
    try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM withdrawal WHERE sha256 = ?)",
      arguments: [subject]) ?? false
  }

  // MARK: - Papers

  private static func verifyPapers(_ database: Database, _ found: inout Verification) throws {
    let rows = try GRDB.Row.fetchCursor(
      database, sql: "SELECT id, name, sha256, text FROM document ORDER BY id")
    while let row = try rows.next() {
      found.documents += 1
      let name: String = row["name"]
      let text = StoredText.plain(row["text"])
      guard digest(text) == row["sha256"] else {
        found.faults.append("\(name): the text is not the one that came in")
        continue
      }
      let source = SourceText(name: name, utf8: text)
      let records = try GRDB.Row.fetchCursor(
        database,
        sql: """
          SELECT localId, firstLine, lastLine, json FROM record WHERE documentId = ? ORDER BY id
          """, arguments: [row["id"] as Int64])
      while let stored = try records.next() {
        found.records += 1
        let id: String = stored["localId"]
        guard let record = PaperRecord(json: stored["json"]), record.id.description == id,
          record.lines == LineRange(stored["firstLine"], stored["lastLine"])
        else {
          found.faults.append("\(name): \(id): the record is not the one that was read")
          continue
        }
        let sheet = record.sheet.flatMap { name in source.sheets.first { $0.name == name } }
        let lines = sheet?.lines(record.lines) ?? record.lines
        guard lines.first >= 1, lines.last <= source.lineCount else {
          found.faults.append("\(name): \(id): its lines are not in the paper")
          continue
        }
        if let word = record.content.firstWordNotSaid(in: source, lines) {
          // Which word it is may be looked up where it stands; a log must not repeat it.
          found.faults.append(
            "\(name):\(lines.first): \(id): the lines do not say a word of \(word.count) letters")
        }
      }
    }
  }
}
