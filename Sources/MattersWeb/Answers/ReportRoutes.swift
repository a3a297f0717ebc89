import Hummingbird
import MattersLinker
import MattersRecords
import MattersRegister
import MattersReports
import MattersText

/// Every report as a download, with what the audience may see and nothing else.
struct ReportRoutes {
  let site: Site

  func add(to router: Router<WebContext>) {
    router.get("downloads/report") { request, context in
      let fields = FormFields(of: request)
      let question: Question
      do {
        question = try Question(fields, today: site.today)
      } catch WebError.badForm(let problem) {
        return try await DownloadRoutes(site: site).page(request, context, problem: problem)
      }
      let (audience, nation) = (context.visitor.audience, site.options.nation)
      let report = try await site.ask { register in
        try ReportMaker(register: register, audience: audience, nation: nation).make(question)
      }
      let scope = [question.body.map(ShortName.of), question.day.iso].compactMap { $0 }
      return site.download(
        question.form.write(report),
        as: ([question.kind.rawValue] + scope).joined(separator: "-") + ".\(question.form.ending)",
        type: question.form.type)
    }
  }

  /// What the form of the page asks for.
  struct Question: Sendable {
    var kind: ReportKind
    var form: ReportForm
    var body: String?
    var day: PlainDate
    var year: Int?

    init(_ fields: FormFields, today: PlainDate) throws {
      guard let kind = ReportKind(rawValue: fields["report"] ?? "progress") else {
        throw WebError.badForm("There is no such report. Choose one.")
      }
      guard let form = ReportForm(rawValue: fields["format"] ?? "html") else {
        throw WebError.badForm("There is no such form. Choose one.")
      }
      body = fields["body"]
      if kind.isOfMeeting, body == nil {
        throw WebError.badForm("This report is of one committee. Choose one.")
      }
      if let words = fields["meeting"] {
        guard let read = DayField.read(words) else {
          throw WebError.badForm("Give the day, such as 2024-03-12 or 12 March 2024.")
        }
        day = read
      } else {
        day = today
      }
      if let words = fields["year"] {
        guard let number = Int(words), (1900...2200).contains(number) else {
          throw WebError.badForm("Give the year in which the municipal year begins, such as 2023.")
        }
        year = number
      }
      self.kind = kind
      self.form = form
    }
  }
}

/// The reports.
///
/// A further one is a further case, and a case of ``ReportMaker``.
enum ReportKind: String, CaseIterable, Sendable {
  case progress, officer, recommendations, actions, programme, questions, plan, annual

  /// Whether it is of one committee and for one meeting.
  var isOfMeeting: Bool { self == .progress || self == .officer }

  var name: String {
    switch self {
    case .progress: "Progress report: the table of information requests"
    case .officer: "Progress report: the whole officer’s report"
    case .recommendations: "Recommendations"
    case .actions: "Actions"
    case .programme: "Work programme"
    case .questions: "Public questions"
    case .plan: "Improvement plan"
    case .annual: "Annual report"
    }
  }
}

/// The forms of a report.
///
/// A further one, as an office format, is a further case.
enum ReportForm: String, CaseIterable, Sendable {
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

  func write(_ report: PlainReport) -> String {
    switch self {
    case .html: report.html
    case .markdown: report.markdown
    case .csv: report.csv
    case .json: report.json
    }
  }
}

/// Makes reports from what an audience may see.
struct ReportMaker {
  let register: Register
  let audience: Audience
  let nation: Nation

  func make(_ question: ReportRoutes.Question) throws -> PlainReport {
    let body = try question.body.map { try register.bodies(meaning: $0).first ?? $0 }
    let scope = ReportScope(body: body, year: question.year, asOf: question.day)
    switch question.kind {
    case .progress: return try progress(body ?? "", question.day).plain
    case .officer:
      return OfficerReport.make(
        try progress(body ?? "", question.day),
        recommendations: try matters(.recommendation, body),
        records: try records([.minute, .resolution], body))
    case .recommendations:
      return RecommendationsReport.make(try matters(.recommendation, body), scope)
    case .actions: return ActionsReport.make(try matters(.action, body), scope)
    case .programme: return PaperReports.programme(try records([.workProgrammeItem], body), scope)
    case .questions: return PaperReports.questions(try records([.publicQuestion], body), scope)
    case .plan: return PlanReport.make(try records([.planAction], body), scope)
    case .annual:
      return AnnualReport.make(
        try Asked.Kind.allCases.flatMap { try matters($0, body) },
        questions: try records([.publicQuestion], body), scope, nation: nation)
    }
  }

  private func progress(_ body: String, _ meeting: PlainDate) throws -> ProgressReport {
    ProgressReport(
      body: body, meeting: meeting, matters: try matters(.request, body),
      issued: try register.issuedAsCompleted(body: body, before: meeting))
  }

  private func matters(_ kind: Asked.Kind, _ body: String?) throws -> [RegisteredMatter] {
    try register.matters(MatterFilter(kind: kind, body: body)).compactMap { $0.seen(by: audience) }
  }

  private func records(_ kinds: [RecordKind], _ body: String?) throws -> [LaidRecord] {
    try register.records(kinds, body: body).filter {
      audience == .officers || $0.record.access == .public
    }
  }
}
