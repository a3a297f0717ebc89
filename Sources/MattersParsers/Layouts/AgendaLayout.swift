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
    guard block.kind == .paragraph || block.kind == .heading else { return nil }
    guard
      paper.says(block, "agenda") || paper.says(block, "agenda front sheet")
        || paper.starts(block, with: "agenda for ")
        || paper.starts(block, with: "notice of meeting")
        || paper.says(block, "summons") || paper.starts(block, with: "agenda of ")
        || isCancellation(block, in: paper)
    else { return nil }
    guard front(of: paper, from: index).date != nil else { return nil }
    var start = index
    while let before = paper.previous(before: start), index - before <= 8,
      isTitleLine(paper.blocks[before], in: paper)
    {
      start = before
    }
    return Opening(start: start, signs: 3)
  }

  /// A line that can stand above the word Agenda on a front page: a council, a body, a date.
  private static func isTitleLine(_ block: Block, in paper: Paper) -> Bool {
    guard block.kind == .paragraph || block.kind == .heading, block.text.count <= 90 else {
      return false
    }
    let text = paper.text(block)
    return BodyName.isBody(text) || BodyName.isCouncil(text)
  }

  // MARK: - The front page

  /// What the front page says, and the lines it says it on.
  private struct Front {
    var body: String?
    var date: PlainDate?
    var time: String?
    var place: String?
    var lines: LineRange
  }

  private static func front(of paper: Paper, from index: Int) -> Front {
    var front = Front(lines: paper.blocks[index].lines)
    var seen = 0
    var at: Int? = index
    while let current = at, seen < 14 {
      let block = paper.blocks[current]
      defer {
        at = paper.next(after: current)
        seen += 1
      }
      if current > index, front.date != nil, paper.says(block, "agenda") { break }
      // The first numbered heading is an item's.
      if current > index, block.kind == .heading, !block.label.isEmpty { break }
      let text = paper.text(block)
      if block.kind == .row || text.utf8.count > 300 { break }
      if let value = Labelled.value(of: text, named: ["date and time", "date", "meeting date"]) {
        front.date = DateReader.first(in: value) ?? front.date
        front.time = TimeReader.first(in: value) ?? front.time
        front.lines.last = block.lines.last
      } else if let value = Labelled.value(of: text, named: ["time"]) {
        front.time = TimeReader.first(in: value) ?? front.time
        front.lines.last = block.lines.last
      } else if let value = Labelled.value(of: text, named: ["place", "venue", "location"]) {
        front.place = value
        front.lines.last = block.lines.last
      } else if let value = Labelled.value(of: text, named: ["meeting", "committee"]),
        BodyName.isBody(value)
      {
        front.body = value
      } else if front.body == nil, BodyName.isBody(text), !BodyName.isCouncil(text) {
        front.body = text
        front.lines.last = max(front.lines.last, block.lines.last)
      } else if front.date == nil, paper.has(block, "held"), let date = DateReader.first(in: text) {
        front.date = date
        front.time = TimeReader.first(in: text)
        front.body = front.body ?? BodyName.inSentence(text, after: "meeting of ")
        front.lines.last = block.lines.last
      }
    }
    return front
  }

  // MARK: - Reading

  static func read(_ section: Section, of paper: Paper, into sink: inout RecordSink) {
    guard
      let title = section.blocks.first(where: { isFrontTitle(paper.blocks[$0], in: paper) })
    else { return }
    var front = front(of: paper, from: title)
    var council: String?
    for index in section.blocks.lowerBound..<title where paper.blocks[index].kind != .furniture {
      let text = paper.text(paper.blocks[index])
      if BodyName.isCouncil(text) {
        council = text
      } else if front.body == nil, BodyName.isBody(text) {
        front.body = text
      } else {
        continue
      }
      front.lines = front.lines.union(paper.blocks[index].lines)
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
    meeting.held = held(section, of: paper)
    sink.add(
      .meeting(meeting), parts: ["agenda", front.body, front.date?.iso], lines: front.lines)
    var roll = AttendanceRoll(date: front.date, body: front.body)
    MembershipReader.read(section.blocks, of: paper, &roll, into: &sink)
    readItems(section, of: paper, into: &sink)
  }

  private static func isFrontTitle(_ block: Block, in paper: Paper) -> Bool {
    paper.says(block, "agenda") || paper.starts(block, with: "agenda ")
      || paper.starts(block, with: "notice of meeting") || paper.says(block, "summons")
      || isCancellation(block, in: paper)
  }

  /// The title of a notice that a meeting is not to be held.
  private static func isCancellation(_ block: Block, in paper: Paper) -> Bool {
    block.text.count <= 120
      && (paper.starts(block, with: "notice of cancel") || paper.says(block, "cancellation notice")
        || paper.says(block, "meeting cancelled") || paper.says(block, "cancelled meeting")
        || paper.starts(block, with: "cancellation of meeting")
        || paper.starts(block, with: "cancellation of the meeting"))
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

  /// Items in the order of their numbers: rows of the agenda's table, and those that the
  /// conversion flattened into paragraphs.
  private static func readItems(_ section: Section, of paper: Paper, into sink: inout RecordSink) {
    var last = 0
    var index = section.blocks.lowerBound
    while index < section.blocks.upperBound {
      let block = paper.blocks[index]
      switch block.kind {
      case .row:
        let cells = paper.cells(block)
        if let item = rowItem(cells, after: last, in: paper) {
          last = item.ordinal
          add(item.content, lines: block.lines, blocks: index..<index + 1, into: &sink)
        } else {
          sink.claim(index)
        }
        index += 1
      case .item, .heading:
        guard let number = ItemNumber(paper.label(block) ?? ""), number.follows(last),
          block.text.count >= 3, block.text.count <= 400
        else {
          index += 1
          continue
        }
        last = number.ordinal
        index = readFlattened(number, at: index, section, of: paper, into: &sink)
      default:
        index += 1
      }
    }
  }

  private static func rowItem(
    _ cells: ArraySlice<ByteRange>, after last: Int, in paper: Paper
  ) -> (content: AgendaItem, ordinal: Int)? {
    guard cells.count >= 2, let first = cells.first, let number = ItemNumber(paper.text(first)),
      number.follows(last)
    else { return nil }
    let words = cells[cells.startIndex + 1]
    let paragraphs = paper.paragraphs(words).map { paper.text($0) }
    guard let title = paragraphs.first else { return nil }
    var item = AgendaItem()
    item.number = number.printed
    item.title = title
    let purpose = paragraphs.dropFirst().joined(separator: " ")
    item.purpose = purpose.isEmpty ? nil : purpose
    item.pages = cells.dropFirst(2).lazy.compactMap { PageRange.read(paper.text($0)) }.first
    return (item, number.ordinal)
  }

  /// An item that stands as a paragraph, its pages and its purpose as paragraphs of their own.
  private static func readFlattened(
    _ number: ItemNumber, at start: Int, _ section: Section, of paper: Paper,
    into sink: inout RecordSink
  ) -> Int {
    var item = AgendaItem()
    item.number = number.printed
    let (title, pagesInTitle) = PageRange.split(paper.text(paper.blocks[start]))
    item.title = title
    item.pages = pagesInTitle
    var lines = paper.blocks[start].lines
    var index = start + 1
    var purpose: [String] = []
    while index < section.blocks.upperBound {
      let block = paper.blocks[index]
      if block.kind == .furniture {
        index += 1
        continue
      }
      guard block.kind == .paragraph else { break }
      let text = paper.text(block)
      if item.pages == nil, let pages = PageRange.read(text) {
        item.pages = pages
      } else if purpose.isEmpty, isPurpose(text) {
        purpose.append(text)
      } else {
        break
      }
      lines = lines.union(block.lines)
      index += 1
    }
    item.purpose = purpose.isEmpty ? nil : purpose.joined(separator: " ")
    add(item, lines: lines, blocks: start..<index, into: &sink)
    return index
  }

  private static func isPurpose(_ text: String) -> Bool {
    text.hasSuffix(".") && (text.hasPrefix("To ") || text.utf8.count > 40)
  }

  private static func add(
    _ item: AgendaItem, lines: LineRange, blocks: Range<Int>, into sink: inout RecordSink
  ) {
    var item = item
    item.meetingDate = sink.meeting.date?.iso
    sink.add(
      .agendaItem(item), parts: [item.meetingDate, item.number], lines: lines, blocks: blocks)
  }
}
