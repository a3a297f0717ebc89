import MattersBlocks
import MattersRecords
import MattersText

/// A tracker: a table of what was asked, who owes it, and what came back.
enum TrackerTable: TableLayout {
  static let name = "tracker"
  static let summary =
    "Tracker of information requests, recommendations or actions, by its headings"

  static func signs(of table: TableView, in paper: Paper) -> Int {
    let columns = table.columns(in: paper)
    guard let kind = kind(columns), !ForeignTable.isOne(table.header(in: paper)),
      !holdsMinutes(table, columns, in: paper)
    else { return 0 }
    let tellsProgress = table.tellsProgress(columns, in: paper)
    let isNamed =
      table.above.suffix(3).contains { TrackerLayout.names($0, in: paper) }
      || table.titles(in: paper).first.map(TrackerTitle.isOne) ?? false
    guard tellsProgress || isNamed || !ResponseTable.fits(columns) else { return 0 }
    var telling: [TrackerColumn] = [
      .response, .status, .updated, .decision, .implementation, .rating,
    ]
    // What is expected of a recommendation is an outcome too; of an action it is what came of it.
    if kind != .recommendations { telling.append(.outcome) }
    let back = telling.count { columns[$0] != nil }
    let origin = [.subject, .meeting, .reference].count { columns[$0 as TrackerColumn] != nil }
    // Without a word on where a row comes from, only what nothing but a tracker has will do.
    let isPlain =
      kind != .actions && back > 1 && columns[.response] != nil
      || tellsProgress
        && (columns[.decision] ?? columns[.due] != nil || isUpdate(table, columns, in: paper))
    return back > 0 && (origin > 0 || isPlain || isNamed) ? back + origin + 1 : 0
  }

  /// Whether a table tells how far recommendations that were agreed have got: `Implementation update
  /// as of July 2011`.
  private static func isUpdate(
    _ table: TableView, _ columns: [TrackerColumn: Int], in paper: Paper
  ) -> Bool {
    guard let answer = columns[.response], table.rows.count >= 3 else { return false }
    let words = Set(MatchKey.words(table.header(in: paper)[answer]))
    return !words.isDisjoint(with: ["implementation", "progress"])
      && !words.isDisjoint(with: ["update", "to", "since", "made", "position"])
  }

  /// Whether the rows are a meeting's minutes, printed in a table with what became of each item: their
  /// words go on after a title to what was resolved.
  private static func holdsMinutes(
    _ table: TableView, _ columns: [TrackerColumn: Int], in paper: Paper
  ) -> Bool {
    guard let column = columns[.recommendation] ?? columns[.action] ?? columns[.request] else {
      return false
    }
    var (resolved, filled) = (0, 0)
    for row in table.rows.dropFirst().prefix(40) {
      guard let cell = paper.cells(row).dropFirst(column).first, !cell.isEmpty else { continue }
      filled += 1
      if let at = paper.clean.bytes.firstIndex(of: "resolved", in: cell), at > cell.lower + 4 {
        resolved += 1
      }
    }
    return resolved >= 2 && resolved * 3 >= filled
  }

  static func kind(_ columns: [TrackerColumn: Int]) -> TrackerKind? {
    if columns[.request] != nil { return .informationRequests }
    if columns[.recommendation] != nil { return .recommendations }
    return columns[.action] == nil ? nil : .actions
  }

