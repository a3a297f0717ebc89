import MattersBlocks
import MattersRecords
import MattersText

/// Responses that a letter or an executive's minutes tell in prose: `Recommendations 1, 2 and 5 were
/// accepted. ...`, `As to recommendation 4 (two wardens), the Leader could not support this, ...`.
///
/// The recommendations are not printed again; a sentence names them, and it or what follows in its
/// paragraph says what became of them. One such sentence may be of anything: an answer has several.
enum ToldResponses {
  /// A response that was told, and where.
  private struct Told {
    var response: ExecutiveResponse
    var lines: LineRange
    var block: Int
  }

  /// Reads a letter in a stretch of a document and claims what it reads.
  static func read(
    _ stretch: Range<Int>, from document: Int, of paper: Paper, into sink: inout RecordSink
  ) {
    guard LetterForm.isLetter(stretch, in: paper) else { return }
    let told = told(in: stretch, of: paper, sink)
    guard told.count >= 2, let first = told.first?.block else { return }
    let origin = RecommendationOrigin(
      above: first, from: document, in: paper, before: sink.meeting.date, isMinutes: false)
    add(told, by: origin.decidedBy, on: origin.decidedOn?.iso, into: &sink)
  }

  /// Reads a minute of an executive that goes through recommendations one after the other.
  static func readMinute(_ blocks: Range<Int>, of paper: Paper, into sink: inout RecordSink) {
    guard let body = sink.meeting.body, sink.isExecutive(body) else { return }
    let told = told(in: blocks, of: paper, sink, isAgain: true)
    guard told.count >= 2, Set(told.flatMap(\.response.recommendationLabels)).count >= 2,
      blocks.contains(where: { scrutiny.isIn(paper.clean.bytes, paper.blocks[$0].text) })
    else { return }
    // The sentence that decides may have been read by itself; what follows it belongs to the answer.
    let retold = sink.records.indices.suffix(60).filter { place in
      guard case .executiveResponse(let known) = sink.records[place].content else { return false }
      let lines = sink.records[place].lines
      return told.contains {
        $0.lines.first <= lines.first && lines.last <= $0.lines.last
          && $0.response.text.hasPrefix(known.text)
      }
    }
    sink.remove(retold[...])
    add(told, by: body, on: sink.meeting.date?.iso, into: &sink)
  }

  /// Those whose recommendations an executive answers.
  private static let scrutiny: SignSet = [
    "scrutiny", "task group", "task and finish", "inquiry", "review panel", "select committee",
    "working group", "overview",
  ]

  private static func add(
    _ told: [Told], by body: String?, on day: String?, into sink: inout RecordSink
  ) {
    for found in told {
      var response = found.response
      response.decidedBy = body
      response.date = day
      sink.add(
        .executiveResponse(response),
        parts: [
          sink.meeting.date?.iso, response.stage?.rawValue,
          response.recommendationLabels.joined(separator: "-"),
        ], lines: found.lines, blocks: found.block..<found.block + 1)
    }
  }

  /// The responses that paragraphs tell; `isAgain` where a sentence of theirs may have been read.
  private static func told(
    in blocks: Range<Int>, of paper: Paper, _ sink: RecordSink, isAgain: Bool = false
  ) -> [Told] {
    var told: [Told] = []
    for index in blocks {
      let block = paper.blocks[index]
      guard block.kind == .paragraph || block.kind == .item, block.text.count <= 4000,
        paper.has(block, "recommendation"),
        !sink.isClaimed[index] || isAgain && isAnswer(block, sink)
      else { continue }
      var open: (labels: [String], words: [String], lines: LineRange)?
      var hasCounted = false
      func finish() {
        guard let entry = open else { return }
        open = nil
        guard let response = response(entry.words, entry.labels) else { return }
        told.append(Told(response: response, lines: entry.lines, block: index))
      }
      for sentence in Sentences.split(paper.clean.bytes, block.text) {
        let text = paper.text(sentence)
        if let labels = labels(in: text)
          ?? counted(in: text, isOpen: open != nil || hasCounted).map({ [$0] })
        {
          hasCounted = true
          finish()
          open = (labels, [text], paper.lines(of: sentence))
        } else if let entry = open {
          open = (
            entry.labels, entry.words + [text], entry.lines.union(paper.lines(of: sentence))
          )
        }
      }
      finish()
    }
    return told
  }

  /// Whether what was read from a paragraph is an answer: a sentence that decides may have been.
  private static func isAnswer(_ block: Block, _ sink: RecordSink) -> Bool {
    block.kind == .paragraph
      && sink.records.suffix(60).contains { record in
        guard case .executiveResponse = record.content else { return false }
        return block.lines.first <= record.lines.first && record.lines.last <= block.lines.last
      }
  }

  private static func response(_ words: [String], _ labels: [String]) -> ExecutiveResponse? {
    let text = words.joined(separator: " ")
    if var response = ExecutiveDecision.read(words[0]).first,
      !response.recommendationLabels.isEmpty
    {
      // The name at the head of a line is the label, and no part of the words.
      response.text =
        response.text == words[0]
        ? text : ([response.text] + words.dropFirst()).joined(separator: " ")
      return response
    }
    guard let verdict = ProseVerdict.find(text) else { return nil }
    var response = ExecutiveResponse()
    response.text = text
    response.stage = .decided
    response.decision = verdict.decision
    response.decisionAsPrinted = verdict.printed
    response.recommendationLabels = labels
    return response
  }

  /// How many words of a sentence may stand before the recommendation that it is about.
  private static let reach = 16

  private static let ordinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
  ]

  /// The recommendation that a sentence counts, `The second, which had called for ...`: by its number.
  ///
  /// The first that a paragraph names is called a recommendation; those after it need not be.
  private static func counted(in sentence: String, isOpen: Bool) -> String? {
    let words = sentence.split(separator: " ", maxSplits: 9)
    for (index, word) in words.prefix(8).enumerated() where index > 0 {
      let plain = word.lowercased().filter(\.isLetter)
      guard let number = ordinals.firstIndex(of: plain),
        words[index - 1].lowercased() == "the"
      else { continue }
      let next = index + 1 < words.count ? words[index + 1].lowercased() : ""
      guard next.hasPrefix("recommendation") || isOpen && (word.hasSuffix(",") || next == "was")
      else { return nil }
      return String(number + 1)
    }
    return nil
  }

  /// The recommendations that a sentence is about, by their labels.
  private static func labels(in sentence: String) -> [String]? {
    let words = sentence.split(separator: " ", maxSplits: reach)
    for (index, word) in words.enumerated() where index < reach {
      let plain = word.lowercased()
      guard plain == "recommendation" || plain == "recommendations", index + 1 < words.count
      else { continue }
      let rest = words[(index + 1)...].joined(separator: " ")
      if let (labels, behind) = RecommendationLabels.read(Substring(rest)) {
        // "Recommendation 2 in the report" is the officers' own.
        let next = MatchKey.words(String(behind.prefix(40))).prefix(4).joined(separator: " ")
        return next.hasPrefix("in the report") || next.hasPrefix("of the report") ? nil : labels
      }
    }
    return nil
  }
}
