import HTTPTypes
import Hummingbird
import MattersRegister
import NIOCore

/// Says who makes a request, and turns away what must not come in.
struct Doorkeeper: RouterMiddleware {
  typealias Context = WebContext
  let site: Site

  func handle(_ request: Request, context: WebContext, next: Next) async throws -> Response {
    try checkMethod(request)
    try checkHost(request)
    try checkOrigin(request)
    var context = context
    context.visitor = visitor(request)
    if site.options.asksWho, context.visitor.name == nil, !isOpen(request.uri.path) {
      throw WebError.signInFirst
    }
    return try await next(request, context)
  }

  /// What people see before they have signed in.
  private func isOpen(_ path: String) -> Bool {
    path == "/sign-in" || path.hasPrefix("/assets/") || path == "/favicon.ico"
  }

  /// Pages are read, and forms are sent; the API is only read.
  private func checkMethod(_ request: Request) throws {
    let isRead = request.method == .get || request.method == .head
    guard isRead || request.method == .post && !request.uri.path.hasPrefix("/api") else {
      throw WebError.wrongMethod
    }
  }

  // MARK: - Who

  private func visitor(_ request: Request) -> Visitor {
    let visit = request.cookies[site.cookieName]?.value
    let known = visit.flatMap { $0.utf8.count == 64 ? $0 : nil }
    if let header = site.options.trustedHeader {
      guard let name = HTTPField.Name(header.name), let said = request.headers[name],
        !said.isEmpty, said.utf8.count <= 200
      else { return Visitor(name: nil, role: .reader, visit: known) }
      let role: Role = header.officers.contains(said) ? .officer : .reader
      return Visitor(name: said, role: role, visit: known)
    }
    guard site.users != nil else {
      return Visitor(name: site.options.person, role: .officer, visit: known)
    }
    guard let known, let person = site.visits.person(known) else {
      return Visitor(name: nil, role: .reader, visit: known)
    }
    return Visitor(name: person.name, role: person.role, visit: known)
  }

  // MARK: - From where

  /// Without sign-in a page of another site could have its name point at this computer, and read
  /// the register as if it were its own.
  private func checkHost(_ request: Request) throws {
    guard !site.options.asksWho else { return }
    guard let authority = request.head.authority else { return }
    var host = authority[...]
    if host.hasPrefix("[") {
      host = host.dropFirst().prefix { $0 != "]" }
    } else if let colon = host.lastIndex(of: ":") {
      host = host[..<colon]
    }
    var asked = site.options
    asked.host = host.lowercased()
    guard asked.isLoopback else { throw WebError.wrongHost }
  }

  /// A change that a page of another site asks for is none of the visitor's.
  private func checkOrigin(_ request: Request) throws {
    guard request.method != .get, request.method != .head else { return }
    if let name = HTTPField.Name("Sec-Fetch-Site"), let from = request.headers[name],
      from != "same-origin", from != "none"
    {
      throw WebError.staleForm
    }
    guard let origin = request.headers[.origin] else { return }
    let host = origin.split(separator: "/").last.map(String.init)
    guard let host, host == request.head.authority else { throw WebError.staleForm }
  }
}

extension Site {
  /// The name of the cookie.
  ///
  /// The prefix makes browsers refuse it from anywhere but this host.
  var cookieName: String { options.isBehindTLS ? "__Host-matters_visit" : "matters_visit" }

  /// The cookie of a visit, out of reach of scripts and of other sites.
  func cookie(_ visit: String, ends: Bool = false) -> Cookie {
    Cookie(
      name: cookieName, value: visit, maxAge: ends ? 0 : nil, path: "/",
      secure: options.isBehindTLS, httpOnly: true, sameSite: .lax)
  }

  /// The fields of a form that makes a change, from somebody who may make it.
  func change(
    _ request: Request, _ context: WebContext, by role: Role = .officer
  ) async throws -> FormFields {
    try allow(context, role)
    let form = try await FormFields.posted(request, context)
    try checkToken(form["token"], context)
    return form
  }

  /// The fields and the file of a form that brings one, held to the visit's token.
  ///
  /// - Parameter limit: the most bytes that the file may have.
  func changeWithFile(
    _ request: Request, _ context: WebContext, upTo limit: Int
  ) async throws -> Multipart {
    try allow(context, .officer)
    try checkLength(of: request, upTo: limit)
    let body: ByteBuffer
    do {
      body = try await request.bytes(upTo: limit + Self.roomForFields, within: .seconds(10 * 60))
    } catch WebError.tooLarge {
      throw WebError.tooLarge(limit)
    }
    let type = request.headers[.contentType] ?? ""
    guard let posted = Multipart(Array(body.readableBytesView), contentType: type) else {
      throw WebError.staleForm
    }
    try checkToken(posted.fields["token"], context)
    if let file = posted.file, file.contents.count > limit { throw WebError.tooLarge(limit) }
    return posted
  }

  /// Refuses a file whose length is said to be too great before it is read.
  func checkLength(of request: Request, upTo limit: Int) throws {
    guard let words = request.headers[.contentLength], let length = Int(words) else { return }
    if length > limit + Self.roomForFields { throw WebError.tooLarge(limit) }
  }

  /// How many bytes the fields beside a file may take.
  private static let roomForFields = 1 << 16

  /// Takes a form: what it changes, or the page again with what is wrong.
  func take(
    _ request: Request, _ context: WebContext, _ record: (FormFields) async throws -> Response,
    again: (FormFields, FormProblem) async throws -> Response
  ) async throws -> Response {
    let fields = try await change(request, context)
    do {
      return try await record(fields)
    } catch WebError.badForm(let words, let field) {
      return try await again(fields, FormProblem(words, field))
    }
  }

  /// Under whose name a change is made.
  func person(_ context: WebContext) -> String { context.visitor.name ?? options.person }

  /// Holds a person to what the role may do.
  func allow(_ context: WebContext, _ role: Role) throws {
    if role == .officer, context.visitor.role != .officer { throw WebError.notAllowed }
    if role == .officer, !register.isWritable { throw WebError.readOnly }
  }

  /// Holds a form's token to the visit's.
  func checkToken(_ token: String?, _ context: WebContext) throws {
    guard let token, let visit = context.visitor.visit, visits.accepts(token, for: visit) else {
      throw WebError.staleForm
    }
  }
}
