public import MattersText

/// By when a recommendation has to be answered, and whether that is law or an estimate.
public struct ResponseClock: Sendable {
  /// The rule.
  public let rule: ClockRule
  /// The day from which it was counted.
  public let base: PlainDate
  /// The last day for an answer.
  public let lastDay: PlainDate
  /// Whether the day of receipt or notice is not known, so that the meeting's day stands for it.
  public let isEstimated: Bool

  /// The clock of a recommendation, or nothing where the table has no rule for it.
  public init?(_ matter: Matter, nation: Nation) {
    guard matter.kind == .recommendation, let raised = matter.raised else { return nil }
    let addressee = Self.addressee(matter.addressedTo)
    guard let addressee, let rule = ClockRule.rule(nation, addressee, on: raised) else {
      return nil
    }
    guard let lastDay = rule.lastDay(from: raised) else { return nil }
    self.rule = rule
    self.base = raised
    self.lastDay = lastDay
    isEstimated = true
  }

  /// Who is asked, by the words that name them.
  static func addressee(_ name: String?) -> Addressee? {
    guard let name else { return nil }
    let words = MatchKey.words(name)
    if words.contains("nhs") || words.contains("integrated") && words.contains("care")
      || words.contains("hospital") || words.contains("hospitals")
    {
      return .healthBody
    }
    return words.contains("cabinet") || words.contains("executive") ? .executive : nil
  }

  /// The day of the first decided answer.
  public static func answered(_ matter: Matter) -> PlainDate? {
    matter.events.first { $0.kind == .decided || $0.kind == .responded }?.date
      ?? matter.events.first { $0.kind == .reported && $0.ruling?.decision != nil }?.date
  }
}
