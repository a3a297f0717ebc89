import GRDB
public import MattersRecords
public import MattersText

/// A passage that holds the words that were searched for.
public struct SearchHit: Sendable {
  /// The document's file name.
  public var document: String
  /// The document's number in the register.
  public var paper: Int64
  /// The passage's lines.
  public var lines: LineRange
  /// The passage cut to the words found, which stand between ``SearchHit/open`` and ``close``.
  public var excerpt: String
  /// The records that were read from those lines.
  public var records: [(kind: RecordKind, id: RecordID)]

  /// Stands before a word that was found.
  public static let open: Character = "\u{2}"
  /// Stands after a word that was found.
  public static let close: Character = "\u{3}"

  /// The excerpt with marks of one's own around the words found.
  public func excerpt(marked before: String, _ after: String) -> String {
    var out = ""
    for character in excerpt {
      switch character {
      case Self.open: out += before
      case Self.close: out += after
      default: out.append(character)
      }
    }
    return out
  }
}

extension Register {
  /// Finds passages that hold all of some words, best first; words between quotation marks must
  /// stand together.
  ///
  /// What is typed is only ever words: no operator of the search index is reached.
  public func search(
    _ words: String, most: Int = 50, for audience: Audience = .officers
  ) throws -> [SearchHit] {
    let withheld = Withheld.condition(
      document: "passage.documentId", first: "passage.firstLine", last: "passage.lastLine")
    let query = Self.query(words)
    guard !query.isEmpty else { return [] }
    return try read { database in
      let rows = try GRDB.Row.fetchAll(
        database,
        sql: """
          SELECT document.id, document.name, passage.firstLine, passage.lastLine,
            snippet(passage, 0, char(2), char(3), '…', 32) AS excerpt
          FROM passage JOIN document ON document.id = passage.documentId
          WHERE passage MATCH ? AND document.supersededBy IS NULL
            \(audience == .everyone ? "AND NOT \(withheld)" : "")
          ORDER BY passage.rank, document.name, passage.firstLine LIMIT ?
          """,
        arguments: [query, most])
      return try rows.map { row in
        let lines = LineRange(row["firstLine"], row["lastLine"])
        let records = try GRDB.Row.fetchAll(
          database,
          sql: """
            SELECT kind, localId FROM record
            WHERE documentId = ? AND firstLine <= ? AND lastLine >= ? ORDER BY firstLine, id
            """,
          arguments: [row["id"] as Int64, lines.last, lines.first])
        return SearchHit(
          document: row["name"], paper: row["id"], lines: lines, excerpt: row["excerpt"],
          records: records.compactMap { record in
            RecordKind(rawValue: record["kind"]).map { ($0, RecordID(record["localId"])) }
          })
      }
    }
  }

  /// The words as the index's own quoted strings, so that nothing in them is an operator.
  static func query(_ words: String) -> String {
    // The index reads a query no further than to a zero byte.
    words.replacing("\0", with: " ").split(separator: "\"", omittingEmptySubsequences: false)
      .enumerated()
      .flatMap { index, piece in
        // Every other piece stood between quotation marks.
        index.isMultiple(of: 2) ? piece.split(whereSeparator: \.isWhitespace) : [piece]
      }
      .filter { $0.contains { $0.isLetter || $0.isNumber } }
      .map { "\"\($0)\"" }
      .joined(separator: " ")
  }
}
