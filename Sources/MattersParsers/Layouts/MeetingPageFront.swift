import MattersBlocks
import MattersRecords
import MattersText

/// What the head of a committee system's page says of the meeting.
struct MeetingPageFront {
  var role: DocumentRole
  var status: MinutesStatus?
  var council: String?
  var body: String?
  var date: PlainDate?
  var time: String?
  var place: String?
  var held: MeetingHeld?
  /// The number and title of the one item that the page is of.
  var item: (number: ItemNumber?, title: Int)?
  /// The first block of the page's head.
  var start: Int
  /// The block after the head.
  var end: Int
  var lines: LineRange
  /// The lines of the words that the item's number and title were read from.
  var itemLines: LineRange?

  /// Reads the head of a page from its title on; nothing where it names no meeting.
  init?(_ paper: Paper, from index: Int) {
    guard let title = PageTitle(paper.blocks[index], in: paper) else { return nil }
    role = title.role
    status = title.isDraft ? .draft : nil
    start = index
    end = index + 1
    lines = paper.blocks[index].lines
    var at = paper.next(after: index)
    var seen = 0
    while let current = at, seen < 10 {
      let block = paper.blocks[current]
      guard block.kind != .row, block.label.isEmpty || block.style.contains(.bullet),
        block.text.count <= 300, !MeetingEnd.begins(block.text, in: paper.clean.bytes)
      else { break }
      let text = paper.text(block)
      if title.isOfItem, item == nil, date == nil, !Self.namesMeeting(text) {
        item = (nil, current)
        itemLines = block.lines
      } else if !take(text, block.lines) {
        // Links to documents stand between the day and the place.
        if date != nil, !block.style.contains(.bullet) { break }
      } else {
        end = current + 1
      }
      at = paper.next(after: current)
      seen += 1
    }
    guard date != nil, body != nil else { return nil }
    readAbove(paper, index)
  }

  /// Takes what a line of the head says; false where it says nothing of the meeting.
  private mutating func take(_ text: String, _ own: LineRange) -> Bool {
    if let value = Labelled.value(of: text, named: ["venue", "place", "location"]) {
      var value = Substring(value)
      while let last = value.last, ". ".contains(last) { value = value.dropLast() }
      place = String(value)
    } else if Labelled.value(of: text, named: ["contact", "email", "tel", "media"]) != nil {
      return true
    } else if let value = Labelled.value(of: text, named: ["date", "meeting date"]),
      let found = DateReader.first(in: value)
    {
      date = found
      time = time ?? TimeReader.first(in: value)
    } else if let value = Labelled.value(of: text, named: ["time", "meeting time"]) {
      time = TimeReader.first(in: value) ?? time
    } else if text.utf8.count < 80, text.lowercasedRange(of: "cancelled") != nil {
      held = .cancelled
    } else if date == nil, let found = DateReader.first(in: text), readMeeting(text, found) {
      if let itemLines { self.itemLines = itemLines.union(own) }
    } else if body == nil, BodyName.isBody(text), !BodyName.isCouncil(text) {
      body = text
    } else if council == nil, BodyName.isCouncil(text) {
      council = text
    } else {
      return false
    }
    lines = lines.union(own)
    return true
  }

  /// "Ponds Scrutiny Committee - Tuesday, 21st May, 2024 10.30 am", "Meeting of Cabinet, Thursday,
  /// 9th November, 2023 (Item 61.)", "Meeting: 20/09/2023 - Council (Item 52)", or the day alone.
  private mutating func readMeeting(_ text: String, _ found: PlainDate) -> Bool {
    let name =
      BodyName.inSentence(text, after: "meeting of ")
      ?? text.components(around: [" - ", " – ", " — "]).lazy
      .map { Self.bare($0) }.first { BodyName.isBody($0) && DateReader.first(in: $0) == nil }
    let isDay = DateReader.whole(Self.withoutDayAndTime(text)) != nil
    guard name != nil || isDay else { return false }
    if let name, let parted = BodyName.parted(name) {
      body = parted.body
      council = council ?? parted.council
    } else {
      body = name ?? body
    }
    date = found
    time = TimeReader.first(in: text)
    if item != nil, let range = text.lowercasedRange(of: "(item ") {
      item?.number = ItemNumber(String(text[range...].prefix { $0 != ")" }))
    }
    return true
  }

