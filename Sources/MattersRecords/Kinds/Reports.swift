// Officers' reports, the work programme and the public's questions.

/// An officer's report: its front matter.
public struct Report: RecordContent {
  /// Which kind it is.
  public static let kind = RecordKind.report
  /// What the kind is.
  public static let meaning: StaticString = "An officer's report: its front matter."

  /// The title.
  public var title: String = ""
  /// The body it is written for.
  public var body: String?
  /// The meeting.
  public var meetingDate: String?
  /// Who reports.
  public var author: String?
  /// Its classification.
  public var classification: String?
  /// The type of decision.
  public var decisionType: String?
  /// The wards affected.
  public var wards: String?
  /// What it is for.
  public var purpose: String?

  /// A value with nothing in it.
  public init() {}

  /// Lists the fields.
  public mutating func code(_ coder: inout some FieldCoder) {
    coder.text("title", &title, "The title.")
    coder.text("body", &body, "The body it is written for.")
    coder.date("meeting_date", &meetingDate, "The meeting.")
    coder.text("author", &author, "Who reports.")
    coder.text("classification", &classification, "Its classification.")
    coder.text("decision_type", &decisionType, "The type of decision.")
    coder.text("wards", &wards, "The wards affected.")
    coder.text("purpose", &purpose, "What it is for.")
  }
}

/// An item of the committee's work programme.
public struct WorkProgrammeItem: RecordContent {
  /// Which kind it is.
  public static let kind = RecordKind.workProgrammeItem
  /// What the kind is.
  public static let meaning: StaticString = "An item of the committee's work programme."

  /// The meeting it is planned for; none for a reserve item.
  public var meetingDate: String?
  /// The item's title.
  public var title: String = ""
  /// What the committee is to do.
  public var purpose: String?
  /// Cabinet members who are to attend.
  public var cabinetMembers: [String] = []
  /// Officers who are to attend.
  public var officers: [String] = []
  /// Others who are to attend.
  public var witnesses: [String] = []
  /// When reports are due.
  public var reportsDeadline: String?
  /// Whether it has a meeting.
  public var state: ProgrammeState?
  /// What else the row says.
  public var note: String?

  /// A value with nothing in it.
  public init() {}

  /// Lists the fields.
  public mutating func code(_ coder: inout some FieldCoder) {
    coder.date(
      "meeting_date", &meetingDate, "The meeting it is planned for; none for a reserve item.")
    coder.text("title", &title, "The item's title.")
    coder.text("purpose", &purpose, "What the committee is to do.")
    coder.list("cabinet_members", &cabinetMembers, "Cabinet members who are to attend.")
    coder.list("officers", &officers, "Officers who are to attend.")
    coder.list("witnesses", &witnesses, "Others who are to attend.")
    coder.date("reports_deadline", &reportsDeadline, "When reports are due.")
    coder.word("state", &state, "Whether it has a meeting.")
    coder.text("note", &note, "What else the row says.")
  }
}

/// A question from a member of the public, with its answer.
public struct PublicQuestion: RecordContent {
  /// Which kind it is.
  public static let kind = RecordKind.publicQuestion
  /// What the kind is.
  public static let meaning: StaticString =
    "A question from a member of the public, with its answer."

  /// The meeting.
  public var meetingDate: String?
  /// Who asks, as printed.
  public var questioner: String = ""
  /// The question.
  public var question: String = ""
  /// The answer.
  public var response: String?
  /// Whether it follows up the answer to another.
  public var supplementary: Bool = false

  /// A value with nothing in it.
  public init() {}

  /// Lists the fields.
  public mutating func code(_ coder: inout some FieldCoder) {
    coder.date("meeting_date", &meetingDate, "The meeting.")
    coder.text("questioner", &questioner, "Who asks, as printed.")
    coder.text("question", &question, "The question.")
    coder.text("response", &response, "The answer.")
    coder.flag("supplementary", &supplementary, "Whether it follows up the answer to another.")
  }
}
