import Hummingbird
import MattersLinker
import MattersRecords
import MattersRegister
import MattersReports
import MattersText

/// Letters: drafts to read, to send from one's own mail, and to mark as sent.
struct LettersPage {
  let site: Site

  func add(to router: Router<WebContext>) {
    router.get("letters") { request, context in
      try site.officersOnly(context)
      return try await list(FormFields(of: request), request, context)
    }
    router.post("letters/draft") { request, context in
      try await site.take(request, context) {
        try await draft($0, context)
      } again: {
        try await list($0, request, context, problem: $1)
      }
    }
    router.get("letters/:code") { request, context in
      try site.officersOnly(context)
      return try await letter(
        context.parameters.get("code") ?? "", FormFields(of: request), request, context)
    }
    router.post("letters/sent") { request, context in
      try await site.take(request, context) {
        try await markSent($0, context)
      } again: {
        try await letter($0["letter"] ?? "", $0, request, context, problem: $1)
      }
    }
    router.post("letters/unsent") { request, context in
      let fields = try await site.change(request, context)
      let (code, person) = (fields["letter"] ?? "", site.person(context))
      guard try await site.ask({ try $0.takeBack(letter: code, by: person) }) else {
        throw WebError.notFound
      }
      return site.go(to: Self.address(code, .unsent))
    }
  }

  private static func address(_ code: String, _ done: Done? = nil) -> String {
    Address.query("/letters/\(Address.encode(code))", [("done", done?.rawValue)])
  }

  // MARK: - All letters

  private func list(
    _ fields: FormFields, _ request: Request, _ context: WebContext, problem: FormProblem? = nil
  ) async throws -> Response {
    let view = try await site.ask { register in
      let letters = try register.letters()
      let bodies = try register.bodies().map { Choice($0, value: $0) }
      return DeskView(
        title: "Letters",
        lead:
          "Drafts to open in your own mail program. Nothing is ever sent from here: when you have sent one, say so.",
        sections: [
          DeskSection(
            heading: "Not sent yet", empty: "No draft waits.",
            table: Self.table(letters.filter { $0.sent == nil }.reversed(), "Drafts")),
          DeskSection(
            heading: "Sent", empty: "None yet.",
            table: Self.table(letters.filter { $0.sent != nil }.reversed(), "Letters sent")),
        ],
        forms: [
          DeskForm(
            heading: "Draft letters", action: "/letters/draft",
            fields: FormProblem.marked(
              [
                FormField(
                  "kind", "What for",
                  .radios([
                    Choice(
                      "To ask each owner for what is awaited", value: "chase", chosen: "chase"),
                    Choice(
                      "To ask only for what is past the day on which it was due", value: "overdue"),
                    Choice(
                      "To give notice of recommendations that had none", value: "notice"),
                  ]), value: fields["kind"]),
                FormField(
                  "body", "Committee",
                  .list([Choice("All committees", value: "")] + bodies), value: fields["body"]),
                FormField(
                  "owner", "Only to", .text,
                  hint: "A post or body, or a part of its name. Leave empty for all",
                  value: fields["owner"]),
                FormField(
                  "date", "Date of the letter", .short, hint: "Today, if left empty",
                  value: fields["date"]),
              ], problem), button: "Draft letters")
        ])
    }
    return site.showDesk(view, request, context, problem: problem)
  }

  private static func table(_ letters: [DraftedLetter], _ caption: String) -> PlainTable? {
    PlainTable(
      ReportTable(
        caption: caption, columns: ["Letter", "To", "About", "Date", "Sent"],
        rows: letters.map { letter in
          let count = letter.matters.count
          return [
            letter.code, letter.recipient, count == 1 ? "1 matter" : "\(count) matters",
            letter.date.iso, letter.sent.map { "\($0.day.iso), says \($0.person)" } ?? "",
          ]
        })
    ) { column, words in column == "Letter" ? address(words) : nil }
  }

