import MattersLinker
import MattersRecords
import MattersRegister
import MattersReports
import MattersText

/// Makes reports from what an audience may see.
struct ReportMaker {
  let register: Register
  let audience: Audience
  let nation: Nation

  func make(_ question: ReportRoutes.Question) throws -> PlainReport {
    let report = try report(question)
    return try register.givesReferences ? report.withReferences : report
  }

  private func report(_ question: ReportRoutes.Question) throws -> PlainReport {
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
    case .programme:
      return PaperReports.programme(
        try records([.workProgrammeItem], body),
        entered: try register.programme(within: body).filter {
          audience == .officers || !$0.isWithheld
        }, scope)
    case .questions: return PaperReports.questions(try records([.publicQuestion], body), scope)
    case .plan: return PlanReport.make(try records([.planAction], body), scope)
    case .annual:
      return AnnualReport.make(
        try Asked.Kind.allCases.flatMap { try matters($0, body) },
        questions: try records([.publicQuestion], body),
        programme: try register.programme(within: body), scope, nation: nation)
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
