import HTTPTypes
import Hummingbird
import MattersLinker
import MattersRecords
import MattersRegister
import MattersText
import Mustache

/// What officers record: an answer that came outside the papers, an agreed completion, a
/// correction.
///
/// Each carries who and when, and is added; nothing is overwritten.
struct ChangeRoutes {
  let site: Site

  func add(to router: Router<WebContext>) {
    router.post("change/undo") { request, context in
      try await takeBack(try await site.change(request, context), context)
    }
    for change in ChangeForm.all {
      router.get("change/\(change.name)") { request, context in
        try site.allow(context, .officer)
        return try await form(change, FormFields(of: request), request, context)
      }
      router.post("change/\(change.name)") { request, context in
        try await site.take(request, context) {
          try await record(change, $0, context)
        } again: {
          try await form(change, $0, request, context, problem: $1)
        }
      }
    }
  }

  private func takeBack(_ fields: FormFields, _ context: WebContext) async throws -> Response {
    guard let reference = fields["reference"] else { throw WebError.notFound }
    let person = site.person(context)
    let entry = fields["entry"].flatMap { Int64($0) }
    let verdict = fields["verdict"].flatMap { Int64($0) }
    let done = try await site.ask { register in
      if let verdict { return try register.takeBack(verdict: verdict, by: person) }
      guard let entry else { return false }
      return try register.takeBack(entry: entry, of: reference, by: person)
    }
    guard done else { throw WebError.notFound }
    return site.go(to: Self.thread(reference, .undone))
  }

  /// A matter's page with what was done.
  static func thread(_ reference: String, _ done: Done) -> String {
    let address = Address.thread(reference)
    return address + (address.contains("?") ? "&" : "?") + "done=\(done.rawValue)"
  }

  private func form(
    _ change: ChangeForm, _ fields: FormFields, _ request: Request, _ context: WebContext,
    problem: FormProblem? = nil
  ) async throws -> Response {
    guard let reference = fields["reference"] else { throw WebError.notFound }
    let matter = try await site.ask { try $0.matter(named: reference) }
    var values: [String: Any] = [
      "reference": matter.reference, "back": Address.thread(matter.reference),
      "wording": matter.matter.wording, "action": "/change/\(change.name)",
      "heading": change.title, "button": change.button,
      "fields": FormProblem.marked(change.fields(fields, matter), problem),
    ]
    if let advice = change.advice { values["advice"] = advice }
    if let problem { values["problem"] = problem }
    return site.showForm(
      "change", (problem == nil ? "" : "Error: ") + change.title, values, request, context,
      status: problem == nil ? .ok : .init(code: 422))
  }

  private func record(
    _ change: ChangeForm, _ fields: FormFields, _ context: WebContext
  ) async throws -> Response {
    guard let reference = fields["reference"] else { throw WebError.notFound }
    let reader = FormReader(fields: fields, person: site.person(context), today: site.today)
    let (named, done) = try await site.ask { register in
      let matter = try register.matter(named: reference)
      return (matter.reference, try change.record(reader, matter, register))
    }
    return site.go(to: Self.thread(named, done))
  }
}

/// What is wrong with a form, and at which of its fields.
struct FormProblem: MustacheParent {
  let words: String
  let field: String?

  init(_ words: String, _ field: String?) {
    self.words = words
    self.field = field
  }

  func child(named key: String) -> Any? {
    switch key {
    case "words": words
    case "field": field ?? false
    default: nil
    }
  }

  /// The fields, the one with the problem marked.
  static func marked(_ fields: [FormField], _ problem: FormProblem?) -> [FormField] {
    fields.map { field in
      var field = field
      if let problem, problem.field == field.id { field.problem = problem.words }
      return field
    }
  }
}
