import MattersBlocks
import MattersRecords
import MattersText

/// The report of a task and finish group or of a review: a title, then chapters of prose, and
/// recommendations of its own.
///
/// Its numbered chapters look like minutes, and what it tells of others' decisions like
/// resolutions; nothing of it is read but the recommendations.
enum ReportOfGroupLayout: Layout {
  static let name = "task group report"
  static let summary = "Report of a task and finish group or a scrutiny review: its recommendations"

  /// How many blocks the title and its neighbours take, and how far the chapters may be.
  private static let front = 8
  private static let reach = 60

  private static let works: SignSet = ["report", "review", "inquiry", "investigation"]

  static func opening(at index: Int, in paper: Paper) -> Opening? {
    if let opening = named(at: index, in: paper) { return opening }
    guard mayBeTitle(paper.blocks[index], in: paper),
      works.isIn(paper.blocks[index], of: paper),
      let text = title(paper.blocks[index], in: paper),
      let named = ScrutinyReport.named(inTitle: text)
        ?? (index <= front && ScrutinyReport.isWork(text) ? "" : nil)
    else { return nil }
    var start = index
    var names = named.isEmpty ? 0 : 1
    for before in paper.blocks.indices[..<index].reversed().prefix(front) {
      let block = paper.blocks[before]
      if ReportFront.line(block, in: paper)?.value != nil { return nil }
      guard let line = title(block, in: paper) else { break }
      if ScrutinyReport.about.isDisjoint(with: MatchKey.words(line)) == false { return nil }
      if ScrutinyReport.body(line) != nil { names += 1 }
      start = before
    }
    var chapters = 0
    var first: Int?
    for after in paper.blocks.indices[(index + 1)...].prefix(reach) {
      let block = paper.blocks[after]
      if after - index <= front {
        // Front matter is an officer's; a title of minutes or of an agenda is a meeting's.
        if ReportFront.line(block, in: paper).map({ $0.value != nil }) == true { return nil }
        if let line = title(block, in: paper) {
          if MatchKey.words(line).contains(where: { ScrutinyReport.about.contains($0) }) {
            return nil
          }
          if ScrutinyReport.body(line) != nil { names += 1 }
        }
      }
      guard isChapter(block, in: paper) else {
        if first != nil, isNumbered(block, in: paper) { chapters += 1 }
        continue
      }
      chapters += 1
      first = first ?? after
    }
    guard let first, chapters >= 2, first - index <= 24, names > 0 else { return nil }
    return Opening(start: start, signs: 2)
  }

  /// A report that no word of its title calls one: a scrutinising body and a title on the front page,
  /// chapters, and recommendations with their numbers over them.
  private static func named(at index: Int, in paper: Paper) -> Opening? {
    guard index <= front, paper.blocks[index].kind == .heading,
      title(paper.blocks[index], in: paper) != nil
    else { return nil }
    let above = paper.blocks[..<index].filter { $0.kind != .furniture }
    guard above.count <= 6,
      above.contains(where: { BodyName.isBody(paper.text($0)) }),
      above.allSatisfy({
        mayBeTitle($0, in: paper) && ReportFront.line($0, in: paper)?.value == nil
      })
    else { return nil }
    var chapters = 0
    var recommended = 0
    for block in paper.blocks[index...] where block.kind != .furniture {
      if isChapter(block, in: paper) || isNumbered(block, in: paper) { chapters += 1 }
      if paper.starts(block, with: "recommendation "), block.text.count <= 24 { recommended += 1 }
      if paper.starts(block, with: "resolved") || paper.starts(block, with: "present:") {
        return nil
      }
    }
    return chapters >= 4 && recommended >= 2
      ? Opening(
        start: paper.blocks.indices.first { paper.blocks[$0].kind != .furniture } ?? index, signs: 2
      )
      : nil
  }

  /// The words of a line that a title may be.
  private static func title(_ block: Block, in paper: Paper) -> String? {
    mayBeTitle(block, in: paper) ? paper.text(block) : nil
  }

  private static func mayBeTitle(_ block: Block, in paper: Paper) -> Bool {
    (block.kind == .paragraph || block.kind == .heading) && block.label.isEmpty
      && (4...200).contains(block.text.count) && !paper.ends(block, with: ".")
      && !paper.ends(block, with: ":")
  }

  /// The chapters that the reports of groups have.
  private static let chapters: Set<String> = [
    "contents", "foreword", "chairs foreword", "foreword by the chair", "introduction", "summary",
    "executive summary", "terms of reference", "background", "recommendations", "scope",
    "summary of recommendations", "methodology", "how we worked", "findings", "key findings",
    "what we found", "what we did", "what we learnt", "what we recommend", "conclusions",
    "conclusion", "membership", "evidence",
    "members of the group", "membership of the group", "conclusions and recommendations",
    "membership of the task group", "acknowledgements", "context", "evidence gathering", "preface",
    "our recommendations", "list of recommendations", "purpose", "aims", "aims and objectives",
    "objectives", "scope of the review", "the review", "witnesses", "evidence and findings",
    "background and context", "chairmans foreword", "findings and recommendations", "next steps",
    "membership of the panel", "introduction and background", "foreword from the chair",
    "introduction and scope", "scope and method", "monitoring", "recommendations and conclusions",
    "chairpersons foreword", "chairs introduction", "reasons for the review", "approach",
    "glossary", "thanks", "key recommendations", "what we heard", "why we did this review",
  ]

