import MattersBlocks
import MattersRecords
import MattersText

/// A committee system's page of a meeting or of one of its items: a title that says what the page
/// holds, the body and the day, then each item with what was asked, decided and minuted.
enum MeetingPageLayout: Layout {
  static let name = "meeting page"
  static let summary =
    "Web page of a meeting or an item, saved or pasted, with Decision and Minutes"

  // MARK: - Knowing one

  static func opening(at index: Int, in paper: Paper) -> Opening? {
    // Every block is asked: a front is begun, with a copy of the paper, only where its title stands.
    guard PageTitle.beginnings.mayBegin(paper.clean.bytes, paper.blocks[index].text),
      PageTitle(paper.blocks[index], in: paper) != nil,
      let front = MeetingPageFront(paper, from: index)
    else { return nil }
    // A plain "Agenda" is a page's only where what follows is laid out as a page.
    if front.item == nil {
      guard let first = paper.next(after: front.end - 1),
        let item = firstItem(from: first, in: paper),
        paper.starts(paper.blocks[index], with: "agenda") || hasParts(from: item, in: paper)
      else { return nil }
    }
    return Opening(start: front.start, signs: 4)
  }

  /// The first item of a page: a numbered heading, near its head.
  private static func firstItem(from index: Int, in paper: Paper) -> Int? {
    var at: Int? = index
    var seen = 0
    while let current = at, seen < 60 {
      if isItem(paper.blocks[current], in: paper) != nil || isUnnumbered(current, in: paper) {
        return current
      }
      at = paper.next(after: current)
      seen += 1
    }
    return nil
  }

  /// Whether one of the first items has its decision or minutes under a label, as pages do.
  private static func hasParts(from index: Int, in paper: Paper) -> Bool {
    let parts = ItemParts(index..<min(index + 40, paper.blocks.count), in: paper)
    return parts.decision != nil || parts.minutes != nil
  }

  private static func isItem(_ block: Block, in paper: Paper) -> ItemNumber? {
    guard block.kind == .heading, block.text.count >= 3, let label = paper.label(block) else {
      return nil
    }
    return ItemNumber(label)
  }

  /// Whether a title without a number stands over the label of its documents, as where a page's
  /// numbers were lost.
  private static func isUnnumbered(_ index: Int, in paper: Paper) -> Bool {
    let block = paper.blocks[index]
    guard block.kind == .paragraph || block.kind == .heading, block.label.isEmpty,
      (3...200).contains(block.text.count), !paper.ends(block, with: ":"),
      index + 1 < paper.blocks.count
    else { return false }
    guard paper.blocks[index + 1].furniture == .pageLabel, let next = paper.next(after: index)
    else { return false }
    let under = paper.blocks[next]
    return paper.ends(under, with: ":")
      && (paper.says(under, "minutes") || paper.says(under, "decision"))
  }

  // MARK: - Reading

  static func read(_ section: Section, of paper: Paper, into sink: inout RecordSink) {
    guard
      let front = section.blocks.lazy.compactMap({ MeetingPageFront(paper, from: $0) }).first
    else { return }
    let setting = RecordSetting(
      council: front.council ?? sink.pack.council, body: front.body, date: front.date)
    if front.role == .agenda { sink.pack = setting }
    sink.meeting = setting
    sink.isMinutes = front.role == .minutes
    addMeeting(front, into: &sink)

    // The front may be followed at once by another document's beginning, and look beyond it.
    let limit = section.blocks.upperBound
    let frontEnd = min(front.end, limit)
    var items: [(heading: MinuteHeading, range: Range<Int>)] = []
    if let item = front.item {
      let heading = MinuteHeading(
        number: item.number, title: paper.text(paper.blocks[item.title]), block: item.title,
        line: 0, lines: paper.blocks[item.title].lines)
      items = [(heading, min(max(frontEnd, item.title + 1), limit)..<limit)]
    } else {
      items = self.items(frontEnd..<limit, in: paper)
    }
    var narrative = MinuteNarrative(paper: paper, setting: setting)
    let head = frontEnd..<max(frontEnd, items.first?.heading.block ?? frontEnd)
    AttendanceTable.read(head, of: paper, &narrative.roll, into: &sink)
    switch front.role {
    case .agenda: MembershipReader.read(head, of: paper, &narrative.roll, into: &sink)
    case .minutes: PresenceReader.read(head, of: paper, &narrative.roll, into: &sink)
    }
    for item in items {
      let parts = ItemParts(item.range, in: paper)
      let lines = front.itemLines ?? paper.blocks[item.heading.block].lines
      switch front.role {
      case .agenda: addAgendaItem(item.heading, parts, of: paper, into: &sink)
      case .minutes:
        addMinute(item.heading, lines: lines, into: &sink)
        for range in parts.minuted(in: paper) {
          Operative.read(
            MinuteLines.of(range, in: paper)[...], of: paper,
            minute: item.heading.number?.printed, ordinal: item.heading.number?.ordinal ?? 0,
            into: &sink)
          narrative.read(range, of: item.heading, into: &sink)
        }
      }
    }
  }

