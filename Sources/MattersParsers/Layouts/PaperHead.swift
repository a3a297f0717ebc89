import MattersBlocks
import MattersRecords
import MattersText

/// The head of a paper whose title has none of the forms that layouts know: what its first lines
/// tell together of the meeting, whichever line tells it.
///
/// It is asked only where no layout has opened the paper. Every fact must be there, the body, the
/// day and what the paper is, and what stands below must be what such a paper holds.
struct PaperHead {
  var role: DocumentRole
  var body: String
  var date: PlainDate
  var council: String?
  var time: String?
  var place: String?
  var status: MinutesStatus?
  var type: MeetingType?
  var lines: LineRange
  /// The block below the head.
  var end: Int

  /// The most lines of a head; letters to members and lists of them stand in it too.
  private static let longest = 40

  init?(_ paper: Paper, _ blocks: Range<Int>) {
    var facts = Facts()
    var at = blocks.lowerBound
    var seen = 0
    var end = at
    reading: while at < blocks.upperBound, seen < Self.longest {
      let block = paper.blocks[at]
      defer { at += 1 }
      guard block.kind != .furniture else { continue }
      seen += 1
      switch facts.take(at, before: blocks.upperBound, in: paper) {
      case .stops: break reading
      case .refuses: return nil
      case .says(let last):
        facts.lines = facts.lines?.union(block.lines) ?? block.lines
        if last > at {
          facts.lines = facts.lines?.union(paper.blocks[last].lines)
          at = last
        }
        end = at + 1
      case .silent: break
      }
    }
    guard let date = facts.date, let body = facts.body ?? facts.council, let lines = facts.lines,
      let role = facts.role(below: end, blocks, in: paper)
    else { return nil }
    (self.role, self.body, self.date, self.lines, self.end) = (role, body, date, lines, end)
    council = facts.council
    (time, place, status, type) = (facts.time, facts.place, facts.status, facts.type)
    if let parts = BodyName.parted(body) {
      self.body = parts.body
      council = council ?? parts.council
    }
  }
}

extension PaperHead {
  /// The record of it.
  var meeting: Meeting {
    var meeting = Meeting()
    meeting.documentRole = role
    (meeting.council, meeting.body, meeting.date) = (council, body, date.iso)
    (meeting.time, meeting.place, meeting.status, meeting.type) = (time, place, status, type)
    return meeting
  }

  /// What a line of a head did.
  private enum Answer {
    /// Told something; the last block of what it told.
    case says(Int)
    case silent
    /// Stands below the head.
    case stops
    /// Is no meeting's paper's.
    case refuses
  }

  /// What was told so far.
  private struct Facts {
    var role: DocumentRole?
    var body: String?
    var council: String?
    var date: PlainDate?
    var time: String?
    var place: String?
    var status: MinutesStatus?
    var type: MeetingType?
    var lines: LineRange?
    /// Whether the day was told of the meeting: by a label, a sentence, or beside the paper's name.
    private var isDated = false
    /// Whether the body was named by a label or a sentence, or beside the paper's name.
    private var isNamed = false
    private var isMeeting = false
    private var hasPresence = false

