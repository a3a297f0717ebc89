import MattersBlocks
import MattersRecords
import MattersText

/// One document of a pack: its layout and its blocks.
struct Section {
  /// The layout that opened it; none for what comes before the first document.
  var layout: (any Layout.Type)?
  /// The blocks it holds.
  var blocks: Range<Int>
  /// What its first lines tell, where no form of title opened it.
  var head: PaperHead?
}

/// The rows of one table, with the prose that stands above it.
struct TableView {
  /// The rows' blocks, the header first.
  var rows: [Block]
  /// The index of the first row among the paper's blocks.
  var start: Int
  /// The last few lines of prose above the table, nearest last.
  var above: [Block]
  /// The first block of the document that the table stands in.
  var document = 0
  /// Whether the header is that of a table above, which this one goes on with.
  var hasBorrowedHeader = false

  /// The words of the council whose paper it is, where they are not those of others.
  var profile: CouncilProfile?

  /// What the columns were found to hold: several layouts ask it of the same table.
  private final class FoundColumns {
    var index: [TrackerColumn: Int]?
    var labelled: LabelledCells?
    var isLookedFor = false
    /// The header's cells as printed.
    var header: [String]?
    var titles: [String]?
  }

  private let found = FoundColumns()

  /// Which column holds what.
  func columns(in paper: Paper) -> [TrackerColumn: Int] {
    if let index = found.index { return index }
    let index = findColumns(in: paper)
    found.index = index
    return index
  }

  /// The bytes of a heading without what it says in brackets.
  private func bare(_ heading: String) -> Int {
    guard heading.utf8.count > 60, let open = heading.firstIndex(of: "("),
      let close = heading[open...].firstIndex(of: ")")
    else { return heading.utf8.count }
    return heading.utf8.count - heading[open...close].utf8.count
  }

  /// The lines that may say what the table lists: the title of its document, where that names a
  /// tracker, and the last few above it.
  func titles(in paper: Paper) -> [String] {
    if let titles = found.titles { return titles }
    var titles = above.suffix(3).map { paper.text($0) }
    if !titles.contains(where: TrackerTitle.isOne), document < start {
      let first = paper.blocks[document..<min(start, document + 8)].first {
        $0.kind != .row && TrackerLayout.names($0, in: paper)
      }
      if let first { titles.insert(paper.text(first), at: 0) }
    }
    found.titles = titles
    return titles
  }

  private func findColumns(in paper: Paper) -> [TrackerColumn: Int] {
    let header = header(in: paper)
    let title = titles(in: paper)
    let index = TrackerColumns(
      header: header, renamed: profile?.headings ?? [:],
      isNamed: title.contains(where: TrackerTitle.isOne)
    ).index
    // A row of headings has no empty cell and no sentence.
    guard !index.isEmpty, header.allSatisfy({ bare($0) <= 60 }) else { return index }
    let sample = rows.dropFirst().prefix(40).map { cells($0, in: paper) }
    var completed = ColumnContents.completed(
      index, header: header, rows: sample, title: title)
    if completed[.recommendation] != nil, completed[.decision] == nil,
      let column = DecisionKey(around: self, in: paper).column(of: self, in: paper),
      column != completed[.recommendation], column != completed[.reference]
    {
      for key in completed.keys where completed[key] == column { completed[key] = nil }
      completed[.decision] = column
    }
    return completed
  }

  /// Whether what came back to each recommendation is how far it has got, and not the answer: a
  /// tracker keeps that, and a response does not.
  func tellsProgress(_ columns: [TrackerColumn: Int], in paper: Paper) -> Bool {
    guard columns[.recommendation] != nil, let column = columns[.response] else { return false }
    let header = header(in: paper)
    // What is done about auditors' recommendations is theirs to follow.
    guard header.indices.contains(column),
      Set(header.flatMap { MatchKey.words($0) }).isDisjoint(with: ["management", "audit"])
    else { return false }
    // "Comments" beside a verdict are the rest of the answer, where nothing says what a row is of.
    let origin: [TrackerColumn] = [.reference, .subject, .meeting, .status, .due, .updated]
    if MatchKey(header[column]).description == "comments",
      origin.allSatisfy({ columns[$0] == nil })
    {
      return false
    }
    return TrackerColumns.tellsProgress(header[column])
  }

