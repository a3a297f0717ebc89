import MattersText

/// A table that was pasted with one cell a line or a paragraph, its headings first: what stands in
/// every row at the same place looks alike, so that the rows are known by that.
///
/// ``ListedTable`` knows rows by what they begin with, and so one that lost an empty cell too; here
/// no cell is missing, and a row may begin with anything.
struct PeriodicTable {
  /// The rows, the headings first: the cells of each, and their lines.
  private(set) var rows: [(cells: [ByteRange], lines: LineRange)] = []

  /// Whether every cell looks as those above it, and nothing stands behind the last row.
  private(set) var isExact = false

  private let source: SourceText
  private let isApart: Bool

  private static let widths = 3...12
  private static let longestHeading = 44
  /// How many cells are looked at.
  private static let most = 1200
  private static let leastRows = 2

  /// How a cell looks.
  private enum Look { case day, number, short, long }

  /// A word of a heading that says how the cells below it look.
  private static let days: SignSet = [
    "date", "due", "deadline", "raised", "timescale", "timeline", "opened", "entered", "added",
    "completed by", "back by", "by when",
  ]
  private static let sentences: SignSet = [
    "action", "recommendation", "request", "update", "response", "comment", "progress",
    "description", "detail", "position", "resolution", "outcome", "enquiry", "query", "notes",
    "narrative", "remark", "question", "motion", "directive", "finding", "decision", "result",
    "follow", "what was", "answer", "reply",
  ]
  private static let briefs: SignSet = [
    "status", "rag", "owner", "lead", "officer", "ref", "no.", "number", "whom", "who", "item",
    "responsib", "subject", "topic", "title", "complete", "closed", "service", "department",
    "directorate", "theme", "area", "meeting", "minute", "matter", "issue", "report", "heading",
    "stage", "state", "colour", "traffic", "rating", "person", "assigned", "accountable", "when",
    "origin", "workstream", "agreed", "done", "actionee", "priority", "type", "category",
  ]

  init?(_ source: SourceText, at number: Int, tries: inout Int) {
    guard tries > 0, number + 8 <= source.lineCount else { return nil }
    self.source = source
    let bytes = source.bytes
    let opening = bytes.trimmed(source.line(number))
    guard Self.isHeading(bytes, opening), Self.tells(bytes, opening) else { return nil }
    isApart = bytes.trimmed(source.line(number + 1)).isEmpty
    // Most short lines are followed by none that can be a heading too.
    let first = tokens(from: number, most: Self.widths.upperBound)
      .prefix { Self.isHeading(bytes, $0.words) }
    let headings = first.count
    guard headings >= Self.widths.lowerBound,
      first.count(where: { Self.tells(bytes, $0.words) }) >= Self.widths.lowerBound
    else { return nil }
    tries -= 1
    let cells = tokens(from: number, most: Self.most)
    var best: (width: Int, count: Int, misfits: Int, isPlain: Bool)?
    for width in Self.widths where width <= headings {
      guard let found = fit(cells, width) else { continue }
      if best.map({ (found.misfits, -width) < ($0.misfits, -$0.width) }) ?? true {
        best = (width, found.count, found.misfits, found.isPlain)
      }
    }
    guard let best else { return nil }
    // One line later the columns may fit their headings better: a title stands above those.
    if let next = fit(Array(cells.dropFirst()), best.width), next.misfits < best.misfits {
      return nil
    }
    isExact = best.misfits == 0 && best.isPlain && (best.count + 1) * best.width == cells.count
    for row in 0...best.count {
      let own = cells[(row * best.width)..<((row + 1) * best.width)]
      guard let first = own.first, let last = own.last else { continue }
      rows.append((own.map(\.words), LineRange(first.lines.first, last.lines.last)))
    }
    tries += 1
  }

  // MARK: - Cells

  private func tokens(from number: Int, most: Int) -> [(words: ByteRange, lines: LineRange)] {
    var found: [(words: ByteRange, lines: LineRange)] = []
    var at = number
    while at <= source.lineCount, found.count < most {
      let line = source.bytes.trimmed(source.line(at))
      if line.isEmpty {
        // Cells that follow line on line end with a blank one.
        if !isApart { break }
        at += 1
        continue
      }
      // Other forms of table are not of this one.
      if source.bytes[line.lower..<line.upper].contains(where: { $0 == 0x09 || $0 == 0x7C }) {
        break
      }
      var last = at
      if isApart {
        while last < source.lineCount, !source.bytes.trimmed(source.line(last + 1)).isEmpty {
          last += 1
        }
      }
      let end = source.bytes.trimmed(source.line(last)).upper
      found.append((ByteRange(line.lower, end), LineRange(at, last)))
      at = last + 1
    }
    return found
  }

