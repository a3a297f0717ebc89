import Hummingbird
import MattersLinker
import MattersRecords
import MattersRegister

/// Where an officer says to which matter a record belongs that was linked to none.
struct PlacePage {
  let site: Site

  func add(to router: Router<WebContext>) {
    router.get("review/place") { request, context in
      try site.allow(context, .officer)
      return try await show(FormFields(of: request), request, context)
    }
    router.post("review/place") { request, context in
      let fields = try await site.change(request, context)
      do {
        return try await record(fields, context)
      } catch WebError.badForm(let problem, let field) {
        return try await show(fields, request, context, problem: FormProblem(problem, field))
      }
    }
  }

  private static func place(_ fields: FormFields) throws -> (paper: Int64, record: String) {
    guard let paper = fields["paper"].flatMap({ Int64($0) }), let record = fields["record"] else {
      throw WebError.notFound
    }
    return (paper, record)
  }

  private func show(
    _ fields: FormFields, _ request: Request, _ context: WebContext, problem: FormProblem? = nil
  ) async throws -> Response {
    let (paper, record) = try Self.place(fields)
    guard let quoted = try await site.ask({ try $0.quotation(of: record, in: paper) }) else {
      throw WebError.notFound
    }
    var values: [String: Any] = [
      "own": QuotationView(quoted), "recordKind": quoted.record.kind.inWords.lowercased(),
      "fields": FormProblem.marked(
        [
          FormField("paper", "", .hidden, value: fields["paper"]),
          FormField("record", "", .hidden, value: fields["record"]),
          FormField(
            "to", "Reference of what it belongs to", .short, hint: "For example, PSC/23-24/IR01",
            value: fields["to"], required: true),
          FormField("note", "Why, if you want to say", .text, value: fields["note"]),
        ], problem),
    ]
    if let problem { values["problem"] = problem }
    return site.showForm(
      "place", (problem == nil ? "" : "Error: ") + "Say where a record belongs", values, request,
      context, status: problem == nil ? .ok : .init(code: 422))
  }

  private func record(_ fields: FormFields, _ context: WebContext) async throws -> Response {
    let (paper, record) = try Self.place(fields)
    let form = FormReader(fields: fields, person: site.person(context), today: site.today)
    let reference = try await site.ask { register in
      let matter = try form.matter("to", in: register)
      try register.decide(
        .link, meaning: try register.meaning(of: record, in: paper), reference: matter.reference,
        note: try form.note(), enteredBy: form.person)
      return matter.reference
    }
    return site.go(to: ChangeRoutes.thread(reference, .linked))
  }
}
