import MattersBlocks
import MattersRecords
import MattersText

/// Tells what a column holds by its cells, where its heading is not one that is known.
///
/// Clerks head columns in plain speech, `What came back`; what stands below is told apart by its
/// form: words that begin with `That`, verdicts, days, posts, states. Only a table that its other
/// headings already show to be of this kind is looked at so.
struct ColumnContents {
  /// How the filled cells of one column look, as shares of them.
  private struct Look {
    var filled = 0
    var words = 0
    var clauses = 0
    var verdicts = 0
    var days = 0
    var dated = 0
    var people = 0
    var states = 0
    var prose = 0
    var numbers = 0
    var titles = 0

    func isMostly(_ path: KeyPath<Look, Int>) -> Bool {
      filled > 0 && self[keyPath: path] * 3 >= filled * 2
    }
  }

  /// How many rows are looked at, and how long a cell may be that is no prose.
  private static let sample = 40
  private static let short = 6

  private let header: [String]
  private let looks: [Look]
  private var index: [TrackerColumn: Int]

  /// The columns that headings tell, with those that the cells below tell.
  static func completed(
    _ index: [TrackerColumn: Int], header: [String], rows: [[String]], title: [String]
  ) -> [TrackerColumn: Int] {
    guard header.count >= 3, !rows.isEmpty,
      index.count >= 2 || index.count == 1 && TrackerTitle.kind(title) != nil
    else { return index }
    var contents = ColumnContents(index, header, rows)
    contents.settleDays()
    contents.settleNumbers()
    contents.settleProse()
    contents.settleFollowUp()
    contents.findWording(title)
    guard contents.wording != nil else { return index }
    contents.settleKind(title)
    contents.settleOrigin()
    contents.findAnswer()
    contents.findRest()
    return contents.index
  }

  private init(_ index: [TrackerColumn: Int], _ header: [String], _ rows: [[String]]) {
    self.index = index
    self.header = header
    var looks = Array(repeating: Look(), count: header.count)
    for row in rows.prefix(Self.sample) {
      for (column, cell) in row.enumerated() where column < header.count && !cell.isEmpty {
        Self.look(at: cell, &looks[column])
      }
    }
    self.looks = looks
  }

  private static func look(at cell: String, _ look: inout Look) {
    let words = cell.split(separator: " ", maxSplits: 60)
    look.filled += 1
    look.words += words.count
    if words.count >= 5 { look.prose += 1 }
    guard let first = words.first else { return }
    if isNumber(cell) { look.numbers += 1 }
    if words.count <= Self.short, first.first?.isUppercase == true, cell.last != "." {
      look.titles += 1
    }
    if words.count >= 4, first.lowercased() == "that" || first == "To" { look.clauses += 1 }
    if DateReader.first(in: String(cell.prefix(60))) != nil {
      look.dated += 1
      if words.count <= Self.short { look.days += 1 }
    } else if words.count <= Self.short, DateReader.only(cell) != nil {
      look.days += 1
    }
    if DecisionWording.isVerdict(cell) || isYesOrNo(cell)
      || words.count <= 8 && DecisionWording.opening(cell) != nil
    {
      look.verdicts += 1
    }
    if words.count <= 10, PostWords.isPost(cell) || isInitials(cell) { look.people += 1 }
    if words.count <= Self.short, ResponseWording.stateOfStatus(cell) != nil { look.states += 1 }
  }

  /// Whether a cell is what a row is called by: `7`, `A31`, `OSC-24-01`, `12.3`.
  private static func isNumber(_ cell: String) -> Bool {
    let longest = cell.split(whereSeparator: { !$0.isLetter }).map(\.count).max() ?? 0
    return cell.utf8.count <= 14 && longest <= 4 && cell.utf8.contains(where: \.isDigit)
      && !cell.utf8.contains { $0 == 0x25 || $0 == 0x2C || $0 == 0x3A }
      && cell.split(separator: " ").count <= 2 && DateReader.whole(cell) == nil
      && !cell.hasPrefix("£") && !cell.hasPrefix("$") && !cell.hasPrefix("€")
  }

  private static func isYesOrNo(_ cell: String) -> Bool {
    cell.utf8.count <= 40
      && ["yes", "no", "y", "n", "in part", "part"].contains(MatchKey(cell).description)
  }

