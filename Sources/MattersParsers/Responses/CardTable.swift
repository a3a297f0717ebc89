import MattersBlocks
import MattersRecords
import MattersText

/// A tracker in cards: for each entry the same labels below each other, `Owner: R Ash`, or a table
/// of two columns.
///
/// The cards are set out as rows, so that their labels are read as a table's headings are: by what
/// they say, and by what stands behind them.
enum CardTable {
  /// The cards of a run, set out as a table.
  struct Found {
    var runs: CardRuns
    var header: [String]
    var rows: [[String]]
    var columns: [TrackerColumn: Int]
    var kind: TrackerKind
    var listed: TrackerColumn?
  }

  /// The cards of a stretch of a document.
  static func find(
    _ stretch: Range<Int>, of paper: Paper, _ sink: borrowing RecordSink
  ) -> [Found] {
    var found: [Found] = []
    var run = CardFields(paper)
    for index in stretch where paper.blocks[index].kind != .furniture {
      if !sink.isClaimed[index], run.take(index) { continue }
      if let one = table(run, from: stretch.lowerBound, of: paper, sink.profile) {
        found.append(one)
      }
      run = CardFields(paper)
    }
    if let one = table(run, from: stretch.lowerBound, of: paper, sink.profile) { found.append(one) }
    return found
  }

  private static func table(
    _ run: CardFields, from document: Int, of paper: Paper, _ profile: CouncilProfile?
  ) -> Found? {
    guard run.fields.count >= 6, let runs = CardRuns(run.fields) else { return nil }
    let title = title(above: runs.cards[0].blocks[0], from: document, in: paper)
    let isNamed = title.contains(where: TrackerTitle.isOne)
    var header = runs.labels.map(\.label)
    var rows = runs.cards.map { card in runs.labels.map { card.cells[$0.key] ?? "" } }
    addTitles(runs, run.fields, &header, &rows)
    guard (3...16).contains(header.count) else { return nil }
    let known = TrackerColumns(
      header: header, renamed: profile?.headings ?? [:], isNamed: isNamed
    ).index
    var columns = ColumnContents.completed(known, header: header, rows: rows, title: title)
    if let named = named(runs.cards), let kind = TrackerTable.kind(columns), kind != named.kind,
      let words = columns.removeValue(forKey: wording(kind))
    {
      columns[named.wording] = words
    }
    guard let kind = TrackerTable.kind(columns), isTracker(kind, columns, header, isNamed) else {
      return nil
    }
    return Found(
      runs: runs, header: header, rows: rows, columns: columns, kind: kind,
      listed: TrackerTitle.kind(title))
  }

  /// What a word over a card says that the card is of.
  private static let names: [String: (kind: TrackerKind, wording: TrackerColumn)] = [
    "request": (.informationRequests, .request), "action": (.actions, .action),
    "recommendation": (.recommendations, .recommendation),
  ]

  /// What the lines that name the cards say that each is of: `REQUEST IR 31`.
  private static func named(
    _ cards: [CardRuns.Card]
  ) -> (kind: TrackerKind, wording: TrackerColumn)? {
    let words = Set(cards.map { card in card.title.flatMap { MatchKey.words($0).first } })
    return words.count == 1 ? words.first.flatMap { $0 }.flatMap { names[$0] } : nil
  }

  private static func wording(_ kind: TrackerKind) -> TrackerColumn {
    switch kind {
    case .informationRequests: .request
    case .recommendations: .recommendation
    case .actions: .action
    }
  }

  /// Reads the cards that were found and claims their lines.
  static func read(_ found: Found, of paper: Paper, into sink: inout RecordSink) {
    let kinds = RowKind(found.header, found.columns, rows: found.rows, listed: found.listed)
    for (card, cells) in zip(found.runs.cards, found.rows) {
      let (kind, columns) =
        kinds?.of(cells, found.columns) ?? RowKind.told(cells, found.columns)
        ?? (found.kind, found.columns)
      guard
        let entry = TrackerTable.entry(
          kind, cells: cells, header: found.header, columns, nil, StatusKey(), sink.profile,
          body: sink.meeting.body)
      else { continue }
      let lines = card.blocks.map { paper.blocks[$0].lines }
      sink.add(
        .trackerEntry(entry),
        parts: [
          entry.meetingDate ?? sink.meeting.date?.iso, entry.reference,
          entry.label ?? entry.text.opening(words: 6),
        ],
        lines: lines.dropFirst().reduce(lines[0]) { $0.union($1) })
      for block in card.blocks { sink.claim(block) }
    }
  }

  /// The numbers that labels count their cards with, and the lines that name cards, as columns of
  /// their own.
  private static func addTitles(
    _ runs: CardRuns, _ fields: [CardFields.Field], _ header: inout [String],
    _ rows: inout [[String]]
  ) {
    let titles = runs.cards.map { $0.title ?? "" }
    if titles.count(where: { !$0.isEmpty }) * 2 > titles.count {
      let parts = titles.map { CardField.title($0) }
      if parts.count(where: { $0 != nil }) * 2 > parts.count {
        header = ["Reference", "Item"] + header
        for index in rows.indices {
          rows[index] =
            [parts[index]?.reference ?? "", parts[index]?.subject ?? titles[index]] + rows[index]
        }
      } else if named(runs.cards) != nil,
        !header.contains(where: { MatchKey($0) == MatchKey("reference") })
      {
        header = ["Reference"] + header
        for index in rows.indices {
          rows[index] =
            [titles[index].split(separator: " ").dropFirst().joined(separator: " ")] + rows[index]
        }
      } else {
        header = ["Item"] + header
        for index in rows.indices { rows[index] = [titles[index]] + rows[index] }
      }
      return
    }
    var numbers: [Int: String] = [:]
    for field in fields { numbers[field.block] = numbers[field.block] ?? field.number }
    let own = runs.cards.map { card in card.blocks.first.flatMap { numbers[$0] } ?? "" }
    guard own.count(where: { !$0.isEmpty }) * 2 > own.count else { return }
    header = ["Reference"] + header
    for index in rows.indices { rows[index] = [own[index]] + rows[index] }
  }

  /// Whether cards with such labels are a tracker's: something came back, and a card says where it
  /// comes from or who has it.
  private static func isTracker(
    _ kind: TrackerKind, _ columns: [TrackerColumn: Int], _ header: [String], _ isNamed: Bool
  ) -> Bool {
    guard !ForeignTable.isOne(header), columns.count >= 3 else { return false }
    let kept: [TrackerColumn] = [.status, .rating, .updated, .implementation, .outcome]
    let isKept = kept.contains { columns[$0] != nil }
    // What is answered to a recommendation is a response, where nothing says how that stands.
    if kind == .recommendations, !isKept, !isNamed { return false }
    guard isKept || columns[.response] != nil || columns[.decision] != nil else { return false }
    let origins: [TrackerColumn] = [
      .reference, .meeting, .subject, .responsible, .leadOfficer, .due,
    ]
    return origins.contains { columns[$0] != nil } && (isNamed || columns.count >= 4)
  }

  /// The lines above the cards that say what they are: the nearest title, or the last few.
  private static func title(above first: Int, from document: Int, in paper: Paper) -> [String] {
    var near: [String] = []
    for index in (max(document, first - 40)..<max(document, first)).reversed() {
      let block = paper.blocks[index]
      guard block.kind == .heading || block.kind == .paragraph, block.text.count <= 160 else {
        continue
      }
      let words = paper.text(block)
      if TrackerTitle.isOne(words) { return [words] }
      if near.count < 3 { near.insert(words, at: 0) }
    }
    return near
  }
}
