import MattersBlocks
import MattersRecords
import MattersText

/// An agenda: a front page with the body, date, time and place, then numbered items.
enum AgendaLayout: Layout {
  static let name = "agenda"
  static let summary = "Agenda front page (body, date, time, place) and its numbered items"

  // MARK: - Knowing one

  static func opening(at index: Int, in paper: Paper) -> Opening? {
    let block = paper.blocks[index]
    if block.kind == .item { return untitled(at: index, in: paper) }
    if block.kind == .row, index <= 2, isHeadless(at: index, in: paper) {
      return Opening(start: index, signs: 3)
    }
    if let sheet = factSheet(at: index, in: paper) { return sheet }
    guard block.kind == .paragraph || block.kind == .heading else { return nil }
    guard isFrontTitle(block, in: paper), !headsMinutes(index, in: paper),
      !isBelowPresent(index, in: paper)
    else { return nil }
    // The letter below the word: one agenda.
    if isSummons(block, in: paper), isWithinAgenda(index, in: paper) { return nil }
    if AgendaFront(paper, from: index).date == nil {
      guard !isWithinAgenda(index, in: paper) else { return nil }
      if let head = head(of: paper, from: index) {
        return Opening(start: min(index, head.start), signs: 3)
      }
      return isOverList(index, in: paper) ? Opening(start: index, signs: 3) : nil
    }
    var start = index
    while let before = paper.previous(before: start), index - before <= 8,
      isTitleLine(paper.blocks[before], in: paper)
    {
      start = before
    }
    return Opening(start: start, signs: 3)
  }

  /// An agenda that has no word over it: below a body's name and a day numbered titles follow each
  /// other, the first of them what every meeting begins with.
  private static func untitled(at index: Int, in paper: Paper) -> Opening? {
    let block = paper.blocks[index]
    if isHeadless(at: index, in: paper) { return Opening(start: index, signs: 3) }
    guard index <= 16, let label = paper.label(block), ItemNumber(label)?.printed == "1",
      block.text.count <= 120, isFirstTitle(block, in: paper)
    else { return nil }
    var numbered = 1
    var other = 0
    var at = index
    while numbered < 4, let next = paper.next(after: at) {
      let under = paper.blocks[next]
      if under.kind == .item, let label = paper.label(under), let number = ItemNumber(label),
        number.ordinal == numbered + 1, under.text.count <= 160
      {
        numbered += 1
      } else {
        other += 1
        guard other <= 2, !under.text.isEmpty, paper.starts(under, with: "to ") else { return nil }
      }
      at = next
    }
    guard numbered == 4,
      let first = paper.blocks.indices.first(where: {
        paper.blocks[$0].kind != .furniture
      })
    else { return nil }
    for before in first..<index {
      let above = paper.blocks[before]
      if paper.has(above, "minute") || paper.starts(above, with: "present")
        || paper.starts(above, with: "apologies") || paper.starts(above, with: "attendance")
        || paper.starts(above, with: "members present")
      {
        return nil
      }
    }
    let head = MeetingHead(paper, title: first, above: 0, below: 6, isMinutes: false)
    return head.date != nil && head.body != nil ? Opening(start: first, signs: 3) : nil
  }

  /// An agenda that has no word over it: facts with labels say on what day and where a body meets,
  /// and numbered titles follow that every meeting has.
  private static func factSheet(at index: Int, in paper: Paper) -> Opening? {
    guard index <= 24 else { return nil }
    let block = paper.blocks[index]
    let fields =
      block.kind == .row
      ? HeadField.of(row: block, in: paper)
      : block.text.count <= 200
        ? HeadField.of(paper.text(block)).map { [$0] } ?? [] : []
    guard fields.contains(where: { $0.kind == .date && $0.isSaid }) else { return nil }
    for above in paper.blocks[..<index] where above.kind != .furniture {
      if paper.has(above, "minute") || paper.starts(above, with: "present")
        || paper.starts(above, with: "members present") || isFrontTitle(above, in: paper)
      {
        return nil
      }
    }
    guard listsBusiness(below: index, in: paper) else { return nil }
    let head = MeetingHead(paper, title: index, above: 8, below: 6, isMinutes: false)
    return head.date != nil && head.body != nil ? Opening(start: head.start, signs: 3) : nil
  }

