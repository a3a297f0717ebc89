import GRDB
import MattersLinker
import MattersRecords
import MattersText

/// Finds whose paper a paper is that does not say so, or says it in a way that no minutes do.
///
/// A tracker is often saved alone, without its committee's name or the council's. Its first lines may
/// name the one body that is known; else the minutes of one body have, at a meeting the tracker names,
/// what its rows say; else the minutes of one body name its references. Where two bodies fit it stays
/// by itself. What is found depends on the papers alone and not on the order in which they came.
extension Register {
  /// Where records of one owner's name are at home.
  private struct Home: Equatable {
    var body: String
    var council: String
    var name: String?
    /// What told it.
    var toldBy = "rows"
  }

  /// Decides anew for documents that were stored or are to go, and for those that their minutes may
  /// explain.
  ///
  /// - Returns: the scopes that gained or lost records.
  static func settleHomes(of documents: [Int64], _ database: Database) throws -> Set<Scope> {
    guard !documents.isEmpty else { return [] }
    let list = documents.map(String.init).joined(separator: ", ")
    // A body becomes known with the first of its minutes; the further ones tell nothing new. Each is
    // looked at once, however many minutes it has.
    let fresh = """
      WITH one AS (SELECT DISTINCT bodyKey, councilKey FROM sittingBody
        WHERE documentId IN (\(list))),
      fresh AS (SELECT bodyKey, councilKey FROM one
        WHERE NOT EXISTS (SELECT 1 FROM sittingBody AS known
          WHERE known.bodyKey = one.bodyKey AND known.councilKey = one.councilKey
            AND known.documentId NOT IN (\(list))))
      """
    // What another council's body is called tells nothing of a paper that names its own council.
    let isOpen = """
      (paperHome.stated IN ('', fresh.councilKey) AND (paperHome.toldBy IS NOT 'council'
        OR paperHome.stated <> '' OR EXISTS (SELECT 1 FROM paperName AS council
          WHERE council.documentId = paperHome.documentId
            AND council.nameKey = fresh.councilKey)))
      """
    // The documents stand in the words of this question: it is not asked twice.
    // Days and references are gathered first: as many papers ask on one day as there are councils.
    let others = try Int64.fetchSet(
      database,
      sql: """
        \(fresh)
        SELECT documentId FROM paperHome WHERE documentId IN (\(list))
        UNION
        SELECT documentId FROM record WHERE isStray = 1 AND askedDate IN (
          SELECT DISTINCT askedDate FROM record WHERE documentId IN (\(list)) AND isOrigin = 1)
        UNION
        SELECT documentId FROM record WHERE isStray = 1 AND printedKey IN (
          SELECT DISTINCT printedKey FROM citation WHERE documentId IN (\(list)))
        UNION
        SELECT paperHome.documentId FROM fresh
          JOIN paperName ON paperName.nameKey = fresh.bodyKey
          JOIN paperHome ON paperHome.documentId = paperName.documentId WHERE \(isOpen)
        UNION
        SELECT paperHome.documentId FROM fresh
          JOIN paperHome ON paperHome.ownKey = fresh.bodyKey WHERE \(isOpen)
        UNION
        SELECT paperHome.documentId FROM fresh
          JOIN paperHome ON paperHome.bodyKey = fresh.bodyKey WHERE \(isOpen)
        """)
    var changed: Set<Scope> = []
    for other in others.sorted() { changed.formUnion(try settle(other, database)) }
    return changed
  }

