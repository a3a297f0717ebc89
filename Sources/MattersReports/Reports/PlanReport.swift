public import MattersLinker
import MattersRecords
import MattersText

/// The actions of an improvement plan by rating and deadline.
public enum PlanReport {
  /// The columns that can be shown.
  public static let columns: [ReportColumn] = [
    ReportColumn("number", "No", weight: 6), ReportColumn("action", "Action", weight: 32),
    ReportColumn("lead", "Lead", weight: 16), ReportColumn("deadline", "Deadline", weight: 12),
    ReportColumn("progress", "Progress", weight: 34), ReportColumn("rating", "Rating", weight: 9),
    ReportColumn("area", "Area", weight: 8, isShown: false),
    ReportColumn("source", "Read in", weight: 14, isShown: false),
  ]

  /// The plan as its newest paper has it: the most urgent rating first, and in it the nearest
  /// deadline.
  public static func make(_ records: [LaidRecord], _ scope: ReportScope) -> PlainReport {
    var ratings: [String: [(deadline: String, entry: ReportGrid.Entry)]] = [:]
    for laid in PaperReports.newest(records, scope) {
      guard case .planAction(let action) = laid.record.content else { continue }
      let entry = ReportGrid.Entry([
        ReportCell(action.number), ReportCell(action.text), ReportCell(action.lead),
        action.deadline.map { ReportCell(iso: monthInWords($0)) }
          ?? ReportCell(action.deadlineAsPrinted),
        ReportCell(action.progress.joined(separator: "\n")), ReportCell(action.rating),
        ReportCell(action.planArea), ReportCell(laid.place),
      ])
      ratings[action.rating?.lowercased() ?? "", default: []].append(
        (action.deadline ?? "9999", entry))
    }
    let groups = ratings.sorted { (rank($0.key), $0.key) < (rank($1.key), $1.key) }.map {
      rating, rows in
      (
        heading: rating.isEmpty ? "Without a rating" : "Rated \(rating)",
        entries: rows.enumerated().sorted {
          ($0.element.deadline, $0.offset) < ($1.element.deadline, $1.offset)
        }.map(\.element.entry)
      )
    }
    var report = PaperReports.report(
      "plan", scope.title("improvement plan by rating and deadline"), scope, groups, columns,
      caption: { "Actions: \($0)" }, nothing: "There is no improvement plan to report.")
    if groups.count > 1 {
      report.parts.insert(
        .chart(
          ReportChart(
            title: "Actions by rating", unit: "actions",
            bars: groups.map { .init($0.heading, $0.entries.count) })), at: 0)
    }
    return report
  }

  /// Red before amber before green before blue, which in most keys means done.
  private static func rank(_ rating: String) -> Int {
    let order = ["red", "amber", "yellow", "green", "blue"]
    return order.firstIndex { rating.contains($0) }
      ?? (rating.isEmpty ? order.count + 1 : order.count)
  }

  /// A month without a day in words; all else as it is.
  private static func monthInWords(_ iso: String) -> String {
    let parts = iso.split(separator: "-")
    guard parts.count == 2, let month = Int(parts[1]), (1...12).contains(month) else { return iso }
    return "\(PlainDate.monthNames[month - 1]) \(parts[0])"
  }
}