  /// Whether a block is the heading of a numbered chapter, `2 Finding the ponds`.
  private static func isNumbered(_ block: Block, in paper: Paper) -> Bool {
    guard block.kind == .item || block.kind == .heading, (4...60).contains(block.text.count),
      !paper.ends(block, with: "."), !paper.ends(block, with: ";"), let label = paper.label(block)
    else { return false }
    return label.filter { $0 != "." }.allSatisfy(\.isNumber) && !label.dropLast().contains(".")
  }

  private static func isChapter(_ block: Block, in paper: Paper) -> Bool {
    guard block.kind != .row, block.kind != .furniture, block.text.count <= 60 else { return false }
    var words = MatchKey.words(paper.text(block))
    if words.first?.allSatisfy(\.isNumber) ?? false { words.removeFirst() }
    return chapters.contains(words.joined(separator: " "))
  }

  static func read(_ section: Section, of paper: Paper, into sink: inout RecordSink) {
    let lines = section.blocks.prefix(front * 2).filter { paper.blocks[$0].kind != .row }
    var report = Report()
    var group: String?
    for index in lines {
      guard let text = title(paper.blocks[index], in: paper) else { continue }
      if isChapter(paper.blocks[index], in: paper) { break }
      if report.title.isEmpty,
        ScrutinyReport.named(inTitle: text) != nil || ScrutinyReport.isWork(text)
      {
        report.title = text
      }
      if let name = ScrutinyReport.named(inTitle: text) ?? ScrutinyReport.body(text),
        !name.isEmpty,
        group.map({ !ScrutinyReport.isGroup($0) && ScrutinyReport.isGroup(name) })
          ?? true
      {
        group = name
      }
    }
    // Without a word for it the first body on the front page is whose report it is.
    let own = lines.lazy.map { paper.text(paper.blocks[$0]) }.first { BodyName.isBody($0) }
    guard let group = group ?? own else { return }
    if report.title.isEmpty {
      report.title =
        lines.first { paper.blocks[$0].kind == .heading }.map { paper.text(paper.blocks[$0]) } ?? ""
    }
    sink.report = report.title
    for index in section.blocks where paper.blocks[index].kind == .row {
      let isFirst =
        paper.previous(before: index).map { paper.blocks[$0].table != paper.blocks[index].table }
        ?? true
      if isFirst { readTable(at: index, section, of: paper, group, report.title, into: &sink) }
    }
    var body = ReportRecommendations(paper: paper, report: report, group: group)
    body.read(section.blocks, into: &sink)
    var told = ToldRecommendations(paper: paper, group: group, report: report.title)
    told.read(section.blocks, into: &sink)
    ReportProposals.read(
      section.blocks, of: paper, report: report.title, date: nil, group: group, into: &sink)
  }

  /// Reads a table that lists the group's recommendations: its number, its words, to whom, by when.
  private static func readTable(
    at start: Int, _ section: Section, of paper: Paper, _ group: String, _ title: String,
    into sink: inout RecordSink
  ) {
    let table = paper.blocks[start].table
    let columns = TrackerColumns(
      header: paper.cells(paper.blocks[start]).map { paper.text($0) }
    ).index
    let others: [TrackerColumn] = [.response, .decision, .status, .implementation]
    guard let wording = columns[.recommendation], others.allSatisfy({ columns[$0] == nil }) else {
      return
    }
    for index in (start + 1)..<max(start + 1, section.blocks.upperBound) {
      let block = paper.blocks[index]
      if block.kind == .furniture { continue }
      guard block.kind == .row, block.table == table else { break }
      let cells = paper.cells(block).map { paper.text($0) }
      func cell(_ column: TrackerColumn) -> String? {
        guard let at = columns[column], at < cells.count, !cells[at].isEmpty else { return nil }
        return cells[at]
      }
      guard wording < cells.count, cells[wording].utf8.count > 8 else { continue }
      let (label, text) = RecommendationLabel.split(cells[wording])
      guard !sink.isMade(text, label ?? cell(.reference)) else { continue }
      var content = Recommendation()
      content.text = text
      content.label = label ?? cell(.reference)
      content.madeIn = .scrutinyReport
      content.madeBy = group
      content.report = title
      content.addressedTo = cell(.decidedBy) ?? cell(.responsible)
      content.due = cell(.due).flatMap(DateReader.whole)
      let mark = content.label ?? text.opening(words: 6)
      sink.add(
        .recommendation(content), parts: [nil, title, mark], lines: block.lines,
        blocks: index..<index + 1)
    }
    sink.claim(start)
  }
}
