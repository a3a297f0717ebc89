import GRDB
import MattersLinker
import MattersRecords

/// How many matters there are by state, month, decision maker and more: of each committee, and of
/// all of them together.
///
/// The writer counts what it takes away and what it adds, and enters the difference.
struct Tally {
  /// Under which key all committees stand together; a committee's own key is made of its words.
  static let allBodies = "*"

  /// A figure of a committee, or of all, for one audience.
  private struct Place: Hashable {
    var body: String
    var figure: String
    var audience: Int
    var kind: String
    var key: String
  }

  /// What is counted of a row of the table of standings.
  struct Counted {
    /// The audience that sees the row; 0 for all.
    var audience: Int
    var kind: String
    var bodyKey: String
    var body: String
    var owner: String?
    var state: String
    var year: Int?
    var raised: String?
    var answered: String?
    var lastDay: String?
  }

  /// By the committee itself, and as the rows have the audience: 0 for all.
  private var counts: [Place: Int] = [:]

  /// Nothing counted.
  init() {}

  /// Counts the rows of the table of standings that a condition lets through.
  init(_ condition: String, _ values: [QuickStatement.Value], _ database: Database) throws {
    let rows = QuickStatement(
      """
      SELECT audience, kind, bodyKey, body, owner, state, year, raised, answered, lastDay
      FROM standing WHERE \(condition)
      """, database)
    try rows.each(values) { row in
      add(
        Counted(
          audience: Int(row.number(0)), kind: row.text(1), bodyKey: row.text(2),
          body: row.text(3), owner: row.words(4), state: row.text(5),
          year: row.isMissing(6) ? nil : Int(row.number(6)), raised: row.words(7),
          answered: row.words(8),
          lastDay: row.words(9)))
    }
  }

  /// Counts the matters of a scope.
  init(of scope: Scope, _ database: Database) throws {
    try self.init(
      "matterId IN (SELECT id FROM matter WHERE bodyKey = ? AND councilKey = ?)",
      [.text(scope.body), .text(scope.council)], database)
  }

  /// Counts one matter.
  init(ofMatter id: Int64, _ database: Database) throws {
    try self.init("matterId = ?", [.number(id)], database)
  }

  /// Counts a row.
  mutating func add(_ row: Counted) {
    func count(_ figure: String, _ key: String) {
      let place = Place(
        body: row.bodyKey, figure: figure, audience: row.audience, kind: row.kind, key: key)
      counts[place, default: 0] += 1
    }
    count("state", row.state)
    count("body", row.body)
    if let year = row.year {
      count("year", String(year))
      count("yearState", "\(year) \(row.state)")
    }
    if let owner = row.owner { count("owner", owner) }
    if let raised = row.raised.map(Self.month) {
      count("raised", raised)
      if Self.open.contains(row.state) { count("open", raised) }
    }
    if let answered = row.answered { count("answered", Self.month(answered)) }
    if let lastDay = row.lastDay {
      if row.answered == nil { count("waiting", lastDay) }
      if let owner = row.owner {
        let word = row.answered.map { $0 <= lastDay ? "in_time" : "late" } ?? "waiting"
        count("timely", "\(owner)\t\(word)")
      }
    }
  }

  private static let open = Set(Standing.open.map(\.rawValue))

  /// The month of a day, ISO 8601.
  private static func month(_ day: String) -> String { String(day.prefix(7)) }

  /// Counts less by what another counted.
  mutating func subtract(_ other: Tally) {
    for (place, count) in other.counts { counts[place, default: 0] -= count }
  }

  /// Enters what was counted, as so many more or fewer.
  func enter(_ database: Database) throws {
    var changes: [Place: Int] = [:]
    for (counted, change) in counts where change != 0 {
      for audience in Audience.allCases
      where counted.audience == 0 || counted.audience == audience.rawValue {
        for body in [counted.body, Self.allBodies] {
          var place = counted
          place.audience = audience.rawValue
          place.body = body
          changes[place, default: 0] += change
        }
      }
    }
    let statement = QuickStatement(
      """
      INSERT INTO tally (bodyKey, figure, audience, kind, key, count) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET count = count + excluded.count
      """, database)
    var isLess = false
    for (place, change) in changes where change != 0 {
      isLess = isLess || change < 0
      try statement.run([
        .text(place.body), .text(place.figure), .number(Int64(place.audience)),
        .text(place.kind), .text(place.key), .number(Int64(change)),
      ])
    }
    if isLess { try database.execute(sql: "DELETE FROM tally WHERE count = 0") }
  }
}
