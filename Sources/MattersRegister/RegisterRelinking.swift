import GRDB
import MattersLinker
import MattersRecords
import MattersText

extension Register {
  /// The bodies whose matters a document with records of some bodies can change: the bodies, the
  /// committees of task groups among them, and where an executive spoke, every committee that has
  /// made recommendations.
  static func affected(by bodies: Set<String>, _ database: Database) throws -> Set<String> {
    var affected = bodies
    for body in bodies {
      let parents = try String.fetchAll(
        database, sql: "SELECT bodyKey FROM bodyGroup WHERE groupKey = ?", arguments: [body])
      affected.formUnion(parents)
    }
    if bodies.contains(where: { BodyKey($0).isExecutive }) {
      affected.formUnion(
        try String.fetchAll(
          database, sql: "SELECT DISTINCT bodyKey FROM matter WHERE kind = 'recommendation'"))
    }
    return affected
  }

  /// Works out the matters of a body anew from all its current records.
  ///
  /// The result depends on the records alone and not on the order in which they came; the permanent
  /// references are found again by what the papers say.
  static func relink(_ bodyKey: String, _ database: Database) throws {
    let isGroup = try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM bodyGroup WHERE groupKey = ?)",
      arguments: [bodyKey])
    try clear(bodyKey, database)
    if isGroup == true {  // its recommendations are matters of its committee
      try Standing.count(bodyKey, database)
      return
    }
    let groups = try String.fetchAll(
      database, sql: "SELECT groupKey FROM bodyGroup WHERE bodyKey = ?", arguments: [bodyKey])
    var rows: [String: Int64] = [:]
    let own =
      try currentRecords(of: [bodyKey] + groups, RecordKinds.asked, &rows, database)
      + additions(of: bodyKey, database)
    let executive =
      own.contains { $0.record.kind == .recommendation }
      ? try executiveRecords(&rows, database) : []
    let names = try bodyNames(database)
    let verdicts = try verdicts(database)
    for group in byCouncil(own) {
      let printed = Set(group.compactMap(\.setting.body)).sorted()
      let body = printed.first { BodyKey($0).description == bodyKey }
      let councils = Set(group.compactMap(\.setting.council).map { BodyKey($0) })
      let outcome = MatterBuilder.build(
        body: body ?? names.full[bodyKey] ?? printed.first ?? bodyKey, records: group,
        executive: executive.filter { laid in
          councils.isEmpty || laid.setting.council.map { councils.contains(BodyKey($0)) } ?? true
        }, names: names, verdicts: verdicts)
      let withheld = Set(
        (group + executive).filter { $0.record.access != .public }.map(\.rowKey))
      for matter in outcome.matters { try insert(matter, bodyKey, rows, withheld, database) }
      try insert(outcome.unplaced, bodyKey, rows, database)
      try insert(outcome.crossLinks, bodyKey, rows, database)
    }
    try Standing.count(bodyKey, database)
  }

  private static func clear(_ bodyKey: String, _ database: Database) throws {
    for table in ["matter", "ambiguity", "crossLink"] {
      try database.execute(sql: "DELETE FROM \(table) WHERE bodyKey = ?", arguments: [bodyKey])
    }
  }

  // MARK: - Records

  /// Which kinds of record matters are made of.
  private enum RecordKinds {
    static let asked: [RecordKind] = [
      .informationRequest, .recommendation, .action, .trackerEntry, .resolution, .minute,
      .agendaItem, .report, .executiveResponse, .workProgrammeItem,
    ]
    static let executive: [RecordKind] = [.executiveResponse, .resolution]
  }

  /// What executive bodies said that no committee's matter holds by itself.
  private static func executiveRecords(
    _ rows: inout [String: Int64], _ database: Database
  ) throws -> [LaidRecord] {
    let keys = try String.fetchAll(
      database, sql: "SELECT DISTINCT bodyKey FROM record WHERE kind = 'executive_response'"
    ).filter { BodyKey($0).isExecutive }
    let resolving = try String.fetchAll(
      database, sql: "SELECT DISTINCT bodyKey FROM record WHERE kind = 'resolution'"
    ).filter { BodyKey($0).isExecutive }
    return try currentRecords(
      of: Set(keys + resolving).sorted(), RecordKinds.executive, &rows, database)
  }

  /// Records of some kinds and bodies, from documents that nothing supersedes.
  private static func currentRecords(
    of bodies: [String], _ kinds: [RecordKind], _ rows: inout [String: Int64],
    _ database: Database
  ) throws -> [LaidRecord] {
    guard !bodies.isEmpty else { return [] }
    let answers = try answeredRecords(bodies, database)
    let marks = { (count: Int) in repeatElement("?", count: count).joined(separator: ", ") }
    let cursor = try GRDB.Row.fetchCursor(
      database,
      sql: """
        SELECT record.id, record.json, record.council, record.body, record.settingDate,
          document.sha256, document.name, \(Withheld.ofRecord) AS isWithheld
        FROM record JOIN document ON document.id = record.documentId
        WHERE record.bodyKey IN (\(marks(bodies.count))) AND document.supersededBy IS NULL
          AND record.kind IN (\(marks(kinds.count)))
        """,
      arguments: StatementArguments(bodies + kinds.map(\.rawValue)))
    var laid: [LaidRecord] = []
    while let row = try cursor.next() {
      guard var record = PaperRecord(json: row["json"]) else { continue }
      record.withhold(row["isWithheld"])
      let date: String? = row["settingDate"]
      let setting = RecordSetting(
        council: row["council"], body: row["body"], date: date.flatMap(PlainDate.init(iso:)))
      var one = LaidRecord(
        document: row["sha256"], documentName: row["name"], record: record, setting: setting)
      let id: Int64 = row["id"]
      one.answers = answers[id] ?? []
      laid.append(one)
      rows[one.rowKey] = id
    }
    return laid
  }

  /// For each response of some bodies, what it answers in its own document.
  private static func answeredRecords(
    _ bodies: [String], _ database: Database
  ) throws -> [Int64: [RecordID]] {
    let marks = repeatElement("?", count: bodies.count).joined(separator: ", ")
    var answers: [Int64: [RecordID]] = [:]
    let rows = try GRDB.Row.fetchAll(
      database,
      sql: """
        SELECT link.fromId, other.localId FROM link
        JOIN record ON record.id = link.fromId JOIN record AS other ON other.id = link.toId
        WHERE link.relation = 'answers' AND record.bodyKey IN (\(marks))
        """,
      arguments: StatementArguments(bodies))
    for row in rows { answers[row["fromId"], default: []].append(RecordID(row["localId"])) }
    return answers
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
}
