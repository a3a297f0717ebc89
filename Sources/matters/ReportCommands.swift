import ArgumentParser
import MattersArising
import MattersLinker
import MattersRegister
import MattersReports

/// `matters report recommendations`: the Scrutiny Recommendation Tracker.
struct RecommendationsReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recommendations",
    abstract: "The tracker of a committee's recommendations and what the executive answered.",
    discussion: """
      With --year it has the recommendations of that municipal year, and those of
      earlier years that are not implemented.

      EXAMPLES
        matters report recommendations --body PSC --year 2023
        matters report recommendations --format csv -o recommendations.csv
      """)

  @OptionGroup var scope: ReportScopeOptions
  @OptionGroup var form: ReportForm

  func run() throws {
    try form.run(scope) { register, scope in
      RecommendationsReport.make(
        try register.matters(MatterFilter(kind: .recommendation, body: scope.body)), scope)
    }
  }
}

/// `matters report actions`: the action log.
struct ActionsReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actions", abstract: "The action log: what is open, then what is done.",
    discussion: """
      EXAMPLES
        matters report actions --body PSC
        matters report actions --format html -o actions.html
      """)

  @OptionGroup var scope: ReportScopeOptions
  @OptionGroup var form: ReportForm

  func run() throws {
    try form.run(scope) { register, scope in
      ActionsReport.make(
        try register.matters(MatterFilter(kind: .action, body: scope.body)), scope)
    }
  }
}

/// `matters report work-programme`: what each meeting is to consider.
struct ProgrammeReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "work-programme",
    abstract: "The work programme, meeting by meeting.",
    discussion: """
      As the newest paper has it, with what was entered since (matters programme).

      EXAMPLES
        matters report work-programme --body PSC
      """)

  @OptionGroup var scope: ReportScopeOptions
  @OptionGroup var form: ReportForm

  func run() throws {
    try form.run(scope) { register, scope in
      PaperReports.programme(
        try register.records([.workProgrammeItem], body: scope.body),
        entered: try register.programme(within: scope.body), scope)
    }
  }
}

/// `matters report questions`: questions from the public.
struct QuestionsReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "questions", abstract: "Questions from the public and their answers.",
    discussion: """
      EXAMPLES
        matters report questions --body PSC --year 2023
      """)

  @OptionGroup var scope: ReportScopeOptions
  @OptionGroup var form: ReportForm

  func run() throws {
    try form.run(scope) { register, scope in
      PaperReports.questions(try register.records([.publicQuestion], body: scope.body), scope)
    }
  }
}

/// `matters report plan`: an improvement plan.
struct PlanReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "The actions of an improvement plan, by rating and deadline.",
    discussion: """
      The newest paper that has a plan is given back.

      EXAMPLES
        matters report plan --format html -o plan.html
      """)

  @OptionGroup var scope: ReportScopeOptions
  @OptionGroup var form: ReportForm

  func run() throws {
    try form.run(scope) { register, scope in
      PlanReport.make(try register.records([.planAction], body: scope.body), scope)
    }
  }
}

/// `matters report annual`: the year in figures.
struct AnnualReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annual",
    abstract: "What scrutiny asked for in a municipal year and what came of it, in figures.",
    discussion: """
      How much was asked for, accepted, implemented and answered in time, by
      committee and by decision maker, and what became of the work programme. The
      time for an answer is estimated from the meeting. HTML and Word files have a
      chart; the other forms say it in words.

      EXAMPLES
        matters report annual --year 2023 --format html -o annual.html
        matters report annual --body PSC --year 2023 --format csv
      """)

  @OptionGroup var scope: ReportScopeOptions

  @Option(help: "england, wales, scotland or northern_ireland.")
  var nation = Nation.england

  @OptionGroup var form: ReportForm

  func run() throws {
    try form.run(scope) { register, scope in
      let matters = try Asked.Kind.allCases.flatMap {
        try register.matters(MatterFilter(kind: $0, body: scope.body))
      }
      let questions = try register.records([.publicQuestion], body: scope.body)
      return AnnualReport.make(
        matters, questions: questions, programme: try register.programme(within: scope.body), scope,
        nation: nation)
    }
  }
}
