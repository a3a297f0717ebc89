import Foundation

/// Lets one process at a time write a register: a lock on a file beside it.
///
/// SQLite's own waiting lets some writers starve; the system's queue on one file does not. The
/// lock is given up when the process ends, however it ends.
struct RegisterLock: ~Copyable {
  private let descriptor: Int32

  /// Takes the lock, waiting for as long as `patience` seconds.
  ///
  /// - Parameter waiting: called once when the wait has lasted two seconds.
  init(
    beside path: String, patience: Double, waiting: (String) -> Void
  ) throws(RegisterError) {
    let file = path + ".lock"
    descriptor = open(file, O_CREAT | O_RDWR | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .notWritable(path: path) }
    let start = Date()
    var hasSpoken = false
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let waited = -start.timeIntervalSinceNow
      if waited > patience {
        close(descriptor)
        throw .locked(path: path)
      }
      if waited > 2, !hasSpoken {
        hasSpoken = true
        waiting("another program is writing \(path); waiting for it")
      }
      usleep(20_000)
    }
  }

  deinit {
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
