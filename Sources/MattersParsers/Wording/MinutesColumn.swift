/// What the heading of a column in minutes says that it holds.
enum MinutesColumn {
  /// The role of a column by its heading, folded; nothing where minutes have no such column.
  static func role(of key: String) -> MinutesTable.Role? {
    if key.isEmpty { return .other }
    if let role = exact[key] { return role }
    let words = key.split(separator: " ")
    guard words.count <= 7 else { return nil }
    func has(_ set: Set<Substring>) -> Bool { words.contains(where: set.contains) }
    if has(never) { return nil }
    if has(said) { return .words }
    if has(decided) { return .decision }
    if has(tasks) { return has(doers) ? .owner : .action }
    if has(doers) { return .owner }
    if has(days) { return .due }
    if has(titles) { return .title }
    if has(numbers) { return .number }
    return nil
  }

  private static let exact: [String: MinutesTable.Role] = [
    "item": .title, "items": .title, "agenda": .title, "minute": .words, "minutes": .words,
    "details": .words, "detail": .words, "description": .words, "comment": .words,
    "comments": .words, "notes": .words, "note": .words, "what": .title, "matter": .title,
    "agenda no": .number, "agenda item no": .number, "item no": .number, "minute no": .number,
    "minute number": .number, "minute ref": .number, "agenda ref": .number, "no": .number,
    "actions and decisions": .decision, "decisions and actions": .decision,
    "decision action": .decision, "action decision": .decision, "decisions actions": .decision,
    "actions": .action, "action": .action, "initials": .owner, "lead": .owner,
    "discussion item": .title, "item description": .title, "item for discussion": .title,
    "items for discussion": .title, "items discussed": .title, "matters discussed": .title,
    "item and discussion": .words, "item discussion": .words,
  ]
  /// A list of what was spent, raised or answered has such columns.
  private static let never: Set<Substring> = [
    "status", "progress", "response", "rag", "amount", "cost", "total", "vat", "net", "payee",
    "supplier", "cheque", "applicant", "application", "address", "proposal", "location",
    "completed", "complete", "raised", "update", "updates", "rating", "risk", "score", "target",
    "budget", "variance", "page", "pages", "time", "yes", "position", "closed", "abstain",
    "against", "ward",
  ]
  private static let said: Set<Substring> = [
    "discussion", "discussions", "discussed", "minutes", "notes", "narrative", "summary", "points",
    "point", "record", "debate", "deliberation", "deliberations", "proceedings", "commentary",
    "comments", "remarks", "details",
  ]
  private static let decided: Set<Substring> = [
    "decision", "decisions", "resolution", "resolutions", "resolved", "outcome", "outcomes",
    "agreed", "conclusion", "conclusions",
  ]
  private static let tasks: Set<Substring> = [
    "action", "actions", "task", "tasks", "followup", "actioned", "actionee",
  ]
  private static let doers: Set<Substring> = [
    "by", "who", "whom", "owner", "owners", "lead", "responsible", "responsibility", "officer",
    "assigned", "person", "for", "actionee", "actioned",
  ]
  private static let days: Set<Substring> = [
    "when", "due", "deadline", "date", "timescale", "timescales", "timeframe",
  ]
  private static let titles: Set<Substring> = [
    "subject", "topic", "topics", "heading", "title", "issue", "issues", "business", "matter",
    "matters", "item", "items", "agenda", "theme",
  ]
  private static let numbers: Set<Substring> = [
    "no", "ref", "reference", "number", "nr", "num", "minute",
  ]
}
