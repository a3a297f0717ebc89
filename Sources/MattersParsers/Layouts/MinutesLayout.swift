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
    if paper.blocks[index].kind == .row, MinutesInTable(at: index, in: paper) != nil {
      return Opening(start: index, signs: 3)
    }
    guard MinutesTitle.isOne(index, in: paper) else { return nil }
    let front = head(paper, index)
    guard front.date != nil || hasNoYear(index, in: paper), front.body != nil else { return nil }
    return Opening(start: front.start, signs: 3)
  }

  /// "GENERAL MEETING TUESDAY 6 MAY": the year is left to the reader.
  private static func hasNoYear(_ title: Int, in paper: Paper) -> Bool {
    let block = paper.blocks[title]
    return title <= 12 && block.text.count <= 120 && paper.has(block, "meeting")
      && HeadWording.namesDay(paper.text(block))
  }

  /// What stands around the title of minutes.
  private static func head(_ paper: Paper, _ title: Int) -> MeetingHead {
    var head = MeetingHead(paper, title: title, above: 6, below: 7, isMinutes: true)
    if head.date == nil || head.body == nil, title <= 40, let front = FrontMatter(paper) {
      head.date = head.date ?? front.date
      head.body = head.body ?? front.body
      // "A Parish Council meeting was held": the page's title says whose.
      if let own = front.body, let named = head.body, BodyName.ends(own, in: named) {
        head.body = own
        head.council = head.council ?? own
      }
    } else if title <= 40, let named = head.body, MatchKey.words(named).count == 2,
      let own = FrontMatter(paper)?.body, BodyName.ends(own, in: named)
    {
      head.body = own
      head.council = head.council ?? own
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

  /// Whether a title near another is of a meeting of another body on another day: extracts from the
  /// minutes of several follow each other.
  static func isOtherMeeting(_ first: Int, _ second: Int, in paper: Paper) -> Bool {
    guard paper.blocks[second].kind == .heading || paper.blocks[second].style.contains(.bold),
      let day = DateReader.first(in: paper.text(paper.blocks[second])),
      let former = DateReader.first(in: paper.text(paper.blocks[first])), day != former,
      let name = HeadWording.bodyOfMeeting(paper.text(paper.blocks[second])),
      let other = HeadWording.bodyOfMeeting(paper.text(paper.blocks[first]))
    else { return false }
    return !BodyName.isSame(name, other)
  }

  // MARK: - Reading

  static func read(_ section: Section, of paper: Paper, into sink: inout RecordSink) {
    if let first = section.blocks.first, let table = MinutesInTable(at: first, in: paper) {
      sink.meeting.date = table.date
      var meeting = Meeting()
      meeting.documentRole = .minutes
      (meeting.council, meeting.body) = (sink.meeting.council, sink.meeting.body)
      (meeting.date, meeting.place) = (table.date.iso, table.place)
      if meeting.body != nil {
        sink.add(
          .meeting(meeting), parts: ["minutes", meeting.body, meeting.date], lines: table.lines,
          blocks: first..<first + 1)
      }
      readMinutes(first + 1, section, of: paper, into: &sink)
      return
    }
    if let head = section.head {
      sink.meeting = RecordSetting(
        council: head.council ?? sink.pack.council, body: head.body, date: head.date)
      sink.add(
        .meeting(head.meeting), parts: ["minutes", head.body, head.date.iso], lines: head.lines,
        blocks: section.blocks.lowerBound..<head.end)
      readMinutes(head.end, section, of: paper, into: &sink)
      return
    }
    guard
      let title = section.blocks.first(where: {
        MinutesTitle.isOne($0, in: paper)
          && (head(paper, $0).date != nil || hasNoYear($0, in: paper))
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
    if trial.meeting.date != nil, let front,
      decided + tasks >= 1 || minutes >= 3 || front.isMinutes
    {
      sink = trial
      return
    }
    if let page = FrontMatter(paper), page.isMinutes, page.date != nil, decided >= 1 {
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
    // "Minutes of a meeting of the above Council": whose, another page says.
    if !isReport, decided == 0, minutes >= 5, isTitled(paper) { sink = trial }
  }

  /// Whether one of the first lines calls the paper the minutes of a meeting that was held.
  private static func isTitled(_ paper: Paper) -> Bool {
    paper.blocks.prefix(6).contains {
      paper.starts($0, with: "minutes of ") && paper.has($0, " held ")
    }
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

  /// Whether even the minutes are only recommended: the word then says no more than `RESOLVED`.
  private static func recommendsMinutes(_ block: Block, in paper: Paper) -> Bool {
    paper.starts(block, with: "recommended") && paper.has(block, "minutes of")
  }

  /// Whether a body has another above it, so that what it recommends is not its own to decide.
  private static func putsToOthers(_ body: String) -> Bool {
    let nouns: Set<String> = ["committee", "subcommittee", "panel", "group", "party", "forum"]
    return MatchKey.words(body).contains(where: nouns.contains)
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

  /// Says of the rows of tables that are minutes that they are read: they are no tracker's.
  private static func claimTables(
    of lines: [MinuteLine], in paper: Paper, into sink: inout RecordSink
  ) {
    for line in lines where line.isTitle || line.isOfTable {
      var row = line.index
      while row >= 0, !sink.isClaimed[row] || row == line.index,
        paper.blocks[row].kind == .furniture
          || paper.blocks[row].table == paper.blocks[line.index].table
      {
        sink.claim(row)
        row -= 1
      }
    }
  }

  private static func readMinutes(
    _ start: Int, _ section: Section, of paper: Paper, into sink: inout RecordSink
  ) {
    let afterFront = min(section.blocks.upperBound, start)
    let lines = MinuteLines.of(afterFront..<section.blocks.upperBound, in: paper)
    var headings = MinuteHeadings.find(lines, in: paper)
    if sink.meeting.body != nil, decidesInProse(sink.meeting.body, hasLeads: true) {
      headings = InnerTitles.added(to: headings, lines, in: paper)
    }
    let hasLeads = hasLeads(lines, in: paper)
    sink.decidesInProse = decidesInProse(sink.meeting.body, hasLeads: hasLeads)
    sink.quotesDecisions = !hasLeads
    sink.recommendsApart =
      sink.meeting.body.map { sink.isExecutive($0) || putsToOthers($0) } == true
      && lines.contains { paper.starts($0.block, with: "resolved") }
      && lines.contains { paper.starts($0.block, with: "recommended") }
      && !lines.contains { recommendsMinutes($0.block, in: paper) }
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
      // Words that run on in the heading's own block are of its minute, where no other shares it.
      let runsOn =
        (!heading.rest.isEmpty || paper.blocks[heading.block].kind == .row)
        && next?.block != heading.block
        && (position == 0 || headings[position - 1].block != heading.block)
      // Where several minutes share a block, each has its tasks in its own words.
      if !runsOn, !heading.rest.isEmpty {
        for line in own where line.index == heading.block && line.block.kind != .row {
          _ = OwnedTask.read(
            line.index, of: paper, piece: line.block, minute: number, date: sink.meeting.date,
            into: &sink)
        }
      }
      narrative.read(
        min(heading.block + (runsOn ? 0 : 1), endBlock)..<endBlock, of: heading, into: &sink)
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
    claimTables(of: lines, in: paper, into: &sink)
    sink.access = AccessWording()
    (sink.decidesInProse, sink.quotesDecisions, sink.recommendsApart) = (false, false, false)
  }
}
