import MattersBlocks
import MattersRecords
import MattersText

/// An officer's report: title, front matter, proposed decisions, then numbered prose.
enum ReportLayout: Layout {
  static let name = "report"
  static let summary = "Officer report: front matter, proposed decisions, restated requests"

  static func opening(at index: Int, in paper: Paper) -> Opening? {
    let block = paper.blocks[index]
    let isPlain =
      block.kind == .paragraph && paper.starts(block, with: "meeting:")
      && paper.next(after: index).map { paper.starts(paper.blocks[$0], with: "meeting date:") }
        ?? false
    if ReportFront.beginsUnlabelled(at: index, in: paper) {
      let before = paper.previous(before: index)
      let isCouncil = before.map { BodyName.isCouncil(paper.text(paper.blocks[$0])) } ?? false
      return Opening(start: isCouncil ? before ?? index : index, signs: 3)
    }
    guard isPlain || ReportFront.begins(at: index, in: paper) else { return nil }
    // The title stands above, where the front matter does not give it.
    guard let above = paper.previous(before: index), paper.blocks[above].kind != .row,
      paper.blocks[above].text.count <= 250, paper.blocks[above].text.count > 2,
      !paper.ends(paper.blocks[above], with: "."), !paper.ends(paper.blocks[above], with: ";"),
      paper.blocks[above].kind != .item || !ReportFront.namesTitle(from: index, in: paper)
    else { return isPlain ? nil : Opening(start: index, signs: 3) }
    return Opening(start: above, signs: 3)
  }

  static func read(_ section: Section, of paper: Paper, into sink: inout RecordSink) {
    let title = section.blocks.lowerBound
    var report = Report()
    var lines: LineRange?
    var end = title
    if isTitle(paper.blocks[title], in: paper) {
      report.title = paper.text(paper.blocks[title])
      lines = paper.blocks[title].lines
      end = title + 1
    } else if paper.blocks[title].kind != .row, BodyName.isCouncil(paper.text(paper.blocks[title]))
    {
      end = title + 1
    }
    var pending: ReportFront.Field?
    var misses = 0
    for index in end..<min(section.blocks.upperBound, title + 40) {
      let block = paper.blocks[index]
      guard block.kind != .furniture else { continue }
      let text = paper.text(block)
      if ReportProposals.isHeading(block, in: paper) || misses > 3 { break }
      misses += 1
      if block.kind == .item {
        // "1. Purpose of report", "1.1 To ask ..."; any other section ends the front.
        let isPurpose = ReportFront.names.last?.names.contains(MatchKey(text).description) == true
        guard isPurpose || pending == .purpose else { break }
        if isPurpose {
          pending = .purpose
          continue
        }
      }
      if let line = ReportFront.line(block, in: paper) {
        guard let value = line.value else {
          pending = line.field
          continue
        }
        // A title that is labelled is the title; the line above may be anything.
        if line.field == .title, !report.title.isEmpty { lines = nil }
        set(line.field, value, of: &report)
        pending = nil
      } else if let field = pending {
        guard set(field, text, of: &report) else { continue }
      } else if let (field, value) = ReportFront.unlabelled(block, in: paper) {
        guard set(field, value, of: &report) else { continue }
      } else if report.title.isEmpty, report.body != nil, isTitle(block, in: paper) {
        report.title = text
      } else {
        continue
      }
      misses = 0
      lines = lines?.union(block.lines) ?? block.lines
      end = index + 1
      if report.purpose != nil { break }
    }
    if let purpose = report.purpose, !purpose.hasSuffix("."), end < section.blocks.upperBound,
      paper.blocks[end].kind == .paragraph, paper.ends(paper.blocks[end], with: ".")
    {
      // The rest of a paragraph whose lines were cut.
      report.purpose = purpose + " " + paper.text(paper.blocks[end])
      lines = lines?.union(paper.blocks[end].lines)
      end += 1
    }
    guard !report.title.isEmpty, let lines else { return }
    sink.meeting.body = report.body ?? sink.meeting.body
    if sink.meeting.council == nil { sink.meeting.council = council(above: section, in: paper) }
    sink.meeting.date = report.meetingDate.flatMap(PlainDate.init(iso:)) ?? sink.meeting.date
    // A report by itself is laid at its own meeting, and so are its appendices.
    if sink.pack.date == nil { sink.pack = sink.meeting }
    sink.report = report.title
    sink.add(
      .report(report), parts: [report.meetingDate, report.title], lines: lines,
      blocks: title..<end)
    readRequests(end..<section.blocks.upperBound, of: paper, report, into: &sink)
    LabelledResponses.read(
      end..<section.blocks.upperBound, from: section.blocks.lowerBound, of: paper, into: &sink)
    var body = ReportRecommendations(paper: paper, report: report)
    body.read(end..<section.blocks.upperBound, into: &sink)
    ReportProposals.read(
      section.blocks, of: paper, report: report.title, date: report.meetingDate,
      group: ScrutinyReport.author(of: report), into: &sink)
  }

