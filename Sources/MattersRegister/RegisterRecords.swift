import Foundation
import GRDB
public import MattersLinker
public import MattersRecords
public import MattersText

extension Register {
  /// Records of some kinds from papers that nothing supersedes, in the order of their papers.
  ///
  /// - Parameter body: only those of a committee: its name, its short name, or a part of the name.
  public func records(_ kinds: [RecordKind], body: String? = nil) throws -> [LaidRecord] {
    let keys = try body.map { try Set(bodies(meaning: $0).map { BodyKey($0) }) }
    return try read { database in
      let marks = repeatElement("?", count: kinds.count).joined(separator: ", ")
      let rows = try GRDB.Row.fetchCursor(
        database,
        sql: """
          SELECT record.json, record.council, record.body, record.settingDate, document.sha256,
            document.name, \(Withheld.ofRecord) AS isWithheld
          FROM record JOIN document ON document.id = record.documentId
          WHERE document.supersededBy IS NULL AND record.kind IN (\(marks))
          ORDER BY record.settingDate, document.name, document.id, record.id
          """,
        arguments: StatementArguments(kinds.map(\.rawValue)))
      var laid: [LaidRecord] = []
      while let row = try rows.next() {
        let name: String? = row["body"]
        if let keys, !keys.contains(BodyKey(name ?? "")) { continue }
        guard var record = PaperRecord(json: row["json"]) else { continue }
        record.withhold(row["isWithheld"])
        let date: String? = row["settingDate"]
        laid.append(
          LaidRecord(
            document: row["sha256"], documentName: row["name"], record: record,
            setting: RecordSetting(
              council: row["council"], body: name, date: date.flatMap(PlainDate.init(iso:)))))
      }
      return laid
    }
  }

  /// The text of each paper that nothing supersedes, under the hash that names it.
  public func eachText(_ work: (_ hash: String, _ source: SourceText) throws -> Void) throws {
    try read { database in
      let rows = try GRDB.Row.fetchCursor(
        database,
        sql: """
          SELECT sha256, name, text FROM document WHERE supersededBy IS NULL ORDER BY name, id
          """)
      while let row = try rows.next() {
        let text: [UInt8] = StoredText.plain(row["text"])
        try work(row["sha256"], SourceText(name: row["name"], utf8: text))
      }
    }
  }
}
