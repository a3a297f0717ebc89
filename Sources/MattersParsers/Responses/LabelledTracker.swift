import MattersBlocks
import MattersRecords
import MattersText

/// A tracker that is a list and no table: for each request or action some lines with a label,
/// `Request: ...`, `Officer: ...`, `Response: ...`, `Status: ...`.
struct LabelledTracker {
  /// One request or action: the labels as printed, what they mean, and the words behind them.
  private struct Entry {
    var header: [String] = []
    var cells: [String] = []
    var columns: [TrackerColumn: Int] = [:]
    var lines: LineRange
    var blocks: [Int]
    /// Whether it begins with a recommendation's own name, as a response to one does too.
    var isNamed = false
    /// What the line above says, where a title tells what such lines are and no label does.
    var headed: (kind: TrackerColumn, words: String)?
    /// What the line that names it says that its first line without a label is.
    var named: TrackerColumn?
    /// Whether its parts are the points of a list, as on a card.
    var isListed = false
    /// Whether a part says what was made of it, and nothing else.
    var isDecided = false

    mutating func add(_ column: TrackerColumn, _ label: String, _ words: String) {
      columns[column] = cells.count
      addUnknown(label, words)
    }

    /// Keeps a part whose label says nothing that is known.
    mutating func addUnknown(_ label: String, _ words: String) {
      header.append(label)
      cells.append(words)
    }
  }

  private let paper: Paper
  private var entries: [Entry] = []
  private var current: Entry?
  /// The part that a line without a label goes on with.
  private var open: Int?
  /// The line just above, where it may name what comes next.
  private var head: Int?
  /// The line above that one, where it names a card and the nearer one says what is asked.
  private var title: Int?
  private let stretch: Range<Int>

  /// Reads a stretch of a document and claims what it reads.
  static func read(_ stretch: Range<Int>, of paper: Paper, into sink: inout RecordSink) {
    var reader = LabelledTracker(paper: paper, stretch: stretch)
    for index in stretch where paper.blocks[index].kind != .furniture {
      if sink.isClaimed[index] { reader.finish() } else { reader.take(index) }
    }
    reader.finish()
    let tables = CardTable.find(stretch, of: paper, sink)
    let cards = tables.map(\.rows.count).reduce(0, +)
    let told = reader.entries.map(\.columns.count).max() ?? 0
    // Of the two ways to read them, the one that knows more.
    if cards > reader.entries.count
      || cards == reader.entries.count && tables.contains(where: { $0.columns.count > told })
    {
      for table in tables { CardTable.read(table, of: paper, into: &sink) }
      return
    }
    // One such block may be anything; a tracker has several alike.
    guard reader.entries.count >= 2 else { return }
    for entry in reader.entries {
      guard let kind = TrackerTable.kind(entry.columns),
        let content = TrackerTable.entry(
          kind, cells: entry.cells, header: entry.header, entry.columns, nil, StatusKey(),
          sink.profile, body: sink.meeting.body)
      else { continue }
      sink.add(
        .trackerEntry(content),
        parts: [
          content.meetingDate ?? sink.meeting.date?.iso, content.reference,
          content.label ?? content.text.opening(words: 6),
        ],
        lines: entry.lines)
      for block in entry.blocks { sink.claim(block) }
    }
  }

  private init(paper: Paper, stretch: Range<Int>) { (self.paper, self.stretch) = (paper, stretch) }