  private static func isInitials(_ cell: String) -> Bool {
    // Not one small letter is in them.
    guard !cell.utf8.contains(where: { $0.isLower || $0.isDigit }) else { return false }
    let parts = cell.split(whereSeparator: { "/,& ".contains($0) })
    return !parts.isEmpty && parts.count <= 4
      && parts.allSatisfy { (2...4).contains($0.count) && $0.allSatisfy(\.isUppercase) }
  }

  private var wording: Int? {
    index[.request] ?? index[.recommendation] ?? index[.action]
  }

  private func isFree(_ column: Int) -> Bool { !index.values.contains(column) }

  private func words(_ column: Int) -> Int {
    looks[column].filled == 0 ? 0 : looks[column].words / looks[column].filled
  }

  /// `From` over days is when something was raised, and not of whom it was asked.
  private mutating func settleDays() {
    guard let column = index[.responsible], index[.meeting] == nil, looks[column].isMostly(\.days)
    else { return }
    (index[.meeting], index[.responsible]) = (column, nil)
  }

  /// `When` over past days that stand before what was asked is when it was raised, and not when it
  /// is due.
  private mutating func settleOrigin() {
    guard let wording, let column = index[.due], column < wording, index[.meeting] == nil,
      looks[column].isMostly(\.days)
    else { return }
    (index[.meeting], index[.due]) = (column, nil)
    index[.due] = looks.indices.first {
      isFree($0) && TrackerColumns.column(of: header[$0]) == .due
    }
  }

  /// `Item` over numbers is what a row is called by, and not what it is about.
  private mutating func settleNumbers() {
    guard let column = index[.subject], index[.reference] == nil, looks[column].isMostly(\.numbers)
    else { return }
    (index[.reference], index[.subject]) = (column, nil)
  }

  /// Sentences under `Rec.` or `Staff` are no number and nobody's name.
  private mutating func settleProse() {
    for role in [TrackerColumn.reference, .rating, .responsible, .leadOfficer] {
      guard let column = index[role], looks[column].isMostly(\.prose), words(column) >= 6,
        !looks[column].isMostly(\.people), !looks[column].isMostly(\.dated)
      else { continue }
      index[role] = nil
    }
  }

  /// `Follow-up action` behind another column of sentences tells what was done about those.
  private mutating func settleFollowUp() {
    guard let column = index[.action], index[.response] == nil,
      MatchKey.words(header[column]).contains(where: { ["follow", "followup"].contains($0) })
    else { return }
    let isAfter = looks.indices.contains { other in
      other < column && looks[other].isMostly(\.prose)
        && (isFree(other) || other == index[.request] || other == index[.recommendation]
          || other == index[.decision])
    }
    guard isAfter else { return }
    (index[.response], index[.action]) = (column, nil)
  }

  /// What was resolved is to be done where the title lists what is to be done.
  private mutating func settleKind(_ title: [String]) {
    guard let column = index[.recommendation], index[.action] == nil, index[.request] == nil,
      MatchKey.words(header[column]).allSatisfy(Self.resolved.contains),
      TrackerTitle.isOfResolutions(title),
      ![.recommendation, .request].contains(TrackerTitle.kind(title)),
      title.allSatisfy({ !MatchKey.words($0).contains("scrutiny") })
    else { return }
    (index[.action], index[.recommendation]) = (column, nil)
  }
  private static let resolved: Set<String> = [
    "resolution", "resolutions", "motion", "motions", "council", "of", "s", "decision",
  ]

  /// The headings that name nothing but the matter itself.
  private static let plain: Set<String> = [
    "detail", "details", "description", "matter", "matters", "item", "issue", "what", "subject",
    "text", "summary", "decision", "resolution", "topic", "wording", "brief description",
    "matter arising", "matters arising", "issues", "agreed", "follow up", "motion", "directive",
    "outstanding matter", "outstanding item", "outstanding issue", "decisions", "point", "points",
    "undertaking", "commitment", "what was agreed", "agreement", "instruction", "direction",
  ]

