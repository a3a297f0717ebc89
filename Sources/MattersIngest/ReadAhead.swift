import Foundation

/// Does some work for each of many things on several threads, and hands the results out in order.
///
/// No more than a few results wait at a time, or some more that weigh little, so that memory does
/// not grow with the number of things. The threads are the system's own: reading a paper may wait
/// for a tool's process.
final class ReadAhead<Input: Sendable, Output: Sendable>: @unchecked Sendable {
  private let inputs: [Input]
  private let work: @Sendable (Input) -> Output
  private let weight: @Sendable (Output) -> Int
  private let window: Int
  // The five below are touched only while `state` is locked.
  private let state = NSCondition()
  private var results: [Int: Output] = [:]
  /// What the results weigh that wait.
  private var waiting = 0
  private var started = 0
  private var taken = 0
  private var isCancelled = false

  /// Begins at once.
  ///
  /// - Parameters:
  ///   - threads: how many things are worked on at a time.
  ///   - weight: how much of the memory there is for them a result takes.
  init(
    _ inputs: [Input], threads: Int, weight: @escaping @Sendable (Output) -> Int,
    work: @escaping @Sendable (Input) -> Output
  ) {
    self.inputs = inputs
    self.work = work
    self.weight = weight
    window = max(1, threads) * 4
    for _ in 0..<min(max(1, threads), inputs.count) {
      let thread = Thread { [self] in run() }
      // Papers nest deeply where they are hostile.
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  /// The next result in the order of the things; nothing after the last.
  func next() -> Output? {
    state.lock()
    defer { state.unlock() }
    guard taken < inputs.count else { return nil }
    while results[taken] == nil { state.wait() }
    defer {
      taken += 1
      state.broadcast()
    }
    let result = results.removeValue(forKey: taken)
    waiting -= result.map(weight) ?? 0
    return result
  }

  /// Begins nothing more.
  func cancel() {
    state.lock()
    isCancelled = true
    state.broadcast()
    state.unlock()
  }

  private func run() {
    while let index = begin() {
      let output = work(inputs[index])
      state.lock()
      results[index] = output
      waiting += weight(output)
      state.broadcast()
      state.unlock()
    }
  }

  /// While one is taken in that holds up the others, many small ones may be got ready.
  private var hasRoom: Bool {
    started < taken + window || started < taken + window * 4 && waiting < Self.light
  }

  private static var light: Int { 1 << 20 }

  /// The next thing to work on, once there is room for its result.
  private func begin() -> Int? {
    state.lock()
    defer { state.unlock() }
    while !isCancelled, started < inputs.count, !hasRoom { state.wait() }
    guard !isCancelled, started < inputs.count else { return nil }
    defer { started += 1 }
    return started
  }
}
