import GRDB
import MattersRecords
import MattersText

/// The tables that the writer keeps so that pages need not work anything out: where each matter
/// stands, how many stand so, and which lines the public may not see.
enum StandingSchema {
  static let tables = """
    -- Counts the writes, so that a reader knows whether anything changed.
    CREATE TABLE revision (number INTEGER NOT NULL) STRICT;
    INSERT INTO revision (number) VALUES (1);

    -- Entries that were taken back. They stay in their table and count no longer.
    CREATE TABLE takenBack (
      entryId INTEGER PRIMARY KEY REFERENCES entry(id),
      person TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT;

    -- Lines that stand under an item taken in private.
    CREATE TABLE withheld (
      documentId INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
      firstLine INTEGER NOT NULL,
      lastLine INTEGER NOT NULL,
      PRIMARY KEY (documentId, firstLine, lastLine)
    ) STRICT, WITHOUT ROWID;

    -- Where a matter stands by all that is known. A matter that private papers speak of as well
    -- has a row for each audience; one that only they speak of has a row for officers alone.
    -- Audience: 0 both, 1 everyone, 2 officers.
    CREATE TABLE standing (
      id INTEGER PRIMARY KEY,
      matterId INTEGER NOT NULL REFERENCES matter(id) ON DELETE CASCADE,
      audience INTEGER NOT NULL,
      reference TEXT NOT NULL,
      kind TEXT NOT NULL,
      body TEXT NOT NULL,
      bodyKey TEXT NOT NULL,
      owner TEXT,
      ownerKey TEXT NOT NULL,
      wording TEXT NOT NULL,
      subject TEXT,
      state TEXT NOT NULL,
      decision TEXT,
      implementation TEXT,
      response TEXT,
      raised TEXT,
      year INTEGER,
      updated TEXT,
      answered TEXT,
      -- The last day for an answer by England's law, an estimate counted from the meeting.
      lastDay TEXT
    ) STRICT;
    CREATE INDEX matterEventRecord ON matterEvent(recordId);
    CREATE INDEX standingMatter ON standing(matterId);
    CREATE INDEX standingReference ON standing(reference);
    CREATE INDEX standingMeeting ON standing(bodyKey, raised);
    CREATE INDEX standingRaised
      ON standing(kind, raised, audience, bodyKey, ownerKey, state, year);
    CREATE INDEX standingBody
      ON standing(kind, bodyKey, raised, audience, ownerKey, state, year);
    CREATE INDEX standingState
      ON standing(kind, state, raised, audience, bodyKey, ownerKey, year);
    CREATE INDEX standingOwner
      ON standing(kind, ownerKey, raised, audience, bodyKey, state, year);
    CREATE INDEX standingUpdated
      ON standing(kind, updated, audience, bodyKey, ownerKey, state, year);
    -- What waits for an answer beyond its last day is found without looking at what does not.
    CREATE INDEX standingLate ON standing(lastDay, audience, bodyKey)
      WHERE answered IS NULL AND lastDay IS NOT NULL;

    -- How many matters of a body there are, counted by different things.
    CREATE TABLE tally (
      figure TEXT NOT NULL,
      audience INTEGER NOT NULL,
      kind TEXT NOT NULL,
      key TEXT NOT NULL,
      bodyKey TEXT NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (figure, audience, kind, key, bodyKey)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX tallyBody ON tally(bodyKey);
    """

  /// Indexes in which each order of a list stands ready, and counts of all committees together.
  static let indexes = """
    DROP INDEX standingRaised;
    DROP INDEX standingBody;
    DROP INDEX standingState;
    DROP INDEX standingOwner;
    DROP INDEX standingUpdated;
    DROP INDEX standingLate;
    CREATE INDEX standingRaised
      ON standing(kind, raised, id, audience, bodyKey, ownerKey, state, year, updated);
    CREATE INDEX standingBody
      ON standing(kind, bodyKey, raised, id, audience, ownerKey, state, year, updated);
    CREATE INDEX standingOwner
      ON standing(kind, ownerKey, raised, id, audience, bodyKey, state, year, updated);
    CREATE INDEX standingState
      ON standing(kind, state, raised, id, audience, bodyKey, ownerKey, year);
    CREATE INDEX standingUpdated
      ON standing(kind, updated, id, audience, bodyKey, ownerKey, state, year);
    -- What waits for an answer is found without looking at what does not.
    CREATE INDEX standingLate
      ON standing(kind, raised, id, lastDay, audience, bodyKey, ownerKey, state, year, updated)
      WHERE answered IS NULL AND lastDay IS NOT NULL;

    DROP TABLE tally;
    CREATE TABLE tally (
      bodyKey TEXT NOT NULL,
      figure TEXT NOT NULL,
      audience INTEGER NOT NULL,
      kind TEXT NOT NULL,
      key TEXT NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (bodyKey, figure, audience, kind, key)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX tallyNothing ON tally(count) WHERE count = 0;
    """