  private mutating func take(_ index: Int) {
    let block = paper.blocks[index]
    if block.kind == .row, takeField(index) { return }
    guard block.kind == .paragraph || block.kind == .item || block.kind == .heading,
      block.text.count <= 3000
    else { return finish() }
    let part = LabelledPart.of(block, in: paper)
    // A long paragraph without a label is none of a card that has not begun, whatever it says.
    let text = part == nil && current == nil && block.text.count > 160 ? "" : paper.text(block)
    let (head, title) = (self.head, self.title)
    (self.head, self.title) = (nil, nil)
    if let (column, value) = part,
      value.isEmpty || paper.text(value) != text,
      let label = text.firstIndex(of: ":").map({ String(text[..<$0]) }) ?? labelAlone(text)
    {
      let isDue =
        column == .meeting && current?.isNamed == true && MatchKey(label).description == "date"
        && current?.columns[.responsible] ?? current?.columns[.leadOfficer] != nil
      take(isDue ? .due : column, label, value, of: index, under: (title, head))
    } else if let (label, words) = RecommendationLabel.named(block, in: paper),
      words.utf8.count >= 12,
      words.utf8.count <= 800
    {
      begin(at: index)
      current?.isNamed = true
      current?.add(.reference, "Reference", label)
      current?.add(.recommendation, "Recommendation", words)
    } else if let (day, title) = CardField.minute(text) {
      begin(at: index)
      current?.add(.meeting, "Minute", day)
      current?.add(.subject, "Subject", title)
    } else if let name = CardName.read(text) {
      begin(at: index)
      current?.add(.reference, "Reference", name.reference)
      if let origin = name.origin { current?.add(.meeting, "Meeting", origin) }
      current?.named = name.kind
    } else if let kind = current?.named, block.kind == .paragraph, open == nil,
      current?.columns[kind] == nil, current?.blocks.last.flatMap(paper.next(after:)) == index
    {
      current?.add(kind, kind.rawValue, text)
      hold(index)
    } else if let entry = current, open == nil || entry.isListed && block.kind == .item,
      let (label, words) = CardField.unknown(text)
    {
      takeUnknown(label, words)
      open = nil
      hold(index)
    } else if let cell = open, current != nil, block.kind != .heading,
      block.kind != .item || block.style.contains(.bullet), !namesNext(text, at: index)
    {
      goOn(cell, text)
      hold(index)
    } else {
      finish()
      if let head, paper.next(after: head) == index, block.kind == .paragraph,
        CardField.title(paper.text(paper.blocks[head])) != nil
      {
        self.title = head
        self.head = index
      } else if block.text.count <= 160 {
        self.head = index
      }
    }
  }

  /// Whether a line names the next card, as one like it named this: `PC-079` after `PC-077`.
  private func namesNext(_ text: String, at index: Int) -> Bool {
    guard let current, let reference = current.columns[.reference],
      let next = paper.next(after: index), paper.blocks[index].lines.first > 1
    else { return false }
    let shape = { (name: String) in name.map { $0.isNumber ? "0" : $0.isLetter ? "A" : $0 } }
    return shape(current.cells[reference]) == shape(text)
      && LabelledPart.of(paper.blocks[next], in: paper) != nil
  }

  /// A label without a colon on a line of its own, in a card that has begun; what stands below a label
  /// that still wants its words is those, whatever it says.
  private func labelAlone(_ text: String) -> String? {
    guard let current, !current.isListed, !current.isNamed,
      open.map({ !current.cells[$0].isEmpty }) ?? true
    else { return nil }
    return text
  }

  /// Takes a row that is a label with a colon and what stands beside it: a form's line, whose label
  /// may take more lines than one.
  private mutating func takeField(_ index: Int) -> Bool {
    let cells = paper.cells(paper.blocks[index]).filter { !$0.isEmpty }
    guard let first = cells.first, cells.count <= 2, first.count <= 90,
      paper.clean.bytes[first.upper - 1] == 0x3A
    else { return false }
    let label = String(paper.text(first).dropLast())
    let value = cells.count == 2 ? cells[1] : ByteRange(first.upper, first.upper)
    if RecommendationLabel.named(label + ":") != nil {
      begin(at: index)
      current?.isNamed = true
      current?.add(.reference, "Reference", label)
      current?.add(.recommendation, "Recommendation", paper.text(value))
      return true
    }
    guard current != nil else { return false }
    if var column = LabelledPart.column(label) {
      // "Date" below whoever is to act is when it is due.
      if column == .meeting, MatchKey(label).description == "date",
        current?.columns[.responsible] ?? current?.columns[.leadOfficer] != nil
      {
        column = .due
      }
      take(column, label, value, of: index, under: (nil, nil))
      open = nil
    } else {
      current?.addUnknown(label, paper.text(value))
      hold(index)
    }
    return true
  }