  private static func isHeading(_ bytes: [UInt8], _ words: ByteRange) -> Bool {
    guard
      (2...longestHeading).contains(words.count) || words.count == 1 && bytes[words.lower] == 0x23
    else { return false }
    let (first, last) = (bytes[words.lower], bytes[words.upper - 1])
    return (first.isUpper || first == 0x23) && last != 0x3B && last != 0x3A && last != 0x2C
      && (last != 0x2E || words.count <= 5)
      && !bytes[words.lower..<words.upper].contains { $0.isDigit || $0 == 0x0A }
  }

  private static func tells(_ bytes: [UInt8], _ words: ByteRange) -> Bool {
    days.isIn(bytes, words) || sentences.isIn(bytes, words) || briefs.isIn(bytes, words)
      || words.count <= 3
  }

  // MARK: - Rows

  /// How many rows of a width stand below the headings, and how many columns do not fit theirs.
  private func fit(
    _ cells: [(words: ByteRange, lines: LineRange)], _ width: Int
  ) -> (count: Int, misfits: Int, isPlain: Bool)? {
    let bytes = source.bytes
    guard cells.count >= width * (Self.leastRows + 1) else { return nil }
    let told = cells.prefix(width).count { Self.tells(bytes, $0.words) }
    guard told * 4 >= width * 3, told >= 3 else { return nil }
    var looks: [[Look]] = []
    for row in 1..<(cells.count / width) {
      looks.append(cells[(row * width)..<((row + 1) * width)].map { look($0.words) })
    }
    // The lines of a paper's head are labels all the way down: `Classification`, `Open`, `Wards`.
    let data = cells[width..<min(cells.count, width * 4)]
    let labels = data.count { Self.isHeading(bytes, $0.words) && Self.tells(bytes, $0.words) }
    guard labels * 4 <= data.count,
      !data.contains(where: { bytes[$0.words.upper - 1] == 0x3A && $0.words.count <= 40 })
    else { return nil }
    // A column is what its first rows are.
    let first = looks.prefix(3)
    let kinds = (0..<width).map { column in Self.usual(first.map { $0[column] }) }
    var (count, misplaced) = (0, 0)
    for row in looks {
      let strange = zip(row, kinds).count { !Self.agree($0, $1) }
      guard strange * 4 <= width else { break }
      misplaced += strange
      count += 1
    }
    guard count >= Self.leastRows, kinds.contains(.long),
      kinds.contains(where: { $0 != .long })
    else { return nil }
    // Where more follows than the rows, only a day or a number in each proves them.
    if (count + 1) * width < cells.count,
      count < 3 || !kinds.contains(.day) && !kinds.contains(.number)
    {
      return nil
    }
    // A heading over the next column is no cell of the first row.
    let next = cells[width].words
    var misfits = Self.isHeading(bytes, next) && Self.tells(bytes, next) ? 1 : 0
    for (column, kind) in kinds.enumerated() {
      let heading = cells[column].words
      if Self.days.isIn(bytes, heading) {
        if kind != .day { misfits += 1 }
      } else if kind == .day, !Self.briefs.isIn(bytes, heading) {
        misfits += 1
      } else if Self.sentences.isIn(bytes, heading), !Self.briefs.isIn(bytes, heading) {
        if kind == .number { misfits += 1 }
        if kind == .short { misfits += 1 }
      } else if Self.briefs.isIn(bytes, heading), !Self.sentences.isIn(bytes, heading),
        kind == .long
      {
        misfits += 1
      }
    }
    return misfits * 3 <= width ? (count, misfits, misplaced == 0) : nil
  }

  private static func usual(_ looks: [Look]) -> Look {
    for kind in [Look.day, .number, .long, .short]
    where looks.count(where: { $0 == kind }) * 2 > looks.count {
      return kind
    }
    return looks.contains(.long) ? .long : .short
  }

  private static func agree(_ look: Look, _ kind: Look) -> Bool {
    switch (look, kind) {
    case (.day, .day), (.number, .number), (.short, .short), (.long, .long): true
    // An answer may be one word, and a status a sentence.
    case (.short, .long), (.long, .short), (.number, .short), (.short, .number): true
    case (.short, .day): true
    default: false
    }
  }

  private func look(_ words: ByteRange) -> Look {
    let bytes = source.bytes
    let text = bytes[words.lower..<words.upper]
    if text.contains(where: \.isDigit) {
      if words.count <= 24,
        DateReader.next(in: bytes, from: words.lower, before: words.upper) != nil
      {
        return .day
      }
      if words.count <= 14, text.count(where: \.isSpace) <= 1 { return .number }
    }
    let blanks = text.count(where: \.isSpace)
    return blanks >= 4 || words.count > 48 ? .long : .short
  }
}

extension TextReader {
  /// Reads a table that was pasted cell by cell; returns the line after it.
  mutating func readTable(_ pasted: PeriodicTable) -> Int {
    builder.endTable()
    var next = 0
    for row in pasted.rows {
      builder.sawGap = false
      addRow(row.cells, lines: row.lines)
      next = row.lines.last + 1
    }
    builder.endTable()
    return next
  }
}
