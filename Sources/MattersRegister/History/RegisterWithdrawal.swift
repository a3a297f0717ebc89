import GRDB
import MattersLinker

extension Register {
  /// Erases a paper for good: its text, every revision of it, and what was read from it.
  ///
  /// The history keeps its chain: it loses the salts of the lines that spoke of the paper, so that
  /// no word can be guessed from a digest. Then the search index and the file are written anew and
  /// the log is emptied, so that the words are in no byte of the register.
  ///
  /// - Parameter keepsName: whether the paper's file name stays, to be told by.
  /// - Returns: the names of the texts that were erased.
  public func withdraw(
    _ name: String, reason: String, keepsName: Bool = true, enteredBy person: String
  ) throws -> [String] {
    let names = try write { database in
      let ids = try Self.revisions(of: name, database)
      var names: [String] = []
      var scopes: Set<Scope> = []
      var references: Set<String> = []
      for id in ids {
        guard
          let row = try GRDB.Row.fetchOne(
            database, sql: "SELECT name, sha256, fileSha256 FROM document WHERE id = ?",
            arguments: [id])
        else { continue }
        names.append(row["name"])
        scopes.formUnion(try Scope.all(of: id, database))
        references.formUnion(
          try String.fetchAll(
            database,
            sql: """
              SELECT DISTINCT matter.reference FROM matter
              JOIN matterMember ON matterMember.matterId = matter.id
              JOIN record ON record.id = matterMember.recordId WHERE record.documentId = ?
              """, arguments: [id]))
        try database.execute(
          sql: """
            INSERT INTO withdrawal (sha256, fileSha256, name, reason, enteredBy, enteredAt)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            row["sha256"], row["fileSha256"], keepsName ? row["name"] : "a paper without a name",
            reason, person, Self.now(),
          ])
        try database.execute(
          sql: "UPDATE history SET salt = NULL WHERE kind = 'document' AND subject = ?",
          arguments: [row["sha256"] as String])
        try database.execute(sql: "DELETE FROM passage WHERE documentId = ?", arguments: [id])
      }
      scopes = try Self.affected(by: scopes, database)
      // The newest first: a document refers to the one that superseded it.
      for id in ids {
        try database.execute(
          sql: "UPDATE document SET supersededBy = NULL WHERE id = ?", arguments: [id])
      }
      for id in ids {
        try database.execute(sql: "DELETE FROM document WHERE id = ?", arguments: [id])
      }
      let homes = try Int64.fetchAll(database, sql: "SELECT DISTINCT documentId FROM paperHome")
      scopes.formUnion(try Self.settleHomes(of: homes, database))
      try Self.relink(Self.affected(by: scopes, database), database)
      try Self.forgetWords(of: references, database)
      try database.execute(sql: "INSERT INTO passage(passage) VALUES ('rebuild')")
      return names
    }
    try writeAnew()
    return names
  }

  /// The documents that are one paper: the one that is named and all texts it replaced.
  private static func revisions(of name: String, _ database: Database) throws -> [Int64] {
    let named = try Int64.fetchAll(
      database,
      sql: """
        SELECT id FROM document WHERE (name = ? OR sha256 = ? OR (length(?) >= 12
          AND substr(sha256, 1, length(?)) = ?)) ORDER BY id DESC
        """, arguments: [name, name, name, name, name])
    guard let first = named.first else { throw RegisterError.noPaper(name: name) }
    var ids = [first]
    var isGrowing = true
    while isGrowing {
      let marks = ids.map { _ in "?" }.joined(separator: ", ")
      let more = try Int64.fetchAll(
        database,
        sql: """
          SELECT id FROM document WHERE supersededBy IN (\(marks)) AND id NOT IN (\(marks))
          UNION SELECT supersededBy FROM document
            WHERE id IN (\(marks)) AND supersededBy IS NOT NULL AND supersededBy NOT IN (\(marks))
          """, arguments: StatementArguments(ids + ids + ids + ids))
      isGrowing = !more.isEmpty
      ids += more
    }
    guard Set(named).isSubset(of: ids) else {
      let hashes = try String.fetchAll(
        database,
        sql: "SELECT substr(sha256, 1, 12) FROM document WHERE name = ? ORDER BY id",
        arguments: [name])
      throw RegisterError.ambiguous(name: name, candidates: hashes)
    }
    return ids
  }

  /// The keys that references were found by hold words; those that no paper says any more go.
  private static func forgetWords(of references: Set<String>, _ database: Database) throws {
    for reference in references {
      var kept: [String] = []
      if let id = try Int64.fetchOne(
        database, sql: "SELECT id FROM matter WHERE reference = ?", arguments: [reference]),
        let registered = try matter(id, database)
      {
        let scope = BodyKey(registered.matter.council ?? "").description
        kept = registered.matter.keys.map { "\(scope)|\($0)" }
      }
      let marks = kept.map { _ in "?" }.joined(separator: ", ")
      try database.execute(
        sql: "DELETE FROM matterKey WHERE reference = ? AND key NOT IN (\(marks))",
        arguments: StatementArguments([reference] + kept))
    }
  }

  /// Writes the whole file anew and empties the log, so that nothing that was deleted is left.
  func writeAnew() throws {
    let lock = try RegisterLock(beside: path, patience: 600, waiting: tell)
    defer { _ = lock }
    do {
      try database.writeWithoutTransaction { database in
        try ShownNames.uncover(database)
        try database.execute(sql: "VACUUM")
        let row = try GRDB.Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        if (row?[0] as Int? ?? 0) != 0 {
          tell(
            "another program reads \(path): its log is emptied when that ends; then run: matters verify"
          )
        }
      }
    } catch let error as DatabaseError {
      throw Self.explain(error, path: path)
    }
  }
}
