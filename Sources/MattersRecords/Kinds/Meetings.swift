// Meetings: who met, on what, and how they voted.

/// A meeting, as one of its papers presents it.
public struct Meeting: RecordContent {
  /// Which kind it is.
  public static let kind = RecordKind.meeting
  /// What the kind is.
  public static let meaning: StaticString = "A meeting, as one of its papers presents it."

  /// The paper the meeting was read from.
  public var documentRole: DocumentRole = .agenda
  /// The council.
  public var council: String?
  /// The committee or other body that met.
  public var body: String?
  /// The day it met or is to meet.
  public var date: String?
  /// When it begins, on the 24-hour clock.
  public var time: String?
  /// Where it is held.
  public var place: String?
  /// Whether the minutes have been agreed.
  public var status: MinutesStatus?
  /// What sort of meeting.
  public var type: MeetingType?
  /// What kept it from being held in the ordinary way.
  public var held: MeetingHeld?

  /// A value with nothing in it.
  public init() {}

  /// Lists the fields.
  public mutating func code(_ coder: inout some FieldCoder) {
    coder.word("document_role", &documentRole, "The paper the meeting was read from.")
    coder.text("council", &council, "The council.")
    coder.text("body", &body, "The committee or other body that met.")
    coder.date("date", &date, "The day it met or is to meet.")
    coder.text("time", &time, "When it begins, on the 24-hour clock.")
    coder.text("place", &place, "Where it is held.")
    coder.word("status", &status, "Whether the minutes have been agreed.")
    coder.word("type", &type, "What sort of meeting.")
    coder.word("held", &held, "What kept it from being held in the ordinary way.")
  }
}

/// A correction to the minutes of an earlier meeting.
public struct Correction: RecordContent {
  /// Which kind it is.
  public static let kind = RecordKind.correction
  /// What the kind is.
  public static let meaning: StaticString = "A correction to the minutes of an earlier meeting."

  /// The meeting that made the correction.
  public var meetingDate: String?
  /// The meeting whose minutes are corrected.
  public var correctsMeeting: String?
  /// The number of the minute that is corrected.
  public var minute: String?
  /// The correction in the paper's words.
  public var text: String = ""

  /// A value with nothing in it.
  public init() {}

  /// Lists the fields.
  public mutating func code(_ coder: inout some FieldCoder) {
    coder.date("meeting_date", &meetingDate, "The meeting that made the correction.")
    coder.date("corrects_meeting", &correctsMeeting, "The meeting whose minutes are corrected.")
    coder.text("minute", &minute, "The number of the minute that is corrected.")
    coder.text("text", &text, "The correction in the paper's words.")
  }
}

/// Somebody's part in a meeting: on the membership, present, or with apologies.
public struct Attendance: RecordContent {
  /// Which kind it is.
  public static let kind = RecordKind.attendance
  /// What the kind is.
  public static let meaning: StaticString =
    "Somebody's part in a meeting: on the membership, present, or with apologies."

  /// The meeting.
  public var meetingDate: String?
  /// The name as printed, without a title.
  public var name: String = ""
  /// The title as printed, such as Councillor.
  public var title: String?
  /// The post or what the person represents.
  public var role: String?
  /// Whom a substitute stands in for.
  public var substitutingFor: String?
  /// In what capacity.
  public var capacity: Capacity?
  /// Whether the person was there.
  public var presence: Presence?

  /// A value with nothing in it.
  public init() {}

  /// Lists the fields.
  public mutating func code(_ coder: inout some FieldCoder) {
    coder.date("meeting_date", &meetingDate, "The meeting.")
    coder.text("name", &name, "The name as printed, without a title.")
    coder.text("title", &title, "The title as printed, such as Councillor.")
    coder.text("role", &role, "The post or what the person represents.")
    coder.text("substituting_for", &substitutingFor, "Whom a substitute stands in for.")
    coder.word("capacity", &capacity, "In what capacity.")
    coder.word("presence", &presence, "Whether the person was there.")
  }
}

/// An item of business on an agenda.
public struct AgendaItem: RecordContent {
  /// Which kind it is.
  public static let kind = RecordKind.agendaItem
  /// What the kind is.
  public static let meaning: StaticString = "An item of business on an agenda."

  /// The meeting.
  public var meetingDate: String?
  /// The item's number.
  public var number: String = ""
  /// The item's title.
  public var title: String = ""
  /// What the meeting is asked to do.
  public var purpose: String?
  /// The pages of the pack its papers are on, such as 9-20.
  public var pages: String?

  /// A value with nothing in it.
  public init() {}

  /// Lists the fields.
  public mutating func code(_ coder: inout some FieldCoder) {
    coder.date("meeting_date", &meetingDate, "The meeting.")
    coder.text("number", &number, "The item's number.")
    coder.text("title", &title, "The item's title.")
    coder.text("purpose", &purpose, "What the meeting is asked to do.")
    coder.text("pages", &pages, "The pages of the pack its papers are on, such as 9-20.")
  }
}

/// A numbered minute: its number and title.
public struct Minute: RecordContent {
  /// Which kind it is.
  public static let kind = RecordKind.minute
  /// What the kind is.
  public static let meaning: StaticString = "A numbered minute: its number and title."

  /// The meeting.
  public var meetingDate: String?
  /// The minute's number.
  public var number: String?
  /// The minute's title.
  public var title: String = ""

  /// A value with nothing in it.
  public init() {}

  /// Lists the fields.
  public mutating func code(_ coder: inout some FieldCoder) {
    coder.date("meeting_date", &meetingDate, "The meeting.")
    coder.text("number", &number, "The minute's number.")
    coder.text("title", &title, "The minute's title.")
  }
}

/// A vote, with its movers and its numbers.
public struct Vote: RecordContent {
  /// Which kind it is.
  public static let kind = RecordKind.vote
  /// What the kind is.
  public static let meaning: StaticString = "A vote, with its movers and its numbers."

  /// The meeting.
  public var meetingDate: String?
  /// The number of the minute.
  public var minute: String?
  /// Who moved.
  public var mover: String?
  /// Who seconded.
  public var seconder: String?
  /// Votes for.
  public var `for`: Int?
  /// Votes against.
  public var against: Int?
  /// Abstentions.
  public var abstained: Int?
  /// Who voted for.
  public var forNames: [String] = []
  /// Who voted against.
  public var againstNames: [String] = []
  /// Who abstained.
  public var abstainedNames: [String] = []
  /// The result as printed.
  public var result: String?

  /// A value with nothing in it.
  public init() {}

  /// Lists the fields.
  public mutating func code(_ coder: inout some FieldCoder) {
    coder.date("meeting_date", &meetingDate, "The meeting.")
    coder.text("minute", &minute, "The number of the minute.")
    coder.text("mover", &mover, "Who moved.")
    coder.text("seconder", &seconder, "Who seconded.")
    coder.number("for", &`for`, "Votes for.")
    coder.number("against", &against, "Votes against.")
    coder.number("abstained", &abstained, "Abstentions.")
    coder.list("for_names", &forNames, "Who voted for.")
    coder.list("against_names", &againstNames, "Who voted against.")
    coder.list("abstained_names", &abstainedNames, "Who abstained.")
    coder.text("result", &result, "The result as printed.")
  }
}