  /// Whether titles with numbers that count on stand below a line, some of them what every meeting
  /// has or all in a table that says so, and nothing of what was done.
  private static func listsBusiness(below index: Int, in paper: Paper) -> Bool {
    var last = 0
    var standard = 0
    for block in paper.blocks[(index + 1)...].prefix(60) where block.kind != .furniture {
      if paper.has(block, "resolved") || paper.starts(block, with: "present:")
        || paper.starts(block, with: "agreed") || paper.says(block, "minutes")
        || saysAgenda(block, in: paper)
      {
        return false
      }
      var label = paper.label(block)
      var title = block.text
      if block.kind == .row {
        let cells = Array(paper.cells(block))
        if AgendaColumns(header: cells.map { paper.text($0) }).isNamed { standard += 1 }
        guard cells.count >= 2 else { continue }
        (label, title) = (paper.text(cells[0]), cells[1])
      }
      guard let label, let number = ItemNumber(label), number.ordinal == last + 1,
        title.count <= 200
      else { continue }
      last = number.ordinal
      if StandardTitle.begins(title, in: paper.clean.bytes) { standard += 1 }
    }
    return last >= 4 && standard >= 2
  }

  /// Whether a paper begins with numbered titles and has nothing else: an agenda whose head was left
  /// on another page, `311. Police`, `312. Open forum`.
  private static func isHeadless(at index: Int, in paper: Paper) -> Bool {
    guard index <= 2, paper.previous(before: index) == nil else { return false }
    var last: ItemNumber?
    var numbered = 0
    var standard = 0
    var prose = 0
    var rest = 0
    for block in paper.blocks[index...].prefix(60) where block.kind != .furniture {
      let cells = block.kind == .row ? Array(paper.cells(block)) : []
      let title = cells.count == 2 ? cells[1] : block.text
      let label = cells.count == 2 ? paper.text(cells[0]) : paper.label(block)
      if block.kind == .item || cells.count == 2, let label, let number = ItemNumber(label),
        title.count <= 140
      {
        guard last.map({ number.ordinal == $0.ordinal + 1 }) ?? (number.ordinal > 1) else {
          return false
        }
        last = number
        numbered += 1
        if StandardTitle.begins(title, in: paper.clean.bytes) { standard += 1 }
        continue
      }
      rest += 1
      if block.text.count > 60, paper.ends(block, with: ".") { prose += 1 }
      if paper.has(block, " agreed") || paper.has(block, "resolved") { return false }
    }
    return numbered >= 6 && standard >= 3 && rest <= 2 * numbered && prose * 3 <= numbered
  }

  /// Whether the word stands over a list, on a page whose title has the day of the meeting.
  private static func isOverList(_ index: Int, in paper: Paper) -> Bool {
    guard index <= 40, paper.says(paper.blocks[index], "agenda"), FrontMatter(paper)?.date != nil
    else { return false }
    var at = index
    var points = 0
    for _ in 0..<5 {
      guard let next = paper.next(after: at) else { break }
      if paper.blocks[next].kind == .item { points += 1 } else if points > 0 { break }
      at = next
    }
    return points >= 3
  }

  private static func isFirstTitle(_ block: Block, in paper: Paper) -> Bool {
    let words: [StaticString] = [
      "apologies", "welcome", "to receive apologies", "sederunt", "call to order", "introduction",
      "chair", "attendance",
    ]
    return words.contains { paper.starts(block, with: $0) }
  }

  /// "Business" below those who came: minutes have the word over their items too.
  private static func isBelowPresent(_ index: Int, in paper: Paper) -> Bool {
    guard paper.says(paper.blocks[index], "business") else { return false }
    return paper.blocks[max(0, index - 40)..<index].contains {
      paper.starts($0, with: "minutes of") || paper.starts($0, with: "minute of")
    }
  }

  /// Whether the word is a label beside the head of minutes: their title stands just below.
  private static func headsMinutes(_ index: Int, in paper: Paper) -> Bool {
    var at = index
    for _ in 0..<2 {
      guard let next = paper.next(after: at) else { return false }
      // "1. Minutes", and below it of which meeting.
      if at != index, paper.blocks[at].kind == .item,
        paper.starts(paper.blocks[at], with: "minutes")
      {
        return false
      }
      if paper.starts(paper.blocks[next], with: "minutes of the"),
        DateReader.first(in: paper.text(paper.blocks[next])) != nil
      {
        return true
      }
      // Minutes have an item of this name: "MOVED AND SECONDED that the agenda be approved".
      let moves: [StaticString] = ["moved", "that ", "it was ", "motion", "resolution", "resolved"]
      if at == index, moves.contains(where: { paper.starts(paper.blocks[next], with: $0) }) {
        return true
      }
      at = next
    }
    return false
  }

  /// Whether the word stands on a later page of an agenda that has begun.
  private static func isWithinAgenda(_ index: Int, in paper: Paper) -> Bool {
    for before in max(0, index - 60)..<index
    where paper.blocks[before].kind != .row && isFrontTitle(paper.blocks[before], in: paper)
      && AgendaFront(paper, from: before).date != nil
    {
      return true
    }
    return false
  }

