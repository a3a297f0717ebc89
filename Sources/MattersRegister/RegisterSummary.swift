import GRDB

/// What a register holds, counted.
public struct RegisterSummary: Sendable, Equatable {
  /// Documents that nothing supersedes.
  public var documents = 0
  /// Records by kind, in those documents.
  public var records: [String: Int] = [:]
  /// Links inside documents by relation.
  public var links: [String: Int] = [:]
  /// Matters by kind.
  public var matters: [String: Int] = [:]
  /// References that meant more than one matter.
  public var ambiguous = 0
  /// Lines that no parser knew.
  public var unclaimedLines = 0
}

/// What a register follows, counted.
public struct FollowedCount: Sendable, Equatable {
  /// Documents that nothing supersedes.
  public var documents = 0
  /// Matters by kind.
  public var matters: [String: Int] = [:]
  /// References that meant more than one matter.
  public var ambiguous = 0
}

extension Register {
  /// Counts what the register holds.
  public func summary() throws -> RegisterSummary {
    try read { database in
      var summary = RegisterSummary()
      func counts(_ sql: String) throws -> [String: Int] {
        var counts: [String: Int] = [:]
        for row in try GRDB.Row.fetchAll(database, sql: sql) { counts[row[0]] = row[1] }
        return counts
      }
      summary.documents =
        try Int.fetchOne(
          database, sql: "SELECT count(*) FROM document WHERE supersededBy IS NULL") ?? 0
      summary.unclaimedLines =
        try Int.fetchOne(
          database, sql: "SELECT sum(unclaimedLines) FROM document WHERE supersededBy IS NULL") ?? 0
      summary.records = try counts(
        """
        SELECT kind, count(*) FROM record JOIN document ON document.id = record.documentId
        WHERE supersededBy IS NULL GROUP BY kind
        """)
      summary.links = try counts("SELECT relation, count(*) FROM link GROUP BY relation")
      summary.matters = try counts("SELECT kind, count(*) FROM matter GROUP BY kind")
      summary.ambiguous =
        try Int.fetchOne(
          database, sql: "SELECT count(DISTINCT recordId) FROM ambiguity WHERE kind = 'several'")
        ?? 0
      return summary
    }
  }

  /// Counts what the register follows, without looking into its records.
  public func followed() throws -> FollowedCount {
    try read { database in
      var followed = FollowedCount()
      followed.documents =
        try Int.fetchOne(
          database,
          sql: """
            SELECT (SELECT count(*) FROM document)
              - (SELECT count(*) FROM document WHERE supersededBy IS NOT NULL)
            """) ?? 0
      let rows = try GRDB.Row.fetchAll(
        database, sql: "SELECT kind, count(*) FROM matter GROUP BY kind")
      for row in rows { followed.matters[row[0]] = row[1] }
      followed.ambiguous =
        try Int.fetchOne(
          database, sql: "SELECT count(DISTINCT recordId) FROM ambiguity WHERE kind = 'several'")
        ?? 0
      return followed
    }
  }
}
