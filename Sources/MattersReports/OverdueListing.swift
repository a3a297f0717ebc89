public import MattersLinker
import MattersRecords
public import MattersText

/// Recommendations whose time for an answer has run out, each with the rule that says so.
///
/// Where the day of receipt or of the notice is not known the last day is an estimate from the
/// meeting, and nothing is said to be overdue in law.
public struct OverdueListing: Sendable {
  /// One recommendation that waits, or was answered late.
  public struct Item: Sendable {
    /// The matter under its reference.
    public var registered: RegisteredMatter
    /// The clock.
    public var clock: ResponseClock
    /// The day of the answer, where there is one.
    public var answered: PlainDate?
    /// Days past the last day, to the answer or to the day of the list.
    public var daysPast: Int
  }

  /// The day at the end of which the list holds.
  public let asOf: PlainDate
  /// The recommendations, longest past first.
  public let items: [Item]

  /// Lists what is past its last day at the end of a day.
  public init(_ matters: [RegisteredMatter], asOf day: PlainDate, nation: Nation) {
    asOf = day
    items = matters.compactMap { registered -> Item? in
      guard let clock = ResponseClock(registered.matter, nation: nation),
        (registered.matter.raised ?? day) <= day
      else { return nil }
      let answered = ResponseClock.answered(registered.matter).flatMap { $0 <= day ? $0 : nil }
      let past = (answered ?? day).days(since: clock.lastDay)
      guard past > 0 else { return nil }
      return Item(registered: registered, clock: clock, answered: answered, daysPast: past)
    }.sorted { ($1.daysPast, $0.registered.reference) < ($0.daysPast, $1.registered.reference) }
  }

  /// The list as a table.
  public var table: ReportTable {
    ReportTable(
      caption: "Past the time for an answer at \(asOf.inWords)",
      columns: [
        "Reference", "Recommendation", "Put to", "Last day", "Answered", "Days past", "Rule",
      ],
      rows: items.map { item in
        [
          item.registered.reference, item.registered.matter.wording,
          item.registered.matter.addressedTo ?? "",
          item.clock.lastDay.iso + (item.clock.isEstimated ? " (estimated from the meeting)" : ""),
          item.answered?.iso ?? "no answer", String(item.daysPast), item.clock.rule.law,
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
      json.field("last_day", item.clock.lastDay.iso)
      json.key("estimated")
      json.bool(item.clock.isEstimated)
      json.key("overdue_in_law")
      json.bool(!item.clock.isEstimated)
      json.field("answered", item.answered?.iso)
      json.key("days_past")
      json.number(item.daysPast)
      json.field("rule", item.clock.rule.id)
      json.field("law", item.clock.rule.law)
      json.endObject()
    }
    json.endArray()
    return json.text + "\n"
  }
}
