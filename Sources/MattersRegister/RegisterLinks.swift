import GRDB
import MattersLinker
public import MattersRecords
public import MattersText

/// A link of the register, with both its ends.
public struct RegisterLink: Sendable {
  /// One end of a link.
  public struct End: Sendable, Hashable {
    /// The document's file name.
    public var document: String
    /// The record's id in it.
    public var id: RecordID
    /// The record's kind.
    public var kind: RecordKind
    /// The record's lines.
    public var lines: LineRange
  }

  /// What it says.
  public var relation: Relation
  /// How firmly it stands.
  public var grade: LinkGrade
  /// The evidence, in one line.
  public var because: String
  /// The record that refers.
  public var from: End
  /// The record referred to.
  public var to: End
}

extension Register {
  /// All links: those inside documents, and those between the records of a matter.
  ///
  /// - Parameter relation: only links that say this.
  public func links(_ relation: Relation? = nil) throws -> [RegisterLink] {
    let all = try read { database in
      try Self.questions.flatMap { try Self.fetch($0, database) }
    }
    return relation.map { wanted in all.filter { $0.relation == wanted } } ?? all
  }

  /// How many links there are, counted where they lie.
  public func linkCount() throws -> Int {
    try read { database in
      try Self.questions.reduce(0) { count, question in
        try count + (Int.fetchOne(database, sql: "SELECT count(*) FROM (\(question))") ?? 0)
      }
    }
  }

  /// What is asked for all links: those of one paper, and those between papers.
  private static let questions = [
    inDocuments, betweenDocuments, ofResolutions, acrossPapers, suggested,
  ]

  private static let inDocuments = """
    SELECT link.relation, link.grade, link.because, link.fromId AS a, link.toId AS b FROM link
    JOIN record ON record.id = link.fromId
    JOIN document ON document.id = record.documentId
    WHERE document.supersededBy IS NULL ORDER BY link.id
    """

  /// Members of a matter that stand in another document than the record it is shown by, unless
  /// their own document already links them.
  private static let betweenDocuments = """
    SELECT CASE member.role WHEN 'restated' THEN 'restates' WHEN 'tracked' THEN 'tracks'
        ELSE 'answers' END AS relation,
      member.grade, member.because, member.recordId AS a, principal.recordId AS b
    FROM matterMember AS member
    JOIN matterMember AS principal
      ON principal.matterId = member.matterId AND principal.position = 0
    JOIN record AS own ON own.id = member.recordId
    JOIN record AS first ON first.id = principal.recordId
    WHERE member.position > 0 AND member.role <> 'origin'
      AND own.documentId <> first.documentId
      AND NOT EXISTS (
        SELECT 1 FROM link WHERE link.fromId = member.recordId AND link.relation =
          CASE member.role WHEN 'restated' THEN 'restates' WHEN 'tracked' THEN 'tracks'
            ELSE 'answers' END)
    ORDER BY member.matterId, member.position
    """

  /// What resolutions did to matters: agreed them as completed, or made them the committee's own.
  private static let ofResolutions = """
    SELECT CASE event.kind WHEN 'completed' THEN 'completes' WHEN 'endorsed' THEN 'endorses'
        WHEN 'withdrawn' THEN 'discontinues' WHEN 'discontinued' THEN 'discontinues'
        WHEN 're_requested' THEN 're_requests' WHEN 'carried_forward' THEN 'carries_forward'
        ELSE 'adopts' END AS relation,
      event.grade, event.because, event.recordId AS a, principal.recordId AS b
    FROM matterEvent AS event
    JOIN record ON record.id = event.recordId
    JOIN matterMember AS principal
      ON principal.matterId = event.matterId AND principal.position = 0
    WHERE record.kind = 'resolution'
    ORDER BY event.matterId, event.position
    """

  /// Requests that became actions or were put on a work programme.
  private static let acrossPapers = """
    SELECT relation, grade, because, fromId AS a, toId AS b FROM crossLink
    ORDER BY crossLink.rowid
    """

  /// What a record without a match may mean, where it is one thing: a weak link.
  private static let suggested = """
    SELECT CASE record.kind WHEN 'tracker_entry' THEN 'tracks' ELSE 'restates' END AS relation,
      'weak' AS grade, ambiguity.because, ambiguity.recordId AS a, max(candidateId) AS b
    FROM ambiguity JOIN record ON record.id = ambiguity.recordId
    WHERE ambiguity.kind = 'suggestion' GROUP BY ambiguity.recordId HAVING count(*) = 1
    """

  private static func fetch(_ sql: String, _ database: Database) throws -> [RegisterLink] {
    try GRDB.Row.fetchAll(
      database,
      sql: """
        WITH found AS (\(sql))
        SELECT found.relation, found.grade, found.because,
          x.localId AS fromId, x.kind AS fromKind, x.firstLine AS fromFirst,
          x.lastLine AS fromLast, dx.name AS fromName,
          y.localId AS toId, y.kind AS toKind, y.firstLine AS toFirst, y.lastLine AS toLast,
          dy.name AS toName
        FROM found
        JOIN record AS x ON x.id = found.a JOIN document AS dx ON dx.id = x.documentId
        JOIN record AS y ON y.id = found.b JOIN document AS dy ON dy.id = y.documentId
        """
    ).compactMap { row in
      guard let relation = Relation(rawValue: row["relation"]),
        let grade = LinkGrade(rawValue: row["grade"]),
        let from = end(row, "from"), let to = end(row, "to")
      else { return nil }
      return RegisterLink(
        relation: relation, grade: grade, because: row["because"], from: from, to: to)
    }
  }

  private static func end(_ row: GRDB.Row, _ side: String) -> RegisterLink.End? {
    guard let kind = RecordKind(rawValue: row["\(side)Kind"]) else { return nil }
    return RegisterLink.End(
      document: row["\(side)Name"], id: RecordID(row["\(side)Id"]), kind: kind,
      lines: LineRange(row["\(side)First"], row["\(side)Last"]))
  }
}
