import MattersBlocks
import MattersText

/// Tells the line that opens minutes: by a word for them, or by a meeting's day with those present
/// below it.
enum MinutesTitle {
  /// What stands in each of them but a day by itself, which only the head of a paper has.
  private static let words = WordStems(ofAny: [
    "minute", "meeting", "decision", "proceeding", "notes of", "subject:",
  ])

  static func isOne(_ index: Int, in paper: Paper) -> Bool {
    let block = paper.blocks[index]
    guard block.kind == .paragraph || block.kind == .heading, block.label.isEmpty,
      block.text.count <= 500, index <= 24 || block.stems.meets(words)
    else { return false }
    // "Minutes: The Executive considered ...": what was said of one item, on a page of them.
    if block.text.count > 60, paper.ends(block, with: "."), paper.starts(block, with: "minutes:") {
      return false
    }
    // On a page of items the word stands in each of them.
    if paper.says(block, "minutes"),
      paper.blocks[max(0, index - 80)..<index].contains(where: {
        $0.kind == .paragraph && paper.says($0, "minutes") && paper.ends($0, with: ":")
      })
    {
      return false
    }
    let starts: [StaticString] = [
      "minutes of", "minute of", "minutes for", "draft minutes", "unconfirmed minutes",
      "confirmed minutes",
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
      || isMeetingHeld(index, in: paper) || isNotesOfBody(block, in: paper)
      || isPlaced(block, in: paper) || isParted(block, in: paper)
    return isNamed && !isItem(index, in: paper) && !HeadWording.isPath(paper.text(block))
  }

  /// "Ponds Committee | Minutes | 5 December 2023": facts beside each other.
  private static func isParted(_ block: Block, in paper: Paper) -> Bool {
    guard block.text.count <= 160, paper.has(block, "minutes"), !paper.ends(block, with: ".") else {
      return false
    }
    let text = paper.text(block)
    return DateReader.first(in: text) != nil && HeadWording.ofSegments(text) != nil
  }

  /// "NOTES OF THE PONDS SCRUTINY PANEL (DRAFT)", with those who came below it.
  private static func isNotesOfBody(_ block: Block, in paper: Paper) -> Bool {
    guard block.text.count <= 120, paper.starts(block, with: "notes of the ") else { return false }
    return BodyName.isBody(HeadWording.body(String(paper.text(block).dropFirst(9))))
  }

  /// A town and a day before the words for the paper, as Scottish councils print them.
  private static func isPlaced(_ block: Block, in paper: Paper) -> Bool {
    let head = ByteRange(block.text.lower, min(block.text.upper, block.text.lower + 100))
    let leads: [StaticString] = [". minute of meeting of", ". minute of the meeting of"]
    guard let at = leads.lazy.compactMap({ paper.clean.bytes.firstIndex(of: $0, in: head) }).first
    else { return false }
    return DateReader.first(in: paper.text(ByteRange(block.text.lower, at))) != nil
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
    let text = paper.text(block)
    return (DateReader.first(in: text) != nil || HeadWording.namesDay(text))
      && !paper.ends(block, with: ".")
  }

  /// "Meeting held 14 February 2024", with those present below.
  private static func isMeetingHeld(_ index: Int, in paper: Paper) -> Bool {
    let block = paper.blocks[index]
    guard block.text.count <= 300,
      index > 40 || Int(block.lines.first) > FrontMatter.end(of: paper),
      paper.starts(block, with: "meeting held") || paper.starts(block, with: "at a meeting of")
        || paper.starts(block, with: "meeting of ")
        || paper.starts(block, with: "record of the meeting")
        || paper.starts(block, with: "a ") && paper.has(block, " was held")
          && paper.has(block, " meeting ")
        || paper.starts(block, with: "notes of the meeting of")
        || namesMeetingDay(block, in: paper) || isBareDay(index, in: paper)
        || index <= 12 && block.text.count <= 80 && paper.starts(block, with: "held on ")
        || isSubject(block, in: paper) || isBodyAndDay(index, in: paper)
    else { return false }
    var at = index
    for _ in 0..<8 {
      guard let next = paper.next(after: at) else { return false }
      let under = paper.blocks[next]
      if presences.contains(where: { paper.starts(under, with: $0) }) { return true }
      if under.kind == .row, let first = paper.cells(under).first {
        return presences.contains {
          paper.clean.bytes.matches($0, at: first.lower, before: first.upper)
        }
      }
      if under.kind == .item { return false }
      at = next
    }
    return false
  }

  /// "CABINET                7TH MARCH 2023", the first line of all.
  private static func isBodyAndDay(_ index: Int, in paper: Paper) -> Bool {
    let block = paper.blocks[index]
    guard index <= 6, block.text.count <= 110, !paper.ends(block, with: ".") else { return false }
    let text = paper.text(block)
    guard DateReader.first(in: text) != nil, HeadField.of(text) == nil else { return false }
    return HeadWording.body(beforeDayIn: text) != nil
  }

  /// "SUBJECT: PONDS COMMITTEE - 21ST MARCH 2023": minutes that are sent as a report.
  private static func isSubject(_ block: Block, in paper: Paper) -> Bool {
    guard block.text.count <= 120, paper.starts(block, with: "subject:") else { return false }
    let text = String(paper.text(block).dropFirst(8).drop { $0 == " " })
    return DateReader.first(in: text) != nil && BodyName.isBody(text)
  }

  /// What a line begins with that tells who came: an agenda tells who is to come.
  private static let presences: [StaticString] = [
    "present", "in the chair", "members present", "committee members present", "sederunt",
    "councillors present", "panel members present", "board members present", "also present",
    "attending", "those present", "those attending", "attended", "attendees", "roll call",
    "call to order",
  ]

  /// A day by itself near the top, the name of a body in the line above: `CABINET`, `Tuesday 14
  /// March 2023`; or a kind of meeting, its day in the next line.
  private static func isBareDay(_ index: Int, in paper: Paper) -> Bool {
    let block = paper.blocks[index]
    // No further down: `words` would hide it.
    guard index <= 24, (8...120).contains(block.text.count),
      !paper.ends(block, with: ".") || paper.ends(block, with: ".m."),
      !paper.blocks[..<index].contains(where: {
        paper.starts($0, with: "present") || paper.starts($0, with: "minutes")
          || $0.kind == .item && !$0.label.isEmpty
      })
    else { return false }
    let text = paper.text(block)
    if paper.has(block, "meeting of "), BodyName.isBody(text),
      let next = paper.next(after: index), paper.blocks[next].text.count <= 60
    {
      return DateReader.first(in: paper.text(paper.blocks[next])) != nil
    }
    guard block.text.count <= 60, text.split(separator: " ").count <= 8,
      DateReader.first(in: text) != nil, HeadField.of(text) == nil,
      let above = paper.previous(before: index)
    else { return false }
    let name = paper.text(paper.blocks[above])
    return BodyName.isBody(name) || HeadWording.ofTwoTongues(name) != nil
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
        // "1. Minutes", and below it of which meeting.
        || paper.blocks[before].text.count <= 40
          && paper.starts(paper.blocks[before], with: "minutes")
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
}
