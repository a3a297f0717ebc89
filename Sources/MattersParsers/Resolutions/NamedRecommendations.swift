import MattersBlocks
import MattersText

/// Recommendations that stand below their lead as paragraphs with names: `Recommendation 1: That the
/// Council ...`.
///
/// A page's end may stand between two of them, so that the next number tells that the list goes on.
struct NamedRecommendations {
  private(set) var lead: Lead?
  private var last: Int?

  init() {}

  /// Those below a lead, if it announces recommendations.
  init(under lead: Lead) { self.lead = lead.purpose == .recommendation ? lead : nil }

  /// The name and the words of the next one.
  mutating func take(_ block: Block, in paper: Paper) -> (label: String, words: String)? {
    guard lead != nil, let (label, words) = RecommendationLabel.named(block, in: paper),
      words.utf8.count >= 8
    else { return nil }
    let number = Int(label.filter(\.isNumber))
    guard last == nil || number == nil || number == last.map({ $0 + 1 }) else { return nil }
    last = number
    return (label, words)
  }
}

extension OperativeReader {
  /// Takes a recommendation that begins with its name below the lead; whether it was one.
  mutating func takeNamed(
    _ block: Block, _ line: MinuteLine, into sink: inout RecordSink
  ) -> Bool {
    guard let (label, words) = named.take(block, in: paper), let lead = named.lead else {
      return false
    }
    add(
      .recommendation, text: words, label: label, lines: block.lines, line, lead: lead, into: &sink)
    hasItems = true
    return true
  }
}
