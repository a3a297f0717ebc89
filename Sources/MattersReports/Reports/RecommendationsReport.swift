public import MattersLinker
import MattersRecords
import MattersText

/// The Scrutiny Recommendation Tracker: each recommendation of a committee, who is to decide, what
/// was decided, and how far it has come.
public enum RecommendationsReport {
  /// The columns that can be shown; the usual ones are those of the real pack.
  public static let columns: [ReportColumn] = [
    ReportColumn("recommendation", "Recommendation", weight: 26),
    ReportColumn("date_made", "Date made", weight: 13),
    ReportColumn("decision_maker", "Decision maker", weight: 11),
    ReportColumn("executive_response", "Executive response", weight: 26),
    ReportColumn("date_of_response", "Date of response", weight: 13),
    ReportColumn("implementation_review_date", "Implementation review date", weight: 13),
    ReportColumn("status", "Status", weight: 12),
    ReportColumn("reference", "Reference", weight: 15, isShown: false),
    ReportColumn("committee", "Committee", weight: 14, isShown: false),
    ReportColumn("subject", "Subject", weight: 14, isShown: false),
    ReportColumn("minute", "Minute no", weight: 6, isShown: false),
    ReportColumn("decision", "Decision", weight: 10, isShown: false),
    ReportColumn("reason", "Reason", weight: 16, isShown: false),
    ReportColumn("agreed_text", "Agreed as", weight: 20, isShown: false),
    ReportColumn("due", "Due", weight: 10, isShown: false),
    ReportColumn("days_open", "Days open", weight: 6, isShown: false),
  ]

  /// The report on some recommendations.
  ///
  /// Within a municipal year it shows what was made in it, and what was made before and is not
  /// implemented yet.
  public static func make(_ matters: [RegisteredMatter], _ scope: ReportScope) -> PlainReport {
    var years: [Int: [ReportGrid.Entry]] = [:]
    var carried: [ReportGrid.Entry] = []
    var undated: [ReportGrid.Entry] = []
    for registered in matters {
      let matter = registered.matter
      guard let position = matter.position(.endOf(scope.asOf)) else { continue }
      let entry = entry(registered, position, scope)
      guard let year = matter.raised?.municipalYear else {
        undated.append(entry)
        continue
      }
      if let wanted = scope.year, year != wanted {
        if year < wanted, !isDone(position) { carried.append(entry) }
      } else {
        years[year, default: []].append(entry)
      }
    }
    var groups = years.sorted { $0.key > $1.key }.map { year, entries in
      (
        heading: "Recommendations made in \(ReportScope.inWords(year))",
        tab: ReportScope.inWords(year), entries: entries
      )
    }
    groups.append(("Made in earlier years and not implemented", "Earlier years", carried))
    groups.append(("Of no known date", "No date", undated))
    let shown = groups.filter { !$0.entries.isEmpty }
    return PlainReport(
      name: "recommendations", title: scope.title("scrutiny recommendation tracker"),
      purpose: scope.purpose, facts: scope.facts,
      parts: (shown.isEmpty ? [groups[0]] : shown).map { group in
        var grid = ReportGrid(
          heading: group.heading, caption: group.heading, columns: columns, entries: group.entries)
        grid.tab = group.tab
        return .grid(grid)
      }, nothing: "There are no recommendations to report.")
  }

  private static func isDone(_ position: Position) -> Bool {
    !position.isUnresolved || position.ruling?.implementation == .implemented
      || position.ruling?.decision == .rejected
  }

  private static func entry(
    _ registered: RegisteredMatter, _ position: Position, _ scope: ReportScope
  ) -> ReportGrid.Entry {
    let matter = registered.matter
    let ruling = position.ruling
    let answered =
      ruling?.decidedOn
      ?? (position.response == nil || isWaiting(position) ? nil : position.updated)
    return ReportGrid.Entry(
      [
        ReportCell(matter.wording), ReportCell(matter.raised),
        ReportCell(ruling?.decidedBy ?? matter.addressedTo),
        ReportCell(response(position)), ReportCell(iso: answered),
        ReportCell(iso: ruling?.reviewDate), ReportCell(status(position)),
        ReportCell(registered.reference), ReportCell(matter.body), ReportCell(matter.subject),
        ReportCell(matter.minute), ReportCell(ruling?.decision?.inWords),
        ReportCell(ruling?.reason), ReportCell(matter.agreedText(asOf: scope.asOf)),
        ReportCell(iso: ruling?.due),
        ReportCell(matter.daysOpen(asOf: scope.asOf)),
      ], reference: registered.reference,
      facts: [ReportFact("state", position.state.rawValue)].compactMap { $0 },
      todo: ReportTodo(matter, position, reference: registered.reference, nation: scope.nation))
  }

  private static func isWaiting(_ position: Position) -> Bool {
    position.state == .pending && position.ruling?.decision == nil
  }

  /// The executive's words, after its decision where they do not begin with it.
  static func response(_ position: Position) -> String? {
    guard let decision = position.ruling?.asPrinted ?? position.ruling?.decision?.inWords else {
      return position.response
    }
    let said = decision.capitalizedFirst
    guard let response = position.response else { return said }
    return response.lowercased().contains(decision.lowercased())
      ? response : "\(said). \(response)"
  }

  /// How it stands: how far the work has come where that is known, else what was decided, else
  /// where the answer is.
  static func status(_ position: Position) -> String {
    let ruling = position.ruling
    guard position.isUnresolved else { return position.state.inWords.capitalizedFirst }
    if ruling?.decision == .rejected { return Decision.rejected.inWords.capitalizedFirst }
    if let implementation = ruling?.implementation, implementation != .unknown {
      return implementation.inWords.capitalizedFirst
    }
    if let decision = ruling?.decision, decision != .unclear {
      return decision.inWords.capitalizedFirst
    }
    return position.state.inWords.capitalizedFirst
  }
}
