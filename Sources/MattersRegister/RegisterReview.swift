import GRDB
public import MattersRecords
public import MattersText

/// What waits for a person's eye.
public struct ReviewItems: Sendable {
  /// A record that was read with doubt.
  public struct Doubt: Sendable {
    /// The paper's number and name.
    public var paper: Int64
    /// The paper's name.
    public var name: String
    /// The lines.
    public var lines: LineRange
    /// What it was read as.
    public var kind: RecordKind
    /// How sure the reading is.
    public var certainty: Certainty
    /// Why it is not certain.
    public var because: String
  }

  /// A reference that could mean more than one thing.
  public struct Ambiguity: Sendable {
    /// The paper's number.
    public var paper: Int64
    /// The paper's name.
    public var name: String
    /// The lines of the record that refers.
    public var lines: LineRange
    /// What it could mean: ids.
    public var candidates: [RecordID]
  }

  /// Records that were read with doubt, the doubtful before the probable.
  public var doubts: [Doubt] = []
  /// How many of these there are on all pages.
  public var doubtCount = 0
  /// References without one meaning.
  public var ambiguities: [Ambiguity] = []
}

extension Register {
  /// What waits for a person's eye, a page of it.
  public func reviewItems(page: Int, perPage: Int) throws -> ReviewItems {
    let skipped = max(0, page - 1).multipliedReportingOverflow(by: perPage)
    // Written by the record's own writer, so that the key is always written so.
    let condition = """
      document.supersededBy IS NULL AND record.json LIKE '%"certainty":"%'
        AND (json_extract(record.json, '$.certainty') IN ('probable', 'doubtful'))
      """
    return try read { database in
      var items = ReviewItems()
      items.doubtCount =
        try Int.fetchOne(
          database,
          sql: """
            SELECT count(*) FROM record JOIN document ON document.id = record.documentId
            WHERE \(condition)
            """) ?? 0
      items.doubts = try GRDB.Row.fetchAll(
        database,
        sql: """
          SELECT document.id, document.name, record.firstLine, record.lastLine, record.json
          FROM record JOIN document ON document.id = record.documentId WHERE \(condition)
          ORDER BY json_extract(record.json, '$.certainty'), record.id LIMIT ? OFFSET ?
          """,
        arguments: [perPage, skipped.overflow ? Int.max : skipped.partialValue]
      ).compactMap { row in
        guard let record = PaperRecord(json: row["json"]) else { return nil }
        return .init(
          paper: row["id"], name: row["name"], lines: LineRange(row["firstLine"], row["lastLine"]),
          kind: record.kind, certainty: record.certainty, because: record.because ?? "")
      }
      items.ambiguities = try GRDB.Row.fetchAll(
        database,
        sql: """
          SELECT document.id, document.name, record.firstLine, record.lastLine,
            group_concat(candidate.localId, char(9)) AS candidates
          FROM ambiguity JOIN record ON record.id = ambiguity.recordId
          JOIN document ON document.id = record.documentId
          JOIN record AS candidate ON candidate.id = ambiguity.candidateId
          WHERE document.supersededBy IS NULL
          GROUP BY ambiguity.recordId ORDER BY ambiguity.recordId LIMIT 200
          """
      ).map { row in
        .init(
          paper: row["id"], name: row["name"], lines: LineRange(row["firstLine"], row["lastLine"]),
          candidates: (row["candidates"] as String).split(separator: "\t").map {
            RecordID(String($0))
          })
      }
      return items
    }
  }
}
