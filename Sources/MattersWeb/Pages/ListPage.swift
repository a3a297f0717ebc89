import Hummingbird
import MattersLinker
import MattersRecords
import MattersRegister
import MattersReports
import MattersText
import Mustache

/// The lists of requests, recommendations and actions.
struct ListPage {
  let site: Site

  func add(to router: Router<WebContext>) {
    for kind in Asked.Kind.allCases {
      router.get("\(kind.plural)") { request, context in
        let query = ListQuery(kind, FormFields(of: request), today: site.today)
        let (audience, today, nation) = (
          context.visitor.audience, site.today, site.options.nation
        )
        return try await site.showKept("list", request, context) { register in
          let page = try register.standing(query.filter, for: audience)
          let choices = try register.choices(for: audience, kind: kind)
          let view = ListView(
            query: query, page: page, choices: choices, today: today, nation: nation)
          var values = view.values
          if audience == .officers {
            values["add"] = Address.query(
              "/add", [("kind", kind.rawValue), ("body", query.filter.body)])
          }
          return (kind.heading, values)
        }
      }
    }
  }
}

/// What the address of a list asks for.
struct ListQuery: Sendable {
  var filter: StandingFilter
  /// The state as the address has it.
  var state: String?
  /// What of the address was not understood, in words.
  var problem: String?

  init(_ kind: Asked.Kind, _ fields: FormFields, today: PlainDate) {
    filter = StandingFilter(kind: kind)
    filter.body = fields["body"]
    filter.owner = fields["owner"]
    state = fields["state"]
    switch state {
    case nil: break
    case "open": filter.state = .open
    case "late" where kind == .recommendation: filter.state = .late(asOf: today.iso)
    case let name?:
      if let one = MatterState(rawValue: name) {
        filter.state = .one(one)
      } else {
        problem = "There is no such state, so that all are shown."
        state = nil
      }
    }
    if let words = fields["year"] {
      filter.year = MunicipalYear.read(words)
      if filter.year == nil { problem = "A year is a number, so that all years are shown." }
    }
    if let words = fields["sort"] {
      if let order = StandingFilter.Order(rawValue: words) {
        filter.order = order
      } else {
        problem = "There is no such order, so that the newest come first."
      }
    }
    filter.page = max(1, fields["page"].flatMap { Int($0) } ?? 1)
    if let words = fields["per_page"], let number = Int(words) {
      filter.perPage = min(200, max(1, number))
    }
  }

  /// The address of another page, or of the same list elsewhere.
  func address(_ path: String, page: Int? = nil) -> String {
    Address.query(
      path,
      [
        ("body", filter.body), ("owner", filter.owner), ("state", state),
        ("year", filter.year.map(String.init)),
        ("sort", filter.order == .newest ? nil : filter.order.rawValue),
        ("page", page.flatMap { $0 > 1 ? String($0) : nil }),
        ("per_page", filter.perPage == 50 ? nil : String(filter.perPage)),
      ])
  }

  var isNarrowed: Bool {
    filter.body != nil || filter.owner != nil || filter.state != nil || filter.year != nil
  }
}

/// A list as it is shown.
struct ListView {
  let query: ListQuery
  let page: StandingPage
  let choices: FilterChoices
  let today: PlainDate
  let nation: Nation

  private var kind: Asked.Kind { query.filter.kind }

