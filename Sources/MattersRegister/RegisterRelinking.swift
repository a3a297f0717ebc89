import GRDB
import MattersLinker
import MattersRecords
import MattersText

extension Register {
  /// The scopes whose matters documents with records of some scopes can change: these, the
  /// committees of task groups among them, and where an executive spoke, every committee of its
  /// council that has made recommendations.
  static func affected(by scopes: Set<Scope>, _ database: Database) throws -> Set<Scope> {
    var affected = scopes
    // What was added before a paper named the council goes over to it.
    if try Bool.fetchOne(
      database.kept, sql: "SELECT EXISTS (SELECT 1 FROM addition WHERE council IS NULL)") == true
    {
      affected.formUnion(scopes.map { Scope(body: $0.body, council: "") })
    }
    for scope in scopes {
      let parents = try String.fetchAll(
        database.kept, sql: "SELECT bodyKey FROM bodyGroup WHERE groupKey = ?",
        arguments: [scope.body])
      affected.formUnion(parents.map { Scope(body: $0, council: scope.council) })
      guard BodyKey(folded: scope.body).isExecutive else { continue }
      affected.formUnion(
        try Scope.all(
          database,
          """
          SELECT DISTINCT bodyKey, councilKey FROM record
          WHERE kind = 'recommendation' AND isOrigin = 1 AND councilKey = ?
          """, [scope.council]))
    }
    return affected
  }

  /// Works out the matters of some bodies anew, each from all its current records.
  ///
  /// The result depends on the records alone and not on the order in which they came; the permanent
  /// references are found again by what the papers say.
  ///
  /// - Parameters:
  ///   - isByDifference: whether a matter of which the papers say what they said before is left as it
  ///     stands; not where something else changed that is told of it.
  ///   - inHand: records that need not be read.
  static func relink(
    _ scopes: Set<Scope>, byDifference isByDifference: Bool = false,
    inHand: RecordsInHand = RecordsInHand(), _ database: Database
  ) throws {
    var tally = Tally()
    for scope in scopes.sorted() {
      try relink(scope, byDifference: isByDifference, inHand, &tally, database)
    }
    try tally.enter(database)
  }

  private static func relink(
    _ scope: Scope, byDifference isByDifference: Bool, _ inHand: RecordsInHand,
    _ tally: inout Tally, _ database: Database
  ) throws {
    let isGroup = try Bool.fetchOne(
      database.kept, sql: "SELECT EXISTS (SELECT 1 FROM bodyGroup WHERE groupKey = ?)",
      arguments: [scope.body])
    if isGroup == true || !isByDifference {
      tally.subtract(try Tally(of: scope, database))
      try clear(scope, database)
    }
    if isGroup == true { return }  // its recommendations are matters of its committee
    let groups = try String.fetchAll(
      database.kept, sql: "SELECT groupKey FROM bodyGroup WHERE bodyKey = ?",
      arguments: [scope.body])
    var rows: [String: Int64] = [:]
    let own =
      try currentRecords(
        of: [scope.body] + groups, scope.council, RecordKinds.asked, inHand, &rows, database)
      + additions(of: scope, database)
    let executive =
      own.contains { $0.record.kind == .recommendation }
      ? try executiveRecords(scope.council, inHand, &rows, database) : []
    let names = try bodyNames(database)
    let printed = Set(own.compactMap(\.setting.body)).sorted()
    let body = printed.first { BodyKey($0).description == scope.body }
    let outcome = MatterBuilder.build(
      body: body ?? names.full[scope.body] ?? printed.first ?? scope.body, records: own,
      executive: executive, names: names, verdicts: try verdicts(database))
    let withheld = Set((own + executive).filter { $0.record.access != .public }.map(\.rowKey))
    var writer = try MatterWriter(scope, rows, withheld, database)
    if isByDifference {
      try replace(outcome.matters, scope, rows, withheld, &writer, &tally, database)
    } else {
      for matter in outcome.matters { try writer.insert(matter, &tally) }
    }
    try insert(outcome.unplaced, scope, rows, database)
    try insert(outcome.crossLinks, scope, rows, database)
  }

  /// Writes the matters of which the papers say something else than before, and takes away those
  /// that are no more.
  private static func replace(
    _ matters: [Matter], _ scope: Scope, _ rows: [String: Int64], _ withheld: Set<String>,
    _ writer: inout MatterWriter, _ tally: inout Tally, _ database: Database
  ) throws {
    var known = try MatterMark.known(scope, database)
    var changed: [(place: Int, mark: String)] = []
    var kept: Set<Int64> = []
    for (place, matter) in matters.enumerated() {
      let mark = MatterMark.of(matter, rows, withheld)
      if let same = known[mark]?.popLast() {
        kept.insert(same)
      } else {
        changed.append((place, mark))
      }
    }
    let all = try Int64.fetchAll(
      database.kept, sql: "SELECT id FROM matter WHERE bodyKey = ? AND councilKey = ?",
      arguments: [scope.body, scope.council])
    let delete = QuickStatement("DELETE FROM matter WHERE id = ?", database)
    for id in all where !kept.contains(id) {
      tally.subtract(try Tally(ofMatter: id, database))
      try delete.run([.number(id)])
    }
    let keeper = MatterMark.keeper(database)
    for (place, mark) in changed {
      let id = try writer.insert(matters[place], &tally)
      try keeper.run([.number(id), .text(mark)])
    }
  }

