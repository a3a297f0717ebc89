import Hummingbird
import MattersLinker
import MattersRecords
import MattersRegister
import MattersReports
import MattersText

/// The page of downloads, and the lists.
struct DownloadRoutes {
  let site: Site

  func add(to router: Router<WebContext>) {
    router.get("downloads") { request, context in
      try await page(request, context, problem: nil)
    }
    router.get("downloads/:file") { request, context in
      let parts = (context.parameters.get("file") ?? "").split(separator: ".")
      guard parts.count == 2, let form = ListForm(rawValue: String(parts[1])) else {
        throw WebError.notFound
      }
      return try await list(String(parts[0]), form, request, context)
    }
  }

  /// The forms of a list.
  enum ListForm: String, CaseIterable { case csv, md, json }

  func page(
    _ request: Request, _ context: WebContext, problem: String?
  ) async throws -> Response {
    let audience = context.visitor.audience
    let (bodies, meeting) = try await site.ask { register in
      (
        try register.choices(for: audience, kind: .request).bodies,
        try register.meetings(for: audience, page: 1, perPage: 1).meetings.first?.date
      )
    }
    let lists =
      Asked.Kind.allCases.map { ($0.heading, $0.plural) }
      + (site.options.nation == .england
        ? [("Recommendations past the time for an answer", "overdue")] : [])
    var values: [String: Any] = [
      "bodies": bodies.map { Choice($0) }, "day": meeting ?? site.today.iso,
      "reports": ReportKind.allCases.map { Choice($0.name, value: $0.rawValue) },
      "formats": ReportForm.allCases.map { Choice($0.name, value: $0.rawValue) },
      "exports": ExportRoutes.choices(for: context.visitor.role),
      "lists": lists.map { name, path -> [String: Any] in
        [
          "name": name,
          "forms": [("CSV", "csv"), ("Markdown", "md"), ("JSON", "json")].map {
            ["form": $0, "address": "/downloads/\(path).\($1)"]
          },
        ]
      },
    ]
    if let problem { values["problem"] = problem }
    return site.show(
      "downloads", "Downloads", values, request, context,
      status: problem == nil ? .ok : .init(code: 422))
  }

  private func list(
    _ name: String, _ form: ListForm, _ request: Request, _ context: WebContext
  ) async throws -> Response {
    let fields = FormFields(of: request)
    let (audience, today, nation) = (context.visitor.audience, site.today, site.options.nation)
    if name == "overdue" {
      let listing = try await site.ask { register in
        let matters = try Asked.Kind.allCases.flatMap {
          try register.matters(MatterFilter(kind: $0, body: fields["body"]))
        }
        return OverdueListing(
          matters.compactMap { $0.seen(by: audience) }, asOf: today, nation: nation,
          council: try register.council(), calendar: try register.calendar())
      }
      return file(name, form, csv: [listing.table], json: listing.json)
    }
    guard let kind = Asked.Kind.allCases.first(where: { $0.plural == name }) else {
      throw WebError.notFound
    }
    let query = ListQuery(kind, fields, today: today)
    let listing = try await site.ask { register in
      let matters = try register.matters(MatterFilter(kind: kind, body: query.filter.body))
        .compactMap { $0.seen(by: audience) }
      let shown =
        query.isNarrowed
        ? Set(try register.references(query.filter, for: audience)) : nil
      return MatterListing(
        kind, matters.filter { shown?.contains($0.reference) ?? true }, asOf: today,
        onlyUnresolved: false)
    }
    return file(
      name, form, csv: MatterListing.Group.allCases.map { listing.table($0) }, json: listing.json)
  }

  private func file(
    _ name: String, _ form: ListForm, csv tables: [ReportTable], json: String
  ) -> Response {
    let table = ReportTable(
      caption: name, columns: tables.first?.columns ?? [], rows: tables.flatMap(\.rows))
    return switch form {
    case .csv:
      site.download(CSVWriter.table(table), as: "\(name).csv", type: "text/csv; charset=utf-8")
    case .md:
      site.download(
        MarkdownWriter.table(table), as: "\(name).md", type: "text/markdown; charset=utf-8")
    case .json: site.download(json, as: "\(name).json", type: "application/json")
    }
  }
}

/// A day as people type it.
enum DayField {
  static func read(_ words: String) -> PlainDate? {
    PlainDate(iso: words) ?? DateReader.whole(words).flatMap { PlainDate(iso: $0) }
  }
}
