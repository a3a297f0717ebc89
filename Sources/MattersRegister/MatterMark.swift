import GRDB
import MattersLinker
import MattersRecords
import MattersText

/// What was written of a matter, in short: a matter whose mark is the same again is left as it
/// stands, so that a paper costs what it changes and not what its body ever asked for.
enum MatterMark {
  static let tables = """
    -- What was written of each matter, in short. A matter without one is written anew.
    CREATE TABLE matterMark (
      matterId INTEGER PRIMARY KEY REFERENCES matter(id) ON DELETE CASCADE,
      mark TEXT NOT NULL
    ) STRICT;
    """

  /// The mark of all that ``Register/insert(_:_:_:_:_:)`` writes of a matter by what papers say.
  static func of(
    _ matter: Matter, _ rows: [String: Int64], _ withheld: Set<String>
  ) -> String {
    var words: [String?] = [
      matter.kind.rawValue, matter.council, matter.body, matter.raised?.iso, matter.minute,
      matter.label, matter.text, matter.subject, matter.addressedTo, matter.responsible,
      matter.printedReference,
    ]
    for member in matter.members {
      let row = member.laid.entered.map { "e\($0.number)" } ?? rows[member.laid.rowKey]?.description
      words += [
        row, member.role.rawValue, member.grade.rawValue, member.because,
        member.laid.record.access.rawValue,
      ]
    }
    for event in matter.events {
      words += [
        event.kind.rawValue, event.date.iso, event.state?.rawValue, event.response, event.from,
        event.change?.text,
        event.updated, event.minute, event.grade.rawValue, event.because,
      ]
      if let ruling = event.ruling {
        words += [
          ruling.decision?.rawValue, ruling.asPrinted, ruling.decidedBy, ruling.decidedOn,
          ruling.reason, ruling.implementation?.rawValue, ruling.due, ruling.reviewDate,
        ]
      }
      switch event.source {
      case .paper(let document, _, _, let record):
        let key = "\(document)|\(record)"
        words += [rows[key]?.description, withheld.contains(key) ? "withheld" : nil]
      case .person(let name, let at): words += [name, at]
      }
    }
    // A value that is missing is not one that is empty.
    let whole = words.map { $0.map { "+\($0)" } ?? "-" }.joined(separator: "\u{1F}")
    return Register.digest(Array(whole.utf8))
  }

  /// The matters of a scope that have a mark, by it.
  static func known(_ scope: Scope, _ database: Database) throws -> [String: [Int64]] {
    var known: [String: [Int64]] = [:]
    let rows = try GRDB.Row.fetchAll(
      database.kept,
      sql: """
        SELECT matter.id, matterMark.mark FROM matter
        JOIN matterMark ON matterMark.matterId = matter.id
        WHERE matter.bodyKey = ? AND matter.councilKey = ? ORDER BY matter.id DESC
        """,
      arguments: [scope.body, scope.council])
    for row in rows { known[row["mark"], default: []].append(row["id"]) }
    return known
  }

  static func keep(_ mark: String, of id: Int64, _ database: Database) throws {
    let insert = try database.cachedStatement(
      sql: "INSERT INTO matterMark (matterId, mark) VALUES (?, ?)")
    try insert.execute(arguments: [id, mark])
  }
}

/// Rows of a scope that are replaced by others: those that stay the same are not touched.
struct ScopeRows {
  let table: String
  let columns: [String]
  private var left: [String: [Int64]] = [:]

  /// Reads the rows that a scope has.
  init(_ table: String, _ columns: [String], of scope: Scope, _ database: Database) throws {
    self.table = table
    self.columns = columns
    let rows = try GRDB.Row.fetchCursor(
      database,
      sql: """
        SELECT rowid, \(columns.joined(separator: ", ")) FROM \(table)
        WHERE bodyKey = ? AND councilKey = ? ORDER BY rowid DESC
        """,
      arguments: [scope.body, scope.council])
    while let row = try rows.next() {
      let values = (1...columns.count).map { row[$0] as DatabaseValue }
      left[Self.key(values), default: []].append(row[0])
    }
  }

  private static func key(_ values: [DatabaseValue]) -> String {
    values.map { $0.description }.joined(separator: "\u{1F}")
  }

  /// Keeps a row that is there, or adds it.
  mutating func put(
    _ values: [(any DatabaseValueConvertible)?], of scope: Scope, _ database: Database
  ) throws {
    let stored = values.map { $0?.databaseValue ?? .null }
    if left[Self.key(stored)]?.popLast() != nil { return }
    let marks = repeatElement("?", count: columns.count + 2).joined(separator: ", ")
    let insert = try database.cachedStatement(
      sql: """
        INSERT INTO \(table) (\(columns.joined(separator: ", ")), bodyKey, councilKey)
        VALUES (\(marks))
        """)
    try insert.execute(
      arguments: StatementArguments(stored) + [scope.body, scope.council])
  }

  /// Takes away the rows that nothing kept.
  func finish(_ database: Database) throws {
    let delete = try database.cachedStatement(sql: "DELETE FROM \(table) WHERE rowid = ?")
    for row in left.values.joined() { try delete.execute(arguments: [row]) }
  }
}
