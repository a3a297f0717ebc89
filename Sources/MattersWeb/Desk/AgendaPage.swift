import Hummingbird
import MattersLinker
import MattersRecords
import MattersRegister
import MattersReports
import MattersText

/// What is due at a meeting of a committee.
struct AgendaPage {
  let site: Site

  func add(to router: Router<WebContext>) {
    router.get("agenda") { request, context in
      try site.officersOnly(context)
      let fields = FormFields(of: request)
      let today = site.today
      let view = try await site.ask { try Self.view(fields, $0, today) }
      return site.showDesk(view, request, context)
    }
  }

  private static func view(
    _ fields: FormFields, _ register: Register, _ today: PlainDate
  ) throws -> DeskView {
    let body = try register.onlyBody(fields["body"])
    let calendar = try register.calendar()
    let days = body.map { calendar.days(of: $0) } ?? []
    let asked = fields["date"].flatMap(DayField.read)
    let meeting = asked ?? days.first { $0.date >= today && !$0.isOff }?.date ?? days.last?.date
    var view = DeskView(
      title: "What is due at a meeting",
      choice: DeskForm(
        heading: "", action: "/agenda",
        fields: [
          FormField("body", "Committee", .list(try register.bodyChoices(body)), value: body),
          FormField(
            "date", "Meeting", .short, hint: "The next one, if left empty",
            value: asked?.iso),
        ], button: "Show"))
    if fields["date"] != nil, asked == nil {
      view.lead = "Give the day of the meeting, such as 2024-03-12 or 12 March 2024."
    }
    guard let body else { return view }
    guard let meeting else {
      view.lead = "No meeting of this committee is known. Give its day."
      return view
    }
    let agenda = AgendaListing(
      body: body, meeting: meeting, matters: try register.allMatters(of: body),
      programme: try register.programme(of: body),
      records: try register.records([.meeting, .resolution], of: body), calendar: calendar,
      settings: try register.council())
    view.title = "Due on \(meeting.inWords)"
    view.lead = "\(body), as it stands before the meeting opens."
    if let day = calendar.day(of: body, on: meeting), day.isOff {
      view.lead = "This meeting was \(day.status)" + (day.reason.map { ": \($0)" } ?? "") + "."
    }
    view.sections = AgendaListing.Part.allCases.compactMap { part in
      PlainTable(agenda.table(part)) { column, words in
        switch (part, column) {
        case (.programme, "Reference"): ProgrammePage.item(words, body)
        case (.minutes, "Reference"): Address.meeting(BodyKey(body).description, words)
        case (_, "Reference"): Address.thread(words)
        default: nil
        }
      }.map { DeskSection(heading: part.heading, empty: "", table: $0) }
    }
    view.tables = AgendaListing.Part.allCases.map { agenda.table($0) }
    view.address = Address.query("/agenda", [("body", body), ("date", meeting.iso)])
    if view.sections.isEmpty {
      view.sections = [
        DeskSection(
          heading: "Nothing is due",
          empty: "No request, review or item of the work programme falls to this meeting.")
      ]
    }
    return view
  }
}
