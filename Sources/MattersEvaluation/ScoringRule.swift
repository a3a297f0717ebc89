import MattersArising

/// What of a record tells that it is the one meant, as data: the rule of the contract's `*`.
enum ScoringRule {
  /// How alike words must be to count as the same.
  static let threshold = 0.9

  /// How much of the lines of both must be shared for a place to be right.
  static let overlap = 0.5

  /// Keys that are no values of a record: its name and place, how sure the reading is, and the
  /// cells of a table as printed.
  static let unscored: Set<String> = [
    "kind", "id", "lines", "confidence", "certainty", "grade", "because", "cells", "columns",
  ]
}

extension RecordKind {
  /// The keys whose words identify a record.
  var identityKeys: [String] {
    switch self {
    case .meeting: ["body"]
    case .correction: ["corrects_meeting", "text"]
    case .attendance: ["name"]
    case .agendaItem, .minute, .workProgrammeItem, .report: ["title"]
    case .resolution, .recommendation, .informationRequest, .action, .suggestion, .undertaking,
      .trackerEntry, .executiveResponse, .informationResponse, .planAction, .planOutcome,
      .planMeasure, .requirement, .finding, .improvementRequired:
      ["text"]
    case .vote: ["minute", "mover", "seconder", "for", "against"]
    case .publicQuestion: ["questioner", "question"]
    case .improvementArea: ["area"]
    case .judgement: ["subject", "grade"]
    case .serviceAssessment: ["service"]
    case .link: ["from", "to", "relation"]
    }
  }

  /// The keys that must be the same, where the gold has them, before words are compared.
  var strictKeys: [String] {
    switch self {
    case .meeting: ["document_role", "date"]
    case .agendaItem, .minute, .planAction, .requirement, .finding, .improvementRequired: ["number"]
    case .recommendation: ["made_in"]
    case .trackerEntry: ["tracker"]
    default: []
    }
  }

  /// Whether a key is neither identifying nor left out of account.
  func asks(_ key: String) -> Bool {
    !ScoringRule.unscored.contains(key) && !identityKeys.contains(key) && !strictKeys.contains(key)
  }
}
