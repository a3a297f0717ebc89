import Foundation

/// What `work` took of the processor on this thread, in seconds.
///
/// For watchdogs against work that never ends. The clock on the wall also counts how long the
/// machine was busy with other tests, which on a slow one is minutes.
public func secondsOfProcessor(_ work: () throws -> Void) rethrows -> Double {
  let before = threadSeconds()
  try work()
  return threadSeconds() - before
}

private func threadSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
