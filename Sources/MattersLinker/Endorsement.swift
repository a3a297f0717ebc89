import MattersRecords
import MattersText

/// A resolution by which a committee agrees a task group's report: its recommendations are then the
/// committee's own.
enum Endorsement {
  /// Whether a resolution agrees a report or its recommendations.
  static func isOne(_ text: String) -> Bool {
    let words = " " + MatchKey(text).description + " "
    guard words.contains(" report ") || words.contains(" recommendations ") else { return false }
    return [
      " be agreed ", " be endorsed ", " be approved ", " be adopted ", " be accepted ",
      " be supported ", " agrees ", " endorses ", " endorsed ", " adopts ",
    ].contains { words.contains($0) }
  }

  /// Whether a resolution names the group or the report that a recommendation is of.
  static func names(_ text: String, _ record: PaperRecord) -> Bool {
    guard case .recommendation(let content) = record.content, content.madeIn == .scrutinyReport
    else {
      return false
    }
    let said = Set(MatchKey.words(text))
    return [content.madeBy, content.report].compactMap { $0 }.contains { name in
      let own = MatchKey.words(name).filter { $0.count > 3 }
      return !own.isEmpty && own.count(where: said.contains) * 4 >= own.count * 3
    }
  }
}
