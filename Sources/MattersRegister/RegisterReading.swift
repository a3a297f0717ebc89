import Foundation
import GRDB
public import MattersLinker
import MattersRecords
import MattersText

extension Register {
  /// The bodies that the register has matters of, in alphabetical order.
  public func bodies() throws -> [String] {
    try read { try String.fetchAll($0, sql: "SELECT DISTINCT body FROM matter ORDER BY body") }
  }

  /// The bodies that some words mean: the whole name, its initials, or a part of the name.
  public func bodies(meaning words: String) throws -> [String] {
    let all = try read { database in
      // A name is looked for behind the one before: a few, among hundreds of thousands of records.
      let printed = try String.fetchAll(
        database,
        sql: """
          WITH RECURSIVE name(body) AS (
            SELECT min(body) FROM record
            UNION ALL
            SELECT (SELECT min(body) FROM record WHERE record.body > name.body) FROM name
            WHERE name.body IS NOT NULL
          )
          SELECT body FROM name WHERE body IS NOT NULL
          """)
      // A council's settings may give a name that no paper prints, such as a new committee's.
      let others =
        try Self.bodyNames(database).full.values.sorted()
        + String.fetchAll(database, sql: "SELECT DISTINCT body FROM addition ORDER BY body")
      return others.reduce(into: printed) { all, name in
        if !all.contains(name) { all.append(name) }
      }
    }
    // One name may be spelt in two ways: the same body.
    if let exact = all.first(where: { BodyKey($0) == BodyKey(words) }) { return [exact] }
    let initials = all.filter { ShortName.of($0) == words.uppercased() }
    if !initials.isEmpty { return initials }
    let part = BodyKey(words).description
    return part.isEmpty ? [] : all.filter { BodyKey($0).description.contains(part) }
  }

  /// The matters that a filter lets through, oldest first.
  public func matters(_ filter: MatterFilter) throws -> [RegisteredMatter] {
    let keys = try bodyKeys(of: filter)
    return try read { database in
      var (condition, arguments) = try Self.condition(filter, keys, database)
      if let day = filter.openAt {
        condition += " AND NOT (\(Standing.isClosedSince))"
        arguments += [day.iso, day.iso]
      }
      return try Self.matters(where: condition, arguments, database)
        .filter { !$0.matter.isRetracted }
    }
  }

  /// The keys of the bodies that a filter's words mean; nothing where it names none.
  func bodyKeys(of filter: MatterFilter) throws -> [String]? {
    try filter.body.map { try bodies(meaning: $0).map { BodyKey($0).description } }
  }

  /// What a filter asks of the table `matter`, in SQL.
  static func condition(
    _ filter: MatterFilter, _ keys: [String]?, _ database: Database
  ) throws -> (sql: String, arguments: StatementArguments) {
    let names = try bodyNames(database)
    let keys = keys?.map { names.now(BodyKey(folded: $0)).description }
    var condition = "matter.kind = ?"
    var arguments: StatementArguments = [filter.kind.rawValue]
    if let keys {
      condition += " AND matter.bodyKey IN (\(keys.map { _ in "?" }.joined(separator: ", ")))"
      arguments += StatementArguments(keys)
    }
    if let since = filter.raisedSince {
      condition += " AND matter.raised >= ?"
      arguments += [since.iso]
    }
    return (condition, arguments)
  }

  /// The matter that a reference or a record's id means.
  ///
  /// - Throws: ``RegisterError/unknown(name:)`` or ``RegisterError/ambiguous(name:candidates:)``.
  public func matter(named name: String) throws -> RegisteredMatter {
    let ids = try read { database in
      let byReference = try Int64.fetchAll(
        database, sql: "SELECT id FROM matter WHERE reference = ? COLLATE NOCASE",
        arguments: [name])
      if !byReference.isEmpty { return byReference }
      let byRecord = try Int64.fetchAll(
        database,
        sql: """
          SELECT DISTINCT matterMember.matterId FROM matterMember
          JOIN record ON record.id = matterMember.recordId WHERE record.localId = ?
          """,
        arguments: [name])
      if !byRecord.isEmpty { return byRecord }
      // What people say of it: `IR03`, or `23-24/IR03`.
      return try Int64.fetchAll(
        database,
        sql: "SELECT id FROM matter WHERE substr(reference, -length(?1)) = ?1 COLLATE NOCASE",
        arguments: ["/" + name])
    }
    let found = try read { database in try ids.compactMap { try Self.matter($0, database) } }
    guard let first = found.first else { throw RegisterError.unknown(name: name) }
    guard found.count == 1 else {
      throw RegisterError.ambiguous(name: name, candidates: found.map(\.reference))
    }
    return first
  }

