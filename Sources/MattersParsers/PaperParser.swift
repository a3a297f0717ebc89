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
  /// How each non-blank line was accounted for.
  public var coverage: Coverage
}

/// Reads the records of a paper: cuts it into documents and gives each to its layout.
public enum PaperParser {
  /// Reads a paper.
  ///
  /// Any text gives a reading; nothing is thrown.
  public static func parse(_ paper: Paper) -> Reading {
    var sink = RecordSink(blockCount: paper.blocks.count)
    let (sections, diagnostics) = PackCutter.cut(paper)
    sink.diagnostics = paper.diagnostics + diagnostics
    for section in sections {
      sink.meeting = sink.pack
      sink.report = nil
      sink.isMinutes = section.layout is MinutesLayout.Type
      section.layout?.read(section, of: paper, into: &sink)
      readTables(section, of: paper, into: &sink)
    }
    let order = sink.records.indices.sorted {
      (sink.records[$0].lines, $0) < (sink.records[$1].lines, $1)
    }
    return Reading(
      records: order.map { sink.records[$0] }, settings: order.map { sink.settings[$0] },
      diagnostics: sink.diagnostics,
      coverage: Coverage(paper, sections: sections, sink: sink))
  }

  /// Gives each table that no document's layout claimed to the table layout that knows it.
  private static func readTables(
    _ section: Section, of paper: Paper, into sink: inout RecordSink
  ) {
    var index = section.blocks.lowerBound
    while index < section.blocks.upperBound {
      guard paper.blocks[index].kind == .row, !sink.isClaimed[index] else {
        index += 1
        continue
      }
      var end = index
      var rows: [Block] = []
      while end < section.blocks.upperBound,
        paper.blocks[end].kind == .furniture
          || paper.blocks[end].kind == .row && paper.blocks[end].table == paper.blocks[index].table
      {
        if paper.blocks[end].kind == .row { rows.append(paper.blocks[end]) }
        end += 1
      }
      let table = TableView(rows: rows, start: index, above: above(index, in: section, of: paper))
      let ranked = Layouts.tables.map { ($0, $0.signs(of: table, in: paper)) }
        .filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }
      if let (layout, signs) = ranked.first {
        if ranked.count > 1, ranked[1].1 == signs {
          sink.diagnostics.append(
            Diagnostic(
              "layout.tie", .warning, "a table that could be of more than one kind was not read",
              lines: rows[0].lines))
        } else {
          layout.read(table, of: paper, into: &sink)
        }
      }
      index = end
    }
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
