public import MattersText

/// One record read from a paper: what it says, what it is called, and where it was read.
public struct PaperRecord: Sendable, Hashable {
  /// Its name inside the document.
  public var id: RecordID
  /// Where it was read from: lines, or the rows of a sheet.
  public var lines: LineRange
  /// The sheet of the workbook that it was read from; none where it was no workbook.
  public var sheet: String?
  /// Who may see it.
  public var access: Access = .public
  /// The paragraph of the law under which it is exempt, as printed.
  public var exemptParagraph: String?
  /// How sure the reading is.
  public var certainty: Certainty = .certain
  /// Why it is not certain.
  public var because: String?
  /// What it says.
  public var content: RecordBody

  /// A record at its place.
  public init(id: RecordID, lines: LineRange, content: RecordBody) {
    self.id = id
    self.lines = lines
    self.content = content
  }

  /// Which kind it is.
  public var kind: RecordKind { content.kind }

  /// Lists the keys that every record has, then the kind's own.
  public mutating func code(_ coder: inout some FieldCoder) {
    content.code(&coder)
    coder.text("sheet", &sheet, "The sheet of a workbook whose rows the lines are.")
    var shown: Access? = access == .public ? nil : access
    coder.word("access", &shown, "Who may see it; left out where it is public.")
    access = shown ?? .public
    coder.text("exempt_paragraph", &exemptParagraph, "The paragraph of the law it is exempt under.")
    coder.word("certainty", &certainty, "How sure the reading is.")
    coder.text("because", &because, "Why it is not certain.")
  }
}