  private mutating func begin(at index: Int) {
    finish()
    current = Entry(lines: paper.blocks[index].lines, blocks: [index])
  }

  /// Takes a labelled part, and those that stand behind it on the same lines.
  private mutating func take(
    _ column: TrackerColumn, _ label: String, _ value: ByteRange, of index: Int,
    under above: (title: Int?, head: Int?)
  ) {
    if let entry = current, let held = entry.columns[column] {
      let former = MatchKey(entry.header[held])
      if former == MatchKey(label) {
        finish()
      } else if CardField.askers.contains(former.description) {
        // "From" says who asked where another label says who is to answer.
        current?.columns[column] = nil
      }
    }
    if let entry = current, entry.columns[column] != nil {
      if entry.header.contains(where: { MatchKey($0) == MatchKey(label) }) {
        finish()
      } else if entry.columns.count < 4 {
        finish()
      }
    }
    if current == nil { open(at: index, under: above) }
    guard current?.columns[column] == nil else {
      current?.addUnknown(label, paper.text(value))
      open = nil
      return hold(index)
    }
    let parts =
      value.isEmpty
      ? [] : LabelledPart.following(in: value, of: paper, anywhere: true, also: Self.parts)
    let first = ByteRange(value.lower, parts.first?.at ?? value.upper)
    let words = paper.text(paper.clean.bytes.trimmed(first))
    current?.add(column, label, words)
    if [.decision, .response, .status].contains(column), DecisionWording.isVerdict(words) {
      current?.isDecided = true
    }
    for part in parts where current?.columns[part.column] == nil {
      let name = paper.text(ByteRange(part.at, part.value.lower)).trimmingMarks
      current?.add(part.column, name, paper.text(part.value))
    }
    hold(index)
    let last = parts.last?.column ?? column
    open = last == .response || value.isEmpty ? current.map { $0.cells.count - 1 } : nil
  }

  /// What may stand behind another part in its paragraph.
  private static let parts: Set<TrackerColumn> = [
    .response, .decision, .rating, .updated, .meeting, .decidedOn, .decidedBy, .implementation,
    .request, .recommendation,
  ]

  /// Begins an entry at its first labelled part; the line just above may name it: `IR 14   Asked on
  /// 4 May 2023`, `3. Ponds (4 May 2023, minute 12)`.
  private mutating func open(at index: Int, under above: (title: Int?, head: Int?)) {
    current = Entry(lines: paper.blocks[index].lines, blocks: [])
    current?.isListed = paper.blocks[index].kind == .item
    guard let head = above.head, paper.next(after: head) == index else { return }
    if let title = above.title {
      guard let (reference, subject) = CardField.title(paper.text(paper.blocks[title])) else {
        return
      }
      let said = paper.text(paper.blocks[head])
      guard let kind = CardField.kind(above: title, from: stretch.lowerBound, in: paper) else {
        // "PPRC-077" over "Raised: 28 November 2023"
        guard DateReader.first(in: said) != nil, subject.isEmpty else { return }
        current?.lines = paper.blocks[title].lines.union(paper.blocks[head].lines)
        current?.blocks = [title, head]
        current?.add(.reference, "Reference", reference)
        current?.add(.meeting, "Meeting", said)
        return
      }
      current?.lines = paper.blocks[title].lines.union(paper.blocks[head].lines)
      current?.blocks = [title, head]
      current?.add(.reference, "Reference", reference)
      if !subject.isEmpty { current?.add(.subject, "Subject", subject) }
      current?.add(kind, kind.rawValue, paper.text(paper.blocks[head]))
      current?.isNamed = kind == .recommendation
      return
    }
    let block = paper.blocks[head]
    let text = paper.text(block)
    let first = text.split(separator: " ").first.map(String.init) ?? ""
    let label =
      paper.label(block) ?? RecommendationLabels.cited(text[...]).map(String.init)
      ?? (first.contains(where: \.isNumber) ? first : ItemNumber(text)?.printed)
    guard label?.contains(where: \.isNumber) ?? false || DateReader.first(in: text) != nil else {
      return
    }
    if block.kind == .item,
      let kind = CardField.kind(above: head, from: stretch.lowerBound, in: paper)
    {
      current?.headed = (kind, Self.beforeBrackets(text))
    }
    current?.lines = block.lines
    current?.blocks = [head]
    if let label { current?.add(.reference, "Reference", label.trimmingMarks) }
    if DateReader.first(in: text) != nil { current?.add(.meeting, "Meeting", text) }
  }

