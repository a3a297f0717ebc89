import GRDB
import MattersLinker
import MattersRecords
import MattersText

/// Writing what was worked out of a body's records and is no matter.
extension Register {
  /// Keeps the references that were not linked, for review and for counting.
  static func insert(
    _ unplaced: [Unplaced], _ scope: Scope, _ rows: [String: Int64], _ database: Database
  ) throws {
    var kept = try ScopeRows(
      "ambiguity", ["recordId", "candidateId", "kind", "meaning", "because"], of: scope, database)
    for one in unplaced {
      // What was entered by hand stands in no paper that could be asked about.
      guard let record = rows[one.laid.rowKey] else { continue }
      let candidates = one.candidates.map { rows[$0.rowKey] }
      for candidate in candidates.isEmpty ? [nil] : candidates {
        try kept.put(
          [
            record, candidate, one.kind.rawValue, one.laid.meaning, one.because,
          ], of: scope, database)
      }
    }
    try kept.finish(database)
  }

  /// Keeps the links that join no matter to another.
  static func insert(
    _ links: [CrossLink], _ scope: Scope, _ rows: [String: Int64], _ database: Database
  ) throws {
    var kept = try ScopeRows(
      "crossLink", ["fromId", "toId", "relation", "grade", "because"], of: scope, database)
    for link in links {
      guard let from = rows[link.from.rowKey], let to = rows[link.to.rowKey] else { continue }
      try kept.put(
        [
          from, to, link.relation.rawValue,
          link.grade.rawValue, link.because,
        ], of: scope, database)
    }
    try kept.finish(database)
  }
}

extension LaidRecord {
  /// What tells records apart over the whole register.
  var rowKey: String { "\(document)|\(record.id)" }
}
