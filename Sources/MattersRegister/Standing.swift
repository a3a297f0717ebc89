import GRDB
import MattersLinker
import MattersRecords
import MattersText

/// Keeps the tables that say where matters stand; the writer calls it with every change.
enum Standing {
  /// How many letters of a response a list shows.
  private static let responseLength = 200

  /// Enters where a matter stands, for each audience that may see it.
  static func insert(
    _ registered: RegisteredMatter, _ id: Int64, _ bodyKey: String, _ database: Database
  ) throws {
    if registered.matter.isRetracted { return }
    let isMixed =
      registered.matter.members.contains { $0.laid.record.access != .public }
      || registered.matter.events.contains { $0.access != .public }
    guard isMixed else { return try insert(registered, id, bodyKey, audience: 0, database) }
    for audience in Audience.allCases {
      guard let seen = registered.seen(by: audience) else { continue }
      try insert(seen, id, bodyKey, audience: audience.rawValue, database)
    }
  }

  private static func insert(
    _ registered: RegisteredMatter, _ id: Int64, _ bodyKey: String, audience: Int,
    _ database: Database
  ) throws {
    let matter = registered.matter
    // Everything that is known counts, whatever the day of the one who asks.
    let position = matter.events.last.flatMap { matter.position(.endOf($0.date)) }
    let owner = matter.responsible ?? matter.addressedTo
    let response = position?.response.map { words in
      // No text has more characters than bytes.
      words.utf8.count > responseLength && words.count > responseLength
        ? String(words.prefix(responseLength)) + "…" : words
    }
    let settled = audience == 0 ? settled(matter, position) : nil
    let isCut = response != position?.response
    let clock = ResponseClock(matter, nation: .england)
    let answered = answered(matter, position)
    // An older register is worked out anew before it has the columns of lists.
    let isListed = try database.columns(in: "standing").contains { $0.name == "settledOn" }
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO standing (matterId, audience, reference, kind, body, bodyKey, owner, ownerKey,
          wording, subject, state, decision, implementation, response, raised, year, updated,
          answered, lastDay\(isListed ? ", settledOn, knownOn, completedOn, answer" : ""))
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?\(isListed ? ", ?, ?, ?, ?" : ""))
        """)
    var arguments: StatementArguments = [
      id, audience, registered.reference, matter.kind.rawValue, matter.body, bodyKey, owner,
      BodyKey(owner ?? "").description,
      matter.wording, matter.subject,
      (position?.state ?? .pending).rawValue, position?.ruling?.decision?.rawValue,
      position?.ruling?.implementation?.rawValue, response, matter.raised?.iso,
      matter.raised?.municipalYear, position?.updated, answered?.iso, clock?.lastDay.iso,
    ]
    if isListed {
      arguments += [
        settled?.iso, settled == nil ? nil : matter.events.first?.date.iso,
        settled == nil ? nil : position?.completed?.iso,
        settled == nil || !isCut ? nil : position?.response,
      ]
    }
    try statement.execute(arguments: arguments)
  }

  /// The day of the last event of a request, where the row says all that a list shows of it from then
  /// on: no person said anything of it, and it has no more than one day on which it is due.
  private static func settled(_ matter: Matter, _ position: Position?) -> PlainDate? {
    guard matter.kind == .request, let position, position.ruling == nil,
      matter.members.allSatisfy({ $0.laid.entered == nil }),
      matter.events.allSatisfy({ !$0.isPersons && $0.change == nil }),
      matter.dueHistory.count <= 1
    else { return nil }
    return matter.events.last?.date
  }

  /// The day on which an answer was first known.
  private static func answered(_ matter: Matter, _ position: Position?) -> PlainDate? {
    if matter.kind == .recommendation { return ResponseClock.answered(matter) }
    switch position?.state {
    case nil, .pending, .holding, .partlyAnswered, .unknown: return nil
    default: break
    }
    return matter.events.first { event in
      event.state == .answered || event.state == .refused || event.state == .completed
    }?.date
  }

  /// Enters anew where one matter stands, after somebody recorded something of it.
  static func refresh(_ reference: String, _ database: Database) throws {
    guard
      let row = try GRDB.Row.fetchOne(
        database, sql: "SELECT id, bodyKey FROM matter WHERE reference = ?",
        arguments: [reference]),
      let registered = try Register.matter(row["id"], database)
    else { return }
    let id: Int64 = row["id"]
    let before = try Tally(ofMatter: id, database)
    try database.execute(sql: "DELETE FROM standing WHERE matterId = ?", arguments: [id])
    try insert(registered, id, row["bodyKey"], database)
    try Tally(ofMatter: id, database).enter(since: before, database)
  }

  /// States in which the committee has no full answer, as a condition of SQL.
  static let openWords = words(for: open, in: "state")

  /// States in which the committee has no full answer.
  static let open: [MatterState] = [.pending, .holding, .partlyAnswered, .unknown]

  /// That a matter is closed and nothing is known of it from after two days, which are the same one,
  /// as a condition of SQL; what people entered is left to be worked out.
  static let isClosedSince = """
    EXISTS (SELECT 1 FROM standing
      WHERE standing.matterId = matter.id AND audience IN (0, \(Audience.officers.rawValue))
        AND \(words(for: closed, in: "standing.state")))
    AND NOT EXISTS (SELECT 1 FROM matterEvent
      WHERE matterEvent.matterId = matter.id AND matterEvent.date > ?)
    AND NOT EXISTS (SELECT 1 FROM paperEvent
      WHERE paperEvent.raised = matter.raised AND paperEvent.date > ?)
    AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.reference = matter.reference)
    AND NOT EXISTS (SELECT 1 FROM additionMember WHERE additionMember.matterId = matter.id)
    """

  /// States that the committee need not look at again.
  static let closed: [MatterState] = [.completed, .withdrawn, .discontinued]

  /// That a column has one of some states, as a condition of SQL.
  static func words(for states: [MatterState], in column: String) -> String {
    "\(column) IN (\(states.map { "'\($0.rawValue)'" }.joined(separator: ", ")))"
  }
}

extension Register {
  /// Notes that the register was written.
  static func countRevision(_ database: Database) throws {
    try database.execute(sql: "UPDATE revision SET number = number + 1")
  }

  /// A number that grows with every write, by whichever program.
  public func revision() throws -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT number FROM revision") ?? 0 }
  }
}
