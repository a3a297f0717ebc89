import HTTPTypes
import Hummingbird

/// Headers that tell a browser to trust nothing but this server's own words.
struct SecurityHeaders: RouterMiddleware {
  typealias Context = WebContext

  /// Nothing is loaded from elsewhere, no script runs at all, and no other site may frame a page.
  static let policy = [
    "default-src 'none'", "style-src 'self'", "img-src 'self'", "form-action 'self'",
    "frame-ancestors 'none'", "base-uri 'none'",
  ].joined(separator: "; ")

  func handle(_ request: Request, context: WebContext, next: Next) async throws -> Response {
    var response = try await next(request, context)
    let fixed: [(HTTPField.Name?, String)] = [
      (.init("Content-Security-Policy"), Self.policy),
      (.init("X-Content-Type-Options"), "nosniff"),
      (.init("X-Frame-Options"), "DENY"),
      (.init("Referrer-Policy"), "same-origin"),
      (.init("Cross-Origin-Opener-Policy"), "same-origin"),
      (.init("Cross-Origin-Resource-Policy"), "same-origin"),
      (.init("Permissions-Policy"), "camera=(), geolocation=(), microphone=()"),
    ]
    for case (let name?, let value) in fixed { response.headers[name] = value }
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    response.headers[.vary] = "Cookie"
    return response
  }
}
