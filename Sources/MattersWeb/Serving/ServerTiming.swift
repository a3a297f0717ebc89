import HTTPTypes
import Hummingbird

/// Says in each answer how long it took, for measuring.
struct ServerTiming: RouterMiddleware {
  typealias Context = WebContext

  func handle(_ request: Request, context: WebContext, next: Next) async throws -> Response {
    let start = ContinuousClock.now
    var response = try await next(request, context)
    let took = start.duration(to: .now)
    if let name = HTTPField.Name("Server-Timing") {
      let microseconds = took.components.attoseconds / 1_000_000_000_000
      let thousandths = took.components.seconds * 1_000_000 + microseconds
      let rest = String(thousandths % 1000)
      let padded = String(repeating: "0", count: 3 - rest.count) + rest
      response.headers[name] = "app;dur=\(thousandths / 1000).\(padded)"
    }
    return response
  }
}