  /// What a list shows beyond what a page does, and the order of a list.
  static let listing = """
    -- The day of the last event, where this row with the matter's and the first record's says all that
    -- a list shows from that day on, and of the first, before which nothing was known; the day on which
    -- it was completed; the whole response, where this row has it cut. A matter without is worked out
    -- from its events.
    ALTER TABLE standing ADD COLUMN settledOn TEXT;
    ALTER TABLE standing ADD COLUMN knownOn TEXT;
    ALTER TABLE standing ADD COLUMN completedOn TEXT;
    ALTER TABLE standing ADD COLUMN answer TEXT;
    CREATE INDEX matterListed ON matter(kind, raised, body, minute, label);
    """

  /// Works the tables out for a register that was written before there were any.
  static func fillWhereEmpty(_ database: Database) throws {
    let isFilled = try Bool.fetchOne(
      database,
      sql: "SELECT EXISTS (SELECT 1 FROM standing) OR EXISTS (SELECT 1 FROM withheld)")
    if isFilled != true { try fill(database) }
  }

  /// Works the tables out for what a register of the version before holds.
  static func fill(_ database: Database) throws {
    let documents = try Int64.fetchAll(database, sql: "SELECT id FROM document")
    for id in documents {
      let records = try String.fetchAll(
        database, sql: "SELECT json FROM record WHERE documentId = ? ORDER BY firstLine, id",
        arguments: [id]
      ).compactMap { PaperRecord(json: $0) }
      try Withheld.insert(Withheld.lines(records), of: id, database)
    }
    // Where matters stand is entered when they are worked out anew, by a later step.
  }
}

/// Which lines of a paper the public may not see.
enum Withheld {
  /// The lines under items taken in private, from the records of a paper in their order.
  ///
  /// What stands under a private heading and became no record is private too: a heading holds
  /// until the next one that is public.
  static func lines(_ records: [PaperRecord]) -> [LineRange] {
    guard records.contains(where: { $0.access != .public }) else { return [] }
    // The rows of one sheet do not tell where those of the next lie in the text.
    if records.contains(where: { $0.sheet != nil }) { return [LineRange(1, endOfPaper)] }
    var found: [LineRange] = []
    var open: LineRange?
    for record in records.sorted(by: { $0.lines < $1.lines }) {
      let isHeading = headings.contains(record.kind)
      if record.access != .public {
        if isHeading {
          open = open.map { $0.union(record.lines) } ?? record.lines
        } else {
          found.append(record.lines)
        }
      } else if isHeading, let lines = open, record.lines.first > lines.first {
        found.append(LineRange(lines.first, max(lines.last, record.lines.first - 1)))
        open = nil
      }
    }
    if let open { found.append(LineRange(open.first, endOfPaper)) }
    return joined(found)
  }

  /// Beyond the last line of any paper.
  static let endOfPaper = Int(Int32.max)
  private static let headings: Set<RecordKind> = [.meeting, .agendaItem, .minute, .report]

  private static func joined(_ ranges: [LineRange]) -> [LineRange] {
    var out: [LineRange] = []
    for range in ranges.sorted() {
      if let last = out.last, range.first <= last.last + 1 {
        out[out.count - 1] = last.union(range)
      } else {
        out.append(range)
      }
    }
    return out
  }

  static func insert(_ ranges: [LineRange], of id: Int64, _ database: Database) throws {
    for range in ranges {
      try database.kept.execute(
        sql: "INSERT INTO withheld (documentId, firstLine, lastLine) VALUES (?, ?, ?)",
        arguments: [id, range.first, range.last])
    }
  }

  /// A condition of SQL: that lines of a document are withheld.
  static func condition(document: String, first: String, last: String) -> String {
    """
    EXISTS (SELECT 1 FROM withheld WHERE withheld.documentId = \(document)
      AND withheld.firstLine <= \(last) AND withheld.lastLine >= \(first))
    """
  }

  /// The same, of a record's row.
  static let ofRecord = condition(
    document: "record.documentId", first: "record.firstLine", last: "record.lastLine")
}