  /// The records that have an id, in the documents that hold them.
  public func records(named id: String) throws -> [RecordDetail] {
    try read { database in
      let rows = try Int64.fetchAll(
        database, sql: "SELECT id FROM record WHERE localId = ? ORDER BY documentId",
        arguments: [id])
      return try rows.compactMap { try Self.detail($0, database) }
    }
  }

  /// The records that belong to a matter, with their source lines and links.
  public func details(of matter: RegisteredMatter) throws -> [RecordDetail] {
    try read { database in
      let rows = try Int64.fetchAll(
        database,
        sql: """
          SELECT matterMember.recordId FROM matterMember
          JOIN matter ON matter.id = matterMember.matterId
          WHERE matter.reference = ? ORDER BY matterMember.position
          """,
        arguments: [matter.reference])
      return try rows.compactMap { try Self.detail($0, database) }
    }
  }

  // MARK: - Rows to values

  /// The decision that an event's row keeps, if it keeps one.
  static func ruling(_ row: GRDB.Row) -> Ruling? {
    var ruling = Ruling()
    let decision: String? = row["decision"]
    let implementation: String? = row["implementation"]
    ruling.decision = decision.flatMap(Decision.init(rawValue:))
    ruling.implementation = implementation.flatMap(Implementation.init(rawValue:))
    if row.hasColumn("reason") { ruling.reason = row["reason"] }
    if row.hasColumn("decidedBy") {
      ruling.asPrinted = row["decisionAsPrinted"]
      ruling.decidedBy = row["decidedBy"]
      ruling.decidedOn = row["decidedOn"]
    }
    ruling.due = row["due"]
    ruling.reviewDate = row["reviewDate"]
    return ruling == Ruling() ? nil : ruling
  }

  private static func detail(_ id: Int64, _ database: Database) throws -> RecordDetail? {
    guard
      let row = try GRDB.Row.fetchOne(
        database,
        sql: """
          SELECT record.json, document.name, document.text FROM record
          JOIN document ON document.id = record.documentId WHERE record.id = ?
          """,
        arguments: [id]),
      let record = PaperRecord(json: row["json"])
    else { return nil }
    let text: [UInt8] = StoredText.plain(row["text"])
    let source = SourceText(name: row["name"], utf8: text)
    let sheet = record.sheet.flatMap { name in source.sheets.first { $0.name == name } }
    return RecordDetail(
      record: record, documentName: row["name"],
      quotation: source.quote(sheet?.lines(record.lines) ?? record.lines),
      links: try links(of: id, database))
  }

  static func links(of id: Int64, _ database: Database) throws -> [LinkDetail] {
    let withheld = Withheld.condition(
      document: "other.documentId", first: "other.firstLine", last: "other.lastLine")
    let rows = try GRDB.Row.fetchAll(
      database,
      sql: """
        SELECT link.*, other.localId, other.firstLine, other.lastLine, document.name,
          \(withheld) AS isWithheld
        FROM link
        JOIN record AS other
          ON other.id = CASE WHEN link.fromId = ?1 THEN link.toId ELSE link.fromId END
        JOIN document ON document.id = other.documentId
        WHERE link.fromId = ?1 OR link.toId = ?1 ORDER BY link.id
        """,
      arguments: [id])
    return rows.compactMap { row in
      guard let relation = Relation(rawValue: row["relation"]),
        let grade = LinkGrade(rawValue: row["grade"])
      else { return nil }
      return LinkDetail(
        relation: relation, isOutgoing: row["fromId"] == id, other: RecordID(row["localId"]),
        documentName: row["name"], lines: LineRange(row["firstLine"], row["lastLine"]),
        grade: grade, because: row["because"], isWithheld: row["isWithheld"])
    }
  }
}