  static func read(_ table: TableView, of paper: Paper, into sink: inout RecordSink) {
    let header = table.header(in: paper)
    var columns = withDays(table.columns(in: paper), of: table, in: paper)
    guard let kind = kind(columns) else { return }
    let heading = TrackerHeading(table.above.map { paper.text($0) })
    if sink.meeting.body == nil { sink.meeting.body = heading.body }
    let key = StatusKey(around: table, in: paper)
    columns = Rating.withStatus(
      columns, rows: table.rows.dropFirst().map { table.cells($0, in: paper) })
    if let lead = columns[.responsible], columns[.leadOfficer] == nil, kind == .recommendations,
      table.rows.dropFirst().contains(where: { row in
        paper.cells(row).dropFirst(lead).first.map { PeoplePair(paper.text($0)) != nil } ?? false
      })
    {
      // Where one row names an officer and a member, the column is of officers.
      (columns[.leadOfficer], columns[.responsible]) = (lead, nil)
    }
    let kinds = RowKind(
      header, columns, rows: table.rows.dropFirst().prefix(60).map { table.cells($0, in: paper) },
      listed: TrackerTitle.kind(table.titles(in: paper)))
    let former = table.hasBorrowedHeader ? sink.trackerDay : nil
    let rows = TrackerRows.of(table, columns, former ?? heading.date?.iso, in: paper)
    sink.trackerDay = rows.last?.after
    let codes = columns[.recommendation].flatMap { at in
      CodedLabels(rows.map { at < $0.cells.count ? $0.cells[at] : "" })
    }
    // The heading over a table that goes on under the columns of the one above.
    let inner = table.hasBorrowedHeader ? table.above.last.map { paper.text($0) } : nil
    for row in rows {
      let (kind, columns) =
        kinds?.of(row.cells, columns) ?? RowKind.headed(row.heading ?? inner, columns)
        ?? RowKind.told(row.cells, columns) ?? (kind, columns)
      guard
        let entry = entry(
          kind, cells: row.cells, header: header, columns, row.date, key, sink.profile,
          body: sink.meeting.body)
      else { continue }
      var stated = entry
      if stated.label == nil, let (label, words) = codes?.label(of: entry.text) {
        (stated.label, stated.text) = (label, String(words))
      }
      if columns[.status] == nil, columns[.rating] == nil, heading.isClosed {
        stated.state = .completed
      }
      sink.add(
        .trackerEntry(stated),
        parts: [
          entry.meetingDate ?? sink.meeting.date?.iso, entry.reference,
          entry.label ?? entry.text.opening(words: 6),
        ],
        lines: row.lines)
    }
    sink.claimRows(of: table, in: paper)
  }

  /// The columns where one that is headed as a number holds the day and the minute of each row:
  /// `8 September 2021 Minute 14 (1) Ponds`.
  private static func withDays(
    _ columns: [TrackerColumn: Int], of table: TableView, in paper: Paper
  ) -> [TrackerColumn: Int] {
    if let minute = columns[.meeting], columns[.reference] == nil,
      holdsNumbers(minute, of: table, in: paper)
    {
      var columns = columns
      (columns[.reference], columns[.meeting]) = (minute, nil)
      return columns
    }
    guard let number = columns[.reference], columns[.meeting] == nil, columns[.subject] == nil
    else { return columns }
    let cells = table.rows.dropFirst().prefix(20).map { table.cells($0, in: paper) }
      .compactMap { number < $0.count && !$0[number].isEmpty ? $0[number] : nil }
    let dated = cells.filter { DateReader.first(in: String($0.prefix(24))) != nil }
    guard !dated.isEmpty, dated.count * 3 >= cells.count * 2 else { return columns }
    var columns = columns
    (columns[.meeting], columns[.reference]) = (number, nil)
    return columns
  }