  /// What stands around the word where the front page is a letter or lists the day above it.
  private static func head(of paper: Paper, from index: Int) -> MeetingHead? {
    let head = MeetingHead(paper, title: index, above: 16, below: 6, isMinutes: false)
    return head.date != nil && head.body != nil ? head : nil
  }

  /// A line that can stand above the word Agenda on a front page: a council, a body, a date.
  private static func isTitleLine(_ block: Block, in paper: Paper) -> Bool {
    guard block.kind == .paragraph || block.kind == .heading, block.text.count <= 90 else {
      return false
    }
    let text = paper.text(block)
    return BodyName.isBody(text) || BodyName.isCouncil(text)
  }

  // MARK: - Reading

  static func read(_ section: Section, of paper: Paper, into sink: inout RecordSink) {
    if let head = section.head {
      sink.pack = RecordSetting(council: head.council, body: head.body, date: head.date)
      sink.meeting = sink.pack
      var meeting = head.meeting
      meeting.held = held(section, of: paper)
      sink.add(
        .meeting(meeting), parts: ["agenda", head.body, head.date.iso], lines: head.lines)
      readBusiness(section, of: paper, into: &sink)
      return
    }
    let named = section.blocks.first { isFrontTitle(paper.blocks[$0], in: paper) }
    guard let title = named ?? section.blocks.first else { return }
    var front =
      named == nil
      ? AgendaFront(lines: paper.blocks[title].lines) : AgendaFront(paper, from: title)
    var council: String?
    if front.date == nil, isOverList(title, in: paper), let page = FrontMatter(paper) {
      front.date = page.date
      front.body = page.body
    }
    if front.date == nil || front.body == nil, let head = head(of: paper, from: title) {
      front.body = front.body ?? head.body
      front.date = front.date ?? head.date
      front.time = front.time ?? head.time
      front.place = front.place ?? head.place
      front.type = head.type
      front.lines = front.lines.union(head.lines)
      council = head.council
    }
    for index in section.blocks.lowerBound..<title
    where paper.blocks[index].kind == .paragraph || paper.blocks[index].kind == .heading {
      let text = paper.text(paper.blocks[index])
      if BodyName.isCouncil(text) {
        council = text
      } else if front.body == nil, BodyName.isBody(text), !HeadWording.isPlace(text) {
        front.body = HeadWording.body(text)
      } else {
        continue
      }
      front.lines = front.lines.union(paper.blocks[index].lines)
    }
    if front.body == nil || front.date == nil, let head = PaperHead(paper, section.blocks),
      head.role == .agenda
    {
      front.body = front.body ?? head.body
      front.date = front.date ?? head.date
      front.time = front.time ?? head.time
      front.place = front.place ?? head.place
      council = council ?? head.council
      front.lines = front.lines.union(head.lines)
    }
    if let named = front.body, let parts = BodyName.parted(named) {
      front.body = parts.body
      council = council.flatMap { BodyName.parted($0) == nil ? $0 : nil } ?? parts.council
    }
    sink.pack = RecordSetting(council: council, body: front.body, date: front.date)
    sink.meeting = sink.pack

    var meeting = Meeting()
    meeting.documentRole = .agenda
    meeting.council = council
    meeting.body = front.body
    meeting.date = front.date?.iso
    meeting.time = front.time
    meeting.place = front.place
    meeting.type = front.type
    meeting.held = held(section, of: paper)
    // A day alone says of no body that it meets.
    if front.body != nil || council != nil {
      sink.add(
        .meeting(meeting), parts: ["agenda", front.body, front.date?.iso], lines: front.lines)
    }
    readBusiness(section, of: paper, into: &sink)
  }

  /// Reads who is to come and what is to be done.
  private static func readBusiness(
    _ section: Section, of paper: Paper, into sink: inout RecordSink
  ) {
    var roll = AttendanceRoll(date: sink.meeting.date, body: sink.meeting.body)
    MembershipReader.read(section.blocks, of: paper, &roll, into: &sink)
    AgendaItems.read(section, of: paper, into: &sink)
    AgendaProposals.read(section, of: paper, into: &sink)
  }

  private static func held(_ section: Section, of paper: Paper) -> MeetingHeld? {
    for index in section.blocks.prefix(14) {
      let block = paper.blocks[index]
      if block.text.count < 80,
        paper.has(block, "cancelled")
          || paper.starts(block, with: "this meeting has been cancelled")
          || isCancellation(block, in: paper)
      {
        return .cancelled
      }
    }
    return nil
  }
}