  /// Keeps what a field of the front matter says; false where it was said before.
  @discardableResult
  private static func set(_ field: ReportFront.Field, _ value: String, of report: inout Report)
    -> Bool
  {
    func keep(_ path: WritableKeyPath<Report, String?>, _ value: String?) -> Bool {
      guard report[keyPath: path] == nil, value != nil else { return false }
      report[keyPath: path] = value
      return true
    }
    switch field {
    case .title:
      report.title = value
      return true
    case .body:
      guard let date = DateReader.first(in: value), let comma = value.lastIndex(of: ",") else {
        return keep(\.body, value)
      }
      // "Ponds Committee, 4 May 2023"
      if report.meetingDate == nil { report.meetingDate = date.iso }
      return keep(\.body, String(value[..<comma]))
    case .date: return keep(\.meetingDate, DateReader.first(in: value)?.iso)
    case .author: return keep(\.author, value)
    case .classification: return keep(\.classification, value)
    case .decisionType: return keep(\.decisionType, value)
    case .wards: return keep(\.wards, value)
    case .purpose: return keep(\.purpose, value)
    }
  }

  /// Whether a block can be a report's title: no front matter, no council's name, not "Report".
  private static func isTitle(_ block: Block, in paper: Paper) -> Bool {
    guard block.kind == .paragraph || block.kind == .heading || block.kind == .item,
      block.text.count > 2, block.text.count <= 250,
      ReportFront.line(block, in: paper)?.value == nil, !paper.says(block, "report")
    else { return false }
    let text = paper.text(block)
    return !BodyName.isCouncil(text) && DateReader.whole(text) == nil
      && ReportFront.unlabelled(block, in: paper) == nil
  }

  // MARK: - Requests told again

  /// Requests that the report restates, dated by the earlier meeting that the prose names last.
  private static let meetings: SignSet = ["meeting"]

  private static func readRequests(
    _ blocks: Range<Int>, of paper: Paper, _ report: Report, into sink: inout RecordSink
  ) {
    var reader = OperativeReader(paper: paper, minute: nil, report: report.title, date: nil)
    for index in blocks {
      let block = paper.blocks[index]
      if block.kind == .item || block.kind == .paragraph, meetings.isIn(block, of: paper),
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

extension ReportLayout {
  /// The council that the lines name in which a report or its paper begins.
  private static func council(above section: Section, in paper: Paper) -> String? {
    let first = max(0, section.blocks.lowerBound - 3)
    for index in first..<min(paper.blocks.count, section.blocks.lowerBound + 2) {
      let block = paper.blocks[index]
      guard block.kind == .paragraph || block.kind == .heading, block.text.count <= 80 else {
        continue
      }
      let text = paper.text(block)
      if BodyName.isCouncil(text), BodyName.isDistinct(text.split(separator: " ")) { return text }
    }
    return nil
  }
}
