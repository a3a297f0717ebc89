import GRDB
import MattersLinker
import MattersRecords
import MattersText

/// Reads matters with all that belongs to them.
///
/// Each table is asked once for all that a condition means: a long list costs no more questions
/// than a single matter.
extension Register {
  static func matter(_ id: Int64, _ database: Database) throws -> RegisteredMatter? {
    try matters(where: "matter.id = ?", [id], database).first
  }

  /// The matters that meet a condition on the table `matter`, oldest first.
  static func matters(
    where condition: String, _ arguments: StatementArguments, _ database: Database
  ) throws -> [RegisteredMatter] {
    var parts = try MatterParts(where: condition, arguments, database)
    let rows = try GRDB.Row.fetchCursor(
      database,
      sql: """
        SELECT * FROM matter WHERE \(condition)
        ORDER BY raised, body, minute, label, text, id
        """,
      arguments: arguments)
    var found: [RegisteredMatter] = []
    while let row = try rows.next() {
      guard let kind = Asked.Kind(rawValue: row["kind"]) else { continue }
      let id: Int64 = row["id"]
      let members = parts.takeMembers(of: id)
      guard !members.isEmpty else { continue }
      let reference: String = row["reference"]
      let raised: String? = row["raised"]
      var matter = Matter(
        kind: kind, council: row["council"], body: row["body"],
        raised: raised.flatMap(PlainDate.init(iso:)), minute: row["minute"], label: row["label"],
        text: row["text"], subject: row["subject"], addressedTo: row["addressedTo"],
        responsible: row["responsible"], printedReference: row["printedReference"],
        members: members, events: parts.takeEvents(of: id))
      try complete(
        &matter, with: parts.entered[reference] ?? [],
        isTold: raised.map(parts.toldDays.contains) ?? false, database)
      var registered = RegisteredMatter(reference: reference, matter: matter)
      registered.waiting = parts.waiting[reference] ?? []
      found.append(registered)
    }
    return found
  }

  /// Puts in what people entered and what papers tell in passing.
  static func complete(
    _ matter: inout Matter, with entered: [MatterEvent], isTold: Bool, _ database: Database
  ) throws {
    matter.tellAdditions()
    for event in entries(entered, of: matter) { matter.insert(event) }
    if isTold { for event in try paperEvents(of: matter, database) { matter.insert(event) } }
    matter.hearPeople()
  }
}

/// What belongs to some matters, by the matter.
struct MatterParts {
  private var members: [Int64: [Matter.Member]] = [:]
  private var added: [Int64: [(position: Int, member: Matter.Member)]] = [:]
  private var events: [Int64: [MatterEvent]] = [:]
  /// What people entered, and what waits for a person, by the matter's reference.
  let entered: [String: [MatterEvent]]
  let waiting: [String: [WaitingEdit]]
  /// The days of whose recommendations some paper tells in passing.
  let toldDays: Set<String>

  init(
    where condition: String, _ arguments: StatementArguments, _ database: Database
  ) throws {
    let named = "entry.reference IN (SELECT reference FROM matter WHERE \(condition))"
    entered = try Register.entries(where: named, arguments, database)
    waiting = try Register.waiting(where: named, arguments, database)
    toldDays = try String.fetchSet(database, sql: "SELECT DISTINCT raised FROM paperEvent")
    added = try Register.addedMembers(where: condition, arguments, database)
    var records = ReadRecords()
    try readMembers(condition, arguments, &records, database)
    try readEvents(condition, arguments, &records, database)
  }

  /// The records of a matter, those that people added in their place among them.
  mutating func takeMembers(of id: Int64) -> [Matter.Member] {
    var found = members.removeValue(forKey: id) ?? []
    for (position, member) in added.removeValue(forKey: id) ?? [] {
      found.insert(member, at: min(position, found.count))
    }
    return found
  }

  mutating func takeEvents(of id: Int64) -> [MatterEvent] {
    events.removeValue(forKey: id) ?? []
  }

  /// Records that were read, so that one that is a member and tells an event is read once.
  private struct ReadRecords {
    private var known: [Int64: PaperRecord] = [:]

    mutating func record(_ row: GRDB.Row) -> PaperRecord? {
      let id: Int64 = row["recordId"]
      if let record = known[id] { return record }
      guard var record = PaperRecord(json: row["json"]) else { return nil }
      record.withhold(row["isWithheld"])
      known[id] = record
      return record
    }
  }

  private mutating func readMembers(
    _ condition: String, _ arguments: StatementArguments, _ records: inout ReadRecords,
    _ database: Database
  ) throws {
    let rows = try GRDB.Row.fetchCursor(
      database,
      sql: """
        SELECT matterMember.matterId, matterMember.recordId, matterMember.role,
          matterMember.grade, matterMember.because, record.json,
          record.council, record.body, record.settingDate, document.sha256, document.name,
          \(Withheld.ofRecord) AS isWithheld
        FROM matter
        JOIN matterMember ON matterMember.matterId = matter.id
        JOIN record ON record.id = matterMember.recordId
        JOIN document ON document.id = record.documentId
        WHERE \(condition) ORDER BY matterMember.matterId, matterMember.position
        """,
      arguments: arguments)
    while let row = try rows.next() {
      guard let record = records.record(row), let role = Matter.Role(rawValue: row["role"]),
        let grade = LinkGrade(rawValue: row["grade"])
      else { continue }
      let date: String? = row["settingDate"]
      members[row["matterId"], default: []].append(
        Matter.Member(
          laid: LaidRecord(
            document: row["sha256"], documentName: row["name"], record: record,
            setting: RecordSetting(
              council: row["council"], body: row["body"],
              date: date.flatMap(PlainDate.init(iso:)))),
          role: role, grade: grade, because: row["because"]))
    }
  }

  private mutating func readEvents(
    _ condition: String, _ arguments: StatementArguments, _ records: inout ReadRecords,
    _ database: Database
  ) throws {
    let rows = try GRDB.Row.fetchCursor(
      database,
      sql: """
        SELECT matterEvent.*, record.json, document.sha256, document.name,
          \(Withheld.ofRecord) AS isWithheld
        FROM matter
        JOIN matterEvent ON matterEvent.matterId = matter.id
        JOIN record ON record.id = matterEvent.recordId
        JOIN document ON document.id = record.documentId
        WHERE \(condition) ORDER BY matterEvent.matterId, matterEvent.position
        """,
      arguments: arguments)
    while let row = try rows.next() {
      guard let kind = MatterEvent.Kind(rawValue: row["kind"]),
        let date = PlainDate(iso: row["date"]), let record = records.record(row)
      else { continue }
      let state: String? = row["state"]
      var event = MatterEvent(
        kind, on: date, state: state.flatMap(MatterState.init(rawValue:)),
        source: .paper(
          document: row["sha256"], name: row["name"], lines: record.lines, record: record.id),
        because: row["because"])
      event.access = record.access
      event.response = row["response"]
      event.updated = row["updated"]
      event.minute = row["minute"]
      event.ruling = Register.ruling(row)
      let grade: String = row["grade"]
      event.grade = LinkGrade(rawValue: grade) ?? .exact
      if case .trackerEntry(let entry) = record.content, kind == .reported { event.row = entry }
      if case .informationResponse(let said) = record.content { event.from = said.from }
      // A correction keeps its new wording where others keep a response.
      if kind == .corrected {
        event.change = .init()
        event.change?.text = event.response
        event.response = nil
      }
      events[row["matterId"], default: []].append(event)
    }
  }
}
