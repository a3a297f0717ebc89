import MattersBlocks
import MattersRecords
import MattersText

/// A table of areas for improvement: what each is, how it stands, who leads, what shows it.
///
/// Rows are cut by page breaks, and within the page where the writer's rows were taller than one
/// line, so a row is not an area: an area goes on through rows whose first cell is empty, or takes
/// up words that the row above left in mid-air.
enum ImprovementAreaTable: TableLayout {
  static let name = "improvement areas"
  static let summary = "Areas for improvement with progress, lead and evidence, by its headings"

  static func signs(of table: TableView, in paper: Paper) -> Int {
    AreaColumns(header: table.header(in: paper)).map { $0.count + 1 } ?? 0
  }

  static func read(_ table: TableView, of paper: Paper, into sink: inout RecordSink) {
    guard var columns = AreaColumns(header: table.header(in: paper)) else { return }
    var fused: (columns: AreaColumns, width: Int)?
    let above = heading(above: table, in: paper)
    let section = above.map { paper.text(paper.blocks[$0]) }
    var reader = Reader(paper: paper)
    var misfits: Set<Int> = []
    for (offset, row) in table.rows.enumerated() {
      let cells = Array(paper.cells(row))
      if let header = AreaColumns(header: cells.map { paper.text($0) }) {
        if header.fused == nil { columns = header } else { fused = (header, cells.count) }
      } else if let fused, cells.count <= fused.width {
        reader.read(cells, fused.columns, row.lines)
      } else if !reader.read(cells, columns, row.lines) {
        misfits.insert(offset)
      }
    }
    guard !reader.areas.isEmpty else { return }
    for area in reader.areas {
      var content = ImprovementArea()
      content.section = section
      content.area = paper.joined(area.pieces[.area] ?? [])
      content.progress = words(.progress, of: area, in: paper)
      content.lead = words(.lead, of: area, in: paper)
      content.evidence = words(.evidence, of: area, in: paper)
      sink.add(
        .improvementArea(content),
        parts: [section, content.area.opening(words: 8)],
        lines: area.lines, certainty: area.because == nil ? .certain : .probable,
        because: area.because)
    }
    sink.claimRows(of: table, in: paper, except: misfits)
    if let above { sink.claim(above) }
  }

  private static func words(_ column: AreaColumn, of area: Area, in paper: Paper) -> String? {
    let words = paper.joined(area.pieces[column] ?? [])
    return words.isEmpty ? nil : words
  }

  /// The heading that stands directly above a table.
  private static func heading(above table: TableView, in paper: Paper) -> Int? {
    guard let index = paper.previous(before: table.start) else { return nil }
    let block = paper.blocks[index]
    guard block.kind != .row, !block.text.isEmpty, block.text.count <= 160,
      !block.style.contains(.bullet), !paper.ends(block, with: "."), !paper.ends(block, with: ",")
    else { return nil }
    return index
  }

  /// One area while its rows are being read.
  struct Area {
    var pieces: [AreaColumn: [ByteRange]] = [:]
    var lines: LineRange
    var because: String?
  }

  /// Gathers rows into areas.
  private struct Reader {
    let paper: Paper
    var areas: [Area] = []

