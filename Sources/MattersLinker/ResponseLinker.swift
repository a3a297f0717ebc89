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

  init(_ records: [PaperRecord]) {
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
    var found: [PaperRecord] = []
    var ambiguous: [PaperRecord] = []
    for label in labels.sorted() {
      let named = candidates.filter { $0.label == label }
      if named.count == 1 {
        found.append(named[0].record)
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
