import MattersBlocks
import MattersRecords
import MattersText

/// Responses that a letter tells in prose: `Recommendations 1, 2 and 5 were accepted. ...`, `The
/// Executive did not agree with recommendation 4, since ...`.
///
/// The recommendations are not printed again; a sentence names them and says what became of them,
/// and what follows in its paragraph belongs to it. One such sentence may be of anything: a letter
/// that answers has several.
enum ToldResponses {
  /// Reads a stretch of a document and claims what it reads.
  static func read(
    _ stretch: Range<Int>, from document: Int, of paper: Paper, into sink: inout RecordSink
  ) {
    guard LetterForm.isLetter(stretch, in: paper) else { return }
    var told: [(response: ExecutiveResponse, lines: LineRange, block: Int)] = []
    for index in stretch {
      let block = paper.blocks[index]
      guard block.kind == .paragraph || block.kind == .item, block.text.count <= 4000,
        !sink.isClaimed[index], paper.has(block, "recommendation")
      else { continue }
      var isOpen = false
      for sentence in Sentences.split(paper.clean.bytes, block.text) {
        let text = paper.text(sentence)
        if let found = ExecutiveDecision.read(text).first, !found.recommendationLabels.isEmpty {
          var response = found
          response.text = text
          told.append((response, paper.lines(of: sentence), index))
          isOpen = true
        } else if isOpen, var last = told.popLast() {
          last.response.text += " " + text
          last.lines = last.lines.union(paper.lines(of: sentence))
          told.append(last)
        }
      }
    }
    guard told.count >= 2, let first = told.first?.block else { return }
    let origin = RecommendationOrigin(
      above: first, from: document, in: paper, before: sink.meeting.date, isMinutes: false)
    for (found, lines, block) in told {
      var response = found
      response.decidedBy = origin.decidedBy
      response.date = origin.decidedOn?.iso
      sink.add(
        .executiveResponse(response),
        parts: [
          sink.meeting.date?.iso, response.stage?.rawValue,
          response.recommendationLabels.joined(separator: "-"),
        ], lines: lines, blocks: block..<block + 1)
    }
  }
}
