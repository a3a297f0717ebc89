/// The kinds of record that papers hold; the raw value is what `kind` says in JSON.
public enum RecordKind: String, CaseIterable, Sendable, Comparable {
  case meeting, correction, attendance
  case agendaItem = "agenda_item"
  case minute, resolution, recommendation
  case informationRequest = "information_request"
  case action
  case trackerEntry = "tracker_entry"
  case suggestion, undertaking
  case informationResponse = "information_response"
  case executiveResponse = "executive_response"
  case vote
  case workProgrammeItem = "work_programme_item"
  case publicQuestion = "public_question"
  case report
  case planAction = "plan_action"
  case planOutcome = "plan_outcome"
  case planMeasure = "plan_measure"
  case requirement
  case improvementArea = "improvement_area"
  case judgement, finding
  case improvementRequired = "improvement_required"
  case serviceAssessment = "service_assessment"
  case link

  /// In the order of the contract.
  public static func < (a: RecordKind, b: RecordKind) -> Bool { a.rank < b.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
