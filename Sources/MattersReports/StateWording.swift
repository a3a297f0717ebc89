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
