import HTTPTypes
import Hummingbird
import MattersLinker
import MattersRecords
import MattersRegister
import MattersReports
import MattersText

/// The register for programs: JSON by the description at `/api/openapi.json`.
///
/// Everything is read; changes are made by people. What is asked wrongly is refused with the reason,
/// so that a program's mistake is not taken for an empty list.
struct APIRoutes {
  let site: Site

  func add(to router: Router<WebContext>) {
    router.get("api") { request, context in
      site.show("api", "API", ["operations": OpenAPI.operations], request, context)
    }
    router.get("api/openapi.json") { request, context in
      try await site.answerKept(Self.type, request, context) { _ in OpenAPI.text }
    }
    for kind in Asked.Kind.allCases {
      router.get("api/\(kind.plural)") { request, context in
        let query = try Self.query(kind, FormFields(of: request), today: site.today)
        let audience = context.visitor.audience
        return try await site.answerKept(Self.type, request, context) { register in
          APIAnswer.list(
            try register.standing(query.filter, for: audience), query,
            path: "/api/\(kind.plural)")
        }
      }
    }
    router.get("api/overview") { request, context in
      let body = FormFields(of: request)["body"]
      let (audience, today) = (context.visitor.audience, site.today)
      return try await site.answerKept(Self.type, request, context) { register in
        APIAnswer.overview(
          try register.figures(for: audience, asOf: today.iso, body: body), asOf: today)
      }
    }
    router.get("api/thread") { request, context in
      let fields = FormFields(of: request)
      guard fields.has("reference") else {
        throw WebError.badQuery("Give the reference of a matter: ?reference=")
      }
      let reference = fields["reference"] ?? ""
      let audience = context.visitor.audience
      return try await site.answerKept(Self.type, request, context) { register in
        guard let matter = try register.matter(named: reference).seen(by: audience) else {
          throw WebError.notFound
        }
        return APIAnswer.thread(matter, try register.paperNumbers(matter.papers))
      }
    }
    router.get("api/papers") { request, context in
      let (page, perPage) = try Self.page(FormFields(of: request))
      let audience = context.visitor.audience
      return try await site.answerKept(Self.type, request, context) { register in
        APIAnswer.papers(
          try register.papers(for: audience, page: page, perPage: perPage), page, perPage)
      }
    }
    router.get("api/papers/:id") { request, context in
      guard let id = context.parameters.get("id").flatMap({ Int64($0) }) else {
        throw WebError.notFound
      }
      let audience = context.visitor.audience
      return try await site.answerKept(Self.type, request, context) { register in
        guard let paper = try register.paper(id, for: audience) else { throw WebError.notFound }
        return APIAnswer.paper(paper)
      }
    }
    router.get("api/meetings") { request, context in
      let (page, perPage) = try Self.page(FormFields(of: request))
      let audience = context.visitor.audience
      return try await site.answerKept(Self.type, request, context) { register in
        APIAnswer.meetings(
          try register.meetings(for: audience, page: page, perPage: perPage), page, perPage)
      }
    }
    router.get("api/search") { request, context in
      let fields = FormFields(of: request)
      let words = fields["q"] ?? ""
      guard fields.has("q"), words.count <= 200 else {
        throw WebError.badQuery("Give the words to look for, at most 200 letters: ?q=")
      }
      let audience = context.visitor.audience
      return try await site.answerKept(Self.type, request, context) { register in
        APIAnswer.search(try register.search(words, most: 50, for: audience))
      }
    }
  }

  static let type = "application/json"

  // MARK: - Reading addresses

  private static func query(
    _ kind: Asked.Kind, _ fields: FormFields, today: PlainDate
  ) throws -> ListQuery {
    let query = ListQuery(kind, fields, today: today)
    if let problem = query.problem {
      throw WebError.badQuery(problem.prefix { $0 != "," } + ".")
    }
    _ = try page(fields)
    if let year = query.filter.year, !(1...9999).contains(year) {
      throw WebError.badQuery("year is a number from 1 to 9999.")
    }
    return query
  }

  private static func page(_ fields: FormFields) throws -> (Int, Int) {
    func number(_ name: String, most: Int, otherwise: Int) throws -> Int {
      guard fields.has(name) else { return otherwise }
      guard let number = fields[name].flatMap({ Int($0) }), (1...most).contains(number) else {
        throw WebError.badQuery("\(name) is a number from 1 to \(most).")
      }
      return number
    }
    return (
      try number("page", most: 1_000_000, otherwise: 1),
      try number("per_page", most: 200, otherwise: 50)
    )
  }
}
