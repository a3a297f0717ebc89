import MattersBlocks
import MattersRecords
import MattersText

/// Minutes: a title with body, place and date, then numbered minutes with what was decided.
enum MinutesLayout: Layout {
  static let name = "minutes"
  static let summary =
    "Minutes of a meeting: numbered minutes, resolutions, requests, recommendations"

  // MARK: - Knowing one

  static func opening(at index: Int, in paper: Paper) -> Opening? {
    guard isTitle(index, in: paper) else {
      return nil
    }
    let front = head(paper, index)
    guard front.date != nil, front.body != nil else { return nil }
    return Opening(start: front.start, signs: 3)
  }

  /// What stands around the title of minutes.
  private static func head(_ paper: Paper, _ title: Int) -> MeetingHead {
    MeetingHead(paper, title: title, above: 6, below: 7, isMinutes: true)
  }

  private static func isTitle(_ index: Int, in paper: Paper) -> Bool {
    let block = paper.blocks[index]
    guard block.kind == .paragraph || block.kind == .heading, block.label.isEmpty,
      block.text.count <= 500
    else { return false }
    let starts: [StaticString] = [
      "minutes of", "minute of", "draft minutes", "unconfirmed minutes", "confirmed minutes",
      "approved minutes", "agenda, decisions and", "agenda and minutes", "agenda and draft minutes",
      "decisions and minutes", "minutes:",
    ]
    let isNamed =
      starts.contains { paper.starts(block, with: $0) } || paper.says(block, "minutes")
      || paper.says(block, "minute") || paper.says(block, "printed minutes")
      || endsAsTitle(block, in: paper) || isMeetingHeld(index, in: paper)
    return isNamed && !isItem(index, in: paper)
  }

  /// "Regular Council Meeting Minutes", "COFNODION / MINUTES".
  private static func endsAsTitle(_ block: Block, in paper: Paper) -> Bool {
    guard block.text.count <= 110, paper.ends(block, with: " minutes") else { return false }
    let never: [StaticString] = [
      "previous", "last", "approv", "adopt", "confirm", " the minutes", "arising", "of minutes",
      "signing", "to ",
    ]
    return !never.contains { paper.has(block, $0) }
  }

  /// "Meeting held 14 February 2024", with those present below.
  private static func isMeetingHeld(_ index: Int, in paper: Paper) -> Bool {
    let block = paper.blocks[index]
    guard block.text.count <= 200,
      paper.starts(block, with: "meeting held") || paper.starts(block, with: "at a meeting of")
        || paper.starts(block, with: "record of the meeting")
        || paper.starts(block, with: "notes of the meeting of")
    else { return false }
    var at = index
    for _ in 0..<8 {
      guard let next = paper.next(after: at) else { return false }
      if paper.starts(paper.blocks[next], with: "present") { return true }
      at = next
    }
    return false
  }

  /// Whether the words are those of an item that is to confirm the minutes of another meeting.
  private static func isItem(_ index: Int, in paper: Paper) -> Bool {
    let block = paper.blocks[index]
    let never: [StaticString] = [
      "minutes of the last", "minutes of the previous", "minutes of previous", "minutes of last",
      "minutes of and", "minutes of meetings", "minutes of sub",
    ]
    if never.contains(where: { paper.starts(block, with: $0) }) { return true }
    if let before = paper.previous(before: index), !paper.blocks[before].label.isEmpty,
      paper.blocks[before].text.isEmpty
    {
      return true
    }
    guard let next = paper.next(after: index) else { return false }
    let under = paper.blocks[next]
    return paper.starts(under, with: "to approve") || paper.starts(under, with: "to confirm")
      || paper.starts(under, with: "to receive") || paper.starts(under, with: "to consider")
      || paper.starts(under, with: "to agree") || paper.starts(under, with: "the minutes")
      || paper.starts(under, with: "resolved")
  }

  // MARK: - Reading

  static func read(_ section: Section, of paper: Paper, into sink: inout RecordSink) {
    guard
      let title = section.blocks.first(where: {
        isTitle($0, in: paper) && head(paper, $0).date != nil
      })
    else { return }
    let front = head(paper, title)
    sink.meeting = RecordSetting(
      council: front.council ?? sink.pack.council, body: front.body, date: front.date)
    var meeting = Meeting()
    meeting.documentRole = .minutes
    meeting.council = sink.meeting.council
    meeting.body = front.body
    meeting.date = front.date?.iso
    meeting.time = front.time
    meeting.place = front.place
    meeting.status = front.status
    meeting.type = front.type
    sink.add(
      .meeting(meeting), parts: ["minutes", front.body, front.date?.iso], lines: front.lines,
      blocks: front.start..<title + 1)

    readMinutes(section, after: title, of: paper, into: &sink)
  }

  private static func readMinutes(
    _ section: Section, after title: Int, of paper: Paper, into sink: inout RecordSink
  ) {
    let afterFront = min(section.blocks.upperBound, title + 1)
    let lines = MinuteLines.of(afterFront..<section.blocks.upperBound, in: paper)
    let headings = MinuteHeadings.find(lines, in: paper)
    var narrative = MinuteNarrative(paper: paper, setting: sink.meeting)
    PresenceReader.read(
      afterFront..<max(afterFront, headings.first?.block ?? section.blocks.upperBound), of: paper,
      &narrative.roll, into: &sink)
    // Who may see the minutes that follow, once the public has been shut out.
    var closed = AccessWording()
    for (position, heading) in headings.enumerated() {
      let next = position + 1 < headings.count ? headings[position + 1] : nil
      let endLine = next?.line ?? lines.count
      let endBlock = max(heading.block, next?.block ?? section.blocks.upperBound)
      let number = heading.number?.printed
      var minute = Minute()
      minute.meetingDate = sink.meeting.date?.iso
      minute.number = number
      minute.title = heading.title
      let firstLine = heading.line + heading.count
      let note = firstLine < endLine ? lines[firstLine].block.text : .none
      let isNoted = note.count <= 120 && paper.clean.bytes.contains("exempt information", in: note)
      sink.access =
        AccessWording.ofTitle(heading.title)
        ?? (isNoted ? AccessWording.ofTitle(paper.text(note)) : nil) ?? closed
      let before = sink.records.count
      sink.add(
        .minute(minute), parts: [minute.meetingDate, number ?? heading.title],
        lines: heading.lines, blocks: heading.block..<heading.block + 1)
      var own = Array(lines[min(firstLine, endLine)..<endLine])
      if !heading.rest.isEmpty {
        var block = lines[heading.line].block
        (block.kind, block.label, block.text) = (.paragraph, .none, heading.rest)
        own.insert(MinuteLine(block: block, index: heading.block), at: 0)
      }
      Operative.read(
        own[...], of: paper, minute: number, ordinal: heading.number?.ordinal ?? 0, into: &sink)
      for line in own where paper.blocks[line.index].kind == .row {
        ActionLine.read(line, of: paper, minute: number, date: sink.meeting.date, into: &sink)
      }
      narrative.read(
        min(heading.block + 1, endBlock)..<endBlock, of: heading, into: &sink)
      for record in sink.records[before...] {
        guard case .resolution(let decided) = record.content,
          let shut = AccessWording.excluding(decided.text)
        else { continue }
        closed = shut
      }
    }
    sink.access = AccessWording()
  }
}
