public import MattersText

/// The part of the United Kingdom whose law a council is under.
public enum Nation: String, Sendable, Codable, CaseIterable {
  /// England.
  case england
  /// Wales.
  case wales
  /// Scotland.
  case scotland
  /// Northern Ireland.
  case northernIreland = "northern_ireland"
}

/// Who is asked, as far as the law tells them apart.
public enum Addressee: String, Sendable, CaseIterable {
  /// A Cabinet or other executive under executive arrangements.
  case executive
  /// An NHS body or a provider of health services.
  case healthBody = "health_body"
}

/// A time within which the law wants an answer: one row of the table of clocks.
public struct ClockRule: Sendable, Hashable {
  /// How long it runs.
  public enum Length: Sendable, Hashable {
    /// Calendar months.
    case months(Int)
    /// Days of the calendar.
    case days(Int)
  }

  /// What starts it.
  public enum BaseEvent: String, Sendable {
    /// The later of receipt of the recommendations and receipt of the written notice.
    case receiptOrNotice = "receipt_or_notice"
    /// The written request for a response.
    case writtenRequest = "written_request"
  }

  /// A stable name.
  public let id: String
  /// Whose law it is.
  public let nation: Nation
  /// Who has to answer.
  public let addressee: Addressee
  /// What starts it.
  public let base: BaseEvent
  /// How long it runs.
  public let length: Length
  /// Whether the day of the base event is the first day.
  public let countsFirstDay: Bool
  /// The first day on which the rule held.
  public let from: PlainDate?
  /// The last day on which it held; none while it does.
  public let until: PlainDate?
  /// The law it comes from.
  public let law: String
  /// When somebody last compared it with the law.
  public let checked: String

  /// The last day for an answer, counted from the base event.
  public func lastDay(from base: PlainDate) -> PlainDate? {
    switch length {
    case .days(let count):
      return base.adding(days: countsFirstDay ? count - 1 : count)
    case .months(let count):
      return ClockLength.lastDay(months: count, from: base, countingFirst: countsFirstDay)
    }
  }

  /// The rules that are known.
  ///
  /// Other nations, committee-system councils and parishes have no row:
  /// for them there is no statutory clock here.
  public static let all: [ClockRule] = [
    ClockRule(
      id: "england.executive.9FE", nation: .england, addressee: .executive,
      base: .receiptOrNotice, length: .months(2), countsFirstDay: true,
      from: PlainDate(year: 2012, month: 5, day: 4), until: nil,
      law: "Local Government Act 2000, section 9FE",
      checked: "2026-11"),
    ClockRule(
      id: "england.health.2013-218", nation: .england, addressee: .healthBody,
      base: .writtenRequest, length: .days(28), countsFirstDay: false,
      from: PlainDate(year: 2013, month: 4, day: 1), until: nil,
      law: "Local Authority (Public Health, Health and Wellbeing Boards and Health Scrutiny) "
        + "Regulations 2013 (SI 2013/218)",
      checked: "2026-11"),
  ]

  /// The rule for a nation and an addressee on a day, if the table has one.
  public static func rule(
    _ nation: Nation, _ addressee: Addressee, on day: PlainDate
  ) -> ClockRule? {
    all.first {
      $0.nation == nation && $0.addressee == addressee && ($0.from.map { $0 <= day } ?? true)
        && ($0.until.map { day <= $0 } ?? true)
    }
  }
}
