import GRDB
import MattersLinker
import MattersRecords
import MattersText

/// The short reference that a matter keeps for good: `CYPSC/22-23/IR07`.
///
/// It is found again by what the papers say (meeting, minute, label, words), so that it survives a
/// revision, a re-reading and the arrival of earlier papers. Where the council prints a reference
/// of its own, that one is taken.
enum PermanentReference {
  /// The matter's reference, given now if it has none yet.
  static func of(_ matter: Matter, _ database: Database) throws -> String {
    let scope = BodyKey(matter.council ?? "").description
    // What was given to an entry by hand stays when papers come that say the same.
    for given in matter.members.compactMap(\.laid.entered?.reference)
    where try !isTaken(given, database) {
      try keep(given, for: matter.keys.map { "\(scope)|\($0)" }, database)
      return given
    }
    var ordinal = 1
    while true {
      // A minute may use a label twice: the papers then say the same of two matters.
      let keys = matter.keys.map { "\(scope)|\($0)" + (ordinal > 1 ? "|\(ordinal)" : "") }
      var isNew = keys.isEmpty
      for key in keys {
        let found = try String.fetchOne(
          database.cachedStatement(sql: "SELECT reference FROM matterKey WHERE key = ?"),
          arguments: [key])
        guard let found else {
          isNew = true
          continue
        }
        // Two matters that were one before cannot both keep the reference.
        if try isTaken(found, database) { continue }
        try keep(found, for: keys, database)
        return found
      }
      if isNew {
        let made = try make(for: matter, database)
        try keep(made, for: keys, database)
        return made
      }
      ordinal += 1
    }
  }

  private static func keep(
    _ reference: String, for keys: [String], _ database: Database
  ) throws {
    let insert = try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO matterKey (key, reference) VALUES (?, ?)")
    for key in keys { try insert.execute(arguments: [key, reference]) }
  }

  /// A key without the council that it is kept under.
  static func unscoped(_ key: String) -> String {
    key.firstIndex(of: "|").map { String(key[key.index(after: $0)...]) } ?? key
  }

  private static func isTaken(_ reference: String, _ database: Database) throws -> Bool {
    try Bool.fetchOne(
      database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM matter WHERE reference = ?)"),
      arguments: [reference]) ?? false
  }

  private static func make(for matter: Matter, _ database: Database) throws -> String {
    if let printed = matter.printedReference, isTelling(printed),
      try !isTaken(printed, database),
      try Int.fetchOne(
        database.kept, sql: "SELECT count(*) FROM matterKey WHERE reference = ?",
        arguments: [printed])
        == 0
    {
      return printed
    }
    let council = try Register.council(database)
    let name =
      council?.body?.first { BodyKey($0.name) == BodyKey(matter.body) }?.short
      ?? ShortName.of(matter.body)
    let year = matter.raised.map { day -> String in
      let first = day.municipalYear % 100
      return "\(twoDigits(first))-\(twoDigits((first + 1) % 100))"
    }
    let mark =
      switch matter.kind {
      case .request: "IR"
      case .recommendation: "REC"
      case .action: "AC"
      }
    let (head, tail) = ends(
      of: council?.reference, name.isEmpty ? "UNKNOWN" : name, year ?? "undated", mark)
    let counted = try Int.fetchOne(
      database.kept, sql: "SELECT number FROM referenceNumber WHERE head = ?",
      arguments: [head + "|" + tail])
    let number = try counted ?? last(head, tail, database)
    try database.kept.execute(
      sql: """
        INSERT INTO referenceNumber (head, number) VALUES (?, ?)
        ON CONFLICT (head) DO UPDATE SET number = excluded.number
        """, arguments: [head + "|" + tail, number + 1])
    return head + twoDigits(number + 1) + tail
  }

  /// What stands before a reference's number and behind it, by the council's pattern where it has one.
  private static func ends(
    of pattern: String?, _ name: String, _ year: String, _ mark: String
  ) -> (head: String, tail: String) {
    guard let pattern else { return ("\(name)/\(year)/\(mark)", "") }
    let filled = pattern.replacing("{n}", with: "{number}").replacing("{body}", with: name)
      .replacing("{year}", with: year).replacing("{kind}", with: mark)
    let place = filled.place(of: "{number}") ?? filled.endIndex..<filled.endIndex
    return (String(filled[..<place.lowerBound]), String(filled[place.upperBound...]))
  }

  /// The last number among the references that begin and end so.
  private static func last(
    _ head: String, _ tail: String, _ database: Database
  ) throws -> Int {
    try String.fetchAll(
      database,
      // No text goes on with a character beyond the last.
      sql: "SELECT DISTINCT reference FROM matterKey WHERE reference >= ? AND reference < ?",
      arguments: [head, head + "\u{10FFFF}"]
    ).compactMap { known in
      known.hasSuffix(tail) ? Int(known.dropFirst(head.count).dropLast(tail.count)) : nil
    }.max() ?? 0
  }

  /// Whether a printed reference tells matters apart beyond its own table: it has letters and
  /// digits, as `SR (25/26) 01`, and is no mere row number.
  private static func isTelling(_ printed: String) -> Bool {
    printed.contains(where: \.isLetter) && printed.contains(where: \.isNumber)
      && printed.count <= 40
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}
