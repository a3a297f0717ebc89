import Hummingbird
import MattersLinker
import MattersRecords
import MattersRegister
import MattersText
import Mustache

/// The first page: what is outstanding, at a glance.
struct OverviewPage {
  let site: Site

  func add(to router: Router<WebContext>) {
    router.get("/") { request, context in
      let body = FormFields(of: request)["body"]
      let (audience, today, nation) = (
        context.visitor.audience, site.today, site.options.nation
      )
      return try await site.showKept("overview", request, context) { register in
        let figures = try register.figures(for: audience, asOf: today.iso, body: body)
        let bodies = try Set(
          Asked.Kind.allCases.flatMap { kind in
            try register.choices(for: audience, kind: kind).bodies
          })
        let view = OverviewView(figures: figures, today: today, body: body, nation: nation)
        return (
          "What is outstanding",
          [
            "bodiesMarkup": Markup.options(bodies.sorted().map { Choice($0, chosen: body) }),
            "day": today.inWords, "papers": figures.papers, "isEmpty": figures.papers == 0,
            "mayUpload": audience == .officers, "figures": view.figuresInWords,
            "charts": view.charts, "feed": Address.query("/feed.atom", [("body", body)]),
            "feedTitle": "What changed",
          ]
        )
      }
    }
  }
}

/// The figures of the first page as they are shown.
struct OverviewView {
  let figures: RegisterFigures
  let today: PlainDate
  let body: String?
  let nation: Nation

  /// A number that leads to the list of what it counts.
  struct Figure: MustacheParent {
    var number: Int
    var label: String
    var address: String

    func child(named key: String) -> Any? {
      switch key {
      case "number": number
      case "label": label
      case "address": address
      default: nil
      }
    }
  }

  var figuresInWords: [Figure] {
    func figure(
      _ label: String, _ kind: Asked.Kind, _ state: String, _ number: Int
    ) -> Figure {
      Figure(
        number: number, label: label,
        address: Address.query(Address.list(kind), [("state", state), ("body", body)]))
    }
    func open(_ kind: Asked.Kind) -> Int {
      count(kind, [.pending, .holding, .partlyAnswered, .unknown])
    }
    var found = [
      figure("information requests awaiting a full answer", .request, "open", open(.request)),
      figure(
        "information requests answered, for the committee to agree", .request, "answered",
        count(.request, [.answered])),
      figure("recommendations awaiting an answer", .recommendation, "open", open(.recommendation)),
      figure("actions outstanding", .action, "open", open(.action)),
    ]
    if nation == .england {
      found.insert(
        figure(
          "recommendations past the time for an answer (estimate)", .recommendation, "late",
          figures.late), at: 0)
    }
    return found
  }

  private func count(_ kind: Asked.Kind, _ states: Set<MatterState>) -> Int {
    let names = Set(states.map(\.rawValue))
    return figures.states.filter { $0.kind == kind && names.contains($0.key) }
      .reduce(0) { $0 + $1.count }
  }

  // MARK: - Charts

  var charts: [Chart] {
    var charts = [age, months]
    if nation == .england, !figures.timeliness.isEmpty { charts.insert(inTime, at: 1) }
    return charts
  }

  private var age: Chart {
    let ages = [
      ("Under 3 months", 0..<3), ("3 to 6 months", 3..<6), ("6 to 12 months", 6..<12),
      ("1 to 2 years", 12..<24), ("Over 2 years", 24..<Int.max),
    ]
    let rows = ages.map { label, span in
      Chart.Line(
        label,
        [Asked.Kind.request, .recommendation].map { kind in
          figures.open.filter { $0.kind == kind && span.contains(max(0, months(since: $0.key))) }
            .reduce(0) { $0 + $1.count }
        })
    }
    return Chart(
      heading: "How long they have been open", note: nil,
      caption: "Open requests and recommendations by the time since they were made",
      columns: ["Open for", "Requests", "Recommen­dations"], rows: rows)
  }

  private func months(since month: String) -> Int {
    let parts = month.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 2 else { return 0 }
    return (today.year - parts[0]) * 12 + today.month - parts[1]
  }

  private var inTime: Chart {
    Chart(
      heading: "Answers in time",
      note:
        "The law gives two months. Where the day of receipt is not known it is counted from the meeting, so that these are estimates.",
      caption: "Recommendations by decision maker: answered in time, later, and not yet",
      columns: ["Decision maker", "In time", "Later", "Not yet"],
      rows: figures.timeliness.prefix(10).map { one in
        Chart.Line(
          one.owner, [one.inTime, one.late, one.waiting],
          link: Address.query(
            Address.list(.recommendation), [("owner", one.owner), ("body", body)]))
      })
  }

  /// The last twelve months in which something happened: a register of old papers has some too.
  private var months: Chart {
    let raised = sums(figures.raised)
    let answered = sums(figures.answered)
    let last = Set(raised.keys).union(answered.keys).sorted().suffix(12)
    return Chart(
      heading: "Month by month", note: nil,
      caption: "Asked and first answered in each of the latest months with papers",
      columns: ["Month", "Asked", "Answered"],
      rows: last.map { month in
        Chart.Line(Self.inWords(month), [raised[month] ?? 0, answered[month] ?? 0])
      })
  }

  private func sums(_ counts: [RegisterFigures.Count]) -> [String: Int] {
    counts.reduce(into: [:]) { $0[$1.key, default: 0] += $1.count }
  }

  private static func inWords(_ month: String) -> String {
    let parts = month.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 2, (1...12).contains(parts[1]) else { return month }
    return "\(PlainDate.monthNames[parts[1] - 1]) \(parts[0])"
  }
}
