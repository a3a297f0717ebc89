import MattersBlocks
import MattersRecords
import MattersText

/// The proposals that a report's front has in a table of labels: `Recommendation(s) | That the
/// Committee: 1. Notes the letter; 2. Endorses the plan`.
extension ReportProposals {
  /// The most blocks of a front.
  private static let front = 40

  /// Reads such a row; whether there was one.
  static func readRow(
    in blocks: Range<Int>, of paper: Paper, _ report: String?, _ date: String?,
    into sink: inout RecordSink
  ) -> Bool {
    for index in blocks.prefix(front) where paper.blocks[index].kind == .row {
      let cells = paper.cells(paper.blocks[index]).filter { !$0.isEmpty }
      guard !sink.isClaimed[index], cells.count == 2, cells[0].count <= 40,
        isHeading(paper.text(cells[0])), proposes(paper.text(cells[1]))
      else { continue }
      var points = RunOnList.points(paper.clean.bytes, cells[1])
      if points.isEmpty { points = [(label: .none, words: cells[1])] }
      for (label, words) in points {
        var content = Recommendation()
        content.text = paper.text(words)
        content.label = label.isEmpty ? nil : paper.text(label)
        content.madeIn = .report
        content.report = report
        content.meetingDate = date
        let mark =
          content.label ?? content.text.opening(words: 6)
        sink.add(
          .recommendation(content), parts: [date, report, mark], lines: paper.lines(of: words),
          blocks: index..<index + 1)
      }
      return true
    }
    return false
  }

  /// Whether words propose something; a column's heading does not.
  private static func proposes(_ text: String) -> Bool {
    guard text.utf8.count >= 24 else { return false }
    let words = MatchKey.words(text)
    let bodies: Set<String> = ["committee", "cabinet", "members", "board", "panel", "council"]
    return ["that", "to"].contains(words[0]) || words.starts(with: ["it", "is", "recommended"])
      || words.prefix(3).contains(where: bodies.contains)
  }
}
