import GRDB
import MattersLinker
import MattersRecords
import MattersText

/// Writes the matters of a scope with their members, their events and where they stand.
struct MatterWriter {
  private let scope: Scope
  private let rows: [String: Int64]
  private let withheld: Set<String>
  private let database: Database
  private var references: PermanentReference
  private let standing: StandingRows
  private let matters: QuickStatement
  private let members: QuickStatement
  private let additions: QuickStatement
  private let events: QuickStatement
  private let entered: QuickStatement
  private let told: QuickStatement

  /// A writer of a scope.
  ///
  /// - Parameters:
  ///   - rows: the numbers of its records, by what tells them apart over the whole register.
  ///   - withheld: those of them that are not for everyone.
  init(
    _ scope: Scope, _ rows: [String: Int64], _ withheld: Set<String>, _ database: Database
  ) throws {
    self.scope = scope
    self.rows = rows
    self.withheld = withheld
    self.database = database
    references = PermanentReference(database)
    standing = try StandingRows(database)
    matters = QuickStatement(
      """
      INSERT INTO matter (reference, kind, council, body, bodyKey, councilKey, raised, minute,
        label, text, subject, addressedTo, responsible, printedReference)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, database)
    members = QuickStatement(
      """
      INSERT INTO matterMember (matterId, position, recordId, role, grade, because)
      VALUES (?, ?, ?, ?, ?, ?)
      """, database)
    additions = QuickStatement(
      """
      INSERT INTO additionMember (matterId, position, additionId, role, grade, because)
      VALUES (?, ?, ?, ?, ?, ?)
      """, database)
    events = QuickStatement(
      """
      INSERT INTO matterEvent
        (matterId, position, kind, date, state, response, updated, minute, decision,
         decisionAsPrinted, decidedBy, decidedOn, reason, implementation, due, reviewDate,
         recordId, grade, because)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, database)
    entered = QuickStatement("SELECT EXISTS (SELECT 1 FROM entry WHERE reference = ?)", database)
    told = QuickStatement("SELECT EXISTS (SELECT 1 FROM paperEvent WHERE raised = ?)", database)
  }

  /// Writes a matter, and counts it.
  ///
  /// - Returns: the matter's row.
  @discardableResult
  mutating func insert(_ matter: Matter, _ tally: inout Tally) throws -> Int64 {
    var matter = matter
    let reference = try references.of(matter)
    try matters.run([
      .text(reference), .text(matter.kind.rawValue), .init(matter.council), .text(matter.body),
      .text(scope.body), .text(scope.council), .init(matter.raised?.iso), .init(matter.minute),
      .init(matter.label), .text(matter.text), .init(matter.subject), .init(matter.addressedTo),
      .init(matter.responsible), .init(matter.printedReference),
    ])
    let id = matters.row
    for (position, member) in matter.members.enumerated() {
      let row = member.laid.entered?.number ?? rows[member.laid.rowKey]
      try (member.laid.entered == nil ? members : additions).run([
        .number(id), .number(Int64(position)), .init(row), .text(member.role.rawValue),
        .text(member.grade.rawValue), .text(member.because),
      ])
    }
    try insertEvents(of: &matter, id)
    matter.events.removeAll(where: \.isPersons)
    try complete(&matter, reference)
    try standing.insert(
      RegisteredMatter(reference: reference, matter: matter), id, scope.body, &tally)
    return id
  }

  private func insertEvents(of matter: inout Matter, _ id: Int64) throws {
    for (position, event) in matter.events.enumerated() {
      guard case .paper(let document, _, _, let record) = event.source else { continue }
      let key = "\(document)|\(record)"
      if withheld.contains(key) { matter.events[position].access = .exempt }
      let ruling = event.ruling
      try events.run([
        .number(id), .number(Int64(position)), .text(event.kind.rawValue),
        .text(event.date.iso), .init(event.state?.rawValue),
        .init(event.response ?? event.change?.text), .init(event.updated), .init(event.minute),
        .init(ruling?.decision?.rawValue), .init(ruling?.asPrinted), .init(ruling?.decidedBy),
        .init(ruling?.decidedOn), .init(ruling?.reason), .init(ruling?.implementation?.rawValue),
        .init(ruling?.due), .init(ruling?.reviewDate), .init(rows[key]),
        .text(event.grade.rawValue), .text(event.because),
      ])
    }
  }

  /// Puts in what people entered and what papers tell in passing, where there is any.
  private func complete(_ matter: inout Matter, _ reference: String) throws {
    let isEntered = try entered.number([.text(reference)]) == 1
    let isTold =
      try matter.kind == .recommendation && told.number([.init(matter.raised?.iso)]) == 1
    guard isEntered || isTold || matter.members.contains(where: { $0.laid.entered != nil })
    else { return }
    let events =
      isEntered
      ? try Register.entries(where: "entry.reference = ?", [reference], database)[reference] : nil
    try Register.complete(&matter, with: events ?? [], isTold: isTold, database)
  }
}
