import GRDB

/// Makes and alters SQLite files behind the register's back.
enum DatabaseFixture {
  static func make(at path: String, sql: String) throws -> String {
    try run(sql, on: path)
    return path
  }

  static func run(_ sql: String, on path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }
}
