import Foundation
import GRDB
import MattersText

/// A place in the register where some words stand.
public struct Disclosed: Sendable, Equatable {
  /// Where: a paper with its line, an entry with its reference.
  public var place: String
  /// What stands there.
  public var words: String
  /// Whether somebody entered it, so that it is in no paper.
  public var isEntered = false
}

extension Register {
  /// What people enter, with what each is called and the column that tells one from another.
  private static let entered: [(table: String, place: (words: String, column: String?))] = [
    ("entry", ("entered for", "reference")), ("addition", ("added as", "reference")),
    ("letter", ("letter", "code")), ("programmeEntry", ("work programme of", "body")),
    ("verdict", ("decided of", "reference")), ("takenBack", ("taken back", nil)),
    ("accepted", ("let hold", nil)), ("meetingDay", ("calendar of", "body")),
    ("setting", ("settings of", "name")), ("redaction", ("replaced name", nil)),
    ("withdrawal", ("withdrawn", nil)),
  ]

  /// Everything the register holds that has some words in it, for a request for information: every
  /// text, also those that were superseded or are exempt, and what people entered.
  ///
  /// Case, accents and marks make no difference; words that a line's end cuts are found too.
  public func disclose(_ words: String) throws -> [Disclosed] {
    let key = " \(MatchKey(words)) "
    guard key.contains(where: { $0 != " " }) else { return [] }
    func says(_ text: String) -> Bool { " \(MatchKey(text)) ".contains(key) }
    return try readAsKept { database in
      var found: [Disclosed] = []
      let papers = try GRDB.Row.fetchCursor(
        database, sql: "SELECT name, text, supersededBy FROM document ORDER BY id")
      while let row = try papers.next() {
        let name: String = row["name"]
        let former = row["supersededBy"] as Int64? == nil ? "" : " (a former text)"
        if says(name) { found.append(Disclosed(place: "\(name)\(former)", words: name)) }
        let source = SourceText(name: name, utf8: StoredText.plain(row["text"]))
        let lines = source.quote(LineRange(1, max(1, source.lineCount)))
        for (index, line) in lines.enumerated() {
          let place = "\(name):\(index + 1)\(former)"
          if says(line) {
            found.append(Disclosed(place: place, words: line))
          } else if index + 1 < lines.count, !says(lines[index + 1]),
            says(line + " " + lines[index + 1])
          {
            found.append(Disclosed(place: place, words: line + " " + lines[index + 1]))
          }
        }
      }
      for (table, place) in Self.entered {
        for row in try GRDB.Row.fetchAll(database, sql: "SELECT * FROM \(table)") {
          let said = row.filter { $0.0 != "id" && !$0.1.isNull }
            .map { "\($0.0): \(String.fromDatabaseValue($0.1) ?? "\($0.1)")" }
            .joined(separator: "; ")
          guard says(said) else { continue }
          let name: String? = place.column.flatMap { row[$0] }
          let place = [place.words, name].compactMap { $0 }.joined(separator: " ")
          found.append(Disclosed(place: place, words: said, isEntered: true))
        }
      }
      return found
    }
  }
}
