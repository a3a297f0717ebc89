public import MattersLinker
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

extension Position {
  /// Where something stands in the words of its kind: how far the work on a recommendation has come
  /// where that is known, and an action that nobody has spoken of is open.
  public func standing(of kind: Asked.Kind) -> String {
    switch kind {
    case .request: state.inWords
    case .recommendation: RecommendationsReport.status(self).lowercased()
    case .action: ActionsReport.status(self).lowercased()
    }
  }
}
