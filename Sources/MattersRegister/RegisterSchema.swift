import GRDB

/// The tables of a register, as steps from one version to the next.
///
/// A step that was released is never edited; what changes is a further step.
enum RegisterSchema {
  /// Marks an SQLite file as a register: the letters `Mttr`.
  static let applicationID: Int32 = 0x4D74_7472
  /// The version that this program writes.
  static let version = 14

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
      try database.execute(sql: version1)
      try database.execute(sql: "PRAGMA user_version = 1")
    }
    migrator.registerMigration("2") { database in
      try database.execute(sql: StandingSchema.tables)
      try database.execute(sql: "PRAGMA user_version = 2")
    }
    migrator.registerMigration("3") { database in
      try database.execute(sql: HistorySchema.tables)
      try database.execute(sql: "PRAGMA user_version = 3")
    }
    // What goes with a matter goes by its foreign keys, which a step does without unless it is told.
    migrator.registerMigration("5", foreignKeyChecks: .immediate) { database in
      try database.execute(sql: DeskSchema.tables)
      // What an older register lacks is worked out once all tables are there.
      try StandingSchema.fillWhereEmpty(database)
      try History.seal(database)
      try database.execute(sql: "PRAGMA user_version = 5")
    }
    migrator.registerMigration("6") { database in
      try database.execute(sql: LinkingSchema.tables)
      try LinkingSchema.fill(database)
      try database.execute(sql: "PRAGMA user_version = 6")
    }
    migrator.registerMigration("7") { database in
      try database.execute(sql: EditSchema.tables)
      try database.execute(sql: "PRAGMA user_version = 7")
    }
    // A program that knows nothing of marks may read and write such a register all the same.
    migrator.registerMigration("8") { database in
      try database.execute(sql: MatterMark.tables)
    }
    migrator.registerMigration("10") { database in
      try database.execute(sql: RegisterUploads.table)
      try database.execute(sql: StandingSchema.indexes)
      try Tally("1", [], database).enter(database)
      try database.execute(sql: "PRAGMA user_version = 10")
    }
    migrator.registerMigration("12") { database in
      try database.execute(sql: RedactionSchema.tables)
      try RedactionSchema.fill(database)
      try StoredText.packAll(database)
      // What people said in review before it was part of the history.
      try History.seal(database)
      try database.execute(sql: "PRAGMA user_version = 12")
    }
    migrator.registerMigration("14") { database in
      try database.execute(sql: version14)
      try database.execute(sql: StandingSchema.listing)
      try database.execute(sql: "PRAGMA user_version = 14")
    }
    return migrator
  }

  private static let version14 = """
    -- What an index of the scopes of records does as well.
    DROP INDEX recordBody;
    -- The names of bodies, each found behind the one before; and a matter, in whatever case a person
    -- types its reference.
    CREATE INDEX recordNamed ON record(body);
    CREATE INDEX matterReference ON matter(reference COLLATE NOCASE);
    """

  private static let version1 = """
    -- A document is known by its text; a changed text is another document that supersedes it.
    -- Where a program took the text out of a file, the program and its version are kept, and the
    -- file's own hash: another version may give another text of the same file.
    CREATE TABLE document (
      id INTEGER PRIMARY KEY,
      sha256 TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      identity TEXT NOT NULL,
      encoding TEXT NOT NULL,
      converter TEXT,
      fileSha256 TEXT UNIQUE,
      text BLOB NOT NULL,
      lineCount INTEGER NOT NULL,
      unclaimedLines INTEGER NOT NULL,
      ingestedAt TEXT NOT NULL,
      supersededBy INTEGER REFERENCES document(id)
    ) STRICT;
    CREATE INDEX documentIdentity ON document(identity);

    -- What was read from a document, as it was read.
    CREATE TABLE record (
      id INTEGER PRIMARY KEY,
      documentId INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
      localId TEXT NOT NULL,
      kind TEXT NOT NULL,
      firstLine INTEGER NOT NULL,
      lastLine INTEGER NOT NULL,
      council TEXT,
      body TEXT,
      -- Whose matter it is: the committee that asked, also where another body's paper says it. The
      -- first by the printed names; the second its successor or full name where the council's
      -- settings give one.
      ownKey TEXT NOT NULL,
      bodyKey TEXT NOT NULL,
      settingDate TEXT,
      json TEXT NOT NULL,
      UNIQUE (documentId, localId)
    ) STRICT;
    CREATE INDEX recordBody ON record(bodyKey, kind);
    CREATE INDEX recordLocalId ON record(localId);
    CREATE INDEX recordKind ON record(kind, bodyKey);

    -- Whose task group a group is, by a report of the group among a committee's papers.
    CREATE TABLE bodyGroup (
      groupKey TEXT NOT NULL,
      bodyKey TEXT NOT NULL,
      PRIMARY KEY (groupKey, bodyKey)
    ) STRICT, WITHOUT ROWID;

    -- Links between records of one document.
    CREATE TABLE link (
      id INTEGER PRIMARY KEY,
      fromId INTEGER NOT NULL REFERENCES record(id) ON DELETE CASCADE,
      toId INTEGER NOT NULL REFERENCES record(id) ON DELETE CASCADE,
      relation TEXT NOT NULL,
      grade TEXT NOT NULL,
      because TEXT NOT NULL
    ) STRICT;
    CREATE INDEX linkFrom ON link(fromId);
    CREATE INDEX linkTo ON link(toId);

    -- What was asked, through all papers. Worked out anew from the records of a body whenever a
    -- paper of that body comes; only the reference is permanent.
    CREATE TABLE matter (
      id INTEGER PRIMARY KEY,
      reference TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      council TEXT,
      body TEXT NOT NULL,
      bodyKey TEXT NOT NULL,
      raised TEXT,
      minute TEXT,
      label TEXT,
      text TEXT NOT NULL,
      subject TEXT,
      addressedTo TEXT,
      responsible TEXT,
      printedReference TEXT
    ) STRICT;
    CREATE INDEX matterBody ON matter(bodyKey, kind, raised);
    CREATE TABLE matterMember (
      matterId INTEGER NOT NULL REFERENCES matter(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      recordId INTEGER NOT NULL REFERENCES record(id) ON DELETE CASCADE,
      role TEXT NOT NULL,
      grade TEXT NOT NULL,
      because TEXT NOT NULL,
      PRIMARY KEY (matterId, position)
    ) STRICT;
    CREATE INDEX matterMemberRecord ON matterMember(recordId);
    CREATE TABLE matterEvent (
      matterId INTEGER NOT NULL REFERENCES matter(id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      kind TEXT NOT NULL,
      date TEXT NOT NULL,
      state TEXT,
      response TEXT,
      updated TEXT,
      minute TEXT,
      decision TEXT,
      decisionAsPrinted TEXT,
      decidedBy TEXT,
      decidedOn TEXT,
      reason TEXT,
      implementation TEXT,
      due TEXT,
      reviewDate TEXT,
      recordId INTEGER NOT NULL REFERENCES record(id) ON DELETE CASCADE,
      grade TEXT NOT NULL,
      because TEXT NOT NULL,
      PRIMARY KEY (matterId, position)
    ) STRICT;

    -- A reference that was not linked: several candidates, a suggestion, a resolution without its
    -- tracker, or nothing that it could mean. One row for each candidate.
    CREATE TABLE ambiguity (
      recordId INTEGER NOT NULL REFERENCES record(id) ON DELETE CASCADE,
      candidateId INTEGER REFERENCES record(id) ON DELETE CASCADE,
      kind TEXT NOT NULL,
      meaning TEXT NOT NULL,
      because TEXT NOT NULL,
      bodyKey TEXT NOT NULL
    ) STRICT;
    CREATE INDEX ambiguityRecord ON ambiguity(recordId);
    CREATE INDEX ambiguityBody ON ambiguity(bodyKey);

    -- Links between papers that join no matter to another.
    CREATE TABLE crossLink (
      fromId INTEGER NOT NULL REFERENCES record(id) ON DELETE CASCADE,
      toId INTEGER NOT NULL REFERENCES record(id) ON DELETE CASCADE,
      relation TEXT NOT NULL,
      grade TEXT NOT NULL,
      because TEXT NOT NULL,
      bodyKey TEXT NOT NULL
    ) STRICT;
    CREATE INDEX crossLinkBody ON crossLink(bodyKey);

    -- What persons decided about which record belongs to which matter, by what the record says.
    -- Rows are added and never changed; the last word on a record and a matter counts.
    CREATE TABLE verdict (
      id INTEGER PRIMARY KEY,
      meaning TEXT NOT NULL,
      reference TEXT,
      word TEXT NOT NULL,
      note TEXT,
      enteredBy TEXT NOT NULL,
      enteredAt TEXT NOT NULL
    ) STRICT;
    CREATE INDEX verdictMeaning ON verdict(meaning);

    -- What a council says of itself, as JSON, and which body goes by which name.
    CREATE TABLE setting (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE bodyAlias (
      ownKey TEXT PRIMARY KEY,
      bodyKey TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- Meetings that a calendar names; those that papers name are read from their records.
    CREATE TABLE meetingDay (
      bodyKey TEXT NOT NULL,
      body TEXT NOT NULL,
      date TEXT NOT NULL,
      time TEXT,
      status TEXT NOT NULL,
      reason TEXT,
      source TEXT NOT NULL,
      importedAt TEXT NOT NULL,
      PRIMARY KEY (bodyKey, date)
    ) STRICT, WITHOUT ROWID;

    -- Days that start a clock, as papers tell them in passing: the day on which recommendations were
    -- received, or a notice was given.
    CREATE TABLE paperEvent (
      documentId INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
      firstLine INTEGER NOT NULL,
      lastLine INTEGER NOT NULL,
      kind TEXT NOT NULL,
      date TEXT NOT NULL,
      raised TEXT NOT NULL,
      words TEXT NOT NULL
    ) STRICT;
    CREATE INDEX paperEventRaised ON paperEvent(raised);
    CREATE INDEX paperEventDocument ON paperEvent(documentId);

    -- Which permanent reference a matter has, by what its papers say of it.
    CREATE TABLE matterKey (
      key TEXT PRIMARY KEY,
      reference TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX matterKeyReference ON matterKey(reference);

    -- What people entered. Rows are added and never changed.
    CREATE TABLE entry (
      id INTEGER PRIMARY KEY,
      reference TEXT NOT NULL,
      kind TEXT NOT NULL,
      date TEXT NOT NULL,
      state TEXT,
      response TEXT,
      "from" TEXT,
      minute TEXT,
      decision TEXT,
      implementation TEXT,
      due TEXT,
      reviewDate TEXT,
      note TEXT,
      enteredBy TEXT NOT NULL,
      enteredAt TEXT NOT NULL
    ) STRICT;
    CREATE INDEX entryReference ON entry(reference);

    -- The words of every passage, for searching.
    CREATE VIRTUAL TABLE passage USING fts5(
      words, documentId UNINDEXED, firstLine UNINDEXED, lastLine UNINDEXED,
      tokenize = "unicode61 remove_diacritics 2"
    );

    -- Which matters a report that was issued showed as completed.
    CREATE TABLE issued (
      bodyKey TEXT NOT NULL,
      meetingDate TEXT NOT NULL,
      reference TEXT NOT NULL,
      issuedAt TEXT NOT NULL,
      PRIMARY KEY (bodyKey, meetingDate, reference)
    ) STRICT;
    """
}
