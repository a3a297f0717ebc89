import MattersBlocks
import MattersRecords
import MattersText

/// What an agenda's front page says below the word for the paper, and the lines it says it on.
struct AgendaFront {
  var body: String?
  var date: PlainDate?
  var time: String?
  var place: String?
  var type: MeetingType?
  var lines: LineRange

  /// A front that says nothing yet.
  init(lines: LineRange) { self.lines = lines }

  /// Reads from the word for the paper down to the first item.
  init(_ paper: Paper, from index: Int) {
    self.init(lines: paper.blocks[index].lines)
    var seen = 0
    var at: Int? = index
    // A label on a line of its own, its value below.
    var label: HeadField.Kind?
    while let current = at, seen < 14 {
      let block = paper.blocks[current]
      defer {
        at = paper.next(after: current)
        seen += 1
      }
      if current > index, date != nil, paper.says(block, "agenda") { break }
      // The first numbered heading is an item's.
      if current > index, block.kind == .heading, !block.label.isEmpty { break }
      if block.text.count <= 10, paper.starts(block, with: "item ") { break }
      if block.kind == .row {
        let fields = HeadField.of(row: block, in: paper)
        guard !fields.isEmpty else { break }
        for field in fields { take(field, at: block) }
        continue
      }
      if current > index, Self.isItem(block, in: paper) { break }
      let text = paper.text(block)
      if text.utf8.count > 300 { break }
      if let kind = label {
        label = nil
        if take(HeadField(kind, text), at: block) { continue }
      }
      label = HeadField.kind(of: text)
      if label != nil { continue }
      if let field = HeadField.of(text) {
        take(field, at: block)
      } else {
        take(text, block, isFirst: current == index, in: paper)
      }
    }
  }

  /// Whether a block is an item of the business: it has a number.
  private static func isItem(_ block: Block, in paper: Paper) -> Bool {
    if let label = paper.label(block) { return ItemNumber(label) != nil }
    let bytes = paper.clean.bytes
    guard bytes[block.text.lower].isDigit,
      let (_, next) = LabelScanner.scanBare(bytes, block.text.lower, block.text.upper)
    else { return false }
    let title = bytes.trimmed(ByteRange(next, block.text.upper))
    return StandardTitle.begins(title, in: bytes)
  }

  /// Takes a fact; whether it was what its label promises.
  @discardableResult
  private mutating func take(_ field: HeadField, at block: Block) -> Bool {
    guard field.isSaid else { return false }
    switch field.kind {
    case .body: body = HeadWording.body(field.value)
    case .date:
      date = DateReader.first(in: field.value) ?? date
      time = TimeReader.first(in: field.value) ?? time
    case .time: time = TimeReader.first(in: field.value) ?? time
    case .place: place = place ?? HeadWording.trimmed(field.value)
    }
    lines.last = max(lines.last, block.lines.last)
    return true
  }

  /// Takes what a line without a label says.
  private mutating func take(
    _ text: String, _ block: Block, isFirst: Bool, in paper: Paper
  ) {
    if let line = HeadLine(text), let name = line.body, body == nil,
      date == nil || line.date == nil,
      line.date != nil || line.time != nil
    {
      body = name
      (date, time, place) = (date ?? line.date, time ?? line.time, place ?? line.place)
      lines.last = max(lines.last, block.lines.last)
    } else if body == nil, BodyName.isBody(text), !BodyName.isCouncil(text),
      !HeadWording.isPlace(text)
    {
      body = HeadWording.bodyOfMeeting(text) ?? HeadWording.withoutDay(HeadWording.body(text))
      lines.last = max(lines.last, block.lines.last)
    } else if date == nil,
      paper.has(block, "held") || paper.has(block, "summoned") || paper.has(block, "invited")
        || paper.has(block, "take place"), !paper.starts(block, with: "to "),
      let found = DateReader.first(in: text)
    {
      date = found
      time = TimeReader.first(in: text)
      body = body ?? BodyName.inSentence(text, after: "meeting of ")
      lines.last = block.lines.last
    } else if date == nil, !isFirst, block.text.count <= 48,
      let found = DateReader.first(in: text), text.split(separator: " ").count <= 6
    {
      date = found
      lines.last = block.lines.last
    } else if time == nil, !isFirst, date != nil, block.text.count <= 40 {
      time = TimeReader.first(in: text)
    }
  }
}
