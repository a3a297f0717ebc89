import MattersBlocks
import MattersRecords
import MattersText

/// An officer's report: title, front matter, proposed decisions, then numbered prose.
enum ReportLayout: Layout {
  static let name = "report"
  static let summary = "Officer report: front matter, proposed decisions, restated requests"

  static func opening(at index: Int, in paper: Paper) -> Opening? {
    let block = paper.blocks[index]
    guard block.kind == .paragraph, paper.starts(block, with: "meeting:"),
      let next = paper.next(after: index), paper.starts(paper.blocks[next], with: "meeting date:"),
      let title = paper.previous(before: index), paper.blocks[title].kind != .row
    else { return nil }
    return Opening(start: title, signs: 3)
  }

  static func read(_ section: Section, of paper: Paper, into sink: inout RecordSink) {
    let title = section.blocks.lowerBound
    var report = Report()
    report.title = paper.text(paper.blocks[title])
    var lines = paper.blocks[title].lines
    var end = title + 1
    var pending: WritableKeyPath<Report, String?>?
    var index = title + 1
    while index < section.blocks.upperBound, index < title + 40 {
      let block = paper.blocks[index]
      defer { index += 1 }
      guard block.kind != .furniture else { continue }
      let text = paper.text(block)
      if isHeading(text, "recommendation") { break }
      if let value = Labelled.value(of: text, named: ["meeting"]) {
        report.body = value
      } else if let value = Labelled.value(of: text, named: ["meeting date", "date of meeting"]) {
        report.meetingDate = DateReader.first(in: value)?.iso
      } else if let value = Labelled.value(of: text, named: ["report by", "report of", "author"]) {
        report.author = value
      } else if let field = field(text) {
        pending = field
        continue
      } else if let field = pending {
        if report[keyPath: field] == nil { report[keyPath: field] = text } else { continue }
      } else {
        continue
      }
      lines = lines.union(block.lines)
      end = index + 1
      if report.purpose != nil { break }
    }
    sink.meeting.body = report.body ?? sink.meeting.body
    sink.meeting.date = report.meetingDate.flatMap(PlainDate.init(iso:)) ?? sink.meeting.date
    sink.report = report.title
    sink.add(
      .report(report), parts: [report.meetingDate, report.title], lines: lines,
      blocks: title..<end)
    readProposals(section, of: paper, report, into: &sink)
    readRequests(end..<section.blocks.upperBound, of: paper, report, into: &sink)
    var body = ReportRecommendations(paper: paper, report: report)
    body.read(end..<section.blocks.upperBound, into: &sink)
  }

  /// The headings whose next paragraph is a value.
  private static func field(_ text: String) -> WritableKeyPath<Report, String?>? {
    switch MatchKey(text).description {
    case "classification": \.classification
    case "decision type": \.decisionType
    case "wards affected", "ward s affected", "ward affected": \.wards
    case "purpose", "purpose of report", "purpose of the report": \.purpose
    default: nil
    }
  }

  private static func isHeading(_ text: String, _ word: String) -> Bool {
    let key = MatchKey(text).description
    return key == word || key == word + "s" || key == word + " s"
  }

  // MARK: - Proposed decisions

  private static func readProposals(
    _ section: Section, of paper: Paper, _ report: Report, into sink: inout RecordSink
  ) {
    guard
      var index = section.blocks.first(where: {
        paper.blocks[$0].kind == .paragraph || paper.blocks[$0].kind == .heading
          ? isHeading(paper.text(paper.blocks[$0]), "recommendation") : false
      })
    else { return }
    var hasAny = false
    while let next = paper.next(after: index), section.blocks.contains(next) {
      let block = paper.blocks[next]
      guard block.kind == .item || block.kind == .paragraph && !hasAny else { break }
      index = next
      if paper.ends(block, with: ":"), block.kind == .paragraph { continue }
      hasAny = true
      var content = Recommendation()
      content.text = paper.text(block)
      content.label = paper.label(block)
      content.madeIn = .report
      content.report = report.title
      content.meetingDate = report.meetingDate
      sink.add(
        .recommendation(content), parts: [report.meetingDate, report.title, content.label],
        lines: block.lines, blocks: next..<next + 1)
    }
  }

  // MARK: - Requests told again

  /// Requests that the report restates, dated by the earlier meeting that the prose names last.
  private static func readRequests(
    _ blocks: Range<Int>, of paper: Paper, _ report: Report, into sink: inout RecordSink
  ) {
    var reader = OperativeReader(paper: paper, minute: nil, report: report.title, date: nil)
    for index in blocks {
      let block = paper.blocks[index]
      if block.kind == .item || block.kind == .paragraph, paper.has(block, "meeting"),
        let date = DateReader.first(in: paper.clean.bytes, block.text)?.date,
        date.iso < report.meetingDate ?? "9999"
      {
        reader.date = date
      }
      if Lead.of(block, in: paper, inReport: true) != nil {
        let end = blocks[(index + 1)...].first { at in
          let kind = paper.blocks[at].kind
          return kind == .paragraph || kind == .heading || kind == .row
            || kind == .item
              && LabelStyle(paper.label(paper.blocks[at]))
                == LabelStyle(paper.label(block))
              && block.kind == .item
        }
        reader.readRestated(lead: index, items: index + 1..<(end ?? blocks.upperBound), into: &sink)
      }
    }
  }
}
