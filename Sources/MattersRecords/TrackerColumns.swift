import MattersText

/// What a tracker's column holds.
public enum TrackerColumn: String, CaseIterable, Sendable {
  case reference, subject, meeting, request, recommendation, action, responsible, response, decision
  case decidedBy, decidedOn, portfolioHolder, leadOfficer, due, reviewDate, outcome, implementation
  case status, rating, updated, reason
}

/// Which column of a table holds what, told by the headings.
///
/// The headings are data: folded words on the left, what they mean on the right.
public struct TrackerColumns: Sendable {
  /// The index of each column that is known.
  public let index: [TrackerColumn: Int]

  /// Headings that tell where something was raised, though perhaps not when.
  private static let places: Set<String> = [
    "origin", "minute", "raised", "meeting", "committee", "scrutiny committee", "from meeting",
  ]

  /// How a heading begins under which stands how far a recommendation has got.
  private static let soFar = "implementation update"

  /// The most bytes that a heading has.
  static let longest = 90

  /// Reads a header; each column is known once, the first heading that fits.
  ///
  /// With `exactly`, only headings that are known word for word count. `renamed` holds the folded
  /// words of headings that one council alone has; under a title that names a tracker, one heading
  /// that is known is enough.
  public init(
    header: [String], exactly: Bool = false, renamed: [String: TrackerColumn] = [:],
    isNamed: Bool = false
  ) {
    var index: [TrackerColumn: Int] = [:]
    func take(_ column: TrackerColumn?, at position: Int?) {
      if let column, let position, index[column] == nil { index[column] = position }
    }
    for (position, heading) in header.enumerated() {
      take(renamed[MatchKey(heading).description] ?? Self.known(heading), at: position)
    }
    // What officers say of it is no answer where another column has what was decided on.
    if let weak = index[.response], !WhoseHeading.isOfDecider(header[weak]),
      MatchKey.words(header[weak]).contains(where: { $0.hasPrefix("officer") }),
      let strong = header.indices.first(where: {
        $0 != weak && Self.known(header[$0]) == .response && WhoseHeading.isOfDecider(header[$0])
      })
    {
      index[.response] = strong
    }
    // How far a thing has got is the answer where no other column has one.
    if index[.response] == nil {
      take(.response, at: header.firstIndex { MatchKey($0).description.hasPrefix(Self.soFar) })
    }
    // A row of words can be like a header by chance; two headings as they are known are none.
    if !exactly, header.allSatisfy({ $0.utf8.count <= Self.longest }),
      index.count >= 2 || isNamed && !index.isEmpty
    {
      for (position, heading) in header.enumerated() where !index.values.contains(position) {
        take(HeadingRules.column(of: heading, exactly: Self.known), at: position)
      }
    }
    // Where there is a subject beside it, "Item" is what the row is called by.
    if let weak = index[.subject], index[.reference] == nil,
      MatchKey(header[weak]).description == "item",
      let strong = header.indices.first(where: {
        $0 != weak && ["subject", "topic"].contains(MatchKey(header[$0]).description)
      })
    {
      (index[.reference], index[.subject]) = (weak, strong)
    }
    // The day on which something was raised stands before where it came from; one that stands
    // behind the answer is the day of that.
    let answer = index[.response] ?? index[.decision] ?? header.count
    if let weak = index[.meeting], Self.places.contains(MatchKey(header[weak]).description),
      let strong = header.indices.first(where: {
        $0 != weak && !index.values.contains($0) && Self.known(header[$0]) == .meeting
          && MatchKey.words(header[$0]).contains("date")
      })
    {
      if strong < max(answer, weak) {
        index[.meeting] = strong
      } else if index[.decidedOn] == nil {
        index[.decidedOn] = strong
      }
    }
    // "Cabinet decision and date" holds both.
    if index[.decision] == nil, let both = index[.decidedOn] {
      let words = MatchKey.words(header[both])
      if words.contains("decision"), words.suffix(2) == ["and", "date"] { index[.decision] = both }
    }
    self.index = index
  }

  /// What a heading means: one that is known, or one that turns on words that are.
  public static func column(of heading: String) -> TrackerColumn? {
    known(heading) ?? HeadingRules.column(of: heading, exactly: known)
  }

