import Foundation
import MattersArising
import MattersIngest
import MattersLinker
import MattersRegister
import MattersTestSupport
import Testing

/// What it costs to store papers, counted in the rows that are added, changed and taken away: a
/// count that is the same on any machine.
@Suite struct RelinkWorkTests {
  private static let things = ["ponds", "lamps", "hedges", "ferries", "kiosks", "sluices"]

  /// The minutes of one meeting of a committee; no two ask the same.
  private static func minutes(_ meeting: Int, of council: String) throws -> String {
    let first = try #require(PlainDate(year: 2020, month: 1, day: 6))
    let day = try #require(first.adding(days: 28 * meeting))
    return """
      \(council) Council

      Minutes of the meeting of the Ponds Scrutiny Committee held at The Hall on \(day.inWords) at 2.00 pm

      \(meeting + 1). \(things[meeting % 6].uppercased())

      And that the following information requests be made:

      - (a) A list of the \(things[meeting % 6]) mended in ward \(meeting); and
      - (b) The cost of \(things[(meeting + 1) % 6]) in ward \(meeting) since \(2000 + meeting).

      \(meeting + 2). GRANTS

      It was resolved that Cabinet be recommended to:

      - (a) paint the \(things[(meeting + 2) % 6]) of ward \(meeting); and
      - (b) publish what was paid for \(things[(meeting + 3) % 6]) in ward \(meeting).
      """
  }

  /// The rows that each meeting's minutes cost, stored one after another.
  private static func costs(meetings: Int, of councils: [String]) throws -> [Int] {
    let folder = try RegisterTests.Folder()
    let register = try Register(folder.register, for: .creating)
    var costs: [Int] = []
    for council in councils {
      for meeting in 0..<meetings {
        let file = try folder.write(
          try minutes(meeting, of: council), as: "\(council)-\(meeting).txt")
        let before = try register.rowsChanged()
        _ = try Ingest(into: register, threads: 1).run([file])
        costs.append(try register.rowsChanged() - before)
      }
    }
    let asked = try register.matters(MatterFilter(kind: .request)).count
    #expect(asked == 2 * meetings * councils.count)
    return costs
  }

  @Test func aPaperCostsWhatItChangesHoweverLongItsBodyHasMet() throws {
    let costs = try Self.costs(meetings: 36, of: ["Tarn"])
    // The first meetings give the body its tables; then each costs what the others did.
    let early = costs[4..<10].reduce(0, +)
    let late = costs[30..<36].reduce(0, +)
    #expect(late * 10 <= early * 12, "\(early) rows early, \(late) late")
  }

  @Test func twiceTheCouncilsAreTwiceTheWork() throws {
    let few = try Self.costs(meetings: 3, of: (1...4).map { "Tarn\($0)" }).reduce(0, +)
    let many = try Self.costs(meetings: 3, of: (1...8).map { "Tarn\($0)" }).reduce(0, +)
    #expect(many * 10 <= few * 22, "\(few) rows for four councils, \(many) for eight")
  }

  @Test func twiceTheMeetingsAreTwiceTheWork() throws {
    let few = try Self.costs(meetings: 12, of: ["Tarn"]).reduce(0, +)
    let many = try Self.costs(meetings: 24, of: ["Tarn"]).reduce(0, +)
    #expect(many * 10 <= few * 22, "\(few) rows for twelve meetings, \(many) for twenty-four")
  }

  /// What stands after papers came one by one is what stands after all came at once, marks and all.
  @Test func whatIsLeftAsItStoodIsWhatWouldBeWritten() throws {
    let folder = try RegisterTests.Folder()
    let files = try (0..<6).map {
      try folder.write(try Self.minutes($0, of: "Tarn"), as: "\($0).txt")
    }
    func picture(_ order: [String], _ name: String) throws -> [String] {
      let register = try Register("\(folder.path)/\(name).sqlite", for: .creating)
      for file in order { _ = try Ingest(into: register, threads: 1).run([file]) }
      return try Asked.Kind.allCases.flatMap { try register.matters(MatterFilter(kind: $0)) }.map {
        registered in
        let events = registered.matter.events.map { "\($0.kind) \($0.date.iso) \($0.because)" }
        let members = registered.matter.members.map { "\($0.role) \($0.laid.documentName)" }
        return "\(registered.matter.text) \(members) \(events)"
      }
    }
    let forwards = try picture(files, "a")
    #expect(forwards.count == 24)
    expectSame(try picture(files.reversed(), "b"), forwards)
  }
}
