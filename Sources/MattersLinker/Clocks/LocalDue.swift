public import MattersText

/// By when something is due by a rule that the council made for itself; never by law.
public struct LocalDue: Sendable {
  /// A day it was due before, and why it moved.
  public struct Moved: Sendable, Hashable {
    /// The day it was due.
    public var from: PlainDate
    /// Why it moved.
    public var because: String
  }

  /// The rule.
  public let clock: CouncilSettings.LocalClock
  /// The last day.
  public let lastDay: PlainDate
  /// Where it was due before, and why it moved.
  public let moved: [Moved]
  /// What is not sure of the day, in words.
  public let caution: String?

  /// When a matter is due by the first of a council's clocks that is for it.
  public init?(_ matter: Matter, _ settings: CouncilSettings, _ calendar: MeetingCalendar) {
    guard let raised = matter.raised else { return nil }
    for clock in settings.clock ?? [] {
      guard clock.appliesTo == matter.kind.rawValue, clock.isInForce(on: raised),
        let length = ClockLength(clock.length),
        let (base, doubt) = Self.base(clock, matter, raised, calendar)
      else { continue }
      let isFirst = clock.countsFirstDay ?? false
      var caution = doubt
      var moved: [Moved] = []
      let day: PlainDate?
      switch length {
      case .days(let count): day = base.adding(days: isFirst ? count - 1 : count)
      case .months(let count):
        day = ClockLength.lastDay(months: count, from: base, countingFirst: isFirst)
      case .workingDays(let count):
        let found = WorkingDays.day(
          count, after: base, countingFirst: isFirst, in: settings.nation ?? .england)
        day = found?.day
        if found?.isKnown == false {
          caution =
            "bank holidays are known for \(BankHolidays.years.lowerBound) to "
            + "\(BankHolidays.years.upperBound) only; the day may be later"
        }
      case .nextMeeting:
        let (meeting, missed) = calendar.next(of: matter.body, after: base)
        moved = missed.map { off in
          Moved(
            from: off.date,
            because: "the meeting was \(off.status)" + (off.reason.map { ": \($0)" } ?? ""))
        }
        day = meeting?.date
      }
      guard let day else { continue }
      self.clock = clock
      lastDay = day
      self.moved = moved
      self.caution = caution
      return
    }
    return nil
  }

  private static func base(
    _ clock: CouncilSettings.LocalClock, _ matter: Matter, _ raised: PlainDate,
    _ calendar: MeetingCalendar
  ) -> (PlainDate, String?)? {
    switch clock.base {
    case .meeting: return (raised, nil)
    case .receipt:
      if let known = ResponseClock.receipt(of: matter) { return (known, nil) }
      return (raised, "estimated from the meeting: the day of receipt is not known")
    case .cabinet: return calendar.nextCabinet(after: raised).map { ($0.date, nil) }
    }
  }
}

extension CouncilSettings.LocalClock {
  fileprivate func isInForce(on day: PlainDate) -> Bool {
    (from.map { $0 <= day.iso } ?? true) && (to.map { day.iso <= $0 } ?? true)
  }
}
