import Crypto
import Foundation
import Synchronization

/// The visits of people who have signed in, and the tokens that tie forms to visits.
///
/// They are kept in memory: when the server ends everybody has signed out.
final class Visits: Sendable {
  private struct Visit {
    var name: String
    var role: Role
    var lastSeen: ContinuousClock.Instant
    var began: ContinuousClock.Instant
  }

  private let visits = Mutex<[String: Visit]>([:])
  private let key = SymmetricKey(size: .bits256)
  private let idle = Duration.seconds(60 * 60)
  private let longest = Duration.seconds(12 * 60 * 60)
  private let most = 10_000

  /// Begins the visit of a person who has signed in; its key goes into a cookie.
  func begin(_ name: String, _ role: Role) -> String {
    let visit = Secret.key()
    let now = ContinuousClock.now
    visits.withLock { visits in
      if visits.count >= most {
        visits = visits.filter { $0.value.lastSeen.duration(to: now) < idle }
      }
      if visits.count >= most,
        let oldest = visits.min(by: { $0.value.lastSeen < $1.value.lastSeen })
      {
        visits[oldest.key] = nil
      }
      visits[visit] = Visit(name: name, role: role, lastSeen: now, began: now)
    }
    return visit
  }

  /// Whose visit it is, unless it has ended.
  func person(_ visit: String) -> (name: String, role: Role)? {
    let now = ContinuousClock.now
    return visits.withLock { visits in
      guard let found = visits[visit] else { return nil }
      guard found.lastSeen.duration(to: now) < idle, found.began.duration(to: now) < longest else {
        visits[visit] = nil
        return nil
      }
      visits[visit]?.lastSeen = now
      return (found.name, found.role)
    }
  }

  /// Ends a visit.
  func end(_ visit: String) { visits.withLock { $0[visit] = nil } }

  /// The token that a form of a visit carries.
  func token(for visit: String) -> String {
    Secret.hex(HMAC<SHA256>.authenticationCode(for: Data(visit.utf8), using: key))
  }

  /// Whether a form's token is the visit's.
  func accepts(_ token: String, for visit: String) -> Bool {
    Secret.isSame(Array(token.utf8), Array(self.token(for: visit).utf8))
  }
}

/// Counts failed attempts to sign in, by name and by address, so that passwords cannot be tried
/// one after another.
final class SignInAttempts: Sendable {
  private struct Failures {
    var count = 0
    var since: ContinuousClock.Instant
  }

  private let failures = Mutex<[String: Failures]>([:])
  private let window = Duration.seconds(15 * 60)
  private let mostByName = 5
  private let mostByAddress = 20
  private let most = 20_000

  /// How many seconds to wait before another attempt; nothing where one may be made.
  func wait(name: String, address: String) -> Int? {
    let now = ContinuousClock.now
    return failures.withLock { failures in
      for (key, limit) in keys(name, address) {
        guard let found = failures[key], found.count >= limit else { continue }
        let passed = found.since.duration(to: now)
        if passed < window { return Int((window - passed).components.seconds) + 1 }
        failures[key] = nil
      }
      return nil
    }
  }

  /// Notes an attempt, before it is known whether it is right: many at once count as many.
  func note(name: String, address: String) {
    let now = ContinuousClock.now
    failures.withLock { failures in
      if failures.count >= most {
        failures = failures.filter { $0.value.since.duration(to: now) < window }
        if failures.count >= most { failures = [:] }
      }
      for (key, _) in keys(name, address) {
        if let found = failures[key], found.since.duration(to: now) >= window {
          failures[key] = nil
        }
        failures[key, default: Failures(since: now)].count += 1
      }
    }
  }

  /// Forgets the failures of somebody who has signed in.
  func forget(name: String, address: String) {
    failures.withLock { failures in
      failures[keys(name, address)[0].0] = nil
      if let found = failures["a:\(address)"] {
        failures["a:\(address)"]?.count = max(0, found.count - 1)
      }
    }
  }

  private func keys(_ name: String, _ address: String) -> [(String, Int)] {
    [("n:\(name.lowercased().prefix(100))", mostByName), ("a:\(address)", mostByAddress)]
  }
}
