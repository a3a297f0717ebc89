import GRDB
public import MattersLinker
public import MattersRecords
import MattersText

extension Register {
  /// The work programme of a committee: its items with their histories.
  public func programme(of body: String) throws -> [ProgrammeItem] {
    let names = try read { try Self.bodyNames($0) }
    let key = names.now(BodyKey(body))
    let records = try records([.workProgrammeItem, .minute], of: body)
    let words = try read { database in
      try GRDB.Row.fetchAll(database, sql: "SELECT * FROM programmeEntry ORDER BY date, id")
        .compactMap(Self.programmeWord).filter { names.now(BodyKey($0.body)) == key }
    }
    return WorkProgramme.items(
      body: body, records: records, words: words, calendar: try calendar())
  }

  /// The work programme of a committee, or of all of them.
  public func programme(within body: String?) throws -> [ProgrammeItem] {
    if let body { return try programme(of: body) }
    let names = try read { try Self.bodyNames($0) }
    var bodies: [BodyKey: String] = [:]
    for laid in try records([.workProgrammeItem]) {
      guard let body = laid.setting.body else { continue }
      bodies[names.now(BodyKey(body)), default: body] = body
    }
    let entered = try read {
      try String.fetchAll($0, sql: "SELECT DISTINCT body FROM programmeEntry ORDER BY body")
    }
    for body in entered { bodies[names.now(BodyKey(body)), default: body] = body }
    return try bodies.values.sorted().flatMap { try programme(of: $0) }
  }

  /// Records of some kinds of a body, under whichever of its names papers print.
  public func records(_ kinds: [RecordKind], of body: String) throws -> [LaidRecord] {
    let names = try read { try Self.bodyNames($0) }
    let key = names.now(BodyKey(body))
    return try records(kinds).filter { laid in
      laid.setting.body.map { names.now(BodyKey($0)) == key } ?? false
    }
  }

  /// Records what a person says of an item of a work programme.
  public func enter(_ word: ProgrammeWord) throws {
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO programmeEntry (body, title, kind, date, meeting, note, enteredBy, enteredAt)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          word.body, word.title, word.move.rawValue, word.date.iso, word.meeting?.iso, word.note,
          word.person, Self.now(),
        ])
    }
  }

  private static func programmeWord(_ row: GRDB.Row) -> ProgrammeWord? {
    let meeting: String? = row["meeting"]
    guard let move = ProgrammeItem.Move(rawValue: row["kind"]),
      let date = PlainDate(iso: row["date"])
    else { return nil }
    return ProgrammeWord(
      body: row["body"], title: row["title"], move: move, date: date,
      meeting: meeting.flatMap(PlainDate.init(iso:)), note: row["note"],
      person: row["enteredBy"], at: row["enteredAt"])
  }
}