  private static func settle(_ document: Int64, _ database: Database) throws -> Set<Scope> {
    let names = try bodyNames(database)
    let heads = try String.fetchSet(
      database.kept, sql: "SELECT nameKey FROM paperName WHERE documentId = ?",
      arguments: [document])
    let rows = try GRDB.Row.fetchAll(
      database.kept,
      sql: """
        SELECT ownKey, bodyKey, councilKey, stated FROM paperHome WHERE documentId = ?
        ORDER BY ownKey DESC
        """, arguments: [document])
    var changed: Set<Scope> = []
    var council: Home?
    var settled: Set<String> = []
    // A name that the paper gives tells the council of what stands in it without one.
    for isLast in [false, true] {
      for row in rows where !settled.contains(row["ownKey"]) {
        let own: String = row["ownKey"]
        let key = names.now(BodyKey(folded: own)).description
        let stated: String = row["stated"]
        let before = Home(body: row["bodyKey"] ?? key, council: row["councilKey"], name: nil)
        var home = try home(
          of: document, own, key, stated, heads, database)
        if home == nil, isLast, let council, !own.isEmpty {
          home = Home(
            body: key, council: council.council, name: council.name, toldBy: council.toldBy)
        }
        if let home, council == nil { council = home }
        guard home != nil || isLast else { continue }
        settled.insert(own)
        let now = home ?? Home(body: key, council: stated, name: nil)
        try database.kept.execute(
          sql: """
            UPDATE paperHome SET bodyKey = ?, councilKey = ?, council = ?, toldBy = ?
            WHERE documentId = ? AND ownKey = ?
            """,
          arguments: [home?.body, now.council, home?.name, home?.toldBy, document, own])
        // The names of a paper go before what its rows say, so that these need no other look.
        try database.kept.execute(
          sql: "UPDATE record SET isStray = ? WHERE documentId = ? AND ownKey = ? AND isStray <> ?",
          arguments: [
            home?.toldBy != "council", document, own, home?.toldBy != "council",
          ])
        guard now.body != before.body || now.council != before.council else { continue }
        changed.insert(Scope(body: before.body, council: before.council))
        changed.insert(Scope(body: now.body, council: now.council))
        try database.kept.execute(
          sql: """
            UPDATE record SET bodyKey = ?, councilKey = ? WHERE documentId = ? AND ownKey = ?
              AND (isOrigin = 0 OR council IS NULL)
            """, arguments: [now.body, now.council, document, own])
      }
    }
    return changed
  }

  /// The one body of one council whose paper it must be.
  private static func home(
    of document: Int64, _ own: String, _ key: String, _ council: String, _ heads: Set<String>,
    _ database: Database
  ) throws -> Home? {
    let wanted = heads.union(key.isEmpty ? [] : [key]).sorted()
    var known = try sitting(wanted, of: council.isEmpty ? heads.sorted() : [council], database)
    if council.isEmpty, known.isEmpty { known = try sitting(wanted, of: nil, database) }
    // Minutes that name no council are of the one that has such a body.
    let telling = known.filter { one in
      !one.council.isEmpty || !known.contains { $0.body == one.body && !$0.council.isEmpty }
    }
    // The name over its own rows goes before others in the head.
    let named = telling.contains { $0.body == key } ? telling.filter { $0.body == key } : telling
    if named.count == 1 {
      var home = named[0]
      home.toldBy = !council.isEmpty || heads.contains(home.council) ? "council" : "name"
      return home
    }
    let limits = named.isEmpty ? nil : named
    for found in [
      try byRows(document, own, council, database),
      try byCitations(document, own, council, database),
    ] {
      let fitting =
        limits.map { limits in
          found.filter { one in limits.contains { $0.body == one.body && $0.council == one.council }
          }
        } ?? found
      if fitting.count == 1 { return fitting[0] }
    }
    return nil
  }

  /// The bodies of some names that minutes are of, of some councils or of any.
  private static func sitting(
    _ names: [String], of councils: [String]?, _ database: Database
  ) throws -> [Home] {
    guard !names.isEmpty, councils?.isEmpty != true else { return [] }
    let marks = { (words: [String]) in words.map { _ in "?" }.joined(separator: ", ") }
    let condition = councils.map { "AND councilKey IN (\(marks($0)))" } ?? ""
    return try GRDB.Row.fetchAll(
      database.kept,
      sql: """
        SELECT bodyKey, councilKey, min(council) AS council FROM sittingBody
        WHERE bodyKey IN (\(marks(names))) \(condition)
        GROUP BY bodyKey, councilKey ORDER BY bodyKey, councilKey
        """, arguments: StatementArguments(names + (councils ?? []))
    ).map { Home(body: $0["bodyKey"], council: $0["councilKey"], name: $0["council"]) }
  }

  // MARK: - Evidence

