import GRDB
public import MattersLinker
public import MattersRecords
import MattersText

/// Which matters a list shows, in which order, and which of its pages.
public struct StandingFilter: Sendable, Hashable {
  /// What a list is sorted by.
  public enum Order: String, Sendable, CaseIterable {
    /// The day it was asked, latest first.
    case newest
    /// The day it was asked, earliest first.
    case oldest
    /// The day of the latest answer, latest first.
    case updated
  }

  /// A choice of states.
  public enum State: Sendable, Hashable {
    /// One state.
    case one(MatterState)
    /// No full answer yet.
    case open
    /// A recommendation that waits for an answer beyond this day.
    case late(asOf: String)
  }

  /// What was asked.
  public var kind: Asked.Kind
  /// The committee, by its name.
  public var body: String?
  /// Who owes the answer, by name.
  public var owner: String?
  /// The state.
  public var state: State?
  /// The municipal year, by the calendar year in which it begins.
  public var year: Int?
  /// The order.
  public var order = Order.newest
  /// The page, the first being 1.
  public var page = 1
  /// How many there are on a page.
  public var perPage = 50

  /// All matters of a kind.
  public init(kind: Asked.Kind) { self.kind = kind }

  /// The index that leads to the fewest rows, in their order where it can.
  ///
  /// - Parameter count: how many it lets through, where that is known.
  fileprivate func index(matching count: Int?) -> String {
    if case .late = state { return "standingLate" }
    if body != nil { return "standingBody" }
    if owner != nil { return "standingOwner" }
    if year != nil { return "standingRaised" }
    if case .one = state {
      // A few are sorted sooner than all are gone through in order.
      return order == .updated && (count ?? .max) > 2000 ? "standingUpdated" : "standingState"
    }
    if order == .updated { return "standingUpdated" }
    return "standingRaised"
  }
}

/// Where a matter stands, as a list shows it.
public struct StandingLine: Sendable, Hashable {
  /// The permanent reference.
  public var reference: String
  /// What was asked.
  public var kind: Asked.Kind
  /// The committee.
  public var body: String
  /// Who owes the answer.
  public var owner: String?
  /// The label and the words.
  public var wording: String
  /// What it is about.
  public var subject: String?
  /// The state.
  public var state: MatterState
  /// What the decision maker decided.
  public var decision: Decision?
  /// How the work stands.
  public var implementation: Implementation?
  /// The latest response, cut where it is long.
  public var response: String?
  /// The day it was asked, ISO 8601.
  public var raised: String?
  /// The day of the latest response.
  public var updated: String?
  /// The day on which an answer was first known.
  public var answered: String?
  /// The last day for an answer by England's law, an estimate.
  public var lastDay: String?
}

/// One page of a list.
public struct StandingPage: Sendable {
  /// The matters on the page.
  public var lines: [StandingLine]
  /// How many there are on all pages.
  public var count: Int
}

extension Register {
  /// One page of the matters that a filter lets through.
  public func standing(_ filter: StandingFilter, for audience: Audience) throws -> StandingPage {
    let (condition, arguments) = Self.condition(filter, audience)
    let order =
      switch filter.order {
      case .newest: "raised DESC, id DESC"
      case .oldest: "raised, id"
      case .updated: "updated DESC, id DESC"
      }
    let skipped = max(0, filter.page - 1).multipliedReportingOverflow(by: filter.perPage)
    return try read { database in
      // A name that is not shown is not found by either.
      if let owner = filter.owner, shownNames.mask.masked(owner) != owner {
        return StandingPage(lines: [], count: 0)
      }
      let tallied = try Self.tallied(filter, audience, database)
      let source =
        "main.standing INDEXED BY \(filter.index(matching: tallied)) WHERE \(condition)"
      let count =
        try tallied
        ?? Int.fetchOne(
          database.cachedStatement(sql: "SELECT count(*) FROM \(source)"),
          arguments: arguments) ?? 0
      // Nobody looks for rows on a page beyond the last.
      guard !skipped.overflow, skipped.partialValue < count else {
        return StandingPage(lines: [], count: count)
      }
      let rows = try GRDB.Row.fetchAll(
        database.cachedStatement(
          sql: """
            SELECT standing.* FROM standing JOIN (
              SELECT id FROM \(source) ORDER BY \(order) LIMIT ? OFFSET ?
            ) AS page ON page.id = standing.id ORDER BY \(order.standingColumns)
            """),
        arguments: arguments + [filter.perPage, skipped.partialValue])
      return StandingPage(lines: rows.compactMap(Self.line), count: count)
    }
  }

