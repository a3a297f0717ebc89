import GRDB
public import MattersLinker
public import MattersRecords
import MattersText

/// A question that only a person can answer.
public struct ReviewQuestion: Sendable {
  /// Something that may be meant.
  public struct Candidate: Sendable {
    /// The matter's reference, where the candidate is a matter.
    public var reference: String?
    /// The words.
    public var text: String
    /// Where they stand.
    public var place: String
    /// The number of the record that says it.
    public var record: Int64
  }

  /// A short name that stays the same as long as the question does.
  public var code: String
  /// Why nothing was linked.
  public var kind: Unplaced.Kind
  /// The body.
  public var body: String
  /// The record's kind.
  public var recordKind: RecordKind
  /// The record's words.
  public var text: String
  /// Where it was read.
  public var place: String
  /// The doubt, in one line.
  public var because: String
  /// What may be meant.
  public var candidates: [Candidate]
  /// What the record says, by which an answer is kept.
  public var meaning: String
  /// The number of the record.
  public var record: Int64
}

/// A person's word on a record and a matter.
public enum VerdictWord: String, Sendable {
  /// The record belongs to the matter.
  case link
  /// It does not.
  case unlink
  /// Nothing more is to be asked.
  case dismiss
  /// All that was said of the record before is taken back.
  case reopen
}

extension Register {
  /// What only a person can say: each thing once, however many copies of the paper there are.
  public func questions(body: String? = nil) throws -> [ReviewQuestion] {
    let wanted = try body.map { try Set(bodies(meaning: $0).map { BodyKey($0).description }) }
    return try read { database in
      let rows = try GRDB.Row.fetchAll(
        database,
        sql: """
          SELECT ambiguity.*, record.json, record.body, record.firstLine, record.lastLine,
            document.name, other.json AS otherJson, other.firstLine AS otherLine,
            otherDocument.name AS otherName, matter.reference
          FROM ambiguity JOIN record ON record.id = ambiguity.recordId
          JOIN document ON document.id = record.documentId
          LEFT JOIN record AS other ON other.id = ambiguity.candidateId
          LEFT JOIN document AS otherDocument ON otherDocument.id = other.documentId
          LEFT JOIN matterMember ON matterMember.recordId = ambiguity.candidateId
            AND matterMember.position = 0
          LEFT JOIN matter ON matter.id = matterMember.matterId
          WHERE ambiguity.kind <> 'none'
          ORDER BY record.settingDate, document.name, record.firstLine, record.id, matter.reference
          """)
      var found: [ReviewQuestion] = []
      var places: [String: Int] = [:]
      for row in rows {
        let key: String = row["bodyKey"]
        if let wanted, !wanted.contains(key) { continue }
        let meaning: String = row["meaning"]
        let other: ReviewQuestion.Candidate? = PaperRecord(json: row["otherJson"] ?? "").map {
          let (name, line): (String, Int) = (row["otherName"], row["otherLine"])
          return .init(
            reference: row["reference"], text: words(of: $0), place: "\(name):\(line)",
            record: row["candidateId"])
        }
        if let place = places[meaning] {
          if let other,
            !found[place].candidates.contains(where: { $0.reference == other.reference })
          {
            found[place].candidates.append(other)
          }
          continue
        }
        guard let record = PaperRecord(json: row["json"]),
          let kind = Unplaced.Kind(rawValue: row["kind"])
        else { continue }
        places[meaning] = found.count
        let (name, line): (String, Int) = (row["name"], row["firstLine"])
        found.append(
          ReviewQuestion(
            code: Self.code(meaning), kind: kind, body: row["body"] ?? key,
            recordKind: record.kind, text: words(of: record), place: "\(name):\(line)",
            because: row["because"], candidates: other.map { [$0] } ?? [], meaning: meaning,
            record: row["recordId"]))
      }
      return try found + Self.editQuestions(wanted, database)
    }
  }

  /// How many references were linked, could mean nothing that is known, and could mean several.
  public func linkCounts() throws -> (none: Int, several: Int) {
    try read { database in
      let count = { (kinds: String) in
        try Int.fetchOne(
          database,
          sql: "SELECT count(DISTINCT recordId) FROM ambiguity WHERE kind IN (\(kinds))") ?? 0
      }
      return (try count("'none', 'suggestion', 'without_tracker'"), try count("'several'"))
    }
  }

