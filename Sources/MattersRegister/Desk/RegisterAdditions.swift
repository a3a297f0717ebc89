import GRDB
public import MattersLinker
import MattersRecords
public import MattersText

/// Something that was asked and that a person enters by hand.
public struct Addition: Sendable {
  /// What was asked.
  public var kind: Asked.Kind
  /// The committee that asked, by its full name.
  public var body: String
  /// The day on which it was asked: of the meeting, where it was one.
  public var date: PlainDate
  /// The words.
  public var text: String
  /// The number of the minute.
  public var minute: String?
  /// The label in the minute.
  public var label: String?
  /// Who owes the answer.
  public var owner: String?
  /// By when it is due.
  public var due: PlainDate?
  /// Whether it is for officers alone.
  public var isExempt = false
  /// Why it is entered, in a few words.
  public var note: String?

  /// Something asked, from what has to be known of it.
  public init(_ kind: Asked.Kind, body: String, date: PlainDate, text: String) {
    self.kind = kind
    self.body = body
    self.date = date
    self.text = text
  }
}

extension Register {
  /// Adds what a person says was asked, and gives it a permanent reference.
  ///
  /// Where papers come later that say the same of the same meeting, they join it and it keeps the
  /// reference.
  ///
  /// - Throws: ``RegisterError/alreadyAsked(reference:)`` where papers have it already.
  public func add(_ addition: Addition, enteredBy person: String) throws -> RegisteredMatter {
    try write { database in
      let names = try Self.bodyNames(database)
      let key = names.now(BodyKey(addition.body)).description
      let council =
        try String.fetchOne(
          database,
          sql: "SELECT council FROM record WHERE bodyKey = ? AND council IS NOT NULL LIMIT 1",
          arguments: [key])
      try database.execute(
        sql: """
          INSERT INTO addition (reference, kind, council, body, date, minute, label, text,
            addressedTo, due, access, note, enteredBy, enteredAt)
          VALUES ('', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          addition.kind.rawValue, council, addition.body, addition.date.iso, addition.minute,
          addition.label, addition.text, addition.owner, addition.due?.iso,
          addition.isExempt ? "exempt" : "public", addition.note, person, Self.now(),
        ])
      let id = database.lastInsertedRowID
      let scope = Scope(
        body: key,
        council: try council.map { BodyKey($0).description } ?? Self.onlyCouncil(of: key, database))
      try Self.relink([scope], database)
      guard
        let row = try GRDB.Row.fetchOne(
          database,
          sql: """
            SELECT matter.id, matter.reference, matter.raised FROM additionMember
            JOIN matter ON matter.id = additionMember.matterId
            WHERE additionMember.additionId = ?
            """, arguments: [id]), let matter = try Self.matter(row["id"], database)
      else { throw RegisterError.failed(path: path, reason: "what was added is not there") }
      guard matter.matter.members.count == 1 else {
        throw RegisterError.alreadyAsked(reference: matter.reference)
      }
      // The history is sealed when the transaction ends: the row says its reference from the start.
      try database.execute(
        sql: "UPDATE addition SET reference = ? WHERE id = ?", arguments: [matter.reference, id])
      return matter
    }
  }

  // MARK: - Reading them back

  /// What was added for a body of a council, as records in its place among those that were read.
  static func additions(of scope: Scope, _ database: Database) throws -> [LaidRecord] {
    let rows = try GRDB.Row.fetchAll(database.kept, sql: "SELECT * FROM addition ORDER BY id")
    guard !rows.isEmpty else { return [] }
    let names = try bodyNames(database)
    return try rows.filter { try Self.scope(ofAddition: $0, names, database) == scope }
      .compactMap(Self.addition)
  }

  /// The bodies for which something was added.
  static func additionScopes(_ database: Database) throws -> Set<Scope> {
    let names = try bodyNames(database)
    return Set(
      try GRDB.Row.fetchAll(database, sql: "SELECT DISTINCT body, council FROM addition").map {
        try scope(ofAddition: $0, names, database)
      })
  }

  /// The body that was named, of the council that was or of the only one that has such a body.
  private static func scope(
    ofAddition row: GRDB.Row, _ names: BodyNames, _ database: Database
  ) throws -> Scope {
    let body = names.now(BodyKey(row["body"] as String)).description
    let council: String? = row["council"]
    return Scope(
      body: body,
      council: try council.map { BodyKey($0).description } ?? onlyCouncil(of: body, database))
  }

  /// What was added to some matters, with its place among the matter's records.
  ///
  /// - Parameter condition: on the table `matter`, in SQL.
  static func addedMembers(
    where condition: String, _ arguments: StatementArguments, _ database: Database
  ) throws -> [Int64: [(position: Int, member: Matter.Member)]] {
    let rows = try GRDB.Row.fetchAll(
      database,
      sql: """
        SELECT addition.*, additionMember.matterId, additionMember.position, role, grade, because
        FROM additionMember
        JOIN addition ON addition.id = additionMember.additionId
        WHERE additionMember.matterId IN (SELECT id FROM matter WHERE \(condition))
        ORDER BY additionMember.matterId, additionMember.position
        """, arguments: arguments)
    var found: [Int64: [(position: Int, member: Matter.Member)]] = [:]
    for row in rows {
      guard let laid = Self.addition(row), let role = Matter.Role(rawValue: row["role"]),
        let grade = LinkGrade(rawValue: row["grade"])
      else { continue }
      found[row["matterId"], default: []].append(
        (
          row["position"],
          Matter.Member(laid: laid, role: role, grade: grade, because: row["because"])
        ))
    }
    return found
  }

  private static func addition(_ row: GRDB.Row) -> LaidRecord? {
    guard let kind = Asked.Kind(rawValue: row["kind"]) else { return nil }
    let (number, person): (Int64, String) = (row["id"], row["enteredBy"])
    let content: RecordBody
    switch kind {
    case .request:
      var request = InformationRequest()
      (request.meetingDate, request.minute, request.label) =
        (row["date"], row["minute"], row["label"])
      (request.text, request.addressedTo, request.due) =
        (row["text"], row["addressedTo"], row["due"])
      content = .informationRequest(request)
    case .recommendation:
      var recommendation = Recommendation()
      (recommendation.meetingDate, recommendation.minute, recommendation.label) =
        (row["date"], row["minute"], row["label"])
      (recommendation.text, recommendation.addressedTo, recommendation.due) =
        (row["text"], row["addressedTo"], row["due"])
      recommendation.madeBy = row["body"]
      content = .recommendation(recommendation)
    case .action:
      var action = Action()
      (action.meetingDate, action.minute, action.label) =
        (row["date"], row["minute"], row["label"])
      (action.text, action.owner, action.due) = (row["text"], row["addressedTo"], row["due"])
      content = .action(action)
    }
    var record = PaperRecord(
      id: RecordID("by-hand-\(number)"), lines: LineRange(0, 0), content: content)
    record.access = Access(rawValue: row["access"]) ?? .public
    let date: String = row["date"]
    let reference: String = row["reference"]
    var laid = LaidRecord(
      document: "by hand", documentName: "entered by \(person)", record: record,
      setting: RecordSetting(
        council: row["council"], body: row["body"], date: PlainDate(iso: date)))
    laid.entered = Entered(
      number: number, person: person, at: row["enteredAt"],
      reference: reference.isEmpty ? nil : reference, note: row["note"])
    return laid
  }
}

extension Matter {
  /// Puts in what people entered of the matter itself: that it was asked, as far as no paper does.
  mutating func tellAdditions() {
    for (index, member) in members.enumerated() {
      guard let entered = member.laid.entered else { continue }
      let isFirst = index == 0
      guard let day = isFirst ? raised : member.laid.setting.date else { continue }
      var event = MatterEvent(
        isFirst ? .raised : .noted, on: day, state: isFirst ? .pending : nil,
        source: member.laid.source,
        because: entered.note ?? (isFirst ? "entered by hand" : "entered by hand as well"))
      event.access = member.laid.record.access
      if !isFirst, let asked = Asked(member.laid.record) {
        // Who owes it and by when is not lost where the minutes do not say.
        if responsible == nil, addressedTo == nil, let owner = asked.addressedTo {
          event.change = MatterEvent.Change()
          event.change?.owner = owner
        }
        if let due = asked.due {
          event.ruling = Ruling()
          event.ruling?.due = due
        }
      }
      insert(event)
    }
  }
}
