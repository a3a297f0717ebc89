import Foundation
import GRDB
import MattersArising
import MattersIngest
import MattersLinker
import MattersTestSupport
import Synchronization
import Testing

@testable import MattersRegister

/// Questions that name something are answered by an index: none goes through a whole table.
@Suite struct QueryPlanTests {
  /// Tables that grow with the papers.
  private static let large = [
    "document", "record", "link", "matter", "matterMember", "matterEvent", "ambiguity", "standing",
    "entry", "withheld",
  ]

  /// The steps of all that a question asks of the database that go through a whole large table.
  private static func scans(
    of register: Register, by question: (Register) throws -> Void
  ) throws -> [String] {
    let asked = Mutex<[String]>([])
    try register.read { database in
      database.trace { event in
        if case .statement(let statement) = event {
          asked.withLock { $0.append(statement.expandedSQL) }
        }
      }
    }
    try question(register)
    return try register.read { database in
      database.trace()
      let questions = Set(asked.withLock { $0 }).filter { $0.uppercased().hasPrefix("SELECT") }
      #expect(!questions.isEmpty)
      return try questions.sorted().flatMap { sql in
        try GRDB.Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN \(sql)")
          .map { $0["detail"] as String }
          .filter { step in large.contains { step == "SCAN \($0)" } }
          .map { "\($0): \(sql)" }
      }
    }
  }

  @Test func whatNamesSomethingIsFoundByAnIndex() throws {
    let folder = try RegisterTests.Folder()
    let writer = try Register(folder.register, for: .creating)
    let papers = ProjectFiles.corpus.appending(path: "brackenmere")
    _ = try Ingest(into: writer).run([papers.path])
    let register = try Register(folder.register, for: .reading)

    let body = try #require(try register.bodies().first)
    let matter = try #require(try register.matters(MatterFilter(kind: .request)).first)
    let record = try #require(matter.matter.members.first).laid.record.id.description
    let date = try #require(matter.matter.raised).iso
    var page = StandingFilter(kind: .request)
    page.body = body
    page.state = .open

    let questions: [(String, (Register) throws -> Void)] = [
      ("a matter by its reference", { _ = try $0.matter(named: matter.reference) }),
      ("a matter by a record", { _ = try $0.matter(named: record) }),
      ("records by their id", { _ = try $0.records(named: record) }),
      ("a matter's records", { _ = try $0.details(of: matter) }),
      ("a body's matters", { _ = try $0.matters(MatterFilter(kind: .request, body: body)) }),
      (
        "a body's open matters",
        {
          _ = try $0.matters(
            MatterFilter(kind: .request, body: body, openAt: PlainDate(iso: "2024-04-01")))
        }
      ),
      (
        "the open requests of all bodies",
        {
          _ = try $0.listed(
            MatterFilter(kind: .request, openAt: PlainDate(iso: "2024-04-01")),
            asOf: try #require(PlainDate(iso: "2024-04-01")))
        }
      ),
      ("a page of a list", { _ = try $0.standing(page, for: .everyone) }),
      ("a body's figures", { _ = try $0.figures(for: .everyone, asOf: "2024-04-01", body: body) }),
      ("a search", { _ = try $0.search("recycling", for: .everyone) }),
      ("a paper", { _ = try $0.paper(1, for: .everyone) }),
      (
        "a meeting",
        {
          _ = try $0.meeting(
            of: BodyKey(matter.matter.body).description, on: date, for: .everyone)
        }
      ),
    ]
    for (name, question) in questions {
      expectSame(try Self.scans(of: register, by: question), [], name)
    }
  }
}