    mutating func take(_ index: Int, before end: Int, in paper: Paper) -> Answer {
      let block = paper.blocks[index]
      if block.kind == .row { return takeRow(block, at: index, in: paper) }
      if refusals.contains(where: { paper.starts(block, with: $0) }) { return .refuses }
      if presences.contains(where: { paper.starts(block, with: $0) }) {
        hasPresence = true
        return .silent
      }
      if paper.has(block, " were present") { hasPresence = true }
      guard block.label.isEmpty || block.text.isEmpty else {
        guard let label = paper.label(block), ItemNumber(label, isPrefixed: true) != nil else {
          return .silent
        }
        return .stops
      }
      if HeadingNumber.leading(paper.clean.bytes, block.text).map({
        StandardTitle.begins(
          ByteRange($0.1, block.text.upper), in: paper.clean.bytes)
      }) == true {
        return .stops
      }
      guard block.text.count <= 500 else { return .silent }
      let text = paper.text(block)
      if let field = HeadField.of(text), field.isSaid {
        take(field)
        return .says(index)
      }
      if text.utf8.count <= 28, let kind = HeadField.kind(of: text),
        let next = paper.next(after: index), next < end, paper.blocks[next].kind == .paragraph
      {
        let field = HeadField(kind, paper.text(paper.blocks[next]))
        if field.isSaid {
          take(field)
          return .says(next)
        }
      }
      if orders.contains(where: { paper.says(block, $0) }) {
        role = role ?? .agenda
        return .says(index)
      }
      if !isNamed, body == nil, let name = HeadWording.addressed(text) {
        body = name
        return .says(index)
      }
      if let line = HeadLine(text) {
        // The first of the titles that every meeting has ends the head of a list without numbers.
        if line.role == nil, line.date == nil,
          StandardTitle.begins(block.text, in: paper.clean.bytes)
        {
          return isComplete ? .stops : .silent
        }
        take(line)
        return .says(index)
      }
      if takeSentence(text) { return .says(index) }
      if isComplete, StandardTitle.begins(block.text, in: paper.clean.bytes), text.utf8.count <= 80
      {
        return .stops
      }
      return .silent
    }

    private var isComplete: Bool { date != nil && (body ?? council) != nil }

    private mutating func takeRow(_ block: Block, at index: Int, in paper: Paper) -> Answer {
      let fields = HeadField.of(row: block, in: paper).filter(\.isSaid)
      if !fields.isEmpty {
        for field in fields { take(field) }
        return .says(index)
      }
      let cells = paper.cells(block).filter { !$0.isEmpty }
      // A row of labels over a row of what they promise.
      let labels = paper.cells(block).map { HeadField.kind(of: paper.text($0)) }
      if labels.contains(.date), labels.count(where: { $0 != nil }) >= 2,
        let next = paper.next(after: index), paper.blocks[next].kind == .row
      {
        for (kind, cell) in zip(labels, paper.cells(paper.blocks[next])) {
          guard let kind, !cell.isEmpty else { continue }
          let field = HeadField(kind, paper.text(cell))
          if field.isSaid { take(field) }
        }
        return .says(next)
      }
      if cells.count == 1, let line = HeadLine(paper.text(cells[0])) {
        take(line)
        return .says(index)
      }
      let isItems = cells.first.map { ItemNumber(paper.text($0)) != nil } ?? false
      return isItems || AgendaColumns(header: paper.cells(block).map { paper.text($0) }).isNamed
        ? .stops : .silent
    }

    private mutating func take(_ field: HeadField) {
      switch field.kind {
      case .body:
        body = HeadWording.body(field.value)
        isNamed = true
      case .date:
        if !isDated { date = DateReader.first(in: field.value) }
        isDated = true
        time = time ?? TimeReader.first(in: field.value)
      case .time: time = time ?? TimeReader.first(in: field.value)
      case .place: place = place ?? HeadWording.trimmed(field.value)
      }
    }

    private mutating func take(_ line: HeadLine) {
      let isTitle = line.role != nil || line.isOfMeeting
      if let found = line.body, body == nil || isTitle && !isNamed {
        body = found
        isNamed = isNamed || isTitle
      }
      if let found = line.date, date == nil || isTitle && !isDated {
        date = found
        isDated = isDated || isTitle
      }
      council = council ?? line.council
      if line.role == .minutes || role == nil { role = line.role ?? role }
      time = time ?? line.time
      place = place ?? line.place
      status = status ?? line.status
      type = type ?? line.type
      isMeeting = isMeeting || line.isOfMeeting
    }

    /// Takes a sentence that calls a meeting or tells of one.
    private mutating func takeSentence(_ text: String) -> Bool {
      let folded = text.lowercased()
      guard folded.contains("meeting") || folded.contains("minutes of ") else { return false }
      let isCall = calls.contains { folded.contains($0) }
      let isTold =
        folded.contains(" held ") || folded.contains(" met on ") || folded.contains(" met at ")
        || folded.contains(" took place ")
      guard isCall || isTold, let day = DateReader.first(in: text) else { return false }
      if !isDated { date = day }
      isDated = true
      if !isNamed, let name = HeadWording.bodyOfMeeting(text) ?? BodyName.within(text) {
        body = name
        isNamed = true
      }
      time = time ?? TimeReader.first(in: text)
      place = place ?? HeadWording.place(in: text)
      if isCall, role == nil { role = .agenda }
      if folded.contains("minutes of the ") { role = .minutes }
      isMeeting = true
      return true
    }