  /// The header's cells as words, those that one cell holds together each by itself.
  func header(in paper: Paper) -> [String] {
    let printed = printedHeader(in: paper)
    return labelled(in: paper)?.expanded(header: printed) ?? printed
  }

  /// The cells of a row, likewise.
  func cells(_ row: Block, in paper: Paper) -> [String] {
    let printed = paper.cells(row).map { paper.text($0) }
    return labelled(in: paper)?.expanded(printed) ?? printed
  }

  private func printedHeader(in paper: Paper) -> [String] {
    if let header = found.header { return header }
    let header = rows.first.map { paper.cells($0).map { paper.text($0) } } ?? []
    found.header = header
    return header
  }

  /// The column whose cells hold several things under their names, if there is one.
  private func labelled(in paper: Paper) -> LabelledCells? {
    if found.isLookedFor { return found.labelled }
    found.isLookedFor = true
    let header = printedHeader(in: paper)
    // Only a heading of several things is one of such cells.
    guard (2...8).contains(header.count),
      header.contains(where: { $0.contains(",") || $0.contains(" and ") || $0.contains("/") }),
      header.allSatisfy({ $0.utf8.count <= 80 })
    else { return nil }
    let sample = rows.dropFirst().prefix(12).map { paper.cells($0).map { paper.text($0) } }
    found.labelled = LabelledCells(header, sample)
    return found.labelled
  }
}

/// Cuts a pack into its documents.
enum PackCutter {
  /// The documents in order; they cover all blocks.
  static func cut(_ paper: Paper) -> (sections: [Section], diagnostics: [Diagnostic]) {
    var sections: [Section] = []
    var diagnostics: [Diagnostic] = []
    var current: (layout: (any Layout.Type)?, start: Int) = (nil, 0)
    // Where the document that is open gave itself away.
    var opened = 0
    for index in paper.blocks.indices where paper.blocks[index].kind != .furniture {
      var best: (layout: any Layout.Type, opening: Opening)?
      var isTie = false
      for layout in Layouts.documents {
        guard let opening = layout.opening(at: index, in: paper) else { continue }
        if let signs = best?.opening.signs, signs >= opening.signs {
          if signs == opening.signs { isTie = true }
          continue
        }
        best = (layout, opening)
        isTie = false
      }
      guard let best else { continue }
      if isTie {
        diagnostics.append(
          Diagnostic(
            "layout.tie", .warning,
            "could be more than one kind of document; read as part of the one before",
            lines: paper.blocks[index].lines))
        continue
      }
      // A title in two tongues, or printed over the sentence that says it again, is one title.
      if best.layout == MinutesLayout.self, current.layout == MinutesLayout.self,
        index - opened <= 8 && !MinutesLayout.isOtherMeeting(opened, index, in: paper)
          || MinutesLayout.isSameMeeting(opened, index, in: paper)
      {
        continue
      }
      // "36. Action Sheet" is a minute of the meeting that is open.
      if current.layout == MinutesLayout.self, best.layout == TrackerLayout.self,
        let label = paper.label(paper.blocks[index]), ItemNumber(label) != nil
      {
        continue
      }
      opened = index
      let start = max(best.opening.start, current.start)
      if start > current.start {
        sections.append(Section(layout: current.layout, blocks: current.start..<start))
      }
      current = (best.layout, start)
    }
    if current.start < paper.blocks.count {
      sections.append(Section(layout: current.layout, blocks: current.start..<paper.blocks.count))
    }
    if let first = sections.first, first.layout == nil, let head = PaperHead(paper, first.blocks) {
      sections[0].layout = head.role == .agenda ? AgendaLayout.self : MinutesLayout.self
      sections[0].head = head
    }
    return (sections, diagnostics)
  }
}
