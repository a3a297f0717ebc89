public import MattersLinker
import MattersRecords
import MattersText

/// The action log: who is to do what by when, and what came of it.
public enum ActionsReport {
  /// The columns that can be shown.
  public static let columns: [ReportColumn] = [
    ReportColumn("reference", "Reference", weight: 15),
    ReportColumn("date_raised", "Date raised", weight: 13),
    ReportColumn("action", "Action", weight: 28),
    ReportColumn("owner", "Owner", weight: 13),
    ReportColumn("due", "Due", weight: 13),
    ReportColumn("update", "Update", weight: 24),
    ReportColumn("status", "Status", weight: 11),
    ReportColumn("committee", "Committee", weight: 14, isShown: false),
    ReportColumn("subject", "Subject", weight: 14, isShown: false),
    ReportColumn("minute", "Minute no", weight: 6, isShown: false),
    ReportColumn("days_open", "Days open", weight: 6, isShown: false),
  ]

  /// The log of some actions: what is open first.
  public static func make(_ matters: [RegisteredMatter], _ scope: ReportScope) -> PlainReport {
    var open: [ReportGrid.Entry] = []
    var done: [ReportGrid.Entry] = []
    for registered in matters {
      let matter = registered.matter
      guard scope.includes(matter.raised), let position = matter.position(.endOf(scope.asOf)) else {
        continue
      }
      let entry = ReportGrid.Entry(
        [
          ReportCell(registered.reference), ReportCell(matter.raised), ReportCell(matter.wording),
          ReportCell(matter.responsible ?? matter.addressedTo),
          ReportCell(iso: DueDay.printed(matter, position)), ReportCell(position.response),
          ReportCell(status(position)), ReportCell(matter.body),
          ReportCell(matter.subject), ReportCell(matter.minute),
          ReportCell(matter.daysOpen(asOf: scope.asOf)),
        ], reference: registered.reference,
        facts: [ReportFact("state", position.state.rawValue)].compactMap { $0 },
        todo: ReportTodo(matter, position, reference: registered.reference, nation: nil))
      if position.isUnresolved, position.ruling?.implementation != .implemented {
        open.append(entry)
      } else {
        done.append(entry)
      }
    }
    let groups = [("Open actions", open), ("Actions that are done", done)]
    let shown = groups.filter { !$0.1.isEmpty }
    return PlainReport(
      name: "actions", title: scope.title("action log"), purpose: scope.purpose,
      facts: scope.facts,
      parts: (shown.isEmpty ? [groups[0]] : shown).map { heading, entries in
        .grid(
          ReportGrid(heading: heading, caption: heading, columns: columns, entries: entries))
      }, nothing: "There are no actions to report.")
  }

  static func status(_ position: Position) -> String {
    let isOpen = position.state == .pending && position.ruling?.implementation == nil
    return isOpen ? "Open" : RecommendationsReport.status(position)
  }
}
