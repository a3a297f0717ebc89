// What came back: trackers, answers and the executive's responses.

/// A row of a tracker: what was asked, who owes it, what came back.
public struct TrackerEntry: RecordContent {
  /// Which kind it is.
  public static let kind = RecordKind.trackerEntry
  /// What the kind is.
  public static let meaning: StaticString =
    "A row of a tracker: what was asked, who owes it, what came back."

  /// What the tracker keeps.
  public var tracker: TrackerKind = .informationRequests
  /// The council's own reference.
  public var reference: String?
  /// The meeting at which it was raised.
  public var meetingDate: String?
  /// The subject, without body and date.
  public var subject: String?
  /// The label as printed.
  public var label: String?
  /// The request, recommendation or action as the row gives it.
  public var text: String = ""
  /// Who owes the answer.
  public var responsible: String?
  /// The response as printed.
  public var response: String?
  /// What the decision maker made of it.
  public var decision: Decision?
  /// The decision as printed.
  public var decisionAsPrinted: String?
  /// Who decided.
  public var decidedBy: String?
  /// When it was decided.
  public var decidedOn: String?
  /// The cabinet member responsible.
  public var portfolioHolder: String?
  /// The officer responsible.
  public var leadOfficer: String?
  /// When it is due.
  public var due: String?
  /// When implementation is to be reviewed.
  public var reviewDate: String?
  /// What came of it.
  public var outcome: String?
  /// How far the work has come.
  public var implementation: Implementation?
  /// The status as printed.
  public var statusAsPrinted: String?
  /// Where it stands.
  public var state: MatterState?
  /// The colour or rating word.
  public var rating: String?
  /// When the row was last updated.
  public var updated: String?
  /// The update's date as printed, where there is no such day.
  public var updatedAsPrinted: String?
  /// The table's headings as printed.
  public var columns: [String] = []
  /// The row's cells as printed.
  public var cells: [String] = []

  /// A value with nothing in it.
  public init() {}

  /// Lists the fields.
  public mutating func code(_ coder: inout some FieldCoder) {
    coder.word("tracker", &tracker, "What the tracker keeps.")
    coder.text("reference", &reference, "The council's own reference.")
    coder.date("meeting_date", &meetingDate, "The meeting at which it was raised.")
    coder.text("subject", &subject, "The subject, without body and date.")
    coder.text("label", &label, "The label as printed.")
    coder.text("text", &text, "The request, recommendation or action as the row gives it.")
    coder.text("responsible", &responsible, "Who owes the answer.")
    coder.text("response", &response, "The response as printed.")
    coder.word("decision", &decision, "What the decision maker made of it.")
    coder.text("decision_as_printed", &decisionAsPrinted, "The decision as printed.")
    coder.text("decided_by", &decidedBy, "Who decided.")
    coder.date("decided_on", &decidedOn, "When it was decided.")
    coder.text("portfolio_holder", &portfolioHolder, "The cabinet member responsible.")
    coder.text("lead_officer", &leadOfficer, "The officer responsible.")
    coder.date("due", &due, "When it is due.")
    coder.date("review_date", &reviewDate, "When implementation is to be reviewed.")
    coder.text("outcome", &outcome, "What came of it.")
    coder.word("implementation", &implementation, "How far the work has come.")
    coder.text("status_as_printed", &statusAsPrinted, "The status as printed.")
    coder.word("state", &state, "Where it stands.")
    coder.text("rating", &rating, "The colour or rating word.")
    coder.date("updated", &updated, "When the row was last updated.")
    coder.text(
      "updated_as_printed", &updatedAsPrinted,
      "The update's date as printed, where there is no such day.")
    coder.list("columns", &columns, "The table's headings as printed.")
    coder.list("cells", &cells, "The row's cells as printed.")
  }
}

/// An answer to an information request, given outside a tracker.
public struct InformationResponse: RecordContent {
  /// Which kind it is.
  public static let kind = RecordKind.informationResponse
  /// What the kind is.
  public static let meaning: StaticString =
    "An answer to an information request, given outside a tracker."

  /// The answer in the paper's words.
  public var text: String = ""
  /// Who answers.
  public var from: String?
  /// When.
  public var date: String?
  /// By what means.
  public var means: ResponseMeans?

  /// A value with nothing in it.
  public init() {}

  /// Lists the fields.
  public mutating func code(_ coder: inout some FieldCoder) {
    coder.text("text", &text, "The answer in the paper's words.")
    coder.text("from", &from, "Who answers.")
    coder.date("date", &date, "When.")
    coder.word("means", &means, "By what means.")
  }
}

/// What the executive says to a recommendation.
public struct ExecutiveResponse: RecordContent {
  /// Which kind it is.
  public static let kind = RecordKind.executiveResponse
  /// What the kind is.
  public static let meaning: StaticString = "What the executive says to a recommendation."

  /// The response in the paper's words.
  public var text: String = ""
  /// Proposed by officers, or decided.
  public var stage: ResponseStage?
  /// What was made of the recommendation.
  public var decision: Decision?
  /// The decision as printed.
  public var decisionAsPrinted: String?
  /// The reason given.
  public var reason: String?
  /// The wording agreed, where it was changed.
  public var agreedText: String?
  /// What is to be done.
  public var action: String?
  /// Who is to do it.
  public var lead: String?
  /// By when.
  public var due: String?
  /// When it is to be reviewed.
  public var reviewDate: String?
  /// To what or when it was put off.
  public var deferredTo: String?
  /// Who decided.
  public var decidedBy: String?
  /// When.
  public var date: String?
  /// Which recommendations it answers; ranges are spelt out.
  public var recommendationLabels: [String] = []

  /// A value with nothing in it.
  public init() {}

  /// Lists the fields.
  public mutating func code(_ coder: inout some FieldCoder) {
    coder.text("text", &text, "The response in the paper's words.")
    coder.word("stage", &stage, "Proposed by officers, or decided.")
    coder.word("decision", &decision, "What was made of the recommendation.")
    coder.text("decision_as_printed", &decisionAsPrinted, "The decision as printed.")
    coder.text("reason", &reason, "The reason given.")
    coder.text("agreed_text", &agreedText, "The wording agreed, where it was changed.")
    coder.text("action", &action, "What is to be done.")
    coder.text("lead", &lead, "Who is to do it.")
    coder.date("due", &due, "By when.")
    coder.date("review_date", &reviewDate, "When it is to be reviewed.")
    coder.text("deferred_to", &deferredTo, "To what or when it was put off.")
    coder.text("decided_by", &decidedBy, "Who decided.")
    coder.date("date", &date, "When.")
    coder.list(
      "recommendation_labels", &recommendationLabels,
      "Which recommendations it answers; ranges are spelt out.")
  }
}