  private static func clear(_ scope: Scope, _ database: Database) throws {
    for table in ["matter", "ambiguity", "crossLink"] {
      try database.kept.execute(
        sql: "DELETE FROM \(table) WHERE bodyKey = ? AND councilKey = ?",
        arguments: [scope.body, scope.council])
    }
  }

  // MARK: - Records

  /// Which kinds of record matters are made of.
  private enum RecordKinds {
    static let asked: [RecordKind] = [
      .informationRequest, .recommendation, .action, .trackerEntry, .resolution, .minute,
      .agendaItem, .report, .executiveResponse, .workProgrammeItem, .informationResponse,
      .correction, .meeting,
    ]
    static let executive: [RecordKind] = [.executiveResponse, .resolution]
  }

  /// What executive bodies of a council said that no committee's matter holds by itself.
  private static func executiveRecords(
    _ council: String, _ inHand: RecordsInHand, _ rows: inout [String: Int64],
    _ database: Database
  ) throws -> [LaidRecord] {
    let bodies = try String.fetchAll(
      database.kept,
      sql: """
        SELECT DISTINCT bodyKey FROM record
        WHERE councilKey = ? AND kind IN ('executive_response', 'resolution')
        """, arguments: [council]
    ).filter { BodyKey(folded: $0).isExecutive }
    // Of its resolutions only those that speak of responses can adopt any.
    return try currentRecords(
      of: bodies.sorted(), council, RecordKinds.executive,
      where: "(record.kind <> 'resolution' OR record.json LIKE '%response%')", inHand, &rows,
      database)
  }

  /// Records of some kinds and bodies, from documents that nothing supersedes.
  private static func currentRecords(
    of bodies: [String], _ council: String, _ kinds: [RecordKind], where condition: String = "1",
    _ inHand: RecordsInHand, _ rows: inout [String: Int64], _ database: Database
  ) throws -> [LaidRecord] {
    guard !bodies.isEmpty else { return [] }
    let answers = try answeredRecords(bodies, council, database)
    let names = try bodyNames(database)
    let marks = { (count: Int) in repeatElement("?", count: count).joined(separator: ", ") }
    let cursor = try GRDB.Row.fetchCursor(
      database,
      sql: """
        SELECT record.id, record.json, ifnull(record.council, paperHome.council) AS council,
          record.body, record.settingDate, record.ownKey, record.bodyKey, record.councilKey,
          record.documentId, document.sha256, document.name, \(Withheld.ofRecord) AS isWithheld
        FROM record JOIN document ON document.id = record.documentId
        LEFT JOIN paperHome
          ON paperHome.documentId = record.documentId AND paperHome.ownKey = record.ownKey
        WHERE record.bodyKey IN (\(marks(bodies.count))) AND record.councilKey = ?
          AND document.supersededBy IS NULL AND record.kind IN (\(marks(kinds.count)))
          AND \(condition)
        """,
      arguments: StatementArguments(bodies + [council] + kinds.map(\.rawValue)))
    var laid: [LaidRecord] = []
    while let row = try cursor.next() {
      let id: Int64 = row["id"]
      guard
        var record = inHand.record(id, of: row["documentId"]) ?? PaperRecord(json: row["json"])
      else { continue }
      record.withhold(row["isWithheld"])
      let date: String? = row["settingDate"]
      // A paper that was found a home goes by the body's own name, as does the council itself.
      let isAtHome = try isAtHome(row, names)
      let setting = RecordSetting(
        council: row["council"], body: isAtHome ? row["body"] : nil,
        date: date.flatMap(PlainDate.init(iso:)))
      var one = LaidRecord(
        document: row["sha256"], documentName: row["name"], record: record, setting: setting)
      one.answers = answers[id] ?? []
      laid.append(one)
      rows[one.rowKey] = id
    }
    return laid
  }

  /// For each response of some bodies, what it answers in its own document.
  private static func answeredRecords(
    _ bodies: [String], _ council: String, _ database: Database
  ) throws -> [Int64: [RecordID]] {
    let marks = repeatElement("?", count: bodies.count).joined(separator: ", ")
    var answers: [Int64: [RecordID]] = [:]
    let rows = try GRDB.Row.fetchAll(
      database.kept,
      sql: """
        SELECT link.fromId, other.localId FROM link
        JOIN record ON record.id = link.fromId JOIN record AS other ON other.id = link.toId
        WHERE link.relation = 'answers' AND record.bodyKey IN (\(marks))
          AND record.councilKey = ?
        """,
      arguments: StatementArguments(bodies + [council]))
    for row in rows { answers[row["fromId"], default: []].append(RecordID(row["localId"])) }
    return answers
  }

  /// Whether a record stands under its body's own name.
  private static func isAtHome(_ row: GRDB.Row, _ names: BodyNames) throws -> Bool {
    let own: String = row["ownKey"]
    let body: String = row["bodyKey"]
    return names.now(BodyKey(folded: own)).description == body
      && (own != row["councilKey"] || BodyKey(row["body"] ?? "").description == own)
  }
}
