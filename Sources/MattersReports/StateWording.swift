public import MattersRecords

/// States in words that people use.
extension MatterState {
  /// The state in plain words.
  public var inWords: String {
    switch self {
    case .pending: "awaiting a response"
    case .holding: "holding reply"
    case .partlyAnswered: "partly answered"
    case .answered: "answered"
    case .completed: "completed"
    case .refused: "refused"
    case .withdrawn: "withdrawn"
    case .discontinued: "discontinued"
    case .unknown: "not clear"
    }
  }
}

/// Decisions in words that people use.
extension Decision {
  /// The decision in plain words.
  public var inWords: String {
    switch self {
    case .accepted: "accepted"
    case .acceptedInPrinciple: "accepted in principle"
    case .partiallyAccepted: "partially accepted"
    case .noted: "noted"
    case .deferred: "deferred"
    case .rejected: "rejected"
    case .unclear: "not clear"
    }
  }
}

/// How far work has come, in words that people use.
extension Implementation {
  /// The progress in plain words.
  public var inWords: String {
    switch self {
    case .notStarted: "not started"
    case .inProgress: "in progress"
    case .paused: "paused"
    case .implemented: "implemented"
    case .notImplemented: "not implemented"
    case .superseded: "superseded"
    case .noLongerApplicable: "no longer applicable"
    case .unknown: "not known"
    }
  }
}
