import Hummingbird
import MattersLinker
import MattersRecords
import MattersRegister
import MattersReports
import MattersText

/// What becomes of a committee's matters when the municipal year turns.
struct YearEndPage {
  let site: Site

  func add(to router: Router<WebContext>) {
    router.get("year-end") { request, context in
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
    // Before the autumn it is the year before that is turned.
    let usual =
      today.month < 10 ? today.municipalYear - (today.month >= 5 ? 1 : 0) : today.municipalYear
    let asked = fields["year"].flatMap(MunicipalYear.read).flatMap {
      (1900...2200).contains($0) ? $0 : nil
    }
    let year = asked ?? usual
    let years = ((today.municipalYear - 9)...today.municipalYear).reversed()
    var view = DeskView(
      title: "Year-end",
      lead:
        "Nothing lapses by itself: only the committee’s minuted decision ends a matter. What is carried over keeps its first date and its reference.",
      choice: DeskForm(
        heading: "", action: "/year-end",
        fields: [
          FormField("body", "Committee", .list(try register.bodyChoices(body)), value: body),
          FormField(
            "year", "Municipal year",
            .list(
              (years.contains(year) ? Array(years) : [year] + years).map {
                Choice(ListView.municipal($0), value: String($0))
              }), value: String(year)),
        ], button: "Show"))
    guard let body else { return view }
    let end = YearEnd(body: body, year: year, try register.allMatters(of: body))
    view.title = "Year-end \(ListView.municipal(year))"
    view.tables = YearEnd.Fate.allCases.map { end.table($0) }
    view.address = Address.query("/year-end", [("body", body), ("year", String(year))])
    view.sections = YearEnd.Fate.allCases.map { fate in
      let heading = "\(fate.heading): \(end.items.count { $0.fate == fate })"
      var table = PlainTable(end.table(fate)) { column, words in
        column == "Reference" ? Address.thread(words) : nil
      }
      table?.caption = heading
      return DeskSection(heading: heading, empty: "", table: table)
    }
    return view
  }
}
