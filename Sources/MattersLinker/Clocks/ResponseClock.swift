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
  ///
  /// - Parameter arrangements: where they are not executive ones, an executive's clock is not that of
  ///   the law.
  public init?(
    _ matter: Matter, nation: Nation, arrangements: CouncilSettings.Arrangements? = nil
  ) {
    guard matter.kind == .recommendation, let raised = matter.raised else { return nil }
    guard let addressee = Self.addressee(matter.addressedTo),
      let rule = ClockRule.rule(nation, addressee, on: raised)
    else { return nil }
    if addressee == .executive, let arrangements, arrangements != .executive { return nil }
    let known =
      rule.base == .writtenRequest ? Self.notice(of: matter) : Self.receipt(of: matter)
    guard let lastDay = rule.lastDay(from: known ?? raised) else { return nil }
    self.rule = rule
    self.base = known ?? raised
    self.lastDay = lastDay
    isEstimated = known == nil
  }

  /// The later of receipt of the recommendations and of the written notice, as far as either is
  /// known.
  static func receipt(of matter: Matter) -> PlainDate? {
    matter.events.filter { $0.kind == .received || $0.kind == .noticed }.map(\.date).max()
  }

  /// The day of the written request for a response.
  private static func notice(of matter: Matter) -> PlainDate? {
    matter.events.first { $0.kind == .noticed }?.date
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
    matter.events.first(where: \.bringsAnswer)?.date
      ?? matter.events.first { $0.kind == .reported && $0.ruling?.decision != nil }?.date
  }
}
