import Hummingbird
import Synchronization

/// Pages as they were last made, for as long as nothing is written to the register.
///
/// What is kept holds nothing of the person who asked for it: no name and no form's token.
final class PageCache: Sendable {
  private struct State {
    var revision = -1
    var day = 0
    var bytes = 0
    var pages: [String: ByteBuffer] = [:]
  }

  private let state = Mutex(State())
  /// Beyond this all are let go; a register that nobody writes has few addresses that are asked for.
  private let most: Int

  init(most: Int = 32 << 20) { self.most = most }

  /// A page that was made from this state of the register.
  func page(_ key: String, revision: Int, day: Int) -> ByteBuffer? {
    state.withLock { state in
      guard state.revision == revision, state.day == day else { return nil }
      return state.pages[key]
    }
  }

  /// Keeps a page.
  func keep(_ page: ByteBuffer, _ key: String, revision: Int, day: Int) {
    state.withLock { state in
      let size = page.readableBytes + key.utf8.count
      if state.revision != revision || state.day != day || state.bytes + size > most {
        state = State(revision: revision, day: day)
      }
      guard size <= most / 8, state.pages[key] == nil else { return }
      state.pages[key] = page
      state.bytes += size
    }
  }
}