/// The content of a record, by kind; kept apart from the record, so that a record is small to move.
public indirect enum RecordBody: Sendable, Hashable {
  case meeting(Meeting)
  case correction(Correction)
  case attendance(Attendance)
  case agendaItem(AgendaItem)
  case minute(Minute)
  case resolution(Resolution)
  case recommendation(Recommendation)
  case informationRequest(InformationRequest)
  case action(Action)
  case trackerEntry(TrackerEntry)
  case suggestion(Suggestion)
  case undertaking(Undertaking)
  case informationResponse(InformationResponse)
  case executiveResponse(ExecutiveResponse)
  case vote(Vote)
  case workProgrammeItem(WorkProgrammeItem)
  case publicQuestion(PublicQuestion)
  case report(Report)
  case planAction(PlanAction)
  case planOutcome(PlanOutcome)
  case planMeasure(PlanMeasure)
  case requirement(Requirement)
  case improvementArea(ImprovementArea)
  case judgement(Judgement)
  case finding(Finding)
  case improvementRequired(ImprovementRequired)
  case serviceAssessment(ServiceAssessment)
  case link(Link)

  /// Which kind it is.
  public var kind: RecordKind {
    switch self {
    case .meeting: .meeting
    case .correction: .correction
    case .attendance: .attendance
    case .agendaItem: .agendaItem
    case .minute: .minute
    case .resolution: .resolution
    case .recommendation: .recommendation
    case .informationRequest: .informationRequest
    case .action: .action
    case .trackerEntry: .trackerEntry
    case .suggestion: .suggestion
    case .undertaking: .undertaking
    case .informationResponse: .informationResponse
    case .executiveResponse: .executiveResponse
    case .vote: .vote
    case .workProgrammeItem: .workProgrammeItem
    case .publicQuestion: .publicQuestion
    case .report: .report
    case .planAction: .planAction
    case .planOutcome: .planOutcome
    case .planMeasure: .planMeasure
    case .requirement: .requirement
    case .improvementArea: .improvementArea
    case .judgement: .judgement
    case .finding: .finding
    case .improvementRequired: .improvementRequired
    case .serviceAssessment: .serviceAssessment
    case .link: .link
    }
  }

  /// A body of a kind with nothing in it.
  public init(empty kind: RecordKind) {
    switch kind {
    case .meeting: self = .meeting(Meeting())
    case .correction: self = .correction(Correction())
    case .attendance: self = .attendance(Attendance())
    case .agendaItem: self = .agendaItem(AgendaItem())
    case .minute: self = .minute(Minute())
    case .resolution: self = .resolution(Resolution())
    case .recommendation: self = .recommendation(Recommendation())
    case .informationRequest: self = .informationRequest(InformationRequest())
    case .action: self = .action(Action())
    case .trackerEntry: self = .trackerEntry(TrackerEntry())
    case .suggestion: self = .suggestion(Suggestion())
    case .undertaking: self = .undertaking(Undertaking())
    case .informationResponse: self = .informationResponse(InformationResponse())
    case .executiveResponse: self = .executiveResponse(ExecutiveResponse())
    case .vote: self = .vote(Vote())
    case .workProgrammeItem: self = .workProgrammeItem(WorkProgrammeItem())
    case .publicQuestion: self = .publicQuestion(PublicQuestion())
    case .report: self = .report(Report())
    case .planAction: self = .planAction(PlanAction())
    case .planOutcome: self = .planOutcome(PlanOutcome())
    case .planMeasure: self = .planMeasure(PlanMeasure())
    case .requirement: self = .requirement(Requirement())
    case .improvementArea: self = .improvementArea(ImprovementArea())
    case .judgement: self = .judgement(Judgement())
    case .finding: self = .finding(Finding())
    case .improvementRequired: self = .improvementRequired(ImprovementRequired())
    case .serviceAssessment: self = .serviceAssessment(ServiceAssessment())
    case .link: self = .link(Link())
    }
  }

  /// Lists the kind's fields.
  public mutating func code(_ coder: inout some FieldCoder) {
    switch self {
    case .meeting(var content):
      content.code(&coder)
      self = .meeting(content)
    case .correction(var content):
      content.code(&coder)
      self = .correction(content)
    case .attendance(var content):
      content.code(&coder)
      self = .attendance(content)
    case .agendaItem(var content):
      content.code(&coder)
      self = .agendaItem(content)
    case .minute(var content):
      content.code(&coder)
      self = .minute(content)
    case .resolution(var content):
      content.code(&coder)
      self = .resolution(content)
    case .recommendation(var content):
      content.code(&coder)
      self = .recommendation(content)
    case .informationRequest(var content):
      content.code(&coder)
      self = .informationRequest(content)
    case .action(var content):
      content.code(&coder)
      self = .action(content)
    case .trackerEntry(var content):
      content.code(&coder)
      self = .trackerEntry(content)
    case .suggestion(var content):
      content.code(&coder)
      self = .suggestion(content)
    case .undertaking(var content):
      content.code(&coder)
      self = .undertaking(content)
    case .informationResponse(var content):
      content.code(&coder)
      self = .informationResponse(content)
    case .executiveResponse(var content):
      content.code(&coder)
      self = .executiveResponse(content)
    case .vote(var content):
      content.code(&coder)
      self = .vote(content)
    case .workProgrammeItem(var content):
      content.code(&coder)
      self = .workProgrammeItem(content)
    case .publicQuestion(var content):
      content.code(&coder)
      self = .publicQuestion(content)
    case .report(var content):
      content.code(&coder)
      self = .report(content)
    case .planAction(var content):
      content.code(&coder)
      self = .planAction(content)
    case .planOutcome(var content):
      content.code(&coder)
      self = .planOutcome(content)
    case .planMeasure(var content):
      content.code(&coder)
      self = .planMeasure(content)
    case .requirement(var content):
      content.code(&coder)
      self = .requirement(content)
    case .improvementArea(var content):
      content.code(&coder)
      self = .improvementArea(content)
    case .judgement(var content):
      content.code(&coder)
      self = .judgement(content)
    case .finding(var content):
      content.code(&coder)
      self = .finding(content)
    case .improvementRequired(var content):
      content.code(&coder)
      self = .improvementRequired(content)
    case .serviceAssessment(var content):
      content.code(&coder)
      self = .serviceAssessment(content)
    case .link(var content):
      content.code(&coder)
      self = .link(content)
    }
  }

  /// What the kind is, in a sentence.
  public var meaning: String {
    switch self {
    case .meeting: "\(Meeting.meaning)"
    case .correction: "\(Correction.meaning)"
    case .attendance: "\(Attendance.meaning)"
    case .agendaItem: "\(AgendaItem.meaning)"
    case .minute: "\(Minute.meaning)"
    case .resolution: "\(Resolution.meaning)"
    case .recommendation: "\(Recommendation.meaning)"
    case .informationRequest: "\(InformationRequest.meaning)"
    case .action: "\(Action.meaning)"
    case .trackerEntry: "\(TrackerEntry.meaning)"
    case .suggestion: "\(Suggestion.meaning)"
    case .undertaking: "\(Undertaking.meaning)"
    case .informationResponse: "\(InformationResponse.meaning)"
    case .executiveResponse: "\(ExecutiveResponse.meaning)"
    case .vote: "\(Vote.meaning)"
    case .workProgrammeItem: "\(WorkProgrammeItem.meaning)"
    case .publicQuestion: "\(PublicQuestion.meaning)"
    case .report: "\(Report.meaning)"
    case .planAction: "\(PlanAction.meaning)"
    case .planOutcome: "\(PlanOutcome.meaning)"
    case .planMeasure: "\(PlanMeasure.meaning)"
    case .requirement: "\(Requirement.meaning)"
    case .improvementArea: "\(ImprovementArea.meaning)"
    case .judgement: "\(Judgement.meaning)"
    case .finding: "\(Finding.meaning)"
    case .improvementRequired: "\(ImprovementRequired.meaning)"
    case .serviceAssessment: "\(ServiceAssessment.meaning)"
    case .link: "\(Link.meaning)"
    }
  }
}
