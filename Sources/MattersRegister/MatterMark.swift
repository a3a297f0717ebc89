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

  /// What is said of a matter, value behind value.
  private struct Said {
    var bytes: [UInt8] = []

    /// A value that is missing is not one that is empty.
    mutating func add(_ value: String?) {
      if !bytes.isEmpty { bytes.append(0x1F) }
      bytes.append(value == nil ? UInt8(ascii: "-") : UInt8(ascii: "+"))
      if let value { bytes.append(contentsOf: value.utf8) }
    }

    mutating func add(_ values: String?...) { for value in values { add(value) } }
  }

  /// The mark of all that ``MatterWriter`` writes of a matter by what papers say.
  static func of(
    _ matter: Matter, _ rows: [String: Int64], _ withheld: Set<String>
  ) -> String {
    var said = Said()
    said.bytes.reserveCapacity(1024)
    said.add(
      matter.kind.rawValue, matter.council, matter.body, matter.raised?.iso, matter.minute,
      matter.label, matter.text, matter.subject, matter.addressedTo, matter.responsible,
      matter.printedReference)
    for member in matter.members {
      said.add(
        member.laid.entered.map { "e\($0.number)" } ?? rows[member.laid.rowKey]?.description)
      said.add(member.role.rawValue)
      said.add(member.grade.rawValue)
      said.add(member.because)
      said.add(member.laid.record.access.rawValue)
    }
    for event in matter.events {
      said.add(event.kind.rawValue)
      said.add(event.date.iso)
      said.add(event.state?.rawValue)
      said.add(event.response)
      said.add(event.from)
      said.add(event.change?.text)
      said.add(event.updated)
      said.add(event.minute)
      said.add(event.grade.rawValue)
      said.add(event.because)
      if let ruling = event.ruling {
        said.add(
          ruling.decision?.rawValue, ruling.asPrinted, ruling.decidedBy, ruling.decidedOn,
          ruling.reason, ruling.implementation?.rawValue, ruling.due, ruling.reviewDate)
      }
      switch event.source {
      case .paper(let document, _, _, let record):
        let key = "\(document)|\(record)"
        said.add(rows[key]?.description)
        said.add(withheld.contains(key) ? "withheld" : nil)
      case .person(let name, let at): said.add(name, at)
      }
    }
    return Register.digest(said.bytes)
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

  /// The statement that keeps a mark of a matter.
  static func keeper(_ database: Database) -> QuickStatement {
    QuickStatement("INSERT INTO matterMark (matterId, mark) VALUES (?, ?)", database)
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
