import GRDB
import MattersLinker
import MattersRecords
import MattersText

extension ReviewQuestion {
  /// What was typed into a tracker otherwise than the register has it, as a question.
  init(_ waiting: WaitingEdit, of registered: RegisteredMatter, record: Int64) {
    self.init(
      code: waiting.code, kind: .conflictingEdit, body: registered.matter.body,
      recordKind: .trackerEntry, text: waiting.typed.words,
      place: "\(waiting.edit.because), \(waiting.typed.place)",
      because:
        "\(waiting.typed.words) (\(waiting.typed.place)); here it stands: \(waiting.against)",
      candidates: [
        .init(
          reference: registered.reference, text: registered.matter.wording,
          place: registered.matter.principal.laid.place, record: record)
      ], meaning: waiting.code, record: record)
  }
}

extension Register {
  /// What was typed into trackers and waits for a person, as questions.
  static func editQuestions(_ wanted: Set<String>?, _ database: Database) throws -> [ReviewQuestion]
  {
    let rows = try GRDB.Row.fetchAll(
      database,
      sql: """
        SELECT DISTINCT matter.id, matter.bodyKey, entry.reference, matterMember.recordId FROM entry
        JOIN matter ON matter.reference = entry.reference
        JOIN matterMember ON matterMember.matterId = matter.id AND matterMember.position = 0
        WHERE \(EditSchema.waits) ORDER BY entry.reference
        """)
    return try rows.flatMap { row -> [ReviewQuestion] in
      if let wanted, !wanted.contains(row["bodyKey"]) { return [] }
      guard let registered = try matter(row["id"], database) else { return [] }
      return registered.waiting.map { ReviewQuestion($0, of: registered, record: row["recordId"]) }
    }
  }
}

extension LaidRecord {
  /// Where it stands, in words.
  var place: String { "\(documentName):\(record.lines.first)" }
}
