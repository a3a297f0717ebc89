public import MattersRecords

/// What a decision maker made of a recommendation, as far as a source says.
///
/// The decision and how far the work has come are kept apart: `accepted` says nothing of either.
public struct Ruling: Sendable, Hashable {
  /// The decision.
  public var decision: Decision?
  /// The decision as printed.
  public var asPrinted: String?
  /// Who decided.
  public var decidedBy: String?
  /// The day of the decision, ISO 8601.
  public var decidedOn: String?
  /// The reason given.
  public var reason: String?
  /// How far the work has come.
  public var implementation: Implementation?
  /// By when the work is to be done, ISO 8601.
  public var due: String?
  /// When implementation is to be reviewed, ISO 8601.
  public var reviewDate: String?

  /// A ruling of which nothing is known.
  public init() {}

  /// What an executive response says.
  public init(_ response: ExecutiveResponse) {
    decision = response.decision
    asPrinted = response.decisionAsPrinted
    decidedBy = response.decidedBy
    decidedOn = response.date
    reason = response.reason
    due = response.due
    reviewDate = response.reviewDate
  }

  /// What a tracker's row says.
  public init(_ entry: TrackerEntry) {
    decision = entry.decision
    asPrinted = entry.decisionAsPrinted
    decidedBy = entry.decidedBy
    decidedOn = entry.decidedOn
    // What is only noted is not accepted, and no work begins.
    implementation = entry.decision == .noted ? nil : entry.implementation
    due = entry.due
    reviewDate = entry.reviewDate
  }

  /// The ruling with what a later source says; what that does not say stays.
  func taking(_ later: Ruling) -> Ruling {
    var ruling = self
    ruling.take(later)
    return ruling
  }

  private mutating func take(_ later: Ruling) {
    if later.decision != nil {
      decision = later.decision
      asPrinted = later.asPrinted ?? asPrinted
      reason = later.reason ?? reason
    }
    decidedBy = later.decidedBy ?? decidedBy
    decidedOn = later.decidedOn ?? decidedOn
    implementation = later.implementation ?? implementation
    due = later.due ?? due
    reviewDate = later.reviewDate ?? reviewDate
  }

  /// The state that the decision alone makes.
  package var state: MatterState {
    switch decision {
    case .rejected: .refused
    case .deferred: .pending
    case .accepted, .acceptedInPrinciple, .partiallyAccepted, .noted, .unclear: .answered
    case nil: .unknown
    }
  }
}
