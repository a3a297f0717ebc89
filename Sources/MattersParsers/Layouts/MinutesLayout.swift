import MattersBlocks
import MattersRecords
import MattersText

/// Minutes: a title with body, place and date, then numbered minutes with what was decided.
enum MinutesLayout: Layout {
  static let name = "minutes"
  static let summary = "Minutes of a meeting: numbered minutes, resolutions, requests, recommendations"

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
    sink.add(
      .meeting(meeting), parts: ["minutes", front.body, front.date?.iso], lines: front.lines,
      blocks: title..<title + 1)

    let headings = MinuteHeadings.find(section, in: paper)
    for (position, heading) in headings.enumerated() {
      let end = position + 1 < headings.count ? headings[position + 1].block : section.blocks.upperBound
      var minute = Minute()
      minute.meetingDate = sink.meeting.date?.iso
      minute.number = heading.number.printed
      minute.title = heading.title
      sink.add(
        .minute(minute), parts: [minute.meetingDate, heading.number.printed],
        lines: paper.blocks[heading.block].lines, blocks: heading.block..<heading.block + 1)
      Operative.read(
        heading.block + 1..<end, of: paper, minute: heading.number.printed, into: &sink)
    }
  }
}

/// What the head of minutes says of the meeting.
struct MinutesFront {
  var start: Int
  var body: String?
  var council: String?
  var date: PlainDate?
  var time: String?
  var place: String?
  var status: MinutesStatus?
  var lines: LineRange

  /// Reads the title at a block and, where it does not say all, the lines after it.
  init(_ paper: Paper, from index: Int) {
    start = index
    let title = paper.blocks[index]
    lines = title.lines
    let text = paper.text(title)
    body =
      BodyName.inSentence(text, after: "meeting of ")
      ?? BodyName.inSentence(text, after: "minutes of ")
    readSentence(text)
    if text.lowercasedRange(of: "draft") != nil { status = .draft }

    var at = paper.next(after: index)
    var seen = 0
    while let current = at, seen < 6, date == nil || body == nil {
      let block = paper.blocks[current]
      guard block.kind == .paragraph || block.kind == .heading, block.text.count <= 400 else { break }
      let words = paper.text(block)
      if body == nil {
        body =
          BodyName.inSentence(words, after: "meeting of ")
          ?? (BodyName.isBody(words) && !BodyName.isCouncil(words) ? words : nil)
      }
      if BodyName.isCouncil(words) { council = words }
      let hadDate = date != nil
      readSentence(words)
      if body != nil || date != nil || hadDate { lines.last = block.lines.last }
      at = paper.next(after: current)
      seen += 1
    }
    if let before = paper.previous(before: index), index - before <= 3 {
      let block = paper.blocks[before]
      let words = paper.text(block)
      if block.kind != .row, block.text.count <= 60, BodyName.isCouncil(words) {
        council = words
        start = before
      } else if block.text.count <= 30, words.lowercased() == "draft" {
        status = .draft
        start = before
      }
    }
  }

  private mutating func readSentence(_ text: String) {
    guard date == nil, let found = DateReader.first(in: text) else { return }
    date = found
    time = TimeReader.first(in: text)
    place = Self.place(in: text)
  }

  /// What stands between "held at" and the day.
  private static func place(in text: String) -> String? {
    guard let start = text.lowercasedRange(of: "held at ") ?? text.lowercasedRange(of: "held in ")
    else { return nil }
    let days = [
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "on", "at",
    ]
    var words: [Substring] = []
    for word in text[start...].split(separator: " ") {
      let plain = word.lowercased().filter(\.isLetter)
      if days.contains(plain), words.count > 0 { break }
      words.append(word)
    }
    var place = words.joined(separator: " ")
    while let last = place.last, ",.".contains(last) { place.removeLast() }
    return place.isEmpty ? nil : place
  }
}
