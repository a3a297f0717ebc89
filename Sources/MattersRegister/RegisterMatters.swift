import GRDB
import MattersLinker
import MattersRecords
import MattersText

/// Writing what was worked out of a body's records.
extension Register {
  /// Writes a matter with its members, its events and where it stands.
  ///
  /// - Returns: the matter's row.
  @discardableResult
  static func insert(
    _ matter: Matter, _ scope: Scope, _ rows: [String: Int64], _ withheld: Set<String>,
    _ database: Database
  ) throws -> Int64 {
    var matter = matter
    let reference = try PermanentReference.of(matter, database)
    try database.cachedStatement(
      sql: """
        INSERT INTO matter (reference, kind, council, body, bodyKey, councilKey, raised, minute,
          label, text, subject, addressedTo, responsible, printedReference)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    )
    .execute(arguments: [
      reference, matter.kind.rawValue, matter.council, matter.body, scope.body, scope.council,
      matter.raised?.iso,
      matter.minute, matter.label, matter.text, matter.subject, matter.addressedTo,
      matter.responsible, matter.printedReference,
    ])
    let id = database.lastInsertedRowID
    for (position, member) in matter.members.enumerated() {
      if let entered = member.laid.entered {
        try database.cachedStatement(
          sql: """
            INSERT INTO additionMember (matterId, position, additionId, role, grade, because)
            VALUES (?, ?, ?, ?, ?, ?)
            """
        )
        .execute(arguments: [
          id, position, entered.number, member.role.rawValue, member.grade.rawValue,
          member.because,
        ])
        continue
      }
      try database.cachedStatement(
        sql: """
          INSERT INTO matterMember (matterId, position, recordId, role, grade, because)
          VALUES (?, ?, ?, ?, ?, ?)
          """
      )
      .execute(arguments: [
        id, position, rows[member.laid.rowKey], member.role.rawValue, member.grade.rawValue,
        member.because,
      ])
    }
    for (position, event) in matter.events.enumerated() {
      guard case .paper(let document, _, _, let record) = event.source else { continue }
      if withheld.contains("\(document)|\(record)") { matter.events[position].access = .exempt }
      try database.cachedStatement(
        sql: """
          INSERT INTO matterEvent
            (matterId, position, kind, date, state, response, updated, minute, decision,
             decisionAsPrinted, decidedBy, decidedOn, reason, implementation, due, reviewDate,
             recordId, grade, because)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """
      )
      .execute(arguments: [
        id, position, event.kind.rawValue, event.date.iso, event.state?.rawValue,
        event.response ?? event.change?.text, event.updated, event.minute,
        event.ruling?.decision?.rawValue, event.ruling?.asPrinted,
        event.ruling?.decidedBy, event.ruling?.decidedOn, event.ruling?.reason,
        event.ruling?.implementation?.rawValue, event.ruling?.due, event.ruling?.reviewDate,
        rows["\(document)|\(record)"], event.grade.rawValue, event.because,
      ])
    }
    matter.events.removeAll(where: \.isPersons)
    try complete(&matter, reference, database)
    try Standing.insert(
      RegisteredMatter(reference: reference, matter: matter), id, scope.body, database)
    return id
  }

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