  /// The references of all matters that a filter lets through, whatever its page.
  public func references(_ filter: StandingFilter, for audience: Audience) throws -> [String] {
    let (condition, arguments) = Self.condition(filter, audience)
    return try read { database in
      try String.fetchAll(
        database, sql: "SELECT reference FROM standing WHERE \(condition)", arguments: arguments)
    }
  }

  /// How many a filter lets through, where the writer has counted them: not by who owes the answer.
  private static func tallied(
    _ filter: StandingFilter, _ audience: Audience, _ database: Database
  ) throws -> Int? {
    guard filter.owner == nil else { return nil }
    let states: [MatterState]? =
      switch filter.state {
      case .one(let state): [state]
      case .open: Standing.open
      case .late: []
      case nil: nil
      }
    var sql = """
      SELECT coalesce(sum(count), 0) FROM tally
      WHERE bodyKey = ? AND figure = ? AND audience = ? AND kind = ?
      """
    let figure: String
    var keys: [String]?
    var before: String?
    switch (filter.year, filter.state) {
    case (nil, .late(let day)):
      figure = "waiting"
      before = day
    case (_?, .late): return nil
    case (nil, _):
      figure = "state"
      keys = states?.map(\.rawValue)
    case (let year?, nil):
      figure = "year"
      keys = [String(year)]
    case (let year?, _):
      figure = "yearState"
      keys = states?.map { "\(year) \($0.rawValue)" }
    }
    var arguments: StatementArguments = [
      tallyKey(filter.body), figure, audience.rawValue, filter.kind.rawValue,
    ]
    if let keys {
      sql += " AND key IN (\(keys.map { _ in "?" }.joined(separator: ", ")))"
      arguments += StatementArguments(keys)
    }
    if let before {
      sql += " AND key < ?"
      arguments += [before]
    }
    return try Int.fetchOne(database.cachedStatement(sql: sql), arguments: arguments)
  }

  private static func condition(
    _ filter: StandingFilter, _ audience: Audience
  ) -> (String, StatementArguments) {
    var sql = "kind = ? AND audience IN (0, ?)"
    var arguments: StatementArguments = [filter.kind.rawValue, audience.rawValue]
    if let body = filter.body {
      sql += " AND bodyKey = ?"
      arguments += [BodyKey(body).description]
    }
    if let owner = filter.owner {
      sql += " AND ownerKey = ?"
      arguments += [BodyKey(owner).description]
    }
    if let year = filter.year {
      // The days of the year stand together in every index that begins with the day it was asked.
      let next = min(year, 9998) + 1
      sql += " AND year = ? AND raised >= ? AND raised < ?"
      arguments += [year, "\(year)-05-01", "\(next)-05-01"]
    }
    switch filter.state {
    case .one(let state):
      sql += " AND state = ?"
      arguments += [state.rawValue]
    case .open: sql += " AND \(Standing.openWords)"
    case .late(let day):
      sql += " AND answered IS NULL AND lastDay IS NOT NULL AND lastDay < ?"
      arguments += [day]
    case nil: break
    }
    return (sql, arguments)
  }

  static func line(_ row: GRDB.Row) -> StandingLine? {
    guard let kind = Asked.Kind(rawValue: row["kind"]) else { return nil }
    let decision: String? = row["decision"]
    let implementation: String? = row["implementation"]
    return StandingLine(
      reference: row["reference"], kind: kind, body: row["body"], owner: row["owner"],
      wording: row["wording"], subject: row["subject"],
      state: MatterState(rawValue: row["state"]) ?? .unknown,
      decision: decision.flatMap(Decision.init(rawValue:)),
      implementation: implementation.flatMap(Implementation.init(rawValue:)),
      response: row["response"], raised: row["raised"], updated: row["updated"],
      answered: row["answered"], lastDay: row["lastDay"])
  }
}

extension String {
  /// The columns of an order, said to be those of the table.
  fileprivate var standingColumns: String {
    split(separator: ",").map { "standing." + $0.drop { $0 == " " } }.joined(separator: ", ")
  }
}
