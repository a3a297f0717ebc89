import Foundation
import GRDB
import MattersLinker
public import MattersRecords
public import MattersText

/// A paper as a list shows it.
public struct PaperLine: Sendable, Hashable {
  /// Its number in the register.
  public var id: Int64
  /// The file name.
  public var name: String
  /// The body whose paper it is, where it says.
  public var body: String?
  /// The day of the meeting, ISO 8601.
  public var date: String?
  /// When it was taken in, ISO 8601.
  public var ingestedAt: String
  /// How many records were read from it.
  public var records: Int
  /// The paper that revises it.
  public var supersededBy: Int64?
}

/// A paper with its text and what was read from it, as an audience may see it.
public struct PaperText: Sendable {
  /// The paper.
  public var line: PaperLine
  /// The text.
  public var source: SourceText
  /// The records with the lines of the text they were read from, in the order of these.
  public var records: [(lines: LineRange, record: PaperRecord)]
  /// Lines that the audience may not see.
  public var withheld: [LineRange]
  /// The program that took the text out of the file.
  public var converter: String?

  /// Whether a line may be shown.
  public func isShown(_ line: Int) -> Bool {
    !withheld.contains { $0.first <= line && line <= $0.last }
  }
}

extension Register {
  private static let paperColumns = """
    document.id, document.name, document.ingestedAt, document.supersededBy,
    (SELECT body FROM record WHERE documentId = document.id AND body IS NOT NULL
      ORDER BY id LIMIT 1) AS body,
    (SELECT settingDate FROM record WHERE documentId = document.id AND settingDate IS NOT NULL
      ORDER BY id LIMIT 1) AS date,
    (SELECT count(*) FROM record WHERE documentId = document.id) AS records
    """

  /// Papers, the one taken in last first, and how many there are.
  public func papers(
    for audience: Audience, page: Int, perPage: Int
  ) throws -> (papers: [PaperLine], count: Int) {
    let whole = Withheld.condition(document: "document.id", first: "1", last: "1")
    let condition =
      "supersededBy IS NULL" + (audience == .everyone ? " AND NOT \(whole)" : "")
    let skipped = max(0, page - 1).multipliedReportingOverflow(by: perPage)
    return try read { database in
      let rows = try GRDB.Row.fetchAll(
        database,
        sql: """
          SELECT \(Self.paperColumns) FROM document WHERE \(condition)
          ORDER BY document.id DESC LIMIT ? OFFSET ?
          """,
        arguments: [perPage, skipped.overflow ? Int.max : skipped.partialValue])
      // Counted by indexes: the documents themselves hold their whole text.
      let count = try Int.fetchOne(
        database,
        sql: """
          SELECT count(*) FROM main.document INDEXED BY documentIdentity
          WHERE \(Self.isCurrent("id"))\(audience == .everyone ? " AND NOT \(whole)" : "")
          """)
      return (rows.map(Self.paperLine), count ?? 0)
    }
  }

  /// A condition of SQL: that nothing supersedes the document of a number.
  static func isCurrent(_ column: String) -> String {
    """
    \(column) NOT IN (SELECT id FROM main.document INDEXED BY documentSuperseded
      WHERE supersededBy IS NOT NULL)
    """
  }

  /// The number of the paper that has a text, if the register has it.
  public func paperNumber(of text: [UInt8]) throws -> Int64? {
    try paperNumbers([Self.digest(text)]).values.first
  }

  /// The numbers of papers by the hashes that sources name them by.
  public func paperNumbers(_ hashes: Set<String>) throws -> [String: Int64] {
    try read { database in
      var found: [String: Int64] = [:]
      for hash in hashes {
        found[hash] = try Int64.fetchOne(
          database, sql: "SELECT id FROM document WHERE sha256 = ?", arguments: [hash])
      }
      return found
    }
  }

  /// The reference of the matter that a record of a paper belongs to, if it belongs to one.
  public func reference(of record: String, in paper: Int64) throws -> String? {
    try read { database in
      try String.fetchOne(
        database,
        sql: """
          SELECT matter.reference FROM record
          JOIN matterMember ON matterMember.recordId = record.id
          JOIN matter ON matter.id = matterMember.matterId
          WHERE record.documentId = ? AND record.localId = ? LIMIT 1
          """,
        arguments: [paper, record])
    }
  }

  /// The references of the matters that records of a paper belong to, by the records' ids, as far as
  /// an audience may see them.
  public func references(in paper: Int64, for audience: Audience) throws -> [String: String] {
    try read { database in
      try GRDB.Row.fetchAll(
        database,
        sql: """
          SELECT record.localId, standing.reference FROM record
          JOIN matterMember ON matterMember.recordId = record.id
          JOIN standing ON standing.matterId = matterMember.matterId
            AND standing.audience IN (0, ?)
          WHERE record.documentId = ? ORDER BY standing.id
          """, arguments: [audience.rawValue, paper]
      ).reduce(into: [:]) { found, row in found[row[0] as String] = row[1] as String }
    }
  }

  /// A paper by its number, or nothing where there is none.
  public func paper(_ id: Int64, for audience: Audience) throws -> PaperText? {
    try read { database in
      guard
        let row = try GRDB.Row.fetchOne(
          database,
          sql: """
            SELECT \(Self.paperColumns), document.text, document.converter
            FROM document WHERE document.id = ?
            """, arguments: [id])
      else { return nil }
      // What a revision took out of the public's sight must not be found in the former text.
      let former: Int64? = row["supersededBy"]
      if audience == .everyone, former != nil { return nil }
      let withheld = try GRDB.Row.fetchAll(
        database, sql: "SELECT firstLine, lastLine FROM withheld WHERE documentId = ?",
        arguments: [id]
      ).map { LineRange($0[0], $0[1]) }
      let source = SourceText(name: row["name"], utf8: StoredText.plain(row["text"]))
      // Of a paper that is private as a whole not even the name is told.
      let isWhole = withheld.contains { $0.first <= 1 && $0.last >= source.lineCount }
      if audience == .everyone, isWhole { return nil }
      let sheets = source.sheets
      let records = try String.fetchAll(
        database, sql: "SELECT json FROM record WHERE documentId = ? ORDER BY firstLine, id",
        arguments: [id]
      ).compactMap { PaperRecord(json: $0) }.map { record in
        let sheet = record.sheet.flatMap { name in sheets.first { $0.name == name } }
        return (lines: sheet?.lines(record.lines) ?? record.lines, record: record)
      }
      var paper = PaperText(
        line: Self.paperLine(row), source: source, records: records, withheld: [],
        converter: row["converter"])
      guard audience == .everyone else { return paper }
      paper.withheld = withheld
      paper.records = records.filter { lines, record in
        record.access == .public
          && !withheld.contains { $0.first <= lines.last && $0.last >= lines.first }
      }
      paper.line.records = paper.records.count
      return paper
    }
  }

  private static func paperLine(_ row: GRDB.Row) -> PaperLine {
    PaperLine(
      id: row["id"], name: row["name"], body: row["body"], date: row["date"],
      ingestedAt: row["ingestedAt"], records: row["records"], supersededBy: row["supersededBy"])
  }
}
