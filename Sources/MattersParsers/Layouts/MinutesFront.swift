import MattersBlocks
import MattersRecords
import MattersText

/// What the head of minutes says of the meeting.
struct MinutesFront {
  var start: Int
  var body: String?
  var council: String?
  var date: PlainDate?
  var time: String?
  var place: String?
  var status: MinutesStatus?
  var type: MeetingType?
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
    if text.lowercasedRange(of: "draft") != nil || text.lowercasedRange(of: "unconfirmed") != nil {
      status = .draft
    }

    var at = paper.next(after: index)
    var seen = 0
    while let current = at, seen < 6, date == nil || body == nil {
      let block = paper.blocks[current]
      guard block.kind == .paragraph || block.kind == .heading, block.text.count <= 400 else {
        break
      }
      let words = paper.text(block)
      if body == nil {
        body =
          BodyName.inSentence(words, after: "meeting of ")
          ?? (BodyName.isBody(words) && !BodyName.isCouncil(words) ? words : nil)
      }
      if BodyName.isCouncil(words) { council = words }
      if Self.isDraftMark(block, in: paper) { status = .draft }
      let hadDate = date != nil
      readSentence(words)
      if body != nil || date != nil || hadDate { lines.last = block.lines.last }
      at = paper.next(after: current)
      seen += 1
    }
    readAbove(paper, index)
  }

  /// Reads the lines above the title: the council, the body, a draft mark.
  private mutating func readAbove(_ paper: Paper, _ index: Int) {
    var at = index
    for _ in 0..<4 {
      guard let before = paper.previous(before: at) else { return }
      let block = paper.blocks[before]
      guard block.kind == .paragraph || block.kind == .heading, block.text.count <= 100 else {
        return
      }
      let words = paper.text(block)
      if BodyName.isCouncil(words) {
        council = words
      } else if Self.isDraftMark(block, in: paper) {
        status = .draft
      } else if body == nil, BodyName.isBody(words) {
        body = words
      } else {
        return
      }
      start = before
      // A web site's name from the page's head is none of the page's own lines.
      if block.kind != .heading || block.level > 0 { lines = lines.union(block.lines) }
      at = before
    }
  }

  /// "DRAFT", "Draft: to be confirmed at the next meeting", "Unconfirmed minutes".
  private static func isDraftMark(_ block: Block, in paper: Paper) -> Bool {
    let isMark =
      paper.starts(block, with: "draft") || paper.starts(block, with: "(draft")
      || paper.starts(block, with: "unconfirmed")
      || paper.starts(block, with: "subject to confirmation")
    return isMark && DateReader.first(in: paper.clean.bytes, block.text) == nil
  }

  private mutating func readSentence(_ text: String) {
    if text.lowercasedRange(of: "extraordinary meeting") != nil
      || text.lowercasedRange(of: "special meeting") != nil
    {
      type = .extraordinary
    } else if text.lowercasedRange(of: "informal meeting") != nil {
      type = .informal
    }
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
