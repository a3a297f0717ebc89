import GRDB
import MattersLinker
import MattersRecords
import MattersText

/// What a paper states of itself and of others, by which it is found out whose paper it is.
extension Register {
  /// The kinds of record that refer to what was asked elsewhere.
  fileprivate static let referringKinds: Set<RecordKind> = [
    .trackerEntry, .recommendation, .informationRequest, .action, .executiveResponse,
  ]
  static let referring =
    "(\(referringKinds.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")))"

  /// Whose a record is, as its row says.
  struct OwnedRow {
    var kind: RecordKind
    var council: String?
    var ownKey: String
    var scope: Scope
    var isOrigin: Bool

    fileprivate var isReferring: Bool { Register.referringKinds.contains(kind) }
  }

  /// Keeps what a document states of itself and of others.
  ///
  /// - Parameter rows: the rows of its records.
  static func insertMarks(
    of document: RegisterDocument, as id: Int64, _ rows: [OwnedRow], _ database: Database
  ) throws {
    let isMinutes = document.records.contains {
      $0.record.kind == .minute || $0.record.kind == .resolution
    }
    // An agenda or a report that names its council as well makes its body known as minutes do.
    let isAgenda = document.records.contains {
      ($0.record.kind == .meeting || $0.record.kind == .report) && $0.setting.council != nil
    }
    var cited: Set<String> = []
    for (record, _) in document.records {
      if case .resolution(let resolution) = record.content {
        cited.formUnion(PrintedReference.all(in: resolution.text))
      }
    }
    for key in cited {
      try database.kept.execute(
        sql: "INSERT INTO citation (documentId, printedKey) VALUES (?, ?)", arguments: [id, key])
    }
    let sitting = isMinutes || isAgenda ? sittings(rows) : [:]
    for (scope, council) in sitting.sorted(by: { $0.key < $1.key }) {
      try database.kept.execute(
        sql: """
          INSERT INTO sittingBody (documentId, bodyKey, councilKey, council) VALUES (?, ?, ?, ?)
          """, arguments: [id, scope.body, scope.council, council])
    }
    // Whose name it is not sure of is looked for, now and when other papers come.
    var unsure: [String: String] = [:]
    for row in rows {
      guard
        row.council == nil
          || row.isReferring && !row.isOrigin && sitting.index(forKey: row.scope) == nil
      else { continue }
      unsure[row.ownKey] = max(unsure[row.ownKey] ?? "", row.scope.council)
    }
    if unsure.isEmpty { return }
    for (own, council) in unsure.sorted(by: { $0.key < $1.key }) {
      try database.kept.execute(
        sql: """
          INSERT INTO paperHome (documentId, ownKey, bodyKey, councilKey, stated)
          VALUES (?, ?, NULL, ?, ?)
          """, arguments: [id, own, council, council])
    }
    try database.kept.execute(
      sql: """
        UPDATE record SET isStray = 1 WHERE documentId = ? AND isOrigin = 0
          AND ownKey IN (SELECT ownKey FROM paperHome WHERE documentId = ?)
        """, arguments: [id, id])
    for name in PaperHead(document).names {
      try database.kept.execute(
        sql: "INSERT INTO paperName (documentId, nameKey) VALUES (?, ?)", arguments: [id, name])
    }
  }

  /// The scopes that a paper is of by its minutes, or as an agenda or a report that names its
  /// council, with the council's name.
  private static func sittings(_ rows: [OwnedRow]) -> [Scope: String?] {
    var found: [Scope: String?] = [:]
    for row in rows where !row.scope.body.isEmpty {
      switch row.kind {
      case .minute, .resolution: break
      case .meeting, .report: if row.council == nil { continue }
      default: continue
      }
      // Of several names the first, in whichever order they stand.
      let known = found[row.scope] ?? nil
      found[row.scope] = .some([known, row.council].compactMap { $0 }.min())
    }
    return found
  }
}