  /// Whether a column that is headed as the minute holds its number and no day.
  private static func holdsNumbers(_ column: Int, of table: TableView, in paper: Paper) -> Bool {
    let header = table.header(in: paper)
    guard column < header.count, MatchKey.words(header[column]).first?.hasPrefix("min") == true
    else {
      return false
    }
    // A row of one cell heads those below it.
    let rows = table.rows.dropFirst().prefix(20).map { table.cells($0, in: paper) }
      .filter { row in row.count { !$0.isEmpty } > 1 }
    let cells = rows.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }
    return cells.count >= 2
      && cells.allSatisfy {
        $0.utf8.count <= 14 && $0.contains(where: \.isNumber) && !$0.contains(" ")
          && DateReader.whole($0) == nil
      }
  }

  static func entry(
    _ kind: TrackerKind, cells: [String], header: [String], _ columns: [TrackerColumn: Int],
    _ date: String?, _ key: StatusKey, _ profile: CouncilProfile?, body: String?
  ) -> TrackerEntry? {
    func cell(_ column: TrackerColumn) -> String? {
      guard let index = columns[column], index < cells.count, !cells[index].isEmpty else {
        return nil
      }
      return cells[index]
    }
    let wording: TrackerColumn =
      switch kind {
      case .informationRequests: .request
      case .recommendations: .recommendation
      case .actions: .action
      }
    guard let words = cell(wording) else { return nil }
    var entry = TrackerEntry()
    entry.tracker = kind
    let minute = MinutePrefix.split(words)
    let (label, text) = RecommendationLabel.split(RowKind.withoutName(minute?.rest ?? words))
    (entry.label, entry.text) = (label, text)
    guard !text.isEmpty else { return nil }
    let subject = SubjectCell(cell(.subject) ?? "", body: body)
    entry.subject = subject.subject.isEmpty ? nil : subject.subject
    if columns[.subject] == nil, let meeting = cell(.meeting) {
      entry.subject = Self.subject(besides: meeting, body: body)
    }
    if entry.subject == nil { entry.subject = minute?.subject }
    entry.meetingDate =
      (subject.date ?? cell(.meeting).flatMap(DateReader.first(in:)))?.iso
      ?? cell(.meeting).flatMap(DateReader.whole) ?? date
    entry.reference = cell(.reference)
    entry.responsible = cell(.responsible)
    if cell(.portfolioHolder) == nil,
      let pair = (cell(.leadOfficer) ?? entry.responsible).flatMap(PeoplePair.init)
    {
      entry.responsible = cell(.leadOfficer) == nil ? nil : entry.responsible
      (entry.leadOfficer, entry.portfolioHolder) = (pair.officer, pair.member)
    } else {
      (entry.leadOfficer, entry.portfolioHolder) = (cell(.leadOfficer), cell(.portfolioHolder))
    }
    entry.response = cell(.response)
    entry.decidedBy = cell(.decidedBy)
    entry.decidedOn = cell(.decidedOn).flatMap(DateReader.whole)
    // "Date due: March 2022" has a label of its own.
    entry.due = cell(.due).flatMap {
      DateReader.whole($0) ?? ($0.contains(":") ? DateReader.only($0) : nil)
    }
    entry.reviewDate = cell(.reviewDate).flatMap(DateReader.whole)
    entry.outcome = cell(.outcome)
    // What came of a request or an action is its answer, where no other column has that.
    if kind != .recommendations, columns[.response] == nil {
      (entry.response, entry.outcome) = (entry.outcome, nil)
    }
    entry.statusAsPrinted = cell(.status)
    entry.rating =
      cell(.rating).map { columns[.rating] == columns[.status] ? Rating.colour(in: $0) : $0 }
      ?? columns[.status].flatMap { Rating.inStatus(entry.statusAsPrinted, heading: header[$0]) }
    if kind == .informationRequests, columns[.updated] == nil {
      entry.updated = cell(.decidedOn).flatMap(DateReader.whole)
      entry.decidedOn = nil
    }
    if let due = cell(.due), entry.due == nil { entry.dueAsPrinted = due }
    if let review = cell(.reviewDate), entry.reviewDate == nil {
      entry.reviewDateAsPrinted = review
    }
    if let updated = cell(.updated) {
      entry.updated = DateReader.whole(updated)
      if entry.updated == nil { entry.updatedAsPrinted = updated }
    }
    let said = entry.statusAsPrinted.flatMap { profile?.state($0) ?? key.state($0) }
    if kind == .informationRequests {
      entry.state = ResponseWording.state(
        response: entry.response ?? entry.outcome, status: entry.statusAsPrinted,
        request: entry.text)
      if let said { entry.state = said }
      // A table of requests and recommendations together: a row may be decided.
      if header.contains(where: { MatchKey($0).description.place(of: "recommendation") != nil }),
        let found = entry.statusAsPrinted.flatMap(DecisionWording.opening)
          ?? entry.response.flatMap(DecisionWording.opening)
      {
        (entry.decision, entry.decisionAsPrinted) = (found.decision, found.printed)
        if found.decision == .rejected { entry.state = .refused }
      }
    } else {
      entry.decisionAsPrinted = cell(.decision)
      if let both = columns[.decision], columns[.decidedOn] == both, let printed = cell(.decision) {
        // "Accepted 11 July 2023": the verdict and its day in one cell.
        let parts = SubjectCell(printed, body: nil)
        let isVerdict = DecisionWording.opening(parts.subject) != nil
        entry.decisionAsPrinted = isVerdict ? parts.subject : nil
        entry.decidedOn = isVerdict ? parts.date?.iso : nil
      }
      judge(&entry, implementation: cell(.implementation), profile)
      if let said, entry.state != .refused { entry.state = said }
    }
    entry.columns = header
    entry.cells = cells
    return entry
  }

  /// The subject that stands with the day of the meeting in one cell: `19 June 2024, Ponds`.
  private static func subject(besides meeting: String, body: String?) -> String? {
    let parts = SubjectCell(meeting, body: body)
    let subject = withoutMinute(parts.subject)
    let words = MatchKey.words(subject)
    let others: Set<String> = ["item", "minute", "min", "meeting", "agenda", "para", "page", "no"]
    guard parts.date != nil, words.contains(where: { $0.utf8.count > 3 }), words.count <= 14,
      !words.contains(where: others.contains), words.last == "group" || !BodyName.isBody(subject)
    else { return nil }
    return subject
  }

  /// The words behind `Minute 14 (1)`.
  private static func withoutMinute(_ subject: String) -> String {
    var words = subject.split(separator: " ")[...]
    if ["minute", "min", "minute:"].contains(words.first?.lowercased() ?? ""),
      words.dropFirst().first?.first?.isNumber == true
    {
      words = words.dropFirst(2)
      if words.first?.first == "(", words.first?.last == ")" { words = words.dropFirst() }
    }
    return String(words.joined(separator: " ").drop { ",;:-\u{2013} ".contains($0) })
  }

  /// Works out decision, implementation and state of a recommendation or an action.
  private static func judge(
    _ entry: inout TrackerEntry, implementation: String?, _ profile: CouncilProfile?
  ) {
    if let printed = entry.decisionAsPrinted {
      entry.decision = profile?.decision(printed) ?? DecisionWording.decision(ofCell: printed)
    } else if entry.tracker == .recommendations,
      let found = entry.response.flatMap(DecisionWording.opening)
        ?? entry.statusAsPrinted.flatMap(DecisionWording.opening)
        ?? entry.outcome.flatMap(DecisionWording.opening)
    {
      entry.decision = found.decision
      entry.decisionAsPrinted = found.printed
    }
    entry.implementation =
      implementation.flatMap(ImplementationWording.implementation(ofCell:))
      ?? entry.outcome.flatMap(ImplementationWording.opening)
      ?? entry.statusAsPrinted.flatMap(ImplementationWording.opening)
    if entry.tracker == .recommendations, implementation == nil {
      // A row that is closed because nothing comes of it was not carried out.
      if entry.decision == .rejected || entry.decision == .noted { entry.implementation = nil }
      let isGoing = [.accepted, .acceptedInPrinciple, .partiallyAccepted].contains(entry.decision)
      if isGoing, let told = entry.response.flatMap(ImplementationWording.told) {
        entry.implementation = told
      }
    }
    entry.state = ResponseWording.state(ofRecommendation: entry)
  }
}

/// The line above a tracker's table that says which meeting its rows are of.
struct TrackerHeading {
  var date: PlainDate?
  /// The committee that the line names before the day.
  var body: String?
  /// Whether the nearest line says that what stands below is done: `Completed actions`.
  private(set) var isClosed = false

  init(_ above: [String]) {
    if let line = above.last, line.utf8.count <= 80, !line.hasSuffix(".") {
      let words = Set(MatchKey.words(line))
      let open: Set<String> = ["outstanding", "not", "open", "proposed", "for", "to", "ongoing"]
      isClosed =
        !words.isDisjoint(with: ["completed", "closed", "discharged"])
        && words.isDisjoint(with: open)
    }
    // "Updated 1 June 2023" is the day of the list, not of a meeting.
    let ofList: Set<String> = [
      "updated", "update", "position", "dated", "revised", "printed", "correct", "published",
    ]
    for line in above.suffix(2).reversed()
    where line.utf8.count <= 160 && ofList.isDisjoint(with: MatchKey.words(line)) {
      if let found = DateReader.first(in: line) {
        date = found
        body = BodyName.leading(line)
        return
      }
    }
  }
}
