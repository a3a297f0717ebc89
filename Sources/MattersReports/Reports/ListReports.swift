import MattersLinker
import MattersRecords
import MattersText

/// A list of what was asked as a plain value, for the forms that a file has.
extension MatterListing {
  /// A table for each group, with what the list says of each matter; of those that are whole, since
  /// the forms that a file has say more of a matter than its line.
  public var plain: PlainReport {
    let name =
      kind == .request ? "requests" : kind == .recommendation ? "recommendations" : "actions"
    let title =
      kind == .request
      ? "Information requests" : kind == .recommendation ? "Recommendations" : "Actions"
    let groups = Group.allCases.map { group in (group, items(of: group)) }
    let shown = groups.filter { !$0.1.isEmpty }
    return PlainReport(
      name: name, title: title, purpose: "As it stands at the end of \(asOf.inWords).",
      facts: [ReportFact("as_of", asOf.iso)].compactMap { $0 },
      parts: (shown.isEmpty ? [groups[0]] : shown).map { group, items in
        var grid = ReportGrid(
          heading: "\(group.heading(of: kind)) (\(items.count))",
          caption: group.heading(of: kind),
          columns: listColumns,
          entries: items.compactMap(entry))
        grid.tab = group.tab
        return .grid(grid)
      }, nothing: "There is nothing to list.")
  }

  private var listColumns: [ReportColumn] {
    let asked =
      kind == .request
      ? "Information request" : kind == .recommendation ? "Recommendation" : "Action"
    return [
      ReportColumn("reference", "Reference", weight: 11), ReportColumn("asked", asked, weight: 24),
      ReportColumn("date_raised", "Date raised", weight: 10),
      ReportColumn("responsible", "Owner", weight: 12),
      ReportColumn("response", "Response", weight: 22),
      ReportColumn("decision", "Decision", weight: 9, isShown: kind == .recommendation),
      ReportColumn("status", "Status", weight: 11),
      ReportColumn("due", "Due", weight: 10), ReportColumn("days_open", "Days open", weight: 6),
    ]
  }

  private func entry(_ item: Item) -> ReportGrid.Entry? {
    guard let whole = item.whole else { return nil }
    let (matter, position) = (whole.matter, whole.position)
    let due = DueDay.printed(matter, position)
    return ReportGrid.Entry(
      [
        ReportCell(item.reference), ReportCell(item.line.wording), ReportCell(matter.raised),
        ReportCell(item.owner), ReportCell(position.response),
        ReportCell(position.ruling?.decision?.inWords),
        ReportCell(RecommendationsReport.status(position)), ReportCell(iso: due),
        ReportCell(item.daysOpen),
      ], reference: item.reference,
      todo: ReportTodo(matter, position, reference: item.reference, nation: .england))
  }
}

extension MatterListing.Group {
  /// A short name, as a workbook's sheet has it.
  fileprivate var tab: String {
    switch self {
    case .awaiting: "Awaiting a response"
    case .answered: "Answered"
    case .refused: "Refused or rejected"
    case .resolved: "Completed or let go"
    }
  }
}

/// What is past its time as a plain value, for the forms that a file has.
extension OverdueListing {
  /// One table.
  public var plain: PlainReport {
    let columns = zip(
      ["reference", "asked", "put_to", "last_day", "answered", "days_past", "rule"],
      zip(table.columns, [11, 28, 13, 16, 11, 6, 15])
    ).map { ReportColumn($0, $1.0, weight: $1.1) }
    return PlainReport(
      name: "overdue", title: table.caption, purpose: "",
      facts: [ReportFact("as_of", asOf.iso)].compactMap { $0 },
      parts: [
        .grid(
          ReportGrid(
            caption: table.caption, columns: columns,
            entries: zip(items, table.rows).map { item, words in
              var cells = words.map { ReportCell($0) }
              cells[4] = item.answered.map { ReportCell($0) } ?? cells[4]
              cells[5] = ReportCell(item.daysPast)
              return ReportGrid.Entry(
                cells, reference: item.registered.reference, todo: ReportTodo(item))
            }))
      ], nothing: "Nothing is past its time at \(asOf.inWords).")
  }
}

extension ReportTodo {
  /// The answer that is wanted; nothing where it came.
  fileprivate init?(_ item: OverdueListing.Item) {
    guard item.answered == nil else { return nil }
    reference = item.registered.reference
    due = item.lastDay
    summary = item.registered.matter.wording
    details = [item.registered.matter.addressedTo.map { "Put to \($0)." }, "By \(item.source)."]
      .compactMap { $0 }.joined(separator: " ")
    status = .needsAction
  }
}