  var values: [String: Any] {
    let path = Address.list(kind)
    var values: [String: Any] = [
      "path": path, "singular": kind.singular,
      "ownerLabel": ownerLabel,
      "bodiesMarkup": Markup.options(options(choices.bodies, query.filter.body)),
      "ownersMarkup": Markup.options(options(choices.owners, query.filter.owner)),
      "statesMarkup": Markup.options(states), "ordersMarkup": Markup.options(orders),
      "yearsMarkup": Markup.options(
        choices.years.map {
          Choice(Self.municipal($0), value: String($0), chosen: query.filter.year.map(String.init))
        }),
      "isFiltered": query.isNarrowed, "count": page.count,
      "counted": (page.count == 1 ? kind.singular : kind.heading).lowercased()
        + (query.isNarrowed ? " with these filters" : ""),
      "hasRows": !page.lines.isEmpty, "caption": caption,
      "rowsMarkup": ListMarkup(
        rows: page.lines.map { ListRow(line: $0, today: today, nation: nation) },
        singular: kind.singular, ownerLabel: ownerLabel
      ).markup,
      "csv": query.address("/downloads\(path).csv"),
      "json": query.address("/downloads\(path).json"),
    ]
    if let problem = query.problem { values["problem"] = problem }
    if let pager = Pager(
      page: query.filter.page, count: page.count, perPage: query.filter.perPage,
      address: { query.address(path, page: $0) })
    {
      values["pages"] = pager
    }
    return values
  }

  private var ownerLabel: String { kind == .recommendation ? "Put to" : "Owed by" }

  private var caption: String {
    switch query.filter.order {
    case .newest: "\(kind.heading), the newest first"
    case .oldest: "\(kind.heading), the oldest first"
    case .updated: "\(kind.heading), the latest answer first"
    }
  }

  /// The names that are known, and the one of the address where it is none of them.
  private func options(_ names: [String], _ chosen: String?) -> [Choice] {
    guard let chosen else { return names.map { Choice($0) } }
    let known = names.first { BodyKey($0) == BodyKey(chosen) }
    let all = known == nil ? [chosen] + names : names
    return all.map { Choice($0, chosen: known ?? chosen) }
  }

  private var states: [Choice] {
    var all = [Choice("Awaiting a full answer", value: "open", chosen: query.state)]
    if kind == .recommendation, nation == .england {
      all.append(Choice("Past the time for an answer", value: "late", chosen: query.state))
    }
    return all
      + MatterState.allCases.map {
        Choice(StateTag($0).words, value: $0.rawValue, chosen: query.state)
      }
  }

  private var orders: [Choice] {
    [
      Choice("Newest", value: "newest", chosen: query.filter.order.rawValue),
      Choice("Oldest", value: "oldest", chosen: query.filter.order.rawValue),
      Choice("Latest answer", value: "updated", chosen: query.filter.order.rawValue),
    ]
  }

  /// A municipal year as people write it: `2023/24`.
  static func municipal(_ year: Int) -> String {
    let next = (year + 1) % 100
    return "\(year)/\(next < 10 ? "0" : "")\(next)"
  }
}

/// One row of a list.
struct ListRow: MustacheParent {
  let line: StandingLine
  let today: PlainDate
  let nation: Nation

  func child(named key: String) -> Any? {
    switch key {
    case "reference": line.reference
    case "address": Address.thread(line.reference)
    case "singular": line.kind.singular
    case "wording": line.wording
    case "bodyName": line.body
    case "owner": line.owner ?? ""
    case "raised": Self.inWords(line.raised)
    case "stateWords": StateTag(line.state).words
    case "stateClass": StateTag(line.state).style
    case "ruling": ruling.map { $0 as Any } ?? false
    case "overdue": overdue.map { $0 as Any } ?? false
    case "response": line.response.map { $0 as Any } ?? false
    case "updated": line.updated.map { Self.inWords($0) as Any } ?? false
    default: nil
    }
  }

  var ruling: String? {
    let words = [line.decision?.inWords, line.implementation?.inWords].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: "; ")
  }

  var overdue: String? {
    guard nation == .england, line.answered == nil, let last = line.lastDay, last < today.iso
    else { return nil }
    return "Past \(Self.inWords(last)) (estimate)"
  }

  /// A day in words, or what stands for one.
  static func inWords(_ iso: String?) -> String {
    guard let iso else { return "" }
    return PlainDate(iso: String(iso.prefix(10)))?.inWords ?? iso
  }
}
