import MattersRecords
import MattersText

/// A resolution by which a committee agrees a task group's report: its recommendations are then the
/// committee's own.
enum Endorsement {
  /// Whether a resolution agrees a report or its recommendations.
  static func isOne(_ text: String) -> Bool {
    let words = " " + MatchKey(text).description + " "
    guard nouns.contains(where: words.contains) else { return false }
    return verbs.contains { words.contains($0) }
  }

  private static let nouns = [" report ", " recommendations ", " recommendation "]
  private static let verbs = [
    " be agreed ", " be endorsed ", " be approved ", " be adopted ", " be accepted ",
    " be supported ", " agrees ", " endorses ", " endorsed ", " adopts ", " endorse ", " to adopt ",
    " to support ", " to agree ", " to approve ", " to accept ",
  ]

  private static let common: Set<String> = [
    "report", "task", "group", "working", "review", "inquiry", "panel", "finish", "final",
    "scrutiny", "committee", "commission", "party", "from",
  ]

  /// Whether some words name the group or the report that a recommendation is of.
  static func names(_ text: String, _ record: PaperRecord) -> Bool {
    guard !text.isEmpty, case .recommendation(let content) = record.content,
      content.madeIn == .scrutinyReport
    else {
      return false
    }
    let said = Set(MatchKey.words(text))
    return [content.madeBy, content.report].compactMap { $0 }.contains { name in
      let whole = MatchKey.words(name).filter { $0.count > 3 }
      // Every group's report has these words: what the group looked into tells which it is.
      let telling = whole.filter { !common.contains($0) }
      let own = telling.isEmpty ? whole : telling
      return !own.isEmpty && own.count(where: said.contains) * 4 >= own.count * 3
    }
  }
}
