import Hummingbird
import Logging
import MattersRegister
import MattersText
import NIOPosix

/// Everything that the pages share.
final class Site: Sendable {
  let register: Register
  let options: WebOptions
  let users: UserList?
  let visits: Visits
  let attempts: SignInAttempts
  let drafts: Drafts
  let exporting = Turnstile(most: 1)
  let cache: PageCache
  let pages: PageRenderer
  /// Threads that may wait for the disk; those of tasks may not.
  private let workers: NIOThreadPool
  /// One thread: a hash takes much memory and time by design, and two at once twice as much.
  private let hasher: NIOThreadPool

  init(_ register: Register, _ options: WebOptions) throws {
    self.register = register
    self.options = options
    users = try options.users.map { try UserList(path: $0) }
    visits = Visits()
    attempts = SignInAttempts()
    drafts = Drafts()
    cache = PageCache()
    pages = try PageRenderer()
    workers = NIOThreadPool(numberOfThreads: 4)
    hasher = NIOThreadPool(numberOfThreads: 1)
    workers.start()
    hasher.start()
  }

  deinit {
    workers.shutdownGracefully { _ in }
    hasher.shutdownGracefully { _ in }
  }

  /// Does something with the register, away from the threads that serve.
  func ask<T: Sendable>(_ work: @escaping @Sendable (Register) throws -> T) async throws -> T {
    let register = register
    return try await workers.runIfActive { try work(register) }
  }

  /// Works out a hash, after those that were asked for before it.
  func hash<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
    try await hasher.runIfActive(work)
  }

  var today: PlainDate { options.today() }
}
