import Foundation
import GRDB
public import MattersLinker
import MattersRecords
public import MattersText

/// Where a record of a matter was read, with the lines around it.
public struct MemberSource: Sendable {
  /// The record and why it belongs.
  public var member: Matter.Member
  /// The paper's number in the register.
  public var paper: Int64
  /// The lines of the text that it was read from.
  public var lines: LineRange
  /// These lines and a few before and after, with their numbers; none that is withheld.
  public var quotation: [(number: Int, words: String)]
  /// Its links to other records of the paper.
  public var links: [LinkDetail]
}

extension Register {
  /// How many lines are shown around those that are meant.
  private static let around = 2
  /// How many lines of one record are shown; the paper's page has all.
  private static let most = 60

  /// Where the records of a matter were read, as far as an audience may see it.
  public func sources(
    of matter: RegisteredMatter, for audience: Audience
  ) throws -> [MemberSource] {
    try read { database in
      var papers: [String: (id: Int64, source: SourceText, withheld: [LineRange])] = [:]
      let records = try GRDB.Row.fetchAll(
        database,
        sql: """
          SELECT record.id, record.localId, document.sha256 FROM matterMember
          JOIN matter ON matter.id = matterMember.matterId
          JOIN record ON record.id = matterMember.recordId
          JOIN document ON document.id = record.documentId WHERE matter.reference = ?
          """,
        arguments: [matter.reference])
      var ids: [String: Int64] = [:]
      for row in records {
        ids["\(row["sha256"] as String)|\(row["localId"] as String)"] = row["id"]
      }
      return try matter.matter.members.compactMap { member in
        let hash = member.laid.document
        if papers[hash] == nil { papers[hash] = try Self.text(hash, audience, database) }
        guard let paper = papers[hash] else { return nil }
        let record = member.laid.record
        let (lines, quotation) = Self.quote(record, paper.source, paper.withheld)
        let links = try ids["\(hash)|\(record.id)"].map { try Self.links(of: $0, database) } ?? []
        return MemberSource(
          member: member, paper: paper.id, lines: lines, quotation: quotation,
          links: links.filter { audience == .officers || !$0.isWithheld })
      }
    }
  }

  /// The lines of a record, and these with those around them; none that is withheld.
  static func quote(
    _ record: PaperRecord, _ source: SourceText, _ withheld: [LineRange]
  ) -> (lines: LineRange, quotation: [(number: Int, words: String)]) {
    let sheet = record.sheet.flatMap { name in source.sheets.first { $0.name == name } }
    let lines = sheet?.lines(record.lines) ?? record.lines
    let shown = LineRange(
      max(1, lines.first - around),
      min(source.lineCount, lines.last + around, lines.first + most))
    return (
      lines,
      source.quote(shown).enumerated().map { (shown.first + $0, $1) }.filter { number, _ in
        !withheld.contains { $0.first <= number && number <= $0.last }
      }
    )
  }

  static func text(
    _ hash: String, _ audience: Audience, _ database: Database
  ) throws -> (id: Int64, source: SourceText, withheld: [LineRange])? {
    guard
      let row = try GRDB.Row.fetchOne(
        database, sql: "SELECT id, name, text FROM document WHERE sha256 = ?", arguments: [hash])
    else { return nil }
    let id: Int64 = row["id"]
    let withheld = try GRDB.Row.fetchAll(
      database, sql: "SELECT firstLine, lastLine FROM withheld WHERE documentId = ?",
      arguments: [id]
    ).map { LineRange($0[0], $0[1]) }
    return (
      id, SourceText(name: row["name"], utf8: StoredText.plain(row["text"])),
      audience == .officers ? [] : withheld
    )
  }
}
