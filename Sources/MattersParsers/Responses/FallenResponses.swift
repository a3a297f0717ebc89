import MattersBlocks
import MattersRecords
import MattersText

/// A table of responses that fell apart into its cells: its headings below one another, then each
/// row's cells, every one a paragraph of its own.
///
/// Nothing numbers the rows. They are known by what each cell holds: as many paragraphs as there
/// are headings, again and again, a verdict where the answer stands.
struct FallenResponses {
  private static let widths = 2...8
  private static let longestHeading = 60

  /// Reads such tables in a stretch of a document and claims what it reads.
  static func read(
    _ stretch: Range<Int>, from document: Int, of paper: Paper, into sink: inout RecordSink
  ) {
    var at = stretch.lowerBound
    while at < stretch.upperBound {
      guard !sink.isClaimed[at], let table = FallenResponses(at: at, in: stretch, of: paper, sink)
      else {
        at += 1
        continue
      }
      table.add(from: document, of: paper, into: &sink)
      at = table.end
    }
  }

  private var rows: [[Int]] = []
  private var columns: [TrackerColumn: Int] = [:]
  private var headings: [Int] = []
  private var end: Int

  /// The table whose first heading is a block.
  private init?(at start: Int, in stretch: Range<Int>, of paper: Paper, _ sink: RecordSink) {
    end = start
    guard Self.heading(paper.blocks[start], in: paper)?.column != nil else { return nil }
    var at = start
    var header: [String] = []
    while at < stretch.upperBound, header.count < Self.widths.upperBound {
      if paper.blocks[at].kind != .furniture {
        guard let heading = Self.heading(paper.blocks[at], in: paper),
          headings.count < 2 || gap(before: at, in: paper) == gap(before: headings[1], in: paper)
        else { break }
        header.append(heading.text)
        headings.append(at)
      }
      at += 1
    }
    // A short first cell looks like one more heading.
    while Self.widths.contains(header.count) {
      columns = TrackerColumns(header: header).index
      if columns.count + 1 >= header.count, readRows(from: at, in: stretch, of: paper, sink) {
        return
      }
      header.removeLast()
      at = headings.removeLast()
    }
    return nil
  }

  /// How many lines there are from a block to the one before it.
  private func gap(before index: Int, in paper: Paper) -> Int {
    paper.previous(before: index).map {
      Int(paper.blocks[index].lines.first) - Int(paper.blocks[$0].lines.last)
    } ?? 0
  }

  /// Reads the rows below the headings; whether there are any.
  private mutating func readRows(
    from start: Int, in stretch: Range<Int>, of paper: Paper, _ sink: RecordSink
  ) -> Bool {
    let width = headings.count
    rows = []
    columns = ColumnContents.completed(
      columns, header: headings.map { paper.text(paper.blocks[$0]) },
      rows: sample(from: start, in: stretch, of: paper), title: [])
    guard ResponseTable.fits(columns), let asked = columns[.recommendation],
      let answer = columns[.decision] ?? columns[.response]
    else { return false }
    var at = start
    var row: [Int] = []
    while at < stretch.upperBound {
      let block = paper.blocks[at]
      if block.kind != .furniture {
        guard block.kind == .paragraph || block.kind == .item, !sink.isClaimed[at] else { break }
        row.append(at)
        at += 1
        guard row.count == width else { continue }
        guard Self.asks(paper.blocks[row[asked]], in: paper),
          DecisionWording.opening(paper.text(paper.blocks[row[answer]])) != nil
            || ProseVerdict.find(paper.text(paper.blocks[row[answer]])) != nil
        else { break }
        rows.append(row)
        row = []
        end = at
      } else {
        at += 1
      }
    }
    return rows.count >= 2
  }

  /// The cells of the first rows, if there are rows.
  private func sample(from start: Int, in stretch: Range<Int>, of paper: Paper) -> [[String]] {
    let cells = paper.blocks[start..<stretch.upperBound].prefix(headings.count * 4 + 8)
      .filter { $0.kind != .furniture }.map { paper.text($0) }
    return stride(from: 0, to: cells.count - headings.count + 1, by: headings.count).prefix(4).map {
      Array(cells[$0..<$0 + headings.count])
    }
  }

  /// The words of a block that may be a heading, and what they mean if they are known.
  private static func heading(
    _ block: Block, in paper: Paper
  ) -> (text: String, column: TrackerColumn?)? {
    guard block.kind == .paragraph || block.kind == .heading, block.label.isEmpty,
      (1...longestHeading).contains(block.text.count), !paper.isEnded(block.text)
    else { return nil }
    guard TrackerColumns.mayKnow(paper.clean.bytes, block.text) else {
      return (paper.text(block), nil)
    }
    let text = paper.text(block)
    return (
      text,
      TrackerColumns.known(text) ?? (text.contains("/") ? TrackerColumns.column(of: text) : nil)
    )
  }

  private static func asks(_ block: Block, in paper: Paper) -> Bool {
    paper.text(block).split(separator: " ", maxSplits: 4).count >= 4
  }

  private func add(from document: Int, of paper: Paper, into sink: inout RecordSink) {
    let records = ResponseRecords(
      paper: paper,
      origin: RecommendationOrigin(
        above: headings[0], from: document, in: paper, before: sink.meeting.date,
        isMinutes: sink.isMinutes))
    for row in rows {
      guard let first = row.first, let last = row.last else { continue }
      var entry = ResponseRecords.Entry(
        lines: paper.blocks[first].lines.union(paper.blocks[last].lines))
      for (column, place) in columns {
        let block = paper.blocks[row[place]]
        if column == .recommendation, !block.label.isEmpty {
          entry.cells[.reference] = [block.label]
        }
        if !block.text.isEmpty { entry.cells[column] = [block.text] }
      }
      records.add(entry, into: &sink)
      for index in row { sink.claim(index) }
    }
    for index in headings { sink.claim(index) }
  }
}
