import Hummingbird
import MattersIngest
import MattersLinker
import MattersRegister
import MattersReports
import MattersText

/// Taking in the council's file and calendars: each is read and shown first, and taken in when the
/// officer says so.
struct CouncilFilesPage {
  let site: Site

  /// Files that people write by hand; one of many years' meetings has not a tenth of it.
  private static let largest = 4 << 20

  func add(to router: Router<WebContext>) {
    router.post("council/read") { request, context in try await read(request, context) }
    router.post("council/take") { request, context in
      let fields = try await site.change(request, context)
      let (person, name) = (site.person(context), fields["draft"])
      switch site.drafts.take(name, of: person) {
      case .council(let settings, _)?:
        try await site.ask { try $0.take(settings, enteredBy: person) }
        return site.go(to: Self.address(.councilTaken))
      case .calendar(let days, let name)?:
        let source = "\(name), taken in by \(person)"
        try await site.ask { register in
          try register.take(
            days.map { day in
              var day = day
              day.source = source
              return day
            })
        }
        return site.go(to: Self.address(.calendarTaken))
      case .paper?, nil: return site.go(to: Self.address(.notTaken))
      }
    }
    router.get("council.toml") { _, context in
      try site.officersOnly(context)
      guard let settings = try await site.ask({ try $0.council() }) else {
        throw WebError.notFound
      }
      return site.download(
        try CouncilFile.text(of: settings), as: "council.toml", type: "application/toml")
    }
  }

  private static func address(_ done: Done) -> String {
    Address.query("/council", [("done", done.rawValue)])
  }

  /// The forms on the page of posts and bodies.
  static func forms(_ fields: [String: String], _ bodies: [Choice]) -> [DeskForm] {
    [
      DeskForm(
        heading: "Take in the council’s file", action: "/council/read",
        fields: [
          FormField("kind", "", .hidden, value: "council", of: "council"),
          FormField(
            "file", "The council’s file", .file,
            hint: "A TOML file. It takes the place of the one before it", required: true,
            of: "council"),
        ], button: "Read the file"),
      DeskForm(
        heading: "Take in a calendar", action: "/council/read",
        fields: [
          FormField("kind", "", .hidden, value: "calendar", of: "calendar"),
          FormField(
            "file", "The calendar", .file,
            hint:
              "iCalendar (.ics), or CSV with the columns Date and Committee, and Time, Status and Reason where it has them",
            required: true, of: "calendar"),
          FormField(
            "body", "Whose meetings they all are", .list(bodies),
            hint: "Leave it as it is where each meeting names its committee",
            value: fields["body"], of: "calendar"),
        ], button: "Read the calendar"),
    ]
  }

  private func read(_ request: Request, _ context: WebContext) async throws -> Response {
    let posted = try await site.changeWithFile(request, context, upTo: Self.largest)
    let isCalendar = posted.fields["kind"] == "calendar"
    do {
      guard let file = posted.file, !file.contents.isEmpty else {
        throw SettingsFile.Problem("Choose a file that is not empty")
      }
      return isCalendar
        ? try await calendar(file, posted.fields, request, context)
        : try await council(file, request, context)
    } catch let problem as SettingsFile.Problem {
      return try await CouncilPage(site: site).show(
        request, context, posted: posted.fields,
        problem: FormProblem(problem.explanation, isCalendar ? "calendar-file" : "council-file"))
    }
  }

  // MARK: - What was read

  private func council(
    _ file: (name: String, contents: [UInt8]), _ request: Request, _ context: WebContext
  ) async throws -> Response {
    let settings = try CouncilFile.read(file.contents, name: file.name)
    let known = try await site.ask { try $0.council() }
    let draft = site.drafts.keep(
      .council(settings, name: file.name), of: site.person(context))
    let gone = Self.gone(from: known, in: settings)
    let view = DeskView(
      title: "What \(file.name) says", above: ("Posts and bodies", "/council"),
      lead: "Nothing is taken in yet. It takes the place of what the register knows now.",
      facts: CouncilPage.facts(settings),
      sections: (gone.isEmpty
        ? []
        : [
          DeskSection(
            heading: "No longer in it", empty: "",
            table: PlainTable(
              ReportTable(caption: "No longer in it", columns: ["Name", "What"], rows: gone)))
        ]) + CouncilPage.sections(settings, awaited: []),
      forms: [Self.confirming(draft, "Take it in")])
    return site.showDesk(view, request, context)
  }

  /// The bodies and posts that the register knows and a new file lacks.
  private static func gone(
    from known: CouncilSettings?, in new: CouncilSettings
  ) -> [[String]] {
    let bodies = Set((new.body ?? []).map(\.name))
    let posts = Set((new.owner ?? []).map(\.post))
    return (known?.body ?? []).filter { !bodies.contains($0.name) }.map { [$0.name, "Body"] }
      + (known?.owner ?? []).filter { !posts.contains($0.post) }.map { [$0.post, "Post"] }
  }

  private func calendar(
    _ file: (name: String, contents: [UInt8]), _ fields: [String: String], _ request: Request,
    _ context: WebContext
  ) async throws -> Response {
    let chosen = fields["body"].flatMap { $0.isEmpty ? nil : $0 }
    let body = try await site.ask { try $0.onlyBody(chosen) }
    let read = try CalendarFile.read(file.contents, name: file.name, body: body)
    guard !read.days.isEmpty else {
      throw SettingsFile.Problem(
        read.problems.first ?? "\(file.name): no meeting is in it; check that it is the right file")
    }
    let draft = site.drafts.keep(
      .calendar(read.days, name: file.name), of: site.person(context))
    let problems = read.problems.map { [$0] }
    let view = DeskView(
      title: "What \(file.name) says", above: ("Posts and bodies", "/council"),
      lead: "Nothing is taken in yet. A day that is known already is brought up to date.",
      sections: (problems.isEmpty
        ? []
        : [
          DeskSection(
            heading: "Not read", empty: "",
            table: PlainTable(
              ReportTable(caption: "Not read", columns: ["Where, and what to do"], rows: problems))
          )
        ]) + [
          DeskSection(
            heading: "Meetings", empty: "",
            table: PlainTable(
              ReportTable(
                caption: "Meetings", columns: ["Date", "Time", "Body", "Status", "Reason"],
                rows: read.days.map {
                  [$0.date.iso, $0.time ?? "", $0.body, $0.status, $0.reason ?? ""]
                })))
        ],
      forms: [Self.confirming(draft, read.days.count == 1 ? "Take it in" : "Take them in")])
    return site.showDesk(view, request, context)
  }

  private static func confirming(_ draft: String, _ button: String) -> DeskForm {
    DeskForm(
      heading: "", action: "/council/take",
      fields: [FormField("draft", "", .hidden, value: draft)], button: button)
  }
}
