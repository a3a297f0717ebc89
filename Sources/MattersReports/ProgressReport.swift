public import MattersLinker
public import MattersRecords
public import MattersText

/// The Progress Report's appendix: what the committee asked to be told, meeting by meeting, as it
/// stands before a meeting opens.
public struct ProgressReport: Sendable {
  /// The headings of the real pack's table.
  public static let columns = [
    "Subject & Date", "Information Request", "Department Responsible", "Response", "Status",
    "Date updated",
  ]

  /// One request as the report prints it.
  public struct Item: Sendable {
    /// The permanent reference.
    public var reference: String
    /// The cells in the order of ``ProgressReport/columns``.
    public var cells: [String]
    /// Whether the committee is told that it is completed.
    public var isCompleted: Bool
    /// Where it stands.
    public var state: MatterState
    /// The day of the row's update, where it is one.
    public var updated: PlainDate?
    /// The number of the minute.
    public var minute: String?
    /// How many days it has been open at the meeting.
    public var daysOpen: Int?
    /// The matter.
    public var matter: Matter
    /// Where the matter stands.
    public var position: Position
  }

  /// The requests raised at one meeting.
  public struct Group: Sendable {
    /// The meeting; none where no paper says it.
    public var date: PlainDate?
    /// The committee and the day.
    public var heading: String
    /// The requests in the order of their minutes and labels.
    public var items: [Item]
  }

  /// The committee.
  public let body: String
  /// The meeting the report is for.
  public let meeting: PlainDate
  /// The requests by meeting, newest first.
  public let groups: [Group]

  /// Makes the report for a meeting.
  ///
  /// - Parameters:
  ///   - matters: the body's requests.
  ///   - issued: references that an issued report for an earlier meeting showed as completed.
  public init(
    body: String, meeting: PlainDate, matters: [RegisteredMatter], issued: Set<String> = []
  ) {
    self.body = body
    self.meeting = meeting
    let trackers = Set(
      matters.flatMap(\.matter.events).filter { $0.kind == .reported && $0.date <= meeting }
        .map(\.date))
    var items: [PlainDate?: [(order: Order, item: Item)]] = [:]
    for registered in matters {
      let matter = registered.matter
      guard let position = matter.position(.openingOf(meeting)) else { continue }
      if !position.isUnresolved,
        issued.contains(registered.reference)
          || matter.wasShownClosed(before: meeting)
          || matter.wasLeftOut(after: position.cause?.date, of: trackers)
      {
        continue
      }
      let item = Item(
        reference: registered.reference,
        cells: Self.cells(matter, position, body: body),
        isCompleted: position.state == .completed, state: position.state,
        updated: position.updated.flatMap(PlainDate.init(iso:)), minute: matter.minute,
        daysOpen: matter.daysOpen(asOf: meeting), matter: matter, position: position)
      items[matter.raised, default: []].append((Order(matter, position), item))
    }
    let dates = items.keys.sorted { ($0?.dayNumber ?? .min) > ($1?.dayNumber ?? .min) }
    groups = dates.map { date in
      Group(
        date: date,
        heading: "\(body) \(date.map(\.withOrdinal) ?? "date not known")",
        items: (items[date] ?? []).sorted { $0.order < $1.order }.map(\.item))
    }
  }

  /// All rows in order, as one table.
  public var table: ReportTable {
    ReportTable(
      caption: "Information requests", columns: Self.columns,
      rows: groups.flatMap { $0.items.map(\.cells) })
  }

  // MARK: - Cells

  private static func cells(_ matter: Matter, _ position: Position, body: String) -> [String] {
    let printed = position.row.map { PrintedRow($0) }
    let response =
      position.isRowOutdated || printed == nil
      ? position.response.map { words in
        position.isRowOutdated ? words + (position.from.map { " (\($0))" } ?? "") : words
      } : printed?[.response]
    let updated =
      position.isRowOutdated
      ? position.updated.flatMap(PlainDate.init(iso:))?.short : printed?[.updated]
    let isDone = position.state == .completed
    let status: String =
      switch position.state {
      case .completed: Self.tick
      case .withdrawn, .discontinued: position.state.inWords.capitalizedFirst
      default: position.isRowOutdated ? "" : printed?[.status] ?? ""
      }
    return [
      printed?[.subject] ?? subject(matter, body: body),
      printed?[.request] ?? matter.wording,
      printed?[.responsible] ?? matter.responsible ?? matter.addressedTo ?? "",
      response ?? (isDone ? "" : "Response pending."),
      status,
      updated ?? "",
    ]
  }

  /// The mark of a completed item.
  public static let tick = "✓"

  private static func subject(_ matter: Matter, body: String) -> String {
    [matter.subject, ShortName.of(body), matter.raised?.withOrdinal].compactMap { $0 }
      .joined(separator: " ")
  }

  /// The order of requests inside a meeting.
  private struct Order: Comparable {
    var minute: Int
    var place: Int
    var label: String

    init(_ matter: Matter, _ position: Position) {
      let number = (matter.minute ?? "").prefix { $0.isNumber }
      minute = Int(number) ?? .max
      place = matter.principal.laid.record.lines.first
      label = matter.label ?? ""
    }

    static func < (a: Order, b: Order) -> Bool {
      (a.minute, a.place, a.label) < (b.minute, b.place, b.label)
    }
  }
}

extension Matter {
  /// Whether a report for an earlier meeting showed it as closed, so that it is not shown again.
  fileprivate func wasShownClosed(before meeting: PlainDate) -> Bool {
    events.contains { event in
      guard event.kind == .reported, event.date < meeting else { return false }
      switch event.state {
      case .completed, .withdrawn, .discontinued: return true
      default: return false
      }
    }
  }

  /// Whether a tracker laid after it was closed no longer has it.
  fileprivate func wasLeftOut(after closed: PlainDate?, of trackers: Set<PlainDate>) -> Bool {
    guard let closed else { return false }
    return trackers.contains { day in
      day > closed && !events.contains { $0.kind == .reported && $0.date == day }
    }
  }
}

/// A tracker's row as it was printed, cell by cell.
struct PrintedRow {
  private let cells: [String]
  private let columns: TrackerColumns

  init(_ entry: TrackerEntry) {
    cells = entry.cells
    columns = TrackerColumns(header: entry.columns)
  }

  subscript(_ column: TrackerColumn) -> String? {
    guard let index = columns.index[column], index < cells.count else { return nil }
    return cells[index]
  }
}

extension PlainDate {
  /// `11th October 2022`, as trackers print a meeting.
  public var withOrdinal: String {
    let ending =
      switch (day % 10, day % 100) {
      case (_, 11...13): "th"
      case (1, _): "st"
      case (2, _): "nd"
      case (3, _): "rd"
      default: "th"
      }
    return "\(day)\(ending) \(PlainDate.monthNames[month - 1]) \(year)"
  }

  /// `2/11/22`, as trackers print the day of an update.
  public var short: String {
    let twoDigits = year % 100 < 10 ? "0\(year % 100)" : "\(year % 100)"
    return "\(day)/\(month)/\(twoDigits)"
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
