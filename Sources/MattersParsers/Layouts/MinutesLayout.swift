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
    var head = MeetingHead(paper, title: title, above: 6, below: 7, isMinutes: true)
    if head.date == nil || head.body == nil, title <= 40, let front = FrontMatter(paper) {
      head.date = head.date ?? front.date
      head.body = head.body ?? front.body
    }
    return head
  }

  /// Whether two titles are of one meeting: a page's head says again what the first page said.
  static func isSameMeeting(_ first: Int, _ second: Int, in paper: Paper) -> Bool {
    let (one, other) = (head(paper, first), head(paper, second))
    guard let date = one.date, date == other.date, let body = one.body, let again = other.body
    else {
      return false
    }
    return BodyName.isSame(body, again) || BodyName.shortens(body, again)
      || BodyName.shortens(again, body) || MatchKey(body).description.hasSuffix("council")
  }

  private static func isTitle(_ index: Int, in paper: Paper) -> Bool {
    let block = paper.blocks[index]
    guard block.kind == .paragraph || block.kind == .heading, block.label.isEmpty,
      block.text.count <= 500
    else { return false }
    let starts: [StaticString] = [
      "minutes of", "minute of", "draft minutes", "unconfirmed minutes", "confirmed minutes",
      "approved minutes", "agenda, decisions and", "agenda and minutes", "agenda and draft minutes",
      "decisions and minutes", "minutes:", "report of a meeting of", "report of the meeting of",
      "record of decisions", "decisions of the", "decisions taken by", "decision record",
      "record of proceedings", "note of the meeting", "note of a meeting", "note of meeting",
      "notes of the meeting", "notes of a meeting", "notes of meeting", "action notes of",
      "report of meeting of", "report of proceedings", "proceedings of the", "proceedings of a",
    ]
    let isNamed =
      starts.contains { paper.starts(block, with: $0) } || paper.has(block, " / minutes of the")
      || paper.says(block, "minutes")
      || paper.says(block, "minute") || paper.says(block, "printed minutes")
      || followsName(block, in: paper)
      || endsAsTitle(block, in: paper) || isDatedTitle(block, in: paper)
      || isMeetingHeld(index, in: paper)
    return isNamed && !isItem(index, in: paper) && !HeadWording.isPath(paper.text(block))
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

  /// "Millbeck Village Hall (Registered Charity) Minutes of the Annual General Meeting held ...".
  private static func followsName(_ block: Block, in paper: Paper) -> Bool {
    guard block.text.count <= 260, paper.has(block, " meeting held"),
      let at = paper.clean.bytes.firstIndex(of: " minutes of the", in: block.text)
    else { return false }
    let name = paper.clean.bytes.string(ByteRange(block.text.lower, at))
    let words = (name.components(parted: [" ("]) ?? name).split(separator: " ")
      .filter { !["-", "\u{2013}", "\u{2014}", "/"].contains($0) }
    return (2...9).contains(words.count)
      && words.allSatisfy { $0.first?.isUppercase == true && !$0.hasSuffix(".") }
  }

  /// "Minutes – 18 July 2023, 2.00pm, Town Hall".
  private static func isDatedTitle(_ block: Block, in paper: Paper) -> Bool {
    var block = block
    guard block.text.count <= 160 else { return false }
    // "Cofnodion / Minutes: 3 October 2024": the title in two tongues.
    let head = ByteRange(block.text.lower, min(block.text.upper, block.text.lower + 30))
    if let mark = paper.clean.bytes.firstIndex(of: " / minutes", in: head) {
      block.text = ByteRange(mark + 3, block.text.upper)
    }
    guard paper.starts(block, with: "minutes") else { return false }
    let at = block.text.lower + 7
    guard at + 2 < block.text.upper else { return false }
    guard !paper.has(block, " page ") else { return false }
    let rest = paper.clean.bytes[at..<min(at + 4, block.text.upper)]
    return rest.contains { $0 == 0x2D || $0 == 0x3A || $0 == 0x2C || $0 == 0xE2 }
      && DateReader.first(in: paper.text(block)) != nil
  }

  /// "General Meeting Monday 8 July 2024": a kind of meeting and its day.
  private static func namesMeetingDay(_ block: Block, in paper: Paper) -> Bool {
    guard block.text.count <= 120, paper.has(block, "meeting"), !paper.has(block, "next meeting"),
      !paper.has(block, "previous"), !paper.has(block, " that "), !paper.has(block, "agenda"),
      !paper.starts(block, with: "title:")
    else { return false }
    return DateReader.first(in: paper.text(block)) != nil && !paper.ends(block, with: ".")
  }

  /// "Meeting held 14 February 2024", with those present below.
  private static func isMeetingHeld(_ index: Int, in paper: Paper) -> Bool {
    let block = paper.blocks[index]
    guard block.text.count <= 200,
      paper.starts(block, with: "meeting held") || paper.starts(block, with: "at a meeting of")
        || paper.starts(block, with: "meeting of ")
        || paper.starts(block, with: "record of the meeting")
        || paper.starts(block, with: "a meeting of") && paper.has(block, " was held")
        || paper.starts(block, with: "notes of the meeting of")
        || namesMeetingDay(block, in: paper)
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
    // "Minutes of the March meeting were agreed."
    let done: [StaticString] = [
      " were agreed", " were approved", " were confirmed", " were accepted", " was approved",
      " were adopted", " be approved", " were signed", " be confirmed", " be adopted",
    ]
    if done.contains(where: { paper.has(block, $0) }) { return true }
    if let before = paper.previous(before: index), !paper.blocks[before].label.isEmpty,
      paper.blocks[before].text.isEmpty
    {
      return true
    }
    guard let next = paper.next(after: index) else { return false }
    let under = paper.blocks[next]
    let moves: [StaticString] = [
      "moved", "that ", "it was ", "proposed", "on the ", "motion", "resolution", "agreed",
    ]
    if paper.says(block, "minutes"), moves.contains(where: { paper.starts(under, with: $0) }) {
      return true
    }
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

    readMinutes(title + 1, section, of: paper, into: &sink)
  }

  /// Reads pages out of the middle of minutes, which name no meeting; whether they are that.
  static func readFragment(of paper: Paper, into sink: inout RecordSink) {
    var trial = sink
    trial.isMinutes = true
    let front = FrontMatter(paper).flatMap { $0.isOfMeeting ? $0 : nil }
    if let front, let body = front.body, let date = front.date {
      trial.meeting = RecordSetting(council: nil, body: body, date: date)
      var meeting = Meeting()
      meeting.documentRole = .minutes
      meeting.body = body
      meeting.date = date.iso
      trial.add(
        .meeting(meeting), parts: ["minutes", body, date.iso],
        lines: LineRange(front.line, front.line))
    }
    readMinutes(0, Section(layout: self, blocks: 0..<paper.blocks.count), of: paper, into: &trial)
    let minutes = trial.records.count { if case .minute = $0.content { true } else { false } }
    let decided = trial.records.count {
      switch $0.content {
      case .resolution, .executiveResponse: true
      default: false
      }
    }
    let tasks = trial.records.count { if case .action = $0.content { true } else { false } }
    if trial.meeting.date != nil, front != nil, decided + tasks >= 1 || minutes >= 3 {
      sink = trial
      return
    }
    // A site's page has a summary and a context above its minutes too.
    let frontEnd = FrontMatter.end(of: paper)
    let isReport = paper.blocks.contains { block in
      guard block.text.count <= 60, Int(block.lines.first) > frontEnd else { return false }
      return paper.says(block, "recommendations") || paper.says(block, "recommendation")
        || paper.says(block, "introduction") || paper.has(block, "report of the")
        || frontEnd == 0 && tellsOfReview(block, in: paper)
    }
    let isMoved = paper.blocks.contains { MotionWording.isMover($0, in: paper) }
    if !isReport, decided >= 2 || decided == 1 && (minutes >= 2 || isMoved) { sink = trial }
  }

  /// Whether a short line is a heading that reports of reviews have.
  private static func tellsOfReview(_ block: Block, in paper: Paper) -> Bool {
    paper.says(block, "findings") || paper.says(block, "summary")
      || paper.has(block, "recommendations") && block.text.count <= 40
      || paper.has(block, "foreword") || paper.has(block, "task group")
      || paper.has(block, "conclusions") || paper.has(block, "terms of reference")
  }

  /// Whether nothing but prose says what was decided: the body is a parish's or a district's, or
  /// the word `resolved` does not stand at the head of any line.
  private static func decidesInProse(_ body: String?, hasLeads: Bool) -> Bool {
    guard let body else { return true }
    let words = Set(MatchKey.words(body))
    // A committee that only looks on hears of much that is agreed elsewhere.
    if !words.isDisjoint(with: ["scrutiny", "select", "overview"]) { return false }
    return !hasLeads
      || !words.isDisjoint(with: [
        "parish", "community", "town", "district", "area", "association", "hall", "residents",
        "friends", "society", "club", "village", "neighbourhood",
      ])
  }

  /// Whether a line of minutes says that something was resolved.
  private static func hasLeads(_ lines: [MinuteLine], in paper: Paper) -> Bool {
    let leads: [StaticString] = ["resolved", "it was resolved", "recommended", "r e s o l v e d"]
    return lines.contains { line in
      leads.contains { paper.starts(line.block, with: $0) }
        || paper.has(line.block, "it was resolved") || shouts(line.block.text, in: paper)
        || paper.has(line.block, " resolved:")
        || paper.starts(line.block, with: "agreed")
          && paper.capitalShare(ByteRange(line.block.text.lower, line.block.text.lower + 6)) > 0.9
    }
  }

  /// Whether `AGREED` or `RESOLVED` stands in capitals among small letters.
  private static func shouts(_ range: ByteRange, in paper: Paper) -> Bool {
    let bytes = paper.clean.bytes
    for word: StaticString in [" agreed", " resolved"] {
      guard let at = bytes.firstIndex(of: word, in: range) else { continue }
      if bytes[at + 1].isUpper, bytes[at + 6].isUpper, paper.capitalShare(range) < 0.7 {
        return true
      }
    }
    return false
  }

  private static func readMinutes(
    _ start: Int, _ section: Section, of paper: Paper, into sink: inout RecordSink
  ) {
    let afterFront = min(section.blocks.upperBound, start)
    let lines = MinuteLines.of(afterFront..<section.blocks.upperBound, in: paper)
    let headings = MinuteHeadings.find(lines, in: paper)
    let hasLeads = hasLeads(lines, in: paper)
    sink.decidesInProse = decidesInProse(sink.meeting.body, hasLeads: hasLeads)
    sink.quotesDecisions = !hasLeads
    var narrative = MinuteNarrative(paper: paper, setting: sink.meeting)
    PresenceReader.read(
      afterFront..<max(afterFront, headings.first?.block ?? section.blocks.upperBound), of: paper,
      &narrative.roll, into: &sink)
    // What stands above the first heading, or all where nothing is headed.
    if sink.decidesInProse || headings.isEmpty {
      Operative.read(
        lines[..<(headings.first?.line ?? lines.count)], of: paper, minute: nil, ordinal: 0,
        into: &sink)
    }
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
        AccessWording.ofTitle(heading.title) ?? heading.note.flatMap(AccessWording.ofTitle)
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
    // Minutes that head nothing have their tasks and their votes all the same.
    if headings.isEmpty {
      let whole = MinuteHeading(
        number: nil, title: "", block: afterFront, line: 0, lines: LineRange(1, 1))
      narrative.read(afterFront..<section.blocks.upperBound, of: whole, into: &sink)
    }
    sink.access = AccessWording()
    (sink.decidesInProse, sink.quotesDecisions) = (false, false)
  }
}
