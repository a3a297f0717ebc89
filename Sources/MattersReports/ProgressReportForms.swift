import MattersRecords
import MattersText

/// The progress report as a plain value, and in the forms it is handed out in.
extension ProgressReport {
  /// The title.
  public var title: String { "\(body): progress on information requests" }

  private static let key =
    "Key: a tick (\(tick)) means completed. A completed item is left out of later reports."

  /// The report as a plain value: a table for each meeting.
  public var plain: PlainReport {
    PlainReport(
      name: "progress", title: title,
      purpose: "For the meeting on \(meeting.inWords), as it stands before the meeting opens.",
      facts: [ReportFact("body", body), ReportFact("meeting", meeting.iso)].compactMap { $0 },
      parts: groups.isEmpty
        ? [.grid(grid(of: Group(date: nil, heading: "", items: [])))]
        : groups.map { .grid(grid(of: $0)) },
      nothing: "There are no information requests to report.", key: Self.key)
  }

  /// Markdown with a table for each meeting.
  public var markdown: String { usual.markdown }

  /// A page with a captioned table for each meeting.
  public var html: String { usual.html }

  /// The six headings and a record for each row, newest meeting first.
  public var csv: String { usual.csv }

  /// An object with the report's groups and rows.
  public var json: String { usual.json }

  /// The tables for a terminal.
  public func terminal(width: Int) -> String { usual.terminal(width: width) }

  /// The report with the columns that are shown where nobody chose.
  private var usual: PlainReport { (try? plain.choosing(ColumnChoice())) ?? plain }

  /// The columns that can be shown: those of the real pack, and what the register knows besides.
  public static let choosable: [ReportColumn] =
    zip(
      [
        "subject_and_date", "information_request", "department_responsible", "response", "status",
        "date_updated",
      ], zip(columns, [16, 22, 13, 31, 10, 9])
    ).map { ReportColumn($0, $1.0, weight: $1.1) } + [
      ReportColumn("reference", "Reference", weight: 14, isShown: false),
      ReportColumn("date_raised", "Date raised", weight: 10, isShown: false),
      ReportColumn("minute", "Minute", weight: 6, isShown: false),
      ReportColumn("state", "State", weight: 10, isShown: false),
      ReportColumn("days_open", "Days open", weight: 6, isShown: false),
    ]

  private func grid(of group: Group) -> ReportGrid {
    var grid = ReportGrid(
      heading: group.heading,
      caption: group.date.map { "Information requests made on \($0.inWords)" }
        ?? "Information requests",
      columns: Self.choosable,
      entries: group.items.map { item in
        var cells = item.cells.map { ReportCell($0) }
        // A mark alone says nothing to a screen reader.
        if item.isCompleted { cells[4].spoken = "\(Self.tick) Completed" }
        cells[5] = ReportCell(item.cells[5], meaning: item.updated)
        cells += [
          ReportCell(item.reference), ReportCell(group.date), ReportCell(item.minute),
          ReportCell(item.state.inWords), ReportCell(item.daysOpen),
        ]
        return ReportGrid.Entry(
          cells, reference: item.reference,
          facts: [ReportFact("completed", flag: item.isCompleted)],
          todo: ReportTodo(item.matter, item.position, reference: item.reference, nation: nil))
      }, facts: [ReportFact("raised", group.date?.iso)].compactMap { $0 })
    grid.tab = group.date?.inWords ?? "Date not known"
    return grid
  }
}
