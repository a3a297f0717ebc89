import HTTPTypes
import Hummingbird
import Logging
import MattersRecords
import MattersRegister

/// Says in words what went wrong; nothing of the program's inside reaches the page.
struct ProblemPages: RouterMiddleware {
  typealias Context = WebContext
  let site: Site

  func handle(_ request: Request, context: WebContext, next: Next) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let error as WebError {
      if case .signInFirst = error, wantsPage(request), site.users != nil {
        return site.go(to: Address.query("/sign-in", [("to", request.uri.string)]))
      }
      var response = problem(error.status, error.title, error.explanation, request, context)
      if case .tooManyAttempts(let seconds) = error {
        response.headers[.retryAfter] = String(seconds)
      }
      if case .wrongMethod = error {
        let isRead = request.uri.path.hasPrefix("/api")
        response.headers[.allow] = isRead ? "GET, HEAD" : "GET, HEAD, POST"
      }
      return response
    } catch let error as RegisterError {
      switch error {
      case .unknown, .ambiguous:
        let missing = WebError.notFound
        return problem(404, missing.title, missing.explanation, request, context)
      default:
        context.logger.error("the register could not be used")
        return problem(
          503, "The register cannot be used just now",
          "Try again in a minute. If it stays so, tell whoever runs this service.", request,
          context)
      }
    } catch let error as any HTTPResponseError {
      let status = Int(error.status.code)
      let isMissing = status == 404 || status == 405
      return problem(
        status, isMissing ? WebError.notFound.title : "The request was not understood",
        isMissing ? WebError.notFound.explanation : "Go back and try again.", request, context)
    } catch {
      // The error may quote a paper; its type says enough.
      context.logger.error("a request failed: \(type(of: error))")
      return problem(
        500, "Something went wrong", "Try again. If it stays so, tell whoever runs this service.",
        request, context)
    }
  }

  private func wantsPage(_ request: Request) -> Bool {
    request.method == .get && !request.uri.path.hasPrefix("/api")
      && !request.uri.path.hasSuffix(".atom")
  }

  private func problem(
    _ status: Int, _ title: String, _ explanation: String, _ request: Request,
    _ context: WebContext
  ) -> Response {
    guard !request.uri.path.hasPrefix("/api") else {
      var json = JSONText()
      json.beginObject()
      json.key("status")
      json.number(status)
      json.key("title")
      json.string(title)
      json.key("detail")
      json.string(explanation)
      json.endObject()
      return Response(
        status: .init(code: status), headers: [.contentType: "application/problem+json"],
        body: ResponseBody(byteBuffer: .init(string: json.text + "\n")))
    }
    return site.show(
      "problem", title, ["explanation": explanation], request, context,
      status: .init(code: status))
  }
}