  /// The headings that are known for each column, as folded words.
  public static let synonyms: [(column: TrackerColumn, headings: Set<String>)] = [
    (
      .reference,
      [
        "ref", "reference", "ref no", "rec", "rec ref", "para", "reference number", "no", "number",
        "id", "min", "minute ref", "nr", "num",
        "action no", "action ref", "action number", "log no", "min no", "minute no", "rec no",
        "recommendation no", "request no", "ref number",
        "item no", "item number", "reference no", "serial no", "s no", "minute number",
        "tracker ref", "tracker no", "action id", "action reference", "recommendation number",
        "recommendation ref", "row", "unique ref", "log number", "log ref",
      ]
    ),
    (
      .subject,
      [
        "subject", "subject date", "subject and date", "topic", "item", "agenda item", "area",
        "report title", "item title", "subject meeting", "issue",
        "report", "item subject", "meeting item", "title", "agenda item title", "theme",
        "portfolio", "item and subject", "agenda item topic", "workstream", "service area",
        "policy area", "piece of work", "review title",
        "agenda item and meeting", "item and meeting", "subject and meeting", "when and what",
        "what and when", "date and subject", "meeting and subject", "meeting and item",
      ]
    ),
    (
      .meeting,
      [
        "meeting", "meeting date", "date", "date of meeting", "date raised", "date made",
        "date of request", "date requested", "meeting date and minute", "meeting date minute",
        "date first raised", "raised", "date of recommendation", "minute", "date and minute",
        "origin", "date of direction", "date agreed", "date set", "date logged", "date added",
        "meeting raised", "date of committee", "source", "arising from", "committee date",
        "asked at", "requested", "asked on", "given on", "given at", "raised at", "raised on",
        "requested on",
        "requested at", "date asked", "date of minute", "minute and date", "meeting date and item",
        "minute date", "date of origin", "when raised", "set at", "agreed at", "made at", "made on",
        "date of meeting and minute", "from meeting", "arising at", "raised at meeting",
        "meeting date and minute number", "committee", "committee and date", "scrutiny committee",
        "meeting minute", "date of resolution",
      ]
    ),
    (
      .request,
      [
        "information request", "information requested", "request", "request for information",
        "enquiry", "enquiries",
        "information requests", "question", "query", "information sought", "request made",
        "request details", "details of request",
        "what was asked for", "asked for", "what we asked for", "ask", "asks", "the ask",
        "what we asked",
        "what members asked for",
        "information required", "what was requested", "details requested",
        "request from members", "member request", "information asked for", "request from committee",
        "committee request", "request for further information", "what the committee asked for",
        "what was asked", "information outstanding", "question asked", "matter raised",
        "data requested", "members request", "members requests", "further information requested",
        "requested information", "what members want", "what members asked", "what members wanted",
        "what members wanted to know",
        "what was wanted", "what we want to know", "what was sought",
      ]
    ),
    (
      .recommendation,
      [
        "recommendation", "recommendations", "argymhelliad", "argymhellion", "recommendation made",
        "scrutiny recommendation",
        "recs", "agreed recommendation", "recommendation and priority",
        "committee recommendation", "resolution", "scrutiny recommendations",
        "recommendation of the committee", "recommendation of the group",
        "recommendations of the committee", "recommendation from scrutiny",
        "task group recommendation", "task and finish group recommendation",
        "our advice", "we recommend that", "we recommend", "the group recommends",
        "it is recommended that", "the panel recommends", "the working party recommended",
        "the group recommended", "the panel recommended", "we recommended", "advice",
        "advice given", "our recommendation", "our recommendations",
        "what we recommended", "what was recommended", "recommendation text",
        "scrutiny committee recommendation", "recommendation to cabinet",
        "recommendation to executive", "recommendation to the executive",
        "recommendations to cabinet", "panel recommendation", "recommendation from committee",
        "recommendation detail", "committee s recommendation", "board recommendation",
        "recommendation of the panel", "the committee recommended", "recommendation comment",
        "recommendation made by scrutiny", "task and finish recommendation",
        "review recommendation", "recommendation agreed", "what we said", "we said",
        "what the committee said", "what we advised", "what was advised",
      ]
    ),
    (
      .action,
      [
        "what was decided", "action", "actions", "action required",
        "agreed action", "action title", "action point",
        "direction to staff", "direction", "action agreed", "task", "agreed actions",
        "actions agreed",
        "action to be taken", "actions required", "action points", "action description",
        "action detail", "action details", "actions agreed at meeting", "action arising",
        "actions arising", "outstanding action", "business outstanding", "what is to be done",
        "what needs to be done",
        "to do", "agreed action point", "follow up action", "action resolution", "action requested",
        "matter for action", "action recorded", "what needs doing", "what has to be done",
        "what was agreed", "what we agreed", "agreed at the meeting", "decision or action",
        "action decision", "decision action", "action minute", "minute action",
        "job", "jobs", "thing to do", "what is needed", "what we will do",
      ]
    ),
    (
      .responsible,
      [
        "department responsible", "responsible", "responsible officer", "responsibility", "owner",
        "officer responsible", "officer", "lead", "by whom", "action by", "responsible department",
        "department", "directorate", "who", "action owner", "staff", "assigned to",
        "person responsible", "responsible person", "action for", "lead person", "responsible lead",
        "responsible director", "responsible body", "swyddog", "swyddog arweiniol",
        "lead department", "identified officer",
        "from", "who should answer", "who will answer", "whose job", "to be answered by", "for",
        "allocated to", "owner s", "lead s", "action lead", "action officer", "officers",
        "officer s", "responsible owner", "responsible party", "contact officer", "to action",
        "for action by", "actioned by", "who by", "by who", "from whom", "of whom", "of",
        "asked of",
        "put to", "requested from", "request to", "sent to", "lead date", "passed to",
        "referred to", "in whose hands",
        "who has it", "with whom", "who is on it", "who will do it", "who is doing it", "falls to",
        "lead and date", "lead officer date", "officer department",
        "service", "responsible service", "lead directorate", "addressed to", "person",
      ]
    ),
    (
      .response,
      [
        "response", "response update", "update", "progress", "progress update",
        "executive response",
        "cabinet response", "action taken", "comments", "response received", "update response",
        "action taken or planned to date", "response progress", "answer", "response comments",
        "comment", "proposed response", "draft response", "proposed executive response",
        "cabinet s response", "executive s response", "response from cabinet",
        "response of cabinet", "cabinet member response", "response of the executive",
        "draft executive response", "clerk s note", "clerks note", "officers note",
        "officer update", "note", "notes", "progress to date",
        "current position", "latest update", "progress notes", "officer response", "feedback",
        "update on progress", "status update", "progress comments", "comments update",
        "response of the cabinet", "service response",
        "reply", "what came back", "where we are", "officers comment", "officers comments",
        "what we got", "what has been done", "what has happened",
        "what happened", "what happened next", "what was done", "result", "action to date",
        "progress made", "update as at", "position statement", "current update", "work done so far",
        "done so far", "where we are now", "answer given", "response given", "reply given",
        "outcome response", "information provided", "response provided", "executive s comments",
        "cabinet s comments", "in its own words", "response details", "details of response",
        "explanation given", "commentary", "remarks", "remark", "narrative", "ymateb",
        "progress since last meeting", "progress report",
        "progress actions", "actions taken", "action taken to date", "what was done about it",
        "officer comments", "officer comment", "update comments", "lead officer update",
        "latest position", "response and date", "where are we now", "where are we", "news",
        "latest", "evidence of progress", "latest news", "how it stands", "how things stand",
        "what they told us", "what we heard",
        "what we were told", "how it is going", "how far we have got", "how far have we got",
      ]
    ),
    (
      .decision,
      [
        "decision", "penderfyniad", "derbyn gwrthod", "agreed not agreed", "accepted",
        "cabinet decision", "executive decision",
        "agreed", "agree", "agree y n", "agreed y n", "accept or reject", "accept reject",
        "accepted rejected", "accepted or rejected", "accept y n", "accepted y n",
        "decision of cabinet", "decision of the executive", "accepted partially accepted rejected",
        "agree disagree", "agreed or not agreed", "accept", "reject", "decision made",
        "proposed decision",
        "executive s answer", "cabinet s answer", "answer of cabinet", "answer of the cabinet",
        "agreed by cabinet", "agreed by executive", "cabinet agreed", "response accept reject",
        "accepted rejected deferred", "agreed in part", "verdict",
        "accepted partially accepted not accepted", "decision of the cabinet", "cabinet said",
        "executive said", "what cabinet said", "what the executive said", "they said",
        "executive s decision", "cabinet s decision", "accepted or not", "agree or disagree",
        "position accepted partially accepted rejected",
      ]
    ),
    (
      .decidedBy,
      [
        "decision maker", "to whom", "for whom", "directed to", "recommended to",
        "executive decision maker", "recommendation made to", "decided by",
        "made to",
      ]
    ),
    (
      .decidedOn,
      [
        "exec date", "date of response", "decision date", "date of decision", "response date",
        "date of executive response",
        "date sent", "date answered", "sent", "date replied", "date of answer", "on",
        "date considered", "considered on", "answered on", "date of reply", "date of cabinet",
        "cabinet date", "executive date", "date of cabinet decision", "date decided",
        "date of cabinet meeting", "date response received", "date of executive decision",
      ]
    ),
    (
      .portfolioHolder,
      ["portfolio holder", "cabinet member", "executive member", "cabinet member s", "lead member"]
    ),
    (.leadOfficer, ["lead officer", "lead officer em"]),
    (
      .due,
      [
        "due", "due date", "deadline", "target date", "timescale", "by when", "date due", "target",
        "when", "report back by", "agreed date", "original date", "agreed completion date",
        "agreed implementation date", "revised implementation date", "date for report back",
        "completion date", "date for completion", "implementation date", "timetable",
        "timetable for implementation", "date for implementation", "timescales",
        "target completion", "by", "report back", "due by", "complete by", "timeframe",
        "target completion date", "completion due", "new date", "revised date", "new target date",
        "revised target date", "revised due date", "to be completed by", "date required",
        "expected completion",
        "finish by", "to be done by", "needed by", "wanted by", "answer due", "reply due",
        "response due", "by date", "due for completion", "date to be completed",
        "anticipated completion", "expected date", "date expected", "completion target", "timeline",
        "finish date", "end date", "planned completion", "deadline for response", "due back",
        "target date for completion", "expected by", "reply by", "answer by", "response by",
        "do by",
        "by what date", "wanted for", "promised for", "promised by",
      ]
    ),
    (
      .reviewDate,
      [
        "review date", "implementation review date", "review", "date of review", "next review",
        "review on",
      ]
    ),
    (
      .outcome,
      [
        "outcome", "outcomes", "expected outcome", "action expected outcome", "impact",
        "implementation update", "evidence of impact",
        "expected impact", "difference made", "impact outcome", "impact made",
      ]
    ),
    (
      .implementation,
      [
        "implementation", "implementation status", "implemented", "implemented y n",
        "implementation progress", "has it been implemented", "put into effect",
      ]
    ),
    (
      .status,
      [
        "status", "complete", "completed", "current status", "assessment of progress",
        "assessment of progress include explanation if required", "status rag",
        "rag status comment",
        "done", "open closed",
        "action status", "complete y n", "completed y n", "closed", "position", "state",
        "open or closed", "open closed complete", "closed y n", "finished", "state of play",
        "where it stands", "where things stand", "stage", "complete incomplete", "completed date",
        "closed open", "done y n", "is it done", "answered", "complete or ongoing",
        "status of action", "outstanding", "action complete", "status of recommendation",
        "recommendation status", "request status", "current state", "status closed open",
        "where it is",
        "st", "where it has got to", "journey", "is it closed", "is it finished", "settled",
      ]
    ),
    (
      .rating,
      [
        "rag", "rag rating", "rag status", "brag", "rating", "bragg", "colour", "traffic light",
        "rag colour", "r a g", "colour code", "rag progress", "brag status", "brag rating",
        "rag assessment", "light", "lights", "signal",
      ]
    ),
    (
      .reason,
      [
        "reason", "reasons", "explanation", "rationale", "reason for decision",
        "reasons for decision",
        "reason if given", "reason if any", "reasons if any", "why", "why not",
        "explanation of decision", "reason if not accepted", "reason for rejection",
        "reasons for rejection", "if not why not", "justification",
      ]
    ),
    (
      .updated,
      [
        "date updated", "updated", "last updated", "date of update", "update date", "last update",
        "as at", "date of last update", "updated on", "date last updated", "last reviewed",
      ]
    ),
  ]
}