    /// Takes a row; false where it begins in mid-air and nothing above it was left there.
    @discardableResult
    mutating func read(
      _ cells: [ByteRange], _ columns: AreaColumns, _ lines: LineRange
    ) -> Bool {
      if let fused = columns.fused {
        readFused(cells, fused, columns, lines)
        return true
      }
      var row: [AreaColumn: ByteRange] = [:]
      for (column, position) in columns.index where position < cells.count {
        if !cells[position].isEmpty { row[column] = cells[position] }
      }
      guard !row.isEmpty else { return true }
      let fits = [AreaColumn.area, .progress].allSatisfy { column in
        guard let cell = row[column] else { return true }
        return paper.beginsLower(cell) ? isCut(column) : !isOpen(column)
      }
      if let area = row[.area], !continues(area, row[.progress]) {
        // The cell beside it may begin with the last words of the area above.
        var started = Area(lines: lines)
        if let progress = row[.progress], isCut(.progress), paper.beginsLower(progress) {
          let because = "a cell held the end of one area and the beginning of the next"
          let split = beginning(of: progress)
          let rest = ByteRange(progress.lower, trimmed(split))
          add(rest, .progress, LineRange(lines.first, paper.line(of: rest.upper - 1)))
          areas[areas.count - 1].because = because
          row[.progress] = split < progress.upper ? ByteRange(split, progress.upper) : nil
          started.because = because
        }
        areas.append(started)
      }
      guard !areas.isEmpty else { return false }
      if !fits {
        areas[areas.count - 1].because = "a cell begins in mid-air, and none above it ends there"
      }
      for column in AreaColumn.allCases {
        if let cell = row[column] { add(cell, column, lines) }
      }
      return fits
    }

    private mutating func add(_ cell: ByteRange, _ column: AreaColumn, _ lines: LineRange) {
      guard !areas.isEmpty else { return }
      areas[areas.count - 1].pieces[column, default: []].append(cell)
      areas[areas.count - 1].lines = areas[areas.count - 1].lines.union(lines)
    }

    /// Whether the last area's words in a column stop in mid-air.
    private func isCut(_ column: AreaColumn) -> Bool {
      areas.last?.pieces[column]?.last.map { !paper.isEnded($0) } ?? false
    }

    /// Whether the last area's words in a column stop at a word that no sentence ends with.
    private func isOpen(_ column: AreaColumn) -> Bool {
      areas.last?.pieces[column]?.last.map { paper.isOpenEnded($0) } ?? false
    }

    /// Whether an area's cell goes on with the area above.
    private func continues(_ area: ByteRange, _ progress: ByteRange?) -> Bool {
      guard isCut(.area), let last = areas.last?.pieces[.area]?.last else { return false }
      if paper.beginsLower(area) || paper.isOpenEnded(last) { return true }
      return isCut(.progress) && progress.map { paper.beginsLower($0) } == true
    }

    /// Reads a row under a header whose headings ran together: its cells ran together too.
    ///
    /// They can be told apart only where they go on with words left in mid-air.
    private mutating func readFused(
      _ cells: [ByteRange], _ fused: (position: Int, columns: [AreaColumn]),
      _ columns: AreaColumns, _ lines: LineRange
    ) {
      guard !areas.isEmpty else { return }
      if fused.position < cells.count, !cells[fused.position].isEmpty {
        let cell = cells[fused.position]
        let open = [AreaColumn.progress, .area].first {
          fused.columns.contains($0) && isCut($0) && paper.beginsLower(cell)
        }
        add(cell, open ?? .progress, lines)
        areas[areas.count - 1].because = "the headings of several columns stand in one cell"
      }
      for (column, position) in columns.index
      where position != fused.position && position < cells.count && !cells[position].isEmpty {
        add(cells[position], column, lines)
      }
    }

    /// Where in a cell that finishes the area above the new area's own words begin: at a phrase that
    /// opens cells, else at the second sentence.
    private func beginning(of cell: ByteRange) -> Int {
      var at = paper.secondSentence(in: cell)
      let second = at
      while at < cell.upper {
        for opener in Self.openers
        where paper.clean.bytes.matches(opener, at: at, before: cell.upper) {
          return at
        }
        at = paper.secondSentence(in: ByteRange(at, cell.upper))
      }
      return second
    }

    private func trimmed(_ end: Int) -> Int {
      var end = end
      while end > 0, paper.clean.bytes[end - 1].isSpace { end -= 1 }
      return end
    }

    /// Cross-references with which writers begin a cell.
    private static let openers: [StaticString] = [
      "as above", "as referenced above", "as described above", "as stated above", "as per ",
      "see above", "please see above", "please refer to",
    ]
  }
}
