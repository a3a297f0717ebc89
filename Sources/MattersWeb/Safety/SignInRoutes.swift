import Hummingbird

/// Signing in and out.
struct SignInRoutes {
  let site: Site

  func add(to router: Router<WebContext>) {
    router.get("account") { request, context in
      let visitor = context.visitor
      return site.showForm(
        "account", "Your account",
        [
          "person": visitor.name ?? "", "role": visitor.role.rawValue,
          "maySignOut": site.users != nil,
        ], request, context)
    }
    guard site.users != nil else { return }
    router.get("sign-in") { request, context in
      form(request, context, to: FormFields(of: request)["to"])
    }
    router.post("sign-in") { request, context in try await signIn(request, context) }
    router.post("sign-out") { request, context in
      _ = try await site.change(request, context, by: .reader)
      if let visit = context.visitor.visit { site.visits.end(visit) }
      var response = site.go(to: "/sign-in")
      response.setCookie(site.cookie("ended", ends: true))
      return response
    }
  }

  private func form(
    _ request: Request, _ context: WebContext, to: String?, problem: String? = nil
  ) -> Response {
    var values: [String: Any] = ["to": Self.local(to)]
    if let problem { values["problem"] = problem }
    return site.showForm(
      "sign-in", problem == nil ? "Sign in" : "Error: Sign in", values, request, context,
      status: problem == nil ? .ok : .init(code: 422))
  }

  private func signIn(_ request: Request, _ context: WebContext) async throws -> Response {
    let fields = try await site.change(request, context, by: .reader)
    let name = fields["name"] ?? ""
    let password = fields.fields.first { $0.name == "password" }?.value ?? ""
    guard name.utf8.count <= 200, password.utf8.count <= 1000 else {
      return form(request, context, to: fields["to"], problem: Self.wrong)
    }
    if let seconds = site.attempts.wait(name: name, address: context.address) {
      throw WebError.tooManyAttempts(seconds: seconds)
    }
    site.attempts.note(name: name, address: context.address)
    let users = site.users
    guard let person = try await site.hash({ try users?.person(name, password) }) else {
      return form(request, context, to: fields["to"], problem: Self.wrong)
    }
    site.attempts.forget(name: name, address: context.address)
    // A key from before signing in may be known to others.
    if let visit = context.visitor.visit { site.visits.end(visit) }
    var response = site.go(to: Self.local(fields["to"]))
    response.setCookie(site.cookie(site.visits.begin(person.name, person.role)))
    return response
  }

  private static let wrong = "The name or the password is not right"

  /// An address of this server, or the first page: a form must not lead people elsewhere.
  static func local(_ address: String?) -> String {
    guard let address, address.hasPrefix("/"), !address.hasPrefix("//"),
      address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
    else { return "/" }
    return address
  }
}
