public import MattersBlocks
public import MattersRecords
public import MattersText

/// What was read from a paper.
public struct Reading: Sendable {
  /// The records in document order.
  public var records: [PaperRecord]
  /// The meeting whose paper each record stands in; as many as there are records.
  public var settings: [RecordSetting]
  /// What was noticed on the way.
  public var diagnostics: [Diagnostic]
  /// Accounts for the lines, when it is asked.
  let account: @Sendable () -> Coverage

  /// How each non-blank line was accounted for; worked out each time it is asked.
  public var coverage: Coverage { account() }
}

/// Reads the records of a paper: cuts it into documents and gives each to its layout.
public enum PaperParser {
  /// Reads a paper.
  ///
  /// Any text gives a reading; nothing is thrown.
  ///
  /// - Parameter profiles: what some councils call by words of their own.
  public static func parse(_ paper: Paper, profiles: CouncilProfiles = CouncilProfiles()) -> Reading
  {
    let (sink, sections) = read(paper, profiles: profiles) { _ in }
    let order = sink.order
    return Reading(
      records: order.map { sink.records[$0] }, settings: order.map { sink.settings[$0] },
      diagnostics: sink.diagnostics,
      account: { [sink] in Coverage(paper, sections: sections, sink: sink) })
  }

  /// Reads a paper, and hands records over before its end is reached: a file of many packs need not
  /// be held as a whole.
  ///
  /// - Parameter take: is given, now and then, the records in document order that were not taken yet
  ///   and whether they are the last; says how many of them it takes.
  /// - Returns: what was noticed.
  package static func parse(
    _ paper: Paper, profiles: CouncilProfiles,
    take: (_ records: [PaperRecord], _ settings: [RecordSetting], _ isLast: Bool) -> Int
  ) -> [Diagnostic] {
    // Looked at again only when there is twice as much, so that one long pack is not gone through
    // with each of its documents.
    var next = 0
    func offer(_ sink: inout RecordSink, isLast: Bool) {
      let order = sink.order
      let taken = take(
        order.map { sink.records[$0] }, order.map { sink.settings[$0] }, isLast)
      sink.remove(order.prefix(taken))
      next = taken > 0 ? 0 : sink.records.count * 2
    }
    var (sink, _) = read(paper, profiles: profiles) { sink in
      if sink.records.count >= max(next, fewest) { offer(&sink, isLast: false) }
    }
    offer(&sink, isLast: true)
    return sink.diagnostics
  }

  /// How many records are worth handing over.
  private static let fewest = 256

  /// Reads a paper's documents one after the other.
  ///
  /// - Parameter afterEach: is told after each what was read so far.
  private static func read(
    _ paper: Paper, profiles: CouncilProfiles, afterEach: (inout RecordSink) -> Void
  ) -> (sink: RecordSink, sections: [Section]) {
    var sink = RecordSink(blockCount: paper.blocks.count)
    sink.profile = profiles.of(paper)
    let (sections, diagnostics) = PackCutter.cut(paper)
    sink.diagnostics = paper.diagnostics + diagnostics
    for section in sections {
      read(section, of: paper, into: &sink)
      afterEach(&sink)
    }
    if !sink.hasRead, !paper.blocks.isEmpty, sections.allSatisfy({ $0.layout == nil }) {
      readDecisionMaker(of: paper, into: &sink)
      MinutesLayout.readFragment(of: paper, into: &sink)
      // A table of actions is of the minutes that it stands in.
      if sink.hasRead {
        sink.isMinutes = true
        for section in sections { readTables(section, of: paper, into: &sink) }
      }
    }
    return (sink, sections)
  }

  private static func read(_ section: Section, of paper: Paper, into sink: inout RecordSink) {
    // What is bound behind minutes, an answer of the executive, is none of them.
    if section.layout is MinutesLayout.Type, let end = end(of: section, in: paper) {
      read(
        Section(
          layout: section.layout, blocks: section.blocks.lowerBound..<end, head: section.head),
        of: paper, into: &sink)
      read(Section(layout: nil, blocks: end..<section.blocks.upperBound), of: paper, into: &sink)
      return
    }
    sink.meeting = sink.pack
    sink.report = nil
    sink.beginReport()
    sink.isMinutes = section.layout is MinutesLayout.Type
    section.layout?.read(section, of: paper, into: &sink)
    if section.layout == nil, sink.meeting.body == nil,
      let meeting = ExecutivePaperHead.meeting(
        section.blocks, in: paper, isExecutive: { sink.isExecutive($0) })
    {
      sink.meeting = RecordSetting(
        council: sink.meeting.council ?? meeting.council, body: meeting.body,
        date: sink.meeting.date ?? meeting.date)
    }
    if !(section.layout is MinutesLayout.Type || section.layout is QuestionSheetLayout.Type) {
      if section.layout == nil || section.layout is TrackerLayout.Type {
        ReportProposals.read(
          section.blocks, of: paper, report: sink.report, date: sink.meeting.date?.iso,
          into: &sink)
      }
      FallenResponses.read(
        section.blocks, from: section.blocks.lowerBound, of: paper, into: &sink)
      LabelledTracker.read(section.blocks, of: paper, into: &sink)
      LabelledResponses.read(
        section.blocks, from: section.blocks.lowerBound, of: paper, into: &sink)
      ToldResponses.read(
        section.blocks, from: section.blocks.lowerBound, of: paper, into: &sink)
      // A letter from which the committee's own wishes were read is no answer: its lines are claimed.
      if section.layout == nil || section.layout is LetterLayout.Type {
        ReplyLetter.read(section.blocks, of: paper, into: &sink)
      }
    }
    readTables(section, of: paper, into: &sink)
  }

