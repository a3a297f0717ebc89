import Foundation
import GRDB
import MattersRecords
import MattersText

/// The register as JSON Lines: a first line that says what it is, then one for each row of each
/// table, in the order in which the tables were made and the rows came.
///
/// Nothing is left out and nothing is worked out anew, so that a register which takes the lines back
/// writes the same lines again.
extension Register {
  /// Writes the register, line by line.
  public func writeLines(_ write: ([UInt8]) throws -> Void) throws {
    try readAsKept { database in
      let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      var json = JSONText()
      json.beginObject()
      json.key("register")
      json.number(version)
      json.endObject()
      json.newline()
      try write(json.bytes)
      for table in try LineTable.all(database) {
        let rows = try GRDB.Row.fetchCursor(database, sql: "SELECT * FROM (\(table.selection))")
        while let row = try rows.next() { try write(table.line(row)) }
      }
    }
  }

  /// Makes a register from lines that ``writeLines(_:)`` wrote.
  ///
  /// It has its name only when it is whole: one that was broken off is begun anew.
  ///
  /// - Throws: ``RegisterError/notLines(line:reason:)`` where they are none. What was made is then
  ///   taken away again.
  public static func load(
    _ path: String, from lines: () throws -> [UInt8]?
  ) throws {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw RegisterError.alreadyThere(path: path)
    }
    let lock = try RegisterLock(beside: path, patience: 600) { _ in }
    defer { _ = lock }
    let partial = path + ".partial"
    func clear() {
      for ending in ["", "-wal", "-shm", "-journal"] {
        try? FileManager.default.removeItem(atPath: partial + ending)
      }
    }
    clear()
    do {
      try fill(partial, from: lines)
    } catch {
      clear()
      if case RegisterError.notWritable = error { throw RegisterError.notWritable(path: path) }
      throw error is DatabaseError ? explain(error, path: path) : error
    }
    do {
      // Somebody else may have made it meanwhile: what is there is not replaced.
      try FileManager.default.moveItem(atPath: partial, toPath: path)
    } catch {
      clear()
      throw RegisterError.alreadyThere(path: path)
    }
  }

  private static func fill(_ path: String, from lines: () throws -> [UInt8]?) throws {
    guard let first = try lines(),
      let version = JSONValue(String(decoding: first, as: UTF8.self))?["register"]?.whole
    else { throw RegisterError.notLines(line: 1, reason: "the first line names no register") }
    guard version >= 1, version <= RegisterSchema.version else {
      throw RegisterError.newer(path: "line 1", version: version)
    }
    guard RegisterSchema.migrator.migrations.contains("\(version)") else {
      throw RegisterError.notLines(line: 1, reason: "no register was ever of version \(version)")
    }
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    let queue: DatabaseQueue
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
    } catch {
      throw RegisterError.notWritable(path: path)
    }
    defer { try? queue.close() }
    // Lines of an older version fill its tables, which are then brought forward.
    try RegisterSchema.migrator.migrate(queue, upTo: "\(version)")
    try queue.write { database in
      try database.execute(sql: "PRAGMA defer_foreign_keys = ON")
      var tables: [String: LineTable] = [:]
      for table in try LineTable.all(database) {
        tables[table.name] = table
        // What a step filled by itself is in the lines too.
        try database.execute(sql: "DELETE FROM \"\(table.name)\"")
      }
      var number = 1
      while let line = try lines() {
        number += 1
        if line.isEmpty { continue }
        guard let value = JSONValue(String(decoding: line, as: UTF8.self)),
          let name = value["table"]?.text, let table = tables[name]
        else {
          throw RegisterError.notLines(line: number, reason: "no row of a table that is known")
        }
        do {
          try table.insert(value, database)
        } catch let error as DatabaseError {
          throw RegisterError.notLines(line: number, reason: error.message ?? "it does not fit")
        }
      }
    }
    try RegisterSchema.migrator.migrate(queue)
  }
}

/// A table of a register, as its lines are written and read.
private struct LineTable {
  let name: String
  let columns: [(name: String, isBlob: Bool)]
  private let isSearched: Bool

  /// What is written: all columns, and the row's number where the table shows none.
  var selection: String {
    isSearched ? "SELECT rowid, * FROM \"\(name)\" ORDER BY rowid" : "SELECT * FROM \"\(name)\""
  }

