import MattersText

/// What a work programme's column holds.
enum ProgrammeColumn {
  case title, purpose, date, cabinetMembers, officers, witnesses, deadline, note
}

/// Which column of a work programme holds what, told by the headings.
struct ProgrammeColumns {
  private(set) var index: [ProgrammeColumn: Int] = [:]
  /// Whether a column is one that only trackers have.
  private(set) var isTracker = false

  init(header: [String]) {
    for (position, heading) in header.enumerated() {
      if let column = Self.column(of: heading) {
        if index[column] == nil { index[column] = position }
      } else if !isTracker {
        let key = MatchKey(heading).description
        isTracker = Self.ofTrackers.contains { key.place(of: $0) != nil }
      }
    }
  }

  /// What a heading means; one in two languages is known by either.
  private static func column(of heading: String) -> ProgrammeColumn? {
    var found = byHeading.meaning(of: heading)
    if heading.utf8.contains(UInt8(ascii: "/")) {
      for part in heading.split(separator: "/") {
        guard let one = byHeading.meaning(of: String(part)) else { continue }
        found = min(found ?? one, one)
      }
    }
    return found.map { synonyms[$0].column }
  }

  /// Under which of the columns each heading stands, by its place among them.
  private static let byHeading = KeyTable(
    synonyms.enumerated().flatMap { place, one in one.headings.map { (key: $0, value: place) } })

  private static let ofTrackers = [
    "recommendation", "information request", "response", "progress", "decision", "action",
  ]

  private static let synonyms: [(column: ProgrammeColumn, headings: Set<String>)] = [
    (
      .title,
      [
        "agenda item", "agenda items", "item", "items", "topic", "topics", "subject",
        "report title",
        "item title", "work programme item", "issue", "title", "agenda item title", "scrutiny item",
        "report", "business", "item topic", "topic item", "agenda item topic", "scrutiny topic",
      ]
    ),
    (
      .purpose,
      [
        "purpose", "purpose of report", "purpose of item", "aim", "aims", "objective", "objectives",
        "description", "details", "scope", "reason for scrutiny", "aims and objectives",
        "purpose of scrutiny", "focus", "rationale", "purpose of the item",
      ]
    ),
    (
      .date,
      ["date", "meeting date", "date of meeting", "meeting", "committee date", "scrutiny date"]
    ),
    (
      .cabinetMembers,
      [
        "cabinet member s", "cabinet member", "cabinet members", "portfolio holder",
        "portfolio holders",
        "portfolio holder s", "executive member", "executive members", "lead member",
        "cabinet portfolio",
        "relevant portfolio holder", "cabinet member portfolio",
      ]
    ),
    (
      .officers,
      [
        "officers", "officer", "lead officer", "lead officers", "responsible officer",
        "report author",
        "contact officer", "lead officer s", "officer s", "officer lead", "lead", "report of",
        "author", "director", "lead officer report author",
      ]
    ),
    (
      .witnesses,
      [
        "external witnesses", "witnesses", "witness", "invitees", "external invitees", "attendees",
        "others invited", "external attendees", "partners", "invited guests", "witnesses to invite",
        "expert witnesses", "witnesses invitees", "external witness",
      ]
    ),
    (
      .deadline,
      [
        "reports deadline", "report deadline", "deadline", "papers due", "report due",
        "deadline for reports",
      ]
    ),
    (.note, ["notes", "note", "comments", "comment"]),
  ]
}
