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
    var people = 0
    var states = 0
    var prose = 0

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
    guard index.count >= 2, header.count >= 3, !rows.isEmpty else { return index }
    var contents = ColumnContents(index, header, rows)
    contents.settleDays()
    contents.findWording(title)
    guard contents.wording != nil else { return index }
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
    if words.count >= 4, first.lowercased() == "that" || first == "To" { look.clauses += 1 }
    if words.count <= Self.short,
      DateReader.first(in: String(cell.prefix(60))) != nil || DateReader.only(cell) != nil
    {
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
  }

  /// The headings that name nothing but the matter itself.
  private static let plain: Set<String> = [
    "detail", "details", "description", "matter", "matters", "item", "issue", "what", "subject",
    "text", "summary", "decision", "resolution", "topic", "wording", "brief description",
  ]

  /// Finds the column of what was asked: words that begin with `That`, or, under a title that says
  /// what the table lists, the first one of prose.
  private mutating func findWording(_ title: [String]) {
    guard wording == nil else { return }
    let held: Set<Int> = Set(
      index.filter { ![.subject, .response, .outcome, .decision].contains($0.key) }.values)
    func take(_ column: Int, as kind: TrackerColumn) {
      for key in index.keys where index[key] == column { index[key] = nil }
      index[kind] = column
    }
    if let column = looks.indices.first(where: {
      !held.contains($0) && looks[$0].isMostly(\.clauses) && words($0) >= 6
    }) {
      return take(column, as: .recommendation)
    }
    guard let kind = Self.kind(title),
      index[.response] ?? index[.status] != nil
        || kind == .action && (index[.responsible] ?? index[.leadOfficer]) != nil
    else { return }
    if let column = looks.indices.first(where: {
      (isFree($0) || $0 == index[.subject])
        && Self.plain.contains(MatchKey(header[$0]).description) && words($0) >= 3
    }) {
      return take(column, as: kind)
    }
    // Whatever its heading says: the title lists what is asked, and this tells it at length.
    if let column = looks.indices.first(where: {
      isFree($0) && looks[$0].isMostly(\.prose) && $0 < (index[.response] ?? index[.status] ?? 0)
        && Self.foreign.isDisjoint(with: MatchKey.words(header[$0]))
    }) {
      take(column, as: kind)
    }
  }

  /// Words of headings under which no clerk writes what was asked.
  private static let foreign: Set<String> = [
    "risk", "risks", "objective", "objectives", "indicator", "measure", "measures", "target",
    "controls", "control", "project", "benefit", "benefits", "background", "reason", "reasons",
    "context", "purpose", "cost", "finding", "findings",
  ]

  /// What a title says that the table under it lists.
  static func kind(_ title: [String]) -> TrackerColumn? {
    for line in title.suffix(3).reversed() where line.utf8.count <= 160 {
      let words = Set(MatchKey.words(line))
      // A sentence above the table speaks of other things too.
      let isSentence = line.hasSuffix(".")
      if !isSentence,
        !words.isDisjoint(with: ["programme", "agenda", "calendar", "risk", "risks"])
      {
        return nil
      }
      if !words.isDisjoint(with: ["action", "actions", "tasks"]) { return .action }
      if words.isSuperset(of: ["matters", "arising"]) { return .action }
      if !words.isDisjoint(with: ["recommendations", "recommendation", "advice"]) {
        return .recommendation
      }
      if !words.isDisjoint(with: ["requests", "request", "requested", "queries"]) {
        return .request
      }
    }
    return nil
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