  /// The places of the tables in a register that is new, where what others refer to comes first.
  ///
  /// One that was compacted after a withdrawal has them in another order.
  private static let places: [String: Int] = {
    guard let queue = try? DatabaseQueue(), (try? RegisterSchema.migrator.migrate(queue)) != nil,
      let names = try? queue.read({ database in
        try String.fetchAll(
          database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")
      })
    else { return [:] }
    return Dictionary(zip(names, names.indices)) { first, _ in first }
  }()

  /// The tables in the order in which they were made; a search index is one table, whatever it
  /// keeps its words in.
  static func all(_ database: Database) throws -> [LineTable] {
    let rows = try GRDB.Row.fetchAll(
      database,
      sql: "SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY rowid")
    let all = rows.map { (name: $0["name"] as String, sql: $0["sql"] as String? ?? "") }
      .sorted { (places[$0.name] ?? .max, $0.name) < (places[$1.name] ?? .max, $1.name) }
    let searched = all.filter { $0.sql.uppercased().hasPrefix("CREATE VIRTUAL") }.map(\.name)
    return try all.compactMap { name, _ in
      let isShadow = searched.contains { name.hasPrefix($0 + "_") }
      if isShadow || name.hasPrefix("sqlite_") || name == "grdb_migrations" { return nil }
      let columns = try GRDB.Row.fetchAll(database, sql: "PRAGMA table_info(\"\(name)\")").map {
        (name: $0["name"] as String, isBlob: ($0["type"] as String?)?.uppercased() == "BLOB")
      }
      let isSearched = searched.contains(name)
      return LineTable(
        name: name, columns: (isSearched ? [("rowid", false)] : []) + columns,
        isSearched: isSearched)
    }
  }

  func line(_ row: GRDB.Row) -> [UInt8] {
    var json = JSONText()
    json.beginObject()
    json.key("table")
    json.string(name)
    json.key("row")
    json.beginObject()
    for column in columns {
      let value: DatabaseValue = row[column.name]
      switch value.storage {
      case .null: continue
      case .int64(let number):
        json.key(named: column.name)
        json.number(Int(number))
      case .double(let number):
        json.key(named: column.name)
        json.beginObject()
        json.key("real")
        json.string("\(number)")
        json.endObject()
      case .string(let words):
        json.key(named: column.name)
        json.string(words)
      case .blob(let stored):
        json.key(named: column.name)
        let data = isText(column.name) ? Data(StoredText.plain(stored)) : stored
        if let words = String(validating: data, as: UTF8.self) {
          json.string(words)
        } else {
          json.beginObject()
          json.key("base64")
          json.string(data.base64EncodedString())
          json.endObject()
        }
      }
    }
    json.endObject()
    json.endObject()
    json.newline()
    return json.bytes
  }

  func insert(_ line: JSONValue, _ database: Database) throws {
    var names: [String] = []
    var values: [DatabaseValue] = []
    for column in columns {
      guard let value = line["row"]?[column.name] else { continue }
      names.append("\"\(column.name)\"")
      let stored = Self.stored(value, isBlob: column.isBlob)
      let text = isText(column.name) ? Data.fromDatabaseValue(stored) : nil
      values.append(text.map { StoredText.packed(Array($0)).databaseValue } ?? stored)
    }
    let marks = repeatElement("?", count: names.count).joined(separator: ", ")
    try database.cachedStatement(
      sql: "INSERT INTO \"\(name)\" (\(names.joined(separator: ", "))) VALUES (\(marks))"
    ).execute(arguments: StatementArguments(values))
  }

  /// Whether a column has the texts of papers, which lie compressed.
  private func isText(_ column: String) -> Bool { name == "document" && column == "text" }

  private static func stored(_ value: JSONValue, isBlob: Bool) -> DatabaseValue {
    switch value {
    case .string(let words):
      isBlob ? Data(words.utf8).databaseValue : words.databaseValue
    case .number(let number): Int64(exactly: number)?.databaseValue ?? number.databaseValue
    case .bool(let flag): flag.databaseValue
    case .object:
      if let text = value["base64"]?.text, let data = Data(base64Encoded: text) {
        data.databaseValue
      } else if let real = value["real"]?.text.flatMap(Double.init) {
        real.databaseValue
      } else {
        .null
      }
    case .null, .array: .null
    }
  }
}
