import GRDB
import GRDBSQLite

/// A statement that the writer runs for every row: prepared once, given its values by their bytes.
///
/// Some hundred of them run for each paper. GRDB boxes each value, keeps them in arrays of its own and
/// copies every text; here the texts of a row lie one behind the other in one array, which SQLite reads
/// while the statement runs.
final class QuickStatement {
  /// A value that is given to a statement.
  enum Value {
    case none
    case number(Int64)
    case text(String)

    init(_ text: String?) {
      if let text { self = .text(text) } else { self = .none }
    }

    init(_ number: Int?) { self.init(number.map { Int64($0) }) }

    init(_ number: Int64?) {
      if let number { self = .number(number) } else { self = .none }
    }
  }

  /// A row of an answer, while it is looked at.
  struct Answer {
    fileprivate let handle: SQLiteStatement

    /// Whether a column has no value.
    func isMissing(_ column: Int32) -> Bool {
      sqlite3_column_type(handle, column) == SQLITE_NULL
    }

    /// A whole number.
    func number(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    /// The bytes of a text, or of a number as it is written.
    func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
      let start = sqlite3_column_text(handle, column)
      return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
    }

    /// A text.
    func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

    /// A text, or nothing where the column has no value.
    func words(_ column: Int32) -> String? { isMissing(column) ? nil : text(column) }
  }

  private let sql: String
  private let database: Database
  /// Kept by the database as well, and not used by it while this one runs.
  private var statement: Statement?
  private var bytes: [UInt8] = []

  /// A statement, which is prepared when it is first run: a register that is brought up to date may
  /// not have all its tables yet.
  init(_ sql: String, _ database: Database) {
    self.sql = sql
    self.database = database
  }

  private func prepared() throws -> SQLiteStatement {
    if let statement { return statement.sqliteStatement }
    let statement = try database.cachedStatement(sql: sql)
    self.statement = statement
    return statement.sqliteStatement
  }

  /// Runs it for as many values as it asks for.
  func run(_ values: [Value]) throws { try each(values) { _ in } }

  /// The number of the row that the last statement added.
  var row: Int64 { database.lastInsertedRowID }

  /// The first text of the answer.
  func text(_ values: [Value]) throws -> String? {
    var found: String?
    try each(values) { if found == nil, !$0.isMissing(0) { found = $0.text(0) } }
    return found
  }

  /// The first number of the answer.
  func number(_ values: [Value]) throws -> Int64? {
    var found: Int64?
    try each(values) { if found == nil, !$0.isMissing(0) { found = $0.number(0) } }
    return found
  }

  /// Runs it with values that were put together for GRDB, and goes through its answer.
  func each(with values: StatementArguments, _ work: (Answer) throws -> Void) throws {
    let statement = try database.makeStatement(sql: sql)
    try statement.setArguments(values)
    let handle = statement.sqliteStatement
    defer { sqlite3_reset(handle) }
    var status = SQLITE_ROW
    while status == SQLITE_ROW {
      status = sqlite3_step(handle)
      if status == SQLITE_ROW { try work(Answer(handle: handle)) }
    }
    if status != SQLITE_DONE { throw failure(status) }
  }

  private func failure(_ status: Int32) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: status), message: database.lastErrorMessage, sql: sql)
  }

  /// Runs it and goes through its answer.
  func each(_ values: [Value], _ work: (Answer) throws -> Void) throws {
    let handle = try prepared()
    bytes.removeAll(keepingCapacity: true)
    for case .text(let text) in values { bytes.append(contentsOf: text.utf8) }
    // An empty text has an address too: without one it would be a missing value.
    bytes.append(0)
    let status = try bytes.withUnsafeBufferPointer { bytes in
      // The texts stay where they are until the answer is read and the values are let go.
      defer {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
      }
      var status = bind(values, bytes, to: handle)
      while status == SQLITE_OK || status == SQLITE_ROW {
        status = sqlite3_step(handle)
        if status == SQLITE_ROW { try work(Answer(handle: handle)) }
      }
      return status
    }
    if status != SQLITE_DONE { throw failure(status) }
  }

  private func bind(
    _ values: [Value], _ bytes: UnsafeBufferPointer<UInt8>, to handle: SQLiteStatement
  ) -> Int32 {
    guard sqlite3_bind_parameter_count(handle) == Int32(values.count) else { return SQLITE_RANGE }
    var start = 0
    for (index, value) in values.enumerated() {
      var status = SQLITE_OK
      switch value {
      case .none: break
      case .number(let number): status = sqlite3_bind_int64(handle, Int32(index + 1), number)
      case .text(let text):
        let length = text.utf8.count
        bytes.withMemoryRebound(to: CChar.self) { bytes in
          status = sqlite3_bind_text(
            handle, Int32(index + 1), bytes.baseAddress.map { $0 + start }, Int32(length), nil)
        }
        start += length
      }
      if status != SQLITE_OK { return status }
    }
    return SQLITE_OK
  }
}
