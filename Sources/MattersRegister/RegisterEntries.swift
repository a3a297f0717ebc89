import GRDB
public import MattersLinker
public import MattersRecords
public import MattersText

extension Register {
  /// Records an answer that came outside the papers, as by e-mail.
  ///
  /// - Parameters:
  ///   - state: `answered`, `partlyAnswered` or `holding`.
  ///   - person: who enters it.
  public func respond(
    to matter: RegisteredMatter, on received: PlainDate, from: String, text: String,
    state: MatterState, enteredBy person: String
  ) throws {
    try add(
      Entry(
        reference: matter.reference, kind: .responded, date: received, state: state,
        response: text, from: from, minute: nil, person: person))
  }

  /// Records that the committee agreed something as completed.
  public func complete(
    _ matter: RegisteredMatter, at meeting: PlainDate, minute: String, enteredBy person: String
  ) throws {
    try add(
      Entry(
        reference: matter.reference, kind: .completed, date: meeting, state: .completed,
        response: nil, from: nil, minute: minute, person: person))
  }

  /// Records where a person says that something stands, and why.
  ///
  /// It outranks what was read from papers, and never what a meeting decided.
  public func judge(
    _ matter: RegisteredMatter, on day: PlainDate, state: MatterState?, ruling: Ruling?,
    note: String?, enteredBy person: String
  ) throws {
    var entry = Entry(
      reference: matter.reference, kind: .judged, date: day, state: state, response: nil,
      from: nil, minute: nil, person: person)
    entry.ruling = ruling
    entry.note = note
    try add(entry)
  }

  /// Records a day that starts a clock: recommendations were received, or the notice was given.
  public func note(
    _ kind: MatterEvent.Kind, of matter: RegisteredMatter, on day: PlainDate, note: String?,
    enteredBy person: String
  ) throws {
    var entry = Entry(
      reference: matter.reference, kind: kind, date: day, state: nil, response: nil, from: nil,
      minute: nil, person: person)
    entry.note = note
    try add(entry)
  }

  private struct Entry {
    var reference: String
    var kind: MatterEvent.Kind
    var date: PlainDate
    var state: MatterState?
    var response: String?
    var from: String?
    var minute: String?
    var person: String
    var ruling: Ruling?
    var note: String?
  }

  private func add(_ entry: Entry) throws {
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO entry
            (reference, kind, date, state, response, "from", minute, decision, implementation, due,
             reviewDate, note, enteredBy, enteredAt)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          entry.reference, entry.kind.rawValue, entry.date.iso, entry.state?.rawValue,
          entry.response, entry.from, entry.minute, entry.ruling?.decision?.rawValue,
          entry.ruling?.implementation?.rawValue, entry.ruling?.due, entry.ruling?.reviewDate,
          entry.note, entry.person, Self.now(),
        ])
      try Standing.refresh(entry.reference, database)
    }
  }

  // MARK: - Issued reports

  /// Notes which matters a report that was issued for a meeting showed as completed.
  public func noteIssued(
    body: String, meeting: PlainDate, completed references: [String]
  ) throws {
    try write { database in
      for reference in references {
        try database.execute(
          sql: """
            INSERT OR IGNORE INTO issued (bodyKey, meetingDate, reference, issuedAt)
            VALUES (?, ?, ?, ?)
            """,
          arguments: [BodyKey(body).description, meeting.iso, reference, Self.now()])
      }
    }
  }

  /// The references that reports issued for meetings before a day showed as completed.
  public func issuedAsCompleted(body: String, before meeting: PlainDate) throws -> Set<String> {
    try read { database in
      try String.fetchSet(
        database,
        sql: "SELECT reference FROM issued WHERE bodyKey = ? AND meetingDate < ?",
        arguments: [BodyKey(body).description, meeting.iso])
    }
  }
}
