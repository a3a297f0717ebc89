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
    let block = paper.blocks[index]
    guard block.kind == .paragraph || block.kind == .heading, isTitle(block, in: paper) else {
      return nil
    }
    let front = MinutesFront(paper, from: index)
    guard front.date != nil, front.body != nil else { return nil }
    return Opening(start: front.start, signs: 3)
  }

  private static func isTitle(_ block: Block, in paper: Paper) -> Bool {
    guard block.text.count <= 500 else { return false }
    return paper.starts(block, with: "minutes of") || paper.says(block, "minutes")
      || paper.starts(block, with: "draft minutes") || paper.says(block, "printed minutes")
      || paper.starts(block, with: "unconfirmed minutes")
  }

  // MARK: - Reading

  static func read(_ section: Section, of paper: Paper, into sink: inout RecordSink) {
    guard
      let title = section.blocks.first(where: {
        paper.blocks[$0].kind != .row && isTitle(paper.blocks[$0], in: paper)
      })
    else { return }
    let front = MinutesFront(paper, from: title)
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
      narrative.read(
        min(heading.block + 1, endBlock)..<endBlock, of: heading, into: &sink)
    }
  }
}