  private func draft(_ fields: FormFields, _ context: WebContext) async throws -> Response {
    let form = FormReader(fields: fields, person: site.person(context), today: site.today)
    let day = try form.anyDay("date") ?? form.today
    let owner = form["owner"]
    try await site.ask { register in
      let matters = try register.allMatters(of: try register.onlyBody(form["body"]))
      let drafts = LetterDrafts(try register.council(), try register.calendar(), asOf: day)
      let letters: [Letter]
      switch form["kind"] {
      case "chase", "overdue":
        letters = drafts.chases(matters, owner: owner, onlyOverdue: form["kind"] == "overdue")
      case "notice":
        letters = drafts.notices(matters).filter { letter in
          owner.map { LetterDrafts.means($0, letter.recipient) } ?? true
        }
      default: throw WebError.badForm("Say what the letters are for.", field: "kind")
      }
      guard !letters.isEmpty else {
        throw WebError.badForm(
          form["kind"] == "notice"
            ? "No recommendation waits for its notice." : "Nothing is awaited from them.",
          field: "kind")
      }
      _ = try register.keep(
        letters.map {
          DraftedLetter(
            kind: $0.kind.rawValue, recipient: $0.recipient, date: $0.date, title: $0.title,
            text: $0.text, matters: $0.matters)
        }, enteredBy: form.person)
    }
    return site.go(to: Address.query("/letters", [("done", Done.drafted.rawValue)]))
  }

  // MARK: - One letter

  private func letter(
    _ name: String, _ fields: FormFields, _ request: Request, _ context: WebContext,
    problem: FormProblem? = nil
  ) async throws -> Response {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    let code = parts.first ?? ""
    guard let found = try await site.ask({ try $0.letters().first { $0.code == code } }) else {
      throw WebError.notFound
    }
    if parts.count > 1 { return try await file(found, parts[1], context) }
    let mark = DeskForm(
      heading: "When you have sent it", action: "/letters/sent",
      fields: FormProblem.marked(
        [
          FormField("letter", "", .hidden, value: code),
          FormField(
            "on", "Day on which it was sent", .short, hint: "For example, 2024-03-12",
            value: fields["on"], required: true),
          FormField("note", "Note", .text, value: fields["note"]),
        ], problem), button: "Mark as sent",
      advice: found.kind == "chase"
        ? nil : "This starts the clock of the law where there is one.")
    let undo = DeskForm(
      heading: "Was it not sent?", action: "/letters/unsent",
      fields: [FormField("letter", "", .hidden, value: code)],
      button: "Take back that it was sent", isSecond: true)
    let view = DeskView(
      title: found.title, above: ("Letters", "/letters"),
      facts: [
        Fact("Letter", code), Fact("To", found.recipient), Fact("Date", found.date.inWords),
        Fact("Sent", found.sent.map { "\($0.day.inWords), says \($0.person)" } ?? "Not yet"),
      ].compactMap { $0 }
        + found.matters.compactMap { Fact("About", $0, link: Address.thread($0)) },
      forms: [found.sent == nil ? mark : undo], words: found.text,
      wordsHeading: "The letter",
      files: [
        ("Open in a mail program (.eml)", "/letters/\(code).eml"),
        ("Text (.txt)", "/letters/\(code).txt"),
      ])
    return site.showDesk(view, request, context, problem: problem)
  }

  private func file(
    _ found: DraftedLetter, _ ending: String, _ context: WebContext
  ) async throws -> Response {
    guard let kind = Letter.Kind(rawValue: found.kind), ["eml", "txt"].contains(ending) else {
      throw WebError.notFound
    }
    let person = site.person(context)
    let (email, from) = try await site.ask { register in
      let settings = try register.council()
      let drafts = LetterDrafts(settings, try register.calendar(), asOf: found.date)
      return (drafts.email(of: found.recipient), settings?.letter?.from ?? person)
    }
    let letter = Letter(
      kind: kind, recipient: found.recipient, email: email, date: found.date, title: found.title,
      text: found.text, matters: found.matters)
    return ending == "eml"
      ? site.download(
        letter.mail(code: found.code, from: from), as: "\(found.code).eml", type: "message/rfc822")
      : site.download(
        letter.plain, as: "\(found.code).txt", type: "text/plain; charset=utf-8")
  }

  private func markSent(_ fields: FormFields, _ context: WebContext) async throws -> Response {
    let form = FormReader(fields: fields, person: site.person(context), today: site.today)
    let day = try form.day("on", since: nil)
    let note = try form.note()
    let code = try await site.ask { register in
      guard let letter = try register.letters().first(where: { $0.code == form["letter"] }) else {
        throw WebError.notFound
      }
      guard letter.sent == nil else { throw WebError.badForm("It was marked as sent before.") }
      guard day >= letter.date else {
        throw WebError.badForm("The day is before that of the letter.", field: "on")
      }
      try register.markSent(letter, on: day, note: note, enteredBy: form.person)
      return letter.code
    }
    return site.go(to: Self.address(code, .sent))
  }
}
