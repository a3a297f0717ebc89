import Foundation
import HTTPTypes
public import Hummingbird
import HummingbirdCore
import Logging
public import MattersRegister
import NIOCore

/// Serves a register to browsers.
public struct WebServer: Sendable {
  private let site: Site
  private let logger: Logger

  /// A server of a register.
  ///
  /// - Throws: ``WebServerError`` where it would be open to others who have not signed in, or
  ///   where the users file is none.
  public init(_ register: Register, _ options: WebOptions) throws {
    guard options.isLoopback || options.asksWho else {
      throw WebServerError.needsSignIn(host: options.host)
    }
    site = try Site(register, options)
    var logger = Logger(label: "matters")
    // What people ask for and what papers say is nobody's business but theirs.
    logger.logLevel = .error
    self.logger = logger
  }

  /// The application, for tests and for running.
  ///
  /// - Parameter ready: called with the port when the server listens.
  public func application(
    ready: @escaping @Sendable (Int) -> Void = { _ in }
  ) -> some ApplicationProtocol {
    Application(
      router: router(),
      server: .http1(
        configuration: .init(
          idleTimeout: .seconds(30),
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100))),
      configuration: .init(
        address: .hostname(site.options.host, port: site.options.port), serverName: nil,
        reuseAddress: true, availableConnectionsDelegate: MaximumAvailableConnections(500)),
      onServerRunning: { channel in ready(channel.localAddress?.port ?? 0) },
      logger: logger)
  }

  /// Serves until the program is asked to end; requests that are under way are answered first.
  public func run(ready: @escaping @Sendable (Int) -> Void) async throws {
    do {
      try await application(ready: ready).runService()
    } catch let error as IOError {
      throw WebServerError.address(
        "\(site.options.host):\(site.options.port)",
        reason: String(cString: strerror(error.errnoCode)))
    }
  }

  private func router() -> Router<WebContext> {
    let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
    if site.options.tellsTime { router.middlewares.add(ServerTiming()) }
    router.middlewares.add(SecurityHeaders())
    router.middlewares.add(ProblemPages(site: site))
    router.middlewares.add(Doorkeeper(site: site))
    OverviewPage(site: site).add(to: router)
    ListPage(site: site).add(to: router)
    ThreadPage(site: site).add(to: router)
    PaperPage(site: site).add(to: router)
    MeetingPages(site: site).add(to: router)
    SearchPage(site: site).add(to: router)
    AboutPage(site: site).add(to: router)
    DownloadRoutes(site: site).add(to: router)
    SignInRoutes(site: site).add(to: router)
    ChangeRoutes(site: site).add(to: router)
    UploadRoutes(site: site).add(to: router)
    ReviewPage(site: site).add(to: router)
    PlacePage(site: site).add(to: router)
    DeskPage(site: site).add(to: router)
    ReportRoutes(site: site).add(to: router)
    ExportRoutes(site: site).add(to: router)
    APIRoutes(site: site).add(to: router)
    FeedRoute(site: site).add(to: router)
    return router
  }
}
