import MattersBlocks
import MattersRecords
import MattersText

/// An inspectorate's report: numbered paragraphs under headings, and what has to improve.
enum InspectionReportLayout: Layout {
  static let name = "inspection report"
  static let summary = "Inspection report: numbered findings by section, areas for improvement"

  // MARK: - Knowing one

  static func opening(at index: Int, in paper: Paper) -> Opening? {
    let block = paper.blocks[index]
    guard block.kind == .paragraph || block.kind == .heading, isTitle(block, in: paper) else {
      return nil
    }
    var at = index
    var seen = 0
    var isDated = false
    while let next = paper.next(after: at), seen < 12, !isDated {
      at = next
      seen += 1
      isDated = datesInspection(paper.blocks[at], in: paper)
    }
    guard isDated else { return nil }
    // The council's name and the upper half of a title in two parts stand above.
    var start = index
    while let before = paper.previous(before: start), index - before <= 4 {
      let block = paper.blocks[before]
      guard block.kind == .paragraph || block.kind == .heading, block.text.count <= 200,
        isTitle(block, in: paper) || paper.says(block, "and")
          || BodyName.isCouncil(paper.text(block))
      else { break }
      start = before
    }
    return Opening(start: start, signs: 3)
  }

  /// How the titles of inspection reports begin.
  private static let titles: [StaticString] = [
    "inspection of ", "inspection report", "re-inspection of ", "reinspection of ",
    "report of the inspection", "report of an inspection", "report on the inspection",
    "report on an inspection", "joint inspection of ", "joint area review",
    "joint targeted area inspection", "area send inspection", "local area inspection",
    "review of the effectiveness of ", "focused visit to ", "monitoring visit to ",
    "full inspection of ", "short inspection of ", "announced inspection of ",
    "unannounced inspection of ", "safeguarding and looked after children",
  ]

  /// Their first words.
  private static let beginnings = FirstWords(titles.map { MatchKey($0.description).description })

  private static func isTitle(_ block: Block, in paper: Paper) -> Bool {
    block.text.count <= 250 && beginnings.mayBegin(paper.clean.bytes, block.text)
      && titles.contains { paper.starts(block, with: $0) }
  }

  /// Whether a line of the front page says when the inspection was, or who led it.
  private static func datesInspection(_ block: Block, in paper: Paper) -> Bool {
    let phrases: [StaticString] = [
      "inspection date", "inspection dates", "dates of inspection", "date of inspection",
      "report published", "lead inspector", "inspected by", "reporting inspector",
      "inspection carried out", "fieldwork dates", "date of previous inspection",
      "visit date", "dates of visit", "date of visit",
    ]
    let range = block.kind == .row ? paper.cells(block).first ?? .none : block.text
    return range.count <= 200
      && phrases.contains { paper.clean.bytes.matches($0, at: range.lower, before: range.upper) }
  }

  // MARK: - Reading

  static func read(_ section: Section, of paper: Paper, into sink: inout RecordSink) {
    var reader = InspectionReader(paper: paper, section: section)
    for index in section.blocks where paper.blocks[index].kind != .furniture {
      reader.read(index, into: &sink)
    }
    reader.finish(into: &sink)
  }
}
