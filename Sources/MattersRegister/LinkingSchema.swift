import GRDB
import MattersLinker
import MattersRecords
import MattersText

/// What the register keeps so that papers find one another by what they state.
enum LinkingSchema {
  static let tables = """
    -- Whose record it is, the council's name folded; empty where nothing tells. When what it asks or
    -- follows was asked, whether it is the minutes that say so, and the reference that a tracker
    -- prints, folded, where it tells things apart beyond its own table.
    ALTER TABLE record ADD COLUMN councilKey TEXT NOT NULL DEFAULT '';
    ALTER TABLE record ADD COLUMN askedDate TEXT;
    ALTER TABLE record ADD COLUMN isOrigin INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE record ADD COLUMN printedKey TEXT;
    ALTER TABLE matter ADD COLUMN councilKey TEXT NOT NULL DEFAULT '';
    ALTER TABLE ambiguity ADD COLUMN councilKey TEXT NOT NULL DEFAULT '';
    ALTER TABLE crossLink ADD COLUMN councilKey TEXT NOT NULL DEFAULT '';
    DROP INDEX ambiguityBody;
    DROP INDEX crossLinkBody;
    CREATE INDEX matterScope ON matter(bodyKey, councilKey);
    CREATE INDEX ambiguityScope ON ambiguity(bodyKey, councilKey);
    CREATE INDEX crossLinkScope ON crossLink(bodyKey, councilKey);
    CREATE INDEX recordCouncil ON record(councilKey, kind, bodyKey);
    CREATE INDEX recordScope ON record(bodyKey, councilKey, kind);
    -- Whether its paper does not name whose it is.
    ALTER TABLE record ADD COLUMN isStray INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX recordStray ON record(askedDate) WHERE isStray = 1;
    CREATE INDEX recordAsked ON record(askedDate) WHERE isOrigin = 1;
    CREATE INDEX recordPrinted ON record(printedKey) WHERE printedKey IS NOT NULL;

    -- Which body of which council a paper's records are of, where they stand under another name or
    -- none. Nothing is found yet where the body is missing.
    CREATE TABLE paperHome (
      documentId INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
      ownKey TEXT NOT NULL,
      bodyKey TEXT,
      councilKey TEXT NOT NULL,
      council TEXT,
      -- The council that the paper states, and what told the home: `council` where the paper names
      -- the council too, `name` for the body's name alone, `rows` for what its rows say.
      stated TEXT NOT NULL DEFAULT '',
      toldBy TEXT,
      PRIMARY KEY (documentId, ownKey)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX paperHomeOwn ON paperHome(ownKey);
    CREATE INDEX paperHomeBody ON paperHome(bodyKey);

    -- What was counted away is found without looking at the rest.
    CREATE INDEX tallyNothing ON tally(count) WHERE count = 0;

    -- The last number that was given under the head of a reference.
    CREATE TABLE referenceNumber (
      head TEXT PRIMARY KEY,
      number INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- Names in the first lines of a paper that may be a body's or a council's, folded.
    CREATE TABLE paperName (
      documentId INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
      nameKey TEXT NOT NULL,
      PRIMARY KEY (documentId, nameKey)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX paperNameKey ON paperName(nameKey);

    -- References that resolutions name.
    CREATE TABLE citation (
      documentId INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
      printedKey TEXT NOT NULL,
      PRIMARY KEY (printedKey, documentId)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX citationDocument ON citation(documentId);

    -- Bodies that minutes are of.
    CREATE TABLE sittingBody (
      documentId INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
      bodyKey TEXT NOT NULL,
      councilKey TEXT NOT NULL,
      council TEXT,
      PRIMARY KEY (bodyKey, councilKey, documentId)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sittingBodyDocument ON sittingBody(documentId);
    """

  /// Works the tables out for what a register of the version before holds.
  static func fill(_ database: Database) throws {
    let documents = try Int64.fetchAll(database, sql: "SELECT id FROM document ORDER BY id")
    for id in documents {
      let rows = try GRDB.Row.fetchAll(
        database,
        sql:
          "SELECT id, json, council, body, settingDate, lastLine FROM record WHERE documentId = ?",
        arguments: [id])
      var records: [(record: PaperRecord, setting: RecordSetting)] = []
      for row in rows {
        guard let record = PaperRecord(json: row["json"]) else { continue }
        let date: String? = row["settingDate"]
        let setting = RecordSetting(
          council: row["council"], body: row["body"], date: date.flatMap(PlainDate.init(iso:)))
        records.append((record, setting))
        let marks = RecordMarks(record, in: setting)
        try database.execute(
          sql: """
            UPDATE record SET councilKey = ?, askedDate = ?, isOrigin = ?, printedKey = ?
            WHERE id = ?
            """,
          arguments: [
            BodyKey(setting.council ?? "").description, marks.askedDate, marks.isOrigin,
            marks.printedKey, row["id"] as Int64,
          ])
      }
      let passages = try GRDB.Row.fetchAll(
        database, sql: "SELECT words, firstLine, lastLine FROM passage WHERE documentId = ?",
        arguments: [id]
      ).map { (lines: LineRange($0["firstLine"], $0["lastLine"]), words: $0["words"] as String) }
      let document = RegisterDocument(
        name: "", text: [], encoding: "", lineCount: 0, unclaimedLines: 0, records: records,
        links: [], passages: passages)
      let owned = try GRDB.Row.fetchAll(
        database,
        sql: """
          SELECT kind, council, ownKey, bodyKey, councilKey, isOrigin FROM record
          WHERE documentId = ?
          """, arguments: [id]
      ).compactMap { row in
        RecordKind(rawValue: row["kind"]).map { kind in
          Register.OwnedRow(
            kind: kind, council: row["council"], ownKey: row["ownKey"],
            scope: Scope(body: row["bodyKey"], council: row["councilKey"]),
            isOrigin: row["isOrigin"])
        }
      }
      try Register.insertMarks(of: document, as: id, owned, database)
    }
    _ = try Register.settleHomes(of: documents, database)
    // What goes with a matter by its foreign keys does not go in a step of the schema.
    for table in [
      "matterMember", "matterEvent", "additionMember", "standing", "matter", "ambiguity",
      "crossLink", "tally",
    ] {
      try database.execute(sql: "DELETE FROM \(table)")
    }
    try Register.relink(
      Scope.all(database, "SELECT DISTINCT bodyKey, councilKey FROM record"), database)
  }
}
