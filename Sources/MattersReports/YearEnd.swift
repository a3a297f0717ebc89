public import MattersLinker
import MattersRecords
import MattersText

/// What becomes of a committee's matters when the municipal year turns.
///
/// Nothing lapses by itself: what is proposed to lapse waits for the committee's minuted decision.
/// What is carried over keeps its first date and its reference.
public struct YearEnd: Sendable {
  /// Where a matter goes.
  public enum Fate: String, Sendable, CaseIterable {
    /// The committee is done with it.
    case done
    /// It goes on into the next year.
    case carried = "carried_over"
    /// The officers propose that the committee let it go.
    case proposed = "proposed_to_lapse"

    /// The heading over matters of that fate.
    public var heading: String {
      switch self {
      case .done: "Done in the year"
      case .carried: "Carried over, with first date and reference"
      case .proposed: "Proposed to lapse, for the committee to decide"
      }
    }
  }

  /// One matter.
  public struct Item: Sendable {
    /// The matter under its reference.
    public var registered: RegisteredMatter
    /// Where it stands at the year's end.
    public var position: Position
    /// Where it goes.
    public var fate: Fate
    /// Why.
    public var because: String
  }

  /// The committee.
  public let body: String
  /// The municipal year, by the year in which it begins.
  public let year: Int
  /// The matters, by fate and then oldest first.
  public let items: [Item]

  /// Sorts a committee's matters at the end of a municipal year, 30 April.
  ///
  /// - Parameter matters: all matters of the committee.
  public init(body: String, year: Int, _ matters: [RegisteredMatter]) {
    self.body = body
    self.year = year
    guard let first = PlainDate(year: year, month: 5, day: 1),
      let last = PlainDate(year: year + 1, month: 4, day: 30)
    else {
      items = []
      return
    }
    let all = matters.compactMap { registered -> Item? in
      let matter = registered.matter
      guard (matter.raised ?? last) <= last, let position = matter.position(.endOf(last)) else {
        return nil
      }
      guard position.isUnresolved else {
        // What an earlier year was done with is not told again.
        guard let day = position.cause?.date, day >= first else { return nil }
        return Item(
          registered: registered, position: position, fate: .done,
          because: position.cause?.because ?? "")
      }
      if let because = Self.lapses(position, matter, first) {
        return Item(registered: registered, position: position, fate: .proposed, because: because)
      }
      let carried = matter.events.last { $0.kind == .carriedForward && $0.date <= last }
      return Item(
        registered: registered, position: position, fate: .carried,
        because: carried?.because ?? "not agreed as completed")
    }
    items = Fate.allCases.flatMap { fate in all.filter { $0.fate == fate } }
  }

  /// Why the officers may propose to let it go: nothing more is to come of it.
  private static func lapses(_ position: Position, _ matter: Matter, _ first: PlainDate) -> String?
  {
    switch position.ruling?.implementation {
    case .implemented: return "implemented; the committee has not agreed it as completed"
    case .superseded: return "superseded"
    case .noLongerApplicable: return "no longer applicable"
    default: break
    }
    if position.ruling?.decision == .rejected { return "rejected by the decision maker" }
    if position.state == .refused { return "refused" }
    guard let raised = matter.raised, raised < first,
      !matter.events.contains(where: { $0.date >= first && $0.kind != .raised })
    else { return nil }
    return "no paper of the year speaks of it"
  }

  /// One table for a fate.
  public func table(_ fate: Fate) -> ReportTable {
    ReportTable(
      caption: fate.heading,
      columns: ["Reference", "First raised", "What", "State", "Why"],
      rows: items.filter { $0.fate == fate }.map { item in
        [
          item.registered.reference, item.registered.matter.raised?.iso ?? "",
          item.registered.matter.wording,
          item.position.standing(of: item.registered.matter.kind), item.because,
        ]
      })
  }

  /// One object a matter, as an array.
  public var json: String {
    var json = JSONText()
    json.beginArray()
    for item in items {
      json.beginObject()
      json.field("id", item.registered.reference)
      json.field("kind", item.registered.matter.kind.rawValue)
      json.field("text", item.registered.matter.text)
      json.field("raised", item.registered.matter.raised?.iso)
      json.field("state", item.position.state.rawValue)
      json.field("fate", item.fate.rawValue)
      json.field("because", item.because)
      json.field("body", item.registered.matter.body)
      json.endObject()
    }
    json.endArray()
    return json.text + "\n"
  }
}
