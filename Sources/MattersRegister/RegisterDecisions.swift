import GRDB
import MattersLinker
public import MattersRecords
public import MattersText

/// What a person said of a record, and whether it still holds.
public struct VerdictLine: Sendable, Hashable {
  /// Its number, by which it is taken back.
  public var id: Int64
  /// What was said.
  public var word: VerdictWord
  /// The matter's reference, where one was named.
  public var reference: String?
  /// Why, where it was said.
  public var note: String?
  /// Who said it.
  public var person: String
  /// When, ISO 8601.
  public var at: String
  /// Whether it was not taken back by a later word on the same record.
  public var isHeld: Bool
  /// The paper in which the record is read, and its lines, where it is still in the register.
  public var paper: Int64?
  /// The paper's name.
  public var name: String?
  /// The record's lines.
  public var lines: LineRange?
}

/// The lines that a record was read from, as they are quoted to a person.
public struct RecordQuotation: Sendable {
  /// The paper's number and name.
  public var paper: Int64
  /// The paper's name.
  public var name: String
  /// The record.
  public var record: PaperRecord
  /// The lines of the text that it was read from.
  public var lines: LineRange
  /// These lines and a few before and after, with their numbers.
  public var quotation: [(number: Int, words: String)]
}

extension Register {
  /// The lines of some records, by their numbers; for officers, who see all of them.
  public func quotations(of records: [Int64]) throws -> [Int64: RecordQuotation] {
    try read { database in
      var found: [Int64: RecordQuotation] = [:]
      for id in Set(records) {
        guard
          let row = try GRDB.Row.fetchOne(
            database,
            sql: """
              SELECT record.json, document.sha256, document.name FROM record
              JOIN document ON document.id = record.documentId WHERE record.id = ?
              """, arguments: [id]), let record = PaperRecord(json: row["json"]),
          let paper = try Self.text(row["sha256"], .officers, database)
        else { continue }
        let (lines, quotation) = Self.quote(record, paper.source, [])
        found[id] = RecordQuotation(
          paper: paper.id, name: row["name"], record: record, lines: lines, quotation: quotation)
      }
      return found
    }
  }

  /// The lines of a record of a paper, or nothing where there is none; for officers.
  public func quotation(of record: String, in paper: Int64) throws -> RecordQuotation? {
    let id = try read { database in
      try Int64.fetchOne(
        database, sql: "SELECT id FROM record WHERE documentId = ? AND localId = ?",
        arguments: [paper, record])
    }
    return try id.flatMap { try quotations(of: [$0])[$0] }
  }

  /// What persons said of records, the last first.
  ///
  /// - Parameter reference: only what was said of records and this matter.
  public func verdictLines(of reference: String? = nil, most: Int) throws -> [VerdictLine] {
    try read { database in
      var places: [String: (paper: Int64, laid: LaidRecord)?] = [:]
      return try GRDB.Row.fetchAll(
        database,
        sql: """
          SELECT verdict.*, NOT EXISTS (SELECT 1 FROM verdict AS later
            WHERE later.meaning = verdict.meaning AND later.id > verdict.id
              AND later.word = 'reopen') AS isHeld
          FROM verdict WHERE word <> 'reopen' AND (?1 IS NULL OR reference = ?1)
          ORDER BY id DESC LIMIT ?2
          """, arguments: [reference, most]
      ).compactMap { row in
        guard let word = VerdictWord(rawValue: row["word"]) else { return nil }
        var line = VerdictLine(
          id: row["id"], word: word, reference: row["reference"], note: row["note"],
          person: row["enteredBy"], at: row["enteredAt"], isHeld: row["isHeld"])
        let meaning: String = row["meaning"]
        if places[meaning] == nil {
          var found: (paper: Int64, laid: LaidRecord)?
          try Self.eachRecord(meaning: meaning, database) { row, laid in
            found = (row["documentId"], laid)
            return false
          }
          places[meaning] = .some(found)
        }
        if case let found?? = places[meaning] {
          line.paper = found.paper
          line.name = found.laid.documentName
          line.lines = found.laid.record.lines
        }
        return line
      }
    }
  }

  /// Takes back what was said of a record: it means what its paper says, or is asked again.
  ///
  /// - Returns: whether there was such a word that held.
  public func takeBack(verdict id: Int64, by person: String) throws -> Bool {
    let meaning = try read { database in
      try String.fetchOne(
        database,
        sql: """
          SELECT meaning FROM verdict WHERE id = ?1 AND word <> 'reopen' AND NOT EXISTS
            (SELECT 1 FROM verdict AS later WHERE later.meaning = verdict.meaning
              AND later.id > ?1 AND later.word = 'reopen')
          """, arguments: [id])
    }
    guard let meaning else { return false }
    try decide(.reopen, meaning: meaning, reference: nil, note: nil, enteredBy: person)
    return true
  }

  /// What a record of a paper says, by which a person's word on it is kept.
  public func meaning(of record: String, in paper: Int64) throws -> String {
    let laid = try read { database in
      try GRDB.Row.fetchOne(
        database,
        sql: """
          SELECT record.json, record.council, record.body, record.settingDate, document.sha256,
            document.name FROM record JOIN document ON document.id = record.documentId
          WHERE record.documentId = ? AND record.localId = ?
          """, arguments: [paper, record]
      ).flatMap(Self.laid)
    }
    guard let laid else { throw RegisterError.unknown(name: record) }
    return laid.meaning
  }

  /// The bodies whose records say something, or that had a matter which was named with it.
  static func scopes(meaning: String, _ database: Database) throws -> Set<Scope> {
    var found = try Scope.all(
      database,
      """
      SELECT matter.bodyKey, matter.councilKey FROM verdict
      JOIN matter ON matter.reference = verdict.reference WHERE verdict.meaning = ?
      """, [meaning])
    try eachRecord(meaning: meaning, database) { row, _ in
      found.insert(Scope(body: row["bodyKey"], council: row["councilKey"]))
      return true
    }
    return found
  }

  /// The records that say something, as long as the next is wanted.
  private static func eachRecord(
    meaning: String, _ database: Database, _ visit: (GRDB.Row, LaidRecord) -> Bool
  ) throws {
    let parts = meaning.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return }
    let rows = try GRDB.Row.fetchCursor(
      database,
      sql: """
        SELECT record.json, record.council, record.body, record.settingDate, record.bodyKey,
          record.councilKey, record.documentId, document.sha256, document.name
        FROM record JOIN document ON document.id = record.documentId
        WHERE record.kind = ?1 AND document.supersededBy IS NULL
          AND (?2 = '' OR record.settingDate = ?2 OR instr(record.json, ?2) > 0)
        """, arguments: [String(parts[0]), String(parts[1])])
    while let row = try rows.next() {
      guard let laid = laid(row), laid.meaning == meaning else { continue }
      if !visit(row, laid) { return }
    }
  }
}
