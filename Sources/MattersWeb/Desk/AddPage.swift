import Hummingbird
import MattersLinker
import MattersRegister
import MattersText

/// What was asked and no paper says, entered by hand.
struct AddPage {
  let site: Site

  func add(to router: Router<WebContext>) {
    router.get("add") { request, context in
      try site.allow(context, .officer)
      return try await form(FormFields(of: request), request, context)
    }
    router.post("add") { request, context in
      try await site.take(request, context) {
        try await record($0, context)
      } again: {
        try await form($0, request, context, problem: $1)
      }
    }
  }

  private func form(
    _ fields: FormFields, _ request: Request, _ context: WebContext, problem: FormProblem? = nil
  ) async throws -> Response {
    let bodies = try await site.ask { register in
      (fields["body"], try register.bodyChoices(try register.onlyBody(fields["body"])))
    }
    let day = "For example, 2024-03-12"
    let kind = fields["kind"] ?? Asked.Kind.request.rawValue
    let view = DeskView(
      title: "Add by hand",
      lead:
        "For what was asked and no paper says, or not yet. When minutes come that say the same of the same meeting, they join it, and it keeps its reference.",
      forms: [
        DeskForm(
          heading: "", action: "/add",
          fields: FormProblem.marked(
            [
              FormField(
                "kind", "What it is",
                .radios(
                  Asked.Kind.allCases.map {
                    Choice($0.singular, value: $0.rawValue, chosen: kind)
                  }), value: kind),
              FormField(
                "body", "Committee that asked", .list(bodies.1), value: bodies.0, required: true),
              FormField(
                "other", "Committee, if it is not in the list", .text, value: fields["other"]),
              FormField(
                "meeting", "Meeting, or day on which it was asked", .short, hint: day,
                value: fields["meeting"], required: true),
              FormField(
                "text", "What was asked, in the words that were used", .area,
                value: fields["text"], required: true),
              FormField("to", "Who owes the answer, or decides", .text, value: fields["to"]),
              FormField("minute", "Number of the minute", .short, value: fields["minute"]),
              FormField(
                "label", "Label in the minute", .short, hint: "For example, (a)",
                value: fields["label"]),
              FormField("due", "Due", .short, hint: day, value: fields["due"]),
              FormField(
                "who", "Who may see it",
                .radios([
                  Choice("Everybody", value: "everybody", chosen: "everybody"),
                  Choice("Officers only: it was asked in private", value: "officers"),
                ]), value: fields["who"]),
              FormField("note", "Note", .text, value: fields["note"]),
            ], problem), button: "Add it")
      ])
    return site.showDesk(view, request, context, problem: problem)
  }

  private func record(_ fields: FormFields, _ context: WebContext) async throws -> Response {
    let form = FormReader(fields: fields, person: site.person(context), today: site.today)
    guard let kind = try form.word("kind", Asked.Kind.self) else {
      throw WebError.badForm("Say what it is.", field: "kind")
    }
    let day = try form.day("meeting", since: nil)
    let text = try form.words("text", "Give the words", most: 20_000)
    let due = try form.anyDay("due")
    if let due, due < day {
      throw WebError.badForm("The day is before it was asked.", field: "due")
    }
    let added = try await site.ask { register in
      let name = form["other"] ?? form["body"]
      guard let name else { throw WebError.badForm("Choose a committee.", field: "body") }
      let found = try register.bodies(meaning: name)
      guard found.count < 2 else {
        throw WebError.badForm("Several committees are meant. Give the whole name.", field: "other")
      }
      var addition = Addition(kind, body: found.first ?? name, date: day, text: text)
      addition.owner = try form.short("to", most: 200)
      addition.minute = try form.short("minute", most: 100)
      addition.label = try form.short("label", most: 100)
      addition.due = due
      addition.isExempt = form["who"] == "officers"
      addition.note = try form.note()
      do {
        return try register.add(addition, enteredBy: form.person).reference
      } catch RegisterError.alreadyAsked(let reference) {
        throw WebError.badForm("The register has it already, as \(reference).", field: "text")
      }
    }
    return site.go(to: ChangeRoutes.thread(added, .added))
  }
}
