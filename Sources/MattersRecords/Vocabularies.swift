/// Which of a meeting's papers a meeting was read from.
public enum DocumentRole: String, Vocabulary { case agenda, minutes }

/// Whether minutes have been agreed.
public enum MinutesStatus: String, Vocabulary { case draft, confirmed }

/// What sort of meeting it was.
public enum MeetingType: String, Vocabulary {
  case ordinary, extraordinary
  case callIn = "call_in"
  case informal
}

/// What kept a meeting from being held in the ordinary way.
public enum MeetingHeld: String, Vocabulary { case cancelled, adjourned, inquorate }

/// In what capacity somebody attends.
public enum Capacity: String, Vocabulary {
  case chairperson
  case viceChairperson = "vice_chairperson"
  case member
  case coOptee = "co_optee"
  case substitute
  case cabinetMember = "cabinet_member"
  case officer, guest
}

/// Whether somebody was there.
public enum Presence: String, Vocabulary { case membership, present, remote, apologies }

/// Whose recommendation it is: the paper it was made in.
///
/// Three things bear the name in one pack, and they are never mixed: what an officer proposes that
/// the meeting decide (`report`), what an outside body advises (`review`), and what the committee
/// itself puts to a decision maker (`minutes`, `scrutiny_report`).
public enum MadeIn: String, Vocabulary {
  case minutes
  case scrutinyReport = "scrutiny_report"
  case report, review
}

/// What a tracker keeps.
public enum TrackerKind: String, Vocabulary {
  case informationRequests = "information_requests"
  case recommendations, actions
}

/// Where a request, recommendation or action stands.
///
/// Overdue is worked out, never a state.
public enum MatterState: String, Vocabulary {
  case pending, holding
  case partlyAnswered = "partly_answered"
  case answered, completed, refused, withdrawn, discontinued, unknown
}

/// What the decision maker made of a recommendation.
///
/// `noted` is a response that accepts nothing.
public enum Decision: String, Vocabulary {
  case accepted
  case acceptedInPrinciple = "accepted_in_principle"
  case partiallyAccepted = "partially_accepted"
  case noted, deferred, rejected, unclear
}

/// How far the work has come that was agreed to.
public enum Implementation: String, Vocabulary {
  case notStarted = "not_started"
  case inProgress = "in_progress"
  case paused, implemented
  case notImplemented = "not_implemented"
  case superseded
  case noLongerApplicable = "no_longer_applicable"
  case unknown
}

/// How far a response has come on its way.
public enum ResponseStage: String, Vocabulary { case proposed, decided }

/// By what means an answer came.
public enum ResponseMeans: String, Vocabulary {
  case email
  case briefingNote = "briefing_note"
  case report, oral
}

/// Whether a work programme's item has a meeting.
public enum ProgrammeState: String, Vocabulary { case scheduled, reserve }

/// Who may see a record.
public enum Access: String, Vocabulary { case `public`, exempt, confidential }

/// How sure the reading is: a grade with its reason, never a made-up number.
public enum Certainty: String, Vocabulary {
  /// The wording leaves no doubt.
  case certain
  /// It is so in nearly all papers that are worded in this way.
  case probable
  /// It may be so; a person should look.
  case doubtful
}

/// How firmly a link stands.
public enum LinkGrade: String, Vocabulary {
  /// What the texts state (date, minute, label, wording) leaves one candidate.
  case exact
  /// One candidate is left after comparing words.
  case strong
  /// A suggestion; it changes no state.
  case weak
}

/// What a link says of its two ends.
public enum Relation: String, Vocabulary {
  case minutesItem = "minutes_item"
  case considers, restates, tracks, answers, implements, completes, adopts, endorses
  case reRequests = "re_requests"
  case carriesForward = "carries_forward"
  case discontinues, becomes, schedules, supersedes, corrects
}
