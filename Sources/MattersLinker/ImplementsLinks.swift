import MattersRecords
import MattersText

extension DocumentLinker {
  /// An action of a plan implements the improvement required that the plan's area restates.
  ///
  /// The areas of a plan are written in answer to an inspection and repeat its words; the numbers
  /// may differ, so the words alone decide.
  static func linkPlans(
    _ records: [PaperRecord], _ settings: [RecordSetting], _ outcome: inout Outcome
  ) {
    var required: [(record: PaperRecord, key: MatchKey)] = []
    for record in records {
      guard case .improvementRequired(let content) = record.content else { continue }
      let key = MatchKey(content.text)
      // A list that is quoted from the report is the same list.
      if !required.contains(where: { $0.key == key }) { required.append((record, key)) }
    }
    guard !required.isEmpty else { return }
    var known: [String: [(record: PaperRecord, grade: LinkGrade)]] = [:]
    for (record, setting) in zip(records, settings) {
      guard case .planAction = record.content, let area = setting.area else { continue }
      let found = known[area] ?? candidates(for: MatchKey(area), among: required)
      known[area] = found
      guard let first = found.first else {
        outcome.withoutCandidate += 1
        continue
      }
      guard found.count == 1 else {
        outcome.ambiguous.append((record.id, found.map(\.record.id)))
        continue
      }
      outcome.matched += 1
      outcome.links.append(
        link(
          from: record, to: first.record, .implements, first.grade,
          because: first.grade == .exact
            ? "the plan's area has the words of the improvement required"
            : "the plan's area has nearly all the words of one improvement required"))
    }
  }

  private static func candidates(
    for area: MatchKey, among required: [(record: PaperRecord, key: MatchKey)]
  ) -> [(record: PaperRecord, grade: LinkGrade)] {
    guard area.words.count >= 3 else { return [] }
    let same = required.filter { $0.key == area }
    if !same.isEmpty { return same.map { ($0.record, .exact) } }
    return required.filter { Likeness.share($0.key, area) >= 0.85 }.map { ($0.record, .strong) }
  }
}
