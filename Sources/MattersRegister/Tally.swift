import GRDB
import MattersLinker
import MattersRecords

/// How many matters there are by state, month, decision maker and more: of each committee, and of
/// all of them together.
///
/// The writer counts what it is about to change before and after, and enters the difference.
struct Tally {
  /// Under which key all committees stand together; a committee's own key is made of its words.
  static let allBodies = "*"

  private struct Place: Hashable {
    var body: String
    var figure: String
    var audience: Int
    var kind: String
    var key: String
  }

  private var counts: [Place: Int] = [:]

  /// Nothing counted.
  init() {}

  /// Counts the rows of the table of standings that a condition lets through.
  init(_ condition: String, _ arguments: StatementArguments, _ database: Database) throws {
    let rows = try GRDB.Row.fetchCursor(
      database,
      sql: """
        SELECT audience, kind, bodyKey, body, owner, state, year, substr(raised, 1, 7),
          substr(answered, 1, 7), answered, lastDay
        FROM standing WHERE \(condition)
        """, arguments: arguments)
    while let row = try rows.next() { take(row) }
  }

  /// Counts the matters of a scope.
  init(of scope: Scope, _ database: Database) throws {
    try self.init(
      "matterId IN (SELECT id FROM matter WHERE bodyKey = ? AND councilKey = ?)",
      [scope.body, scope.council], database)
  }

  /// Counts one matter.
  init(ofMatter id: Int64, _ database: Database) throws {
    try self.init("matterId = ?", [id], database)
  }

  private mutating func take(_ row: GRDB.Row) {
    let seen: Int = row[0]
    let (kind, bodyKey, state): (String, String, String) = (row[1], row[2], row[5])
    let (body, owner): (String, String?) = (row[3], row[4])
    let year: Int? = row[6]
    let (raised, answeredIn): (String?, String?) = (row[7], row[8])
    let (answered, lastDay): (String?, String?) = (row[9], row[10])
    var found: [(figure: String, key: String)] = [("state", state), ("body", body)]
    if let year { found += [("year", String(year)), ("yearState", "\(year) \(state)")] }
    if let owner { found.append(("owner", owner)) }
    if let raised {
      found.append(("raised", raised))
      if Standing.open.contains(where: { $0.rawValue == state }) { found.append(("open", raised)) }
    }
    if let answeredIn { found.append(("answered", answeredIn)) }
    if let lastDay {
      if answered == nil { found.append(("waiting", lastDay)) }
      if let owner {
        let word = answered.map { $0 <= lastDay ? "in_time" : "late" } ?? "waiting"
        found.append(("timely", "\(owner)\t\(word)"))
      }
    }
    for audience in Audience.allCases where seen == 0 || seen == audience.rawValue {
      for (figure, key) in found {
        for body in [bodyKey, Self.allBodies] {
          let place = Place(
            body: body, figure: figure, audience: audience.rawValue, kind: kind, key: key)
          counts[place, default: 0] += 1
        }
      }
    }
  }

  /// Enters by how much it differs from what was counted before.
  func enter(since before: Tally, _ database: Database) throws {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO tally (bodyKey, figure, audience, kind, key, count) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET count = count + excluded.count
        """)
    var isLess = false
    for place in Set(counts.keys).union(before.counts.keys) {
      let change = counts[place, default: 0] - before.counts[place, default: 0]
      if change == 0 { continue }
      isLess = isLess || change < 0
      try statement.execute(arguments: [
        place.body, place.figure, place.audience, place.kind, place.key, change,
      ])
    }
    if isLess { try database.execute(sql: "DELETE FROM tally WHERE count = 0") }
  }
}
