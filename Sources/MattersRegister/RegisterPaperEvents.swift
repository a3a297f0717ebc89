import GRDB
import MattersLinker
import MattersRecords
import MattersText

/// Days that start a clock, as papers tell them in passing.
extension Register {
  static func insertPaperEvents(
    of document: RegisterDocument, as id: Int64, _ database: Database
  ) throws {
    let raised = Set(
      document.records.compactMap { record, _ -> String? in
        guard let asked = Asked(record), asked.kind == .recommendation else { return nil }
        return asked.meetingDate
      })
    for passage in document.passages {
      for told in ReceiptWords.all(in: passage.words, recommendationsOf: raised) {
        try database.kept.execute(
          sql: """
            INSERT INTO paperEvent (documentId, firstLine, lastLine, kind, date, raised, words)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            id, passage.lines.first, passage.lines.last, told.kind.rawValue, told.day.iso,
            told.raised.iso, told.words,
          ])
      }
    }
  }

  /// The days that papers tell of the recommendations of a matter's meeting.
  static func paperEvents(of matter: Matter, _ database: Database) throws -> [MatterEvent] {
    guard matter.kind == .recommendation, let raised = matter.raised else { return [] }
    let withheld = Withheld.condition(
      document: "paperEvent.documentId", first: "paperEvent.firstLine", last: "paperEvent.lastLine")
    let question = try database.cachedStatement(
      sql: """
        SELECT paperEvent.*, \(withheld) AS isWithheld, document.name, document.sha256
        FROM paperEvent
        JOIN document ON document.id = paperEvent.documentId
        WHERE paperEvent.raised = ? AND document.supersededBy IS NULL
          AND EXISTS (SELECT 1 FROM record WHERE record.documentId = document.id
            AND (record.ownKey = ? OR record.bodyKey = ?))
        ORDER BY paperEvent.date, document.name, paperEvent.firstLine
        """)
    let rows = try GRDB.Row.fetchAll(
      question,
      arguments: [raised.iso, BodyKey(matter.body).description, BodyKey(matter.body).description])
    var seen: Set<String> = []
    return rows.compactMap { row in
      guard let kind = MatterEvent.Kind(rawValue: row["kind"]),
        let day = PlainDate(iso: row["date"]), seen.insert("\(kind)|\(day)").inserted
      else { return nil }
      var event = MatterEvent(
        kind, on: day, state: nil,
        source: .paper(
          document: row["sha256"], name: row["name"],
          lines: LineRange(row["firstLine"], row["lastLine"]), record: RecordID("")),
        because: row["words"])
      if row["isWithheld"] { event.access = .exempt }
      return event
    }
  }
}
