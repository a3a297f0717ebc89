import HTTPTypes
import Hummingbird
import MattersLinker
import MattersRecords
import MattersRegister
import MattersText

/// What officers record: an answer that came outside the papers, and an agreed completion.
///
/// Each carries who and when, and is added; nothing is overwritten.
struct ChangeRoutes {
  let site: Site

  func add(to router: Router<WebContext>) {
    router.post("change/undo") { request, context in
      try await takeBack(try await site.change(request, context), context)
    }
    for change in Change.allCases {
      router.get("change/\(change.rawValue)") { request, context in
        try site.allow(context, .officer)
        return try await form(change, FormFields(of: request), request, context)
      }
      router.post("change/\(change.rawValue)") { request, context in
        let fields = try await site.change(request, context)
        do {
          return try await record(change, fields, context)
        } catch WebError.badForm(let problem) {
          return try await form(change, fields, request, context, problem: problem)
        }
      }
    }
  }

  private func takeBack(_ fields: FormFields, _ context: WebContext) async throws -> Response {
    guard let reference = fields["reference"], let entry = fields["entry"].flatMap({ Int64($0) })
    else { throw WebError.notFound }
    let person = context.visitor.name ?? site.options.person
    let done = try await site.ask { try $0.takeBack(entry: entry, of: reference, by: person) }
    guard done else { throw WebError.notFound }
    return site.go(to: Self.thread(reference, done: "undone"))
  }

  private static func thread(_ reference: String, done: String) -> String {
    let address = Address.thread(reference)
    return address + (address.contains("?") ? "&" : "?") + "done=\(done)"
  }

  /// What can be recorded.
  enum Change: String, CaseIterable {
    case respond, complete

    var title: String {
      switch self {
      case .respond: "Record an answer"
      case .complete: "Record that the committee agreed completion"
      }
    }
  }

  private func form(
    _ change: Change, _ fields: FormFields, _ request: Request, _ context: WebContext,
    problem: String? = nil
  ) async throws -> Response {
    guard let reference = fields["reference"] else { throw WebError.notFound }
    let matter = try await site.ask { try $0.matter(named: reference) }
    var values: [String: Any] = [
      "reference": matter.reference, "back": Address.thread(matter.reference),
      "wording": matter.matter.wording, "action": "/change/\(change.rawValue)",
      "isResponse": change == .respond,
    ]
    for name in ["received", "from", "text", "meeting", "minute"] {
      values[name] = fields[name] ?? ""
    }
    if let problem { values["problem"] = problem }
    return site.showForm(
      "change", (problem == nil ? "" : "Error: ") + change.title, values, request, context,
      status: problem == nil ? .ok : .init(code: 422))
  }

  private func record(
    _ change: Change, _ fields: FormFields, _ context: WebContext
  ) async throws -> Response {
    guard let reference = fields["reference"] else { throw WebError.notFound }
    let person = context.visitor.name ?? site.options.person
    let today = site.today
    let done = try await site.ask { register in
      let matter = try register.matter(named: reference)
      let raised = matter.matter.raised
      switch change {
      case .respond:
        let day = try Self.day(fields["received"], since: raised, to: today)
        let from = try Self.words(fields["from"], "Say who answers", most: 200)
        let text = try Self.words(fields["text"], "Give the answer’s words", most: 50_000)
        guard let state = MatterState(rawValue: fields["covers"] ?? "answered"),
          [.answered, .partlyAnswered, .holding].contains(state)
        else { throw WebError.badForm("Say what the answer covers.") }
        try register.respond(
          to: matter, on: day, from: from, text: text, state: state, enteredBy: person)
        return "response"
      case .complete:
        let day = try Self.day(fields["meeting"], since: raised, to: today)
        let minute = try Self.words(fields["minute"], "Give the number of the minute", most: 100)
        try register.complete(matter, at: day, minute: minute, enteredBy: person)
        return "completion"
      }
    }
    return site.go(to: Self.thread(reference, done: done))
  }

  // MARK: - Fields

  private static func day(
    _ words: String?, since raised: PlainDate?, to today: PlainDate
  ) throws -> PlainDate {
    guard let words, let day = DayField.read(words) else {
      throw WebError.badForm("Give the day, such as 2024-03-12 or 12 March 2024.")
    }
    if let raised, day < raised {
      throw WebError.badForm("The day is before it was asked, on \(raised.inWords).")
    }
    guard day <= today else { throw WebError.badForm("The day is still to come.") }
    return day
  }

  private static func words(_ words: String?, _ advice: String, most: Int) throws -> String {
    guard let words, words.contains(where: { $0.isLetter || $0.isNumber }) else {
      throw WebError.badForm(advice + ".")
    }
    guard words.count <= most else {
      throw WebError.badForm("\(advice) in at most \(most) characters.")
    }
    // A browser ends lines as forms do.
    return words.replacing("\r\n", with: "\n")
  }
}
