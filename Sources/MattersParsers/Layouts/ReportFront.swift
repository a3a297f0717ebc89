import MattersBlocks
import MattersRecords
import MattersText

/// The front matter of a report: lines `Meeting: Cabinet`, rows `Report to | Cabinet`, or a heading
/// with its value below.
struct ReportFront {
  /// A thing that front matter says.
  enum Field: CaseIterable {
    case title, body, date, author, classification, decisionType, wards, purpose
  }

  /// The names that front matter gives to its fields, as folded words.
  static let names: [(field: Field, names: Set<String>)] = [
    (.title, ["title", "subject", "report title", "title of report", "subject of report"]),
    (.body, ["meeting", "report to", "committee", "decision maker", "meeting of", "to"]),
    (.date, ["meeting date", "date of meeting", "date", "date of decision"]),
    (
      .author,
      [
        "report by", "report of", "author", "report author", "lead officer", "report from",
        "lead director", "authors", "author of report", "report authors",
      ]
    ),
    (
      .classification,
      [
        "classification", "status of report", "public or exempt", "open or exempt",
        "confidentiality",
        "publication status",
      ]
    ),
    (
      .decisionType,
      ["decision type", "key decision", "is this a key decision", "type of decision"]
    ),
    (
      .wards,
      [
        "wards affected", "ward s affected", "ward affected", "wards", "ward s", "ward",
        "electoral divisions affected",
        "electoral division s affected", "divisions affected",
      ]
    ),
    (.purpose, ["purpose", "purpose of report", "purpose of the report"]),
  ]

  /// The field of each name; one that stands under two fields means the first.
  private static let fieldByName = KeyTable(
    names.flatMap { field, names in names.map { (key: $0, value: field) } })

  /// A line of front matter: what it is, and its value where that stands on the same line.
  struct Line {
    var field: Field
    var value: String?
    /// Whether its own words say that it is of a report.
    var saysReport: Bool
  }

