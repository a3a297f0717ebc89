// What a meeting decides, asks for and is promised.

/// What the meeting resolved, other than a recommendation or an information request.
public struct Resolution: RecordContent {
  /// Which kind it is.
  public static let kind = RecordKind.resolution
  /// What the kind is.
  public static let meaning: StaticString =
    "What the meeting resolved, other than a recommendation or an information request."

  /// The meeting.
  public var meetingDate: String?
  /// The minute's number.
  public var minute: String?
  /// The label as printed.
  public var label: String?
  /// The resolution in the paper's words.
  public var text: String = ""

  /// A value with nothing in it.
  public init() {}

  /// Lists the fields.
  public mutating func code(_ coder: inout some FieldCoder) {
    coder.date("meeting_date", &meetingDate, "The meeting.")
    coder.text("minute", &minute, "The minute's number.")
    coder.text("label", &label, "The label as printed.")
    coder.text("text", &text, "The resolution in the paper's words.")
  }
}

/// A recommendation; made_in says whose it is.
public struct Recommendation: RecordContent {
  /// Which kind it is.
  public static let kind = RecordKind.recommendation
  /// What the kind is.
  public static let meaning: StaticString = "A recommendation; made_in says whose it is."

  /// The recommendation in the paper's words.
  public var text: String = ""
  /// The label as printed.
  public var label: String?
  /// Whose recommendation it is.
  public var madeIn: MadeIn = .minutes
  /// Who makes it.
  public var madeBy: String?
  /// The council's own reference.
  public var reference: String?
  /// The number of the minute.
  public var minute: String?
  /// The title of the report it stands in.
  public var report: String?
  /// The decision maker it is put to.
  public var addressedTo: String?
  /// When a response is due.
  public var due: String?
  /// The meeting.
  public var meetingDate: String?

  /// A value with nothing in it.
  public init() {}

  /// Lists the fields.
  public mutating func code(_ coder: inout some FieldCoder) {
    coder.text("text", &text, "The recommendation in the paper's words.")
    coder.text("label", &label, "The label as printed.")
    coder.word("made_in", &madeIn, "Whose recommendation it is.")
    coder.text("made_by", &madeBy, "Who makes it.")
    coder.text("reference", &reference, "The council's own reference.")
    coder.text("minute", &minute, "The number of the minute.")
    coder.text("report", &report, "The title of the report it stands in.")
    coder.text("addressed_to", &addressedTo, "The decision maker it is put to.")
    coder.date("due", &due, "When a response is due.")
    coder.date("meeting_date", &meetingDate, "The meeting.")
  }
}

/// Something the committee asked to be sent, shown or clarified.
public struct InformationRequest: RecordContent {
  /// Which kind it is.
  public static let kind = RecordKind.informationRequest
  /// What the kind is.
  public static let meaning: StaticString =
    "Something the committee asked to be sent, shown or clarified."

  /// The meeting that made the request.
  public var meetingDate: String?
  /// The number of the minute.
  public var minute: String?
  /// The title of the report that restates it.
  public var report: String?
  /// The label as printed.
  public var label: String?
  /// The council's own reference.
  public var reference: String?
  /// The request in the paper's words.
  public var text: String = ""
  /// Who is asked.
  public var addressedTo: String?
  /// Who asked for it.
  public var raisedBy: String?
  /// When it is due.
  public var due: String?
  /// When it is due, as printed.
  public var dueAsPrinted: String?

  /// A value with nothing in it.
  public init() {}

  /// Lists the fields.
  public mutating func code(_ coder: inout some FieldCoder) {
    coder.date("meeting_date", &meetingDate, "The meeting that made the request.")
    coder.text("minute", &minute, "The number of the minute.")
    coder.text("report", &report, "The title of the report that restates it.")
    coder.text("label", &label, "The label as printed.")
    coder.text("reference", &reference, "The council's own reference.")
    coder.text("text", &text, "The request in the paper's words.")
    coder.text("addressed_to", &addressedTo, "Who is asked.")
    coder.text("raised_by", &raisedBy, "Who asked for it.")
    coder.date("due", &due, "When it is due.")
    coder.text("due_as_printed", &dueAsPrinted, "When it is due, as printed.")
  }
}

/// Something the meeting asked somebody to do.
public struct Action: RecordContent {
  /// Which kind it is.
  public static let kind = RecordKind.action
  /// What the kind is.
  public static let meaning: StaticString = "Something the meeting asked somebody to do."

  /// The meeting.
  public var meetingDate: String?
  /// The number of the minute.
  public var minute: String?
  /// The label as printed.
  public var label: String?
  /// The action in the paper's words.
  public var text: String = ""
  /// Who is to do it.
  public var owner: String?
  /// By when.
  public var due: String?

  /// A value with nothing in it.
  public init() {}

  /// Lists the fields.
  public mutating func code(_ coder: inout some FieldCoder) {
    coder.date("meeting_date", &meetingDate, "The meeting.")
    coder.text("minute", &minute, "The number of the minute.")
    coder.text("label", &label, "The label as printed.")
    coder.text("text", &text, "The action in the paper's words.")
    coder.text("owner", &owner, "Who is to do it.")
    coder.date("due", &due, "By when.")
  }
}

/// Something the committee asked or suggested in the narrative without making it a formal request.
public struct Suggestion: RecordContent {
  /// Which kind it is.
  public static let kind = RecordKind.suggestion
  /// What the kind is.
  public static let meaning: StaticString =
    "Something the committee asked or suggested in the narrative without making it a formal request."

  /// The meeting.
  public var meetingDate: String?
  /// The number of the minute.
  public var minute: String?
  /// The sentence.
  public var text: String = ""
  /// Who is asked.
  public var addressedTo: String?

  /// A value with nothing in it.
  public init() {}

  /// Lists the fields.
  public mutating func code(_ coder: inout some FieldCoder) {
    coder.date("meeting_date", &meetingDate, "The meeting.")
    coder.text("minute", &minute, "The number of the minute.")
    coder.text("text", &text, "The sentence.")
    coder.text("addressed_to", &addressedTo, "Who is asked.")
  }
}

/// Something an officer or member said would be done for the committee.
public struct Undertaking: RecordContent {
  /// Which kind it is.
  public static let kind = RecordKind.undertaking
  /// What the kind is.
  public static let meaning: StaticString =
    "Something an officer or member said would be done for the committee."

  /// The meeting.
  public var meetingDate: String?
  /// The number of the minute.
  public var minute: String?
  /// The sentence.
  public var text: String = ""
  /// Who said so.
  public var owner: String?

  /// A value with nothing in it.
  public init() {}

  /// Lists the fields.
  public mutating func code(_ coder: inout some FieldCoder) {
    coder.date("meeting_date", &meetingDate, "The meeting.")
    coder.text("minute", &minute, "The number of the minute.")
    coder.text("text", &text, "The sentence.")
    coder.text("owner", &owner, "Who said so.")
  }
}
