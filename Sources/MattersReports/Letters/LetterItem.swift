import MattersLinker
import MattersRecords
import MattersText

/// One matter as a letter tells it: what was asked, in which words, when, by when, and what came.
struct LetterItem {
  private let registered: RegisteredMatter
  private let asOf: PlainDate
  private let due: Due?

  /// By when something is due, and what says so.
  struct Due {
    var day: PlainDate
    var words: String
  }

  init(
    _ registered: RegisteredMatter, asOf day: PlainDate, _ settings: CouncilSettings?,
    _ calendar: MeetingCalendar
  ) {
    self.registered = registered
    asOf = day
    due = Self.due(registered.matter, day, settings, calendar)
  }

  /// Whether the day on which it was due is past.
  var isOverdue: Bool { due.map { $0.day < asOf } ?? false }

  /// The lines of the item, the first with its number.
  func lines(_ number: Int) -> [String] {
    let matter = registered.matter
    let position = matter.position(.endOf(asOf))
    var lines = [
      "\(number). \(registered.reference)",
      "   \u{201C}\(matter.wording)\u{201D}",
      "   Asked by: \(matter.body)" + (matter.raised.map { ", \($0.inWords)" } ?? "")
        + (matter.minute.map { ", minute \($0)" } ?? ""),
    ]
    if let due {
      let late = asOf.days(since: due.day)
      lines.append(
        "   Due: \(due.day.inWords)\(due.words)"
          + (late > 0 ? "; \(late) \(late == 1 ? "day" : "days") ago" : ""))
    } else {
      lines.append("   Due: no day is set")
    }
    if let response = position?.response {
      let when = position?.updated.flatMap(PlainDate.init(iso:)).map { ", \($0.inWords)" } ?? ""
      lines.append(
        "   So far (\(position?.state.inWords ?? "")\(when)): \u{201C}\(response)\u{201D}")
    }
    let chases = matter.events.filter { $0.kind == .chased && $0.date <= asOf }
    lines.append(
      "   Asked for before: "
        + (chases.isEmpty ? "no" : chases.map(\.date.inWords).joined(separator: "; ")))
    if matter.members.first?.laid.record.access != .public {
      lines.append("   Taken in private: not to be passed on.")
    }
    return lines
  }

  /// By its papers or people, else by law, else by the council's own rule.
  static func due(
    _ matter: Matter, _ asOf: PlainDate, _ settings: CouncilSettings?, _ calendar: MeetingCalendar
  ) -> Due? {
    let known = matter.dueHistory.last { $0.since <= asOf }
    if let day = known.flatMap({ PlainDate(iso: $0.due) }) { return Due(day: day, words: "") }
    if let clock = ResponseClock(
      matter, nation: settings?.nation ?? .england, arrangements: settings?.arrangements)
    {
      let estimate = clock.isEstimated ? ", estimated from the meeting" : ""
      return Due(day: clock.lastDay, words: " (\(clock.rule.law)\(estimate))")
    }
    guard let settings, let local = LocalDue(matter, settings, calendar) else { return nil }
    return Due(
      day: local.lastDay,
      words: local.clock.rule.map { " (\($0))" } ?? " (\(local.clock.name))")
  }
}
