import Foundation
package import GRDB
import MattersLinker
import MattersRecords
import MattersText

/// The register: documents, records, links, and what became of everything that was asked.
///
/// One SQLite file. Reading needs no lock and works where the file cannot be written; writing waits
/// its turn on a lock file beside it.
public final class Register: Sendable {
  /// What a register is opened for.
  public enum Purpose: Sendable {
    /// Reading; the file must be there.
    case reading
    /// Writing to a register that must be there.
    case writing
    /// Writing, and making the register where there is none.
    case creating
    /// Reading by many at once, and writing now and then: a server. What cannot be written is read.
    case serving
  }

  /// Where the register is.
  public let path: String
  /// Says things that a person should know while waiting.
  let tell: @Sendable (String) -> Void
  package let database: any DatabaseWriter
  /// Whether what is entered can be kept.
  public let isWritable: Bool
  /// What keeps names from being shown.
  let shownNames = ShownNames()
  /// How long to wait for another writer, in seconds.
  private let patience: Double

  /// Opens a register.
  ///
  /// - Parameter isRemote: whether a path is on another computer, where a register keeps no
  ///   write-ahead log and is not served.
  /// - Throws: ``RegisterError`` where it is missing, no register, newer, locked or not writable.
  public init(
    _ path: String, for purpose: Purpose, patience: Double = 600,
    tell: @escaping @Sendable (String) -> Void = { _ in },
    isRemote: (String) -> Bool = Register.isOnNetworkDrive
  ) throws(RegisterError) {
    self.path = path
    self.tell = tell
    self.patience = patience
    let journal = isRemote(path) ? "DELETE" : "WAL"
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    guard !isFolder.boolValue else { throw .notARegister(path: path) }
    if !exists, case .creating = purpose {} else if !exists { throw .missing(path: path) }
    if exists { try Self.checkHeader(path) }
    switch purpose {
    case .reading:
      isWritable = false
      try Self.bringUpToDate(path, journal, patience: patience, tell: tell)
      database = try Self.openForReading(path)
    case .serving where journal != "WAL": throw .onNetworkDrive(path: path)
    case .serving where !FileManager.default.isWritableFile(atPath: path):
      isWritable = false
      database = try Self.openForReading(path)
    case .serving:
      isWritable = true
      let lock = try RegisterLock(beside: path, patience: patience, waiting: tell)
      _ = try Self.openForWriting(path, journal)
      database = try Self.openForMany(path)
      _ = consume lock
    case .writing, .creating:
      isWritable = true
      if exists, !FileManager.default.isWritableFile(atPath: path) {
        throw .notWritable(path: path)
      }
      let lock = try RegisterLock(beside: path, patience: patience, waiting: tell)
      database = try Self.openForWriting(path, journal)
      _ = consume lock
    }
  }

  /// Runs a write in one immediate transaction, waiting its turn.
  func write<T>(_ work: (Database) throws -> T) throws -> T {
    let lock = try RegisterLock(beside: path, patience: patience, waiting: tell)
    defer { _ = lock }
    do {
      return try database.writeWithoutTransaction { database in
        try ShownNames.uncover(database)
        var result: Result<T, any Error>?
        try database.inTransaction(.immediate) {
          result = .success(try work(database))
          try Self.countRevision(database)
          try History.seal(database)
          return .commit
        }
        guard let result else { throw RegisterError.failed(path: path, reason: "nothing was done") }
        return try result.get()
      }
    } catch let error as DatabaseError {
      throw Self.explain(error, path: path)
    }
  }

  /// How many rows were added, changed or taken away since the register was opened: the measure of
  /// what storing a paper costs.
  package func rowsChanged() throws -> Int {
    try read { $0.totalChangesCount }
  }

  /// Runs a read of what may be shown: names that are to be replaced are.
  func read<T>(_ work: (Database) throws -> T) throws -> T {
    try read(work) { _ = try shownNames.cover($0) }
  }

  /// Runs a read of the register as it is kept, which is for looking after it and not for showing.
  func readAsKept<T>(_ work: (Database) throws -> T) throws -> T {
    try read(work) { try ShownNames.uncover($0) }
  }