  /// A name without what stands before its colon or behind it in brackets.
  private static func bare(_ text: String) -> String {
    let name = text.prefix { $0 != "(" }
    let parts = name.split(separator: ":")
    return (parts.last ?? name).split(separator: " ").joined(separator: " ")
  }

  private static func namesMeeting(_ text: String) -> Bool {
    text.lowercasedRange(of: "meeting") != nil && DateReader.first(in: text) != nil
  }

  /// The words of a day less the weekday and the time of day.
  private static func withoutDayAndTime(_ text: String) -> String {
    let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    let words = text.split(separator: " ").drop {
      days.contains($0.lowercased().filter(\.isLetter))
    }
    // The year ends the date.
    guard
      let year = words.firstIndex(where: {
        let plain = $0.filter { $0 != "," }
        return plain.count == 4 && plain.allSatisfy(\.isNumber)
      })
    else { return words.joined(separator: " ") }
    return words[...year].joined(separator: " ").filter { $0 != "," }
  }

  private mutating func readAbove(_ paper: Paper, _ index: Int) {
    var at = index
    for _ in 0..<6 {
      guard let before = paper.previous(before: at) else { return }
      let block = paper.blocks[before]
      guard block.kind == .paragraph || block.kind == .heading, block.text.count <= 120 else {
        return
      }
      if council == nil, BodyName.isCouncil(paper.text(block)) {
        council = paper.text(block)
        start = before
        // The site's name from the page's head is none of the page's own lines.
        if block.kind != .heading || block.level > 0 { lines = lines.union(block.lines) }
        return
      }
      at = before
    }
  }
}

/// What the title of a page says it holds.
struct PageTitle {
  var role: DocumentRole
  var isDraft: Bool
  var isOfItem: Bool

  /// The titles of pages of whole meetings and of single items, in lower case.
  private static let titles: [(words: StaticString, role: DocumentRole, isOfItem: Bool)] = [
    ("agenda", .agenda, false),
    ("agenda and minutes", .minutes, false),
    ("agenda and draft minutes", .minutes, false),
    ("agenda, decisions and minutes", .minutes, false),
    ("agenda, decisions and draft minutes", .minutes, false),
    ("agenda and decisions", .minutes, false),
    ("decisions and minutes", .minutes, false),
    ("minutes", .minutes, false),
    ("draft minutes", .minutes, false),
    ("printed minutes", .minutes, false),
    ("decisions", .minutes, false),
    ("draft decisions", .minutes, false),
    ("agenda item", .minutes, true),
    ("issue - meetings", .minutes, true),
    ("issue details", .minutes, true),
    ("decision details", .minutes, true),
  ]

  /// The first words of the titles.
  static let beginnings = FirstWords(titles.map { MatchKey($0.words.description).description })

  init?(_ block: Block, in paper: Paper) {
    guard block.kind == .paragraph || block.kind == .heading, block.label.isEmpty,
      let title = Self.titles.first(where: { paper.says(block, $0.words) })
    else { return nil }
    role = title.role
    isOfItem = title.isOfItem
    isDraft = paper.has(block, "draft")
  }
}

extension String {
  /// The pieces of a text between some separators.
  fileprivate func components(around separators: [String]) -> [String] {
    var pieces = [self]
    for separator in separators {
      pieces = pieces.flatMap { piece -> [String] in
        var parts: [String] = []
        var rest = Substring(piece)
        while let end = String(rest).lowercasedRange(of: separator) {
          let text = String(rest)
          parts.append(String(text[..<end].dropLast(separator.count)))
          rest = Substring(String(text[end...]))
        }
        return parts + [String(rest)]
      }
    }
    return pieces
  }
}
