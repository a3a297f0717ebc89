import Foundation
import HTTPTypes
import MattersLinker
import MattersRecords
import MattersRegister
import MattersTestSupport
import Testing

/// The API answers as its description says.
@Suite struct APITests {
  /// What is asked of each operation of the description.
  static let asked: [String: [String]] = [
    "/api/requests": [
      "", "?state=open&sort=oldest", "?per_page=3&page=2", "?body=none", "?year=2023",
    ],
    "/api/recommendations": ["", "?state=late", "?owner=Cabinet", "?state=refused"],
    "/api/actions": [""],
    "/api/thread": ["?reference=CESC/23-24/IR04", "?reference=CESC/23-24/REC01"],
    "/api/overview": ["", "?body=Communities+and+Environment+Scrutiny+Committee"],
    "/api/papers": ["", "?per_page=2"],
    "/api/papers/{id}": ["1", "2"],
    "/api/meetings": ["", "?page=1000"],
    "/api/search": ["?q=gully", "?q=%22"],
  ]

  @Test func everyAnswerIsAsDescribed() async throws {
    let site = try SiteFixture.year()
    try await site.browse { (browser) async throws -> Void in
      let description = try Self.json(try await browser.get("/api/openapi.json").body)
      let paths = try #require(description["paths"] as? [String: Any])
      #expect(Set(paths.keys) == Set(Self.asked.keys))
      let schemas = SchemaCheck(description)
      for (path, questions) in Self.asked {
        let responses = try #require(
          ((paths[path] as? [String: Any])?["get"] as? [String: Any])?["responses"]
            as? [String: Any])
        for question in questions {
          let address =
            path.contains("{id}")
            ? path.replacingOccurrences(of: "{id}", with: question) : path + question
          let answer = try await browser.get(address)
          #expect(answer.status == 200, "\(address)")
          #expect(answer.headers[.contentType] == "application/json", "\(address)")
          #expect(answer.headers[.eTag] != nil, "\(address)")
          let problems = schemas.problems(try Self.json(answer.body), with: responses, "200")
          #expect(problems == [], "\(address)")
        }
      }
    }
  }

  @Test func whatIsAskedWronglyIsRefusedWithTheReason() async throws {
    let site = try SiteFixture.year()
    try await site.browse { (browser) async throws -> Void in
      let schemas = SchemaCheck(try Self.json(try await browser.get("/api/openapi.json").body))
      for address in [
        "/api/requests?state=nonsense", "/api/requests?page=0", "/api/requests?page=x",
        "/api/requests?per_page=201", "/api/requests?sort=up", "/api/requests?year=mine",
        "/api/thread", "/api/search", "/api/papers?page=-1", "/api/requests?state=late",
      ] {
        let answer = try await browser.get(address)
        #expect(answer.status == 400, "\(address)")
        #expect(answer.headers[.contentType] == "application/problem+json", "\(address)")
        #expect(schemas.problems(try Self.json(answer.body), as: "Problem") == [], "\(address)")
      }
      for address in ["/api/thread?reference=none", "/api/papers/99999", "/api/nothing"] {
        let answer = try await browser.get(address)
        #expect(answer.status == 404, "\(address)")
        #expect(schemas.problems(try Self.json(answer.body), as: "Problem") == [], "\(address)")
      }
    }
  }

  @Test func theCheckFindsWhatIsWrong() async throws {
    let site = try SiteFixture.year()
    try await site.browse { (browser) async throws -> Void in
      let schemas = SchemaCheck(try Self.json(try await browser.get("/api/openapi.json").body))
      for wrong in [
        #"{}"#, #"{"status":"x","title":"t","detail":"d"}"#,
        #"{"status":1,"title":"t","detail":"d","more":1}"#,
      ] {
        #expect(schemas.problems(try Self.json(wrong), as: "Problem") != [])
      }
    }
  }

  @Test func pagesLeadToEachOtherAndHoldEverythingOnce() async throws {
    let site = try SiteFixture.year()
    try await site.browse { (browser) async throws -> Void in
      var seen: [String] = []
      var next: String? = "/api/requests?per_page=5"
      while let address = next {
        let page = try Self.json(try await browser.get(address).body)
        seen += (page["items"] as? [[String: Any]] ?? []).compactMap { $0["reference"] as? String }
        next = page["next"] as? String
      }
      #expect(seen.count == 17)
      #expect(Set(seen).count == 17)
    }
  }

  @Test func theFeedIsWellFormedAndTellsWhatChanged() async throws {
    let site = try SiteFixture.year()
    try await site.browse { (browser) async throws -> Void in
      let feed = try await browser.get(
        "/feed.atom?body=Communities+and+Environment+Scrutiny+Committee")
      #expect(feed.status == 200)
      #expect(feed.headers[.contentType]?.hasPrefix("application/atom+xml") == true)
      let entries = feed.body.components(separatedBy: "<entry>").count - 1
      #expect(entries > 10)
      let ids = feed.body.components(separatedBy: "<id>").dropFirst(2).map {
        $0.prefix { $0 != "<" }
      }
      #expect(Set(ids).count == entries)
      #expect(feed.body.contains("<link href=\"/thread/CESC/23-24/"))
      let other = try await browser.get("/feed.atom?body=No+Such+Committee").body
      #expect(!other.contains("<entry>"))
    }
  }

  static func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }
}

