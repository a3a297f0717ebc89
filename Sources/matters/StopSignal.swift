import Foundation
import Synchronization

/// Ctrl-C, or a service manager's request to end: what is being done is done, and nothing more begun.
enum StopSignal {
  private static let isAsked = Atomic<Bool>(false)

  /// From now on a request to end is kept, and ends nothing by itself.
  static func listen() {
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in StopSignal.isAsked.store(true, ordering: .relaxed) }
    }
  }

  /// Waits, and tells whether to go on; a request to end cuts the wait short.
  static func waits(_ pause: Duration) -> Bool {
    if !isAsked.load(ordering: .relaxed) {
      sleep(UInt32(pause.components.seconds))
    }
    return !isAsked.load(ordering: .relaxed)
  }
}
