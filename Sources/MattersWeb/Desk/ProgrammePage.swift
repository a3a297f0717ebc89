import Hummingbird
import MattersLinker
import MattersRecords
import MattersRegister
import MattersReports
import MattersText

/// The work programme: its items, and where each is moved.
struct ProgrammePage {
  let site: Site

  func add(to router: Router<WebContext>) {
    router.get("programme") { request, context in
      try site.officersOnly(context)
      return try await list(FormFields(of: request), request, context)
    }
    router.get("programme/item") { request, context in
      try site.officersOnly(context)
      return try await item(FormFields(of: request), request, context)
    }
    router.post("programme/add") { request, context in
      try await site.take(request, context) {
        try await enter($0, isNew: true, context)
      } again: {
        try await list($0, request, context, problem: $1)
      }
    }
    router.post("programme/move") { request, context in
      try await site.take(request, context) {
        try await enter($0, isNew: false, context)
      } again: {
        try await item($0, request, context, problem: $1)
      }
    }
  }

  /// The page of an item.
  static func item(_ code: String, _ body: String) -> String {
    Address.query("/programme/item", [("body", body), ("item", code)])
  }

  // MARK: - Showing

  private func list(
    _ fields: FormFields, _ request: Request, _ context: WebContext, problem: FormProblem? = nil
  ) async throws -> Response {
    let today = site.today
    let view = try await site.ask { register in
      let body = try register.onlyBody(fields["body"])
      var view = DeskView(
        title: "Work programme",
        choice: DeskForm(
          heading: "", action: "/programme",
          fields: [
            FormField("body", "Committee", .list(try register.bodyChoices(body)), value: body)
          ], button: "Show"))
      guard let body else { return view }
      let listing = ProgrammeListing(try register.programme(of: body), asOf: today)
      view.lead = "\(body), at \(today.inWords)."
      view.sections = [
        DeskSection(
          heading: "Items", empty: "Nothing is on the work programme yet.",
          table: Self.table(listing, body)),
        DeskSection(
          heading: "In figures", empty: "",
          table: listing.items.isEmpty ? nil : PlainTable(listing.figures)),
      ]
      view.tables = [listing.table]
      view.address = Address.query("/programme", [("body", body)])
      if listing.items.isEmpty { view.sections.removeLast() }
      view.forms = [Self.adding(fields, body, problem)]
      return view
    }
    return site.showDesk(view, request, context, problem: problem)
  }

  private static func table(_ listing: ProgrammeListing, _ body: String) -> PlainTable? {
    guard !listing.items.isEmpty else { return nil }
    return PlainTable(
      caption: "Items", columns: ["Title", "Where it stands", "Meeting", "Moved"],
      rows: listing.items.map { one in
        let moves = one.moves(asOf: listing.asOf)
        return [
          .init(one.title, to: item(one.code, body)),
          .init(one.step(asOf: listing.asOf)?.move.inWords.capitalised ?? ""),
          .init(one.meeting(asOf: listing.asOf)?.inWords ?? ""),
          .init(moves == 0 ? "" : moves == 1 ? "Once" : "\(moves) times"),
        ]
      })
  }

  private static func adding(
    _ fields: FormFields, _ body: String, _ problem: FormProblem?
  ) -> DeskForm {
    DeskForm(
      heading: "Put an item on it", action: "/programme/add",
      fields: FormProblem.marked(
        [
          FormField("body", "", .hidden, value: body, of: "add"),
          FormField("title", "Title", .text, value: fields["title"], required: true),
          FormField(
            "meeting", "Meeting it is planned for", .short,
            hint: "Leave empty to hold it in reserve. For example, 2024-03-12",
            value: fields["meeting"]),
          FormField("note", "Note", .text, value: fields["note"]),
        ], problem), button: "Put it on")
  }

