import MattersBlocks
import MattersRecords
import MattersText

/// Reads the committee's membership from the front of an agenda: offices, councillors, and those
/// who are neither, with what they represent on the lines below.
struct MembershipReader {
  private let paper: Paper
  private var capacity = Capacity.member
  private var last: Entry?

  /// A person whose role or office may go on in the lines that follow.
  private struct Entry {
    var person: Person
    var capacity: Capacity
    var lines: LineRange
    var blocks: Range<Int>
    var isUntitled: Bool
  }

  /// Reads the membership in the blocks of an agenda's front.
  static func read(
    _ blocks: Range<Int>, of paper: Paper, _ roll: inout AttendanceRoll, into sink: inout RecordSink
  ) {
    guard let heading = blocks.first(where: { isHeading(paper.blocks[$0], in: paper) }) else {
      return
    }
    var reader = MembershipReader(paper: paper)
    let (_, rest) = split(paper.text(paper.blocks[heading]))
    if !rest.isEmpty { _ = reader.take(rest, at: heading, &roll, into: &sink) }
    for index in (heading + 1)..<max(heading + 1, min(blocks.upperBound, heading + 60)) {
      let block = paper.blocks[index]
      if block.kind == .furniture { continue }
      if block.kind == .row {
        guard reader.takeRow(at: index, &roll, into: &sink) else { break }
      } else {
        guard block.text.count <= 600, !isEnd(block, in: paper),
          reader.take(paper.text(block), at: index, &roll, into: &sink)
        else { break }
      }
    }
    reader.close(&roll, into: &sink)
  }

  private init(paper: Paper) { self.paper = paper }

  // MARK: - Where it stands

  private static func isHeading(_ block: Block, in paper: Paper) -> Bool {
    guard block.kind == .paragraph || block.kind == .heading, block.text.count <= 600 else {
      return false
    }
    let (label, rest) = split(paper.text(block))
    let key = MatchKey(label).description
    return [
      "membership", "membership of the committee", "committee membership",
      "members of the committee",
      "committee members", "members", "the committee", "membership of the panel", "councillors",
      "members of the panel", "membership of the cabinet", "cabinet members",
    ].contains(key) && (rest.isEmpty || !PeopleList.read(rest).isEmpty)
  }

  private static func split(_ text: String) -> (String, String) {
    guard let colon = text.firstIndex(of: ":") else { return (text, "") }
    return (String(text[..<colon]), String(text[text.index(after: colon)...].drop { $0 == " " }))
  }

  private static func isEnd(_ block: Block, in paper: Paper) -> Bool {
    paper.says(block, "agenda") || paper.starts(block, with: "agenda ")
      || paper.starts(block, with: "quorum") || paper.starts(block, with: "notes")
  }

  // MARK: - Lines

  private mutating func takeRow(
    at index: Int, _ roll: inout AttendanceRoll, into sink: inout RecordSink
  ) -> Bool {
    var took = false
    for cell in paper.cells(paper.blocks[index]) where !cell.isEmpty {
      for paragraph in paper.paragraphs(cell) {
        let text = paper.text(paragraph)
        guard text.utf8.count <= 300 else { return took }
        if !take(text, at: index, &roll, into: &sink) {
          // What stands beside a name, in the same row, is what the person represents.
          guard took, let entry = last, entry.isUntitled, entry.person.role == nil,
            entry.blocks.lowerBound == index
          else { return took }
          last?.person.role = text
        }
        took = true
      }
    }
    return took
  }

