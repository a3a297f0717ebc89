import Hummingbird
import NIOCore

extension Request {
  /// The bytes that a request brings.
  ///
  /// - Throws: where they are more than is allowed, or come so slowly that whoever sends them only
  ///   keeps the connection from others.
  func bytes(upTo limit: Int, within time: Duration) async throws -> ByteBuffer {
    let body = body
    return try await withThrowingTaskGroup(of: ByteBuffer.self) { group in
      group.addTask {
        do {
          return try await body.collect(upTo: limit)
        } catch is CancellationError {
          throw WebError.tooSlow
        } catch {
          throw WebError.tooLarge(limit)
        }
      }
      group.addTask {
        try await Task.sleep(for: time)
        throw WebError.tooSlow
      }
      defer { group.cancelAll() }
      guard let bytes = try await group.next() else { throw WebError.tooSlow }
      return bytes
    }
  }
}