  private func read<T>(
    _ work: (Database) throws -> T, after prepare: (Database) throws -> Void
  ) throws -> T {
    do {
      return try database.unsafeRead { database in
        try prepare(database)
        return try database.readOnly {
          var result: Result<T, any Error>?
          // All that is read is of one moment.
          try database.inTransaction(.deferred) {
            result = .success(try work(database))
            return .commit
          }
          guard let result else {
            throw RegisterError.failed(path: path, reason: "nothing was read")
          }
          return try result.get()
        }
      }
    } catch let error as DatabaseError {
      throw Self.explain(error, path: path)
    }
  }

  // MARK: - Opening

  /// The first bytes must be an SQLite file's, or the file empty.
  private static func checkHeader(_ path: String) throws(RegisterError) {
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .notWritable(path: path) }
    defer { try? handle.close() }
    let head = (try? handle.read(upToCount: 16)) ?? Data()
    guard head.isEmpty || head.starts(with: Data("SQLite format 3".utf8)) else {
      throw .notARegister(path: path)
    }
  }

  /// A register that an older version wrote is brought forward before it is read.
  private static func bringUpToDate(
    _ path: String, _ journal: String, patience: Double, tell: (String) -> Void
  ) throws(RegisterError) {
    let queue = try openForReading(path)
    let version = (try? queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }) ?? 0
    guard version > 0, version < RegisterSchema.version else { return }
    guard FileManager.default.isWritableFile(atPath: path) else { throw .older(path: path) }
    let lock = try RegisterLock(beside: path, patience: patience, waiting: tell)
    _ = try openForWriting(path, journal)
    _ = consume lock
  }

  private static func openForReading(_ path: String) throws(RegisterError) -> DatabaseQueue {
    do {
      return try connect(path, readOnly: true)
    } catch let error as DatabaseError
      where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
    {
      // In a folder that cannot be written a register with a write-ahead log does not open; without
      // pending changes it can be read as it lies there.
      guard !FileManager.default.fileExists(atPath: path + "-wal") else {
        throw .notWritable(path: path)
      }
      do {
        let place = URL(filePath: path).absoluteString + "?immutable=1"
        return try connect(place, readOnly: true)
      } catch {
        throw explain(error, path: path)
      }
    } catch {
      throw explain(error, path: path)
    }
  }

  private static func openForWriting(
    _ path: String, _ journal: String
  ) throws(RegisterError) -> DatabaseQueue {
    do {
      let queue = try connect(path, readOnly: false, journal: journal)
      if try queue.read({ try !RegisterSchema.migrator.hasCompletedMigrations($0) }) {
        try RegisterSchema.migrator.migrate(queue)
      }
      return queue
    } catch {
      throw explain(error, path: path)
    }
  }

  /// One connection that writes and a few that read, each seeing what was last committed.
  private static func openForMany(_ path: String) throws(RegisterError) -> DatabasePool {
    var configuration = settings
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    do {
      return try DatabasePool(path: path, configuration: configuration)
    } catch {
      throw explain(error, path: path)
    }
  }

  private static var settings: Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(5)
    return configuration
  }

  private static func connect(
    _ path: String, readOnly: Bool, journal: String = "WAL"
  ) throws -> DatabaseQueue {
    var configuration = settings
    configuration.readonly = readOnly
    configuration.prepareDatabase { database in
      // Pages that are kept are not read from the file again: a long list goes to and fro.
      if readOnly { try database.execute(sql: "PRAGMA cache_size = -8192") }
      if !readOnly {
        try database.execute(sql: "PRAGMA journal_mode = \(journal)")
        try database.execute(sql: "PRAGMA synchronous = FULL")
        // What one transaction of many papers changes has room: else pages are written, read and
        // written again before it ends.
        try database.execute(sql: "PRAGMA cache_size = -16384")
      }
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let (identity, version, tables) = try queue.read { database in
      (
        try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
        try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0,
        try Int.fetchOne(
          database,
          sql: """
            SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'
            """) ?? 0
      )
    }
    guard tables == 0 && !readOnly || identity == RegisterSchema.applicationID else {
      throw RegisterError.notARegister(path: path)
    }
    guard version <= RegisterSchema.version else {
      throw RegisterError.newer(path: path, version: version)
    }
    return queue
  }

  static func explain(_ error: any Error, path: String) -> RegisterError {
    if let error = error as? RegisterError { return error }
    guard let error = error as? DatabaseError else {
      return .failed(path: path, reason: "\(error)")
    }
    switch error.resultCode {
    case .SQLITE_NOTADB: return .notARegister(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .locked(path: path)
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM: return .notWritable(path: path)
    default: return .failed(path: path, reason: error.message ?? "\(error.resultCode)")
    }
  }
}