  /// The line of front matter that a block is, if it is one.
  static func line(_ block: Block, in paper: Paper) -> Line? {
    if block.kind == .row {
      let cells = paper.cells(block).filter { !$0.isEmpty }
      guard cells.count == 2, cells[0].count <= 40,
        fieldByName.firstWords.mayBegin(paper.clean.bytes, cells[0])
      else { return nil }
      return line(named: paper.text(cells[0]), value: paper.text(cells[1]))
    }
    guard block.kind == .paragraph || block.kind == .heading else { return nil }
    // Most blocks are asked and few are of a front: the bytes say so before a word is copied.
    let bytes = paper.clean.bytes
    let (start, end) = (block.text.lower, block.text.upper)
    let name = ByteRange(start, min(end, start + longestName))
    guard fieldByName.firstWords.mayBegin(bytes, name) else { return nil }
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":"), in: name) else {
      // "REPORT TO PONDS COMMITTEE"
      if block.text.count <= 100, paper.starts(block, with: "report to ") {
        let body = String(paper.text(block).dropFirst("report to ".count))
        if BodyName.isBody(body) { return Line(field: .body, value: body, saysReport: true) }
      }
      guard block.text.count <= longestName else { return nil }
      return line(named: paper.text(block), value: nil)
    }
    guard fieldByName.firstWords.mayBegin(bytes, ByteRange(start, colon)) else { return nil }
    let value = bytes.trimmed(ByteRange(colon + 1, end))
    return line(
      named: paper.text(ByteRange(start, colon)), value: value.isEmpty ? nil : paper.text(value))
  }

  /// The most bytes of a field's name.
  private static let longestName = 40

  private static func line(named name: String, value: String?) -> Line? {
    let key = MatchKey(name).description
    guard let field = fieldByName[key] else { return nil }
    return Line(field: field, value: value, saysReport: key.contains("report"))
  }

  /// A line of front matter without a label: `Report of the Head of Ponds`, a body, a day.
  static func unlabelled(_ block: Block, in paper: Paper) -> (field: Field, value: String)? {
    guard block.kind == .paragraph || block.kind == .heading, block.text.count <= 160,
      !paper.ends(block, with: "."), !paper.ends(block, with: ":")
    else { return nil }
    let text = paper.text(block)
    for lead: StaticString in [
      "report of the ", "report by the ", "report of ", "report by ", "joint report of ",
    ]
    where paper.starts(block, with: lead) && block.text.count > lead.utf8CodeUnitCount + 4 {
      let value = paper.text(
        ByteRange(block.text.lower + lead.utf8CodeUnitCount, block.text.upper))
      return PostWords.isPost(value) || value.contains("Councillor") || value.contains("Cllr")
        ? (.author, value) : nil
    }
    if text.utf8.contains(where: \.isDigit), DateReader.whole(withoutDay(text)) != nil {
      return (.date, text)
    }
    guard text.utf8.count <= longestBody, BodyName.isBody(text), !BodyName.isCouncil(text),
      about.isDisjoint(with: MatchKey.words(text))
    else { return nil }
    // "Y Cabinet / Cabinet": a name in two languages.
    let last = text.split(separator: "/").last.map { String($0).trimmingMarks } ?? text
    return (.body, BodyName.isBody(last) ? last : text)
  }

  /// How many bytes a line that names a body has at most.
  private static let longestBody = 90

  /// Words of a title that names a body as well: "Response to the Ponds Task Group".
  private static let about: Set<String> = [
    "response", "report", "review", "update", "to", "on", "from", "by", "progress", "proposal",
    "is", "are", "was", "made", "strategy", "plan", "policy",
  ]

  private static func withoutDay(_ text: String) -> String {
    let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    guard let space = text.utf8.firstIndex(of: UInt8(ascii: " ")),
      days.contains(text[..<space].lowercased().filter(\.isLetter))
    else { return text }
    return text[space...].split(separator: " ").joined(separator: " ")
  }

  /// Whether a report begins at a block without labels on its front: a body and a day stand there,
  /// a title, and then whose report it is.
  static func beginsUnlabelled(at index: Int, in paper: Paper) -> Bool {
    // Of the few lines that a front without labels has, the first names a body, and nothing else.
    guard paper.blocks[index].text.count <= longestBody || !paper.blocks[index].cells.isEmpty,
      BodyName.mayBeBody(paper.clean.bytes, paper.blocks[index].text),
      mayNameAuthor(below: index, in: paper),
      let first = unlabelled(paper.blocks[index], in: paper), first.field == .body
    else { return false }
    var fields: Set<Field> = [.body]
    var titles = 0
    var at = paper.next(after: index)
    for _ in 0..<unlabelledLines {
      guard let current = at else { return false }
      let block = paper.blocks[current]
      guard block.kind == .paragraph || block.kind == .heading else { return false }
      if paper.says(block, "agenda") || paper.says(block, "minutes") || paper.has(block, "present")
      {
        return false
      }
      let labelled = line(block, in: paper)
      if let field = unlabelled(block, in: paper)?.field ?? labelled?.field {
        fields.insert(field)
        if field == .author { return fields.contains(.date) && (1...3).contains(titles) }
      } else if !BodyName.isCouncil(paper.text(block)) {
        titles += 1
      }
      at = paper.next(after: current)
    }
    return false
  }

  /// How far below the first line of a front without labels the author may stand.
  private static let unlabelledLines = 9

  /// Whether one of the lines below a body begins as one that says whose report it is.
  private static func mayNameAuthor(below index: Int, in paper: Paper) -> Bool {
    var at = paper.next(after: index)
    for _ in 0..<unlabelledLines {
      guard let current = at else { return false }
      if authors.mayBegin(paper.clean.bytes, paper.blocks[current].text) { return true }
      at = paper.next(after: current)
    }
    return false
  }

  /// How the lines begin that ``unlabelled(_:in:)`` and the labels know an author by.
  private static let authors = FirstWords(
    ["report", "joint"] + names.flatMap { $0.field == .author ? Array($0.names) : [] })

  /// Whether one of the lines of front matter from a block on gives the title.
  static func namesTitle(from index: Int, in paper: Paper) -> Bool {
    var at: Int? = index
    for _ in 0..<8 {
      guard let current = at else { return false }
      if line(paper.blocks[current], in: paper)?.field == .title { return true }
      at = paper.next(after: current)
    }
    return false
  }

  /// Whether a report's front matter begins at a block: its lines name a body and a day, and say of
  /// a report by whom or about what it is.
  static func begins(at index: Int, in paper: Paper) -> Bool {
    guard let first = line(paper.blocks[index], in: paper), first.value != nil else { return false }
    if let before = paper.previous(before: index), line(paper.blocks[before], in: paper) != nil {
      return false
    }
    var fields: Set<Field> = []
    var saysReport = false
    var at: Int? = index
    var misses = 0
    for _ in 0..<14 {
      guard let current = at, misses < 2 else { break }
      if let line = line(paper.blocks[current], in: paper) {
        // "To: Ponds Committee, 4 May 2023"
        if line.field == .body, DateReader.first(in: line.value ?? "") != nil {
          fields.insert(.date)
        }
        // The day must be one, so that "Date: to be confirmed" opens nothing.
        if line.field != .date || DateReader.first(in: line.value ?? "") != nil {
          fields.insert(line.field)
        }
        saysReport = saysReport || line.saysReport
        misses = 0
      } else {
        misses += 1
      }
      at = paper.next(after: current)
    }
    return saysReport && fields.contains(.body) && fields.contains(.date)
      && (fields.contains(.author) || fields.contains(.title))
  }
}