  /// Takes a part by what it says, where its label is not one that is known: a colour or a status.
  private mutating func takeUnknown(_ label: String, _ words: String) {
    guard var entry = current else { return }
    if entry.columns[.status] == nil, entry.columns[.rating] == nil {
      let folded = MatchKey.words(words)
      let rest = Rating.without(folded)
      if folded.count <= 8, let first = folded.first, Rating.isColour(first) {
        entry.columns[.rating] = entry.cells.count
        if folded.count > 1 { entry.columns[.status] = entry.cells.count }
      } else if rest.count <= 5, ResponseWording.stateOfStatus(words) != nil {
        entry.columns[.status] = entry.cells.count
      }
    }
    entry.addUnknown(label, words)
    current = entry
  }

  private mutating func goOn(_ cell: Int, _ words: String) {
    guard var entry = current else { return }
    entry.cells[cell] += entry.cells[cell].isEmpty ? words : " " + words
    current = entry
  }

  private mutating func hold(_ index: Int) {
    guard var entry = current else { return }
    entry.lines = entry.lines.union(paper.blocks[index].lines)
    entry.blocks.append(index)
    current = entry
  }

  /// The words before brackets that close a line: who asked, and when.
  private static func beforeBrackets(_ text: String) -> String {
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex else {
      return text
    }
    return String(text[..<open]).trimmingMarks
  }

  /// Whether an entry is a recommendation's, and what came back begins with what was made of it.
  private func decides(_ entry: Entry) -> Bool {
    TrackerTable.kind(entry.columns) == .recommendations
      && (entry.isDecided
        || [.decision, .response, .status].contains { column in
          entry.columns[column].map { DecisionWording.opening(entry.cells[$0]) != nil } ?? false
        })
  }

  /// The cell of a column that tells how far a thing has got; a verdict under `Status` tells no such
  /// thing.
  private func holds(_ column: TrackerColumn, _ entry: Entry) -> Int? {
    guard let cell = entry.columns[column] else { return nil }
    return column == .status && DecisionWording.isVerdict(entry.cells[cell]) ? nil : cell
  }

  /// Keeps what has what was asked, what came of it, and where it comes from.
  private mutating func finish() {
    defer { (current, open) = (nil, nil) }
    if let headed = current?.headed, let entry = current, TrackerTable.kind(entry.columns) == nil,
      headed.words.utf8.count >= 12
    {
      current?.add(headed.kind, headed.kind.rawValue, headed.words)
    }
    guard let entry = current, TrackerTable.kind(entry.columns) != nil,
      entry.columns[.response] ?? entry.columns[.status] != nil,
      entry.columns[.reference] ?? entry.columns[.meeting] ?? entry.columns[.responsible]
        ?? entry.columns[.leadOfficer] != nil,
      entry.columns.count >= 4
    else { return }
    // What becomes of a recommendation is kept in a tracker; what is answered is a response.
    let kept: [TrackerColumn] = [.status, .rating, .updated, .implementation, .outcome]
    if entry.isNamed || decides(entry), kept.allSatisfy({ holds($0, entry) == nil }) { return }
    entries.append(entry)
  }
}
