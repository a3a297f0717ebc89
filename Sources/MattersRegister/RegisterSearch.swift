import Foundation
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
          SELECT document.id, document.name, passage.rowid AS passage, passage.firstLine,
            passage.lastLine,
            snippet(passage, 0, char(2), char(3), '…', 32) AS excerpt
          FROM passage JOIN document ON document.id = passage.documentId
          WHERE passage MATCH ? AND document.supersededBy IS NULL
            \(audience == .everyone ? "AND NOT \(withheld)" : "")
          ORDER BY passage.rank, document.name, passage.firstLine LIMIT ?
          """,
        arguments: [query, most])
      let mask = shownNames.mask
      return try rows.compactMap { row -> SearchHit? in
        guard let excerpt = try Self.excerpt(row, words, mask, database) else { return nil }
        let lines = LineRange(row["firstLine"], row["lastLine"])
        let records = try GRDB.Row.fetchAll(
          database,
          sql: """
            SELECT kind, localId FROM record
            WHERE documentId = ? AND firstLine <= ? AND lastLine >= ? ORDER BY firstLine, id
            """,
          arguments: [row["id"] as Int64, lines.last, lines.first])
        return SearchHit(
          document: row["name"], paper: row["id"], lines: lines, excerpt: excerpt,
          records: records.compactMap { record in
            RecordKind(rawValue: record["kind"]).map { ($0, RecordID(record["localId"])) }
          })
      }
    }
  }

  /// A passage cut to the words found, without names that are not shown.
  ///
  /// The index knows them: a passage that was found by a name alone is not told of.
  private static func excerpt(
    _ row: GRDB.Row, _ words: String, _ mask: NameMask, _ database: Database
  ) throws -> String? {
    let plain: String = row["excerpt"]
    guard !mask.isEmpty,
      let whole = try String.fetchOne(
        database, sql: "SELECT words FROM passage WHERE rowid = ?",
        arguments: [row["passage"] as Int64]),
      let text = try Data.fetchOne(
        database, sql: "SELECT text FROM document WHERE id = ?", arguments: [row["id"] as Int64])
    else { return plain }
    var shown = mask.masked(whole, in: row["id"])
    let source = SourceText(name: "", utf8: StoredText.plain(text))
    let lines = LineRange(row["firstLine"], min(row["lastLine"], source.lineCount))
    let said = source.quote(lines).joined(separator: " ")
    // A name may begin in the passage before: the paper's own lines know it whole.
    if !said.contains("<"), keys(said) != keys(whole) { shown = said }
    if shown == whole { return plain }
    let found = phrases(words).map(keys)
    let bytes = Array(shown.utf8)
    let scan = Array(WordScan(bytes))
    let keys = scan.map(\.key)
    var marked: Set<Int> = []
    for phrase in found where !phrase.isEmpty {
      guard phrase.count <= keys.count else { return nil }
      let places = (0...(keys.count - phrase.count)).filter {
        keys[$0..<($0 + phrase.count)].elementsEqual(phrase)
      }
      if places.isEmpty { return nil }
      for place in places { marked.formUnion(place..<(place + phrase.count)) }
    }
    let first = max(0, (marked.min() ?? 0) - 8)
    let last = min(scan.count, first + 32)
    guard first < last else { return nil }
    var out = first > 0 ? "…" : ""
    // A bracket or quotation mark before the first word belongs to it.
    var at = first > 0 ? scan[first - 1].end : 0
    while at < scan[first].start, bytes[at] == 0x20 { at += 1 }
    for index in first..<last {
      let word = scan[index]
      out += String(decoding: bytes[at..<word.start], as: UTF8.self)
      let text = String(decoding: bytes[word.start..<word.end], as: UTF8.self)
      out += marked.contains(index) ? "\(SearchHit.open)\(text)\(SearchHit.close)" : text
      at = word.end
    }
    return out + (last < scan.count ? "…" : String(decoding: bytes[at...], as: UTF8.self))
  }

  private static func keys(_ words: String) -> [UInt64] { WordScan(Array(words.utf8)).map(\.key) }

  /// The words as the index's own quoted strings, so that nothing in them is an operator.
  static func query(_ words: String) -> String {
    phrases(words).map { "\"\($0)\"" }.joined(separator: " ")
  }

  /// What has to stand in a passage: each word by itself, or what stood between quotation marks.
  private static func phrases(_ words: String) -> [String] {
    // The index reads a query no further than to a zero byte.
    words.replacing("\0", with: " ").split(separator: "\"", omittingEmptySubsequences: false)
      .enumerated()
      .flatMap { index, piece in
        // Every other piece stood between quotation marks.
        index.isMultiple(of: 2) ? piece.split(whereSeparator: \.isWhitespace) : [piece]
      }
      .filter { $0.contains { $0.isLetter || $0.isNumber } }
      .map(String.init)
  }
}
