import MattersBlocks
import MattersRecords
import MattersText

/// What an executive made of a recommendation that a line names: `R1 (the register of owners): agreed;
/// Head of Parks to set it up`, `R4 and R5 (pop-ups; markets): both agreed`.
struct NamedVerdict {
  var labels: [String]
  /// All that stands behind the name.
  var words: String
  var decision: Decision
  var printed: String

  /// How far a name and what it is about may reach.
  private static let reach = 140

  /// The verdict of a block, if it is such a line.
  init?(_ block: Block, in paper: Paper) {
    guard block.kind == .paragraph || block.kind == .item, block.label.isEmpty,
      block.text.count >= 8, paper.clean.bytes[block.text.lower] == 0x52
    else { return nil }
    let text = paper.text(block)
    // "Recommendation 2 – Rejected: there is a boat"
    if let (label, words) = RecommendationLabel.named(text),
      let found = DecisionWording.opening(words)
    {
      (labels, self.words, decision, printed) = ([label], words, found.decision, found.printed)
      return
    }
    guard let colon = text.utf8.prefix(Self.reach).firstIndex(of: 0x3A),
      let labels = Self.labels(text[..<colon])
    else { return nil }
    let words = String(text[text.index(after: colon)...].drop { $0 == " " })
    var said = words
    for lead in ["both ", "each ", "all "] where words.lowercased().hasPrefix(lead) {
      said = String(words.dropFirst(lead.count))
    }
    guard let found = DecisionWording.opening(said) ?? Self.put(off: said) else { return nil }
    (self.labels, self.words) = (labels, words)
    (decision, printed) = (found.decision, found.printed)
  }

  /// The labels before the colon, what they are about in brackets left out.
  private static func labels(_ name: Substring) -> [String]? {
    var name = name
    if name.hasSuffix(")"), let open = name.firstIndex(of: "(") { name = name[..<open] }
    while name.last == " " { name = name.dropLast() }
    for lead in ["Recommendations ", "Recommendation ", "Recs ", "Rec "] where name.hasPrefix(lead)
    {
      name = name.dropFirst(lead.count)
    }
    guard name.contains(where: \.isNumber),
      let (labels, rest) = RecommendationLabels.read(name), !labels.isEmpty,
      rest.allSatisfy({ $0 == " " })
    else { return nil }
    return labels
  }

  /// "to be considered when regulations have been made".
  private static func put(off words: String) -> (decision: Decision, printed: String)? {
    let printed = PrintedWords(words, first: 8)
    guard let found = DecisionWording.phrases.at(0, in: printed), found.meaning == .deferred else {
      return nil
    }
    return (.deferred, printed.printed(found.words))
  }
}

extension OperativeReader {
  /// Takes such a line of an executive's minutes; whether it was one.
  mutating func takeVerdict(
    _ block: Block, _ line: MinuteLine, into sink: inout RecordSink
  ) -> Bool {
    guard sink.meeting.body.map(sink.isExecutive) == true,
      let verdict = NamedVerdict(block, in: paper)
    else { return false }
    var response = ExecutiveResponse()
    response.text = verdict.words
    response.stage = .decided
    (response.decision, response.decisionAsPrinted) = (verdict.decision, verdict.printed)
    response.recommendationLabels = verdict.labels
    response.decidedBy = sink.meeting.body
    response.date = date?.iso
    sink.add(
      .executiveResponse(response), parts: [date?.iso, minute, verdict.labels.first],
      lines: block.lines, blocks: line.index..<line.index + 1)
    (added, hasItems) = (added + 1, true)
    return true
  }
}
