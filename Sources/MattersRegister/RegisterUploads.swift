import GRDB

/// Who brought a paper in by hand.
enum RegisterUploads {
  static let table = """
    -- Known by its text, as a document is; it says nothing of the paper, which may be withdrawn.
    CREATE TABLE upload (
      id INTEGER PRIMARY KEY,
      sha256 TEXT NOT NULL,
      enteredBy TEXT NOT NULL,
      enteredAt TEXT NOT NULL
    ) STRICT;
    CREATE INDEX uploadText ON upload(sha256);
    """
}

extension Register {
  /// Notes who brought in a paper that was stored.
  public func noteUpload(of text: [UInt8], by person: String) throws {
    try write { database in
      try database.execute(
        sql: "INSERT INTO upload (sha256, enteredBy, enteredAt) VALUES (?, ?, ?)",
        arguments: [Self.digest(text), person, Self.now()])
    }
  }

  /// Who first brought in a paper of a number, and when; nothing where it was read from a folder.
  public func uploader(of paper: Int64) throws -> (person: String, at: String)? {
    try read { database in
      try GRDB.Row.fetchOne(
        database,
        sql: """
          SELECT enteredBy, enteredAt FROM upload
          JOIN document ON document.sha256 = upload.sha256
          WHERE document.id = ? ORDER BY upload.id LIMIT 1
          """, arguments: [paper]
      ).map { ($0[0], $0[1]) }
    }
  }
}
