import GRDB
public import MattersLinker
public import MattersRecords
import MattersText

/// A row of a tracker that comes back.
public struct TrackerRow: Sendable {
  /// The permanent reference of the matter it is about.
  public var reference: String
  /// The line or row of the file.
  public var line: Int
  /// What it says.
  public var entry: TrackerEntry

  /// A row about a matter.
  public init(reference: String, line: Int, entry: TrackerEntry) {
    self.reference = reference
    self.line = line
    self.entry = entry
  }
}

/// What a row of a tracker says that its matter does not have.
public struct TrackerRowEdit: Sendable {
  /// What was typed.
  public var edit: MatterEvent
  /// What it is at odds with, so that a person decides; nothing where it is at odds with nothing.
  public var against: String?

  /// Something that was typed.
  public init(_ edit: MatterEvent, against: String?) {
    self.edit = edit
    self.against = against
  }
}

/// What taking a tracker back did.
public struct TrackerOutcome: Sendable, Equatable {
  /// References of rows that said something new.
  public var taken: [String] = []
  /// References of rows that are at odds with another word, and wait for a person.
  public var waiting: [String] = []

  /// An outcome of nothing.
  public init() {}
}

extension Register {
  /// Takes in what people typed into a tracker: one transaction, all or nothing.
  ///
  /// Each row is held against its matter as it stands when it is its turn. The same file again adds
  /// nothing.
  public func take(
    _ rows: [TrackerRow], from name: String, contents: [UInt8], enteredBy person: String,
    reading: (TrackerRow, RegisteredMatter) -> TrackerRowEdit?
  ) throws -> TrackerOutcome {
    let digest = Self.digest(contents)
    return try write { database in
      var outcome = TrackerOutcome()
      for row in rows {
        let isKnown = try Bool.fetchOne(
          database,
          sql: """
            SELECT EXISTS (SELECT 1 FROM entry WHERE reference = ? AND fileSha256 = ? AND line = ?)
            """,
          arguments: [row.reference, digest, row.line])
        guard isKnown != true,
          let id = try Int64.fetchOne(
            database, sql: "SELECT id FROM matter WHERE reference = ?", arguments: [row.reference]),
          let registered = try Self.matter(id, database),
          let edit = reading(row, registered)
        else { continue }
        try Self.insert(edit, of: row, (name, digest, person), database)
        if edit.against == nil {
          outcome.taken.append(row.reference)
          try Standing.refresh(row.reference, database)
        } else {
          outcome.waiting.append(row.reference)
        }
      }
      return outcome
    }
  }

  private static func insert(
    _ edit: TrackerRowEdit, of row: TrackerRow, _ file: (name: String, digest: String, by: String),
    _ database: Database
  ) throws {
    let ruling = edit.edit.ruling
    try database.execute(
      sql: """
        INSERT INTO entry
          (reference, kind, date, state, response, updated, decision, decisionAsPrinted, decidedBy,
           decidedOn, implementation, due, reviewDate, note, document, line, fileSha256, against,
           enteredBy, enteredAt)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        row.reference, edit.edit.kind.rawValue, edit.edit.date.iso, edit.edit.state?.rawValue,
        edit.edit.response, edit.edit.updated, ruling?.decision?.rawValue, ruling?.asPrinted,
        ruling?.decidedBy, ruling?.decidedOn, ruling?.implementation?.rawValue, ruling?.due,
        ruling?.reviewDate, edit.edit.because, file.name, row.line, file.digest, edit.against,
        file.by, now(),
      ])
  }

  /// The permanent reference that some words are, as the register writes it.
  public func reference(written words: String) throws -> String? {
    try read { database in
      try String.fetchOne(
        database, sql: "SELECT reference FROM matter WHERE reference = ? COLLATE NOCASE",
        arguments: [words])
    }
  }

  /// Whether a tracker of some name is in the register, laid at no meeting that is known.
  public func hasTracker(named name: String) throws -> Bool {
    try read { database in
      try Bool.fetchOne(
        database,
        sql: """
          SELECT EXISTS (SELECT 1 FROM document JOIN record ON record.documentId = document.id
            WHERE document.name = ? AND record.kind = 'tracker_entry' AND settingDate IS NULL)
          """,
        arguments: [name]) ?? false
    }
  }

  /// Lets an edit hold that waited, or leaves it out for good: both stay to be seen.
  ///
  /// - Parameter code: ``WaitingEdit/code``.
  /// - Returns: the reference of its matter; nothing where no such edit waits.
  public func decide(edit code: String, holds: Bool, enteredBy person: String) throws -> String? {
    guard code.hasPrefix("e"), let entry = Int64(code.dropFirst()) else { return nil }
    return try write { database in
      guard
        let reference = try String.fetchOne(
          database, sql: "SELECT reference FROM entry WHERE id = ? AND \(EditSchema.waits)",
          arguments: [entry])
      else { return nil }
      try database.execute(
        sql:
          "INSERT INTO \(holds ? "accepted" : "takenBack") (entryId, person, at) VALUES (?, ?, ?)",
        arguments: [entry, person, Self.now()])
      try Standing.refresh(reference, database)
      return reference
    }
  }
}
