import MattersBlocks
import MattersRecords
import MattersText

/// A tracker that is a list and no table: for each request or action some lines with a label,
/// `Request: ...`, `Officer: ...`, `Response: ...`, `Status: ...`.
struct LabelledTracker {
  /// One request or action: the labels as printed, what they mean, and the words behind them.
  private struct Entry {
    var header: [String] = []
    var cells: [String] = []
    var columns: [TrackerColumn: Int] = [:]
    var lines: LineRange
    var blocks: [Int]

    mutating func add(_ column: TrackerColumn, _ label: String, _ words: String) {
      columns[column] = cells.count
      header.append(label)
      cells.append(words)
    }
  }

  private let paper: Paper
  private var entries: [Entry] = []
  private var current: Entry?
  /// The part that a line without a label goes on with.
  private var open: Int?

  /// Reads a stretch of a document and claims what it reads.
  static func read(_ stretch: Range<Int>, of paper: Paper, into sink: inout RecordSink) {
    var reader = LabelledTracker(paper: paper)
    for index in stretch where paper.blocks[index].kind != .furniture {
      if sink.isClaimed[index] { reader.finish() } else { reader.take(index) }
    }
    reader.finish()
    // One such block may be anything; a tracker has several alike.
    guard reader.entries.count >= 2 else { return }
    for entry in reader.entries {
      guard let kind = TrackerTable.kind(entry.columns),
        let content = TrackerTable.entry(
          kind, cells: entry.cells, header: entry.header, entry.columns, nil, StatusKey(),
          sink.profile, body: sink.meeting.body)
      else { continue }
      sink.add(
        .trackerEntry(content),
        parts: [
          content.meetingDate ?? sink.meeting.date?.iso, content.reference,
          content.label ?? content.text.split(separator: " ").prefix(6).joined(separator: " "),
        ],
        lines: entry.lines)
      for block in entry.blocks { sink.claim(block) }
    }
  }

  private init(paper: Paper) { self.paper = paper }

  private mutating func take(_ index: Int) {
    let block = paper.blocks[index]
    guard block.kind == .paragraph || block.kind == .item || block.kind == .heading,
      block.text.count <= 3000
    else { return finish() }
    let text = paper.text(block)
    if let (column, value) = LabelledPart.of(block, in: paper),
      value.isEmpty || paper.text(value) != text,
      let colon = text.firstIndex(of: ":")
    {
      let isNext = current?.columns[column] != nil
      if isNext { finish() }
      if current == nil { current = Entry(lines: block.lines, blocks: []) }
      current?.add(column, String(text[..<colon]), paper.text(value))
      hold(index)
      open = column == .response || value.isEmpty ? current.map { $0.cells.count - 1 } : nil
    } else if let (day, title) = Self.minute(text) {
      finish()
      current = Entry(lines: block.lines, blocks: [])
      current?.add(.meeting, "Minute", day)
      current?.add(.subject, "Subject", title)
      hold(index)
    } else if let reference = Self.name(text) {
      finish()
      current = Entry(lines: block.lines, blocks: [])
      current?.add(.reference, "Reference", reference)
      hold(index)
    } else if let cell = open, current != nil, block.kind != .heading {
      goOn(cell, text)
      hold(index)
    } else {
      finish()
    }
  }

  private mutating func goOn(_ cell: Int, _ words: String) {
    guard var entry = current else { return }
    entry.cells[cell] += entry.cells[cell].isEmpty ? words : " " + words
    current = entry
  }

  private mutating func hold(_ index: Int) {
    guard var entry = current else { return }
    entry.lines = entry.lines.union(paper.blocks[index].lines)
    entry.blocks.append(index)
    current = entry
  }

  /// `Request 7`, `Action IR/3`: a line that only names what follows.
  private static func name(_ text: String) -> String? {
    // Most paragraphs are longer than such a line can be.
    guard text.utf8.count <= 40 else { return nil }
    let words = text.split(separator: " ")
    guard words.count == 2, ["request", "action", "item"].contains(words[0].lowercased()),
      words[1].contains(where: \.isNumber), words[1].count <= 12
    else { return nil }
    return String(words[1].last == ":" ? words[1].dropLast() : words[1])
  }

  /// `Minute 11 – 4 May 2023 – Ponds`: the meeting and the subject of what follows.
  private static func minute(_ text: String) -> (day: String, title: String)? {
    guard text.utf8.count <= 160,
      ["minute", "min", "minute no"].contains(where: text.lowercased().hasPrefix)
    else { return nil }
    let parts = text.replacing(" - ", by: "–").split(separator: "–").map {
      String($0).trimmingMarks
    }
    guard parts.count == 3, let day = parts.first(where: { DateReader.only($0) != nil }),
      parts[0].contains(where: \.isNumber)
    else { return nil }
    return (day, parts[2] == day ? parts[1] : parts[2])
  }

  /// Keeps what has what was asked, what came of it, and where it comes from.
  private mutating func finish() {
    defer { (current, open) = (nil, nil) }
    guard let entry = current, TrackerTable.kind(entry.columns) != nil,
      entry.columns[.response] ?? entry.columns[.status] != nil,
      entry.columns[.reference] ?? entry.columns[.meeting] ?? entry.columns[.responsible] != nil,
      entry.columns.count >= 4
    else { return }
    entries.append(entry)
  }
}
