import HTTPTypes
import Hummingbird
import MattersRegister
import MattersText

extension Site {
  /// A page for a request.
  func show(
    _ template: String, _ title: String, _ own: [String: Any], _ request: Request,
    _ context: WebContext, status: HTTPResponse.Status = .ok
  ) -> Response {
    html(pages.page(template, values(title, own, request, context)), status)
  }

  /// A page with forms: it carries the visit's token, and begins a visit where there is none.
  func showForm(
    _ template: String, _ title: String, _ own: [String: Any], _ request: Request,
    _ context: WebContext, status: HTTPResponse.Status = .ok
  ) -> Response {
    let visit = context.visitor.visit ?? Secret.key()
    var own = own
    own["token"] = visits.token(for: visit)
    var response = show(template, title, own, request, context, status: status)
    if context.visitor.visit == nil { response.setCookie(cookie(visit)) }
    return response
  }

  /// A page that is the same for all who may see the same, made once for each state of the
  /// register.
  func showKept(
    _ template: String, _ request: Request, _ context: WebContext,
    _ make: @escaping @Sendable (Register) throws -> (title: String, own: [String: Any])
  ) async throws -> Response {
    let site = self
    return try await keep("text/html; charset=utf-8", request, context) { register in
      let page = try make(register)
      return site.pages.page(template, site.values(page.title, page.own, request, context))
    }
  }

  /// An answer for programs, made once for each state of the register.
  func answerKept(
    _ type: String, _ request: Request, _ context: WebContext,
    _ make: @escaping @Sendable (Register) throws -> String
  ) async throws -> Response {
    try await keep(type, request, context) { ByteBuffer(string: try make($0)) }
  }

  private func keep(
    _ type: String, _ request: Request, _ context: WebContext,
    _ make: @escaping @Sendable (Register) throws -> ByteBuffer
  ) async throws -> Response {
    let day = today.dayNumber
    let revision = try await ask { try $0.revision() }
    let person = context.visitor.audience.rawValue * 2 + (options.asksWho ? 1 : 0)
    let key = "\(person)|\(request.uri.string)"
    let tag = "\"\(revision)-\(day)-\(person)\""
    let headers: HTTPFields = [.contentType: type, .eTag: tag, .cacheControl: Self.revalidate]
    if request.headers[.ifNoneMatch] == tag {
      return Response(status: .notModified, headers: [.eTag: tag, .cacheControl: Self.revalidate])
    }
    if let kept = cache.page(key, revision: revision, day: day) {
      return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: kept))
    }
    let made = try await ask(make)
    cache.keep(made, key, revision: revision, day: day)
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: made))
  }

  /// A browser may keep the answer, and asks each time whether it still holds.
  static let revalidate = "private, no-cache"

  private func html(_ body: ByteBuffer, _ status: HTTPResponse.Status) -> Response {
    Response(
      status: status, headers: [.contentType: "text/html; charset=utf-8"],
      body: ResponseBody(byteBuffer: body))
  }

  private func values(
    _ title: String, _ own: [String: Any], _ request: Request, _ context: WebContext
  ) -> PageValues {
    let path = request.uri.path
    var nav: [(String, String)] = []
    if !options.asksWho || context.visitor.name != nil {
      nav = [
        ("Overview", "/"), ("Requests", "/requests"), ("Recommendations", "/recommendations"),
        ("Actions", "/actions"), ("Meetings", "/meetings"), ("Papers", "/papers"),
      ]
      if context.visitor.role == .officer {
        nav += [("Desk", "/desk"), ("Review", "/review"), ("Upload", "/upload")]
      }
      nav.append(("Downloads", "/downloads"))
      if options.asksWho { nav.append(("Account", "/account")) }
    }
    return PageValues(
      own: own, title: title,
      nav: nav.map { .init(name: $0.0, address: $0.1, isHere: $0.1 == path) })
  }

  /// Sends the browser to another page of this server.
  func go(to address: String) -> Response { Response.redirect(to: address, type: .normal) }

  /// A file to keep.
  ///
  /// Whatever is in it, it is never shown as a page of this server.
  func download(_ text: String, as name: String, type: String) -> Response {
    download(ByteBuffer(string: text), as: name, type: type)
  }

  /// A file to keep, of any bytes.
  func download(_ bytes: ByteBuffer, as name: String, type: String) -> Response {
    download(ResponseBody(byteBuffer: bytes), as: name, type: type)
  }

  /// A file to keep, sent as it is made.
  func download(_ body: ResponseBody, as name: String, type: String) -> Response {
    var response = Response(status: .ok, headers: [.contentType: type], body: body)
    let plain = name.map {
      $0.isASCII && ($0.isLetter || $0.isNumber || ".-_".contains($0)) ? $0 : "-"
    }
    response.headers[.contentDisposition] = "attachment; filename=\"\(String(plain))\""
    return response
  }
}
