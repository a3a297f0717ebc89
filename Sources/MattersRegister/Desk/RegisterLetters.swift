import GRDB
public import MattersLinker
import MattersRecords
public import MattersText

/// A letter that was drafted, as the register keeps it.
public struct DraftedLetter: Sendable, Hashable {
  /// The name by which it is told that it was sent: `CHASE-1`.
  public var code: String
  /// What it is for: `chase`, `notice` or `request`.
  public var kind: String
  /// Whom it is to.
  public var recipient: String
  /// The day of the letter.
  public var date: PlainDate
  /// The subject.
  public var title: String
  /// The words.
  public var text: String
  /// The references of the matters it is about.
  public var matters: [String]
  /// The day on which somebody sent it, and who says so.
  public var sent: (day: PlainDate, person: String)? {
    get { sentOn.map { ($0, sentBy ?? "") } }
    set { (sentOn, sentBy) = (newValue?.day, newValue?.person) }
  }
  private var sentOn: PlainDate?
  private var sentBy: String?

  /// A letter from its parts; its code is given by the register.
  public init(
    code: String = "", kind: String, recipient: String, date: PlainDate, title: String,
    text: String, matters: [String]
  ) {
    self.code = code
    self.kind = kind
    self.recipient = recipient
    self.date = date
    self.title = title
    self.text = text
    self.matters = matters
  }
}

extension Register {
  /// Keeps drafted letters, and gives each its code; one that says the same as a letter that was
  /// not sent yet has that one's.
  public func keep(
    _ letters: [DraftedLetter], enteredBy person: String
  ) throws -> [DraftedLetter] {
    try write { database in
      try letters.map { letter in
        var letter = letter
        let list = letter.matters.joined(separator: "\n")
        if let code = try String.fetchOne(
          database,
          sql: """
            SELECT code FROM letter WHERE kind = ? AND recipient = ? AND date = ? AND title = ?
              AND text = ? AND matters = ?
              AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.letter = letter.code)
            """,
          arguments: [
            letter.kind, letter.recipient, letter.date.iso, letter.title, letter.text, list,
          ])
        {
          letter.code = code
          return letter
        }
        let number = try Int.fetchOne(
          database, sql: "SELECT count(*) FROM letter WHERE kind = ?", arguments: [letter.kind])
        letter.code = "\(letter.kind.uppercased())-\((number ?? 0) + 1)"
        try database.execute(
          sql: """
            INSERT INTO letter (code, kind, recipient, date, title, text, matters, enteredBy,
              enteredAt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            letter.code, letter.kind, letter.recipient, letter.date.iso, letter.title, letter.text,
            list, person, Self.now(),
          ])
        return letter
      }
    }
  }

  /// The letters that were drafted, in the order in which they were.
  public func letters() throws -> [DraftedLetter] {
    try read { database in
      try GRDB.Row.fetchAll(
        database,
        sql: """
          SELECT letter.*, sent.date AS sentOn, sent.enteredBy AS sentBy FROM letter
          LEFT JOIN entry AS sent ON sent.id = (
            SELECT min(entry.id) FROM entry WHERE entry.letter = letter.code
              AND NOT EXISTS (SELECT 1 FROM takenBack WHERE entryId = entry.id))
          ORDER BY letter.id
          """
      ).compactMap { row in
        guard let date = PlainDate(iso: row["date"]) else { return nil }
        let list: String = row["matters"]
        var letter = DraftedLetter(
          code: row["code"], kind: row["kind"], recipient: row["recipient"], date: date,
          title: row["title"], text: row["text"],
          matters: list.split(separator: "\n").map(String.init))
        let day: String? = row["sentOn"]
        if let day = day.flatMap(PlainDate.init(iso:)) { letter.sent = (day, row["sentBy"]) }
        return letter
      }
    }
  }

  /// Records that somebody sent a letter: each of its matters was asked for, or had its notice.
  public func markSent(
    _ letter: DraftedLetter, on day: PlainDate, note: String?, enteredBy person: String
  ) throws {
    try write { database in
      for reference in letter.matters {
        var entry = DeskEntry(
          reference, letter.kind == "chase" ? .chased : .noticed, day, person)
        entry.letter = letter.code
        entry.was = nil
        entry.note = ["to \(letter.recipient)", note].compactMap { $0 }.joined(separator: "; ")
        try Self.insert(entry, database)
        try Standing.refresh(reference, database)
      }
    }
  }

  /// Takes back that a letter was sent, of all its matters.
  ///
  /// - Returns: whether it was said to be sent.
  public func takeBack(letter code: String, by person: String) throws -> Bool {
    try write { database in
      let entries = try GRDB.Row.fetchAll(
        database,
        sql: """
          SELECT id, reference FROM entry WHERE letter = ?
            AND NOT EXISTS (SELECT 1 FROM takenBack WHERE entryId = entry.id)
          """, arguments: [code])
      for entry in entries {
        try database.execute(
          sql: "INSERT INTO takenBack (entryId, person, at) VALUES (?, ?, ?)",
          arguments: [entry["id"] as Int64, person, Self.now()])
        try Standing.refresh(entry["reference"], database)
      }
      return !entries.isEmpty
    }
  }

  /// Records that somebody wrote to ask for an answer, by a letter that was not drafted here.
  public func markChased(
    _ matter: RegisteredMatter, on day: PlainDate, note: String?, enteredBy person: String
  ) throws {
    try write { database in
      var entry = DeskEntry(matter.reference, .chased, day, person)
      entry.note = note
      try Self.insert(entry, database)
      try Standing.refresh(matter.reference, database)
    }
  }
}
