import Foundation
import MattersArising
import MattersLinker
import MattersReports
import MattersTestSupport
import Testing

/// What an officer's own tracker table says is what the report gives back.
@Suite(.enabled(if: CorpusPapers.realPack != nil, "the real pack is not beside the project"))
struct RealPackTests {
  static let meeting = PlainDate(year: 2022, month: 12, day: 13)

  private static func register(_ laid: [LaidRecord]) -> (body: String, [RegisteredMatter]) {
    let body = laid.lazy.compactMap(\.setting.body).first ?? ""
    let matters = MatterBuilder.build(body: body, records: laid).matters
    return (
      body,
      matters.filter { $0.kind == .request }.map {
        RegisteredMatter(reference: $0.keys[0], matter: $0)
      }
    )
  }

  /// The rows of the pack's own tracker, straight from its lines: a row that a page break cut is
  /// joined cell by cell, tags and Markdown marks are taken off, nothing else.
  private static func printedRows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var isTable = false
    for line in text.split(separator: "\n") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(plain)
      if cells.first == "Subject & Date" {
        isTable = true
      } else if cells.count == 6, isTable {
        if cells[0].isEmpty, !rows.isEmpty {
          for index in cells.indices where !cells[index].isEmpty {
            rows[rows.count - 1][index] += " " + cells[index]
          }
        } else {
          rows.append(cells)
        }
      } else if cells.count == 1, cells[0] == "Key" {
        isTable = false
      }
    }
    return rows
  }

  private static func plain(_ cell: Substring) -> String {
    var out = ""
    var isTag = false
    for character in cell {
      if character == "<" { isTag = true }
      if !isTag { out.append(character) }
      if character == ">" {
        isTag = false
        out.append(" ")
      }
    }
    return out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func givesThePacksOwnAppendixBack() throws {
    let pack = try #require(CorpusPapers.realPack)
    let meeting = try #require(Self.meeting)
    let (body, matters) = Self.register(CorpusPapers.laid([pack]))
    let report = ProgressReport(body: body, meeting: meeting, matters: matters)
    let want = Self.printedRows(String(decoding: pack.source.bytes, as: UTF8.self))
    #expect(want.count == 4)
    #expect(report.table.rows == want)
  }

  @Test func theMinutesAloneGiveTheSameRowsWithoutAnswers() throws {
    let pack = try #require(CorpusPapers.realPack)
    let meeting = try #require(Self.meeting)
    let whole = Self.register(CorpusPapers.laid([pack]))
    let fromMinutes = CorpusPapers.laid([pack]).filter {
      $0.record.kind != .trackerEntry && $0.setting.date != meeting
    }
    let (body, matters) = Self.register(fromMinutes)
    let alone = ProgressReport(body: body, meeting: meeting, matters: matters)
    let full = ProgressReport(body: whole.body, meeting: meeting, matters: whole.1)
    #expect(alone.groups.count == 1)
    #expect(alone.table.rows.count == 3)
    for (row, printed) in zip(alone.table.rows, full.table.rows) {
      #expect(row[0] == printed[0])
      #expect(row[1] == printed[1])
      #expect(row[3] == "Response pending.")
      #expect(row[4].isEmpty)
    }
  }

  @Test func listsEachRequestOnceInItsGroup() throws {
    let pack = try #require(CorpusPapers.realPack)
    let meeting = try #require(Self.meeting)
    let (_, matters) = Self.register(CorpusPapers.laid([pack]))
    let listing = MatterListing(.request, matters, asOf: meeting, onlyUnresolved: true)
    let states = listing.items.map { "\($0.line.label ?? "-") \($0.line.state.rawValue)" }
    #expect(states == ["- holding", "(a) pending", "(c) pending", "(b) answered"])
  }
}