    /// What the paper is: by its own word, or by what stands below its head.
    func role(below end: Int, _ blocks: Range<Int>, in paper: Paper) -> DocumentRole? {
      let held = Held(end..<blocks.upperBound, in: paper)
      switch role {
      case .minutes:
        return hasPresence || held.hasPresence || held.decided > 0 || held.titles >= 2
          ? .minutes : nil
      case .agenda:
        return held.titles >= 2 || held.numbered >= 3 ? .agenda : nil
      case nil:
        guard isMeeting || isNamed || isDated else { return nil }
        if hasPresence || held.hasPresence, held.decided > 0 || held.titles >= 2 {
          return .minutes
        }
        return held.decided == 0 && held.titles >= 3 && held.numbered >= 4 ? .agenda : nil
      }
    }
  }

  /// What stands below a head: titles that every meeting has, numbers, who came, what was decided.
  private struct Held {
    var titles = 0
    var numbered = 0
    var decided = 0
    var hasPresence = false

    init(_ blocks: Range<Int>, in paper: Paper) {
      let bytes = paper.clean.bytes
      for block in paper.blocks[blocks].prefix(80) where block.kind != .furniture {
        var title = block.text
        var label = paper.label(block)
        if block.kind == .row {
          let cells = paper.cells(block).filter { !$0.isEmpty }.prefix(3)
          guard
            let found = cells.first(where: { StandardTitle.begins($0, in: bytes) }) ?? cells.last
          else { continue }
          title = found
          label = cells.first.map { paper.text($0) }
        }
        if presences.contains(where: { bytes.matches($0, at: title.lower, before: title.upper) }) {
          hasPresence = true
        }
        if label == nil, let (_, next) = HeadingNumber.leading(bytes, title) {
          numbered += 1
          title = ByteRange(next, title.upper)
        } else if let label, ItemNumber(label, isPrefixed: true) != nil {
          numbered += 1
        }
        if StandardTitle.begins(title, in: bytes) { titles += 1 }
        if OperativeSentence.mayDecide(bytes, title),
          decisions.contains(where: { bytes.contains($0, in: title) })
        {
          decided += 1
        }
      }
    }
  }
}

/// What a line begins with that tells who came.
private let presences: [StaticString] = [
  "present", "in the chair", "members present", "attendance", "in attendance", "attendees",
  "attending", "attended", "those present", "those attending", "sederunt", "councillors present",
  "members in attendance", "roll call", "call to order", "apologies received", "panel members",
  "board members present", "i l\u{E1}thair", "yn bresennol", "also present",
]

/// What a line begins with that no meeting's paper has in its head.
private let refusals: [StaticString] = [
  "report of ", "report to ", "report by ", "report title", "report author", "title of report",
  "purpose of report", "purpose of the report", "executive summary", "decision maker",
  "terms of reference", "forward plan", "key decision", "calendar of meetings", "action log",
  "work programme", "question from ", "standing orders", "response to ",
]

/// What a sentence says of a meeting that is yet to come.
private let calls = [
  " be held", " take place", " takes place", "summoned", "invited to", "requested to attend",
  " is called", " is convened", "will meet ", " be convened", "attendance is requested",
  "next meeting of ", "invited to attend", "will be a meeting",
]

/// Words of what a meeting decided.
private let decisions: [StaticString] = [
  "resolved", "agreed", "carried", "moved", "decided", "it was noted", "approved", "seconded",
]

/// What stands alone over a list of business without the word for an agenda.
private let orders: [StaticString] = [
  "order of business", "order paper", "items of business", "agenda items", "order of the day",
  "business", "business to be transacted", "list of business", "items for discussion",
  "the business to be transacted is as follows", "items",
]
