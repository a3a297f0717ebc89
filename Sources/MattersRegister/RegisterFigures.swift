import GRDB
public import MattersLinker
import MattersRecords

/// The figures of the first page, from the tables that the writer keeps.
public struct RegisterFigures: Sendable {
  /// How many matters are in a state, by kind.
  public struct Count: Sendable, Hashable {
    /// What was asked.
    public var kind: Asked.Kind
    /// What it is counted by: a state, a month, a name.
    public var key: String
    /// How many.
    public var count: Int
  }

  /// How a decision maker keeps to the time for an answer.
  public struct Timeliness: Sendable, Hashable {
    /// The decision maker.
    public var owner: String
    /// Answered within the time.
    public var inTime = 0
    /// Answered later.
    public var late = 0
    /// Not answered.
    public var waiting = 0
  }

  /// Matters by state.
  public var states: [Count] = []
  /// Open matters by the month in which they were asked.
  public var open: [Count] = []
  /// Matters by the month in which they were asked.
  public var raised: [Count] = []
  /// Matters by the month in which they were first answered.
  public var answered: [Count] = []
  /// Decision makers, those with most recommendations first.
  public var timeliness: [Timeliness] = []
  /// Recommendations without an answer whose last day is past.
  public var late = 0
  /// Papers that nothing supersedes.
  public var papers = 0
}

/// What the lists of a register can be narrowed to.
public struct FilterChoices: Sendable {
  /// Committees, in alphabetical order.
  public var bodies: [String] = []
  /// Who owes answers, those with most first.
  public var owners: [String] = []
  /// Municipal years, latest first.
  public var years: [Int] = []
}

extension Register {
  /// The figures as they are at the end of a day.
  ///
  /// - Parameter body: only this committee's.
  public func figures(
    for audience: Audience, asOf day: String, body: String? = nil
  ) throws -> RegisterFigures {
    try read { database in
      var figures = RegisterFigures()
      figures.states = try Self.counts("state", audience, body, database)
      figures.open = try Self.counts("open", audience, body, database)
      figures.raised = try Self.counts("raised", audience, body, database)
      figures.answered = try Self.counts("answered", audience, body, database)
      figures.timeliness = timeliness(
        try Self.counts("timely", audience, body, database))
      figures.late =
        try Int.fetchOne(
          database.cachedStatement(
            sql: """
              SELECT coalesce(sum(count), 0) FROM tally
              WHERE bodyKey = ? AND figure = 'waiting' AND audience = ? AND key < ?
              """),
          arguments: [Self.tallyKey(body), audience.rawValue, day]) ?? 0
      figures.papers =
        try Int.fetchOne(
          // Each count is of an index: the documents themselves hold their whole text.
          database,
          sql: """
            SELECT (SELECT count(*) FROM main.document) - (SELECT count(*) FROM main.document
              INDEXED BY documentSuperseded WHERE supersededBy IS NOT NULL)
            """) ?? 0
      return figures
    }
  }

  private static func counts(
    _ figure: String, _ audience: Audience, _ body: String?, _ database: Database
  ) throws -> [RegisterFigures.Count] {
    try GRDB.Row.fetchAll(
      database.cachedStatement(
        sql: "SELECT kind, key, count FROM tally WHERE bodyKey = ? AND figure = ? AND audience = ?"),
      arguments: [tallyKey(body), figure, audience.rawValue]
    ).compactMap { row in
      Asked.Kind(rawValue: row[0]).map { .init(kind: $0, key: row[1], count: row[2]) }
    }
  }

  /// Under which key the writer counts a committee, or all of them.
  static func tallyKey(_ body: String?) -> String {
    body.map { BodyKey($0).description } ?? Tally.allBodies
  }

  private func timeliness(_ counts: [RegisterFigures.Count]) -> [RegisterFigures.Timeliness] {
    var found: [String: RegisterFigures.Timeliness] = [:]
    for count in counts {
      let parts = count.key.split(separator: "\t")
      guard parts.count == 2 else { continue }
      let owner = String(parts[0])
      switch parts[1] {
      case "in_time": found[owner, default: .init(owner: owner)].inTime += count.count
      case "late": found[owner, default: .init(owner: owner)].late += count.count
      default: found[owner, default: .init(owner: owner)].waiting += count.count
      }
    }
    let total = { (one: RegisterFigures.Timeliness) in one.inTime + one.late + one.waiting }
    return found.values.sorted { (total($1), $0.owner) < (total($0), $1.owner) }
  }

  /// What the lists of one kind can be narrowed to.
  public func choices(for audience: Audience, kind: Asked.Kind) throws -> FilterChoices {
    try read { database in
      func keys(_ figure: String) throws -> [(String, Int)] {
        try Self.counts(figure, audience, nil, database).filter { $0.kind == kind }
          .map { ($0.key, $0.count) }
      }
      var choices = FilterChoices()
      choices.bodies = try keys("body").map(\.0).sorted()
      choices.owners = try keys("owner").sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(100)
        .map(\.0)
      choices.years = try keys("year").compactMap { Int($0.0) }.sorted(by: >)
      return choices
    }
  }
}