  /// The items of a page, in the order of their numbers.
  private static func items(
    _ range: Range<Int>, in paper: Paper
  ) -> [(heading: MinuteHeading, range: Range<Int>)] {
    var found: [MinuteHeading] = []
    for index in range {
      guard let number = isItem(paper.blocks[index], in: paper) else { continue }
      guard number.follows(found.last?.number?.ordinal ?? 0) || found.isEmpty else { continue }
      found.append(
        MinuteHeading(
          number: number, title: paper.text(paper.blocks[index]), block: index, line: index,
          lines: paper.blocks[index].lines))
    }
    if found.isEmpty {
      for title in range where isUnnumbered(title, in: paper) {
        found.append(
          MinuteHeading(
            number: nil, title: PageRange.withoutSize(paper.text(paper.blocks[title])),
            block: title, line: title,
            lines: paper.blocks[title].lines))
      }
    }
    return found.indices.map { position in
      let next = position + 1 < found.count ? found[position + 1].block : range.upperBound
      let start = found[position].block + 1
      return (found[position], start..<end(of: start..<next, in: paper))
    }
  }

  /// Where an item ends: a saved page says by their level which paragraphs are the item's.
  private static func end(of range: Range<Int>, in paper: Paper) -> Int {
    let paragraphs = range.filter { paper.blocks[$0].kind == .paragraph }
    guard let first = paragraphs.first, paper.blocks[first].level > 0 else {
      return range.upperBound
    }
    return paragraphs.first { paper.blocks[$0].level == 0 } ?? range.upperBound
  }

  // MARK: - Records

  private static func addMeeting(_ front: MeetingPageFront, into sink: inout RecordSink) {
    var meeting = Meeting()
    meeting.documentRole = front.role
    meeting.council = sink.meeting.council
    meeting.body = front.body
    meeting.date = front.date?.iso
    meeting.time = front.time
    meeting.place = front.place
    meeting.status = front.status
    meeting.held = front.held
    sink.add(
      .meeting(meeting),
      parts: [front.role == .agenda ? "agenda" : "minutes", front.body, front.date?.iso],
      lines: front.lines, blocks: front.start..<front.end)
  }

  private static func addMinute(
    _ heading: MinuteHeading, lines: LineRange, into sink: inout RecordSink
  ) {
    var minute = Minute()
    minute.meetingDate = sink.meeting.date?.iso
    minute.number = heading.number?.printed
    minute.title = heading.title
    sink.add(
      .minute(minute), parts: [minute.meetingDate, minute.number ?? heading.title], lines: lines,
      blocks: heading.block..<heading.block + 1)
  }

  private static func addAgendaItem(
    _ heading: MinuteHeading, _ parts: ItemParts, of paper: Paper, into sink: inout RecordSink
  ) {
    var item = AgendaItem()
    item.meetingDate = sink.meeting.date?.iso
    item.number = heading.number?.printed ?? ""
    item.title = heading.title
    var lines = paper.blocks[heading.block].lines
    var words: [String] = []
    for index in parts.purpose where paper.blocks[index].kind == .paragraph {
      words.append(paper.text(paper.blocks[index]))
      lines = lines.union(paper.blocks[index].lines)
      sink.claim(index)
    }
    item.purpose = words.isEmpty ? nil : words.joined(separator: " ")
    sink.add(
      .agendaItem(item), parts: [item.meetingDate, item.number], lines: lines,
      blocks: heading.block..<heading.block + 1)
  }
}

/// What a page says of an item: what it is for, what was decided, what was minuted.
struct ItemParts {
  private(set) var purpose: Range<Int>
  private(set) var decision: Range<Int>?
  private(set) var minutes: Range<Int>?

  init(_ range: Range<Int>, in paper: Paper) {
    purpose = range
    var open = range.lowerBound
    var kind = 0
    func close(_ parts: inout ItemParts, at end: Int) {
      switch kind {
      case 0: parts.purpose = range.lowerBound..<end
      case 1: parts.decision = open..<end
      default: parts.minutes = open..<end
      }
    }
    for index in range {
      let block = paper.blocks[index]
      guard block.kind == .paragraph || block.kind == .heading, block.text.count <= 24 else {
        continue
      }
      let next: Int? =
        if paper.says(block, "decision") || paper.says(block, "decisions") {
          1
        } else if paper.says(block, "minutes") || paper.says(block, "draft minutes") {
          2
        } else {
          nil
        }
      guard let next, paper.ends(block, with: ":") else { continue }
      close(&self, at: index)
      (kind, open) = (next, index + 1)
    }
    close(&self, at: range.upperBound)
  }

  /// The blocks that say what happened: a decision that the minutes print again is read there.
  func minuted(in paper: Paper) -> [Range<Int>] {
    guard let decision else { return [minutes ?? purpose] }
    guard let minutes else { return [decision] }
    // "RESOLVED - That the strategy be approved." says again "That the strategy be approved."
    let said = minutes.map { paper.text(paper.blocks[$0]) }
    let words = decision.filter { paper.blocks[$0].text.count >= 12 }
    let repeated = words.count { index in
      let text = paper.text(paper.blocks[index])
      return said.contains { $0.hasSuffix(text) }
    }
    return repeated * 2 > words.count ? [minutes] : [decision, minutes]
  }
}
