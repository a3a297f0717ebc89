import Hummingbird
import Logging
import MattersRegister
import NIOCore

/// What a person may do.
enum Role: String, Sendable {
  /// May see what is public.
  case reader
  /// May see everything and make changes.
  case officer
}

/// Who makes a request.
struct Visitor: Sendable {
  /// The name under which changes are made; none where nobody has signed in.
  var name: String?
  /// What the person may do.
  var role: Role
  /// The key of the visit, which forms are tied to; none before a page has a form.
  var visit: String?

  /// What the person may see.
  var audience: Audience { role == .officer ? .officers : .everyone }
}

/// What answers a request behind a step of the way.
typealias Next = (Request, WebContext) async throws -> Response

/// What a request carries through the routes.
struct WebContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// Who makes it.
  var visitor = Visitor(name: nil, role: .reader, visit: nil)
  /// The address it comes from.
  let address: String

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    address = source.channel.remoteAddress?.ipAddress ?? "unknown"
  }

  /// What is collected of a form; uploads have their own, larger limit.
  var maxUploadSize: Int { 256 << 10 }
}
