import Dispatch
import Synchronization

/// Lets a command's thread wait for what a task makes.
///
/// A task must not wait so: the tool's work is done in tasks too, and where every thread of theirs
/// waited here, none would be left to do it.
package enum Waiting {
  /// What some work gave, when it is done.
  @available(*, noasync, message: "a task awaits the work itself")
  package static func result<Value: Sendable, Failure: Error>(
    of work: @escaping @Sendable () async throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let outcome = Outcome<Result<Value, Failure>>()
    Task.detached {
      do throws(Failure) {
        outcome.deliver(.success(try await work()))
      } catch {
        outcome.deliver(.failure(error))
      }
    }
    return try outcome.wait().get()
  }

  private final class Outcome<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)
    private let ready = DispatchSemaphore(value: 0)

    func deliver(_ result: Value) {
      value.withLock { $0 = result }
      ready.signal()
    }

    func wait() -> Value {
      while true {
        ready.wait()
        if let result = value.withLock({ $0 }) { return result }
      }
    }
  }
}
