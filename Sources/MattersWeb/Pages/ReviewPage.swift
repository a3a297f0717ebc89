import Hummingbird
import MattersLinker
import MattersRecords
import MattersRegister
import MattersText

/// Checks and review: what only a person can say, where papers disagree, and what was read with
/// doubt.
struct ReviewPage {
  let site: Site
  /// How many questions are on a page: each quotes two papers and more.
  private let perPage = 10

  func add(to router: Router<WebContext>) {
    router.get("review") { request, context in
      try await show(FormFields(of: request), request, context)
    }
    router.get("review/records") { request, context in
      guard context.visitor.role == .officer else { throw WebError.notAllowed }
      let page = max(1, FormFields(of: request)["page"].flatMap { Int($0) } ?? 1)
      return try await site.showKept("doubts", request, context) { register in
        ("Records that were read with doubt", try Self.doubts(register, page))
      }
    }
    router.post("review/answer") { request, context in
      let fields = try await site.change(request, context)
      do {
        return try await answer(fields, context)
      } catch WebError.badForm(let problem, let field) {
        // Several questions are on the page, each with fields of these names.
        let place = field.map { "\(fields["code"] ?? "")-\($0)" }
        return try await show(fields, request, context, problem: FormProblem(problem, place))
      }
    }
    router.post("review/undo") { request, context in
      let fields = try await site.change(request, context)
      let person = site.person(context)
      guard let verdict = fields["verdict"].flatMap({ Int64($0) }),
        try await site.ask({ try $0.takeBack(verdict: verdict, by: person) })
      else { throw WebError.notFound }
      return site.go(to: Address.query("/review", [("done", Done.reopened.rawValue)]))
    }
  }

  // MARK: - Showing

  private func show(
    _ fields: FormFields, _ request: Request, _ context: WebContext, problem: FormProblem? = nil
  ) async throws -> Response {
    guard context.visitor.role == .officer else { throw WebError.notAllowed }
    let page = max(1, fields["page"].flatMap { Int($0) } ?? 1)
    let (perPage, nation, site) = (perPage, site.options.nation, site)
    return try await site.ask { register in
      let bodies = try register.bodies()
      let body = fields["body"].flatMap { name in bodies.first { $0 == name } }
      let questions = try register.questions(body: body)
      let last = max(1, (questions.count + perPage - 1) / perPage)
      let start = (min(page, last) - 1) * perPage
      let shown = questions.dropFirst(start).prefix(perPage)
      let quotations = try register.quotations(
        of: shown.flatMap { question in [question.record] + question.candidates.map(\.record) })
      let verdicts = try register.verdictLines(most: 20)
      var values: [String: Any] = [
        "bodies": bodies.map { Choice($0, chosen: body) },
        "chosenBody": body ?? "", "hasQuestions": !questions.isEmpty,
        "questionCount": questions.count,
        "questionsCounted": questions.count == 1 ? "question" : "questions",
        "questions": shown.map { question in
          QuestionCard(question: question, quotations: quotations, problem: problem)
        },
        "hasVerdicts": !verdicts.isEmpty,
        "verdicts": verdicts.map { VerdictView(verdict: $0) },
      ]
      if let done = fields["done"].flatMap(Done.init(rawValue:)) { values["done"] = done.inWords }
      if let problem { values["problem"] = problem }
      // All matters of a committee are compared, so that one committee is looked at at a time.
      values["needsBody"] = body == nil
      let disagreements = try body.map { try Self.disagreements(register, $0, nation) }
      values["agree"] = disagreements?.isEmpty == true
      values["disagreements"] = disagreements ?? []
      if let pager = Pager(
        page: page, count: questions.count, perPage: perPage,
        address: { Address.query("/review", [("page", String($0)), ("body", body)]) })
      {
        values["pages"] = pager
      }
      return site.showForm(
        "review", (problem == nil ? "" : "Error: ") + "Checks and review", values, request,
        context, status: problem == nil ? .ok : .init(code: 422))
    }
  }

  private static func disagreements(
    _ register: Register, _ body: String, _ nation: Nation
  ) throws -> [[String: Any]] {
    try Asked.Kind.allCases.flatMap { kind in
      Disagreements.all(
        in: try register.matters(MatterFilter(kind: kind, body: body)), nation: nation,
        arrangements: try register.council()?.arrangements)
    }.prefix(200).map { one in
      [
        "address": Address.thread(one.reference), "reference": one.reference,
        "what": one.kind.inWords,
        "sides": [one.first, one.second].compactMap { $0 }.map { side in
          side.place.isEmpty ? side.words : "\(side.words) (\(side.place))"
        },
      ]
    }
  }

  private static func doubts(_ register: Register, _ page: Int) throws -> [String: Any] {
    let items = try register.reviewItems(page: page, perPage: 50)
    var values: [String: Any] = ["hasDoubts": !items.doubts.isEmpty]
    if !items.doubts.isEmpty {
      values["table"] = PlainTable(
        caption: "Doubtful records first", columns: ["Where", "Read as", "Why it is not certain"],
        rows: items.doubts.map { doubt in
          [
            .init(
              "\(doubt.name), line \(doubt.lines.first)",
              to: Address.paper(doubt.paper, marking: doubt.lines)),
            .init(doubt.kind.inWords), .init("\(doubt.certainty.rawValue): \(doubt.because)"),
          ]
        })
    }
    if let pager = Pager(
      page: page, count: items.doubtCount, perPage: 50,
      address: { Address.query("/review/records", [("page", String($0))]) })
    {
      values["pages"] = pager
    }
    return values
  }

  // MARK: - Answering

  private func answer(_ fields: FormFields, _ context: WebContext) async throws -> Response {
    let form = FormReader(fields: fields, person: site.person(context), today: site.today)
    let done = try await site.ask { register in
      guard let question = try register.questions().first(where: { $0.code == form["code"] })
      else { throw WebError.badForm("This question is open no longer.") }
      return try Self.record(form, question, register)
    }
    return site.go(
      to: Address.query("/review", [("done", done.rawValue), ("body", fields["body"])]))
  }

  private static func record(
    _ form: FormReader, _ question: ReviewQuestion, _ register: Register
  ) throws -> Done {
    let note = try form.note()
    let chosen: String
    switch form["answer"] {
    case nil: throw WebError.badForm("Say what it is.", field: "answer")
    case "none":
      try register.reject(question, note: note, enteredBy: form.person)
      return .rejected
    case "other": chosen = try form.matter("to", in: register).reference
    case let reference?:
      guard question.candidates.contains(where: { $0.reference == reference }) else {
        throw WebError.badForm("Say what it is.", field: "answer")
      }
      chosen = reference
    }
    try register.accept(question, as: chosen, note: note, enteredBy: form.person)
    return .linked
  }
}
