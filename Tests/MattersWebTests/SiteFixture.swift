import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import MattersIngest
import MattersRegister
import MattersTestSupport
import MattersText
import MattersWeb

/// A register of the corpus, or of papers of a test's own, and a server of it.
final class SiteFixture: Sendable {
  let folder: String
  let register: Register

  init(papers: [String] = []) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "matters-web-\(UUID())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path
    register = try Register("\(url.path)/matters.sqlite", for: .creating)
    for (index, paper) in papers.enumerated() {
      let file = url.appending(path: "paper-\(index).txt")
      try Data(paper.utf8).write(to: file)
      _ = try Ingest(into: register).run([file.path])
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The year of the fictional council that the corpus begins with.
  static func year() throws -> SiteFixture {
    let site = try SiteFixture()
    _ = try Ingest(into: site.register).run(
      [ProjectFiles.corpus.appending(path: "brackenmere").path])
    return site
  }

  func options(_ change: (inout WebOptions) -> Void = { _ in }) -> WebOptions {
    var options = WebOptions(person: "A. Clerk") {
      PlainDate(iso: "2024-04-01") ?? PlainDate(dayNumber: 0) ?? Self.noDay
    }
    change(&options)
    return options
  }

  private static var noDay: PlainDate { preconditionFailure("1 April 2024 is a day") }

  /// Runs a test against the server.
  func browse(
    _ options: WebOptions? = nil, live: Bool = false,
    _ test: @Sendable @escaping (Browser) async throws -> Void
  ) async throws {
    let serving = try Register(register.path, for: .serving)
    let server = try WebServer(serving, options ?? self.options())
    try await server.application().test(live ? .live : .router) { client in
      try await test(Browser(client: client))
    }
  }
}

/// Asks pages as a browser does: it keeps the cookie and finds the token of a form.
final class Browser: @unchecked Sendable {
  private let client: any TestClientProtocol
  private var cookie: String?
  /// Headers sent with every request.
  var headers: HTTPFields = [:]

  init(client: any TestClientProtocol) { self.client = client }

  /// An answer, with its body as words.
  struct Answer {
    var status: Int
    var headers: HTTPFields
    var body: String
    var bytes: [UInt8]
  }

  /// Comes back as somebody else.
  func forgetCookie() { cookie = nil }

  func get(_ address: String, headers more: HTTPFields = [:]) async throws -> Answer {
    try await send(address, .get, nil, more)
  }

  /// Sends a form as the page that has it would, with its token.
  func post(
    _ address: String, _ fields: [(String, String)], formAt page: String? = nil,
    headers more: HTTPFields = [:]
  ) async throws -> Answer {
    var fields = fields
    if let page { fields.append(("token", try await token(page))) }
    let body = fields.map { "\(Self.encode($0.0))=\(Self.encode($0.1))" }.joined(separator: "&")
    var headers = more
    headers[.contentType] = "application/x-www-form-urlencoded"
    return try await send(address, .post, ByteBuffer(string: body), headers)
  }

  /// Uploads a file.
  func upload(
    _ name: String, _ contents: String, token: String, to address: String = "/upload",
    with fields: [(String, String)] = []
  ) async throws -> Answer {
    let plain = fields.map { name, value in
      "--mark\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
    }.joined()
    let body = """
      \(plain)--mark\r\nContent-Disposition: form-data; name="token"\r\n\r\n\(token)\r\n--mark\r
      Content-Disposition: form-data; name="paper"; filename="\(name)"\r
      Content-Type: text/plain\r\n\r\n\(contents)\r\n--mark--\r\n
      """
    return try await send(
      address, .post, ByteBuffer(string: body),
      [.contentType: "multipart/form-data; boundary=mark"])
  }

  /// The token of the form on a page.
  func token(_ page: String) async throws -> String {
    let body = try await get(page).body
    return String(
      body.split(separator: "name=\"token\" value=\"").dropFirst().first?.prefix(64) ?? "")
  }

  /// The key under which an upload is kept, from the page that shows it.
  static func draft(in page: Answer) -> String {
    String(
      page.body.split(separator: "name=\"draft\" value=\"").dropFirst().first?.prefix(64) ?? "")
  }

  private func send(
    _ address: String, _ method: HTTPRequest.Method, _ body: ByteBuffer?, _ more: HTTPFields
  ) async throws -> Answer {
    var headers = headers
    for field in more { headers.append(field) }
    if let cookie { headers[.cookie] = cookie }
    let response = try await client.execute(
      uri: address, method: method, headers: headers, body: body)
    if let set = response.headers[.setCookie] {
      cookie = set.split(separator: ";").first.map(String.init)
    }
    return Answer(
      status: Int(response.status.code), headers: response.headers,
      body: String(buffer: response.body), bytes: Array(buffer: response.body))
  }

  private static func encode(_ words: String) -> String {
    words.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }
}
