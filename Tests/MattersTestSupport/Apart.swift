import Foundation

/// Does blocking work on a thread of its own and not on one of the tasks'.
///
/// There are as many threads of tasks as processors. Work that waits on one for a tool, which needs
/// such threads itself, waits for ever where another test does the same.
public func apart<Value: Sendable>(
  _ work: @escaping @Sendable () throws -> Value
) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    let thread = Thread { continuation.resume(with: Result { try work() }) }
    // As much as the main thread has: a debug build's frames are large.
    thread.stackSize = 8 << 20
    thread.start()
  }
}
