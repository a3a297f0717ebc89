import Hummingbird
import MattersLinker
import MattersOffice
import MattersRecords
import MattersRegister
import MattersReports
import MattersText
import NIOCore

/// Every report as a download, with what the audience may see and nothing else.
struct ReportRoutes {
  let site: Site

  func add(to router: Router<WebContext>) {
    router.get("downloads/report") { request, context in
      let fields = FormFields(of: request)
      let question: Question
      do {
        question = try Question(fields, today: site.today)
      } catch WebError.badForm(let problem, _) {
        return try await DownloadRoutes(site: site).page(request, context, problem: problem)
      }
      let (audience, nation) = (context.visitor.audience, site.options.nation)
      let report = try await site.ask { register in
        var report = try ReportMaker(register: register, audience: audience, nation: nation)
          .make(question)
        report.head = try register.headHash()
        return report
      }
      let scope = [question.body.map(ShortName.of), question.day.iso].compactMap { $0 }
      let name = ([question.kind.rawValue] + scope).joined(separator: "-")
      let bytes: ByteBuffer
      do {
        bytes = try await question.form.write(report, on: site.today, site)
      } catch let error as OfficeError {
        return try await DownloadRoutes(site: site).page(
          request, context, problem: error.explanation)
      }
      return site.download(
        bytes, as: "\(name).\(question.form.ending)", type: question.form.type)
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
        guard let number = MunicipalYear.read(words), (1900...2200).contains(number) else {
          throw WebError.badForm("Give the municipal year, such as 2023-24 or 2023.")
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