  /// Takes one line; false where it is neither a person nor a person's role.
  private mutating func take(
    _ text: String, at index: Int, _ roll: inout AttendanceRoll, into sink: inout RecordSink
  ) -> Bool {
    let lines = paper.blocks[index].lines
    // "Vice- Councillor Birch" and, on the next line, "chairperson".
    if let entry = last, text.utf8.count <= 20, isRestOfOffice(text),
      entry.person.office == .viceChair
    {
      extend(to: index)
      return true
    }
    if let own = heading(text) {
      close(&roll, into: &sink)
      capacity = own
      return true
    }
    let (office, words) = Self.office(text)
    let people = PeopleList.read(words)
    if let first = people.first, people.contains(where: { $0.title != nil }) || office != nil {
      close(&roll, into: &sink)
      for var person in people {
        if person.name == first.name, let office { person.office = office }
        let own: Capacity =
          person.title == nil && capacity == .member && office == nil && person.office == nil
          ? .coOptee : capacity
        queue(person, own, lines, index, &roll, into: &sink)
      }
      return true
    }
    if PostWords.isName(words), text != text.uppercased(), let person = people.first {
      close(&roll, into: &sink)
      queue(person, capacity == .member ? .coOptee : capacity, lines, index, &roll, into: &sink)
      return true
    }
    if let person = people.first, person.title == nil, person.role != nil {
      close(&roll, into: &sink)
      queue(person, capacity == .member ? .coOptee : capacity, lines, index, &roll, into: &sink)
      return true
    }
    return takeRole(text, at: index)
  }

  /// What an untitled person represents, on one or more lines below the name.
  private mutating func takeRole(_ text: String, at index: Int) -> Bool {
    guard let entry = last, entry.isUntitled, text.utf8.count <= 160 else { return false }
    let isNextLine = paper.blocks[index].lines.first == entry.lines.last + 1
    if let role = entry.person.role {
      guard isNextLine || text.first?.isLowercase == true else { return false }
      last?.person.role = "\(role) \(text)"
    } else {
      guard PostWords.isPost(text) || MatchKey.words(text).contains("representing"),
        !text.hasSuffix(".")
      else { return false }
      last?.person.role = text
    }
    extend(to: index)
    return true
  }

  private mutating func extend(to index: Int) {
    guard let entry = last else { return }
    last?.lines = entry.lines.union(paper.blocks[index].lines)
    last?.blocks = entry.blocks.lowerBound..<index + 1
  }

  private func isRestOfOffice(_ text: String) -> Bool {
    ["chairperson", "chair", "chairman", "chairwoman"].contains(MatchKey(text).description)
  }

  /// A line that only says what those below it are.
  private func heading(_ text: String) -> Capacity? {
    let words = MatchKey.words(text)
    guard (1...5).contains(words.count) else { return nil }
    switch words.joined(separator: " ") {
    case "co optees", "co opted members", "co opted", "coopted members", "statutory co optees",
      "voting co optees", "non voting co optees", "co opted representatives", "co opted member",
      "education co optees", "church representatives":
      return .coOptee
    case "substitutes", "substitute members", "named substitutes", "substitute", "reserves":
      return .substitute
    case "councillors", "members", "committee members", "voting members", "membership":
      return .member
    default: return nil
    }
  }

  /// An office printed before a name, and the words after it.
  private static func office(_ text: String) -> (PostWords.Office?, String) {
    let words = text.split(separator: " ")
    for count in [2, 1] where words.count > count {
      let lead = words[..<count].joined(separator: " ")
      let key = MatchKey(lead).description
      if let office = PostWords.office(lead) ?? (key == "vice" ? .viceChair : nil) {
        return (
          office,
          words[count...].drop { $0 == ":" || $0 == "-" || $0 == "–" }.joined(separator: " ")
        )
      }
    }
    return (nil, text)
  }

  // MARK: - Records

  private mutating func queue(
    _ person: Person, _ capacity: Capacity, _ lines: LineRange, _ index: Int,
    _ roll: inout AttendanceRoll, into sink: inout RecordSink
  ) {
    close(&roll, into: &sink)
    last = Entry(
      person: person, capacity: capacity, lines: lines, blocks: index..<index + 1,
      isUntitled: person.title == nil)
  }

  private mutating func close(_ roll: inout AttendanceRoll, into sink: inout RecordSink) {
    guard let entry = last else { return }
    last = nil
    let isGuess = entry.isUntitled && entry.capacity == .coOptee && capacity != .coOptee
    roll.add(
      entry.person, .membership, as: entry.capacity, lines: entry.lines, blocks: entry.blocks,
      doubt: isGuess ? "a member who is printed without a councillor's title" : nil, into: &sink)
  }
}
