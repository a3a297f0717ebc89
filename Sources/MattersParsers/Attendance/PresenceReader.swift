import MattersBlocks
import MattersRecords
import MattersText

/// Reads who was there from the head of minutes: a table of labels and lists, lines of the form
/// `Present: ...`, or a label alone with the names below it.
struct PresenceReader {
  private let paper: Paper
  private var label: PresenceLabel?

  /// Reads the blocks between the title of minutes and their first numbered heading.
  static func read(
    _ blocks: Range<Int>, of paper: Paper, _ roll: inout AttendanceRoll, into sink: inout RecordSink
  ) {
    var reader = PresenceReader(paper: paper)
    for index in blocks.prefix(80) { reader.read(index, &roll, into: &sink) }
  }

  private init(paper: Paper) { self.paper = paper }

  private mutating func read(
    _ index: Int, _ roll: inout AttendanceRoll, into sink: inout RecordSink
  ) {
    let block = paper.blocks[index]
    switch block.kind {
    case .furniture: return
    case .row:
      let cells = paper.cells(block)
      guard let first = cells.first else { return }
      if !first.isEmpty {
        let words = paper.text(first)
        label = PresenceLabel(words)
        // A row of names under a label that stands on a row or a line of its own.
        if label == nil, let (own, rest) = PresenceLabel.split(words) {
          label = own
          list(rest, at: index, &roll, into: &sink)
        }
      }
      let lists = cells.dropFirst().filter { !$0.isEmpty }
      if lists.count == 2, let name = lists.first, let post = lists.last, isPost(post),
        !isPost(name)
      {
        // A column of names with a column of posts beside it.
        list("\(paper.text(name)), \(paper.text(post))", at: index, &roll, into: &sink)
        return
      }
      for cell in lists {
        for paragraph in paper.paragraphs(cell) {
          list(
            paper.text(paragraph), at: index, lines: paper.lines(of: paragraph), &roll, into: &sink)
        }
      }
    case .paragraph, .item, .heading:
      let text = paper.text(block)
      guard text.utf8.count <= 4000 else { return }
      if let (own, rest) = PresenceLabel.split(text) {
        label = own
        list(rest, at: index, &roll, into: &sink)
      } else if let own = PresenceLabel(text) {
        label = own
      } else if label == nil, let title = text.split(separator: " ").first,
        PeopleList.title(title)?.isPlural ?? false
      {
        // "Councillors Ash (Chairman), Birch and Cole", straight below the title.
        label = PresenceLabel("Present")
        list(text, at: index, &roll, into: &sink)
        label = nil
      } else if label != nil, !list(text, at: index, &roll, into: &sink) {
        label = nil
      }
    }
  }

  /// Whether a cell is one post and nothing else.
  private func isPost(_ cell: ByteRange) -> Bool {
    paper.paragraphs(cell).count == 1 && PostWords.isPost(paper.text(cell))
      && !PostWords.isName(paper.text(cell))
      && PeopleList.title(paper.text(cell).split(separator: " ").first ?? "") == nil
  }

  @discardableResult
  private func list(
    _ text: String, at index: Int, lines: LineRange? = nil, _ roll: inout AttendanceRoll,
    into sink: inout RecordSink
  ) -> Bool {
    guard let label, !text.isEmpty else { return false }
    let people = PeopleList.read(text)
    for person in people {
      var capacity = label.capacity
      // A councillor under "Officers" is there as a councillor, and "In attendance" says nothing.
      if capacity == .officer, person.title != nil { capacity = .guest }
      if capacity == nil {
        capacity =
          person.title == nil && person.role.map(PostWords.isPost) ?? false ? .officer : .guest
      }
      if capacity == .member, person.title == nil, person.role != nil { capacity = .coOptee }
      roll.add(
        person, label.presence, as: capacity, lines: lines ?? paper.blocks[index].lines,
        blocks: index..<index + 1, into: &sink)
    }
    return !people.isEmpty
  }
}