  private func item(
    _ fields: FormFields, _ request: Request, _ context: WebContext, problem: FormProblem? = nil
  ) async throws -> Response {
    let view = try await site.ask { register in
      guard let body = try register.onlyBody(fields["body"]),
        let item = try Self.find(fields["item"], body, register)
      else { throw WebError.notFound }
      var view = DeskView(
        title: item.title,
        above: ("Work programme", Address.query("/programme", [("body", body)])),
        lead: body)
      view.sections = [
        DeskSection(
          heading: "What happened", empty: "",
          table: PlainTable(
            ReportTable(
              caption: "Item \(item.code) on the work programme",
              columns: ["Known", "What", "Meeting", "Why", "Source"],
              rows: item.steps.map { step in
                [
                  step.known.iso, step.move.inWords.capitalised, step.meeting?.iso ?? "",
                  step.because, EventView.words(of: step.source),
                ]
              })))
      ]
      view.forms = [Self.moving(fields, body, item, problem)]
      return view
    }
    return site.showDesk(view, request, context, problem: problem)
  }

  private static func moving(
    _ fields: FormFields, _ body: String, _ item: ProgrammeItem, _ problem: FormProblem?
  ) -> DeskForm {
    DeskForm(
      heading: "Change it", action: "/programme/move",
      fields: FormProblem.marked(
        [
          FormField("body", "", .hidden, value: body),
          FormField("item", "", .hidden, value: item.code),
          FormField(
            "move", "What happened",
            .radios([
              Choice("It is moved to another meeting", value: "moved", chosen: "moved"),
              Choice("It is held in reserve", value: "reserve"),
              Choice("A meeting took it", value: "done"),
              Choice("It is taken off", value: "dropped"),
            ]), value: fields["move"]),
          FormField(
            "meeting", "Meeting", .short,
            hint: "Where it is moved to, or the one that took it. For example, 2024-03-12",
            value: fields["meeting"]),
          FormField("note", "Why", .text, value: fields["note"]),
        ], problem), button: "Record it")
  }

  // MARK: - Entering

  private static func find(
    _ name: String?, _ body: String, _ register: Register
  ) throws -> ProgrammeItem? {
    try register.programme(of: body).last { item in
      item.code == name?.lowercased() || MatchKey(item.title) == MatchKey(name ?? "")
    }
  }

  private func enter(
    _ fields: FormFields, isNew: Bool, _ context: WebContext
  ) async throws -> Response {
    let form = FormReader(fields: fields, person: site.person(context), today: site.today)
    let meeting = try form.anyDay("meeting")
    let address = try await site.ask { register in
      guard let body = try register.onlyBody(form["body"]) else { throw WebError.notFound }
      let name =
        isNew ? try form.words("title", "Give the title", most: 300) : form["item"] ?? ""
      let known = try Self.find(name, body, register)
      let move: ProgrammeItem.Move
      if isNew {
        if let known, known.steps.last?.move != .done, known.steps.last?.move != .dropped {
          throw WebError.badForm("It is on the programme already.", field: "title")
        }
        move = meeting == nil ? .reserve : .scheduled
      } else {
        guard known != nil else { throw WebError.notFound }
        guard let word = try form.word("move", ProgrammeItem.Move.self),
          [.moved, .reserve, .done, .dropped].contains(word)
        else { throw WebError.badForm("Say what happened.", field: "move") }
        move = word
        if [.moved, .done].contains(move), meeting == nil {
          throw WebError.badForm("Give the meeting.", field: "meeting")
        }
        if move == .done, let meeting, meeting > form.today {
          throw WebError.badForm("This meeting is still to come.", field: "meeting")
        }
      }
      let title = known?.title ?? name
      try register.enter(
        ProgrammeWord(
          body: body, title: title, move: move, date: form.today,
          meeting: [.reserve, .dropped].contains(move) ? nil : meeting, note: try form.note(),
          person: form.person, at: ""))
      let code = try Self.find(title, body, register)?.code ?? ""
      return Self.item(code, body) + "&done=\(Done.planned.rawValue)"
    }
    return site.go(to: address)
  }
}
