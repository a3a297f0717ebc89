import GRDB
import MattersLinker
import MattersRecords
import MattersText

/// Writes the rows that say where matters stand.
struct StandingRows {
  /// How many letters of a response a list shows.
  private static let responseLength = 200

  private let statement: QuickStatement
  /// An older register is worked out anew before it has the columns of lists.
  private let isListed: Bool

  init(_ database: Database) throws {
    isListed = try database.columns(in: "standing").contains { $0.name == "settledOn" }
    statement = QuickStatement(
      """
      INSERT INTO standing (matterId, audience, reference, kind, body, bodyKey, owner, ownerKey,
        wording, subject, state, decision, implementation, response, raised, year, updated,
        answered, lastDay\(isListed ? ", settledOn, knownOn, completedOn, answer" : ""))
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?\(isListed ? ", ?, ?, ?, ?" : ""))
      """, database)
  }

  /// Enters where a matter stands, for each audience that may see it, and counts it.
  func insert(
    _ registered: RegisteredMatter, _ id: Int64, _ bodyKey: String, _ tally: inout Tally
  ) throws {
    if registered.matter.isRetracted { return }
    let isMixed =
      registered.matter.members.contains { $0.laid.record.access != .public }
      || registered.matter.events.contains { $0.access != .public }
    guard isMixed else { return try insert(registered, id, bodyKey, audience: 0, &tally) }
    for audience in Audience.allCases {
      guard let seen = registered.seen(by: audience) else { continue }
      try insert(seen, id, bodyKey, audience: audience.rawValue, &tally)
    }
  }

  private func insert(
    _ registered: RegisteredMatter, _ id: Int64, _ bodyKey: String, audience: Int,
    _ tally: inout Tally
  ) throws {
    let matter = registered.matter
    // Everything that is known counts, whatever the day of the one who asks.
    let position = matter.events.last.flatMap { matter.position(.endOf($0.date)) }
    let owner = matter.responsible ?? matter.addressedTo
    let response = position?.response.map { words in
      // No text has more characters than bytes.
      words.utf8.count > Self.responseLength && words.count > Self.responseLength
        ? String(words.prefix(Self.responseLength)) + "…" : words
    }
    let row = Tally.Counted(
      audience: audience, kind: matter.kind.rawValue, bodyKey: bodyKey, body: matter.body,
      owner: owner, state: (position?.state ?? .pending).rawValue,
      year: matter.raised?.municipalYear, raised: matter.raised?.iso,
      answered: Self.answered(matter, position)?.iso,
      lastDay: ResponseClock(matter, nation: .england)?.lastDay.iso)
    var values: [QuickStatement.Value] = [
      .number(id), .number(Int64(audience)), .text(registered.reference), .text(row.kind),
      .text(row.body), .text(bodyKey), .init(owner), .text(BodyKey(owner ?? "").description),
      .text(matter.wording), .init(matter.subject), .text(row.state),
      .init(position?.ruling?.decision?.rawValue),
      .init(position?.ruling?.implementation?.rawValue), .init(response), .init(row.raised),
      .init(row.year), .init(position?.updated), .init(row.answered), .init(row.lastDay),
    ]
    if isListed {
      let settled = audience == 0 ? Self.settled(matter, position) : nil
      let isCut = response != position?.response
      values += [
        .init(settled?.iso), .init(settled == nil ? nil : matter.events.first?.date.iso),
        .init(settled == nil ? nil : position?.completed?.iso),
        .init(settled == nil || !isCut ? nil : position?.response),
      ]
    }
    try statement.run(values)
    tally.add(row)
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
}
