import GRDB
import MattersLinker
import MattersRecords
import MattersText

/// The short reference that a matter keeps for good: `CYPSC/22-23/IR07`.
///
/// It is found again by what the papers say (meeting, minute, label, words), so that it survives a
/// revision, a re-reading and the arrival of earlier papers. Where the council prints a reference
/// of its own, that one is taken.
struct PermanentReference {
  private let database: Database
  private let known: QuickStatement
  private let added: QuickStatement
  private let taken: QuickStatement
  private let given: QuickStatement
  private let counted: QuickStatement
  private let count: QuickStatement
  /// The council's settings, once they are asked for.
  private var settings: CouncilSettings??
  /// What goes before a reference's year, by the body.
  private var shortNames: [String: String] = [:]

  init(_ database: Database) {
    self.database = database
    known = QuickStatement("SELECT reference FROM matterKey WHERE key = ?", database)
    added = QuickStatement(
      "INSERT OR IGNORE INTO matterKey (key, reference) VALUES (?, ?)", database)
    taken = QuickStatement(
      "SELECT EXISTS (SELECT 1 FROM matter WHERE reference = ?)", database)
    given = QuickStatement(
      "SELECT EXISTS (SELECT 1 FROM matterKey WHERE reference = ?)", database)
    counted = QuickStatement("SELECT number FROM referenceNumber WHERE head = ?", database)
    count = QuickStatement(
      """
      INSERT INTO referenceNumber (head, number) VALUES (?, ?)
      ON CONFLICT (head) DO UPDATE SET number = excluded.number
      """, database)
  }

  /// The matter's reference, given now if it has none yet.
  mutating func of(_ matter: Matter) throws -> String {
    let scope = BodyKey(matter.council ?? "").description
    let unscoped = matter.keys
    // What was given to an entry by hand stays when papers come that say the same.
    for given in matter.members.compactMap(\.laid.entered?.reference) where try !isTaken(given) {
      try keep(given, for: unscoped.map { "\(scope)|\($0)" })
      return given
    }
    var ordinal = 1
    while true {
      // A minute may use a label twice: the papers then say the same of two matters.
      let keys = unscoped.map { "\(scope)|\($0)" + (ordinal > 1 ? "|\(ordinal)" : "") }
      var isNew = keys.isEmpty
      for key in keys {
        guard let found = try known.text([.text(key)]) else {
          isNew = true
          continue
        }
        // Two matters that were one before cannot both keep the reference.
        if try isTaken(found) { continue }
        try keep(found, for: keys)
        return found
      }
      if isNew {
        let made = try make(for: matter)
        try keep(made, for: keys)
        return made
      }
      ordinal += 1
    }
  }

  private func keep(_ reference: String, for keys: [String]) throws {
    for key in keys { try added.run([.text(key), .text(reference)]) }
  }

  /// A key without the council that it is kept under.
  static func unscoped(_ key: String) -> String {
    key.firstIndex(of: "|").map { String(key[key.index(after: $0)...]) } ?? key
  }

  private func isTaken(_ reference: String) throws -> Bool {
    try taken.number([.text(reference)]) == 1
  }

  private mutating func make(for matter: Matter) throws -> String {
    if let printed = matter.printedReference, Self.isTelling(printed), try !isTaken(printed),
      try given.number([.text(printed)]) != 1
    {
      return printed
    }
    let council = try council()
    let year = matter.raised.map { day -> String in
      let first = day.municipalYear % 100
      return "\(Self.twoDigits(first))-\(Self.twoDigits((first + 1) % 100))"
    }
    let mark =
      switch matter.kind {
      case .request: "IR"
      case .recommendation: "REC"
      case .action: "AC"
      }
    let name = try shortName(of: matter.body)
    let (head, tail) = Self.ends(
      of: council?.reference, name.isEmpty ? "UNKNOWN" : name, year ?? "undated", mark)
    let number = try counted.number([.text(head + "|" + tail)]) ?? Int64(last(head, tail))
    try count.run([.text(head + "|" + tail), .number(number + 1)])
    return head + Self.twoDigits(Int(number) + 1) + tail
  }

  private mutating func council() throws -> CouncilSettings? {
    if let settings { return settings }
    let read = try Register.council(database)
    settings = .some(read)
    return read
  }

  private mutating func shortName(of body: String) throws -> String {
    if let known = shortNames[body] { return known }
    let name =
      try council()?.body?.first { BodyKey($0.name) == BodyKey(body) }?.short
      ?? ShortName.of(body)
    shortNames[body] = name
    return name
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
  private func last(_ head: String, _ tail: String) throws -> Int {
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