/// Holds JSON to the schemas of a description: the part of JSON Schema that the description uses.
struct SchemaCheck {
  private let schemas: [String: Any]

  init(_ description: [String: Any]) {
    schemas = (description["components"] as? [String: Any])?["schemas"] as? [String: Any] ?? [:]
  }

  func problems(_ value: Any, as name: String) -> [String] {
    check(value, ["$ref": "#/components/schemas/\(name)"], "answer")
  }

  func problems(_ value: Any, with responses: [String: Any], _ status: String) -> [String] {
    let content = (responses[status] as? [String: Any])?["content"] as? [String: Any]
    let type = content?["application/json"] as? [String: Any]
    guard let schema = type?["schema"] as? [String: Any] else { return ["no schema"] }
    return check(value, schema, "answer")
  }

  private func check(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
    if let name = (schema["$ref"] as? String)?.split(separator: "/").last {
      guard let named = schemas[String(name)] as? [String: Any] else { return ["no \(name)"] }
      return check(value, named, place)
    }
    switch schema["type"] as? String {
    case "object": return object(value, schema, place)
    case "array":
      guard let items = value as? [Any] else { return ["\(place): no array"] }
      var found: [String] = []
      if let least = schema["minItems"] as? Int, items.count < least {
        found.append("\(place): few")
      }
      let schema = schema["items"] as? [String: Any] ?? [:]
      for (index, item) in items.enumerated() { found += check(item, schema, "\(place)[\(index)]") }
      return found
    case "string":
      guard let words = value as? String else { return ["\(place): no words"] }
      if let known = schema["enum"] as? [String], !known.contains(words) {
        return ["\(place): \(words)"]
      }
      if let pattern = schema["pattern"] as? String,
        words.range(of: pattern, options: .regularExpression) == nil
      {
        return ["\(place): \(words)"]
      }
      return []
    case "integer": return value is Int ? [] : ["\(place): no number"]
    default: return ["\(place): a schema without a type"]
    }
  }

  private func object(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
    guard let object = value as? [String: Any],
      let properties = schema["properties"] as? [String: [String: Any]]
    else { return ["\(place): no object"] }
    var found = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }
      .map { "\(place): without \($0)" }
    for (key, item) in object {
      if let schema = properties[key] {
        found += check(item, schema, "\(place).\(key)")
      } else {
        found.append("\(place): \(key) is not described")
      }
    }
    return found
  }
}
