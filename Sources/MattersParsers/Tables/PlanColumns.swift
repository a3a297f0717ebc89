import MattersBlocks
import MattersText

/// What a column of an improvement plan's table of actions holds.
enum PlanColumn: CaseIterable {
  case number, action, lead, deadline, progress, rating
}

/// Which column of a plan's table holds what, told by the headings; the headings are data.
struct PlanColumns {
  /// The index of each column that is known.
  let index: [PlanColumn: Int]

  /// Reads a header row, or nothing where it is not one of a plan.
  ///
  /// An action and who leads it are what makes a plan, with two of: by when, how far, what colour.
  /// A column for a recommendation, a request or a decision makes the table another kind.
  init?(_ row: Block, in paper: Paper) {
    // Every row of a pack is asked, so that the cheap signs come first.
    let cells = paper.cells(row)
    guard cells.count >= 4, cells.allSatisfy({ $0.count <= 60 }),
      cells.count(where: { Self.byHeading.firstWords.mayBegin(paper.clean.bytes, $0) }) >= 4
    else { return nil }
    var index: [PlanColumn: Int] = [:]
    for (position, cell) in cells.enumerated() where !cell.isEmpty {
      let key = MatchKey(paper.text(cell)).description
      if Self.foreign.contains(where: { key.hasPrefix($0) }) { return nil }
      guard let column = Self.byHeading[key], index[column] == nil else { continue }
      index[column] = position
    }
    let extras = [PlanColumn.deadline, .progress, .rating].count { index[$0] != nil }
    guard index[.action] != nil, index[.lead] != nil, extras >= 2 else { return nil }
    self.index = index
  }

  /// How the headings of other tables with actions begin.
  private static let foreign = [
    "recommendation", "request", "decision", "executive response", "cabinet response", "meeting",
    "minute", "question", "response", "subject", "source", "origin", "agenda", "raised",
    "date raised", "date made", "date agreed", "date set", "date of",
  ]

  /// What each known heading means; one that stands under two columns means the first.
  private static let byHeading = KeyTable(
    synonyms.flatMap { column, headings in headings.map { (key: $0, value: column) } })

  /// The headings that are known for each column, as folded words.
  private static let synonyms: [(column: PlanColumn, headings: Set<String>)] = [
    (
      .number,
      [
        "no", "number", "ref", "reference", "ref no", "action no", "action number", "action ref",
        "id",
      ]
    ),
    (
      .action,
      [
        "action", "actions", "key action", "key actions", "improvement action", "activity",
        "what we will do", "what will we do", "what are we going to do", "what we need to do",
        "what needs to be done", "task", "tasks", "action required", "agreed action", "step",
        "steps",
        "improvement activity", "key activity", "high level action", "high level actions",
      ]
    ),
    (
      .lead,
      [
        "lead", "leads", "lead officer", "lead officers", "owner", "action owner", "who", "by whom",
        "responsible", "responsible officer", "responsible lead", "accountable officer",
        "accountable lead", "lead person", "who will do it", "who will lead", "responsibility",
        "senior responsible officer", "sro", "action lead", "strategic lead",
      ]
    ),
    (
      .deadline,
      [
        "deadline", "timescale", "timescales", "due", "due date", "by when", "when", "target date",
        "completion date", "target completion date", "complete by", "date", "delivery date",
        "timeline", "timeframe", "end date", "when will it be done", "target",
      ]
    ),
    (
      .progress,
      [
        "progress", "progress to date", "progress update", "update", "latest update", "updates",
        "current position", "progress so far", "what we have done", "commentary", "status update",
        "progress made", "progress and impact", "progress notes",
      ]
    ),
    (
      .rating,
      [
        "brag", "rag", "bragg", "rag rating", "brag rating", "rag status", "brag status", "rating",
        "progress rating", "status", "rag rated",
      ]
    ),
  ]
}
