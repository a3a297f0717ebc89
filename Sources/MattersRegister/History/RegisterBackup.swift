import Foundation
import GRDB

extension Register {
  /// Copies the register while others use it, and looks at everything in the copy.
  ///
  /// The copy has its name only when it was found sound.
  public func backUp(to file: String) throws -> Verification {
    guard !FileManager.default.fileExists(atPath: file) else {
      throw RegisterError.inTheWay(path: file)
    }
    let partial = file + ".partial"
    defer { Self.remove(partial) }
    let found: Verification
    do {
      found = try copy(to: partial)
    } catch RegisterError.notWritable(path: partial) {
      throw RegisterError.notWritable(path: file)
    }
    guard found.isSound else {
      throw RegisterError.unsound(path: path, fault: found.faults[0])
    }
    do {
      try FileManager.default.moveItem(atPath: partial, toPath: file)
    } catch {
      throw RegisterError.notWritable(path: file)
    }
    return found
  }

  /// Puts a backup in a register's place; what stood there is kept beside it.
  ///
  /// - Returns: what was found in the backup, and where the former register is.
  public static func restore(
    from backup: String, to path: String, patience: Double = 600,
    tell: @escaping @Sendable (String) -> Void = { _ in }
  ) throws -> (found: Verification, former: String?) {
    let source = try Register(backup, for: .reading, patience: patience, tell: tell)
    let found = try source.verify()
    guard found.isSound else { throw RegisterError.unsound(path: backup, fault: found.faults[0]) }
    var former: String?
    if FileManager.default.fileExists(atPath: path) {
      let name = path + ".before-restore"
      guard !FileManager.default.fileExists(atPath: name) else {
        throw RegisterError.inTheWay(path: name)
      }
      let old = try Register(path, for: .writing, patience: patience, tell: tell)
      _ = try old.copy(to: name)
      former = name
    }
    let target = try Register(path, for: .creating, patience: patience, tell: tell)
    let lock = try RegisterLock(beside: path, patience: patience, waiting: tell)
    defer { _ = lock }
    do {
      try source.database.backup(to: target.database)
    } catch let error as DatabaseError {
      throw explain(error, path: path)
    }
    return (found, former)
  }

  private func copy(to file: String) throws -> Verification {
    Self.remove(file)
    do {
      let target = try DatabaseQueue(path: file)
      try database.backup(to: target)
      // Alone and in one piece: a copy of a write-ahead register would want its log beside it.
      try target.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      try target.close()
    } catch let error as DatabaseError {
      throw Self.explain(error, path: file)
    }
    return try Register(file, for: .reading).verify()
  }

  private static func remove(_ file: String) {
    for ending in ["", "-wal", "-shm", "-journal", ".lock"] {
      try? FileManager.default.removeItem(atPath: file + ending)
    }
  }
}
