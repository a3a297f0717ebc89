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
    /// The pages of before, which go when as many new ones are there; those that are asked for
    /// again stay.
    var former: [String: ByteBuffer] = [:]
  }

  private let state = Mutex(State())
  /// How many bytes each of the two may have.
  private let most: Int

  init(most: Int = 32 << 20) { self.most = most / 2 }

  /// A page that was made from this state of the register.
  func page(_ key: String, revision: Int, day: Int) -> ByteBuffer? {
    state.withLock { state in
      guard state.revision == revision, state.day == day else { return nil }
      if let page = state.pages[key] { return page }
      guard let page = state.former[key] else { return nil }
      add(page, key, &state)
      return page
    }
  }

  /// Keeps a page.
  func keep(_ page: ByteBuffer, _ key: String, revision: Int, day: Int) {
    state.withLock { state in
      if state.revision != revision || state.day != day {
        state = State(revision: revision, day: day)
      }
      guard page.readableBytes <= most / 4, state.pages[key] == nil else { return }
      add(page, key, &state)
    }
  }

  private func add(_ page: ByteBuffer, _ key: String, _ state: inout State) {
    let size = page.readableBytes + key.utf8.count
    if state.bytes + size > most {
      state.former = state.pages
      state.pages = [:]
      state.bytes = 0
    }
    state.pages[key] = page
    state.bytes += size
  }
}
