import MattersRecords
import MattersText

/// Finds which recommendations of the same document an executive response answers.
///
/// A response in a table stands in the row of its recommendation; a line of minutes names it by its
/// label. Where a label is that of several recommendations, the words it repeats must be one's own.
struct ResponseLinker {
  private struct Candidate {
    var record: PaperRecord
    var label: String?
    var key: MatchKey
  }

  private var candidates: [Candidate] = []
  /// Restated ones too: they may stand in the row of a response.
  private var byLine: [Int: [PaperRecord]] = [:]
  private let sections: MinuteSections
  /// For a response without labels, what was recommended right above it in its minute.
  private var above: [RecordID: PaperRecord] = [:]

  init(_ records: [PaperRecord]) {
    sections = MinuteSections(records)
    var last: PaperRecord?
    var quoted: PaperRecord?
    for record in records {
      switch record.content {
      case .recommendation(let content) where content.minute != nil: last = record
      case .recommendation(let content) where content.label == nil:
        quoted = record
      case .executiveResponse(let content):
        if content.recommendationLabels.isEmpty, content.stage == .decided, let one = last,
          sections.section(of: one.lines.first) == sections.section(of: record.lines.first),
          one.lines.last < record.lines.first
        {
          above[record.id] = one
        } else if content.recommendationLabels.isEmpty, let one = quoted,
          (1...4).contains(record.lines.first - one.lines.last)
        {
          // A letter quotes it, and answers below.
          above[record.id] = one
        }
        (last, quoted) = (nil, nil)
      default: break
      }
    }
    var seen: Set<String> = []
    for record in records {
      guard case .recommendation(let content) = record.content,
        content.madeIn == .minutes || content.madeIn == .scrutinyReport
      else { continue }
      byLine[record.lines.first, default: []].append(record)
      let label = LabelKey.of(content.label)
      let key = MatchKey(content.text)
      if seen.insert("\(label ?? "")|\(key)").inserted {
        candidates.append(Candidate(record: record, label: label, key: key))
      }
    }
  }

  /// The recommendations that a response answers, and why; more than one for a label only where
  /// they cannot be told apart.
  func answered(
    by record: PaperRecord, _ response: ExecutiveResponse
  ) -> (found: [PaperRecord], ambiguous: [PaperRecord], because: String) {
    let labels = Set(response.recommendationLabels.compactMap(LabelKey.of))
    let inRow = (byLine[record.lines.first] ?? []).filter { row in
      guard case .recommendation(let content) = row.content else { return false }
      return labels.isEmpty || LabelKey.of(content.label).map(labels.contains) ?? false
    }
    if !inRow.isEmpty {
      return (inRow, [], "the response stands against this recommendation")
    }
    if labels.isEmpty, let one = above[record.id] {
      return ([one], [], "the response stands right below this recommendation")
    }
    var found: [PaperRecord] = []
    var ambiguous: [PaperRecord] = []
    for label in labels.sorted() {
      let named = candidates.filter { $0.label == label }
      if named.count == 1 {
        found.append(named[0].record)
        continue
      }
      // A label that several minutes use is that of the minute in which the response stands.
      let section = sections.section(of: record.lines.first)
      let beside = named.filter {
        $0.record.lines < record.lines && sections.section(of: $0.record.lines.first) == section
      }
      if section > 0, beside.count == 1 {
        found.append(beside[0].record)
        continue
      }
      let said = MatchKey(response.text)
      let alike = named.filter { Likeness.containment($0.key, said) >= 0.6 }
      if alike.count == 1 {
        found.append(alike[0].record)
      } else {
        ambiguous += named.map(\.record)
      }
    }
    return (found, ambiguous, "the decision names this recommendation by its label")
  }
}