  /// Finds the column of what was asked: words that begin with `That`, or, under a title that says
  /// what the table lists, the longest that is headed as nothing else, or the first one of prose.
  private mutating func findWording(_ title: [String]) {
    guard wording == nil else { return }
    let held: Set<Int> = Set(
      index.filter { ![.subject, .response, .outcome, .decision].contains($0.key) }.values)
    func take(_ column: Int, as kind: TrackerColumn) {
      for key in index.keys where index[key] == column { index[key] = nil }
      index[kind] = column
    }
    let listed = TrackerTitle.kind(title)
    func kind(of column: Int) -> TrackerColumn? {
      let words = MatchKey.words(header[column])
      return words.contains { $0.hasPrefix("recommend") } ? .recommendation : listed
    }
    if let column = looks.indices.first(where: {
      !held.contains($0) && looks[$0].isMostly(\.clauses) && words($0) >= 6
        && Self.foreign.isDisjoint(with: MatchKey.words(header[$0]))
    }) {
      return take(column, as: kind(of: column) ?? .recommendation)
    }
    guard let asked = listed ?? tasks,
      index[.response] ?? index[.status] ?? index[.rating] ?? index[.implementation] != nil
        || asked == .action && (index[.responsible] ?? index[.leadOfficer]) != nil
    else { return }
    // "Agreed" or "Decision" over sentences holds what is to be done where another column says how
    // that stands.
    let loose: Set<TrackerColumn> = [.subject, .decision, .response]
    let named = looks.indices.filter { column in
      let role = index.first { $0.value == column }?.key
      return role.map(loose.contains) ?? true
        && Self.plain.contains(MatchKey(header[column]).description) && words(column) >= 3
    }
    if let column = named.max(by: { words($0) < words($1) }) {
      return take(column, as: kind(of: column) ?? asked)
    }
    // Whatever its heading says: the title lists what is asked, and this tells it at length.
    let end = index[.response] ?? index[.status] ?? index[.rating] ?? header.count
    let sentences = looks.indices.filter {
      isFree($0) && looks[$0].isMostly(\.prose)
        && Self.foreign.isDisjoint(with: MatchKey.words(header[$0]))
    }
    if let column = sentences.first(where: { $0 < end }) ?? sentences.first {
      take(column, as: kind(of: column) ?? asked)
    }
  }

  /// Words of headings under which no clerk writes what was asked.
  private static let foreign: Set<String> = [
    "risk", "risks", "objective", "objectives", "indicator", "measure", "measures", "target",
    "controls", "control", "project", "benefit", "benefits", "background", "reason", "reasons",
    "context", "purpose", "cost", "finding", "findings",
  ]

  /// Actions, where no title says so but a row has who is to do it, how it stands, and a name or a day
  /// to do it by: `ID | What | Who | Target | Notes | Status`.
  private var tasks: TrackerColumn? {
    guard !header.contains(where: { MatchKey.words($0).contains("purpose") }) else { return nil }
    let others: [TrackerColumn] = [.reference, .due, .meeting]
    return index[.responsible] != nil && (index[.status] ?? index[.rating]) != nil
      && others.contains { index[$0] != nil }
      && header.contains { Self.plain.contains(MatchKey($0).description) } ? .action : nil
  }

  /// Whether a column headed as a status is of what was answered: `Response status` over verdicts, or
  /// one whose verdicts are no states.
  private func isOfAnswer(_ column: Int) -> Bool {
    looks[column].states * 3 < looks[column].filled
      || MatchKey.words(header[column]).contains {
        ["response", "decision", "accept", "accepted", "agreed", "position"].contains($0)
      }
  }

