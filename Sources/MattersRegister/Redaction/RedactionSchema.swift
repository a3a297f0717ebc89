import GRDB
import MattersRecords

/// The tables of names that are not shown.
enum RedactionSchema {
  static let tables = """
    -- Names that somebody had replaced throughout what is shown, and those that were let be shown
    -- again. Rows are added and never changed; the last word on a name counts.
    CREATE TABLE redaction (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      nameKey TEXT NOT NULL,
      replacement TEXT,
      reason TEXT,
      enteredBy TEXT NOT NULL,
      enteredAt TEXT NOT NULL
    ) STRICT;

    -- Who put questions as one of the public, by the papers: shown as such, and not by name.
    CREATE TABLE questioner (
      documentId INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      name TEXT NOT NULL,
      PRIMARY KEY (documentId, number)
    ) STRICT, WITHOUT ROWID;
    """

  /// Finds the questioners of what a register of the version before holds.
  static func fill(_ database: Database) throws {
    for id in try Int64.fetchAll(
      database, sql: "SELECT DISTINCT documentId FROM record WHERE kind = 'public_question'")
    {
      let records = try String.fetchAll(
        database, sql: "SELECT json FROM record WHERE documentId = ? ORDER BY id", arguments: [id])
      try insertQuestioners(records.compactMap { PaperRecord(json: $0) }, of: id, database)
    }
  }

  /// Keeps the names of those who put questions in a paper.
  ///
  /// A councillor who asks is no member of the public, and is known by the title or by the list of
  /// those present.
  static func insertQuestioners(
    _ records: [PaperRecord], of id: Int64, _ database: Database
  ) throws {
    var names: [String] = []
    for case .publicQuestion(let question) in records.map(\.content)
    where !names.contains(question.questioner) {
      names.append(question.questioner)
    }
    guard !names.isEmpty else { return }
    var present: Set<[String]> = []
    for case .attendance(let one) in records.map(\.content) {
      present.insert(Questioner.words(one.name))
    }
    names.removeAll {
      Questioner.isCouncillor($0) || present.contains(Questioner.words($0))
    }
    for (number, name) in names.enumerated() {
      try database.kept.execute(
        sql: "INSERT INTO questioner (documentId, number, name) VALUES (?, ?, ?)",
        arguments: [id, number + 1, name])
    }
  }
}
