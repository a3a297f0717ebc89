import Foundation
import GRDB
import MattersIngest
import MattersLinker
import MattersRecords
import MattersTestSupport
import MattersText
import Synchronization
import Testing

@testable import MattersRegister

/// The figures that the writer keeps are those of the matters, and lists are read from indexes.
@Suite struct TallyTests {
  private static func year() throws -> (RegisterTests.Folder, Register) {
    let folder = try RegisterTests.Folder()
    let register = try Register(folder.register, for: .creating)
    _ = try Ingest(into: register).run([ProjectFiles.corpus.appending(path: "brackenmere").path])
    return (folder, register)
  }

  private static func counts(_ register: Register) throws -> [String] {
    try register.read { database in
      try GRDB.Row.fetchAll(
        database,
        sql: "SELECT * FROM tally ORDER BY bodyKey, figure, audience, kind, key"
      ).map { "\($0)" }
    }
  }

  /// The figures as they are when everything is counted from the beginning.
  private static func counted(_ register: Register) throws -> [String] {
    let kept = try counts(register)
    try register.write { database in
      try database.execute(sql: "DELETE FROM tally")
      try Tally("1", [], database).enter(database)
    }
    expectSame(kept.isEmpty, false)
    return try counts(register)
  }

  @Test func whatIsCountedPieceByPieceIsWhatIsThere() throws {
    let (folder, register) = try Self.year()
    defer { _ = folder }
    expectSame(try Self.counts(register), try Self.counted(register), "after papers")

    let matter = try #require(try register.matters(MatterFilter(kind: .request)).first)
    let day = try #require(matter.matter.raised)
    try register.respond(
      to: matter, on: day, from: "A post", text: "Words.", state: .answered, enteredBy: "A. Clerk")
    expectSame(try Self.counts(register), try Self.counted(register), "after an answer")

    let body = matter.matter.body
    _ = try register.add(
      Addition(.action, body: body, date: day, text: "Book the hall."), enteredBy: "A. Clerk")
    try register.retract(matter, on: day, reason: "never asked", enteredBy: "A. Clerk")
    expectSame(try Self.counts(register), try Self.counted(register), "after more")
  }

  @Test func aListCountsWhatItShows() throws {
    let (folder, register) = try Self.year()
    defer { _ = folder }
    let body = try #require(try register.bodies().first)
    for kind in Asked.Kind.allCases {
      for (body, owner) in [(nil, nil), (body, nil), (nil, "Cabinet"), (body, "Cabinet")] {
        for year in [nil, 2023, 2022, Int.max, Int.min] {
          for state in [
            nil, .open, .one(.pending), .one(.completed), .late(asOf: "2024-04-01"),
          ] as [StandingFilter.State?] {
            for order in StandingFilter.Order.allCases {
              var filter = StandingFilter(kind: kind)
              (filter.body, filter.owner, filter.year) = (body, owner, year)
              (filter.state, filter.order, filter.perPage) = (state, order, 10_000)
              for audience in Audience.allCases {
                let page = try register.standing(filter, for: audience)
                let references = try register.references(filter, for: audience)
                expectSame(page.lines.count, page.count, "\(filter)")
                expectSame(Set(page.lines.map(\.reference)), Set(references), "\(filter)")
              }
            }
          }
        }
      }
    }
  }

  @Test func noListSortsWhatAnIndexHasInOrder() throws {
    let (folder, register) = try Self.year()
    defer { _ = folder }
    let body = try #require(try register.bodies().first)
    var filters: [StandingFilter] = []
    for order in StandingFilter.Order.allCases {
      var filter = StandingFilter(kind: .request)
      filter.order = order
      filters.append(filter)
      if order == .updated { continue }
      filter.body = body
      filters.append(filter)
      filter.state = .open
      filters.append(filter)
    }
    for filter in filters {
      let plan = try Self.plan(of: register) { _ = try $0.standing(filter, for: .everyone) }
      // Only the rows of the page itself are put in order once more.
      let sorts = plan.count { $0.contains("TEMP B-TREE") }
      #expect(sorts <= 1, "\(filter): \(plan)")
      #expect(!plan.contains { $0 == "SCAN standing" }, "\(filter): \(plan)")
    }
  }

  private static func plan(
    of register: Register, _ question: (Register) throws -> Void
  ) throws -> [String] {
    let reading = try Register(register.path, for: .reading)
    let asked = Mutex<[String]>([])
    try reading.read { database in
      database.trace { event in
        if case .statement(let statement) = event {
          asked.withLock { $0.append(statement.expandedSQL) }
        }
      }
    }
    try question(reading)
    return try reading.read { database in
      database.trace()
      let questions = Set(asked.withLock { $0 }).filter { $0.hasPrefix("SELECT") }
      #expect(!questions.isEmpty)
      return try questions.flatMap { sql in
        try GRDB.Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN \(sql)")
          .map { $0["detail"] as String }
      }
    }
  }
}