  /// Finds what came back: a column of verdicts, and one of prose behind what was asked.
  private mutating func findAnswer() {
    guard let wording else { return }
    let right = looks.indices.filter { $0 > wording }
    if index[.recommendation] != nil, index[.decision] == nil,
      let verdict = right.first(where: {
        (isFree($0) || $0 == index[.response] || $0 == index[.outcome]
          || $0 == index[.status] && isOfAnswer($0))
          && looks[$0].isMostly(\.verdicts) && looks[$0].filled >= 2 && words($0) <= Self.short
      })
    {
      let prose = right.first {
        (isFree($0) || $0 == index[.reason]) && looks[$0].isMostly(\.prose)
      }
      if verdict != index[.response] || prose != nil {
        for key in index.keys where index[key] == verdict { index[key] = nil }
        index[.decision] = verdict
      }
    }
    // "Response of Cabinet" over verdicts, and how far each has got beside it.
    if index[.recommendation] != nil, index[.decision] == nil, let verdict = index[.response],
      looks[verdict].isMostly(\.verdicts),
      let progress = right.first(where: {
        isFree($0) && $0 > verdict && TrackerColumns.tellsProgress(header[$0])
      })
    {
      (index[.decision], index[.response]) = (verdict, progress)
    }
    // "Reply received" over days is when it came, where prose beside it tells what.
    if let day = index[.response], looks[day].isMostly(\.days), words(day) <= 3,
      index[.decidedOn] == nil
    {
      (index[.decidedOn], index[.response]) = (day, nil)
    }
    // "Position" over sentences tells what came back.
    if index[.response] == nil, let status = index[.status], looks[status].isMostly(\.prose),
      TrackerColumns.tellsProgress(header[status])
    {
      (index[.response], index[.status]) = (status, nil)
    }
    // "Where things stand" over sentences is no state where another column has those.
    if index[.response] == nil, let status = index[.status], looks[status].isMostly(\.prose),
      right.contains(where: { isFree($0) && looks[$0].isMostly(\.states) })
    {
      (index[.response], index[.status]) = (status, nil)
    }
    if index[.response] == nil,
      let prose = right.first(where: { isFree($0) && looks[$0].isMostly(\.prose) })
    {
      index[.response] = prose
    }
    // "Proposed action and by when" over sentences, beside a column of verdicts.
    if index[.response] == nil, index[.decision] != nil,
      let key = index.first(where: {
        [.meeting, .due].contains($0.key) && $0.value > wording && looks[$0.value].isMostly(\.prose)
      })?.key
    {
      (index[.response], index[key]) = (index[key], nil)
    }
  }

  /// Words of headings over days that are past.
  private static let over: Set<String> = [
    "closed", "completed", "actual", "updated", "sent", "received", "answered", "reported", "last",
    "started", "start", "commenced", "done", "cleared", "discharged",
  ]

  /// Finds who is to act, when it was raised, and where it stands.
  private mutating func findRest() {
    guard let wording else { return }
    if index[.responsible] == nil, index[.leadOfficer] == nil,
      let people = looks.indices.first(where: { isFree($0) && looks[$0].isMostly(\.people) })
    {
      index[.responsible] = people
    }
    if index[.meeting] == nil,
      let day = looks.indices.first(where: {
        $0 < wording && isFree($0) && looks[$0].isMostly(\.days)
      })
    {
      index[.meeting] = day
    }
    if index[.reference] == nil, let number = looks.indices.prefix(2).first(where: isFree),
      number < wording, looks[number].filled >= 2, looks[number].isMostly(\.numbers)
    {
      index[.reference] = number
    }
    if index[.subject] == nil,
      let subject = looks.indices.first(where: {
        $0 < wording && isFree($0) && looks[$0].isMostly(\.titles)
          && !looks[$0].isMostly(\.numbers) && !looks[$0].isMostly(\.people)
          && !looks[$0].isMostly(\.states) && !looks[$0].isMostly(\.days)
          && Self.foreign.isDisjoint(with: MatchKey.words(header[$0]))
      })
    {
      index[.subject] = subject
    }
    // "Report back in" over days behind what was asked, where nothing says that these are over.
    if index[.due] == nil,
      let day = looks.indices.first(where: {
        $0 > wording && isFree($0) && looks[$0].isMostly(\.days) && words($0) <= 4
          && Self.over.isDisjoint(with: MatchKey.words(header[$0]))
          && TrackerColumns.column(of: header[$0]) == nil && $0 < (index[.response] ?? header.count)
      })
    {
      index[.due] = day
    }
    // Days behind what came back on a request are when it came.
    if index[.request] != nil, index[.decidedOn] == nil, index[.updated] == nil,
      let response = index[.response],
      let day = looks.indices.last(where: {
        $0 > response && isFree($0) && looks[$0].isMostly(\.days) && words($0) <= 3
      })
    {
      index[.decidedOn] = day
    }
    if index[.status] == nil, index[.rating] == nil,
      let state = looks.indices.last(where: {
        $0 > wording && isFree($0) && looks[$0].isMostly(\.states)
      })
    {
      index[.status] = state
    }
  }
}
