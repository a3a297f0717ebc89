import MattersRecords
import MattersText

/// The title over a tracker: it names a thing that a committee keeps count of, and says that it does:
/// `Status of previous actions`, `Outstanding resolutions`, `Monitoring of recommendations`.
enum TrackerTitle {
  /// The most words of a title; more are a sentence.
  private static let most = 14

  /// Things that are kept count of, and what that makes of a row.
  private static let things: [String: TrackerColumn] = [
    "action": .action, "actions": .action, "tasks": .action,
    "directive": .action, "directives": .action, "undertakings": .action, "commitments": .action,
    "recommendation": .recommendation, "recommendations": .recommendation,
    "advice": .recommendation, "request": .request, "requests": .request, "requested": .request,
    "queries": .request, "enquiries": .request,
  ]

  /// Things that say less: what was resolved may be to be done or to be recommended.
  private static let vague: Set<String> = [
    "matters", "matter", "issues", "business", "decisions", "decision", "resolutions",
    "resolution", "motions", "motion", "directions", "minutes", "points",
  ]

  /// Words that say that count is kept.
  private static let keeping: Set<String> = [
    "tracker", "tracking", "log", "rolling", "outstanding", "arising", "follow", "followup",
    "previous", "monitor", "monitoring", "progress", "status", "update", "updates",
    "implementation", "carried", "schedule", "list", "sheet", "register", "record", "live", "open",
    "review", "brought", "summary", "table", "last", "tracked", "pending", "closed", "completed",
    "unfinished",
  ]

  /// Words of titles over other tables, where no body's name has them: what is done about a risk is
  /// no action of a committee.
  private static let others: Set<String> = [
    "risk", "risks", "programme", "program", "agenda", "calendar", "budget", "savings", "capital",
    "performance", "indicators", "projects", "project", "petitions", "complaints", "planning",
    "consultation", "grant", "grants", "interest", "interests", "training", "attendance", "freedom",
    "foi", "timetable", "climate", "strategy", "policy", "policies",
  ]
  private static let bodies: Set<String> = [
    "committee", "board", "panel", "group", "council", "cabinet", "executive", "commission",
  ]

  /// Whether a line is such a title.
  static func isOne(_ line: String) -> Bool {
    guard line.utf8.count <= 120, !line.hasSuffix(".") else { return false }
    let words = MatchKey.words(line)
    guard (1...most).contains(words.count), !isOther(words) else { return false }
    if words.contains("tracker") || words.suffix(2) == ["matters", "arising"] { return true }
    if words == ["work", "in", "progress"] { return true }
    return words.contains { things[$0] != nil || vague.contains($0) }
      && words.contains(where: keeping.contains)
  }

  /// Whether a title is of another table: of risks, of a programme, of what a plan sets out to do.
  private static func isOther(_ words: [String]) -> Bool {
    if words.contains(where: others.contains), words.allSatisfy({ !bodies.contains($0) }) {
      return true
    }
    guard let plan = words.firstIndex(where: { $0 == "plan" || $0 == "plans" }) else {
      return false
    }
    return words[plan...].allSatisfy { !["tracker", "log", "tracking", "follow"].contains($0) }
  }

  /// What the nearest of some lines that says so tells that the table below them lists.
  static func kind(_ lines: [String]) -> TrackerColumn? {
    var weak: TrackerColumn?
    for line in lines.suffix(4).reversed() where line.utf8.count <= 160 {
      let words = MatchKey.words(line)
      // A sentence above the table speaks of other things too.
      if !line.hasSuffix("."), words.contains(where: foreign.contains),
        words.allSatisfy({ !bodies.contains($0) })
      {
        return nil
      }
      let named = words.compactMap { things[$0] }
      for kind in [TrackerColumn.action, .recommendation, .request] where named.contains(kind) {
        return kind
      }
      if weak == nil, isOne(line) { weak = .action }
    }
    return weak
  }

  private static let foreign: Set<String> = ["programme", "agenda", "calendar", "risk", "risks"]

  /// Whether a title says of resolutions that they are to be carried out, as those of a council
  /// are: a committee's are put to others.
  static func isOfResolutions(_ lines: [String]) -> Bool {
    lines.suffix(4).contains { line in
      let words = MatchKey.words(line)
      guard isOne(line) else { return false }
      if words.contains(where: { things[$0] == .action }) { return true }
      return words.contains { ["resolutions", "resolution", "motions"].contains($0) }
        && words.contains { $0 == "outstanding" || $0 == "council" }
        && !words.contains { ["committee", "scrutiny", "panel", "board"].contains($0) }
    }
  }
}