  /// The block behind the line in which minutes end, where the title of a response follows.
  private static func end(of section: Section, in paper: Paper) -> Int? {
    guard
      let last = section.blocks.last(where: {
        MeetingEnd.begins(paper.blocks[$0].text, in: paper.clean.bytes)
      }), section.blocks.upperBound - last > 8
    else { return nil }
    let isAnswered = paper.blocks[(last + 1)...].prefix(10).contains { block in
      block.kind == .paragraph || block.kind == .heading
        ? block.text.count <= 120 && paper.has(block, "response") && !paper.ends(block, with: ".")
        : false
    }
    return isAnswered ? last + 1 : nil
  }

  /// Takes who decided, and when, from the lines of a page that tells one decision.
  private static func readDecisionMaker(of paper: Paper, into sink: inout RecordSink) {
    for block in paper.blocks.prefix(60)
    where block.kind == .paragraph && block.text.count <= 120 {
      let text = paper.text(block)
      if let maker = Labelled.value(of: text, named: ["decision maker", "decision taker"]) {
        sink.meeting.body = sink.meeting.body ?? maker
      } else if let day = Labelled.value(
        of: text, named: ["date of decision", "decision date", "date of meeting"])
      {
        sink.meeting.date = sink.meeting.date ?? DateReader.first(in: day)
      }
    }
  }

  /// A table layout that was read, and the header it was known by.
  private struct Known {
    var layout: any TableLayout.Type
    var header: Block
    /// The block after its last row.
    var end: Int
  }

  /// Gives each table that no document's layout claimed to the table layout that knows it.
  private static func readTables(
    _ section: Section, of paper: Paper, into sink: inout RecordSink
  ) {
    var index = section.blocks.lowerBound
    var known: Known?
    while index < section.blocks.upperBound {
      guard paper.blocks[index].kind == .row, !sink.isClaimed[index] else {
        index += 1
        continue
      }
      var end = index
      var rows: [(index: Int, block: Block)] = []
      while end < section.blocks.upperBound,
        paper.blocks[end].kind == .furniture
          || paper.blocks[end].kind == .row && paper.blocks[end].table == paper.blocks[index].table
      {
        if paper.blocks[end].kind == .row { rows.append((end, paper.blocks[end])) }
        end += 1
      }
      let above = above(index, in: section, of: paper)
      if let found = read(rows, above, in: section, of: paper, into: &sink) {
        known = Known(layout: found.layout, header: found.header, end: end)
      } else if let former = known, goesOn(rows.map(\.block), with: former, at: index, in: paper) {
        var table = TableView(
          rows: [former.header] + rows.map(\.block), start: index, above: above,
          document: section.blocks.lowerBound, profile: sink.profile)
        table.hasBorrowedHeader = true
        former.layout.read(table, of: paper, into: &sink)
        known?.end = end
      }
      index = end
    }
  }

  /// How many rows may stand above a table's header: its title, a word on what it holds.
  private static let titleRows = 3

  /// Reads a table whose header is one of its first rows.
  private static func read(
    _ rows: [(index: Int, block: Block)], _ above: [Block], in section: Section, of paper: Paper,
    into sink: inout RecordSink
  ) -> (layout: any TableLayout.Type, header: Block)? {
    for first in 0..<min(titleRows, rows.count) {
      let table = TableView(
        rows: rows[first...].map(\.block), start: rows[first].index,
        above: above + rows[..<first].map(\.block),
        document: section.blocks.lowerBound, profile: sink.profile)
      let ranked = Layouts.tables.map { ($0, $0.signs(of: table, in: paper)) }
        .filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }
      guard let (layout, signs) = ranked.first else { continue }
      if ranked.count > 1, ranked[1].1 == signs {
        sink.diagnostics.append(
          Diagnostic(
            "layout.tie", .warning, "a table that could be of more than one kind was not read",
            lines: rows[0].block.lines))
        return nil
      }
      layout.read(table, of: paper, into: &sink)
      return (layout, rows[first].block)
    }
    return nil
  }

  /// Whether rows without a header of their own go on with the table above: as many cells, and no
  /// more than a heading between the two.
  private static func goesOn(
    _ rows: [Block], with former: Known, at index: Int, in paper: Paper
  ) -> Bool {
    let between = paper.blocks[former.end..<index].filter { $0.kind != .furniture }
    guard between.count <= 2,
      between.allSatisfy({ $0.kind != .row && $0.text.count <= 120 && !paper.ends($0, with: ":") })
    else { return false }
    let width = former.header.cells.count
    return width >= 4 && rows.allSatisfy { $0.cells.count == width }
  }

  /// The last few lines of prose above a table.
  private static func above(_ table: Int, in section: Section, of paper: Paper) -> [Block] {
    var above: [Block] = []
    for block in paper.blocks[section.blocks.lowerBound..<table].reversed() {
      if above.count == 6 { break }
      if block.kind != .row, block.kind != .furniture { above.append(block) }
    }
    return above.reversed()
  }
}
