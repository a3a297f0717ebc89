import GRDB
import MattersLinker
import MattersRecords
import MattersText

extension Register {
  /// Works out the matters of a body anew from all its current records.
  ///
  /// The result depends on the records alone and not on the order in which they came; the permanent
  /// references are found again by what the papers say.
  static func relink(_ bodyKey: String, _ database: Database) throws {
    try database.execute(sql: "DELETE FROM matter WHERE bodyKey = ?", arguments: [bodyKey])
    try database.execute(
      sql: "DELETE FROM ambiguity WHERE recordId IN (SELECT id FROM record WHERE bodyKey = ?)",
      arguments: [bodyKey])
    let (laid, rows) = try currentRecords(bodyKey, database)
    for group in byCouncil(laid) {
      let body = group.first { $0.setting.body != nil }?.setting.body ?? ""
      let outcome = MatterBuilder.build(body: body, records: group)
      for matter in outcome.matters { try insert(matter, bodyKey, rows, database) }
      for (record, candidates) in outcome.ambiguous {
        for candidate in candidates {
          try database.execute(
            sql: "INSERT OR IGNORE INTO ambiguity (recordId, candidateId) VALUES (?, ?)",
            arguments: [rows[record.rowKey], rows[candidate.rowKey]])
        }
      }
    }
  }

  /// The records that matters are made of, from documents that nothing supersedes.
  private static func currentRecords(
    _ bodyKey: String, _ database: Database
  ) throws -> ([LaidRecord], [String: Int64]) {
    let kinds = [
      "information_request", "recommendation", "action", "tracker_entry", "resolution", "minute",
      "agenda_item", "report",
    ]
    let cursor = try GRDB.Row.fetchCursor(
      database,
      sql: """
        SELECT record.id, record.json, record.council, record.body, record.settingDate,
          document.sha256, document.name
        FROM record JOIN document ON document.id = record.documentId
        WHERE record.bodyKey = ? AND document.supersededBy IS NULL
          AND record.kind IN (\(kinds.map { "'\($0)'" }.joined(separator: ", ")))
        """,
      arguments: [bodyKey])
    var laid: [LaidRecord] = []
    var rows: [String: Int64] = [:]
    while let row = try cursor.next() {
      guard let record = PaperRecord(json: row["json"]) else { continue }
      let date: String? = row["settingDate"]
      let setting = RecordSetting(
        council: row["council"], body: row["body"], date: date.flatMap(PlainDate.init(iso:)))
      let one = LaidRecord(
        document: row["sha256"], documentName: row["name"], record: record, setting: setting)
      laid.append(one)
      rows[one.rowKey] = row["id"]
    }
    return (laid, rows)
  }

  /// Two councils may both have a Cabinet; papers that name no council go with the only one known.
  private static func byCouncil(_ laid: [LaidRecord]) -> [[LaidRecord]] {
    var groups: [String: [LaidRecord]] = [:]
    for record in laid {
      groups[BodyKey(record.setting.council ?? "").description, default: []].append(record)
    }
    if groups.count == 2, let nameless = groups.removeValue(forKey: "") {
      return groups.values.map { $0 + nameless }
    }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }

  // MARK: - Storing

  private static func insert(
    _ matter: Matter, _ bodyKey: String, _ rows: [String: Int64], _ database: Database
  ) throws {
    let reference = try PermanentReference.of(matter, database)
    try database.execute(
      sql: """
        INSERT INTO matter (reference, kind, council, body, bodyKey, raised, minute, label, text,
          subject, addressedTo, responsible, printedReference)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        reference, matter.kind.rawValue, matter.council, matter.body, bodyKey, matter.raised?.iso,
        matter.minute, matter.label, matter.text, matter.subject, matter.addressedTo,
        matter.responsible, matter.printedReference,
      ])
    let id = database.lastInsertedRowID
    for (position, member) in matter.members.enumerated() {
      try database.execute(
        sql: """
          INSERT INTO matterMember (matterId, position, recordId, role, grade, because)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          id, position, rows[member.laid.rowKey], member.role.rawValue, member.grade.rawValue,
          member.because,
        ])
    }
    for (position, event) in matter.events.enumerated() {
      guard case .paper(let document, _, _, let record) = event.source else { continue }
      try database.execute(
        sql: """
          INSERT INTO matterEvent
            (matterId, position, kind, date, state, response, updated, minute, recordId, because)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          id, position, event.kind.rawValue, event.date.iso, event.state?.rawValue, event.response,
          event.updated, event.minute, rows["\(document)|\(record)"], event.because,
        ])
    }
  }
}

extension LaidRecord {
  /// What tells records apart over the whole register.
  fileprivate var rowKey: String { "\(document)|\(record.id)" }
}
