import MattersBlocks
import MattersRecords
import MattersText

/// A work programme as a document: its title, then meetings with their items, then reserve items.
///
/// The tables are read by ``ProgrammeTable`` wherever they stand; here the lists are.
enum ProgrammeLayout: Layout {
  static let name = "work programme"
  static let summary = "A committee's work programme: items by meeting, and a list of reserve items"

  // MARK: - Knowing one

  static func opening(at index: Int, in paper: Paper) -> Opening? {
    guard isTitle(paper.blocks[index], in: paper) else { return nil }
    var at = index
    for _ in 0..<8 {
      guard let next = paper.next(after: at) else { return nil }
      let block = paper.blocks[next]
      if block.kind == .row {
        let header = paper.cells(block).map { paper.text($0) }
        let columns = ProgrammeColumns(header: header)
        guard columns.index[.title] != nil, columns.index.count >= 2, !columns.isTracker else {
          return nil
        }
        return Opening(start: index, signs: 3)
      }
      if isReserve(block, in: paper) { return Opening(start: index, signs: 2) }
      if block.kind == .item {
        guard meetingDate(paper.blocks[at], in: paper) != nil else { return nil }
        return Opening(start: index, signs: 2)
      }
      if paper.starts(block, with: "meeting:") { return nil }
      at = next
    }
    return nil
  }

  /// A short line that names a work programme, not a sentence about one.
  static func isTitle(_ block: Block, in paper: Paper) -> Bool {
    guard block.kind == .paragraph || block.kind == .heading, (8...140).contains(block.text.count),
      !paper.ends(block, with: "."), !paper.ends(block, with: ":")
    else { return false }
    return titles.isIn(block, of: paper)
  }

  private static let titles: SignSet = [
    "work programme", "work plan", "forward work", "work program",
  ]

  /// The heading of the items that have no meeting yet.
  static func isReserve(_ block: Block, in paper: Paper) -> Bool {
    guard block.kind == .paragraph || block.kind == .heading, block.text.count <= 70,
      !block.style.contains(.struck), !paper.ends(block, with: ".")
    else { return false }
    return isReserve(paper.text(block))
  }

  /// Whether some words name the items that have no meeting yet; in two languages, either may.
  static func isReserve(_ text: String) -> Bool {
    text.split(separator: "/").contains { part in
      let words = MatchKey(String(part)).description
      return reserve.contains { words.hasPrefix($0) }
    }
  }

  private static let reserve = [
    "reserve item",
    "reserve list",
    "reserve topic",
    "long list",
    "unscheduled",
    "unallocated",
    "items to be scheduled",
    "topics to be scheduled",
    "to be scheduled",
    "items for future",
    "future items",
    "future topics",
    "possible items",
    "possible topics",
    "items without a date",
    "items not yet",
    "topics not yet",
    "to be programmed",
    "suggested items",
    "suggested topics",
    "pending items",
    "items to be programmed",
    "dates to be confirmed",
    "date to be confirmed",
  ]

  /// The date of a line that is a meeting's date and little else.
  static func meetingDate(_ block: Block, in paper: Paper) -> PlainDate? {
    guard block.kind != .row, block.text.count <= 80, !block.style.contains(.struck),
      let match = DateReader.first(in: paper.clean.bytes, block.text)
    else { return nil }
    let other =
      MatchKey.words(paper.clean.string(ByteRange(block.text.lower, match.range.lower)))
      + MatchKey.words(paper.clean.string(ByteRange(match.range.upper, block.text.upper)))
    return other.allSatisfy { allowed.contains($0) || $0.allSatisfy(\.isNumber) } ? match.date : nil
  }

  /// What may stand beside the day of a meeting.
  private static let allowed: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "meeting",
    "of", "the", "on", "date", "committee", "at", "am", "pm", "held", "to", "be", "scrutiny",
    "call",
    "extraordinary", "special", "additional",
  ]

  // MARK: - Reading

  static func read(_ section: Section, of paper: Paper, into sink: inout RecordSink) {
    var date: PlainDate?
    var isReserve = false
    for index in section.blocks {
      let block = paper.blocks[index]
      if block.kind == .furniture { continue }
      if Self.isReserve(block, in: paper) {
        (isReserve, date) = (true, nil)
        sink.claim(index)
      } else if block.kind == .item {
        guard isReserve || date != nil else { continue }
        add(block, date, at: index, of: paper, into: &sink)
      } else if let found = meetingDate(block, in: paper) {
        (isReserve, date) = (false, found)
        sink.claim(index)
      } else {
        // A table, or prose: the list is at its end.
        (isReserve, date) = (false, block.kind == .row ? nil : date)
        if block.kind == .paragraph { date = nil }
      }
    }
  }

  private static func add(
    _ block: Block, _ date: PlainDate?, at index: Int, of paper: Paper, into sink: inout RecordSink
  ) {
    let text = paper.text(block)
    guard (3...1200).contains(text.utf8.count) else { return }
    let wording = ProgrammeWording(paragraphs: [text])
    guard !wording.title.isEmpty else { return }
    var item = WorkProgrammeItem()
    item.meetingDate = date?.iso
    item.title = wording.title
    item.purpose = wording.purpose
    item.note = wording.note
    item.state = date == nil ? .reserve : .scheduled
    sink.add(
      .workProgrammeItem(item), parts: [item.meetingDate, item.title], lines: block.lines,
      blocks: index..<index + 1)
  }
}