  /// Keeps a person's word on what a record means, and works its body out anew.
  public func decide(
    _ word: VerdictWord, meaning: String, reference: String?, note: String?,
    enteredBy person: String
  ) throws {
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO verdict (meaning, reference, word, note, enteredBy, enteredAt)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [meaning, reference, word.rawValue, note, person, Self.now()])
      // The body of the matter, and those whose records a question or a member with it.
      var scopes = try Scope.all(
        database,
        """
        SELECT bodyKey, councilKey FROM ambiguity WHERE meaning = ?
        UNION SELECT bodyKey, councilKey FROM matter WHERE reference = ?
        """, [meaning, reference])
      if word == .reopen {
        // What was settled is no question any more, so that its body is known by the record alone.
        scopes.formUnion(try Self.scopes(meaning: meaning, database))
      }
      try Self.relink(scopes, database)
    }
  }

  /// Keeps a person's word on a question: what the record means, or that what was typed holds.
  public func accept(
    _ question: ReviewQuestion, as reference: String?, note: String?, enteredBy person: String
  ) throws {
    if question.kind == .conflictingEdit {
      _ = try decide(edit: question.code, holds: true, enteredBy: person)
    } else {
      try decide(
        .link, meaning: question.meaning, reference: reference, note: note, enteredBy: person)
    }
  }

  /// Keeps a person's word that a record means none of what it may be taken for, or that what was
  /// typed is left out.
  public func reject(
    _ question: ReviewQuestion, note: String?, enteredBy person: String
  ) throws {
    if question.kind == .conflictingEdit {
      _ = try decide(edit: question.code, holds: false, enteredBy: person)
      return
    }
    for reference in Set(question.candidates.compactMap(\.reference)).sorted() {
      try decide(
        .unlink, meaning: question.meaning, reference: reference, note: note, enteredBy: person)
    }
    try decide(
      .dismiss, meaning: question.meaning, reference: nil, note: note, enteredBy: person)
  }

  /// The record that a place or an id names, by what it says.
  ///
  /// - Parameter name: `minutes.txt:41`, or a record's id.
  public func meaning(of name: String) throws -> String {
    // A person's word is kept by what the paper says.
    let laid = try readAsKept { database in
      var condition = "record.localId = ?"
      var arguments: StatementArguments = [name]
      if let colon = name.lastIndex(of: ":"), let line = Int(name[name.index(after: colon)...]) {
        condition = "document.name = ? AND record.firstLine <= ? AND record.lastLine >= ?"
        arguments = [String(name[..<colon]), line, line]
      }
      return try GRDB.Row.fetchAll(
        database,
        sql: """
          SELECT record.json, record.council, record.body, record.settingDate, document.sha256,
            document.name FROM record JOIN document ON document.id = record.documentId
          WHERE document.supersededBy IS NULL AND \(condition)
            AND record.kind IN ('tracker_entry', 'executive_response', 'resolution',
              'information_request', 'recommendation', 'action')
          ORDER BY record.id
          """, arguments: arguments
      ).compactMap(Self.laid)
    }
    let meanings = Set(laid.map(\.meaning))
    guard let first = meanings.first else { throw RegisterError.unknown(name: name) }
    guard meanings.count == 1 else {
      throw RegisterError.ambiguous(
        name: name,
        candidates: laid.map { "\($0.documentName):\($0.record.lines.first)" })
    }
    return first
  }

  static func laid(_ row: GRDB.Row) -> LaidRecord? {
    guard let record = PaperRecord(json: row["json"]) else { return nil }
    let date: String? = row["settingDate"]
    return LaidRecord(
      document: row["sha256"], documentName: row["name"], record: record,
      setting: RecordSetting(
        council: row["council"], body: row["body"], date: date.flatMap(PlainDate.init(iso:))))
  }

  // MARK: - Reading them back

  /// All that persons decided, the last word on each record and matter.
  static func verdicts(_ database: Database) throws -> Verdicts {
    var verdicts = Verdicts()
    let rows = try GRDB.Row.fetchAll(database, sql: "SELECT * FROM verdict ORDER BY id")
    guard !rows.isEmpty else { return verdicts }
    var last: [String: (meaning: String, reference: String, word: VerdictWord, person: String)] =
      [:]
    var order: [String] = []
    for row in rows {
      guard let word = VerdictWord(rawValue: row["word"]) else { continue }
      let meaning: String = row["meaning"]
      if word == .reopen {
        verdicts.dismissed.remove(meaning)
        order.removeAll { last[$0]?.meaning == meaning }
        continue
      }
      guard let reference: String = row["reference"] else {
        if word == .dismiss { verdicts.dismissed.insert(meaning) }
        continue
      }
      let key = "\(meaning)|\(reference)"
      order.removeAll { $0 == key }
      order.append(key)
      last[key] = (meaning, reference, word, row["enteredBy"])
    }
    for one in order.compactMap({ last[$0] }) {
      let keys = try String.fetchAll(
        database, sql: "SELECT key FROM matterKey WHERE reference = ?", arguments: [one.reference]
      ).map(PermanentReference.unscoped)
      switch one.word {
      case .link: verdicts.linked[one.meaning] = .init(keys: Set(keys), person: one.person)
      case .unlink:
        verdicts.unlinked[one.meaning, default: []].append(Set(keys))
        if verdicts.linked[one.meaning]?.keys == Set(keys) { verdicts.linked[one.meaning] = nil }
      case .dismiss, .reopen: break
      }
    }
    return verdicts
  }

  /// A short code for a question: six digits of a hash of what the record says.
  private static func code(_ meaning: String) -> String {
    var hash: UInt32 = 2_166_136_261
    for byte in meaning.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    let digits = String(hash, radix: 16)
    return "q" + String(repeating: "0", count: 8 - digits.count) + digits
  }
}

/// The words of a record that a person decides on.
private func words(of record: PaperRecord) -> String {
  switch record.content {
  case .trackerEntry(let entry): [entry.label, entry.text].compactMap { $0 }.joined(separator: " ")
  case .executiveResponse(let response): response.text
  case .resolution(let resolution): resolution.text
  case .workProgrammeItem(let item): item.title
  default:
    Asked(record).map { [$0.label, $0.text].compactMap { $0 }.joined(separator: " ") }
      ?? record.id.description
  }
}
