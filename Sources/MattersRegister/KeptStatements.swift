import GRDB

/// A database whose statements are prepared once and kept for the next time they are asked.
///
/// For questions with words that stay the same. None of them may be asked again while its rows are
/// still being gone through, which is why there are no cursors here.
struct KeptStatements {
  fileprivate let database: Database

  /// Runs a statement.
  func execute(sql: String, arguments: StatementArguments = StatementArguments()) throws {
    try database.cachedStatement(sql: sql).execute(arguments: arguments)
  }
}

extension Database {
  /// The same database with statements that are kept.
  var kept: KeptStatements { KeptStatements(database: self) }
}

extension GRDB.Row {
  static func fetchAll(
    _ kept: KeptStatements, sql: String, arguments: StatementArguments = StatementArguments()
  ) throws -> [GRDB.Row] {
    try fetchAll(kept.database.cachedStatement(sql: sql), arguments: arguments)
  }

  static func fetchOne(
    _ kept: KeptStatements, sql: String, arguments: StatementArguments = StatementArguments()
  ) throws -> GRDB.Row? {
    try fetchOne(kept.database.cachedStatement(sql: sql), arguments: arguments)
  }
}

extension DatabaseValueConvertible where Self: StatementColumnConvertible {
  static func fetchAll(
    _ kept: KeptStatements, sql: String, arguments: StatementArguments = StatementArguments()
  ) throws -> [Self] {
    try fetchAll(kept.database.cachedStatement(sql: sql), arguments: arguments)
  }

  static func fetchOne(
    _ kept: KeptStatements, sql: String, arguments: StatementArguments = StatementArguments()
  ) throws -> Self? {
    try fetchOne(kept.database.cachedStatement(sql: sql), arguments: arguments)
  }
}

extension DatabaseValueConvertible where Self: StatementColumnConvertible, Self: Hashable {
  static func fetchSet(
    _ kept: KeptStatements, sql: String, arguments: StatementArguments = StatementArguments()
  ) throws -> Set<Self> {
    try fetchSet(kept.database.cachedStatement(sql: sql), arguments: arguments)
  }
}
