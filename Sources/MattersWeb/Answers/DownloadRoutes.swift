import Hummingbird
import MattersLinker
import MattersRecords
import MattersRegister
import MattersReports
import MattersText

/// Reports and lists to keep.
///
/// A further report is a further case of ``ReportForm`` or a row here.
struct DownloadRoutes {
  let site: Site

  func add(to router: Router<WebContext>) {
    router.get("downloads") { request, context in
      try await page(request, context, problem: nil)
    }
    router.get("downloads/progress") { request, context in
      try await progress(request, context)
    }
    router.get("downloads/:file") { request, context in
      let parts = (context.parameters.get("file") ?? "").split(separator: ".")
      guard parts.count == 2, let form = ListForm(rawValue: String(parts[1])) else {
        throw WebError.notFound
      }
      return try await list(String(parts[0]), form, request, context)
    }
  }

  /// The forms of a report.
  enum ReportForm: String, CaseIterable {
    case html, markdown, csv, json

    var name: String {
      switch self {
      case .html: "Web page, for print and Word"
      case .markdown: "Markdown"
      case .csv: "CSV, for spreadsheets"
      case .json: "JSON, for programs"
      }
    }

    var type: String {
      switch self {
      case .html: "text/html; charset=utf-8"
      case .markdown: "text/markdown; charset=utf-8"
      case .csv: "text/csv; charset=utf-8"
      case .json: "application/json"
      }
    }

    var ending: String { self == .markdown ? "md" : rawValue }
  }

  /// The forms of a list.
  enum ListForm: String, CaseIterable { case csv, md, json }

  private func page(
    _ request: Request, _ context: WebContext, problem: String?
  ) async throws -> Response {
    let audience = context.visitor.audience
    let (bodies, meeting) = try await site.ask { register in
      (
        try register.choices(for: audience, kind: .request).bodies,
        try register.meetings(page: 1, perPage: 1).meetings.first?.date
      )
    }
    let lists =
      Asked.Kind.allCases.map { ($0.heading, $0.plural) }
      + (site.options.nation == .england
        ? [("Recommendations past the time for an answer", "overdue")] : [])
    var values: [String: Any] = [
      "bodies": bodies.map { Choice($0) }, "day": meeting ?? site.today.iso,
      "formats": ReportForm.allCases.map { Choice($0.name, value: $0.rawValue) },
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

  private func progress(_ request: Request, _ context: WebContext) async throws -> Response {
    let fields = FormFields(of: request)
    guard let name = fields["body"], let words = fields["meeting"],
      let meeting = DayField.read(words),
      let form = ReportForm(rawValue: fields["format"] ?? "html")
    else {
      return try await page(
        request, context,
        problem: "Choose a committee, a form, and a day such as 2024-03-12 or 12 March 2024.")
    }
    let audience = context.visitor.audience
    let report = try await site.ask { register in
      let body = try register.bodies(meaning: name).first
      return ProgressReport(
        body: body ?? name, meeting: meeting,
        matters: try register.matters(MatterFilter(kind: .request, body: body ?? name))
          .compactMap { $0.seen(by: audience) },
        issued: try register.issuedAsCompleted(body: body ?? name, before: meeting))
    }
    let text =
      switch form {
      case .html: report.html
      case .markdown: report.markdown
      case .csv: report.csv
      case .json: report.json
      }
    return site.download(
      text, as: "progress-\(ShortName.of(report.body))-\(meeting.iso).\(form.ending)",
      type: form.type)
  }

  private func list(
    _ name: String, _ form: ListForm, _ request: Request, _ context: WebContext
  ) async throws -> Response {
    let fields = FormFields(of: request)
    let (audience, today, nation) = (context.visitor.audience, site.today, site.options.nation)
    if name == "overdue" {
      let listing = try await site.ask { register in
        OverdueListing(
          try register.matters(MatterFilter(kind: .recommendation, body: fields["body"]))
            .compactMap { $0.seen(by: audience) }, asOf: today, nation: nation)
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
