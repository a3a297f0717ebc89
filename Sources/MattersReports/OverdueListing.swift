public import MattersLinker
import MattersRecords
public import MattersText

/// What is past its time for an answer, each with the rule that says so.
///
/// Where the day of receipt or of the notice is not known the last day is an estimate from the
/// meeting, and nothing is said to be overdue in law; nor is it where only a rule of the council's
/// own gives the time.
public struct OverdueListing: Sendable {
  /// One matter that waits, or was answered late.
  public struct Item: Sendable {
    /// The matter under its reference.
    public var registered: RegisteredMatter
    /// The last day for an answer.
    public var lastDay: PlainDate
    /// Whether the day that starts the clock is not known.
    public var isEstimated: Bool
    /// Whether the law gives the time.
    public var isLaw: Bool
    /// The rule's name.
    public var rule: String
    /// The law, or where the council's own rule stands.
    public var source: String
    /// What is not sure of the day.
    public var caution: String?
    /// Where it was due before, and why that moved.
    public var moved: [LocalDue.Moved] = []
    /// The day of the answer, where there is one.
    public var answered: PlainDate?
    /// Days past the last day, to the answer or to the day of the list.
    public var daysPast = 0
  }

  /// The day at the end of which the list holds.
  public let asOf: PlainDate
  /// The matters, longest past first.
  public let items: [Item]

  /// Lists what is past its last day at the end of a day.
  public init(
    _ matters: [RegisteredMatter], asOf day: PlainDate, nation: Nation,
    council: CouncilSettings? = nil, calendar: MeetingCalendar = MeetingCalendar([])
  ) {
    asOf = day
    items = matters.flatMap { registered -> [Item] in
      guard (registered.matter.raised ?? day) <= day else { return [] }
      let answered = Self.answered(registered.matter, asOf: day)
      return Self.clocks(registered, nation, council, calendar).compactMap { item in
        var item = item
        item.answered = answered
        item.daysPast = (answered ?? day).days(since: item.lastDay)
        return item.daysPast > 0 ? item : nil
      }
    }.sorted { ($1.daysPast, $0.registered.reference) < ($0.daysPast, $1.registered.reference) }
  }

  private static func clocks(
    _ registered: RegisteredMatter, _ nation: Nation, _ council: CouncilSettings?,
    _ calendar: MeetingCalendar
  ) -> [Item] {
    var items: [Item] = []
    if let clock = ResponseClock(
      registered.matter, nation: nation, arrangements: council?.arrangements)
    {
      items.append(
        Item(
          registered: registered, lastDay: clock.lastDay, isEstimated: clock.isEstimated,
          isLaw: true, rule: clock.rule.id, source: clock.rule.law))
    }
    if let council, let due = LocalDue(registered.matter, council, calendar) {
      var item = Item(
        registered: registered, lastDay: due.lastDay, isEstimated: due.caution != nil,
        isLaw: false, rule: due.clock.name,
        source: "local rule" + (due.clock.rule.map { ": \($0)" } ?? ""))
      item.caution = due.caution
      item.moved = due.moved
      items.append(item)
    }
    return items
  }

  /// The day of the first answer by the end of a day.
  private static func answered(_ matter: Matter, asOf day: PlainDate) -> PlainDate? {
    let first =
      matter.kind == .recommendation
      ? ResponseClock.answered(matter)
      : matter.events.first {
        $0.kind == .responded || $0.kind == .edited && $0.isAnswer || $0.kind == .completed
          || $0.kind == .withdrawn
          || $0.kind == .discontinued
          || $0.kind == .reported && ($0.state == .answered || $0.state == .completed)
      }?.date
    return first.flatMap { $0 <= day ? $0 : nil }
  }

  /// The list as a table.
  public var table: ReportTable {
    ReportTable(
      caption: "Past the time for an answer at \(asOf.inWords)",
      columns: [
        "Reference", "Asked for", "Put to", "Last day", "Answered", "Days past", "Rule",
      ],
      rows: items.map { item in
        [
          item.registered.reference, item.registered.matter.wording,
          item.registered.matter.addressedTo ?? "",
          item.day, item.answered?.iso ?? "no answer", String(item.daysPast), item.source,
        ]
      })
  }

  /// One object a recommendation, as an array.
  public var json: String {
    var json = JSONText()
    json.beginArray()
    for item in items {
      json.beginObject()
      json.field("id", item.registered.reference)
      json.field("text", item.registered.matter.text)
      json.field("addressed_to", item.registered.matter.addressedTo)
      json.field("raised", item.registered.matter.raised?.iso)
      json.field("kind", item.registered.matter.kind.rawValue)
      json.field("last_day", item.lastDay.iso)
      json.key("estimated")
      json.bool(item.isEstimated)
      json.key("overdue_in_law")
      json.bool(item.isLaw && !item.isEstimated)
      json.field("answered", item.answered?.iso)
      json.key("days_past")
      json.number(item.daysPast)
      json.field("rule", item.rule)
      json.field(item.isLaw ? "law" : "local_rule", item.source)
      json.field("caution", item.caution)
      if !item.moved.isEmpty {
        json.key("moved")
        json.beginArray()
        for moved in item.moved {
          json.beginObject()
          json.field("from", moved.from.iso)
          json.field("because", moved.because)
          json.endObject()
        }
        json.endArray()
      }
      json.endObject()
    }
    json.endArray()
    return json.text + "\n"
  }
}

extension OverdueListing.Item {
  /// The last day with what is to be said of it.
  fileprivate var day: String {
    var notes: [String] = []
    if let caution {
      notes.append(caution)
    } else if isEstimated {
      notes.append("estimated from the meeting")
    }
    notes += moved.map { "was \($0.from.iso): \($0.because)" }
    return lastDay.iso + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))")
  }
}
