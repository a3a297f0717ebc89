import Synchronization

/// Lets a few through at once, and turns the others away.
final class Turnstile: Sendable {
  private let inside = Mutex(0)
  private let most: Int

  init(most: Int) { self.most = most }

  /// Whether another may go through now; ``end()`` says when it is out again.
  func begin() -> Bool {
    inside.withLock { count in
      guard count < most else { return false }
      count += 1
      return true
    }
  }

  /// One that went through is out again.
  func end() { inside.withLock { $0 -= 1 } }
}