  /// The bodies whose minutes have, at a meeting that the document's rows name, what a row says.
  private static func byRows(
    _ document: Int64, _ own: String, _ council: String, _ database: Database
  ) throws -> [Home] {
    let said = try GRDB.Row.fetchAll(
      database.kept,
      sql: """
        SELECT askedDate, json FROM record WHERE documentId = ? AND ownKey = ? AND isOrigin = 0
          AND askedDate IS NOT NULL AND kind IN \(referring)
        """, arguments: [document, own]
    ).compactMap { row in words(row["json"]).map { (date: row["askedDate"] as String, key: $0) } }
    guard !said.isEmpty else { return [] }
    let dates = Set(said.map(\.date)).sorted()
    let marks = repeatElement("?", count: dates.count).joined(separator: ", ")
    let origins = try GRDB.Row.fetchCursor(
      database,
      sql: """
        SELECT askedDate, bodyKey, councilKey, council, json FROM record
        JOIN document ON document.id = record.documentId
        WHERE isOrigin = 1 AND supersededBy IS NULL AND askedDate IN (\(marks)) AND bodyKey <> ''
          AND (? = '' OR councilKey = ?) ORDER BY bodyKey, councilKey
        """, arguments: StatementArguments(dates + [council, council]))
    var found: [Home] = []
    while let row = try origins.next() {
      var home = Home(body: row["bodyKey"], council: row["councilKey"], name: row["council"])
      if home.name == nil { home = try withCouncil(home, database) }
      guard !found.contains(where: { $0.body == home.body && $0.council == home.council }),
        let key = words(row["json"])
      else { continue }
      let date: String = row["askedDate"]
      let isMeant = said.contains { one in
        guard one.date == date else { return false }
        if one.key == key { return true }
        return min(one.key.words.count, key.words.count) >= 4
          && Likeness.containment(one.key, key) >= 0.85
      }
      if isMeant { found.append(home) }
    }
    return found
  }

  /// The bodies whose resolutions name at least two of the references that the document prints.
  private static func byCitations(
    _ document: Int64, _ own: String, _ council: String, _ database: Database
  ) throws -> [Home] {
    try GRDB.Row.fetchAll(
      database.kept,
      sql: """
        SELECT sittingBody.bodyKey, sittingBody.councilKey, min(sittingBody.council) AS council
        FROM record JOIN citation ON citation.printedKey = record.printedKey
        JOIN document ON document.id = citation.documentId
        JOIN sittingBody ON sittingBody.documentId = citation.documentId
        WHERE record.documentId = ? AND record.ownKey = ? AND document.supersededBy IS NULL
          AND (? = '' OR sittingBody.councilKey = ?)
        GROUP BY sittingBody.bodyKey, sittingBody.councilKey
        HAVING count(DISTINCT record.printedKey) >= 2
        ORDER BY sittingBody.bodyKey, sittingBody.councilKey
        """, arguments: [document, own, council, council]
    ).map { Home(body: $0["bodyKey"], council: $0["councilKey"], name: $0["council"]) }
  }

  /// A body whose minutes name no council, with the one council that has such a body.
  private static func withCouncil(_ home: Home, _ database: Database) throws -> Home {
    let councils = try GRDB.Row.fetchAll(
      database.kept,
      sql: """
        SELECT councilKey, min(council) AS council FROM sittingBody
        WHERE bodyKey = ? AND councilKey <> '' GROUP BY councilKey
        """, arguments: [home.body])
    guard councils.count == 1, let only = councils.first else {
      return Home(body: home.body, council: "", name: nil)
    }
    return Home(body: home.body, council: only["councilKey"], name: only["council"])
  }

  /// The key of the one council that has such a body; empty where there is none or are several.
  static func onlyCouncil(of body: String, _ database: Database) throws -> String {
    try withCouncil(Home(body: body, council: "", name: nil), database).council
  }

  private static func words(_ json: String) -> MatchKey? {
    guard let record = PaperRecord(json: json) else { return nil }
    if case .trackerEntry(let entry) = record.content { return MatchKey(entry.text) }
    return Asked(record).map(\.key)
  }
}
